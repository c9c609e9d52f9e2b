// A category is what an export says of its rows. An account that gives no categories says nothing of the kind: what was paid from it is
// guessed by the payee only where the question is about that account, where no export files anything so, or where what one files is the
// lesser part by far of such payments (who pays for the food from an account without categories has not eaten for the 11 rows of another);
// else it is left out, and named.
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import { filter } from '../sql/filter.ts';
import type { Condition, Scope } from './plan.ts';

/** As many as a sentence holds. */
export const MOST_NAMED = 3;

/** So many times as many payments as are filed, and the file tells of hardly any. */
const FAR_MORE = 2;

const isGuessed = ({ elsewhere }: Subject): boolean => elsewhere?.guessed === true;
const onlyGuessed = (subject: Subject): Subject => ({ ...subject, categories: [], payees: [], loose: [] });

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

/** On all days, whatever else was asked: one question must not count by the payee what the next counts by category. */
function isHardlyFiled(db: ReadableDatabase, subject: Subject, currency: string): boolean {
  const payments = (one: Subject): number => {
    const { text, params } = filter({ flow: 'purchases', period: null, where: [{ by: 'subject', any: [one], not: false }], currency });
    return Number(db.query(`SELECT count(*) FROM posting WHERE ${text}`, params).rows[0]?.[0] ?? 0);
  };
  return payments(onlyGuessed(subject)) > FAR_MORE * payments(filed(subject, []));
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
  if (conditions.every(({ any }) => any.filter(isGuessed).every((subject) => isHardlyFiled(db, subject, scope.currency)))) return scope;
  const wanted = conditions.filter(({ not }) => !not);
  if (wanted.length === 0) return kept([]);
  if (payeesOf(db, kept([]), 1).length === 0) return scope;
  const guesses = scope.where.map((one) =>
    isSubject(one) && wanted.includes(one) ? { ...one, any: one.any.filter(isGuessed).map(onlyGuessed) } : one,
  );
  return kept(payeesOf(db, { ...scope, where: guesses }, MOST_NAMED + 1).map((id) => payees.get(id)?.name ?? ''));
}
