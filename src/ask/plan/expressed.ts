// Which plans say what a cue asks for: the closed table that plan/accounted.ts holds each plan against.
import type { Reading } from '../reading.ts';
import type { Cue } from '../spans/cues.ts';
import type { Ask, QueryPlan } from './plan.ts';
import { scopesRead } from './plan.ts';

/** What kinds of plan say what a cue asks for. A cue that is missing here asks for nothing by itself. `words` limits it to telling words. */
interface Expressed {
  by: readonly Ask[];
  words?: RegExp;
  /** Said by a plan of another kind, if so. */
  or?: (plan: QueryPlan, reading: Reading) => boolean;
}

const counts = (plan: QueryPlan): boolean =>
  ((plan.ask === 'breakdown' || plan.ask === 'compare') && plan.value === 'count') ||
  (plan.ask === 'average' && plan.count === true) ||
  (plan.ask === 'subscriptions' && plan.want === 'count');
/** Side by side they tell which is the dearer. */
const pricesOfSeveral = (plan: QueryPlan): boolean =>
  plan.ask === 'price' && plan.scope.where.some((one) => one.by === 'subject' && !one.not && one.any.length > 1);
const averages = (plan: QueryPlan): boolean => (plan.ask === 'breakdown' || plan.ask === 'compare') && plan.value === 'average';
const leavesOut = (plan: QueryPlan): boolean =>
  scopesRead(plan).some(({ where, flow }) => flow === 'purchases' || where.some((one) => 'not' in one && one.not));
/** Other words make these a sum: "show me how much", "list what I spent". */
const alsoSums = (_plan: QueryPlan, { cues }: Reading): boolean =>
  cues.some(({ value }) => value === 'how-much' || value === 'total' || value === 'spend');

/** A fee of one sort is said by the plan where a name was read of it: its rows are those of that name. */
const isNamed =
  (fee: Cue) =>
  (_plan: QueryPlan, { cues, names }: Reading): boolean =>
    cues.every(({ value, start, end }) => value !== fee || names.some((name) => name.start < end && start < name.end));

