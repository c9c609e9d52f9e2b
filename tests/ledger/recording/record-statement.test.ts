import { describe, expect, test } from 'vitest';
import { recordSteps } from '../../../src/ledger/recording/record-statement.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { anAccount, aStatement, contents, entry, openLedger, posted, record } from '../open-ledger.ts';

const march = [
  '2026-03-01 -4.20 Blue Bottle',
  '2026-03-01 -4.20 Blue Bottle',
  '2026-03-02 1500.00 Salary ACME',
  '2026-03-05 -31.00 REWE 0815',
];

describe('nothing twice, nothing lost', () => {
  test('true twins of one file both stay', () => {
    const db = openLedger();
    expect(record(db, aStatement(march))).toMatchObject({ added: 4, known: 0 });
    expect(posted(db)).toHaveLength(4);
  });

  test('the same file again adds nothing, not even to the history', () => {
    const db = openLedger();
    const file = aStatement(march);
    const first = record(db, file);
    const before = contents(db);
    expect(record(db, file)).toMatchObject({ statementId: first.statementId, added: 0, known: 4 });
    expect(contents(db)).toEqual(before);
  });

  test.each([
    ['a longer export', [...march, '2026-03-09 -12.00 DB Vertrieb'], 1, 4],
    ['a third twin', ['2026-03-01 -4.20 Blue Bottle', ...march], 1, 4],
    ['an overlap', ['2026-03-05 -31.00 REWE 0815', '2026-03-06 -8.00 Kino'], 1, 1],
    ['newest first', [...march].reverse(), 0, 4],
    ['other spacing and case', march.map((row) => row.replace('Blue Bottle', 'BLUE  BOTTLE')), 0, 4],
    ['another amount', ['2026-03-05 -31.01 REWE 0815'], 1, 0],
    ['another day', ['2026-03-06 -31.00 REWE 0815'], 1, 0],
    ['another payee', ['2026-03-05 -31.00 Apotheke'], 1, 0],
    ['the text cut short by another format', ['2026-03-05 -31.00 REWE 08'], 0, 1],
  ])('%s', (_, rows, added, known) => {
    const db = openLedger();
    record(db, aStatement(march));
    expect(record(db, aStatement(rows))).toMatchObject({ added, known });
    expect(posted(db)).toHaveLength(4 + added);
  });

  test('equal rows of two accounts are two rows', () => {
    const db = openLedger();
    record(db, aStatement(march, { fileName: 'mine.csv', accounts: [anAccount({ number: 'DE111' })] }));
    expect(record(db, aStatement(march, { fileName: 'yours.csv', accounts: [anAccount({ number: 'DE222' })] }))).toMatchObject({
      added: 4,
    });
  });
});

describe("the bank's own ids", () => {
  test('a moved date or changed text of one id is the same row', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -4.20 BLUE BOTTLE 1 #a1']));
    expect(record(db, aStatement(['2026-03-03 -4.20 Coffee #a1']))).toMatchObject({ added: 0, known: 1 });
  });
  test('a second coffee with an id of its own is new', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -4.20 Blue Bottle #a1']));
    expect(record(db, aStatement(['2026-03-01 -4.20 Blue Bottle #a2']))).toMatchObject({ added: 1, known: 0 });
  });
  test('ids made anew for each export do not double the rows', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -4.20 Blue Bottle #a1', '2026-03-02 -9.00 Kino #a2']));
    expect(record(db, aStatement(['2026-03-01 -4.20 Blue Bottle #b1', '2026-03-02 -9.00 Kino #b2']))).toMatchObject({ added: 0, known: 2 });
  });
  test('an id that many rows share says nothing', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -9.99 Stream #mandate']));
    expect(record(db, aStatement(['2026-04-01 -9.99 Stream #mandate']))).toMatchObject({ added: 1, known: 0 });
    expect(record(db, aStatement(['2026-04-03 -1.00 A #x', '2026-04-03 -2.00 B #x', '2026-04-03 -3.00 C #x']))).toMatchObject({ added: 3 });
  });
});

