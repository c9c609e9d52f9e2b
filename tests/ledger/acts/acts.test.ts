// Each act of a person: what it does to the rows, that its undo restores exactly, and that it outlives an import taken back and made again.
import { describe, expect, test } from 'vitest';
import { readActs } from '../../../src/ledger/acts/history.ts';
import { readRules } from '../../../src/ledger/acts/rules.ts';
import type { Act } from '../../../src/ledger/acts/acts.ts';
import type { SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { noteOf } from '../../../src/ledger/acts/row-acts.ts';
import { loadSqlEngine } from '../../../src/ledger/sql-js-database.ts';
import { proveBackup } from '../../../src/ledger/store/open-file.ts';
import { aStatement, entry, record } from '../open-ledger.ts';
import { act, aLedger, AT, everyday, everything, idOf, payeeId, rowsOf, savings, splitInto, undo, untrueTotals } from './acts-ledger.ts';

const BLUE = 'Blue Bottle Coffee';

const acts: [string, (db: SqlJsDatabase) => Act][] = [
  ['one row recategorised', (db) => ({ do: 'categorise', transactionId: idOf(db, BLUE), category: 'Treats', rows: 'one' })],
  ['a category taken away', (db) => ({ do: 'categorise', transactionId: idOf(db, BLUE), category: null, rows: 'one' })],
  ['all of a payee', (db) => ({ do: 'categorise', transactionId: idOf(db, BLUE), category: 'Treats', rows: 'payee' })],
  ['all of a payee, and later', (db) => ({ do: 'categorise', transactionId: idOf(db, BLUE), category: 'Treats', rows: 'payee-and-later' })],
  [
    'a row in parts of its file made one',
    (db) => ({ do: 'categorise', transactionId: idOf(db, 'Amazon'), category: 'Household', rows: 'one' }),
  ],
  ['a row split', (db) => splitInto(idOf(db, 'REWE'), [-3000, 'Food'], [-100, null])],
  ['parts of a file split otherwise', (db) => splitInto(idOf(db, 'Amazon'), [-9999, 'Toys'], [-1, 'Books'])],
  ['a note', (db) => ({ do: 'note', transactionId: idOf(db, 'REWE'), note: '  for the party ' })],
  ['a pair', (db) => ({ do: 'pair', transactionId: idOf(db, 'Kiosk am Café'), withId: idOf(db, 'Interest') })],
  ['own money without its other half', (db) => ({ do: 'pair', transactionId: idOf(db, 'REWE'), withId: null })],
  ['no own money', (db) => ({ do: 'unpair', transactionId: idOf(db, 'Savings pot') })],
  ['a payee renamed', (db) => ({ do: 'rename-payee', payeeId: payeeId(db, BLUE), name: 'The corner place' })],
  ['two payees made one', (db) => ({ do: 'rename-payee', payeeId: payeeId(db, BLUE), name: 'REWE' })],
  ['an account renamed', () => ({ do: 'rename-account', accountId: 1, name: 'Joint' })],
  ['an account erased', () => ({ do: 'erase-account', accountId: 1 })],
  [
    'a rule by text',
    () => ({ do: 'save-rule', rule: { payeeId: null, text: 'CAFE', category: 'Treats', payee: 'Kiosk', overFile: false } }),
  ],
  [
    'a rule by payee',
    (db) => ({ do: 'save-rule', rule: { payeeId: payeeId(db, 'REWE'), text: null, category: 'Food', payee: null, overFile: false } }),
  ],
];

test.each(acts)('%s, and taken back, leaves everything as it was', (_, make) => {
  const db = aLedger();
  const before = everything(db);
  const done = act(db, make(db));
  expect(done).not.toBeNull();
  expect(everything(db)).not.toEqual(before);
  expect(untrueTotals(db)).toBe(0);
  undo(db, done?.id ?? 0);
  expect(everything(db)).toEqual(before);
  expect(untrueTotals(db)).toBe(0);
  expect(db.query('PRAGMA foreign_key_check').rows).toEqual([]);
  expect(readActs(db, { offset: 0, limit: 10 }).acts[0]).toMatchObject({ id: done?.id, undoneAt: AT });
});

describe('what acts do', () => {
  test.each<[string, (db: SqlJsDatabase) => Act, string, string[]]>([
    [
      'one row',
      (db) => ({ do: 'categorise', transactionId: idOf(db, BLUE, 1), category: ' treats ', rows: 'one' }),
      BLUE,
      ['-4.20 Blue Bottle Coffee: Coffee, expense', '-12.50 Blue Bottle Coffee: treats, expense'],
    ],
    [
      'all of a payee',
      (db) => ({ do: 'categorise', transactionId: idOf(db, BLUE), category: 'Treats', rows: 'payee' }),
      BLUE,
      ['-4.20 Blue Bottle Coffee: Treats, expense', '-12.50 Blue Bottle Coffee: Treats, expense'],
    ],
    [
      'parts',
      (db) => splitInto(idOf(db, 'REWE'), [-3000, 'Food'], [-100, null]),
      'REWE',
      ['-30.00 REWE: Food, expense', '-1.00 REWE: -, expense'],
    ],
    ['a transfer', (db) => ({ do: 'pair', transactionId: idOf(db, 'REWE'), withId: null }), 'REWE', ['-31.00 REWE: -, transfer']],
    [
      'a name',
      (db) => ({ do: 'rename-payee', payeeId: payeeId(db, BLUE), name: 'REWE' }),
      BLUE,
      ['-4.20 REWE: Coffee, expense', '-12.50 REWE: Coffee, expense'],
    ],
    [
      'a rule, accents aside',
      () => ({ do: 'save-rule', rule: { payeeId: null, text: 'CAFE', category: 'Treats', payee: 'Kiosk', overFile: false } }),
      'Kiosk am Café',
      ['-7.00 Kiosk: Treats, expense'],
    ],
    [
      'a rule leaves the file its word',
      (db) => ({ do: 'save-rule', rule: { payeeId: payeeId(db, BLUE), text: null, category: 'Treats', payee: null, overFile: false } }),
      BLUE,
      ['-4.20 Blue Bottle Coffee: Coffee, expense', '-12.50 Blue Bottle Coffee: Coffee, expense'],
    ],
  ])('%s', (_, make, text, rows) => {
    const db = aLedger();
    act(db, make(db));
    expect(rowsOf(db, text)).toEqual(rows);
  });

  test('what was so already is no act', () => {
    const db = aLedger();
    const same: Act = { do: 'note', transactionId: idOf(db, 'REWE'), note: '' };
    expect(act(db, same)).toBeNull();
    expect(readActs(db, { offset: 0, limit: 10 }).acts.map(({ kind }) => kind)).toEqual(['import', 'import']);
  });

  test.each<[string, Act, string]>([
    ['parts that do not add up', splitInto(2, [-3000, null], [-99, null]), 'split-unequal'],
    ['a part of nothing', splitInto(2, [-3100, null], [0, null]), 'split-unequal'],
    ['half a cent', splitInto(2, [-3099.5, null], [-0.5, null]), 'split-unequal'],
    ['a name that is taken', { do: 'rename-account', accountId: 1, name: 'rainy DAYS' }, 'name-taken'],
    ['no name', { do: 'rename-payee', payeeId: 1, name: ' ' }, 'name-empty'],
    ['a row that is gone', { do: 'note', transactionId: 999, note: 'x' }, 'row-gone'],
  ])('%s is refused, and nothing is changed', (_, given, code) => {
    const db = aLedger();
    const before = everything(db);
    expect(() => act(db, given)).toThrow(expect.objectContaining({ code }));
    expect(everything(db)).toEqual(before);
    expect(db.query(`SELECT count(*) FROM act WHERE kind <> 'import'`).rows).toEqual([[0]]);
  });
});

describe('imports taken back and made again', () => {
  test.each(acts.filter(([name]) => !name.includes('erased')))('%s holds for the same file', (_, make) => {
    const db = aLedger();
    act(db, make(db));
    const before = everything(db) as Record<string, unknown>;
    undoImport(db, 1);
    expect(untrueTotals(db)).toBe(0);
    record(db, everyday());
    const after = everything(db) as Record<string, unknown>;
    for (const part of ['postings', 'payees', 'categories', 'said', 'rules', 'pairs']) expect(after[part], part).toEqual(before[part]);
    expect(untrueTotals(db)).toBe(0);
  });

  test('an act whose row is gone is taken back all the same', () => {
    const db = aLedger();
    const untouched = everything(db) as Record<string, unknown>;
    const done = act(db, { do: 'categorise', transactionId: idOf(db, BLUE), category: 'Treats', rows: 'one' });
    undoImport(db, 1);
    undo(db, done?.id ?? 0);
    record(db, everyday());
    expect((everything(db) as Record<string, unknown>)['postings']).toEqual(untouched['postings']);
  });

  test('a rule and a name hold for rows to come', () => {
    const db = aLedger();
    act(db, { do: 'categorise', transactionId: idOf(db, BLUE), category: 'Treats', rows: 'payee-and-later' });
    act(db, { do: 'rename-payee', payeeId: payeeId(db, BLUE), name: 'Corner' });
    record(
      db,
      aStatement([entry('2026-03-20 -5.00 Blue Bottle Coffee', 2, { category: 'Coffee', account: '' })], { accounts: everyday().accounts }),
    );
    expect(rowsOf(db, BLUE).at(-1)).toBe('-5.00 Corner: Treats, expense');
    expect(untrueTotals(db)).toBe(0);
  });

  test('a posted row takes over what was said of the pending one', () => {
    const db = aLedger();
    record(db, aStatement(['2026-03-20 -9.00 Kino Central pending'], { accounts: everyday().accounts }));
    act(db, { do: 'categorise', transactionId: idOf(db, 'Kino Central'), category: 'Fun', rows: 'one' });
    const second = record(db, aStatement(['2026-03-21 -9.00 Kino Central', '2026-03-22 -1.00 Kiosk'], { accounts: everyday().accounts }));
    expect(rowsOf(db, 'Kino Central')).toEqual(['-9.00 Kino Central: Fun, expense']);
    undoImport(db, second.statementId);
    expect(rowsOf(db, 'Kino Central')).toEqual(['-9.00 Kino Central: Fun, expense']);
  });

  test('a file finds the account under its new name', () => {
    const db = aLedger();
    act(db, { do: 'rename-account', accountId: 2, name: 'For later' });
    db.execute('UPDATE account SET number = NULL');
    const again = { ...savings(), digest: 'another' };
    record(db, { ...again, accounts: again.accounts.map((each) => ({ ...each, number: null })) });
    expect(db.query('SELECT name FROM account ORDER BY id').rows).toEqual([['Everyday'], ['For later']]);
  });
});

describe('taken back in any order', () => {
  test('the later word stays when the earlier act is taken back, and leads past it', () => {
    const db = aLedger();
    const start = everything(db);
    const say = (category: string) => act(db, { do: 'categorise', transactionId: idOf(db, BLUE), category, rows: 'one' })?.id ?? 0;
    const [first, second] = [say('A'), say('B')];
    undo(db, first);
    expect(rowsOf(db, BLUE)[0]).toBe('-4.20 Blue Bottle Coffee: B, expense');
    undo(db, second);
    expect(everything(db)).toEqual(start);
  });

  test('an import is an act like the others', () => {
    const db = aLedger();
    const [savingsImport] = readActs(db, { offset: 0, limit: 10 }).acts;
    expect(savingsImport).toMatchObject({ kind: 'import', says: { file: 'savings.csv', rows: 2 } });
    undo(db, savingsImport?.id ?? 0);
    expect(db.query('SELECT count(*) FROM statement').rows).toEqual([[1]]);
    record(db, savings());
    expect(readActs(db, { offset: 0, limit: 10 }).acts.map(({ undoneAt }) => undoneAt !== null)).toEqual([false, true, false]);
  });

  test('an erased account that came back by another import is not doubled', () => {
    const db = aLedger();
    const erased = act(db, { do: 'erase-account', accountId: 1 })?.id ?? 0;
    record(db, everyday());
    expect(() => undo(db, erased)).toThrow(expect.objectContaining({ code: 'act-blocked' }));
    act(db, { do: 'erase-account', accountId: 3 });
    undo(db, erased);
    expect(rowsOf(db, BLUE)).toHaveLength(2);
  });

  test('a rule is changed, moved and dropped', () => {
    const db = aLedger();
    const rule = (category: string) => ({ payeeId: null, text: 'rewe', category, payee: null, overFile: false });
    act(db, { do: 'save-rule', rule: rule('First') });
    act(db, { do: 'save-rule', rule: rule('Second') });
    expect(rowsOf(db, 'REWE')).toEqual(['-31.00 REWE: Second, expense']);
    const [top] = readRules(db);
    const moved = act(db, { do: 'move-rule', id: top?.id ?? 0, to: 1 });
    expect(rowsOf(db, 'REWE')).toEqual(['-31.00 REWE: First, expense']);
    undo(db, moved?.id ?? 0);
    expect(rowsOf(db, 'REWE')).toEqual(['-31.00 REWE: Second, expense']);
    act(db, { do: 'save-rule', id: top?.id ?? 0, rule: rule('Third') });
    expect(rowsOf(db, 'REWE')).toEqual(['-31.00 REWE: Third, expense']);
    act(db, { do: 'drop-rule', id: top?.id ?? 0 });
    expect(rowsOf(db, 'REWE')).toEqual(['-31.00 REWE: First, expense']);
  });
});

test('a note longer than anybody writes is cut when it is written, and not for the first time when a backup comes back', async () => {
  const db = aLedger();
  const transactionId = idOf(db, 'REWE');
  act(db, { do: 'note', transactionId, note: 'milk and bread '.repeat(300) });
  const note = noteOf(db, transactionId);
  expect(note).toHaveLength(2_000);
  const restored = proveBackup(await loadSqlEngine(), db.export());
  expect(noteOf(restored, transactionId)).toBe(note);
});
