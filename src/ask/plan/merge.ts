// A follow-up changes what it says and keeps the rest: "and in May?", "just the card", "without groceries", "how many times?", "list them".
import type { Condition, Dimension, Flow, Kept, QueryPlan, Scope } from './plan.ts';
import { keptOf, scopeOf, withScope } from './plan.ts';
import { subjectKeys } from '../names/subject.ts';
import type { Period } from '../spans/dates/period.ts';
import { neighbour, shiftYears } from '../spans/dates/period.ts';

export interface Changes {
  /** What the turn itself asks, where it asks something of its own. */
  plan: QueryPlan | null;
  period: Period | null;
  relative: Period['relative'] | null;
  /** "the highest we have ever had": of all the days there are. */
  ever: boolean;
  /** "And what has she sent me": of whom the turn before was. */
  ofThem: boolean;
  conditions: readonly Condition[];
  /** "plus Lyft", "also": the named join the old ones. "of that": they narrow them. */
  adds: boolean;
  narrows: boolean;
  /** The money that the turn itself speaks of: "and what did we spend?" after what came in. */
  flow: Flow | null;
  currency: string | null;
}

const isPositiveSubject = (condition: Condition) => condition.by === 'subject' && !condition.not;

const keysOf = (condition: Condition): string[] =>
  condition.by === 'subject' ? condition.any.flatMap((subject) => subjectKeys(subject)) : [];

/** "Uber but not Uber Eats", then "and Uber Eats?": what is asked for now is left out no longer. */
const leavesOut = (old: Condition, wanted: Condition): boolean => {
  if (old.by !== 'subject' || !old.not) return false;
  const left = new Set(keysOf(old));
  const own = keysOf(wanted);
  return own.length > 0 && own.every((key) => left.has(key));
};

function mergedWhere(old: readonly Condition[], { conditions, adds, narrows }: Changes): Condition[] {
  let kept = [...old];
  for (const condition of conditions) {
    if (isPositiveSubject(condition)) {
      kept = kept.filter((one) => !leavesOut(one, condition));
      if (adds) {
        const first = kept.find(isPositiveSubject);
        if (first?.by === 'subject' && condition.by === 'subject')
          kept = kept.map((one) => (one === first ? { ...first, any: [...first.any, ...condition.any] } : one));
        else kept.push(condition);
        continue;
      }
      if (!narrows) kept = kept.filter((one) => !isPositiveSubject(one));
    } else if (condition.by !== 'subject') kept = kept.filter((one) => one.by !== condition.by);
    kept.push(condition);
  }
  return kept;
}

const TURNS: ReadonlySet<Flow> = new Set<Flow>(['income', 'spending', 'net', 'refunds']);

/** Between what came in, what went out and what was left no name is shared: who paid the salary is no shop. */
function turned(old: Scope, { flow, ofThem }: Changes): Scope {
  if (flow === null || flow === old.flow || !TURNS.has(flow) || !TURNS.has(old.flow)) return old;
  // What a shop gave back and what was spent there are of one shop.
  const ofShop = (flow === 'spending' || flow === 'refunds') && (old.flow === 'spending' || old.flow === 'refunds');
  if (ofThem || ofShop) return { ...old, flow };
  return { ...old, flow, where: old.where.filter((one) => !isPositiveSubject(one)) };
}

export function mergedScope(before: Scope, changes: Changes, today: string): Scope {
  const old = turned(before, changes);
  let { period } = old;
  if (changes.ever) period = null;
  else if (changes.period) period = changes.period;
  else if (changes.relative && period) {
    period =
      changes.relative === 'year-before'
        ? shiftYears(period, -1)
        : changes.relative === 'after'
          ? neighbour(period, 1, today)
          : neighbour(period, -1, today);
  }
  return { ...old, period, where: mergedWhere(old.where, changes), currency: changes.currency ?? old.currency };
}

type Share = Extract<QueryPlan, { ask: 'share' }>;
type Comparison = Extract<QueryPlan, { ask: 'compare' }>;

/** What does not set the sides apart changes on both: "and gas?" of two months. What does, makes a figure of its own. */
function mergedComparison(last: Comparison, scope: Scope, changes: Changes, today: string): QueryPlan {
  const subjects = new Set(last.sides.map(({ scope: { where } }) => JSON.stringify(where)));
  const periods = new Set(last.sides.map(({ scope: { period } }) => JSON.stringify(period?.ranges ?? null)));
  const apart = (changes.conditions.length > 0 && subjects.size > 1) || (changes.period !== null && periods.size > 1);
  return apart ? { ask: 'total', scope } : withScope(last, (each) => mergedScope(each, changes, today));
}

/** "and over 200?" of groups is another bound on them, and none on single rows. */
function mergedGroups(last: Extract<QueryPlan, { kept?: Kept }>, kept: Kept, changes: Changes, today: string): QueryPlan {
  const bound = changes.conditions.find((one) => one.by === 'amount');
  const conditions = changes.conditions.filter((one) => one !== bound);
  const scope = mergedScope(last.scope, { ...changes, conditions }, today);
  if (!bound) return { ...last, scope };
  return { ...last, scope, kept: { ...bound, value: kept.value } };
}

