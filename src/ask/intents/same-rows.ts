// Whether two turns ask of the same rows, so that there is nothing to compare.
import type { Condition, Scope } from '../plan/plan.ts';

/** What is asked of, whatever it was called: "eating out" and "eat out" are one. */
const unnamed = (condition: Condition) =>
  condition.by === 'subject'
    ? [condition.not, ...condition.any.map(({ payees, categories, loose }) => [payees, categories, loose])]
    : condition;

/** What tells scopes apart to a person: the same rows counted as spending or as purchases are one. */
const rowsOf = (scope: Scope) =>
  JSON.stringify([scope.period?.ranges ?? null, scope.where.map(unnamed), scope.flow === 'purchases' ? 'spending' : scope.flow]);

export const isSameRows = (a: Scope, b: Scope): boolean => rowsOf(a) === rowsOf(b);
