// "If I cut my Blue Bottle habit in half ...", and budgets: "with 1,500 a month for groceries, how far over was I in May?"
import { addDays, addMonths } from '../../base/days.ts';
import { toMinor } from '../../base/money.ts';
import type { Per, Scope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { oneRange } from '../spans/dates/period.ts';
import type { Asked, Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';

/** The share that would be spared: half, a third, 20 percent, all. */
function spared({ said: { said } }: Reading): number {
  const percent = /(\d{1,3}(?:\.\d+)?)\s?(?:%|percent|per cent)/.exec(said);
  if (percent) return Number(percent[1]) / 100;
  if (/\b(?:a|one|by a) third\b/.test(said)) return 1 / 3;
  if (/\b(?:three|3) quarters\b/.test(said)) return 3 / 4;
  if (/\b(?:two|2) thirds\b/.test(said)) return 2 / 3;
  if (/\b(?:a|one|by a) quarter\b/.test(said)) return 1 / 4;
  if (/\b(?:a|one|1) fifth\b/.test(said)) return 1 / 5;
  if (/\b(?:a|one|1) tenth\b/.test(said)) return 1 / 10;
  return /\bhalf|halv/.test(said) ? 0.5 : 1;
}

const perUnit = (reading: Reading): Per | null => {
  // "a quarter off Dunnes" is how much, not how often.
  const unit = reading.groupings.find(
    ({ value, end }) =>
      (!(value.by === 'quarter' && /^ (?:off|of|less|from|out)\b/.test(reading.said.said.slice(end))) && value.style === 'per') ||
      value.style === 'each' ||
      value.style === 'adverb',
  )?.value.by;
  return unit === 'month' || unit === 'week' || unit === 'day' || unit === 'year' || unit === 'quarter' ? unit : null;
};

/** "what would that save over a year": by the last twelve months, where the statements hold as many and no time was said. */
function overLastYear(scope: Scope, { ledger, today }: Asked): Scope {
  const from = addDays(addMonths(today, -12), 1);
  if (scope.period !== null || ledger.firstDay === null || ledger.firstDay > from) return scope;
  return { ...scope, period: oneRange(from, addDays(today, 1), 'other', { assumed: 'I went by the last twelve months' }) };
}

export const whatIf: Intent = {
  name: 'what-if',
  read(asked) {
    const { reading, ledger } = asked;
    if (!hears(reading, 'what-if')) return null;
    const hypothetical =
      /\b(?:if|what if|suppose|say i|by \w+ing|(?:quitt|dropp|cancell?|skipp|binn|halv|axe?|trimm)ing|cutting out|giving up|ditching|halving|stopping|skipping|without|cancel|drop|ditch|quit|halve|trim|half (?:the|my|our|of)|stop|skip|cut|lose|give up|pack in|halved|gave up|cancelled|dropped|ditched|stopped|binned|scrapped|say we|supposing|get rid of|got rid of|imagine|were i|were we)\b/.test(
        reading.said.said,
      );
    if (!hypothetical) return null;
    // "without Netflix" is what would be spared.
    const names = settledNames(reading)
      .filter(({ value, text }) => value.is !== 'unknown' && !(value.is === 'account' && /saving/.test(text)))
      .map((span) => ({ ...span, not: false }));
    const counted = reading.periods.filter(({ by }) => by !== 'bare-units');
    const spoken = counted.length ? { ...reading, periods: counted } : reading;
    const scope = scopeFrom(spoken, ledger, { flow: 'spending', names });
    if (!scope.where.some(({ by }) => by === 'subject')) return null;
    // "at today's prices": what they cost now, together.
    if (/\b(?:today's|current|present|latest|today) (?:prices?|rates?)\b/.test(reading.said.said))
      return { ask: 'price', scope: { ...scope, flow: 'purchases', period: null } };
    const per = perUnit(reading);
    // "if I stopped Netflix, what would I save each month": what it costs a month by now, not on average since it began.
    const subjects = scope.where.flatMap((one) => (one.by === 'subject' ? [...one.any] : []));
    const steady = subjects.every(({ payees }) => payees.length > 0 && payees.every((id) => ledger.steady.has(id)));
    if (per === 'month' && steady && scope.period === null && spared(reading) === 1)
      return { ask: 'price', scope: { ...scope, flow: 'purchases' } };
    // "what would that save me in a year": twelve times what it costs now, whatever it cost before its price rose.
    if (per === 'year' && steady && scope.period === null)
      return { ask: 'what-if', scope: { ...scope, flow: 'purchases' }, spared: spared(reading), per, now: true };
    return { ask: 'what-if', scope: per === 'year' ? overLastYear(scope, asked) : scope, spared: spared(reading), per };
  },
};

/** A bound that people set themselves: "I allow myself 150 a month for ...", "with 300 a month for ..., how far over". */
const SET_ASIDE =
  /\b(?:allow(?:ed)?|gave|give|set|promised?) (?:myself|ourselves) [^a-z]?\d|(?:^|[,:.] )(?:and |so )?with [^a-z]?\d[\d.,]* (?:\w+ )?(?:a|per|each|every) (?:month|week)\b[^?]*\b(?:over|under|off|left|short|spare|remains?)\b/;

/** "Did we go over 100 on takeaways in January": what it came to, and no row of that size. */
const GOES_OVER =
  /^(?:(?:and|so|but|ok) )*(?:did|have|had|am|are) (?:i|we) (?:(?!ever\b)\w+ )?(?:(?:go|gone|went|going|come in|came in|keep|kept|stay|stayed) (?:over|under|above|below|within)|(?:spen[dt]|spending|paid|paying|blow|blown|put) (?:over|under|above|below|more than|less than|at least|upwards of))\b/;
const OF_ONE = /\b(?:ever|single|in one go|one go|at once|a time|each|per|any one|a day|a week|every)\b/;

/** So much is said, and of what or when; "have I ever spent more than 500 at Costco" is of one purchase. */
const goesOver = ({ said: { said }, amounts, names, periods }: Reading): boolean =>
  GOES_OVER.test(said) && !OF_ONE.test(said) && amounts.length === 1 && names.length + periods.length > 0;

/** "Was May under 4,000", "were groceries in June above 500": a sum held against a bound, and no rows of a size. */
const isWithin = (reading: Reading): boolean =>
  reading.periods.length > 0 &&
  /^(?:and |so |but )*(?:was|were|is|are) (?!there\b|any)(?:[\w'&-]+ ){1,7}?(?:under|below|over|above|within|less than|more than|higher than|lower than) [$£€]?\d/.test(
    reading.said.said,
  ) &&
  !hears(reading, 'noun-transaction', 'largest', 'smallest', 'average', 'count', 'balance', 'last', 'first', 'buy', 'price');

export const budget: Intent = {
  name: 'budget',
  read({ reading, ledger }) {
    if (
      !hears(reading, 'budget') &&
      !SET_ASIDE.test(reading.said.said) &&
      !isWithin(reading) &&
      !goesOver(reading) &&
      !/\b(?:limit|cap|target|allowance) (?:of|was|is)\b/.test(reading.said.said)
    )
      return null;
    const amount = reading.amounts.find(({ value }) => value.money || Number(value.decimal) >= 10);
    if (!amount) return { refuse: 'declined', why: 'not-in-statements' };
    const scope = scopeFrom({ ...reading, amounts: [] }, ledger, { flow: 'spending' });
    const limit = toMinor(amount.value.decimal, scope.currency);
    if (limit === null) return null;
    return { ask: 'budget', scope, limit, want: /\b(?:left|remaining|under)\b/.test(reading.said.said) ? 'left' : 'over' };
  },
};
