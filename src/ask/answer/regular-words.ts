// Sentences about what is paid again and again: what is regular, what it comes to, how its price moved, how long it was paid.
import { addMonths } from '../../base/days.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { QueryPlan } from '../plan/plan.ts';
import { conditionWords, dayWords, whenWords } from '../plan/words.ts';
import { day, num, plural, str, tidy } from './cells.ts';
import type { Result, Told } from './phrase.ts';
import type { Sentence } from './sentences.ts';

/** Money of the answer's currency, for the eye or for the ear. */
type Tell = (value: SqlValue | undefined) => string;

/** So many rises are named; of one payee they have one name. */
const NAMED_RISES = 4;

export function risesWords(
  { falls, either }: Pick<Extract<QueryPlan, { ask: 'price-change' }>, 'falls' | 'either'>,
  rows: Result['rows'],
  money: Tell,
): string {
  const by = ([at, payee, rise]: readonly SqlValue[], named: boolean) =>
    `${named ? `${str(payee)} ` : ''}on ${day(at)} ${either ? (num(rise) < 0 ? 'down ' : 'up ') : ''}by ${money(Math.abs(num(rise)))}`;
  const several = new Set(rows.map(([, payee]) => payee)).size > 1;
  const what = `${rows.length} ${either ? 'changes' : falls ? 'cuts' : 'rises'}`;
  if (!several) return `${what}, the latest ${str(rows[0]?.[1])} ${by(rows[0] ?? [], false)}.`;
  const more = rows.length > NAMED_RISES ? ` and ${rows.length - NAMED_RISES} more` : '';
  return `${what}: ${rows
    .slice(0, NAMED_RISES)
    .map((row) => by(row, true))
    .join(', ')}${more}.`;
}

/** "£197.96 a year together: BT £503.88, giffgaff £144.00"; of what was paid but once nothing is reckoned. */
export function perWords(per: string, rows: Result['rows'], { today }: Told, money: Tell): string {
  const together = rows[0]?.[4];
  const each = rows.map(([payee, amount, since, comesTo]) =>
    typeof comesTo === 'number'
      ? `${str(payee)} ${money(comesTo)}${lastPaid(since, today)}`
      : `${str(payee)} last ${money(amount)}${lastPaid(since, today)}`,
  );
  return `${typeof together === 'number' ? `${money(together)} a ${per} together` : `A ${per}`}: ${each.join(', ')}.`;
}

type Regular = Extract<QueryPlan, { ask: 'subscriptions' }>;

export function regularWords({ want, scope, per = 'month' }: Regular, rows: Result['rows'], { today }: Told, money: Tell): Sentence {
  const first = rows[0] ?? [];
  const by = scope.where
    .flatMap((one) =>
      one.by === 'paid-by' || (one.by === 'subject' && one.any.every(({ words }) => words !== 'subscriptions'))
        ? [conditionWords(one)]
        : [],
    )
    .join(' ');
  const when = whenWords(scope.period, today);
  const what = (count: number) => `${plural(count, 'regular payment')} ${by}`;
  const ends = want === 'ended' || want === 'began';
  if (!rows.length || first[0] === null || (want === 'count' && num(first[0]) === 0) || (want === 'total' && num(first[1]) === 0))
    return { text: tidy(`I find no regular payment${ends ? ` ${by} that ${want}` : `s ${by}`} ${when}.`), empty: true };
  if (ends) {
    const each = rows.map(([payee, , at]) => `${str(payee)} ${want === 'ended' ? 'after' : 'on'} ${day(at)}`);
    return { text: tidy(`${what(rows.length)} ${want} ${when}: ${each.join(', ')}.`) };
  }
  if (want === 'total' && scope.period)
    return {
      text: tidy(
        `${money(first[0])} in regular payments ${by} ${when}: ${plural(num(first[1]), 'payment')} to ${plural(num(first[2]), 'payee')}.`,
      ),
    };
  if (want === 'total') return { text: tidy(`${money(first[0])} a ${per}, in ${what(num(first[1]))}.`) };
  if (want === 'count') return { text: tidy(`${what(num(first[0]))} ${when}.`) };
  if (want === 'smallest' || want === 'largest')
    return { text: tidy(`The ${want} regular payment ${by} ${when} is ${str(first[0])} with ${money(first[1])}.`) };
  return { text: tidy(`${what(rows.length)} ${when}, the largest ${str(first[0])} with ${money(first[1])}.`) };
}

/** "1 year and 4 months", "5 months", "12 days". */
function stretchWords(months: number, days: number): string {
  if (months < 1) return plural(days, 'day');
  const [years, rest] = [Math.floor(months / 12), months % 12];
  return [...(years ? [plural(years, 'year')] : []), ...(rest || !years ? [plural(rest, 'month')] : [])].join(' and ');
}

export function howLongWords([since, last, payee, months, days, still, atStart]: readonly SqlValue[], { ledger }: Told): string {
  const at = str(payee);
  if (since === last) return `Once, on ${day(since)}: ${at}.`;
  const known = `${stretchWords(num(months), num(days))}: ${at}, ${still === 1 ? `since ${day(since)}` : `from ${day(since)} to ${day(last)}`}.`;
  return atStart === 1 && ledger.firstDay ? `At least ${known} Your statements begin on ${dayWords(ledger.firstDay)}.` : known;
}

/** A price of more than two months ago is one of then, be it of what has ended or of what is paid once a year. */
export const lastPaid = (since: SqlValue | undefined, today: string): string =>
  typeof since === 'string' && since < addMonths(today, -2) ? `, last paid on ${day(since)}` : '';
