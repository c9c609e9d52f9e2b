// Whether a sentence speaks of money at all: by strong words ("spent", "refund"), or by weak ones ("go", "took", "total") or a name
// of the ledger when everything else in it is understood. "Is coffee bad for you" names coffee and is none of ours.
import neutral from '../lexicon/neutral-words.json';
import { isMark, wordsWithin } from '../hear/utterance.ts';
import type { Reading } from '../reading.ts';
import { HANDING } from './flows.ts';
import type { Cue } from '../spans/cues.ts';

const STRONG: ReadonlySet<Cue> = new Set<Cue>([
  'spend',
  'pay',
  'cost',
  'buy',
  'income',
  'refund',
  'fee',
  'subscriptions',
  'balance',
  'savings-rate',
  'duplicate',
  'budget',
  'cash',
  'price',
  'price-change',
  'began-price',
  'what-if',
  'unusual',
  'card-payment',
  'overdraft',
  'late-fee',
  'after-refunds',
  'before-refunds',
  'interest-charge',
  'maintenance-fee',
  'atm-fee',
  'foreign-fee',
  'annual-fee',
  'wire-fee',
  'uncategorised',
  'in-currency',
]);
/** Cues of money whose words mean other things as well. */
const WEAK: ReadonlySet<Cue> = new Set<Cue>(['net', 'total', 'money', 'transfer', 'interest', 'go', 'noun-transaction', 'how-much']);
const WEAK_WORDS = new RegExp(`^(?:${neutral.weak.join('|')})$`);
const STRONG_NOUN = /^(?:transactions?|purchases?|charges?|payments?|bills?|debits?|invoices?|receipts?|withdrawals?|spends)$/;
const neutralWords: ReadonlySet<string> = new Set(neutral.words);

type Standing = 'strong' | 'weak' | 'none';

const isStrong = ({ value, text }: { value: Cue; text: string }): boolean =>
  (STRONG.has(value) && !WEAK_WORDS.test(text)) || (value === 'noun-transaction' && STRONG_NOUN.test(text));

/** Every word is claimed by a span or is grammar, in each clause that says anything of ours; other clauses are a story around it. */
function isWhollyUnderstood({ said, cues, periods, weekdays, amounts, names, groupings, limit }: Reading): boolean {
  const isNeutral = (text: string) => isMark(text) || neutralWords.has(text) || (limit !== null && text === String(limit));
  const claimed = said.words.map(({ text }) => isNeutral(text));
  const ours = said.words.map(() => false);
  for (const { start, end } of [...cues, ...periods, ...weekdays, ...amounts, ...names, ...groupings])
    for (const at of wordsWithin(said, start, end)) claimed[at] = true;
  const telling = [...names, ...groupings, ...cues.filter(({ value }) => WEAK.has(value) || STRONG.has(value))];
  for (const { start, end } of telling) for (const at of wordsWithin(said, start, end)) ours[at] = true;
  let from = 0;
  for (const [at, { text }] of [...said.words, { text: '.' }].entries()) {
    if (!/^[,.;:!?]$/.test(text)) continue;
    if (ours.slice(from, at).includes(true) && claimed.slice(from, at).includes(false)) return false;
    from = at + 1;
  }
  return true;
}

const PERSON = /^(?:i|we|my|our|me|us|mine|ours|myself|ourselves)$/;
/** "My priciest month": dearness is money's own. */
const PRICED =
  /\b(?:priciest|costliest|dearest|most expensive|most costly|cheapest|least expensive|thriftiest|spendiest) (?:\w+ ){0,2}(?:day|week|weekend|month|quarter|year|shop|store|place|payee|merchant|category|account|card)s?\b|\b(?:day|week|weekday|weekend|month|quarter|year|shop|store|place|payee|merchant|category)s? (?:is|was|were|are|has been|have been) (?:\w+ ){0,2}?(?:priciest|costliest|dearest|most expensive|most costly|cheapest|least expensive|thriftiest|spendiest)\b/;
const MEASURES: ReadonlySet<Cue> = new Set<Cue>([
  'how-much',
  'count',
  'average',
  'median',
  'largest',
  'smallest',
  'most',
  'least',
  'often',
  'distinct',
  'list',
  'breakdown',
  'compare',
  'more',
  'less',
  'difference',
  'share',
  'percent-change',
  'trend',
  'total',
  'except',
  'first',
  'last',
  'still',
  'when',
  'exists',
  'now',
]);
/** Weak words that still speak of money going or coming. */
const isFlowWord = ({ value }: { value: Cue }): boolean => value !== 'how-much' && (WEAK.has(value) || STRONG.has(value));
/** Asked of the world, whatever names stand in it: "where is my Amazon parcel", "can I return this to Target". */
const WORLDLY =
  /^(?:and |so |but |ok |hey |well )*(?:where (?:is|are|can|do|does|should)|(?:can|could|would|will) (?!you (?:\w+ ){0,2}?(?:tell|show|give|say|work|check|look|see|find|remind|let|list|count|add)\b)|should |may |is it |how (?:do|does|can|should|to) |who (?:is|are|was|founded|owns|invented)|why )/;

