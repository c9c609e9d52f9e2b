// One sentence for each kind of answer. `say` writes money for the eye or for the ear; nothing here computes a figure.
import type { SqlValue } from '../../ledger/database.ts';
import type { Dimension, Flow, Kept, QueryPlan, Scope } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { dayWords, pluralOf, scopeWords, stretchWords, whenWords } from '../plan/words.ts';
import { day, num, plural, str, tidy } from './cells.ts';
import { comparison } from './comparison.ts';
import { hears } from '../reading.ts';
import { percentWords } from './money.ts';
import type { Result, Told } from './phrase.ts';
import { howLongWords, lastPaid, perWords, regularWords, risesWords } from './regular-words.ts';

export interface Sentence {
  text: string;
  /** There is nothing to tell: the status becomes `empty`. */
  empty?: boolean;
}

export type Say = (minor: number, currency: string) => string;

const done: Readonly<Record<Flow, string>> = {
  spending: 'You spent',
  purchases: 'You spent',
  refunds: 'You got back',
  income: 'You received',
  net: 'You kept',
  'transfers-in': 'You moved',
  'transfers-out': 'You moved',
  transfers: 'You moved',
  anything: 'It comes to',
};
const things: Readonly<Record<Flow, string>> = {
  spending: 'transaction',
  purchases: 'purchase',
  refunds: 'refund',
  income: 'payment in',
  net: 'transaction',
  'transfers-in': 'transfer',
  'transfers-out': 'transfer',
  transfers: 'transfer',
  anything: 'transaction',
};
const thingsOf = (flow: Flow, count: number) =>
  flow === 'income' ? `${count} ${count === 1 ? 'payment' : 'payments'} in` : plural(count, things[flow]);

function nothing(scope: Scope, { today, ledger }: Told): Sentence {
  const what = things[scope.flow] === 'payment in' ? 'payments in' : `${things[scope.flow]}s`;
  const covers =
    ledger.firstDay && ledger.lastDay ? ` Your statements cover ${dayWords(ledger.firstDay)} to ${dayWords(ledger.lastDay)}.` : '';
  return { text: tidy(`I find no ${what} ${scopeWords(scope, today)}.${covers}`), empty: true };
}

/** ", $120.40 in all": what listed rows come to, where they are all the rows, of one currency, and flow one way. */
function sumOf({ plan, evidence }: Result, say: Say): string {
  const [sum, ...others] = evidence?.sums ?? [];
  if (plan.ask !== 'list' || plan.limit !== null || sum === undefined || others.length > 0) return '';
  const { flow } = plan.scope;
  if (flow === 'anything' || flow === 'net' || (flow === 'spending' && sum.minor > 0)) return '';
  return `, ${say(Math.abs(sum.minor), sum.currency)} in all`;
}

/** "is Octopus cheaper than OVO": of two prices the lower one is named. */
function cheaperOf({ plan, rows, reading }: Result): string {
  const [dear, cheap, ...more] = rows;
  if (
    plan.ask !== 'price' ||
    !dear ||
    !cheap ||
    more.length > 0 ||
    !hears(reading, 'more', 'less', 'compare', 'difference', 'smallest', 'largest')
  )
    return '';
  return dear[1] === cheap[1] ? 'They cost the same: ' : `${str(cheap[0])} is cheaper: `;
}

/** So few rows are told one by one. */
const FEW = 3;
const fewRows = (rows: Result['rows'], tell: (minor: number) => string): string =>
  rows.length > FEW
    ? ''
    : `: ${rows.map(([on, payee, , minor]) => `${str(payee)} ${tell(Math.abs(num(minor)))} on ${day(on)}`).join(', ')}`;

function labelWords(plan: QueryPlan, label: string): string {
  return plan.ask === 'breakdown' ? stretchWords(label, plan.by) : label;
}

type Breakdown = Extract<QueryPlan, { ask: 'breakdown' }>;

const valueWords = ({ value, scope: { currency, flow } }: Breakdown, of: SqlValue | undefined, say: Say): string =>
  value === 'count' ? thingsOf(flow === 'spending' ? 'purchases' : flow, num(of)) : say(num(of), currency);

