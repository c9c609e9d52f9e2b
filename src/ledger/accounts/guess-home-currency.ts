// The currency that a person lives in, where nobody has said it: what most accounts say, else what the rows speak of (American states,
// Canadian provinces, British towns and payment words, euro countries), else the banks' country, else what the files that name a currency
// have most rows in; US dollars when nothing tells.
import { matchWords } from '../payees/match-words.ts';
import { isState, isStateOf } from '../payees/places.ts';
import type { StatementEntry } from '../statement.ts';
import { institutionIn } from './institutions.ts';

export interface CurrencyHints {
  /** The person's own choice, which wins. */
  chosen?: string | null;
  entries?: readonly Pick<StatementEntry, 'descriptor' | 'memo' | 'kind'>[];
  fileNames?: readonly string[];
  /** The order of day and month that the files proved, where they did. */
  dateOrder?: 'mdy' | 'dmy' | 'ymd' | null;
  /** What the rows of the other files are in, one for each row: the account that is lived from has the most. */
  besides?: readonly string[];
}

const EURO = new Set('DE DEU FR FRA ES ESP IT ITA NL NLD BE BEL AT AUT IE IRL PT PRT FI FIN GR GRC LU LUX'.split(' '));
const BRITISH =
  /\b(?:GBR?|BACS|BGC|FPI|FPO|STO|BCC|DDR|FASTER PAYMENTS?|DIRECT DEBIT|COUNCIL TAX|HMRC|DVLA|TFL|SAINSBURYS?|TESCO|STANDING ORDER)\b|£/;
const AMERICAN = /\bDES:|\bPPD\b|\bCCD\b|\bINDN:|\bZELLE\b|\bVENMO\b|\bIRS\b|\$\d/;
const EURO_WORDS =
  /\b(?:SEPA|LASTSCHRIFT|UEBERWEISUNG|ÜBERWEISUNG|PRLV|VIREMENT|BIZUM|BETAALAUTOMAAT|INCASSO|BONIFICO|KARTENZAHLUNG|GMBH)\b|€/;
const ENOUGH = 3;

export function guessHomeCurrency(accounts: readonly { currency: string | null }[], hints: CurrencyHints = {}): string {
  if (hints.chosen) return hints.chosen;
  return (
    mostCommon(accounts.flatMap(({ currency }) => currency ?? [])) ??
    spokenOf(hints) ??
    bankCountry(hints.fileNames ?? [], hints.dateOrder ?? null) ??
    mostCommon(hints.besides ?? []) ??
    (hints.dateOrder === 'mdy' ? 'USD' : null) ??
    'USD'
  );
}

/** The first of those that are named most often. */
function mostCommon(currencies: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const currency of currencies) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

function spokenOf({ entries = [], dateOrder = null }: CurrencyHints): string | null {
  const votes = new Map([
    ['USD', dateOrder === 'mdy' ? 1 : 0],
    ['GBP', 0],
    ['EUR', 0],
    ['CAD', 0],
    ['AUD', 0],
  ]);
  const vote = (currency: string) => votes.set(currency, (votes.get(currency) ?? 0) + 1);
  for (const { descriptor, memo, kind } of entries.slice(0, 2000)) {
    const text = `${descriptor} ${memo ?? ''} ${kind ?? ''}`.toUpperCase();
    const last = matchWords(descriptor).at(-1) ?? '';
    if (AMERICAN.test(text)) vote('USD');
    else if (BRITISH.test(text)) vote('GBP');
    else if (EURO_WORDS.test(text)) vote('EUR');
    else if (isStateOf('CAN', last) && descriptor.trim().endsWith(last)) vote('CAD');
    else if (/^[A-Z]{3}$/.test(last) && isStateOf('AUS', last) && descriptor.trim().endsWith(last)) vote('AUD');
    else if (/^[A-Z]{2}$/.test(last) && isState(last) && / [A-Z]{2}\s*$/.test(descriptor) && last !== 'DE') vote('USD');
    else if (EURO.has(last) && descriptor.trim().endsWith(last)) vote('EUR');
  }
  const [first, second] = [...votes].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= ENOUGH && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

/** An American bank that puts the day first is its branch elsewhere. */
const bankCountry = (fileNames: readonly string[], dateOrder: CurrencyHints['dateOrder']): string | null =>
  mostCommon(
    fileNames.flatMap((name) => institutionIn(name)?.currency ?? []).filter((currency) => currency !== 'USD' || dateOrder !== 'dmy'),
  );
