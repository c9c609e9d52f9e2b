import { expect, test } from 'vitest';
import { checkSelect } from '../../src/ledger/check-select.ts';
import { openReadingViews } from '../../src/ledger/reading-views.ts';
import { select } from '../../src/ledger/select-wall.ts';
import { aStatement, openLedger, record } from './open-ledger.ts';

const db = openLedger();
record(db, aStatement(['2026-03-01 -4.20 Blue Bottle', '2026-03-02 -31.15 Green Grocer', '2026-03-03 1900.00 Employer']));
openReadingViews(db);

test.each([
  'SELECT 1',
  'SELECT * FROM transactions',
  'select payee, sum(amount) from spending group by payee having count(*) > 0 order by 2 desc limit 5;',
  'SELECT (SELECT count(*) FROM accounts), (SELECT max(day) FROM income)',
  'WITH a AS (SELECT * FROM spending), b (n) AS (SELECT count(*) FROM a) SELECT n FROM b',
  'WITH a AS MATERIALIZED (SELECT * FROM spending) SELECT * FROM a JOIN accounts USING (account)',
  `SELECT a.payee FROM transactions AS a LEFT JOIN payees b ON a.payee = b.payee AND b.kind IN ('coffee', 'fuel')`,
  `SELECT * FROM (SELECT month, sum(amount) AS m FROM spending GROUP BY 1) AS x WHERE m > 3 UNION ALL SELECT '', 0`,
  `SELECT * FROM ((SELECT 1))`,
  `SELECT * FROM (transactions)`,
  `SELECT * FROM (VALUES (1), (2))`,
  `SELECT 'FROM posting, setting' AS "from posting"`,
  `SELECT [from] FROM (SELECT 1 AS [from])`,
  `SELECT payee FROM transactions WHERE payee LIKE '%bottle%' ESCAPE '!' AND category IS NOT DISTINCT FROM NULL`,
  'SELECT day, sum(minor) OVER (ORDER BY day ROWS BETWEEN 1 PRECEDING AND CURRENT ROW) FROM transactions',
  'SELECT row_number() OVER w FROM transactions WINDOW w AS (PARTITION BY month ORDER BY day)',
  `SELECT CASE WHEN (amount) > (1) THEN ('a') ELSE (payee) END, CAST(amount AS INTEGER), count(*) FILTER (WHERE (TRUE)) FROM spending`,
  'SELECT payee FROM payees WHERE NOT EXISTS (SELECT 1 FROM income WHERE income.payee = payees.payee)',
])('%s passes and runs', (sql) => {
  expect(() => checkSelect(sql)).not.toThrow();
  expect(() => select(db, sql)).not.toThrow();
});

