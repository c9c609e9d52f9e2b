// What only the ledger can settle before SQL is written: which flow a payee's rows are ("how much from Stripe"), and in which
// currency a name occurs, when it never occurs in the home currency.
import type { DayRange } from '../../base/days.ts';
import { addDays, daysBetween, isWithin, overlap } from '../../base/days.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import { withoutGuesses } from './guessed.ts';
import { filter } from '../sql/filter.ts';
import type { QueryPlan, Scope } from './plan.ts';
import { scopeOf, withScope } from './plan.ts';

const isAboutNames = ({ where }: Scope) =>
  where.some((condition) => (condition.by === 'subject' && !condition.not) || condition.by === 'paid-by');

const has = (db: ReadableDatabase, scope: Scope): boolean => {
  const { text, params } = filter(scope);
  return db.query(`SELECT 1 FROM posting WHERE ${text} LIMIT 1`, params).rows.length > 0;
};

/** "how much came into Revolut in August": where nothing came in then but own money, that is what came. */
const ofOwnMoney = (db: ReadableDatabase, scope: Scope): Scope => {
  const named = scope.where.length > 0 && scope.where.every((one) => one.by === 'account' && !one.not);
  if (!named || scope.flow !== 'income' || has(db, scope)) return scope;
  return has(db, { ...scope, flow: 'transfers-in' }) ? { ...scope, flow: 'transfers-in' } : scope;
};

function settledScope(db: ReadableDatabase, scope: Scope, { currencies, homeCurrency, hasIncome }: LedgerNames): Scope {
  if (!isAboutNames(scope)) return ofOwnMoney(db, scope);
  const everywhere = { ...scope, period: null };
  let settled = scope;
  if (currencies.length > 1 && scope.currency === homeCurrency && !has(db, { ...everywhere, flow: 'anything' })) {
    const other = currencies.find((currency) => currency !== homeCurrency && has(db, { ...everywhere, flow: 'anything', currency }));
    if (other) settled = { ...settled, currency: other };
  }
  const back = settled.flow === 'refunds' && !has(db, { ...everywhere, currency: settled.currency, flow: 'refunds' });
  if (back && has(db, { ...everywhere, currency: settled.currency, flow: 'income' })) return { ...settled, flow: 'income' };
  const inCurrency = { ...everywhere, currency: settled.currency };
  const spends = settled.flow === 'spending' || settled.flow === 'purchases';
  // "what has Callum paid into the joint account": of one of the household it only ever came over.
  if (settled.flow === 'income' && !has(db, { ...inCurrency, flow: 'income' }) && has(db, { ...inCurrency, flow: 'transfers-in' }))
    return { ...settled, flow: 'transfers-in' };
  // "Amazon credits": of a shop that is only ever paid, what it gave back.
  if (settled.flow === 'income' && !has(db, { ...inCurrency, flow: 'income' }) && has(db, { ...inCurrency, flow: 'refunds' }))
    return { ...settled, flow: 'refunds' };
  if (!spends || has(db, { ...inCurrency, flow: 'spending' })) return settled;
  if (hasIncome && has(db, { ...inCurrency, flow: 'income' })) return { ...settled, flow: 'income' };
  // "how much went to the holiday pot": all that it ever got is own money, moved.
  if (has(db, { ...inCurrency, flow: 'transfers-out' })) return { ...settled, flow: 'transfers-out' };
  // A prize of the premium bonds, drawn or paid out: it only ever came in.
  return has(db, { ...inCurrency, flow: 'transfers-in' }) ? { ...settled, flow: 'transfers-in' } : settled;
}

/** Days apart that still belong to one journey. */
const SAME_JOURNEY = 5;

