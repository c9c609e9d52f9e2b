// What a conversation remembers: the plans of its turns, the last question, and what was taught in it. A follow-up is read against the latest.
import type { Meaning } from '../ledger/meanings.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import type { Changes } from './plan/merge.ts';
import type { Flow, QueryPlan } from './plan/plan.ts';
import { CALENDAR, scopeOf } from './plan/plan.ts';
import { cueSpans, hears } from './reading.ts';
import type { Reading } from './reading.ts';
import { currencyFor } from './intents/currency-for.ts';
import { flowOf } from './intents/flows.ts';
import { OF_THAT } from './intents/share-of-that.ts';
import { onePeriod, settledPeriods } from './intents/settled-periods.ts';
import { scopeFrom } from './intents/scope.ts';

export interface Conversation {
  plans: QueryPlan[];
  /** Taught in this conversation, whether or not the ledger keeps it; the newest last. */
  meanings: Meaning[];
  /** The last question that was no lesson: a lesson may be about it. */
  question: string | null;
  /** What the last answer named, as a plan of its own: "which shop do I spend most at" found one, and "there" is it. */
  pointed: QueryPlan | null;
  /** The last turn was not understood: what leans on it leans on nothing that is known. */
  missed: boolean;
  /** The word that it turned on, where it was one: a name that is given next stands for it. */
  unknown: string | null;
}

export const newConversation = (): Conversation => ({
  plans: [],
  meanings: [],
  question: null,
  pointed: null,
  missed: false,
  unknown: null,
});

const LEAD =
  /^(?:(?:ok|okay|so|right|hm|hmm|oh|um|uh|well|great|thanks|cool|nice|ah) ?,? ?)*(?:and|what about|how about|same|do (?:that|it|this|the same) (?:for|with)|repeat|again for|just|only|but|now|without|excluding|except|not|minus|plus|also|then|or|versus|vs|compared|ditto|including|include|instead|make it|make that|how does that|how do those|how is that|of that|of those|of which|is that|was that|were those|are those|break (?:it|that|them|those)|list (?:them|those|it)|show (?:them|those|me those|me them|it)|which of|why|split (?:it|that|them)|which one|what were they|what are they|by|per|each|total|in total|undo|go back|scratch that|the other one|drop|lose|take|leave|forget|put|add|sum|the (?:month|week|year|quarter|day|one) (?:before|after))\b/;
const PRONOUN = /\b(?:them|those|it|that|these|there|they|the same|the 2|both of them|this one|that one)\b/;
const FULL = [
  'spend',
  'cost',
  'buy',
  'pay',
  'income',
  'transfer',
  'balance',
  'net',
  'savings-rate',
  'subscriptions',
  'refund',
  'price-change',
  'price',
  'duplicate',
  'unusual',
  'cash',
  'fee',
  'interest',
  'what-if',
  'budget',
  'share',
] as const;

/** "cash" after "food" and "eating out", each of August: one word changes what is asked, and keeps the time. */
const isOneWord = ({ said }: Reading, { plans }: Conversation): boolean => {
  const last = plans.at(-1);
  return said.words.filter(({ text }) => /\w/.test(text)).length === 1 && last !== undefined && scopeOf(last).period !== null;
};

/** Whether a turn leans on the one before it. */
export function isFollowUp(reading: Reading, conversation: Conversation): boolean {
  if (conversation.plans.length === 0) return false;
  const { said } = reading.said;
  const subjects = reading.names.length > 0;
  const period = reading.periods.length > 0;
  const full = hears(reading, ...FULL) && !isOneWord(reading, conversation);
  if (LEAD.test(said)) return !(full && subjects && period && !/^(?:and|what about|how about|same|but|only|just)\b/.test(said));
  // "who got more in 2026, Aldi or Lidl": both sides and the time are said.
  if (period && reading.names.length > 1 && hears(reading, 'compare', 'more')) return false;
  if (hears(reading, 'share') && OF_THAT.test(said)) return true;
  if (PRONOUN.test(said) && !/\bthat (?:i|we|is|are|was|were|cost|big|large|huge)\b/.test(said)) return true;
  if (reading.periods.some(({ value }) => value.relative && value.relative !== 'year-before')) return true;
  if (!full) return true;
  return !subjects && !period && reading.amounts.length === 0 && !hears(reading, 'total', 'balance', 'subscriptions', 'duplicate');
}

/** A place that was named: "how much there last month"; not "is there anything". */
const THERE = /(?<!\b(?:is|are|was|were|has|have|had|been)(?: not)? )\bthere\b(?! (?:is|are|was|were|any|been|a)\b)/;
const THAT_ONE =
  /\b(?:each|every|per|a) (?:time|visit)\b|\b(?:that|this) (?:shop|store|place|one|restaurant|pub|cafe|merchant|company|category)\b|\b(?:at|from|to|with|on) (?:them|it)\b/;

/** Of a time that was found: "what did we buy that month", "why", "how much of that was food", "and the month before that". */
const OF_TIME = /\b(?:that|those|it|them|there|then|the same) *|^(?:(?:and|so|but|ok) )*why\b/;

