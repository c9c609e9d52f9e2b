// What an import looks at is found by the amounts and payees of postings; it must be all that looking at every row would find. And totals of
// the days alone that a file touches must be those summed anew. Random households: parts, pending rows, names, notes, renames.
import { expect, test } from 'vitest';
import { addDays, dayNumber } from '../../../src/base/days.ts';
import { performAct, undoAct, type Act } from '../../../src/ledger/acts/acts.ts';
import { readCandidates } from '../../../src/ledger/flows/candidates.ts';
import { otherHalves } from '../../../src/ledger/flows/other-halves.ts';
import { readOwnAccounts } from '../../../src/ledger/flows/own-accounts.ts';
import { settleFlows } from '../../../src/ledger/flows/settle-flows.ts';
import type { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import type { StatementEntry } from '../../../src/ledger/statement.ts';
import { refreshTotals } from '../../../src/ledger/totals.ts';
import { anAccount, aStatement, entry, openLedger, record } from '../open-ledger.ts';

const TEXTS = [
  'Transfer to savings', 'Transfer from current', 'Ada Byrd', 'MISS A BYRD', 'Tom Finch', 'Acme Ltd salary', 'Tesco Stores', 'Amazon refund',
  'Amazon', 'Corner Bakery', 'Halifax joint A/C', 'Kiosk', 'Vanguard', 'Credit card payment',
]; // prettier-ignore
const NOTES = [null, null, 'Umbuchung', 'lunch', 'transfer to the saver', 'rent'];
const SUMS = ['20.00', '50.00', '100.00', '7.30', '0.00', '250.00'];

/** A linear congruential generator: the same households on every machine. */
function chance(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return (state >>> 8) % limit;
  };
}

const oneOf = <T>(next: (limit: number) => number, all: readonly T[]): T => all[next(all.length)] as T;

function rows(next: (limit: number) => number, count: number): StatementEntry[] {
  return Array.from({ length: count }, (_, at) => {
    const sum = oneOf(next, SUMS);
    const isPart = sum === '250.00' && next(2) === 0;
    const isIn = next(2) === 0;
    const state = next(12) === 0 ? ' pending' : '';
    const made = entry(`${addDays('2026-01-01', next(60))} ${isIn ? '' : '-'}${sum} ${oneOf(next, TEXTS)}${state}`, at + 2);
    const parts = [15_000, 10_000].map((minor) => ({ minor: isIn ? minor : -minor, category: null, memo: null }));
    return { ...made, memo: oneOf(next, NOTES), splits: isPart ? parts : [] };
  });
}

const ACCOUNTS = ['DE111', 'DE222', 'DE333'].map((number, at) =>
  anAccount({ number, kind: at === 2 ? 'savings' : 'checking', institution: at === 1 ? 'Halifax' : null }),
);

/** What the person does in between: splits a row, says that it moves own money, calls a payee by another name. */
function act(db: SqlJsDatabase, next: (limit: number) => number): number | null {
  const [id, minor, payeeId] = db.query(
    'SELECT id, minor, read_payee_id FROM bank_transaction WHERE replaced_by IS NULL AND minor <> 0 ORDER BY (id * 7919) % 101 LIMIT 1',
  ).rows[0] as [number, number, number];
  const parts = [minor + 5, -5].map((part) => ({ minor: part, category: 'Parts' }));
  const acts: Act[] = [
    { do: 'split', transactionId: id, parts },
    { do: 'pair', transactionId: id, withId: null },
    { do: 'rename-payee', payeeId, name: `Renamed ${payeeId}` },
  ];
  return performAct(db, oneOf(next, acts), '2026-03-01T00:00:00Z')?.id ?? null;
}

/** So many rows of years before that the days of a small file are few beside them. */
const before = Array.from({ length: 2_400 }, (_, at) => entry(`${addDays('2022-01-01', at % 900)} -${1 + (at % 90)}.11 Kiosk`, at + 2));

const households = Array.from({ length: 12 }, (_, seed) => seed + 1);

