// Ten years of round sums between the same few people on several accounts: the work of pairing grows with the rows, not with their square.
// Counted and not timed, so that a slow machine tells the same.
import { expect, test, vi } from 'vitest';
import type { Database, ResultSet, SqlValue } from '../../../src/ledger/database.ts';
import { readCandidates, type Candidate } from '../../../src/ledger/flows/candidates.ts';
import { facingOf } from '../../../src/ledger/flows/other-halves.ts';
import { readOwnAccounts } from '../../../src/ledger/flows/own-accounts.ts';
import { settleFlows } from '../../../src/ledger/flows/settle-flows.ts';
import type { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { emptyLedger, importFile, pairsOf, type Row } from './ledger-of.ts';

const counted = vi.hoisted(() => ({ names: 0 }));
vi.mock('../../../src/ledger/payees/looks-like-person.ts', async (original) => {
  const real = await original<typeof import('../../../src/ledger/payees/looks-like-person.ts')>();
  return {
    ...real,
    peopleOf: (name: string) => {
      counted.names += 1;
      return real.peopleOf(name);
    },
  };
});

const PEOPLE = ['Tom Finch', 'Anna Okafor', 'Peter Walker', 'Laura Doyle', 'MR J STONE', 'S REEVE', 'Emma Harper', 'Adam Marsh'];
const OTHERS = ['Paul Quill', 'Helen Usher', 'Mark Tate', 'Lucy Vance', 'MRS B NOLAN', 'D PRATT', 'Simon Clarke', 'Mary Byrd'];

/** Every day somebody is paid 20 from one account, and somebody pays 20 into the other. */
function equalSums(months: number, payers = PEOPLE): SqlJsDatabase {
  const days = Array.from({ length: months * 28 }, (_, at) => {
    const month = Math.floor(at / 28);
    const [year, ofYear, date] = [2016 + Math.floor(month / 12), (month % 12) + 1, (at % 28) + 1];
    return `${year}-${String(ofYear).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
  });
  const rows = (amount: number, people: readonly string[], shift: number): Row[] =>
    days.map((day, at) => [day, amount, people[(at * 5 + shift) % people.length] ?? '', 'Faster payment']);
  const db = emptyLedger();
  importFile(db, 'current.csv', 'GBP', rows(-20, PEOPLE, 0), '60-00-01 11112222');
  importFile(db, 'joint.csv', 'GBP', rows(20, payers, 3), '04-00-04 33334444');
  return db;
}

function halvesLookedAt(db: SqlJsDatabase): { rows: number; halves: number; furthest: number } {
  const candidates = [...readCandidates(db, readOwnAccounts(db))].filter(({ likeness }) => likeness !== 'never');
  const faced = [...facingOf(candidates, [], 5)];
  const gaps = (row: Candidate, moving: readonly Candidate[]) => moving.map(({ dayNumber }) => Math.abs(dayNumber - row.dayNumber));
  return {
    rows: candidates.length,
    halves: faced.reduce((sum, { moving }) => sum + moving.length, 0),
    furthest: Math.max(...faced.flatMap(({ row, moving }) => gaps(row, moving))),
  };
}

test('a row is held against those within days of it, whatever the years hold', () => {
  const [year, four] = [halvesLookedAt(equalSums(12)), halvesLookedAt(equalSums(48))];
  expect(four.rows).toBe(4 * year.rows);
  expect(four.furthest).toBe(5);
  expect(four.halves).toBeGreaterThan(year.rows);
  expect(four.halves).toBeLessThanOrEqual((four.rows / 2) * 11);
  expect(four.halves / year.halves).toBeLessThan(4.1);
});

/** Says of each query over the moving rows how the engine finds its way. */
class Watched implements Database {
  readonly plans: string[] = [];
  constructor(private readonly db: SqlJsDatabase) {}
  query(sql: string, params?: readonly SqlValue[]): ResultSet {
    if (/\bFROM moving\b/.test(sql)) {
      const plan = this.db.query(`EXPLAIN QUERY PLAN ${sql}`, params);
      this.plans.push(...plan.rows.map((row) => String(row[plan.columns.indexOf('detail')])));
    }
    return this.db.query(sql, params);
  }
  execute(sql: string, params?: readonly SqlValue[]): void {
    this.db.execute(sql, params);
  }
  prepare(sql: string): ReturnType<Database['prepare']> {
    return this.db.prepare(sql);
  }
  transaction<T>(work: () => T): T {
    return this.db.transaction(work);
  }
}

test('the engine finds other halves by amount and day together', () => {
  const watched = new Watched(equalSums(2));
  settleFlows(watched);
  expect(watched.plans.filter((plan) => plan.includes('moving_minor (minor=? AND currency=? AND day>? AND day<?)'))).toHaveLength(1);
});

test('a name is read once, however many rows it stands beside', () => {
  counted.names = 0;
  equalSums(2);
  const few = counted.names;
  equalSums(24);
  expect(counted.names - few).toBeLessThan(few + 10 * PEOPLE.length);
});

test('own money among them is told, and nobody else is', () => {
  const db = equalSums(4, OTHERS); // of half a year, two names that always stand together would be a couple's
  expect(pairsOf(db)).toEqual([]);
  const moved = ['01', '02', '03', '04'].map((month): Row => [`2016-${month}-10`, 20, 'Transfer from H Byrd', 'Transfer']);
  const sent = moved.map(([day, amount]): Row => [day, -amount, 'H BYRD SAVINGS', 'Standing order']);
  importFile(db, 'rainy.csv', 'GBP', moved, '30-00-01 55556666');
  importFile(db, 'other.csv', 'GBP', sent, '20-00-01 77778888');
  expect(pairsOf(db)).toEqual(sent.map(() => 'H BYRD SAVINGS -> Transfer from H Byrd'));
});
