// A category is what an export says of its rows. An account that gives no categories says nothing of the kind: what was paid from it is
// guessed by the payee only where the question is about that account, or where no export files anything so; else it is left out, and named.
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import { filter } from '../sql/filter.ts';
import type { Condition, Scope } from './plan.ts';

/** As many as a sentence holds. */
export const MOST_NAMED = 3;

const isGuessed = ({ elsewhere }: Subject): boolean => elsewhere?.guessed === true;

function payeesOf(db: ReadableDatabase, scope: Scope, most: number): number[] {
  const { text, params } = filter(scope);
  return db
    .query(`SELECT payee_id FROM posting WHERE ${text} GROUP BY payee_id ORDER BY count(*) DESC, payee_id LIMIT ${String(most)}`, params)
    .rows.map(([id]) => Number(id));
}

const isSubject = (one: Condition): one is Condition & { by: 'subject' } => one.by === 'subject';

/** Only what the exports file so, and who is left out by that. */
function filed(subject: Subject, unfiled: readonly string[]): Subject {
  const { elsewhere, ...rest } = subject;
  return elsewhere?.guessed ? { ...rest, ...(unfiled.length ? { unfiled } : {}) } : subject;
}

export function withoutGuesses(db: ReadableDatabase, scope: Scope, { payees }: LedgerNames): Scope {
  const conditions = scope.where.filter(isSubject).filter(({ any }) => any.some(isGuessed));
  if (conditions.length === 0) return scope;
  const silent = new Set(conditions.flatMap(({ any }) => any.flatMap(({ elsewhere }) => elsewhere?.accounts ?? [])));
  if (scope.where.some((one) => one.by === 'account' && !one.not && one.ids.every((id) => silent.has(id)))) return scope;
  const kept = (unfiled: readonly string[]): Scope => ({
    ...scope,
    where: scope.where.map((one) => (isSubject(one) ? { ...one, any: one.any.map((subject) => filed(subject, unfiled)) } : one)),
  });
  const wanted = conditions.filter(({ not }) => !not);
  if (wanted.length === 0) return kept([]);
  if (payeesOf(db, kept([]), 1).length === 0) return scope;
  const guesses = scope.where.map((one) =>
    isSubject(one) && wanted.includes(one)
      ? { ...one, any: one.any.filter(isGuessed).map((subject) => ({ ...subject, categories: [], payees: [], loose: [] })) }
      : one,
  );
  return kept(payeesOf(db, { ...scope, where: guesses }, MOST_NAMED + 1).map((id) => payees.get(id)?.name ?? ''));
}
