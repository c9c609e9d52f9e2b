// The currency that a question is answered in; two are never added.
import currencies from '../lexicon/currencies.json';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Condition } from '../plan/plan.ts';
import { cueSpan, cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';

const CURRENCY_WORDS: readonly (readonly [RegExp, string])[] = Object.entries(currencies.words).map(
  ([code, words]) => [new RegExp(`\\b(?:${[code.toLowerCase(), ...words].join('|')})\\b`), code] as const,
);

const FAMILIES: readonly (readonly [RegExp, readonly string[]])[] = Object.entries(currencies.families).map(
  ([words, codes]) => [new RegExp(`^(?:in |spent in |paid in )?(?:${words})\\b`), codes] as const,
);

/** The currency that words name: the first of the table, in which "canadian" stands before "dollars". */
const codeSaid = (text: string): string | null => CURRENCY_WORDS.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** A currency that was said and that no row is in, or null. "In dollars" names none where the ledger is kept in some dollars. */
export function absentCurrency(reading: Reading, { currencies: held }: LedgerNames): string | null {
  const said = cueSpan(reading, 'in-currency');
  if (!said || FAMILIES.some(([words, codes]) => words.test(said.text) && codes.some((code) => held.includes(code)))) return null;
  const code = codeSaid(said.text);
  return code === null || held.includes(code) ? null : code;
}

/** The currency said ("in euros"), else that of the only accounts asked about, else home. */
export function currencyFor(reading: Reading, ledger: LedgerNames, conditions: readonly Condition[]): string {
  const counted = cueSpans(reading, 'how-much').find(({ text }) => /^how many (?!quid|bucks|pounds|dollars)/.test(text));
  const said = cueSpan(reading, 'in-currency') ?? counted;
  const code = said ? codeSaid(said.text) : null;
  if (code !== null && ledger.currencies.includes(code)) return code;
  // A quid is a euro where one earns euros: slang says no currency.
  const amount = reading.amounts.find(
    ({ value, text }) => value.currency !== null && value.currency !== 'USD' && !(/\bquid\b/.test(text) && ledger.homeCurrency === 'EUR'),
  )?.value.currency;
  if (amount && ledger.currencies.includes(amount)) return amount;
  const foreign = ledger.currencies.filter((code) => code !== ledger.homeCurrency);
  if (hears(reading, 'foreign') && foreign[0] !== undefined && foreign.length === 1) return foreign[0];
  const accounts = conditions.flatMap((condition) => (condition.by === 'account' && !condition.not ? condition.ids : []));
  const codes = new Set(ledger.accounts.filter(({ id }) => accounts.includes(id)).map(({ currency }) => currency));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : ledger.homeCurrency;
}