test.each([
  // no SELECT, more than one, or a word that changes something
  '',
  'DELETE FROM transactions',
  'SELECT 1; SELECT 2',
  'PRAGMA table_info(posting)',
  "ATTACH 'x' AS y",
  'EXPLAIN SELECT 1',
  // tables that are no view, wherever a table can stand
  'SELECT * FROM posting',
  'SELECT * FROM "posting"',
  'SELECT * FROM `setting`',
  'SELECT * FROM [meaning]',
  'SELECT * FROM main.posting',
  'SELECT * FROM temp.transactions',
  'SELECT * FROM sqlite_schema',
  'SELECT * FROM transactions, posting',
  'SELECT * FROM transactions window, posting',
  'SELECT * FROM transactions AS window, setting',
  'SELECT * FROM transactions with, setting',
  'SELECT * FROM transactions JOIN posting ON 1',
  'SELECT * FROM transactions LEFT OUTER JOIN posting ON 1',
  'SELECT * FROM (posting)',
  'SELECT * FROM ((posting))',
  'SELECT * FROM (transactions JOIN setting ON 1)',
  'SELECT * FROM (SELECT * FROM (SELECT * FROM setting))',
  'SELECT (SELECT value FROM setting)',
  "SELECT * FROM transactions WHERE 'x' IN setting",
  "SELECT * FROM transactions WHERE 'x' NOT IN (SELECT value FROM setting)",
  'SELECT * FROM transactions WHERE EXISTS (SELECT 1 FROM setting)',
  'SELECT 1 UNION SELECT value FROM setting',
  'SELECT 1 FROM transactions ORDER BY (SELECT value FROM setting)',
  'SELECT 1 LIMIT (SELECT count(*) FROM setting)',
  'WITH x AS (SELECT * FROM setting) SELECT * FROM x',
  'WITH posting AS (SELECT 1) SELECT * FROM posting',
  'SELECT * FROM posting WHERE 1 IN (WITH posting AS (SELECT 1 AS a) SELECT a FROM posting)',
  'WITH x AS (SELECT 1), x AS (SELECT 2) SELECT * FROM x',
  // table-valued functions
  "SELECT * FROM json_each('[1]')",
  "SELECT * FROM pragma_table_info('posting')",
  "SELECT * FROM transactions JOIN json_tree('{}') ON 1",
  'SELECT * FROM generate_series(1, 1000000000)',
  // functions that are not in the list, quoted ones too
  "SELECT load_extension('x')",
  "SELECT 1, load_extension('x')",
  "SELECT printf('%1000000000d', 1)",
  "SELECT 1, printf('%d', 1)",
  'SELECT "printf"(\'%d\', 1)',
  'SELECT zeroblob(1000000000)',
  'SELECT random()',
  "SELECT writefile('x', 'y')",
  'SELECT sqlite_version()',
  'SELECT hex(payee) FROM payees',
  // what does not end
  'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
  'WITH n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n',
  'WITH a AS (SELECT * FROM b), b AS (SELECT * FROM a) SELECT * FROM a',
  'WITH n AS (SELECT 1 UNION ALL SELECT * FROM (SELECT * FROM n)) SELECT * FROM n',
  'SELECT * FROM transactions CROSS JOIN accounts',
  'SELECT * FROM transactions NATURAL JOIN accounts',
  `SELECT 1 ${'FROM transactions JOIN accounts ON 1 '.repeat(1)}${'JOIN accounts ON 1 '.repeat(8)}`,
  "SELECT * FROM payees WHERE payee LIKE '%a%a%a%a%a%a%a%a%b'",
  "SELECT * FROM payees WHERE payee LIKE '%a%a%' || '%a%a%'",
  'SELECT * FROM payees WHERE payee LIKE payee',
  "SELECT * FROM payees WHERE payee GLOB '*a*a*'",
  "SELECT like('%a%', payee) FROM payees",
  `SELECT ${'('.repeat(3000)}1${')'.repeat(3000)}`,
  'SELECT (1',
  'SELECT 1)',
  'SELECT * FROM )',
  'SELECT * FROM (SELECT * FROM) AS x',
])('%s is refused', (sql) => {
  expect(() => select(db, sql)).toThrow(expect.objectContaining({ code: 'query-refused' }));
});

test('a name that the schema holds is not given again, and the reason is told', () => {
  expect(() => select(db, 'WITH setting AS (SELECT 1) SELECT 1')).toThrow(/setting/);
  expect(() => checkSelect('SELECT * FROM posting')).toThrow(/posting is no view/);
});

test('rows beyond the most are told, and the time is held', () => {
  expect(select(db, 'SELECT payee FROM transactions', [], { rows: 2 })).toMatchObject({ more: true, rows: { length: 2 } });
  expect(select(db, 'SELECT payee FROM transactions', [], { rows: 3 })).toMatchObject({ more: false, rows: { length: 3 } });
  let now = 0;
  expect(() => select(db, 'SELECT payee FROM transactions', [], { time: 1, clock: () => (now += 1) })).toThrow(
    expect.objectContaining({ code: 'query-slow' }),
  );
});
