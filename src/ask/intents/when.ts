// When something happened: days since, the first and the last time, the one row that is first or last.
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf } from './flows.ts';
import { scopeFrom } from './scope.ts';

export const daysSince: Intent = {
  name: 'days-since',
  read: ({ reading, ledger }) =>
    hears(reading, 'days-since')
      ? { ask: 'days-since', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)), period: null }) }
      : null,
};

/** What is done with a payee for a while; a stretch without one, between two or until one is none of paying it. */
const GOES_ON =
  /\b(?:pay|pays|paid|paying|had|have|with|subscrib\w+|members?|customers?|subscribers?|supporters?|donors?|use|used|using|giv\w+|donat\w+|support\w*|go|going|on|at|in|getting|get|receiv\w+|renting|charg\w+|billing|taking|sending)\b/;
const NO_STRETCH = /\b(?:without|between|until|till|ago|since|before|take|will|last me|left)\b/;

/** "How long have I been paying Netflix", "how long did we have Sky". */
export const howLong: Intent = {
  name: 'how-long',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (!hears(reading, 'how-long') || hears(reading, 'days-since', 'how-much', 'average') || NO_STRETCH.test(said) || !GOES_ON.test(said))
      return null;
    const scope = scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) });
    return scope.where.some((one) => one.by === 'subject' && !one.not) ? { ask: 'how-long', scope } : null;
  },
};

/** "my last paycheck", "the first thing I bought": one row by time, whatever is asked of it. */
const ONE_ROW =
  /(?:\b(?:my|our|the|that) |'s |^(?:and )?)(?:very )?(?:first|last|latest|most recent|earliest|newest)(?: ever)? (?!\d|time|few|month|week|year|day|quarter|weekend|night|summer|winter|spring|autumn|fall|name|thing i knew)(?:\w+ ){0,2}?(?:thing|one|visit|trip|payment|charge|purchase|order|transaction|ride|paycheck|paycheque|salary|withdrawal|refund|bill|delivery|shop|stay|meal|deposit|transfer|fill up|visit|purchase|haircut|booking|receipt|wages?|pay|payslip|run)\b(?!s)/;

/** "how much was the last MOT": what stands right behind "last" is named, and one row of it is asked for. */
export const isLastOfName = ({ cues, names, limit, groupings }: Reading): boolean =>
  limit === null &&
  groupings.length === 0 &&
  cues.some(
    ({ value, end, text }) =>
      (value === 'last' || value === 'first') &&
      /^(?:very )?(?:last|latest|most recent|newest|first|earliest)$/.test(text) &&
      names.some((name) => name.start === end + 1 && name.value.is === 'subject'),
  );

const ONE_TIME = /\b(?:first|last|latest|most recent) time\b/;

/** "What did Verizon charge us most recently", "how much was Comcast last": one row, asked of at the end. */
const ONE_AT_END =
  /^(?:and |so |ok )*(?:what|how much) (?:did|do|does|was|were|has|have) .*\b(?:most recently|(?:the )?last time|last)(?: (?:around|out))?\s*[?.!]*$/;

/** Times and accounts (First Direct) are no first or last of anything. */
const outsidePeriods = ({ said: { said }, periods, names }: Reading): string =>
  [...periods, ...names.filter(({ value }) => value.is === 'account')].reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    said,
  );

/** "when did Netflix start", "in which month did my gym membership begin" */
const BEGINS =
  /\b(?:when|(?:what|which) (?:day|date|month|year))\b[^?]*\b(?:did|have|had|was|were)\b[^?]*\b(?:start(?:ed)?|begin|began|begun|join(?:ed)?|sign(?:ed)? up|subscribe|set up|take out|took out)\b/;

export const when: Intent = {
  name: 'when',
  read({ reading, ledger }) {
    const { said } = reading.said;
    // "any late fees, when were they": of several each has its day.
    if (/\bwhen (?:were|are) (?:they|those|these)\b/.test(said) && reading.names.length > 0)
      return { ask: 'list', scope: scopeFrom(reading, ledger, { flow: flowOf(reading) }), order: 'oldest', limit: null };
    // "since my last paycheck" is a time, no row.
    const one = ONE_ROW.test(outsidePeriods(reading)) && reading.limit === null;
    const named = isLastOfName(reading) && /^(?:(?:and|so|ok) )*(?:how much (?:was|is|were|did)|what (?:was|is|did|were))\b/.test(said);
    // "last dentist", "latest haircut": in haste nothing but the last one of it.
    const terse =
      isLastOfName(reading) &&
      reading.periods.length === 0 &&
      /^(?:and |the |my |our )?(?:very )?(?:last|latest|most recent) (?:\S+ ?){1,3}\??$/.test(said);
    if (
      !(
        hears(reading, 'when') ||
        one ||
        named ||
        terse ||
        ONE_TIME.test(said) ||
        (reading.names.length > 0 && ONE_AT_END.test(outsidePeriods(reading).trimEnd()))
      ) ||
      /\bday of the week\b/.test(said) ||
      hears(reading, 'average')
    )
      return null;
    if (/\b(?:most|biggest|largest|highest|least)\b/.test(said) && !/\b(?:last|first|most recent(?:ly)?|latest)\b/.test(said)) return null;
    if (hears(reading, 'count') && !hears(reading, 'when')) return null;
    const first = (hears(reading, 'first') || BEGINS.test(said)) && !/\blast\b(?! (?:year|month|week))/.test(said);
    return { ask: 'edge', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }), edge: first ? 'first' : 'last' };
  },
};
