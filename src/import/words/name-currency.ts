// A currency that is named in words ("Naira", "Pesos chilenos", "Türk Lirası"), for what stands above a table or in a column of
// currencies. Words: currency-names.json. Signs and codes: currencies.ts.
import { fold } from '../../base/text.ts';
import { claimsOf } from './header-words.ts';
import { codeOf, currencyOf } from './currencies.ts';
import data from './currency-names.json' with { type: 'json' };

const folded = (text: string): string =>
  fold(text)
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[.,:;*()[\]\s]+/g, ' ')
    .trim();

const whole = new Map<string, string>();
const within: { text: string; code: string }[] = [];
for (const names of [data.plain, data.full])
  for (const [code, each] of Object.entries(names))
    for (const name of each.map(folded)) {
      whole.set(name, code);
      if (name.includes(' ')) within.push({ text: ` ${name} `, code });
    }

/** The currency that a whole cell names, by code, sign or words: "usd", "zł", "人民币", "PKR - Pakistan Rupee"; else null. */
export function currencyNamed(cell: string): string | null {
  if (cell.length === 0 || cell.length > 48) return null;
  const sure = codeOf(cell) ?? (currencyOf(cell) || null);
  if (sure) return sure;
  const name = whole.get(folded(cell));
  if (name) return name;
  const parts = cell.split(/[\s()[\]/,:;-]+/).filter(Boolean);
  const codes = new Set(parts.flatMap((part) => (/^[A-Z]{3}$/.test(part) ? (codeOf(part) ?? []) : [])));
  const words = new Set(namesIn(cell));
  const said = codes.size === 1 ? codes : words;
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

const GLUED = /^[\u1100-\u11ff\u3040-\u9fff\uac00-\ud7af]{2,}$/;
const gluedNames = [...whole].filter(([name]) => GLUED.test(name)).sort(([a], [b]) => b.length - a.length);

/** The currency whose name stands within a header in a script without blanks ("人民币金额"); null for none or for two. */
export function gluedCurrencyIn(header: string): string | null {
  const text = folded(header.slice(0, 40));
  const said = new Set(gluedNames.flatMap(([name, code]) => (text.includes(name) ? [code] : [])));
  return said.size === 1 ? ([...said][0] ?? null) : null;
}

/** Currencies that a text names in more than one word. */
export function namesIn(text: string): string[] {
  if (text.length > 200) return [];
  const padded = ` ${folded(text)} `;
  return padded.includes(' ', 1) ? within.filter((name) => padded.includes(name.text)).map(({ code }) => code) : [];
}

/** Whether a text above a table is a word for currency: what stands behind it names the one of the account. */
export const isCurrencyLabel = (text: string): boolean => {
  const [best] = claimsOf(text);
  return best?.role === 'currency' && best.score >= 60;
};