const noneOf = (by: Dimension, { words }: Kept, where: string): Sentence => ({
  text: tidy(`I find no ${by === 'day-kind' ? 'kind of day' : by} with ${words} ${where}.`),
  empty: true,
});

/** "3 categories with more than 100 in May 2026: Travel $420.00, ...". */
function keptTable({ plan, rows }: Result, { words }: Kept, where: string, say: Say): Sentence {
  if (plan.ask !== 'breakdown') return { text: '' };
  const named = rows.slice(0, 3).map(([label, value]) => `${labelWords(plan, str(label))} ${valueWords(plan, value, say)}`);
  const more = rows.length > 3 ? ` and ${rows.length - 3} more` : '';
  return { text: tidy(`${plural(rows.length, plan.by, pluralOf(plan.by))} with ${words} ${where}: ${named.join(', ')}${more}.`) };
}

/** "The week of ..." where it begins a sentence; a name keeps its letters. */
const begun = (text: string): string => text.replace(/^the /, 'The ');

function table({ plan, rows }: Result, say: Say): Sentence {
  if (plan.ask !== 'breakdown') return { text: '' };
  const tell = (value: SqlValue | undefined) => valueWords(plan, value, say);
  const first = rows[0] ?? [];
  const name = begun(labelWords(plan, str(first[0])));
  if (rows.length === 1) return { text: `${name}: ${tell(first[1])}.` };
  if (plan.order === 'natural') {
    const most = [...rows].sort((a, b) => num(b[1]) - num(a[1]))[0] ?? first;
    return {
      text: `${rows.length} ${pluralOf(plan.by)}, the most ${labelWords(plan, str(most[0]))} with ${tell(most[1])}.`,
    };
  }
  return {
    text: begun(
      `${rows
        .slice(0, 3)
        .map(([label, value]) => `${labelWords(plan, str(label))} ${tell(value)}`)
        .join(', ')}${rows.length > 3 ? ` and ${rows.length - 3} more` : ''}.`,
    ),
  };
}

