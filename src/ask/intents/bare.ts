// A measure of nothing: "how many", "when?", "list them" with nothing said before.
import { cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { standingOf } from './about-money.ts';

/** A pronoun that stands for something said before. */
const PRONOUN =
  /(?<!(?:is|are|was|were|be|been|out|over|up|down|from|go|went|get|got|like|in|of) )\b(?:there|them|those|these|they)\b(?! (?:are|were|is|was|been|transactions|purchases|charges|payments|months|days|years))|\b(?:it|that|this)\b(?=\s*(?:$|[?.,!]|(?:in|on|at|last|cost|costs|come|came|was|were|is|paid|for|from|again|then|go|went|more|less|up|down|too|out|much|happen|happened|compare|compares)\b))|\b(?:them|those)\b|\b(?:he|she|him)\b(?! (?:says?|said|thinks?|reckons?|told|swears?|wants?|asked|claims?|insists?|keeps?|is|was|works?|loves?|likes?))/;

/** "what is it that", "is it true", "it seems": no pronoun for anything. */
const EMPTY_IT =
  /\b(?:is it (?:true|that|possible)|it (?:seems|looks|feels|is that)|that is|put it|get it|believe it|that (?:i|we|you|my|our|the)|this (?:is|time|morning)|worth it|does it take|like that|everything that|anything that|money that|the amount that|after that|before that|on that|about that|add it all|it all|all this|all that|all of it|most of it|how much (?:was|is|were) it|(?:transactions|purchases|payments|visits) (?:they|it|each) (?:has|have|had|got)|that (?:was|were|is|are|cost|came to|went|ran|fell|hit|reached) (?:more|over|under|less|above|below|between|at least|at most|bigger|greater|larger|smaller|exactly|[$£€]?\d[\d,.]*))\b/;

/** What a pronoun later in the sentence may stand for. */
const THINGS = ['noun-transaction', 'refund', 'fee', 'income', 'cash', 'buy', 'spend'] as const;

const WHAT_IT_COST =
  /^(?:and |so |ok |okay |but |then |right )*(?:(?:for |at )how much|how much(?: (?:in all|altogether|in total))?|(?:(?:the|its|their|total|what is|what was) )*(?:cost|price)|what did (?:it|that|this|those|these|they)(?: lot| one)?(?: all)? (?:cost|come to|set|amount to|add up to)(?: (?:me|us))?(?: back)?(?: in total| altogether| in all| together)?)(?: then| now| altogether)?\s*[?.!]*$/;

/** "cost?", "for how much", "what did that lot come to then": of something said before, and of nothing else. */
export const asksWhatItCost = ({ said }: Reading): boolean => WHAT_IT_COST.test(said.said);

/** Nothing but a measure: "how many", "when?", "list them" with nothing before. */
export function isBare(reading: Reading, known: boolean): boolean {
  const { said } = reading.said;
  const slots =
    known ||
    reading.periods.length > 0 ||
    reading.amounts.length > 0 ||
    reading.weekdays.length > 0 ||
    reading.groupings.length > 0 ||
    reading.limit !== null;
  const things =
    standingOf(reading) === 'strong' ||
    (hears(reading, 'which') && hears(reading, 'often', 'most')) ||
    (hears(reading, 'income') && hears(reading, 'largest', 'smallest')) ||
    hears(reading, 'balance', 'net', 'total', 'unusual', 'uncategorised', 'interest', 'subscriptions', 'transfer');
  if (!slots && !things) return true;
  if (!slots && asksWhatItCost(reading)) return true;
  if (!known && !things && /^(?:and |so |but )?(?:what about|how about|and|same for)\b/.test(said)) return true;
  if (known) return reading.names.every(({ value }) => value.is === 'account') && /^(?:just|only|and)\b/.test(said) && !things;
  // "which account has the most in it": the account that the question itself speaks of.
  const pointed = cueSpans(reading, 'correction', 'balance').reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    said,
  );
  // "purchases over 1000 in July, what did they add up to", "June's Fridays: what did they cost": they stand in the question itself.
  const pronoun = PRONOUN.exec(pointed);
  // "my September total, what is it".
  if (/[,;:] (?:what|how much) (?:is|was|were|did|does) (?:it|that|they)(?: come to| add up to)?\s*\??$/.test(said) && slots) return false;
  const within =
    pronoun !== null &&
    /[,;:.?] [^,;:.?]*$/.test(pointed.slice(0, pronoun.index)) &&
    ([...reading.weekdays, ...reading.periods].some(({ end }) => end <= pronoun.index) ||
      (/^any(?:thing|body|one)?\b/.test(said) && reading.amounts.some(({ end }) => end <= pronoun.index)) ||
      (cueSpans(reading, ...THINGS).some(({ end }) => end <= pronoun.index) &&
        [...reading.amounts, ...reading.periods].some(({ end }) => end <= pronoun.index)));
  return (
    pronoun !== null && !within && !EMPTY_IT.test(said) && !/\bthere (?:are|is|were|was|in|any)\b|\b(?:are|is|were|was) there\b/.test(said)
  );
}