describe('pending rows', () => {
  test('give way to the posted one, days later', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -4.20 Blue Bottle pending', '2026-02-27 -1.00 Kiosk']));
    expect(record(db, aStatement(['2026-03-03 -4.20 BLUE BOTTLE #44 BERLIN']))).toMatchObject({ added: 1, pendingReplaced: 1 });
    expect(posted(db)).toEqual(['2026-02-27 -1.00 Kiosk', '2026-03-03 -4.20 BLUE BOTTLE  BERLIN']);
  });
  test('never come back, whichever order the files come in', () => {
    const db = openLedger();
    const early = aStatement(['2026-03-01 -4.20 Blue Bottle pending']);
    record(db, early);
    record(db, aStatement(['2026-03-02 -4.20 Blue Bottle']));
    expect(record(db, early)).toMatchObject({ added: 0 });
    const other = openLedger();
    record(other, aStatement(['2026-03-02 -4.20 Blue Bottle']));
    expect(record(other, aStatement(['2026-03-01 -4.20 Blue Bottle pending']))).toMatchObject({ added: 0, known: 1 });
  });
  test('beside a posted row of the same file are another purchase', () => {
    const db = openLedger();
    const both = ['2026-03-01 -4.20 Blue Bottle', '2026-03-01 -4.20 Blue Bottle pending'];
    expect(record(db, aStatement(both))).toMatchObject({ added: 2 });
    expect(record(db, aStatement([...both, '2026-03-02 -1.00 Kiosk']))).toMatchObject({ added: 1, known: 2 });
  });
  test('a tip added before posting is followed without an id, once the file covers that day', () => {
    const db = openLedger();
    const early = record(db, aStatement(['2026-03-01 -40.00 Trattoria pending', '2026-03-01 -4.20 Blue Bottle pending']));
    const later = record(
      db,
      aStatement(['2026-02-27 -1.00 Kiosk', '2026-03-01 -4.20 Blue Bottle pending', '2026-03-03 -46.00 TRATTORIA ROMA']),
    );
    expect(later).toMatchObject({ added: 2, known: 1, pendingReplaced: 1 });
    expect(posted(db)).toEqual(['2026-02-27 -1.00 Kiosk', '2026-03-01 -4.20 Blue Bottle', '2026-03-03 -46.00 TRATTORIA ROMA']);
    undoImport(db, later.statementId);
    expect(posted(db)).toEqual(['2026-03-01 -4.20 Blue Bottle', '2026-03-01 -40.00 Trattoria']);
    undoImport(db, early.statementId);
    expect(posted(db)).toEqual([]);
  });
  test('another purchase at the same shop while one is pending is another purchase', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-05 -4.20 Blue Bottle pending']));
    record(db, aStatement(['2026-03-04 -4.50 Blue Bottle']));
    record(db, aStatement(['2026-03-05 -4.20 Blue Bottle pending', '2026-03-05 -4.60 Blue Bottle']));
    expect(posted(db)).toHaveLength(3);
  });
  test('that the bank no longer reports long after fall away, and come back with an undo', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -100.00 Hotel deposit pending', '2026-03-20 -9.00 Kino pending']));
    const later = record(db, aStatement(['2026-02-25 -1.00 Kiosk', '2026-03-25 -2.00 Kiosk']));
    expect(later).toMatchObject({ added: 2, pendingReplaced: 1 });
    expect(posted(db)).toEqual(['2026-02-25 -1.00 Kiosk', '2026-03-20 -9.00 Kino', '2026-03-25 -2.00 Kiosk']);
    undoImport(db, later.statementId);
    expect(posted(db)).toEqual(['2026-03-01 -100.00 Hotel deposit', '2026-03-20 -9.00 Kino']);
  });
  test('a tip added before posting is followed by the id', () => {
    const db = openLedger();
    record(db, aStatement(['2026-03-01 -40.00 Trattoria #t1 pending']));
    expect(record(db, aStatement(['2026-03-02 -46.00 Trattoria #t1']))).toMatchObject({ added: 1, pendingReplaced: 1 });
    expect(posted(db)).toEqual(['2026-03-02 -46.00 Trattoria']);
  });
});

