// After the model: does its plan say what was asked, and nothing that was not? `missing` is what was said and is not in the plan
// (plan/accounted.ts, the same check the rules pass); `added` is what stands in the plan and was said by nobody. A plan with neither
// is answered; what is missing is told to the model, what was added is asked of the person.
import type { Ask, Flow, QueryPlan } from '../plan/plan.ts';
import { scopesOf } from '../plan/plan.ts';
import { unaccounted } from '../plan/accounted.ts';
import { flowOf } from '../intents/flows.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Cue } from '../spans/cues.ts';
import { onePeriod, settledPeriods } from '../intents/settled-periods.ts';
import type { Uses } from './read-plan.ts';
import type { OfferedName, Vocabulary } from './vocabulary.ts';
import { daysLabel } from './vocabulary.ts';

export interface Agreement {
  missing: string[];
  added: { what: 'name'; name: OfferedName }[];
  /** Things of the plan in words that nobody said: a measure, a stretch of time. */
  unsaid: string[];
}

/** Words any of which ask for such a plan. */
const ASKED_BY: Readonly<Record<Ask, readonly Cue[]>> = {
  total: ['how-much', 'total', 'spend', 'cost', 'refund', 'income', 'fee', 'net'],
  count: ['count', 'distinct', 'distinct-days'],
  average: ['average', 'per-purchase'],
  median: ['median'],
  extreme: ['largest', 'smallest', 'most', 'least'],
  edge: ['first', 'last', 'when'],
  'how-long': ['how-long'],
  'days-since': ['days-since'],
  list: ['list', 'them', 'which'],
  breakdown: ['breakdown', 'most', 'least', 'often', 'largest', 'smallest', 'which', 'list', 'each', 'trend'],
  compare: ['compare', 'difference', 'more', 'less', 'percent-change', 'trend'],
  share: ['share'],
  'savings-rate': ['savings-rate'],
  balance: ['balance'],
  price: ['price', 'cost'],
  'price-change': ['price-change'],
  subscriptions: ['subscriptions'],
  duplicates: ['duplicate'],
  unusual: ['unusual'],
  exists: ['exists', 'still'],
  why: ['why', 'high'],
  'what-if': ['what-if'],
  budget: ['budget'],
};

/** Plans of things that happened, one by one. */
const EVENTS: ReadonlySet<Ask> = new Set<Ask>(['count', 'extreme', 'edge', 'median', 'days-since', 'exists']);

/** Flows that the words allow: the rules' own, or that of things that happened, or the one a cue names. */
function flowIsSaid(flow: Flow, reading: Reading, plan: QueryPlan): boolean {
  const own = flowOf(reading);
  // "How much did I transfer to savings" has two sides, and which of them is meant no word tells.
  if (hears(reading, 'transfer', 'card-payment')) return flow === 'transfers';
  // A refund is no purchase, visit or day of spending.
  if (flow === 'spending' && EVENTS.has(plan.ask)) return false;
  if (flow === own) return true;
  if (own === 'spending' && flow === 'purchases') return plan.ask === 'list' || EVENTS.has(plan.ask);
  if (flow === 'net') return hears(reading, 'net', 'savings-rate');
  if (flow === 'income') return plan.ask === 'compare' && hears(reading, 'income');
  return flow === 'spending' && plan.ask === 'compare';
}

/** What a plan says beyond its scope, each with the words that must have asked for it. */
function details(plan: QueryPlan, reading: Reading): [string, boolean][] {
  const grouped = (by: string) => reading.groupings.some(({ value }) => value.by === by);
  const limited = (limit: number | null, free: readonly number[] = []) =>
    limit === reading.limit || (reading.limit === null && (limit === null || free.includes(limit)));
  switch (plan.ask) {
    case 'count':
      return [
        [`counting ${plan.of}`, plan.of === 'rows' ? !hears(reading, 'distinct') : grouped(plan.of) || hears(reading, 'distinct-days')],
      ];
    case 'average':
      return [
        [`per ${plan.per}`, plan.per === 'purchase' ? reading.groupings.length === 0 : grouped(plan.per)],
        ['counting', plan.count !== true || hears(reading, 'count', 'often')],
      ];
    case 'extreme':
      return [
        [plan.order, plan.order === 'largest' ? hears(reading, 'largest', 'most') : hears(reading, 'smallest', 'least')],
        [String(plan.limit), limited(plan.limit, [1])],
      ];
    case 'edge':
      return [[plan.edge, hears(reading, plan.edge)]];
    case 'list':
      return [
        [plan.order, plan.order === 'newest' || (plan.order === 'oldest' ? hears(reading, 'first') : hears(reading, 'largest'))],
        ['a number of rows', limited(plan.limit)],
      ];
    case 'breakdown':
      return [
        [`by ${plan.by}`, grouped(plan.by)],
        [
          plan.value,
          plan.value === 'sum'
            ? !hears(reading, 'count', 'average', 'often')
            : hears(reading, plan.value === 'count' ? 'count' : 'average') || (plan.value === 'count' && hears(reading, 'often')),
        ],
        [
          plan.order,
          plan.order === 'natural'
            ? !hears(reading, 'most', 'least', 'largest', 'smallest')
            : plan.order === 'most'
              ? hears(reading, 'most', 'largest', 'often')
              : hears(reading, 'least', 'smallest'),
        ],
        ['a number of rows', limited(plan.limit, plan.order === 'natural' ? [] : [1])],
      ];
    case 'compare':
      return [
        [plan.value, plan.value === 'sum' ? !hears(reading, 'count', 'average') : hears(reading, plan.value)],
        [
          plan.show,
          plan.show === 'sides' || (plan.show === 'percent' ? hears(reading, 'percent-change', 'share') : hears(reading, plan.show)),
        ],
      ];
    case 'price-change':
      return [
        [
          plan.want,
          plan.want === 'list'
            ? hears(reading, 'list', 'which')
            : plan.want === 'when'
              ? hears(reading, 'when')
              : hears(reading, 'how-much'),
        ],
        ['falls', plan.falls !== true],
      ];
    case 'subscriptions':
      return [
        [
          plan.want,
          {
            list: true,
            total: hears(reading, 'how-much', 'total', 'cost'),
            count: hears(reading, 'count'),
            largest: hears(reading, 'largest', 'most'),
            smallest: hears(reading, 'smallest', 'least'),
            ended: hears(reading, 'cancelled'),
            began: hears(reading, 'first'),
          }[plan.want],
        ],
      ];
    case 'exists':
      return [['still', plan.still === hears(reading, 'still')]];
    case 'what-if':
      return [['how often', plan.per === null || grouped(plan.per)]];
    case 'budget':
      return [[plan.want, plan.want === 'over' || hears(reading, 'net', 'less')]];
    default:
      return [];
  }
}

