// The closed type that every question becomes before any SQL is written, after hledger's Query. Rules fill it today, a model may tomorrow;
// whoever fills it, the same validator and the same compiler follow. Plain data: it can be kept, merged and shown.
import type { PaidBy } from '../../ledger/paid-by.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Subject } from '../names/subject.ts';

/** spending: expenses less refunds. purchases: expenses only. net: income less spending. Transfers are in none but their own. */
export type Flow = 'spending' | 'purchases' | 'refunds' | 'income' | 'net' | 'transfers-in' | 'transfers-out' | 'transfers' | 'anything';

export type Condition =
  /** Rows of any of these subjects (or of none of them). */
  | { by: 'subject'; any: readonly Subject[]; not: boolean }
  /** `into`: of transfers between own accounts, those alone whose other half lies on one of these. */
  | { by: 'account'; ids: readonly number[]; words: string; not: boolean; into?: readonly number[] }
  /** Bounds on the size of one row, in minor units of the plan's currency. */
  | { by: 'amount'; above?: number; atLeast?: number; below?: number; atMost?: number; words: string }
  /** 0 Sunday to 6 Saturday. */
  | { by: 'weekday'; days: readonly number[]; words: string }
  | { by: 'uncategorised' }
  /** What the bank itself calls a direct debit or a standing order. */
  | { by: 'paid-by'; how: PaidBy; words: string }
  /** A place: the days on which these payees were paid abroad, as `settle` finds them. */
  | { by: 'place'; payees: readonly number[]; words: string };

export interface Scope {
  flow: Flow;
  /** null: all the days there are. */
  period: Period | null;
  where: readonly Condition[];
  /** One ISO 4217 code: currencies are never added. */
  currency: string;
}

export type Dimension =
  'day' | 'week' | 'weekend' | 'month' | 'quarter' | 'year' | 'weekday' | 'day-kind' | 'category' | 'payee' | 'account' | 'currency';
/** Those of time. */
export const CALENDAR: ReadonlySet<Dimension> = new Set<Dimension>([
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'weekday',
  'day-kind',
]);
export type Per = 'purchase' | 'day' | 'week' | 'month' | 'quarter' | 'year';
/** Stretches that a steady payment is reckoned for. */
export type Pace = 'week' | 'month' | 'quarter' | 'year';
export type Value = 'sum' | 'count' | 'average';

/** Groups whose sum, in minor units, or whose number of rows lies within bounds: "months over 1500", "shops more than 5 times". */
export interface Kept {
  value: 'sum' | 'count';
  above?: number;
  atLeast?: number;
  below?: number;
  atMost?: number;
  /** "more than 100", as it was said. */
  words: string;
}

export interface Side {
  label: string;
  scope: Scope;
}

export type QueryPlan =
  | { ask: 'total'; scope: Scope }
  | { ask: 'count'; scope: Scope; of: 'rows' | Dimension; kept?: Kept }
  | { ask: 'average'; scope: Scope; per: Per; count?: boolean }
  | { ask: 'median'; scope: Scope }
  /** Single transactions by size. */
  | { ask: 'extreme'; scope: Scope; order: 'largest' | 'smallest'; limit: number; skip?: number }
  /** The day of the first or last row. */
  | { ask: 'edge'; scope: Scope; edge: 'first' | 'last' }
  /** How long there were such rows: from the first to the last, or to today where they go on. */
  | { ask: 'how-long'; scope: Scope }
  | { ask: 'days-since'; scope: Scope }
  | { ask: 'list'; scope: Scope; order: 'oldest' | 'newest' | 'largest'; limit: number | null }
  | { ask: 'breakdown'; scope: Scope; by: Dimension; value: Value; order: 'natural' | 'most' | 'least'; limit: number | null; kept?: Kept }
  | { ask: 'compare'; sides: readonly Side[]; value: Value; show: 'sides' | 'difference' | 'percent' | 'more' | 'less' }
  /** `count`: of how many rows, not of their sum. */
  | { ask: 'share'; part: Scope; scope: Scope; count?: true }
  | { ask: 'savings-rate'; scope: Scope }
  | { ask: 'balance'; accounts: readonly number[]; scope: Scope }
  /** The latest amount of each of these payees, and their sum; or the first amount, or the first beside the latest. */
  /** `per`: and what that comes to in such a stretch, at the pace at which it is paid. */
  | { ask: 'price'; scope: Scope; at?: 'first' | 'both'; per?: Pace }
  /** `either`: rises and falls, as "when did it change" asks for both. `standing`: of payees whose price stands for a while alone, since what is metered rises and falls each time. */
  | { ask: 'price-change'; scope: Scope; want: 'when' | 'how-much' | 'list' | 'most'; falls?: boolean; either?: true; standing?: true }
  /** Without a period those that are still paid; with one what was paid of them in it, or which of them ended or began in it. */
  | { ask: 'subscriptions'; scope: Scope; want: 'list' | 'total' | 'count' | 'largest' | 'smallest' | 'ended' | 'began'; per?: Pace }
  | { ask: 'duplicates'; scope: Scope }
  | { ask: 'unusual'; scope: Scope }
  | { ask: 'exists'; scope: Scope; still: boolean }
  | { ask: 'why'; scope: Scope }
  /** What would stay in hand if this share (0 to 1) of the spending had not been. */
  /** `now`: of a year to come, by the latest amount of what is paid each month. */
  | { ask: 'what-if'; scope: Scope; spared: number; per: Per | null; now?: true }
  | { ask: 'budget'; scope: Scope; limit: number; want: 'over' | 'left' };

export type Ask = QueryPlan['ask'];

/** The scope a plan reads first; of a comparison its first side. */
export function scopeOf(plan: QueryPlan): Scope {
  if (plan.ask !== 'compare') return plan.scope;
  const first = plan.sides[0];
  if (!first) throw new RangeError('a comparison without sides');
  return first.scope;
}

/** All that a plan reads: the sides of a comparison, else the one. */
export const scopesOf = (plan: QueryPlan): readonly Scope[] =>
  plan.ask === 'compare' ? plan.sides.map(({ scope }) => scope) : [plan.scope];

/** Those and the part of a share. */
export const scopesRead = (plan: QueryPlan): readonly Scope[] => (plan.ask === 'share' ? [plan.part, plan.scope] : scopesOf(plan));

/** Two of them are one and the same, and set nothing against each other. */
export const hasTwins = (scopes: readonly Scope[]): boolean => new Set(scopes.map((scope) => JSON.stringify(scope))).size < scopes.length;

/** What a plan of groups keeps of them. */
export const keptOf = (plan: QueryPlan): Kept | null => (plan.ask === 'breakdown' || plan.ask === 'count' ? (plan.kept ?? null) : null);

/** The same question about another scope. */
export const withScope = (plan: QueryPlan, change: (scope: Scope) => Scope): QueryPlan => {
  if (plan.ask === 'compare') return { ...plan, sides: plan.sides.map(({ label, scope }) => ({ label, scope: change(scope) })) };
  if (plan.ask === 'share') return { ...plan, part: change(plan.part), scope: change(plan.scope) };
  return { ...plan, scope: change(plan.scope) };
};
