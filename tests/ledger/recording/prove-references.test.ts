// An import whose references are proved at its end: the same rows as with each looked up, a row that points to nothing never stays, and
// after it, however it ended, SQLite looks up every reference again.
import { describe, expect, test } from 'vitest';
import { proveReferences } from '../../../src/ledger/recording/prove-references.ts';
import { recordSteps } from '../../../src/ledger/recording/record-statement.ts';
import { KeptLedger } from '../../../src/ledger/store/kept-ledger.ts';
import { loadSqlEngine, type SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { refreshTotals } from '../../../src/ledger/totals.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import { aStatement, anAccount, contents, entry, openLedger, record } from '../open-ledger.ts';

const engine = await loadSqlEngine();

const day = (at: number) => `2026-0${1 + (at % 9)}-${String(1 + (at % 28)).padStart(2, '0')}`;
const file = (from: number, rows = 6_000) =>
  aStatement(
    Array.from({ length: rows }, (_, at) =>
      entry(`${day(at)} ${at % 9 === 0 ? '' : '-'}${from + at}.50 Shop ${at % 40}`, at + 2, {
        account: at % 2 ? 'b' : '',
        category: at % 3 ? `Kind ${at % 5}` : null,
        splits: at % 100 === 1 ? [{ minor: -100, category: 'Part', memo: null }] : [],
        ...(at % 90 === 7 ? { state: 'pending' as const } : {}),
      }),
    ),
    { accounts: [anAccount(), anAccount({ key: 'b', number: 'DE02' })] },
  );

const referencesOf = (db: SqlJsDatabase) => ({
  checked: db.query('PRAGMA foreign_keys').rows,
  lost: db.query('PRAGMA foreign_key_check').rows,
});
const SOUND = { checked: [[1]], lost: [] };

test('imports over one another leave what they leave with every reference looked up', async () => {
  const files = [file(1), file(3_001), file(1, 7_000)];
  const proved = await KeptLedger.open(engine, new MemoryStore());
  const checked = openLedger();
  for (const each of files) {
    await proved.changeInSteps((db) => recordSteps(db, each, { homeCurrency: 'EUR' }), { provesReferences: true });
    record(checked, each);
    expect(referencesOf(proved.db)).toEqual(SOUND);
  }
  expect(contents(proved.db)).toEqual(contents(checked));
});

const breaks: Record<string, string> = {
  payee: 'UPDATE posting SET payee_id = 999999 WHERE id = 5',
  category: 'UPDATE posting SET category_id = 999999 WHERE id = 5',
  account: 'UPDATE bank_transaction SET account_id = 999999 WHERE id = 5',
  statement: 'UPDATE bank_transaction SET statement_id = 999999 WHERE id = 5',
  coverage: 'UPDATE coverage SET statement_id = 999999',
  read_split: 'UPDATE read_split SET category_id = 999999',
};

describe('a row that points to nothing', () => {
  test.each(Object.entries(breaks))('is told: %s', (what, sql) => {
    const db = openLedger();
    record(db, file(1, 300));
    expect(() => proveReferences(db)).not.toThrow();
    const { checkAgain } = db.leaveReferences();
    db.execute(sql);
    checkAgain();
    refreshTotals(db);
    expect(() => proveReferences(db)).toThrow(what);
  });
});

describe('after the import every reference is looked up again', () => {
  const stray = "INSERT INTO coverage (statement_id, account_id, first_day, last_day) VALUES (77, 88, '', '')";

  test.each(['written', 'failed', 'stopped', 'strayed'])('that was %s', async (ending) => {
    const ledger = await KeptLedger.open(engine, new MemoryStore());
    const before = contents(ledger.db);
    const stop = new AbortController();
    const importing = ledger.changeInSteps(
      function* (db) {
        for (const step of recordSteps(db, file(1), { homeCurrency: 'EUR' })) {
          if (ending === 'failed') throw new Error('no room');
          if (ending === 'stopped') stop.abort();
          if (ending === 'strayed') db.execute(stray);
          yield step;
        }
      },
      { provesReferences: true, signal: stop.signal },
    );
    if (ending === 'written') await importing;
    else {
      await expect(importing).rejects.toThrow();
      expect(contents(ledger.db)).toEqual(before);
    }
    expect(referencesOf(ledger.db)).toEqual(SOUND);
    await expect(ledger.change((db) => db.execute(stray))).rejects.toThrow('FOREIGN KEY');
  });

  test('and while a transaction is open that is no end of it', () => {
    const db = openLedger();
    const { checkAgain } = db.leaveReferences();
    db.transaction(() => expect(checkAgain).toThrow('after the transaction'));
    checkAgain();
    expect(referencesOf(db)).toEqual(SOUND);
  });
});