export const EXPRESSED: Partial<Record<Cue, Expressed>> = {
  count: {
    by: ['count', 'days-since', 'how-long', 'duplicates', 'exists'],
    words: /^how many(?! percent| days| dollars| pounds| euros| bucks| quid)|times|often|number|frequen|^count/,
    or: (plan, { cues }) =>
      counts(plan) ||
      (plan.ask === 'price-change' && plan.want === 'list') ||
      (plan.ask === 'subscriptions' && (plan.want === 'ended' || plan.want === 'began')) ||
      cues.some(({ value, text }) => value === 'share' && text.startsWith('how many')) ||
      cues.some(({ value }) => value === 'how-much' || value === 'days-since' || value === 'percent-change'),
  },
  'distinct-days': {
    by: ['average', 'days-since'],
    or: (plan) => (plan.ask === 'count' && plan.of === 'day') || (plan.ask === 'breakdown' && plan.by === 'day'),
  },
  average: { by: ['average', 'median'], or: averages },
  median: { by: ['median'] },
  'how-long': { by: ['how-long', 'days-since'] },
  share: {
    by: ['share', 'savings-rate'],
    or: (plan) => (plan.ask === 'compare' && plan.show === 'percent') || (plan.ask === 'price-change' && plan.want === 'how-much'),
  },
  'percent-change': {
    by: ['price-change', 'share', 'savings-rate'],
    or: (plan) => plan.ask === 'compare' && plan.show === 'percent',
  },
  largest: {
    by: ['extreme', 'breakdown', 'compare', 'unusual', 'price-change', 'balance'],
    words: /est\b|^most |^the most|maximum|worst|record/,
    or: (plan) => (plan.ask === 'subscriptions' && plan.want === 'largest') || (plan.ask === 'list' && plan.order === 'largest'),
  },
  most: {
    by: ['extreme', 'breakdown', 'compare', 'unusual', 'price-change', 'list', 'share', 'subscriptions', 'budget', 'why', 'balance'],
    words: /^(?!most of|top$)/,
  },
  smallest: {
    by: ['extreme', 'breakdown', 'compare', 'price-change', 'balance'],
    or: (plan) => plan.ask === 'subscriptions' && plan.want === 'smallest',
  },
  least: { by: ['extreme', 'breakdown', 'compare', 'balance'], words: /^(?!at least)/ },
  often: { by: ['count', 'breakdown', 'average', 'list'], words: /^most |by number|by count|by frequency|favou?rite/ },
  still: {
    by: ['exists', 'price', 'price-change', 'subscriptions', 'list', 'balance', 'edge', 'budget', 'compare', 'breakdown'],
    words: /^(?:still|any ?more|any longer)$/,
    // "electronics instead, still September": the days stay as they were.
    or: (plan, reading) =>
      alsoSums(plan, reading) ||
      reading.cues.some(
        ({ value, end }) => value === 'still' && reading.periods.some((period) => period.start <= end + 1 && period.end > end),
      ),
  },
  last: {
    by: [
      'edge',
      'list',
      'price',
      'price-change',
      'days-since',
      'extreme',
      'exists',
      'subscriptions',
      'duplicates',
      'unusual',
      'balance',
      'why',
    ],
    words: /^(?:most recent|most recently|latest|newest|last|last time|the last time|last ever|very last)$/,
  },
  duplicate: { by: ['duplicates', 'exists', 'list'] },
  unusual: { by: ['unusual', 'duplicates', 'list'] },
  budget: { by: ['budget'] },
  more: {
    by: ['compare', 'price-change', 'breakdown', 'budget', 'why', 'average'],
    words: /^(?:more|higher|bigger|larger|greater|dearer|pricier|costlier|up on)$/,
    or: (plan, { said }) =>
      pricesOfSeveral(plan) ||
      (plan.ask !== 'edge' &&
        !/^(?:which|who|whose|did|was|is|are|were|am|do|does|have|has)\b|\bwhich\b|\bthe (?:higher|dearer|pricier) \w+/.test(said.said)),
  },
  less: {
    by: ['compare', 'price-change', 'breakdown', 'budget', 'why', 'average', 'what-if', 'savings-rate', 'subscriptions'],
    words: /^(?:less|lower|smaller|fewer|cheaper|lighter|leaner|cut(?:ting)? (?:back|down)|down on)$/,
    or: (plan, { said }) => pricesOfSeveral(plan) || !/^(?:did|was|is|are|were|am|do|does|have|has)\b/.test(said.said),
  },
  net: {
    by: ['savings-rate', 'what-if', 'balance', 'budget', 'why'],
    or: (plan, { cues }) =>
      (plan.ask === 'compare' && cues.some(({ value }) => value === 'trend' || value === 'percent-change' || value === 'compare')) ||
      (plan.ask === 'price' && cues.some(({ value }) => value === 'what-if')) ||
      cues.some(({ value }) => value === 'after-refunds' || value === 'before-refunds') ||
      scopesRead(plan).some(({ flow }) => flow === 'net' || flow === 'income' || flow.startsWith('transfers')),
  },
  'savings-rate': { by: ['savings-rate', 'share'] },
  balance: { by: ['balance', 'budget'] },
  'began-price': { by: ['price', 'price-change', 'edge', 'breakdown', 'compare', 'extreme', 'list', 'why'] },
  'price-change': {
    by: ['price-change', 'compare', 'price', 'subscriptions', 'why', 'what-if', 'breakdown'],
    words: /\b(?:put|puts|putting)\b.*\bup\b|\b(?:raise|hike|jack|bump|lower|slash|reduce)(?:d|s|ed)?\b|\bprices?\b|^used to pay$/,
  },
  difference: { by: ['compare', 'price-change', 'budget'], or: (plan) => plan.ask === 'total' && plan.scope.flow === 'net' },
  compare: {
    by: ['compare', 'price-change', 'breakdown', 'budget', 'share', 'why', 'average'],
    words: /compar|^vs$|versus|side by side|stack/,
    // "did we overspend compared with what we earned" is what was left.
    or: (plan) => plan.ask === 'total' && plan.scope.flow === 'net',
  },
  breakdown: { by: ['breakdown', 'compare', 'list', 'extreme', 'subscriptions'] },
  list: {
    by: [
      'list',
      'breakdown',
      'extreme',
      'subscriptions',
      'duplicates',
      'unusual',
      'edge',
      'price-change',
      'compare',
      'count',
      'exists',
      'price',
    ],
    words: /^(?:list|itemi|enumerate|one by one|line by line|display|every single|each one)/,
    or: alsoSums,
  },
  which: {
    by: [
      'breakdown',
      'compare',
      'extreme',
      'edge',
      'list',
      'subscriptions',
      'duplicates',
      'unusual',
      'price',
      'price-change',
      'exists',
      'why',
      'days-since',
      'share',
      'balance',
      'what-if',
    ],
    words: /^whom?$/,
    or: (plan, reading) => alsoSums(plan, reading) || !/^(?:(?:and|so|ok|well) )*(?:to )?whom?\b/.test(reading.said.said),
  },
  when: {
    by: [
      'edge',
      'days-since',
      'breakdown',
      'price-change',
      'extreme',
      'list',
      'subscriptions',
      'duplicates',
      'unusual',
      'exists',
      'compare',
      'balance',
      'price',
    ],
    words: /^(?:when|what (?:day|date)|which (?:day|date)|on which|on what)/,
    or: alsoSums,
  },
  each: {
    by: ['breakdown', 'compare', 'average', 'list', 'price', 'subscriptions', 'extreme', 'what-if', 'budget', 'balance'],
    words: /^(?:each|apiece|individually|separately|respectively)$/,
    or: (_plan, { said: { said } }) =>
      !/\b(?:at|on|in|from|for|of|to|they|them|shop|store|place|one) each\b|\beach (?:one|of (?:them|those|these))\b|\beach\s*(?:[?.]|$)|\b(?:individually|separately|respectively)\b/.test(
        said,
      ),
  },
  now: {
    by: [
      'price',
      'price-change',
      'subscriptions',
      'balance',
      'average',
      'median',
      'exists',
      'budget',
      'what-if',
      'edge',
      'days-since',
      'why',
      'compare',
      'breakdown',
      'list',
    ],
    words: /^(?:these days|nowadays|at the moment|at present|currently|presently)$/,
    or: (plan) => scopesRead(plan).some(({ period }) => period !== null),
  },
  first: {
    by: ['edge', 'price', 'price-change', 'extreme', 'list', 'days-since', 'subscriptions', 'compare', 'exists'],
    words: /^first$/,
    // "which month was the first over 200"; "on the first of each month" is a day.
    or: (plan, { said: { said } }) => plan.ask === 'breakdown' && !/\bthe first of (?:the|each|every|a) month/.test(said),
  },
  // "how much did the move cost" is no money moved.
  transfer: {
    by: [],
    words: /^move$/,
    or: (plan, { said: { said } }) =>
      scopesRead(plan).some(({ flow }) => flow.startsWith('transfers')) || !/\b(?:the|our|my) (?:house )?move\b/.test(said),
  },
  'late-fee': { by: [], or: isNamed('late-fee') },
  'atm-fee': { by: [], or: isNamed('atm-fee') },
  'foreign-fee': { by: [], or: isNamed('foreign-fee') },
  'wire-fee': { by: [], or: isNamed('wire-fee') },
  'interest-charge': { by: [], or: isNamed('interest-charge') },
  except: {
    by: ['what-if'],
    words:
      /^(?:no$|except|exclud|excl|not including|not counting|without|other than|apart from|aside from|leaving|leave|ignor|besides|disregard|omit|but not|setting aside|with the exception)/,
    or: leavesOut,
  },
};
