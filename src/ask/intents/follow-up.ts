// What every follow-up is, and what they share: how such a turn begins, of whom the turn before was, and what this one says itself.
import type { Condition, QueryPlan, Scope } from '../plan/plan.ts';
import type { Asked, Refusal } from './intent.ts';

export type FollowUp = (asked: Asked, last: QueryPlan) => QueryPlan | Refusal | null;

export type SubjectCondition = Extract<Condition, { by: 'subject' }>;

/** Words before a follow-up that ask nothing. */
const LEAD = '^(?:(?:and|so|now|ok|okay|then|but|please|well|right|hm|oh|actually) ?,? ?)*';
export const leads = (rest: string) => new RegExp(LEAD + rest);

/** Several things are meant by it, or none. */
export const WHICH_MEANT: Refusal = { refuse: 'clarify', why: 'what-about' };

/** What the turn says itself of whom, when or how much. */
export const hasOwnSlots = ({ reading }: Asked) => reading.names.length > 0 || reading.periods.length > 0 || reading.amounts.length > 0;

export const named = ({ where }: Scope): SubjectCondition[] =>
  where.filter((one): one is SubjectCondition => one.by === 'subject' && !one.not);

export const payeesOf = (scope: Scope): number[] => named(scope).flatMap(({ any }) => any.flatMap(({ payees }) => [...payees]));

export const isOnePayee = (scope: Scope): boolean => {
  const subjects = named(scope).flatMap(({ any }) => any);
  return subjects.length === 1 && subjects[0]?.what === 'payee' && subjects[0].payees.length === 1;
};