/**
 * A name of the ledger, asked about by somebody, over some time or as some measure, is ours whatever the verb: "what is Netflix setting
 * me back these days". Each of those frames carries one word that nobody has read; words that would narrow the figure are asked about later.
 */
function isAskedOfOurs({ said, cues, periods, weekdays, amounts, groupings, limit, unheard }: Reading): boolean {
  if (WORLDLY.test(said.said)) return false;
  // "how many photos did I take": what is counted is none of ours.
  const counted = cues.some(({ value, end }) => value === 'count' && unheard.some((at) => said.starts[at] === end + 1));
  if (counted) return false;
  const timed = periods.length + weekdays.length > 0;
  const personal = said.words.some(({ text }) => PERSON.test(text));
  if (unheard.length > 0 && !timed && !personal) return false;
  const frames = [
    timed,
    personal,
    cues.some(({ value }) => MEASURES.has(value)),
    amounts.length > 0 || groupings.some(({ value }) => value.style !== 'which') || limit !== null,
  ].filter(Boolean).length;
  return frames > unheard.length;
}

/** "Memorial Day weekend, Saturday through Monday": asked of a ledger, a time by itself asks what was spent then. */
function isOnlyTime({ said, cues, periods, weekdays, amounts, names, groupings, limit, unheard }: Reading): boolean {
  if (!periods.length || cues.length + amounts.length + names.length + groupings.length + unheard.length > 0 || limit !== null)
    return false;
  const timed = said.words.map(({ text }) => isMark(text) || /^(?:the|month|week|year|of|for|in|and|just)$/.test(text));
  for (const { start, end } of [...periods, ...weekdays]) for (const at of wordsWithin(said, start, end)) timed[at] = true;
  return !timed.includes(false);
}

/** "how much did I send to Nadia", "how much I gave my brother": what is handed over is money, whoever got it. */
const HANDED_OVER = new RegExp(
  `\\bhow much (?:money |cash |in total )?(?:(?:did|do|have|had) )?(?:i|we) (?:(?:have|had|ever|already|actually) )?(?:${HANDING}|sending|wire|wired|hand(?:ed)? over)\\b`,
);

export function standingOf(reading: Reading): Standing {
  if (reading.cues.some(isStrong) || reading.amounts.some(({ value }) => value.money) || HANDED_OVER.test(reading.said.said))
    return 'strong';
  const known = reading.names.some(({ value }) => value.is === 'subject' || value.is === 'account' || value.is === 'place');
  const weak = reading.cues.some(({ value }) => WEAK.has(value) || STRONG.has(value));
  const compares =
    reading.periods.length > 1 && reading.cues.some(({ value }) => value === 'compare' || value === 'more' || value === 'less');
  // "Top 3 merchants", "the cheapest month of 2025": laid out along something of ours.
  const laidOut =
    reading.groupings.some(({ value: { by } }) => by === 'payee' || by === 'category' || by === 'account') ||
    (reading.groupings.length > 0 && (reading.periods.length > 0 || reading.cues.some(({ value }) => value === 'average'))) ||
    PRICED.test(reading.said.said) ||
    (reading.periods.length > 0 &&
      /\b(?:everything|all of it|the (?:whole )?lot|in all|all in|all told|altogether)\b/.test(reading.said.said));
  const asksWhy =
    reading.periods.length > 0 && reading.unheard.length === 0 && reading.cues.some(({ value }) => value === 'why' || value === 'high');
  if (isOnlyTime(reading)) return 'weak';
  if (!weak && !known && !compares && !laidOut && !asksWhy) return 'none';
  // "How much" or "how many times" beside a name we know is about money, whatever the verb.
  if (
    known &&
    reading.cues.some(
      ({ value, text }) =>
        value === 'how-much' || (value === 'count' && /times|often/.test(text)) || value === 'largest' || value === 'smallest',
    )
  )
    return 'strong';
  return isWhollyUnderstood(reading) ||
    ((known || (weak && reading.periods.length > 0 && reading.cues.some(isFlowWord))) && isAskedOfOurs(reading))
    ? 'weak'
    : 'none';
}