/** "monthly amount" of what was moved, "on average each month" of what was left: money that the turn does not name itself is that of before. */
const keepsFlow = (own: Flow, before: Flow, said: Flow | null): boolean =>
  (own === 'spending' && (before === 'income' || (said === null && (before === 'net' || before.startsWith('transfers'))))) ||
  (own === 'purchases' && (before === 'income' || before === 'refunds' || (said === null && before.startsWith('transfers'))));

const SIZES: readonly string[] = ['day', 'week', 'month', 'quarter', 'year'];

/** One such stretch, or less than one. */
const isWithin = (period: Period | null, by: Dimension): boolean =>
  period !== null && !period.open && SIZES.includes(period.grain) && SIZES.indexOf(period.grain) <= SIZES.indexOf(by);

const isOfPayee = ({ where }: Scope): boolean =>
  where.some((one) => one.by === 'subject' && !one.not && one.any.every(({ what }) => what === 'payee'));

/** What a further share is of: after a share of somebody's the same whole, for nobody else is a part of theirs. */
export const inQuestion = (last: QueryPlan): Scope =>
  last.ask !== 'share' ? scopeOf(last) : isOfPayee(last.part) ? last.scope : last.part;

/**
 * "And what share was Tesco?" of groceries in May: a part of what was asked about before, of its days and accounts; of one payee another is no
 * part, but of all that was spent then. What points at it ("of that") is `share-of-that.ts`'s.
 */
function mergedShare(last: QueryPlan, own: Share, changes: Changes, today: string): QueryPlan {
  const before = inQuestion(last);
  const ofTime = mergedScope(
    { ...before, flow: before.flow === 'purchases' ? 'spending' : before.flow },
    { ...changes, conditions: [] },
    today,
  );
  const { period } = ofTime;
  // Its own whole was said: "and of all the groceries?"
  if (own.scope.where.some(isPositiveSubject))
    return {
      ...own,
      part: { ...own.part, period: own.part.period ?? period },
      scope: { ...own.scope, period: own.scope.period ?? period },
    };
  const where = isOfPayee(ofTime) ? ofTime.where.filter((one) => !isPositiveSubject(one)) : ofTime.where;
  const whole = { ...ofTime, where };
  return { ...own, part: { ...whole, where: mergedWhere(where, { ...changes, narrows: true }) }, scope: whole };
}

/** The plan of the turn before with the changes of this one. */
export function mergePlans(last: QueryPlan, changes: Changes, today: string): QueryPlan {
  const scope = mergedScope(scopeOf(last), changes, today);
  const own = changes.plan;
  if (!own) {
    // "and this week?" after what a week comes to on average: what it came to.
    if (
      last.ask === 'average' &&
      last.scope.period === null &&
      last.per !== 'purchase' &&
      !last.count &&
      changes.period?.grain === last.per
    )
      return { ask: 'total', scope };
    if (last.ask === 'share') {
      // "and gas?" is another part of the same whole; a period or an account holds of both.
      const ofBoth = { ...changes, conditions: changes.conditions.filter((one) => one.by !== 'subject') };
      return { ...last, part: mergedScope(last.part, changes, today), scope: mergedScope(last.scope, ofBoth, today) };
    }
    // "and Netflix?" after what an account holds: nobody holds money at a shop.
    if (last.ask === 'balance' && changes.conditions.some(isPositiveSubject))
      return {
        ask: 'total',
        scope: {
          ...scope,
          flow: changes.flow ?? 'spending',
          where: scope.where.filter(({ by }) => by !== 'account' || changes.flow === 'income'),
        },
      };
    if (last.ask === 'compare') return mergedComparison(last, scope, changes, today);
    if ((last.ask === 'breakdown' || last.ask === 'count') && last.kept) return mergedGroups(last, last.kept, changes, today);
    return { ...last, scope };
  }
  if (own.ask === 'compare') return own;
  const flow = own.ask === 'total' ? scope.flow : keepsFlow(scopeOf(own).flow, scope.flow, changes.flow) ? scope.flow : scopeOf(own).flow;
  if (own.ask === 'share') return mergedShare(last, own, changes, today);
  // What is saved is of everything that came in and went out.
  const whole = own.ask === 'savings-rate' || flow === 'net';
  const ofGroups = keptOf(own) !== null; // its bound is none on single rows
  const where = scope.where.filter(({ by }) => (whole ? by === 'account' : !(ofGroups && by === 'amount')));
  // "which month was the worst" after a sum of one month: of all of them.
  const period = own.ask === 'breakdown' && isWithin(scope.period, own.by) && !changes.period && !changes.relative ? null : scope.period;
  return { ...own, scope: { ...scope, flow, where, period } };
}
