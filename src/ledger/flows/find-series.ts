// Movements that come again and again: where nothing in two rows says that they are one, or nothing but a name, it is told by the same
// two payees on the same two accounts, the same amounts, the same days. Once is chance.
import type { Database } from '../database.ts';
import { kindGroups } from '../payees/kinds.ts';
import type { Candidate } from './candidates.ts';
import { areStrangers, isSamePerson } from './same-person.ts';

/** Two rows of equal and opposite amounts on two accounts, a day apart at most, of which neither speaks of own money. */
export interface Near {
  out: Candidate;
  into: Candidate;
  /** One and the same person stands on both. */
  isByName: boolean;
}

export interface Series {
  pairs: readonly Near[];
  isByName: boolean;
}

const TIMES = 3;
/** Two people: where one account is of each of a couple, a statement names the other. A lodger and a landlord are two people too. */
const TIMES_OF_STRANGERS = 6;
/** Days from the first to the last of six months, short ones too. */
const HALF_A_YEAR = 140;
/** Of all the rows of a payee on an account, those that have another half. */
const NEARLY_ALL = 0.8;

/** What is spent on these comes again and again too, and so may what somebody pays towards it. */
const SPENT = new Set(['housing', 'utilities', 'insurance', 'taxes', 'loans'].flatMap((group) => kindGroups[group] ?? []));

/** Nothing says that these are no own money. */
export const couldBeSeries = (out: Candidate, into: Candidate): boolean =>
  out.likeness === 'maybe' && into.likeness === 'maybe' && !SPENT.has(out.reading.kind ?? '');

/** The series among these, and single ones that a series lacks, though the bank wrote one of its two payees differently that time. */
export function findSeries(db: Database, near: readonly Near[]): { series: Series[]; late: Near[] } {
  const groups = grouped(near, ({ out, into }) => `${out.account.id}:${out.payeeId}:${into.account.id}:${into.payeeId}`);
  const often = [...groups.values()].filter((pairs) => timesOf(pairs) >= TIMES);
  const coverOf = readCovers(db, often.flat());
  const series = often
    .filter((pairs) => isSeries(pairs, coverOf))
    .map((pairs): Series => ({ pairs, isByName: pairs.every(({ isByName }) => isByName) }));
  const inSeries = new Set(series.flatMap(({ pairs }) => pairs));
  const steady = steadyOnes(series);
  const late = near.filter((pair) => !inSeries.has(pair) && belongs(pair, steady));
  return { series, late };
}

/**
 * Of a couple's rent and bills: nothing but the name of a holder speaks for these, so they must come half a year and longer, and be nearly
 * all that either of the two gets or sends.
 */
export function findShared(db: Database, near: readonly Near[]): Series[] {
  const groups = grouped(near, ({ out, into }) => `${out.account.id}:${out.payeeId}:${into.account.id}:${into.payeeId}`);
  const long = [...groups.values()].filter(isHalfAYear);
  const coverOf = readCovers(db, long.flat());
  return long
    .filter((pairs) => pairs.every(({ out, into }) => Math.min(coverOf(out, pairs), coverOf(into, pairs)) >= NEARLY_ALL))
    .map((pairs) => ({ pairs, isByName: false }));
}

/** A pair of each series, for each amount that it moves steadily, under either payee. */
function steadyOnes(series: readonly Series[]): Map<string, Near[]> {
  const steady = new Map<string, Near[]>();
  for (const { pairs } of series) {
    const [one] = pairs;
    if (!one) continue;
    for (const key of [...steadyAmounts(pairs)].flatMap((minor) => keysOf(one, minor))) {
      const alike = steady.get(key);
      if (alike) alike.push(one);
      else steady.set(key, [one]);
    }
  }
  return steady;
}

const keysOf = ({ out, into }: Near, minor: number): string[] => {
  const accounts = `${out.account.id}:${into.account.id}:${minor}`;
  return [`${accounts} to ${into.payeeId}`, `${accounts} from ${out.payeeId}`];
};

const timesOf = (pairs: readonly Near[]): number =>
  Math.min(new Set(pairs.map(({ out }) => out.id)).size, new Set(pairs.map(({ into }) => into.id)).size);

type CoverOf = (half: Candidate, pairs: readonly Near[]) => number;

function isSeries(pairs: readonly Near[], coverOf: CoverOf): boolean {
  const [first] = pairs;
  if (!first) return false;
  const covers = [coverOf(first.out, pairs), coverOf(first.into, pairs)];
  if (areStrangers(first.out, first.into)) return isHalfAYear(pairs) && Math.min(...covers) >= NEARLY_ALL;
  // A friend too is paid and pays back: not the same sum every time, nor on every row.
  if (pairs.some(({ isByName }) => isByName)) return steadyAmounts(pairs).size > 0 || Math.max(...covers) >= NEARLY_ALL;
  return true;
}

function isHalfAYear(pairs: readonly Near[]): boolean {
  const days = new Set(pairs.map(({ out }) => out.dayNumber)); // of so many pairs, few enough to be arguments
  return timesOf(pairs) >= TIMES_OF_STRANGERS && days.size >= TIMES_OF_STRANGERS && Math.max(...days) - Math.min(...days) >= HALF_A_YEAR;
}

/** The amounts that moved that often, on days of their own. */
function steadyAmounts(pairs: readonly Near[], times = TIMES): Set<number> {
  const isSteady = (same: readonly Near[]) => timesOf(same) >= times && new Set(same.map(({ out }) => out.dayNumber)).size >= times;
  const byAmount = grouped(pairs, ({ into }) => into.minor);
  return new Set([...byAmount].filter(([, same]) => isSteady(same)).map(([minor]) => minor));
}

function grouped<K>(pairs: readonly Near[], keyOf: (pair: Near) => K): Map<K, Near[]> {
  const groups = new Map<K, Near[]>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    const group = groups.get(key);
    if (group) group.push(pair);
    else groups.set(key, [pair]);
  }
  return groups;
}

const belongs = (pair: Near, steady: ReadonlyMap<string, readonly Near[]>): boolean =>
  steady.size > 0 && keysOf(pair, pair.into.minor).some((key) => steady.get(key)?.some((series) => isOf(pair, series)));

const isOf = ({ out, into }: Near, series: Near): boolean =>
  into.payeeId === series.into.payeeId ? !isSomebodyElse(out, series.out) : !isSomebodyElse(into, series.into);

const isSomebodyElse = ({ reading }: Candidate, other: Candidate): boolean =>
  reading.isPerson && other.reading.isPerson && !isSamePerson(reading.name, other.reading.name);

/** What part of a payee's rows on its account, of that direction, stands in the pairs. */
function readCovers(db: Database, near: readonly Near[]): CoverOf {
  const payees = [...new Set(near.flatMap(({ out, into }) => [out.payeeId, into.payeeId]))];
  const keyOf = (account: number, payee: number, isOut: boolean) => `${account}:${payee}:${isOut ? 'out' : 'in'}`;
  const rows = new Map<string, number>();
  if (payees.length > 0) {
    const sql = `SELECT account_id, payee_id, minor < 0, count(DISTINCT transaction_id) FROM posting
      WHERE payee_id IN (SELECT value FROM json_each(?)) GROUP BY 1, 2, 3`;
    for (const [account, payee, isOut, count] of db.query(sql, [JSON.stringify(payees)]).rows)
      rows.set(keyOf(Number(account), Number(payee), isOut === 1), Number(count));
  }
  return (half, pairs) => timesOf(pairs) / Math.max(1, rows.get(keyOf(half.account.id, half.payeeId, half.minor < 0)) ?? 0);
}