/** The stretches said, as the labels that would say them; a single one, or all of them as one. */
function missingPeriods(reading: Reading, vocabulary: Vocabulary, { periods }: Uses): string[] {
  const settled = settledPeriods(reading).filter(({ ranges }) => ranges.length > 0);
  const whole = onePeriod(settled);
  const used = new Set(
    periods
      .map((label) => (label === null ? null : (vocabulary.periods.get(label)?.period ?? null)))
      .map((period) => JSON.stringify(period?.ranges ?? null)),
  );
  const isUsed = (ranges: unknown) => used.has(JSON.stringify(ranges));
  if (whole && isUsed(whole.ranges)) return [];
  const left = settled.filter(({ ranges }) => !isUsed(ranges));
  // "Thursday to Sunday" became days of their own.
  const said = [...vocabulary.periods.values()].filter(({ origin, period }) => origin === 'said' && period && isUsed(period.ranges));
  return settled.length === 1 && said.length ? [] : left.map(daysLabel);
}

export function agreementOf(reading: Reading, vocabulary: Vocabulary, plan: QueryPlan, uses: Uses): Agreement {
  const missing = new Set(unaccounted(reading, plan));
  for (const label of missingPeriods(reading, vocabulary, uses)) missing.add(label);
  const isOwn = reading.names.length > 0;
  for (const { label, origin, not } of vocabulary.names.values()) {
    // A turn that names nothing is about what the turn before named.
    if (origin === 'near' || (origin === 'carried' && isOwn)) continue;
    const used = uses.names.filter((use) => use.label === label);
    const asSize = plan.ask === 'budget' && vocabulary.sizes.has(label);
    // What a question leaves out, a what-if may spare.
    if (!asSize && !used.some((use) => use.not === not || plan.ask === 'what-if')) missing.add(not ? `without ${label}` : label);
    if (used.some((use) => use.not !== not) && plan.ask !== 'what-if') missing.add(not ? `without ${label}` : label);
  }
  const added = new Map<string, OfferedName>();
  for (const { label } of uses.names) {
    const name = vocabulary.names.get(label);
    if (name?.origin === 'near') added.set(label, name);
  }
  const unsaid: string[] = [];
  for (const label of uses.periods) {
    const offered = label === null ? null : vocabulary.periods.get(label);
    if (!offered || offered.origin === 'near') unsaid.push(label ?? 'the days');
  }
  if (!hears(reading, ...ASKED_BY[plan.ask])) unsaid.push(plan.ask);
  for (const { flow } of scopesOf(plan)) if (!flowIsSaid(flow, reading, plan)) unsaid.push(flow);
  for (const [words, isSaid] of details(plan, reading)) if (!isSaid) unsaid.push(words);
  if (uses.percent !== null && !saysPercent(reading, uses.percent)) unsaid.push(`${uses.percent} percent`);
  return { missing: [...missing], added: [...added.values()].map((name) => ({ what: 'name', name })), unsaid: [...new Set(unsaid)] };
}

const PERCENT_WORDS: Readonly<Record<number, RegExp>> = {
  50: /\bhalf|halv/,
  25: /\ba quarter\b/,
  33: /\bthird\b/,
  100: /\b(?:stop|cancel|without|no more|cut out|all)/,
};
const saysPercent = ({ said: { said } }: Reading, percent: number): boolean =>
  new RegExp(`\\b${percent}\\s?(?:%|percent|per cent)`).test(said) || (PERCENT_WORDS[percent]?.test(said) ?? false);