/** "in Lisbon": the stretch of days with payments in the foreign currency about a payment there. Where none is foreign, the payees of the place. */
function atPlace(db: ReadableDatabase, scope: Scope, { homeCurrency, payees }: LedgerNames): Scope {
  const place = scope.where.find((condition) => condition.by === 'place');
  if (place?.by !== 'place') return scope;
  // Cash machines have one name everywhere.
  const telling = place.payees.filter((id) => payees.get(id)?.kind !== 'cash');
  const ids = telling.map(() => '?').join(', ');
  const there = db.query(`SELECT DISTINCT day, currency FROM posting WHERE payee_id IN (${ids}) AND currency <> ? ORDER BY day`, [
    ...telling,
    homeCurrency,
  ]).rows;
  const currency = there[0]?.[1];
  if (typeof currency !== 'string') return scope;
  const abroad = db
    .query(`SELECT DISTINCT day FROM posting WHERE currency = ? AND flow = 'expense' ORDER BY day`, [currency])
    .rows.map(([day]) => String(day));
  const ranges: DayRange[] = [];
  for (const day of abroad) {
    const last = ranges.at(-1);
    if (last && daysBetween(last.until, day) <= SAME_JOURNEY) last.until = addDays(day, 1);
    else ranges.push({ from: day, until: addDays(day, 1) });
  }
  const days = there.map(([day]) => String(day));
  const journeys = ranges.filter((range) => days.some((day) => isWithin(day, range)));
  const kept = scope.period
    ? journeys.flatMap((range) => scope.period?.ranges.flatMap((asked) => overlap(range, asked) ?? []) ?? [])
    : journeys;
  const where = scope.where.filter((condition) => condition !== place);
  return {
    ...scope,
    where,
    currency,
    period: kept.length
      ? {
          ranges: kept,
          grain: 'other',
          assumed: `I took ${place.words} as the days abroad from ${kept[0]?.from ?? ''} to ${addDays(kept.at(-1)?.until ?? '', -1)}`,
        }
      : scope.period,
  };
}

/** "ebmud bills", "ocado groceries": where a payee has no row of the kind named beside it, the noun only describes it. */
function withoutEmptyKinds(db: ReadableDatabase, scope: Scope): Scope {
  const subjects = scope.where.filter((condition) => condition.by === 'subject' && !condition.not);
  if (subjects.length < 2) return scope;
  const payees = subjects.filter((condition) => condition.by === 'subject' && condition.any.every(({ what }) => what === 'payee'));
  if (!payees.length || has(db, { ...scope, period: null })) return scope;
  return { ...scope, where: scope.where.filter((condition) => !subjects.includes(condition) || payees.includes(condition)) };
}

/** "gas apart from Costco": beside a notion, a payee is also what carries its name first, as Costco Gas does. */
function withBranches(scope: Scope, { payees }: LedgerNames): Scope {
  const notion = scope.where.some((one) => one.by === 'subject' && !one.not && one.any.some(({ what }) => what !== 'payee'));
  if (!notion) return scope;
  const branches = (ids: readonly number[]): number[] => {
    const heads = ids.flatMap((id) => payees.get(id)?.words ?? []);
    if (ids.length !== 1 || heads.length === 0) return [...ids];
    const carrying = [...payees.values()].filter(({ words }) => heads.every((word, at) => words[at] === word)).map(({ id }) => id);
    return [...new Set([...ids, ...carrying])];
  };
  return {
    ...scope,
    where: scope.where.map((one) =>
      one.by === 'subject' && one.any.every(({ what }) => what === 'payee')
        ? { ...one, any: one.any.map((subject) => ({ ...subject, payees: branches(subject.payees) })) }
        : one,
    ),
  };
}

/** Of weekends no other day counts, whoever lays a figure out by them. */
function onWeekends(plan: QueryPlan): QueryPlan {
  const byWeekend = (plan.ask === 'breakdown' && plan.by === 'weekend') || (plan.ask === 'count' && plan.of === 'weekend');
  return !byWeekend || scopeOf(plan).where.some(({ by }) => by === 'weekday')
    ? plan
    : withScope(plan, (scope) => ({ ...scope, where: [...scope.where, { by: 'weekday', days: [0, 6], words: 'weekends' }] }));
}

export const settle = (db: ReadableDatabase, plan: QueryPlan, ledger: LedgerNames): QueryPlan =>
  withScope(onWeekends(plan), (scope) =>
    withoutGuesses(db, settledScope(db, withoutEmptyKinds(db, withBranches(atPlace(db, scope, ledger), ledger)), ledger), ledger),
  );
