// A model's line of JSON as a QueryPlan, or what is wrong with it in words that it can mend. Nothing is taken on trust: keys, values,
// names and days are looked up again, whatever the grammar promised.
import type { Ask, Condition, Flow, QueryPlan, Scope, Side } from '../plan/plan.ts';
import { hasTwins } from '../plan/plan.ts';
import type { Subject } from '../names/subject.ts';
import { conditionWords, periodWords } from '../plan/words.ts';
import type { Period } from '../spans/dates/period.ts';
import {
  BEYOND_PLANS,
  BREAKDOWN_ORDERS,
  BUDGET_WANTS,
  COUNTED,
  DIMENSIONS,
  EDGES,
  FIELDS,
  FLOWS,
  isOffered,
  LIST_ORDERS,
  MOST_NAMES,
  MOST_SIDES,
  NOT_OURS,
  PERS,
  PRICE_WANTS,
  REGULAR_WANTS,
  SCOPE_KEYS,
  SHOWS,
  SIZES,
  VALUES,
} from './plan-shape.ts';
import { stretchOf, type Vocabulary } from './vocabulary.ts';

/** What the plan took from the vocabulary, for the agreement check. */
export interface Uses {
  names: { label: string; not: boolean }[];
  /** Labels; null for a stretch spelled out. */
  periods: (string | null)[];
  /** The share of a what-if, in percent. */
  percent: number | null;
}

export type ReadPlan =
  { is: 'plan'; plan: QueryPlan; uses: Uses } | { is: 'beyond-plans' } | { is: 'not-ours' } | { is: 'wrong'; why: string };

class Wrong extends Error {}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);

/** One JSON object, read key by key; whatever is not as it should be is said. */
class PlanReader {
  readonly uses: Uses = { names: [], periods: [], percent: null };

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly today: string,
  ) {}

  keys(object: Record<string, unknown>, wanted: readonly string[]): void {
    const given = Object.keys(object);
    const missing = wanted.filter((key) => !given.includes(key));
    const more = given.filter((key) => !wanted.includes(key));
    if (missing.length) throw new Wrong(`the key "${missing[0] ?? ''}" is missing`);
    if (more.length) throw new Wrong(`there is a key too many: ${shown(more[0])}`);
  }

  choice<T extends string>(object: Record<string, unknown>, key: string, of: readonly T[]): T {
    const found = of.find((each) => each === object[key]);
    if (found === undefined) throw new Wrong(`"${key}" is ${shown(object[key])}; it must be one of ${of.join(', ')}`);
    return found;
  }

  number(object: Record<string, unknown>, key: string, most = 999): number {
    const value = object[key];
    if (typeof value !== 'number' || !Number.isInteger(value) || value < 0 || value > most)
      throw new Wrong(`"${key}" is ${shown(value)}; it must be a whole number from 0 to ${most}`);
    return value;
  }

  yesNo(object: Record<string, unknown>, key: string): boolean {
    const value = object[key];
    if (typeof value !== 'boolean') throw new Wrong(`"${key}" is ${shown(value)}; it must be true or false`);
    return value;
  }

  labels(object: Record<string, unknown>, key: string, known: (label: string) => boolean): string[] {
    const value = object[key];
    if (!Array.isArray(value) || value.length > MOST_NAMES) throw new Wrong(`"${key}" must be a list of at most ${MOST_NAMES} names`);
    return [...new Set(value)].map((label: unknown) => {
      if (typeof label !== 'string' || !known(label)) throw new Wrong(`"${key}" holds ${shown(label)}, which is not among the names`);
      return label;
    });
  }

  conditions(labels: readonly string[], not: boolean): Condition[] {
    const groups = new Map<string, Subject[]>();
    const conditions: Condition[] = [];
    for (const label of labels) {
      const name = this.vocabulary.names.get(label);
      if (!name) continue;
      this.uses.names.push({ label, not });
      if (name.thing.is === 'subject') groups.set(name.group, [...(groups.get(name.group) ?? []), name.thing.subject]);
      else if ('not' in name.thing.condition) conditions.push({ ...name.thing.condition, not });
      else if (not) throw new Wrong(`"without" holds ${shown(label)}, which cannot be left out`);
      else conditions.push(name.thing.condition);
    }
    const subjects = [...groups.values()].map((any): Condition => ({ by: 'subject', any, not }));
    // Each thing left out is left out, whatever group it came in.
    return [
      ...(not && subjects.length > 1 ? [{ by: 'subject' as const, any: [...groups.values()].flat(), not }] : subjects),
      ...conditions,
    ];
  }

  period(value: unknown): Period | null {
    const found = typeof value === 'string' ? stretchOf(value, this.vocabulary, this.today) : null;
    if (!found) throw new Wrong(`"period" is ${shown(value)}; it must be one of ${[...this.vocabulary.periods.keys()].join(', ')}`);
    this.uses.periods.push(found.isOffered ? String(value) : null);
    return found.period;
  }

  scope(object: Record<string, unknown>, flow: Flow): Scope {
    const known = (label: string) => this.vocabulary.names.has(label);
    const only = this.labels(object, 'only', known);
    const without = this.labels(object, 'without', known);
    const twice = only.find((label) => without.includes(label));
    if (twice !== undefined) throw new Wrong(`${shown(twice)} stands in "only" and in "without"`);
    return {
      flow,
      period: this.period(object['period']),
      where: [...this.conditions(only, false), ...this.conditions(without, true)],
      currency: this.vocabulary.currency,
    };
  }

  sides(object: Record<string, unknown>): Side[] {
    const value = object['sides'];
    if (!Array.isArray(value) || value.length < 2 || value.length > MOST_SIDES)
      throw new Wrong(`"sides" must be a list of two to ${MOST_SIDES} scopes`);
    const scopes = value.map((side: unknown) => {
      if (!isRecord(side)) throw new Wrong('"sides" must hold objects');
      this.keys(side, SCOPE_KEYS);
      return this.scope(side, this.choice(side, 'flow', FLOWS));
    });
    if (hasTwins(scopes)) throw new Wrong('two sides of "sides" are the same');
    return scopes.map((scope) => ({ label: sideLabel(scope, scopes, this.today), scope }));
  }

  plan(ask: Ask, object: Record<string, unknown>): QueryPlan {
    const fields = Object.keys(FIELDS[ask]);
    this.keys(object, ['ask', ...(ask === 'compare' ? [] : SCOPE_KEYS), ...fields]);
    if (ask === 'compare') {
      const sides = this.sides(object);
      return { ask, sides, value: this.choice(object, 'value', VALUES), show: this.choice(object, 'show', SHOWS) };
    }
    const scope = this.scope(object, this.choice(object, 'flow', FLOWS));
    const limit = (): number | null => this.number(object, 'limit') || null;
    switch (ask) {
      case 'count':
        return { ask, scope, of: this.choice(object, 'of', COUNTED) };
      case 'average': {
        const [per, count] = [this.choice(object, 'per', PERS), this.yesNo(object, 'count')];
        return count ? { ask, scope, per, count } : { ask, scope, per };
      }
      case 'extreme':
        return { ask, scope, order: this.choice(object, 'order', SIZES), limit: limit() ?? 1 };
      case 'edge':
        return { ask, scope, edge: this.choice(object, 'edge', EDGES) };
      case 'list':
        return { ask, scope, order: this.choice(object, 'order', LIST_ORDERS), limit: limit() };
      case 'breakdown':
        return {
          ask,
          scope,
          by: this.choice(object, 'by', DIMENSIONS),
          value: this.choice(object, 'value', VALUES),
          order: this.choice(object, 'order', BREAKDOWN_ORDERS),
          limit: limit(),
        };
      case 'share': {
        const part = this.labels(object, 'part', (label) => this.vocabulary.names.has(label));
        if (!part.length) throw new Wrong('"part" is empty: a share is of something');
        return { ask, part: { ...scope, where: [...scope.where, ...this.conditions(part, false)] }, scope };
      }
      case 'balance': {
        const labels = this.labels(object, 'accounts', (label) => this.vocabulary.accounts.has(label));
        return { ask, scope, accounts: labels.flatMap((label) => this.vocabulary.accounts.get(label) ?? []) };
      }
      case 'price-change': {
        const [want, falls] = [this.choice(object, 'want', PRICE_WANTS), this.yesNo(object, 'falls')];
        return falls ? { ask, scope, want, falls } : { ask, scope, want };
      }
      case 'subscriptions':
        return { ask, scope, want: this.choice(object, 'want', REGULAR_WANTS) };
      case 'exists':
        return { ask, scope, still: this.yesNo(object, 'still') };
      case 'what-if': {
        const percent = this.number(object, 'percent', 100);
        const per = this.choice(object, 'per', ['none', ...PERS] as const);
        if (percent === 0) throw new Wrong('"percent" is 0: nothing would be spared');
        this.uses.percent = percent;
        return { ask, scope, spared: percent / 100, per: per === 'none' ? null : per };
      }
      case 'budget': {
        const limit = this.vocabulary.sizes.get(typeof object['limit'] === 'string' ? object['limit'] : '');
        if (limit === undefined) throw new Wrong(`"limit" is ${shown(object['limit'])}, which is not among the sizes`);
        return { ask, scope, limit, want: this.choice(object, 'want', BUDGET_WANTS) };
      }
      default:
        return { ask, scope };
    }
  }
}