/** The sentence of an answer; `empty` when the rows hold nothing. */
export function sentenceOf(result: Result, told: Told, say: Say): Sentence {
  const { plan, rows } = result;
  const { today, locale } = told;
  const scope = scopeOf(plan);
  const { currency, flow } = scope;
  const first = rows[0] ?? [];
  const where = scopeWords(scope, today);
  const money = (value: SqlValue | undefined) => say(num(value), currency);
  switch (plan.ask) {
    case 'total':
      if (num(first[1]) === 0) return nothing(scope, told);
      if (flow === 'net')
        return {
          text: tidy(
            `${num(first[0]) >= 0 ? 'You kept' : 'You spent more than came in by'} ${say(Math.abs(num(first[0])), currency)} ${where}.`,
          ),
        };
      return { text: tidy(`${done[flow]} ${money(first[0])} ${where}, in ${thingsOf(flow, num(first[1]))}.`) };
    case 'count':
      if (num(first[0]) === 0) return plan.kept && plan.of !== 'rows' ? noneOf(plan.of, plan.kept, where) : nothing(scope, told);
      if (plan.kept && plan.of !== 'rows')
        return { text: tidy(`${plural(num(first[0]), plan.of, pluralOf(plan.of))} with ${plan.kept.words} ${where}.`) };
      return {
        text: tidy(`${plan.of === 'rows' ? thingsOf(flow, num(first[0])) : plural(num(first[0]), plan.of, pluralOf(plan.of))} ${where}.`),
      };
    case 'average':
      if (!rows.length || first[0] === null) return nothing(scope, told);
      return {
        text: tidy(
          plan.count
            ? `${Math.round(num(first[0]) * 100) / 100} a ${plan.per} on average ${where}.`
            : plan.per === 'purchase'
              ? `${money(first[0])} on average for one ${things[flow]} ${where}.`
              : `${money(first[0])} a ${plan.per} on average ${where}.`.replace('a week on average on weekends', 'a weekend on average'),
        ),
      };
    case 'median':
      return rows.length
        ? { text: tidy(`Half of your ${things[flow]}s ${where} are at most ${money(first[0])}, the median.`) }
        : nothing(scope, told);
    case 'extreme':
      if (!rows.length) return nothing(scope, told);
      return {
        text:
          rows.length === 1
            ? `${money(first[2])} at ${str(first[1])} on ${day(first[0])}.`
            : tidy(`The ${plan.order} is ${money(first[2])} at ${str(first[1])} on ${day(first[0])}; ${rows.length} in all.`),
      };
    case 'edge':
      return rows.length
        ? { text: `${plan.edge === 'first' ? 'First' : 'Last'} on ${day(first[0])}: ${str(first[1])}, ${money(first[2])}.` }
        : nothing(scope, told);
    case 'how-long':
      return rows.length ? { text: howLongWords(first, told) } : nothing(scope, told);
    case 'days-since':
      return rows.length ? { text: `${plural(num(first[0]), 'day')} ago, on ${day(first[1])}.` } : nothing(scope, told);
    case 'list': {
      if (!rows.length) return nothing(scope, told);
      return {
        text: tidy(
          rows.length === 1
            ? `${str(first[1])}, ${say(Math.abs(num(first[3])), currency)}, on ${day(first[0])}.`
            : `${thingsOf(flow, rows.length)} ${where}${sumOf(result, say)}${fewRows(rows, (minor) => say(minor, currency))}.`,
        ),
      };
    }
    case 'breakdown':
      if (plan.kept) return rows.length ? keptTable(result, plan.kept, where, say) : noneOf(plan.by, plan.kept, where);
      return rows.length ? table(result, say) : nothing(scope, told);
    case 'compare':
      return rows.length ? comparison(result, say, locale) : nothing(scope, told);
    case 'share':
      if (typeof first[0] !== 'number') return nothing(plan.scope, told);
      return {
        text: tidy(
          plan.count
            ? `${percentWords(first[0], locale)}: ${num(first[1])} of ${num(first[2])} ${whenWords(scope.period, today)}.`
            : `${percentWords(first[0], locale)}: ${money(first[1])} of ${money(first[2])} ${whenWords(scope.period, today)}.`,
        ),
      };
    case 'savings-rate':
      if (typeof first[0] !== 'number') return nothing({ ...scope, flow: 'income' }, told);
      return {
        text: tidy(
          `You kept ${percentWords(first[0], locale)} of your income ${whenWords(scope.period, today)}: ${money(first[1])} of ${money(first[2])}.`,
        ),
      };
    case 'balance':
      if (!rows.length)
        return { text: `These statements do not give a balance${scope.period ? ' of that day or before' : ''}.`, empty: true };
      return {
        text: `${rows.map(([account, minor, code, at]) => `${str(account)} held ${say(num(minor), str(code))} on ${day(at)}`).join('; ')}.`,
      };
    case 'price':
      if (!rows.length) return nothing(scope.flow === 'income' ? scope : { ...scope, flow: 'purchases' }, told);
      if (plan.at === 'both')
        return { text: `${rows.map(([time, amount, , payee]) => `${str(payee)} ${str(time)} ${money(amount)}`).join(', ')}.` };
      if (plan.at === 'first') return { text: `${str(first[0])} began at ${money(first[1])}, on ${day(first[2])}.` };
      return {
        text:
          rows.length === 1
            ? `${str(first[0])} ${scope.period ? '' : 'last '}${scope.flow === 'income' ? 'paid' : 'cost'} ${money(first[1])}, on ${day(first[2])}${plan.per && typeof first[3] === 'number' && first[3] !== first[1] ? `: ${money(first[3])} a ${plan.per}` : ''}.`
            : plan.per
              ? perWords(plan.per, rows, told, money)
              : `${scope.flow === 'income' ? 'The latest of each: ' : cheaperOf(result) || `${money(first[3])} together: `}${rows.map(([payee, amount, since]) => `${str(payee)} ${money(amount)}${lastPaid(since, told.today)}`).join(', ')}.`,
      };
    case 'price-change':
      if (!rows.length)
        return { text: tidy(`I find no price ${plan.either ? 'change' : plan.falls ? 'cut' : 'rise'} ${where}.`), empty: true };
      if (plan.want === 'how-much' && scope.period && first[0] === 0) return { text: `The same: ${money(first[2])}, as it was then.` };
      if (plan.want === 'how-much' && scope.period)
        return {
          text: `${num(first[0]) >= 0 ? 'Up' : 'Down'} by ${say(Math.abs(num(first[0])), currency)}, from ${money(first[1])} to ${money(first[2])}.`,
        };
      return {
        text:
          rows.length === 1
            ? `${str(first[1])} ${num(first[2]) < 0 ? 'fell' : 'rose'} on ${day(first[0])}, by ${money(Math.abs(num(first[2])))} from ${money(first[3])} to ${money(first[4])}${typeof first[5] === 'number' && first[5] !== first[4] ? `, and is ${money(first[5])} now` : ''}.`
            : risesWords(plan, rows, money),
      };
    case 'subscriptions':
      return regularWords(plan, rows, told, money);
    case 'duplicates':
      if (!rows.length) return { text: tidy(`No, I find nothing charged twice ${where}.`), empty: true };
      return {
        text: `Yes: ${str(first[1])}, ${money(first[2])}, on ${day(first[0])}${rows.length > 2 ? `, among ${rows.length} rows that occur more than once` : ', twice'}.`,
      };
    case 'unusual':
      if (!rows.length) return { text: tidy(`No, nothing stands out ${where}.`), empty: true };
      return {
        text: `Yes: ${money(first[2])} at ${str(first[1])} on ${day(first[0])}${rows.length > 1 ? `, and ${rows.length - 1} more` : ''}.`,
      };
    case 'exists':
      return existence(plan, first, told, say);
    case 'why':
      if (first.length > 3 && first[3] === null)
        return { text: tidy(`No payee took more ${whenWords(scope.period, today)} than it does usually.`) };
      if (first.length > 3)
        return {
          text: tidy(
            `What stands out ${whenWords(scope.period, today)} against the time from ${day(first[3])} is ${str(first[0])}: ${money(first[1])}.`,
          ),
        };
      return rows.length
        ? { text: tidy(`Most of it went to ${str(first[0])}, ${money(first[1])} ${whenWords(scope.period, today)}.`) }
        : nothing(scope, told);
    case 'what-if':
      if (plan.now && rows.length) return { text: `That would keep ${money(first[0])} a year, at what it costs now.` };
      return rows.length
        ? { text: tidy(`That would have kept ${money(first[0])}${plan.per ? ` a ${plan.per}` : ''} ${whenWords(scope.period, today)}.`) }
        : nothing(scope, told);
    case 'budget': {
      const over = num(first[0]);
      return {
        text: tidy(
          `${overOrNot(result, over)}${over > 0 ? `${say(over, currency)} over` : `${say(-over, currency)} under`}: you spent ${money(first[1])} ${where}.`,
        ),
      };
    }
  }
}