describe('accounts', () => {
  const names = (db: ReturnType<typeof openLedger>) => db.query('SELECT name, number, currency FROM account ORDER BY id').rows;

  test('a renamed file finds its account by the rows it shares', () => {
    const db = openLedger();
    record(db, aStatement(march, { fileName: 'export-1.csv' }));
    expect(record(db, aStatement([...march, '2026-03-20 -1.00 Kiosk'], { fileName: 'other words.csv' }))).toMatchObject({
      added: 1,
      known: 4,
    });
    expect(names(db)).toHaveLength(1);
  });
  test('a masked number is the account that ends so, another number is another account', () => {
    const db = openLedger();
    const of = (number: string, day: string) => aStatement([`${day} -1.00 Kiosk`], { accounts: [anAccount({ number, name: 'Card' })] });
    record(db, of('4000 1234 5678 4471', '2026-03-01'));
    record(db, of('XXXX4471', '2026-03-02'));
    record(db, of('XXXX9999', '2026-03-03'));
    expect(names(db)).toHaveLength(2);
  });
  test('the one that the person chose, or named', () => {
    const db = openLedger();
    record(db, aStatement(march), { accountName: 'Household' });
    const [account] = record(db, aStatement(['2026-04-01 -1.00 Kiosk'], { fileName: 'x.csv' }), { accountName: 'household' }).accounts;
    expect(names(db)).toEqual([['Household', null, 'EUR']]);
    record(db, aStatement(['2026-05-01 -1.00 Kiosk'], { fileName: 'y.csv' }), { accountId: account?.id ?? null });
    expect(names(db)).toHaveLength(1);
  });
  test('a file name alone does not make files of two layouts one account', () => {
    const db = openLedger();
    const of = (layoutKey: string, day: string) => aStatement([`${day} -1.00 Kiosk`], { fileName: 'transactions.csv', layoutKey });
    record(db, of('bank A', '2026-03-01'));
    record(db, of('bank A', '2026-04-01'));
    record(db, of('bank B', '2026-03-01'));
    expect(names(db)).toHaveLength(2);
  });
  test('several in one file stay apart', () => {
    const db = openLedger();
    const accounts = [anAccount({ key: 'a', number: 'DE1111' }), anAccount({ key: 'b', number: 'DE2222', currency: 'USD' })];
    const rows = [entry('2026-03-01 -1.00 Kiosk', 1, { account: 'a' }), entry('2026-03-01 -1.00 Kiosk', 2, { account: 'b' })];
    expect(record(db, aStatement(rows, { accounts })).accounts.map(({ added }) => added)).toEqual([1, 1]);
  });
  test('an unsaid currency is the home one, in its own minor units', () => {
    const amounts = (home: string) => {
      const db = openLedger();
      record(db, aStatement(['2026-03-01 -1200.00 Kiosk'], { accounts: [anAccount({ currency: null })] }), { homeCurrency: home });
      return db.query('SELECT minor, currency FROM posting').rows[0];
    };
    expect(amounts('EUR')).toEqual([-120000, 'EUR']);
    expect(amounts('JPY')).toEqual([-1200, 'JPY']);
    expect(amounts('KWD')).toEqual([-1200000, 'KWD']);
  });
});

test('a file without a currency goes on in the currency of its account, whatever home has become', () => {
  const db = openLedger();
  const accounts = [anAccount({ currency: null })];
  record(db, aStatement(march, { accounts }), { homeCurrency: 'USD' });
  expect(record(db, aStatement([...march, '2026-03-09 -1.00 Kiosk'], { accounts }), { homeCurrency: 'EUR' })).toMatchObject({
    added: 1,
    known: 4,
  });
  expect(db.query('SELECT DISTINCT currency FROM posting').rows).toEqual([['USD']]);
});

test('splits are postings of their own, and their rest is not lost', () => {
  const db = openLedger();
  const splits = [
    { minor: -700, category: 'Food', memo: null },
    { minor: -200, category: 'Home', memo: null },
  ];
  record(db, aStatement([entry('2026-03-01 -10.00 Market', 1, { splits, category: 'food ' })]));
  expect(db.query('SELECT minor, name FROM posting JOIN category ON category.id = category_id ORDER BY posting.id').rows).toEqual([
    [-700, 'food'],
    [-200, 'Home'],
    [-100, 'food'],
  ]);
});

test('a recording that is stopped leaves nothing', () => {
  const db = openLedger();
  const before = contents(db);
  const many = Array.from({ length: 6000 }, (_, at) => `2026-03-01 -${at + 1}.00 Kiosk`);
  expect(() =>
    db.transaction(() => {
      const steps = recordSteps(db, aStatement(many), { homeCurrency: 'EUR' });
      expect(steps.next()).toMatchObject({ done: false });
      steps.return({ statementId: 0, added: 0, known: 0, setAside: [], pendingReplaced: 0, accounts: [] });
      throw new DOMException('stopped', 'AbortError');
    }),
  ).toThrow('stopped');
  expect(contents(db)).toEqual(before);
});

test('sums kept ahead are those of the postings, after every change', () => {
  const db = openLedger();
  const kept = () =>
    db.query('SELECT day, flow, currency, category_id, account_id, minor, rows FROM day_total ORDER BY 1, 2, 3, 4, 5, 6').rows;
  const counted = () =>
    db.query(
      `SELECT day, flow, currency, category_id, account_id, sum(minor), count(*) FROM posting
       GROUP BY 1, 2, 3, 4, 5, sign(minor) ORDER BY 1, 2, 3, 4, 5, 6`,
    ).rows;
  const first = record(db, aStatement(march));
  expect(kept()).toEqual(counted());
  record(db, aStatement([...march, entry('2026-03-05 -31.00 REWE 0815', 9, { category: 'Food' }), '2026-03-09 5.00 REWE 0815']));
  expect(kept()).toEqual(counted());
  expect(kept().length).toBeGreaterThan(3);
  undoImport(db, first.statementId);
  expect(kept()).toEqual(counted());
});