/** Of the one that the last answer named or found, where the turn speaks of it: the turns before it, with that as the latest. */
export function turnsBefore({ said: { said }, names, periods }: Reading, { plans, pointed }: Conversation): QueryPlan[] {
  if (!pointed) return plans;
  const last = plans.at(-1);
  if (last?.ask === 'price-change') return /\bsince (?:then|that)\b|\bfrom then on\b/.test(said) ? [...plans, pointed] : plans;
  const isTime = last?.ask === 'breakdown' && CALENDAR.has(last.by);
  const speaks = isTime
    ? periods.every(({ value }) => value.relative !== undefined) && (OF_TIME.test(said) || periods.length > 0)
    : names.length === 0 && (THERE.test(said) || THAT_ONE.test(said));
  return speaks ? [...plans, pointed] : plans;
}

/** What asks of all there is by itself. */
const WHOLE = [
  'spend',
  'income',
  'net',
  'savings-rate',
  'balance',
  'subscriptions',
  'duplicate',
  'unusual',
  'transfer',
  'largest',
  'smallest',
  'breakdown',
  'budget',
  'what-if',
  'interest',
  'fee',
  'cash',
  'refund',
  'price-change',
] as const;

const NARROWS = /\b(?:of that|of those|of it|of them|of which|in that|among them|among those|in there)\b/;

/** "How much of that was Lidl" after a turn that was asked back: of what is not known, and neither all there is nor the turn before is meant. */
export function leansOnMissed(reading: Reading, { missed }: Conversation): boolean {
  if (!missed) return false;
  const { said } = reading.said;
  const named = reading.names.length > 0;
  const timed = reading.periods.length > 0;
  const full = hears(reading, ...FULL);
  if (NARROWS.test(said)) return true;
  if (named) return LEAD.test(said) && !timed && !full;
  // "how much in total since", "how many payments so far", "total last year": after what was not understood it is of that, and no sum of
  // all there is.
  return PRONOUN.test(said) || /\b(?:then|since)\b/.test(said) || !hears(reading, ...WHOLE);
}

/** The money that the words of this turn name outright. */
function flowSaid(reading: Reading): Flow | null {
  if (hears(reading, 'net')) return 'net';
  if (flowOf(reading) === 'income') return 'income';
  const out = /\b(?:go|going|goes|went) out\b/.test(reading.said.said);
  if (
    /\b(?:i|we) (?:have |ever )?(?:sen[dt]|gave|give|given|paid|pay|lent|lend|transferred) (?:to )?(?:her|him|them)\b/.test(
      reading.said.said,
    )
  )
    return 'spending';
  return cueSpans(reading, 'spend').some(({ text }) => out || /\bspen[dt]|\boutgo/.test(text)) ? 'spending' : null;
}

const YEARLY =
  /\b(?:spring|summer|autumn|fall|winter|christmas|easter|january|february|march|april|may|june|july|august|september|october|november|december)\b/;

/** What this turn says, for `mergePlans`. */
export function changesOf(reading: Reading, ledger: LedgerNames, plan: QueryPlan | null, last: QueryPlan): Changes {
  const { said } = reading.said;
  const lastScope = last.ask === 'compare' ? last.sides[0]?.scope : last.scope;
  const own = scopeFrom(reading, ledger, { period: null });
  const periods = settledPeriods(reading, lastScope?.period ?? null);
  const named = reading.periods.find(({ value }) => value.relative);
  // "the year before" of a month or a quarter is that month or quarter a year earlier; "the summer before" of a summer, too.
  const yearBefore =
    named?.value.relative === 'before' &&
    lastScope?.period?.grain !== 'year' &&
    /\b(?:year|spring|summer|autumn|fall|winter|christmas|easter)\b/.test(named.text);
  const relative = yearBefore ? ('year-before' as const) : (named?.value.relative ?? null);
  // "and the previous month?" of last month is the one before it.
  const before = reading.periods.some(
    ({ value, text }) =>
      /\b(?:previous|prior|preceding)\b/.test(text) && JSON.stringify(value.ranges) === JSON.stringify(lastScope?.period?.ranges),
  );
  // "and last summer?" after this summer, which is over too.
  const lastAgain = reading.periods.some(
    ({ value, text }) =>
      /\blast\b/.test(text) && JSON.stringify(value.ranges) === JSON.stringify(lastScope?.period?.ranges) && YEARLY.test(text),
  );
  const absolute = !before && !lastAgain && reading.periods.some(({ value }) => !value.relative);
  return {
    plan,
    period: absolute ? onePeriod(periods) : null,
    relative: before ? 'before' : lastAgain ? 'year-before' : absolute ? null : relative,
    ever:
      !absolute &&
      relative === null &&
      (/\b(?:ever|of all time|in all the time|since records began)\b/.test(said) ||
        // "when did I start": it began when it did, and not within the month that was asked about before.
        (plan?.ask === 'edge' && plan.edge === 'first' && /\b(?:start|started|begin|began|join|joined|sign(?:ed)? up)\b/.test(said))),
    ofThem:
      /\b(?:she|he|they|her|him|them) (?:\w+ ){0,2}(?:sen[dt]|g[ia]ven?|paid|pay|pays|transferred|back)\b|\b(?:from|by|sen[dt]|gave|given?|paid|pay|lent|lend) (?:to )?(?:her|him|them)\b/.test(
        said,
      ),
    conditions: own.where,
    // "from the state too?" of whether there was any asks it of the state.
    adds: last.ask !== 'exists' && /^(?:and )?(?:plus|also|add|as well as|with|including|include)\b|\b(?:as well|too)\s*\??$/.test(said),
    narrows: NARROWS.test(said) || THERE.test(said),
    flow: flowSaid(reading),
    currency:
      hears(reading, 'in-currency') || own.where.some(({ by }) => by === 'account') ? currencyFor(reading, ledger, own.where) : null,
  };
}
