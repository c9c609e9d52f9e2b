// The rows themselves: everything over a bound, the latest few, what was bought.
import { cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf } from './flows.ts';
import { scopeFrom } from './scope.ts';

/** What asks for something else than rows. */
const OTHER_MEASURES = [
  'how-much',
  'total',
  'spend',
  'cost',
  'count',
  'often',
  'average',
  'per-purchase',
  'median',
  'largest',
  'smallest',
  'most',
  'least',
  'when',
  'days-since',
  'first',
  'last',
  'share',
  'percent-change',
  'compare',
  'difference',
  'more',
  'less',
  'trend',
  'budget',
  'breakdown',
  'subscriptions',
] as const;
/** "what did we spend our money on", with nothing named. */
export const WHAT_ON =
  /\bwhat (?:did|do|have) (?:i|we) (?:spend|spent|blow|blown|waste|wasted) (?:(?:all )?(?:my|our|the|that) |so much |most of (?:my|our) )?(?:money|cash) on\b/;
const ASKING = /^(?:(?:and|so|ok|but|well) )*(?:what|which|how|who|where|when|why|did|do|does|have|has|is|are|was|were|am|can|could|if)\b/;
const ROWS = /^(?:purchases|transactions|charges|debits)$/;
const ROWS_OF_A_SIZE = /^(?:purchases|transactions|charges|debits|payments|orders|bills)$/;

/** "September purchases above 2990", "Smith Group transactions, July to September": rows by their name, and no verb. */
const namesRows = (reading: Reading, bounded: boolean): boolean =>
  !ASKING.test(reading.said.said) &&
  cueSpans(reading, 'noun-transaction').some(
    (head) =>
      (bounded ? ROWS_OF_A_SIZE : ROWS).test(head.text) &&
      // "online purchases" may be a category.
      !reading.names.some(({ start, end }) => start < head.end && head.start < end),
  ) &&
  !hears(reading, ...OTHER_MEASURES) &&
  reading.groupings.length === 0;

