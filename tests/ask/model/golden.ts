// Plans of the rules' own making as a model would write them: as a line of JSON, and as the SELECT that counts the same, where there is
// one. Null where the lane has no words for it.
import type { Condition, Dimension, Flow, QueryPlan, Scope } from '../../../src/ask/plan/plan.ts';
import { ALL_DAYS, type Vocabulary } from '../../../src/ask/model/vocabulary.ts';
import { MOST_NAMES } from '../../../src/ask/model/plan-shape.ts';

/** Thrown within this file only: the lane has no words for it. */
class Unsaid extends Error {}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

class Writer {
  constructor(private readonly vocabulary: Vocabulary) {}

  /** The labels of one condition. */
  labels(condition: Condition): string[] {
    const names = [...this.vocabulary.names.values()];
    const found =
      condition.by === 'subject'
        ? condition.any.map((subject) => names.find(({ thing }) => thing.is === 'subject' && same(thing.subject, subject))?.label)
        : [names.find(({ thing }) => thing.is === 'condition' && same(thing.condition, condition))?.label];
    return found.map((label) => {
      if (label === undefined) throw new Unsaid();
      return label;
    });
  }

  period({ period }: Scope): string {
    if (!period) return ALL_DAYS;
    const offered = [...this.vocabulary.periods.values()].find((each) => same(each.period?.ranges, period.ranges));
    if (!offered) throw new Unsaid();
    return offered.label;
  }

  scope(scope: Scope): { flow: Flow; only: string[]; without: string[]; period: string } {
    if (scope.currency !== this.vocabulary.currency) throw new Unsaid();
    const of = (not: boolean) =>
      scope.where.filter((condition) => ('not' in condition && condition.not) === not).flatMap((one) => this.labels(one));
    const [only, without] = [of(false), of(true)];
    if (only.length > MOST_NAMES || without.length > MOST_NAMES) throw new Unsaid();
    return { flow: scope.flow, only, without, period: this.period(scope) };
  }

  plan(plan: QueryPlan): object {
    const { ask } = plan;
    if (plan.ask === 'compare') return { ask, sides: plan.sides.map(({ scope }) => this.scope(scope)), value: plan.value, show: plan.show };
    const head = { ask, ...this.scope(plan.scope) };
    switch (plan.ask) {
      case 'count':
        return { ...head, of: plan.of };
      case 'average':
        return { ...head, per: plan.per, count: plan.count ?? false };
      case 'extreme':
        if (plan.skip) throw new Unsaid();
        return { ...head, order: plan.order, limit: plan.limit };
      case 'edge':
        return { ...head, edge: plan.edge };
      case 'list':
        return { ...head, order: plan.order, limit: plan.limit ?? 0 };
      case 'breakdown':
        return { ...head, by: plan.by, value: plan.value, order: plan.order, limit: plan.limit ?? 0 };
      case 'share': {
        const more = plan.part.where.filter((condition) => !plan.scope.where.some((each) => same(each, condition)));
        return { ...head, part: more.flatMap((condition) => this.labels(condition)) };
      }
      case 'balance':
        return {
          ...head,
          accounts: plan.accounts.map((id) => [...this.vocabulary.accounts].find(([, each]) => each === id)?.[0] ?? ''),
        };
      case 'price':
        if (plan.at || plan.per) throw new Unsaid();
        return head;
      case 'price-change':
        return { ...head, want: plan.want, falls: plan.falls ?? false };
      case 'subscriptions':
        return { ...head, want: plan.want };
      case 'exists':
        return { ...head, still: plan.still };
      case 'what-if':
        return { ...head, percent: Math.round(plan.spared * 100), per: plan.per ?? 'none' };
      case 'budget': {
        const limit = [...this.vocabulary.sizes].find(([, minor]) => minor === plan.limit)?.[0];
        if (limit === undefined) throw new Unsaid();
        return { ...head, limit, want: plan.want };
      }
      default:
        return head;
    }
  }

  conditions(scope: Scope): string[] {
    const quoted = (labels: readonly string[]) => labels.map((label) => `'${label.replaceAll("'", "''")}'`).join(', ');
    const about = scope.where.map((one) => `about ${'not' in one && one.not ? 'NOT ' : ''}IN (${quoted(this.labels(one))})`);
    const during = scope.period ? [`during IN (${quoted([this.period(scope)])})`] : [];
    return [...(scope.flow === 'purchases' ? ['amount > 0'] : []), ...about, ...during];
  }

  from(scope: Scope): string {
    const view = VIEWS[scope.flow];
    if (view === undefined || scope.currency !== this.vocabulary.currency) throw new Unsaid();
    const conditions = this.conditions(scope);
    return ` FROM ${view}${conditions.length ? ` WHERE ${conditions.join(' AND ')}` : ''}`;
  }

  select(plan: QueryPlan): string {
    if (plan.ask === 'compare') throw new Unsaid();
    const from = this.from(plan.scope);
    switch (plan.ask) {
      case 'total':
        return `SELECT sum(amount) AS value${from}`;
      case 'count':
        return `SELECT count(${plan.of === 'rows' ? '*' : `DISTINCT ${plan.of}`}) AS value${from}`;
      case 'average':
        if (plan.per !== 'purchase' || plan.count) throw new Unsaid();
        return `SELECT avg(amount) AS value${from}`;
      case 'extreme':
        if (plan.skip) throw new Unsaid();
        return `SELECT day, payee, category, account, amount${from} ORDER BY amount${plan.order === 'largest' ? ' DESC' : ''} LIMIT ${plan.limit}`;
      case 'edge':
        return `SELECT ${plan.edge === 'first' ? 'min' : 'max'}(day) AS value${from}`;
      case 'breakdown':
        if (plan.value !== 'sum' || plan.limit !== null || !GROUPED.has(plan.by)) throw new Unsaid();
        return `SELECT ${plan.by} AS label, sum(amount) AS value${from} GROUP BY ${plan.by} ORDER BY value DESC`;
      case 'share': {
        const part = this.conditions({ ...plan.scope, where: plan.part.where, period: null, flow: 'spending' });
        return `SELECT 100.0 * sum(CASE WHEN ${part.join(' AND ')} THEN amount ELSE 0 END) / sum(amount) AS value${from}`;
      }
      default:
        throw new Unsaid();
    }
  }
}

const VIEWS: Readonly<Partial<Record<Flow, string>>> = { spending: 'spending', purchases: 'spending', income: 'income' };
const GROUPED: ReadonlySet<Dimension> = new Set<Dimension>(['day', 'month', 'year', 'weekday', 'payee', 'category', 'account']);

function unlessUnsaid(write: () => string): string | null {
  try {
    return write();
  } catch (error) {
    if (error instanceof Unsaid) return null;
    throw error;
  }
}

export const planAsText = (plan: QueryPlan, vocabulary: Vocabulary): string | null =>
  unlessUnsaid(() => JSON.stringify(new Writer(vocabulary).plan(plan)));
export const planAsSelect = (plan: QueryPlan, vocabulary: Vocabulary): string | null =>
  unlessUnsaid(() => new Writer(vocabulary).select(plan));