/** At most forty characters of what was given, so that a complaint stays short. */
const shown = (value: unknown): string => JSON.stringify(value ?? null).slice(0, 40);

function sideLabel(scope: Scope, scopes: readonly Scope[], today: string): string {
  const apart = (of: (scope: Scope) => unknown) => new Set(scopes.map((each) => JSON.stringify(of(each)))).size > 1;
  const words = [
    ...(apart(({ where }) => where) ? scope.where.map((condition) => conditionWords(condition).replace(/^(?:at|on|with) /, '')) : []),
    ...(apart(({ flow }) => flow) ? [scope.flow] : []),
    ...(apart(({ period }) => period?.ranges ?? null) ? [scope.period ? periodWords(scope.period, today) : 'all your statements'] : []),
  ];
  return words.join(' ');
}

export function readPlan(text: string, vocabulary: Vocabulary, today: string): ReadPlan {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text.trim());
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return { is: 'wrong', why: 'it is not one whole line of JSON' };
  }
  if (!isRecord(parsed)) return { is: 'wrong', why: 'it is no JSON object' };
  const asked = parsed['ask'];
  if (asked === BEYOND_PLANS) return { is: 'beyond-plans' };
  if (asked === NOT_OURS) return { is: 'not-ours' };
  const ask = (Object.keys(FIELDS) as Ask[]).find((each) => each === asked);
  if (!ask || !isOffered(ask, vocabulary)) return { is: 'wrong', why: `"ask" is ${shown(asked)}, which is no kind of plan` };
  const reader = new PlanReader(vocabulary, today);
  try {
    return { is: 'plan', plan: reader.plan(ask, parsed), uses: reader.uses };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { is: 'wrong', why: error.message };
  }
}