export const list: Intent = {
  name: 'list',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (/\b(?:give|tell|show) me the number\s*[?.!]*$/.test(said)) return null;
    // "pull up the Zaxbys from March with how much each": rows, as each has its amount.
    const lists = cueSpans(reading, 'list').some(({ start, text }) => start < 10 && !/^(?:all|what|every)\b/.test(text));
    if (hears(reading, 'how-much', 'total') && !lists) return null;
    if (/\bhow many\b/.test(said) && (/^(?:(?:and|so|ok|but) )*how many\b/.test(said) || !hears(reading, 'list'))) return null;
    if (/^(?:and |so )?count\b/.test(said)) return null;
    // "I'd like to see what Ryanair has had out of us" is a sum.
    if (/\b(?:see|know|tell me|show me) what\b/.test(said) && hears(reading, 'cost', 'spend') && !hears(reading, 'noun-transaction', 'buy'))
      return null;
    const bounded = reading.amounts.some(({ value: { is, money } }) => is !== 'bare' || money);
    const recent =
      hears(reading, 'last') &&
      hears(reading, 'noun-transaction') &&
      (reading.limit !== null || /\b(?:latest|recent|last|most recent|newest)\b/.test(said)) &&
      !hears(reading, 'spend');
    const scope = () => scopeFrom(reading, ledger, { flow: flowOf(reading) });
    // "my last 5 Starbucks": so many rows of somebody's.
    const latestOf =
      hears(reading, 'last') &&
      reading.limit !== null &&
      reading.names.some(({ value: name }) => name.is === 'subject' || name.is === 'account') &&
      !hears(reading, 'spend', 'how-much', 'total', 'average');
    if ((recent || latestOf) && (reading.periods.length === 0 || reading.limit !== null))
      return {
        ask: 'list',
        // A refund is no visit.
        scope: /\b(?:visit|trip|ride|stay|shop|appointment|booking)s?\b/.test(said)
          ? { ...scope(), flow: asRows(flowOf(reading)) }
          : scope(),
        order: 'newest',
        limit:
          reading.limit ??
          (/\b(?:transaction|purchase|payment|charge|order|visit|trip|ride|stay|bill|booking|appointment|withdrawal|shop)\b/.test(said)
            ? 1
            : 10),
      };
    const onlyAll = flowOf(reading) === 'income' && !/\b(?:list|show|display|itemi[sz]e|see|each|every|details?)\b/.test(said);
    // "all my July spending" is its sum.
    const onlySum =
      /\b(?:spending|outgoings|expenditure|spend)\b/.test(said) &&
      reading.cues.every(({ value: cue, text }) => cue !== 'list' || /^all\b/.test(text));
    const shown = (hears(reading, 'list') && !onlyAll && !onlySum) || hears(reading, 'uncategorised');
    const bought =
      flowOf(reading) === 'spending' &&
      /\bwhat (?:(?:things|stuff|items) )?(?:(?:did|have|had) )?(?:i|we) (?:buy|bought|purchase|purchased|order|ordered|get(?! through)|pay for)\b/.test(
        said,
      );
    const boughtAll =
      /\b(?:everything|all(?: the things| the stuff)?|anything|whatever) (?:that )?(?:i|we) (?:have )?(?:bought|purchased|ordered)\b/.test(
        said,
      );
    const spentOn = /\bwhat (?:did|have) (?:i|we) spen[dt] [^?]*\bon\b/.test(said);
    const nounFirst =
      /^(?:all |all my |my |the |every |each )?(?:purchases?|transactions?|payments?|charges?|orders?|expenses|debits?|withdrawals?|anything|everything|things|stuff|items)\b/.test(
        said,
      ) && !hears(reading, 'spend', 'total');
    const named = namesRows(reading, bounded);
    const every =
      /^(?:show |list |give me )?(?:every|each|all|any)\b[^?]*\b(?:charges?|purchases?|payments?|transactions?|orders?|visits?|trips?|rides?)\b/.test(
        said,
      ) && !hears(reading, 'spend', 'total', 'income');
    const whatFees =
      /^(?:and )?(?:what|which) (?:\w+ ){0,2}?(?:fees|refunds?|charges|penalties)\b|^(?:and )?what (?:\w+ ){0,2}?(?:fee|charge)\b/.test(
        said,
      ) &&
      hears(reading, 'fee', 'late-fee', 'refund') &&
      !/\bwhat (?:did|have|do) (?:i|we) (?:pay|spend|paid|spent)\b/.test(said);
    if (
      bounded &&
      (shown ||
        bought ||
        spentOn ||
        every ||
        nounFirst ||
        named ||
        /\bany(?:thing)?\b|^(?:what|which)\b|[,:] which (?:ones?|were|are|purchases|payments|charges|transactions|things)\b/.test(said)) &&
      !/\bhow much\b/.test(said)
    )
      return {
        ask: 'list',
        scope: { ...scope(), flow: flowOf(reading) === 'spending' ? 'purchases' : flowOf(reading) },
        order: 'oldest',
        limit: reading.limit,
      };
    // "all our July spending" is its sum; "everything I spent in May, list it" is not.
    if (
      !/[,;.:] (?:and |please |just )?(?:list|show|itemi[sz]e|read)\b/.test(said) &&
      /^(?:everything|all) (?:i|we) spen[dt]\b|^all (?:of )?(?:my|our|the) (?:\w+ ){0,3}(?:spending|spend|expenditure|outgoings)\b/.test(
        said,
      )
    )
      return null;
    // "transactions on the second Friday of June".
    const ofDays = reading.periods.length > 0 && reading.periods.every(({ value: { grain } }) => grain === 'day' || grain === 'weekend');
    if (
      ofDays &&
      /^(?:all |my |the )*(?:transactions|purchases|charges)\b/.test(said) &&
      !hears(reading, 'breakdown', 'average', 'count', 'total', 'how-much', 'spend')
    )
      return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    // "what did I spend money on on the 6th".
    if (ofDays && WHAT_ON.test(said) && !reading.names.some(({ value }) => value.is === 'subject'))
      return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    if (every && !hears(reading, 'breakdown', 'average', 'count'))
      return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    if (shown || bought || whatFees || named || (boughtAll && !hears(reading, 'total', 'average', 'breakdown', 'count')))
      return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    return null;
  },
};
