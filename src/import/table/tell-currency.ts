// The currency of a file that names none in words: told by the country of its account number, by columns and ways of paying that
// one country has, by its bank, by its language. A hint and never a proof; two that differ say nothing. Words: country-words.json.
import { exponentOf } from '../../base/money.ts';
import { fold } from '../../base/text.ts';
import { institutionIn } from '../../ledger/accounts/institutions.ts';
import type { Reason } from '../reading.ts';
import data from '../words/country-words.json' with { type: 'json' };
import type { Row } from './find-tables.ts';

export interface CurrencyHint {
  currency: string;
  reason: Reason;
}

interface Given {
  header: readonly string[] | null;
  /** The lines above the table and the name of the file. */
  letterhead: string;
  rows: readonly Row[];
  /** Columns of the file's own account, where it has any. */
  accountColumns: readonly number[];
  /** Columns of texts: payees, purposes, kinds. */
  textColumns: readonly number[];
  amountColumn: number;
}

const ROWS_HEARD = 300;

const byIban = new Map(
  Object.entries(data.ibans).flatMap(([currency, countries]) => countries.split(' ').map((country) => [country, currency] as const)),
);

/** Words with one blank between them and at each end. */
const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** [currency, its words] as they are compared. */
const folded = (words: Readonly<Record<string, readonly string[]>>): (readonly [string, readonly string[]])[] =>
  Object.entries(words).map(([currency, each]) => [currency, each.map((word) => spaced(word))]);

const columnWords = folded(data.columns);
const schemes = folded(data.schemes);
const languages = folded(data.languages);

export function tellCurrency(given: Given): CurrencyHint | null {
  const hint = byAccount(given) ?? byColumns(given) ?? bySchemes(given) ?? byBank(given) ?? byLanguage(given);
  return hint && canHold(hint.currency, given) ? hint : null;
}

const one = (found: ReadonlyMap<string, string>): CurrencyHint | null => {
  const [first, ...others] = found;
  return first && others.length === 0 ? { currency: first[0], reason: { code: 'words', text: first[1] } } : null;
};

/** IBANs of its own account; in Britain a sort code before the number. */
function byAccount({ rows, accountColumns, letterhead }: Given): CurrencyHint | null {
  const found = new Map<string, string>();
  const cells = rows.slice(0, ROWS_HEARD).flatMap((row) => accountColumns.map((column) => row.cells[column] ?? ''));
  for (const text of new Set([...cells, letterhead])) {
    for (const [iban, country = ''] of text.matchAll(
      /(?<![A-Za-z0-9])([A-Z]{2})\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?(?![A-Za-z0-9])/g,
    )) {
      const currency = byIban.get(country);
      if (currency) found.set(currency, iban.slice(0, 4));
    }
  }
  if (found.size > 0) return one(found);
  const british = cells.find((cell) => /^\W*\d{2}-\d{2}-\d{2}[ -]?\d{8}\W*$|^\W*\d{6}-\d{8}\W*$/.test(cell.trim()));
  return british ? { currency: 'GBP', reason: { code: 'words', text: british.trim() } } : null;
}

function byColumns({ header }: Given): CurrencyHint | null {
  const names = (header ?? []).map(spaced);
  const found = new Map<string, string>();
  for (const [currency, words] of columnWords) {
    const name = names.findIndex((each) => words.some((word) => each.includes(word)));
    if (name >= 0) found.set(currency, header?.[name]?.trim() ?? '');
  }
  return one(found);
}

/** A way of paying that one country has, in more rows than that of any other. */
function bySchemes({ rows, textColumns, letterhead }: Given): CurrencyHint | null {
  const counts = new Map<string, { rows: number; word: string }>();
  const texts = rows.slice(0, ROWS_HEARD).map(({ cells }) => spaced(textColumns.map((column) => cells[column] ?? '').join(' ')));
  for (const text of [...texts, spaced(letterhead)])
    for (const [currency, words] of schemes) {
      const word = words.find((each) => text.includes(each));
      if (word === undefined) continue;
      const count = counts.get(currency);
      if (count) count.rows += 1;
      else counts.set(currency, { rows: 1, word: word.trim() });
    }
  const [first, second] = [...counts].sort((a, b) => b[1].rows - a[1].rows);
  if (!first || (second && second[1].rows * 4 > first[1].rows)) return null;
  return { currency: first[0], reason: { code: 'words', text: first[1].word, count: first[1].rows } };
}

function byBank({ letterhead }: Given): CurrencyHint | null {
  const bank = institutionIn(letterhead);
  return bank?.currency ? { currency: bank.currency, reason: { code: 'words', text: bank.name } } : null;
}

/** Two words of the header in a language that one currency is counted in. */
function byLanguage({ header }: Given): CurrencyHint | null {
  const names = (header ?? []).map(spaced);
  const scores = languages.map(([currency, words]) => ({
    currency,
    said: names.filter((name) => words.some((word) => name.includes(word))),
  }));
  const [first, second] = scores.sort((a, b) => b.said.length - a.said.length);
  if (!first || first.said.length < 2 || (second && second.said.length >= first.said.length)) return null;
  return { currency: first.currency, reason: { code: 'words', text: first.said[0]?.trim() ?? '' } };
}

/** Yen have no decimals: figures with some are not yen, whatever the words. */
function canHold(currency: string, { rows, amountColumn }: Given): boolean {
  const most = exponentOf(currency);
  if (most >= 2) return true;
  return !rows.slice(0, 500).some(({ cells }) => /\d[.,]\d{1,2}\D{0,4}$/.test(cells[amountColumn] ?? ''));
}