test.each(households)('household %i', (seed) => {
  const next = chance(seed);
  const db = openLedger();
  record(db, aStatement(before, { accounts: ACCOUNTS.slice(0, 1) }));
  for (let file = 0; file < 6; file += 1) {
    record(db, aStatement(rows(next, 4 + next(40)), { fileName: `${file % 3}.csv`, accounts: [oneOf(next, ACCOUNTS)] }));
    expectAll(db);
    if (next(3) > 0) continue;
    const actId = act(db, next);
    expectAll(db);
    if (actId === null || next(2) === 0) continue;
    undoAct(db, actId, '2026-03-02T00:00:00Z');
    expectAll(db);
  }
});

test('a pending row that gives way leaves the total of its day', () => {
  const db = openLedger();
  record(db, aStatement(before));
  record(db, aStatement(['2026-03-01 -4.20 Bakery pending', '2026-03-01 -1.00 Kiosk']));
  expect(record(db, aStatement(['2026-03-03 -4.20 Bakery']))).toMatchObject({ added: 1, pendingReplaced: 1 });
  expect(db.query("SELECT day, minor FROM day_total WHERE day >= '2026-03-01' ORDER BY 1").rows).toEqual([
    ['2026-03-01', -100],
    ['2026-03-03', -420],
  ]);
  expectAll(db);
});

test('the days of a small file alone are summed anew', () => {
  const db = openLedger();
  record(db, aStatement(before));
  db.execute("UPDATE day_total SET minor = 1 WHERE day = '2022-01-05'"); // what nobody looks at stays as it is
  record(db, aStatement(['2026-03-03 -4.20 Bakery']));
  expect(db.query("SELECT minor FROM day_total WHERE day = '2022-01-05'").rows).toEqual([[1]]);
});

function expectAll(db: SqlJsDatabase): void {
  const totals = 'SELECT day, flow, currency, category_id, account_id, minor, rows FROM day_total ORDER BY 1, 2, 3, 4, 5, 6, 7';
  const flows = 'SELECT transaction_id, minor, flow FROM posting ORDER BY 1, 2, 3';
  const pairs = 'SELECT out_id, in_id FROM transfer ORDER BY 1';
  const [kept, settled, paired] = [totals, flows, pairs].map((sql) => db.query(sql).rows);
  db.execute('DELETE FROM day_total');
  refreshTotals(db);
  expect(db.query(totals).rows).toEqual(kept);
  const accounts = readOwnAccounts(db);
  const found = [...readCandidates(db, accounts)].map(({ id }) => id);
  const moving = [...readCandidates(db, accounts)].filter(({ likeness }) => likeness !== 'never');
  const halves = otherHalves(db, moving, accounts, 5).map(({ id }) => id);
  expect(halves).toEqual(halvesAmongAll(db, new Set(moving.map(({ id }) => id))));
  db.transaction(() => {
    // With any payee under another name every row is looked at; no row is of this one.
    db.execute("INSERT INTO payee (name) VALUES ('nobody'); UPDATE payee SET shown_as = id WHERE name = 'nobody'");
    expect([...readCandidates(db, accounts)].map(({ id }) => id)).toEqual(found);
    settleFlows(db);
    db.execute("DELETE FROM payee WHERE name = 'nobody'");
  });
  expect([flows, pairs].map((sql) => db.query(sql).rows)).toEqual([settled, paired]);
}

/** Every row against every moving one. */
function halvesAmongAll(db: SqlJsDatabase, moving: ReadonlySet<number>): number[] {
  const all = db
    .query('SELECT id, account_id, day, minor, currency FROM bank_transaction WHERE replaced_by IS NULL AND minor <> 0 ORDER BY id')
    .rows.map(([id, account, day, minor, currency]) => ({
      id: Number(id),
      account,
      at: dayNumber(String(day)),
      minor: Number(minor),
      currency,
    }));
  const faces = (one: (typeof all)[number], other: (typeof all)[number]) =>
    one.minor === -other.minor && one.account !== other.account && one.currency === other.currency && Math.abs(one.at - other.at) <= 5;
  const movers = all.filter(({ id }) => moving.has(id));
  return all.filter((row) => !moving.has(row.id) && movers.some((one) => faces(one, row))).map(({ id }) => id);
}
