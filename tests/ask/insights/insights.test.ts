// What changed of late, on two households that can be added up by eye; and all that must not be pointed out.
import { describe, expect, test } from 'vitest';
import { readInsights, type Insight } from '../../../src/ask/insights/insights.ts';
import { openSchema } from '../../../src/ledger/migrations/open-schema.ts';
import { recordStatement } from '../../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { american, british, empty, TODAY } from '../support/ledger.ts';

const told = (insights: readonly Insight[]) =>
  insights.map((one) => {
    switch (one.kind) {
      case 'new':
        return `${one.day} new: ${one.payee} ${one.minor} since ${one.since}, every ${Math.round(one.everyDays)} days`;
      case 'dearer':
        return `${one.day} dearer: ${one.payee} ${one.before} to ${one.minor}`;
      case 'twice':
        return `${one.day} ${one.times} times: ${one.payee} ${one.minor}`;
      case 'large':
        return `${one.day} large: ${one.payee} ${one.minor} ${one.currency}`;
      case 'gap':
        return `gap: ${one.account} ${one.from} to ${one.to}`;
    }
  });

describe('two households', () => {
  test('dollars: charged twice, a dearer subscription; fuel once a month is none', () => {
    expect(told(readInsights(american, TODAY))).toEqual(['2026-03-06 2 times: Chipotle 1400', '2026-01-12 dearer: Netflix 1549 to 1799']);
  });
  test('pounds: a gym since January, a dearer rent', () => {
    expect(told(readInsights(british, TODAY))).toEqual([
      '2026-03-05 new: PureGym 2499 since 2026-01-05, every 30 days',
      '2026-03-01 dearer: Lettings Ltd 65000 to 67500',
    ]);
  });
  test('nothing of an empty ledger, and nothing of days to come', () => {
    expect(readInsights(empty, TODAY)).toEqual([]);
    expect(told(readInsights(american, '2026-03-05')).join()).not.toContain('Chipotle');
  });
  test.each([american, british])('each comes with its rows, and with a key of its own', (db) => {
    const insights = readInsights(db, TODAY);
    expect(new Set(insights.map(({ key }) => key)).size).toBe(insights.length);
    for (const one of insights) {
      if (one.kind === 'gap') continue;
      const { columns, rows } = db.query(one.rows.sql, one.rows.params);
      const at = columns.indexOf('minor');
      expect(rows.length, one.key).toBeGreaterThan(0);
      expect(
        rows.some((row) => row[at] === -one.minor),
        one.key,
      ).toBe(true);
      if (one.kind === 'twice') expect(rows).toHaveLength(one.times);
    }
  });
});

const engine = await loadSqlEngine();

/** "day amount text" a row; each statement apart. */
function ledgerOf(...statements: readonly string[]) {
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  for (const [at, statement] of statements.entries()) {
    const entries = statement
      .trim()
      .split('\n')
      .map((row, line) => {
        const [, day = '', amount = '', descriptor = ''] = /^\s*(\S+) (\S+) (.*)$/.exec(row) ?? [];
        const minor = Math.round(Number(amount) * 100);
        return {
          day,
          minor,
          descriptor,
          line: line + 2,
          currency: 'EUR',
          category: null,
          memo: null,
          kind: null,
          bankId: null,
          balance: null,
          state: 'posted' as const,
          account: '',
          splits: [],
        };
      });
    const account = {
      key: '',
      name: 'Giro',
      number: null,
      institution: null,
      currency: 'EUR',
      kind: 'checking' as const,
      closing: null,
      opening: null,
    };
    recordStatement(
      db,
      {
        fileName: `${at}.csv`,
        format: 'csv',
        digest: String(at),
        layout: null,
        importedAt: `${TODAY}T10:00:00Z`,
        accounts: [account],
        entries,
        setAside: [],
      },
      { homeCurrency: 'EUR' },
    );
  }
  return db;
}

const kinds = (...statements: readonly string[]) => readInsights(ledgerOf(...statements), TODAY).map(({ kind }) => kind);

test('one charge that stands out is told once', () => {
  const rows = Array.from(
    { length: 20 },
    (_, at) => `2026-0${1 + (at % 3)}-${10 + (at % 7)} -${5 + at}.00 LADEN ${String.fromCharCode(65 + at)}`,
  );
  expect(told(readInsights(ledgerOf([...rows, '2026-03-02 -900.00 ZAHNARZT'].join('\n')), TODAY))).toEqual([
    '2026-03-02 large: Zahnarzt 90000 EUR',
  ]);
});

describe('not pointed out', () => {
  test.each([
    [
      'tickets bought twice a day as a habit',
      ['2026-03-01', '2026-03-03', '2026-03-05'].flatMap((day) => [`${day} -2.80 STADTBAHN`, `${day} -2.80 STADTBAHN`]).join('\n'),
    ],
    [
      'a bill that is another each month',
      ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].map((month, at) => `${month}-03 -${60 + at * 3}.00 STADTWERKE`).join('\n'),
    ],
    [
      'what the ledger has known since its first day',
      ['2026-01', '2026-02', '2026-03'].map((month) => `${month}-03 -9.99 MUSIKDIENST`).join('\n'),
    ],
    [
      'a price that fell',
      ['2025-11', '2025-12', '2026-01'].map((month) => `${month}-03 -12.00 MUSIKDIENST`).join('\n') + '\n2026-02-03 -10.00 MUSIKDIENST',
    ],
    [
      'a price that rose and came back',
      '2025-11-03 -10.00 KIOSK\n2025-12-03 -10.00 KIOSK\n2026-01-03 -10.00 KIOSK\n2026-02-03 -12.00 KIOSK\n2026-03-03 -10.00 KIOSK',
    ],
  ])('%s', (_, rows) => expect(kinds(rows)).toEqual([]));
});

describe('gaps between statements', () => {
  const month = (first: string, last: string) => `${first} -5.00 LADEN\n${last} -6.00 BAECKER`;
  test('weeks without a statement are told', () => {
    const insights = readInsights(ledgerOf(month('2026-01-01', '2026-01-05'), month('2026-02-20', '2026-02-25')), TODAY);
    expect(told(insights.filter(({ kind }) => kind === 'gap'))).toEqual(['gap: Giro 2026-01-06 to 2026-02-19']);
  });
  test('a weekend is none, and an account that rarely moves has none either', () => {
    expect(kinds(month('2026-02-01', '2026-02-27'), month('2026-03-02', '2026-03-15'))).not.toContain('gap');
    const rare = ['2025-11-30 -1.00 GEBUEHR', '2025-12-31 -1.00 GEBUEHR', '2026-01-31 -1.00 GEBUEHR', '2026-02-28 -1.00 GEBUEHR'];
    expect(kinds(...rare)).not.toContain('gap');
  });
});