/** "Did we go over 100": yes or no, before by how much. */
function overOrNot({ reading: { said } }: Result, over: number): string {
  const asks =
    /^(?:(?:and|so|but|ok) )*(?:did|have|had|am|are|was|were|is) \w+\b[^?]*?\b(?<way>over|above|more than|exceed\w*|past|at least|upwards of|under|below|less than|within)\b/.exec(
      said.said,
    );
  if (!asks || /\bhow (?:much|far)\b|\bor\b/.test(said.said)) return '';
  const below = /under|below|less than|within/.test(asks.groups?.['way'] ?? '');
  return over > 0 === !below ? 'Yes, ' : 'No, ';
}

function existence(
  plan: Extract<QueryPlan, { ask: 'exists' }>,
  [count, last, sum, , isStill]: readonly SqlValue[],
  told: Told,
  say: Say,
): Sentence {
  const { scope, still } = plan;
  const where = scopeWords(scope, told.today);
  if (num(count) === 0) return { text: tidy(`No, I find no ${things[scope.flow]} ${where}.`), empty: true };
  if (still && isStill !== 1) return { text: `No, the last payment was on ${day(last)}.` };
  return {
    text: tidy(`Yes, ${thingsOf(scope.flow, num(count))} ${where}, ${say(num(sum), scope.currency)} in all, the last on ${day(last)}.`),
  };
}
