// A currency that a file names beside its rows: in the header of the amount, in the letterhead, or by signs and habits of writing.
import { currencyOf } from '../words/currencies.ts';
import { currencyNamed, gluedCurrencyIn, isCurrencyLabel, namesIn } from '../words/name-currency.ts';
import type { Facts } from './facts.ts';
import type { Row } from './find-tables.ts';

/** A currency in the header of the amount: "Amount (EUR)", "Withdrawals (SGD)", "金额(元)". */
export function currencyInHeader(header: readonly string[] | null, column: number): string | null {
  const cell = header?.[column] ?? '';
  // What stands in brackets is the unit: "Saldo (S/)", "Deposits (RM)".
  const unit = /[([（]([^()[\]（）]{1,6})[)\]）]/.exec(cell)?.[1] ?? '';
  const said = unit === '' ? null : currencyNamed(unit);
  if (said) return said;
  for (const word of cell.split(/[\s()[\]（）/,:_.-]+/)) {
    if (word.length >= 3 || /[^\p{L}\p{N}]/u.test(word) || /[元円원]/.test(word)) {
      const code = /^[A-Z]{3}$/.test(word) || word.length > 3 || !/^[a-z]+$/i.test(word) ? currencyOf(word) : null;
      if (code) return code;
    }
  }
  return gluedCurrencyIn(cell);
}

/** Signs that several countries share, told apart by how the file writes days and in which script: "$" with the month first. */
export function currencyByHabit(rows: readonly Row[], column: number, { orders }: Facts, text: string): string | null {
  const signs = rows.slice(0, 200).map(({ cells }) => /[$¥￥]/.exec(`${cells[column] ?? ''} ${cells[column + 1] ?? ''}`)?.[0] ?? '');
  const dollars = (signs.includes('$') || /\(\$\)/.test(text)) && !/\b(?:CAD|AUD|NZD|SGD|HKD|MXN|Canada|Australia)\b/i.test(text);
  if (dollars && [...orders.values()].some(({ order, source }) => order === 'mdy' && source === 'proved')) return 'USD';
  // Yen and won have no decimals: figures with some are neither, whatever the script.
  const decimals = rows.slice(0, 500).some(({ cells }) => /[.,]\d{1,2}\D{0,4}$/.test(cells[column] ?? ''));
  const eras = rows.slice(0, 20).some(({ cells }) => cells.some((cell) => /^(?:令和|平成|昭和)/.test(cell)));
  if (!decimals && (eras || /[\u3040-\u30ff]/.test(text))) return 'JPY';
  if (!decimals && /[\uac00-\ud7af]/.test(text)) return 'KRW';
  return signs.some((sign) => sign === '¥' || sign === '￥') && /[\u4e00-\u9fff]/.test(text) ? 'CNY' : null;
}

/** A currency that the letterhead names once and for all: "Currency: SEK", "Moneda;Soles", "(UAH)", "1234,37 EUR", "cuenta en pesos chilenos". */
export function currencyOfLetterhead(preamble: readonly Row[]): string | null {
  const rows = preamble.slice(0, 40);
  return one(rows.flatMap(({ cells }) => labelled(cells))) ?? one(rows.flatMap(({ cells }) => cells.flatMap(mentioned)));
}

const one = (codes: readonly string[]): string | null => {
  const found = new Set(codes);
  return found.size === 1 ? ([...found][0] ?? null) : null;
};

/** Behind a word for currency, in the same cell or in the next one that is filled. */
function labelled(cells: readonly string[]): string[] {
  return cells.flatMap((cell, at) => {
    const [, label = cell, behind = ''] = /^([^:：]{2,40})[:：](.*)$/u.exec(cell) ?? [];
    if (label.trim().length < 2 || !isCurrencyLabel(label)) return [];
    const value = behind.trim() || (cells.slice(at + 1).find((each) => each.trim() !== '') ?? '');
    return currencyNamed(value.replace(/^[=\s"']+|[\s"']+$/g, '')) ?? [];
  });
}

function mentioned(cell: string): string[] {
  const text = cell.slice(0, 200);
  const codes = [...text.matchAll(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[€£₴₽₹元]/g)].flatMap(([word]) => {
    const code = currencyOf(word);
    return code && code !== 'ALL' && code !== 'TOP' ? [code] : [];
  });
  return [...codes, ...namesIn(text)];
}
