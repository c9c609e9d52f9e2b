// Generated SQL against the wall: sentences of a grammar that knows every table, function and keyword of SQLite, right and wrong, and
// right ones spoilt. Whatever passes has run: nothing is written, nothing outside the views is read, none takes over its time.
// 3,000 in `npm test`; SOTTO_QUERIES=100000 (npm run test:walls) for more, SOTTO_SEED for others.
import { expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { READING_VIEWS, openReadingViews } from '../../src/ledger/reading-views.ts';
import { select } from '../../src/ledger/select-wall.ts';
import { aStatement, openLedger, record } from '../ledger/open-ledger.ts';
import { random } from '../support/random.ts';

const COUNT = Number(process.env['SOTTO_QUERIES'] ?? 3_000);
const SEED = Number(process.env['SOTTO_SEED'] ?? 9);
/** Milliseconds of the processor for one query on this small ledger. */
const TIME = 1_000;
/** Milliseconds for all: a machine that does other things too took eight for one query. */
const PATIENCE = 300_000 + COUNT * 30;
/** Stands in every table that no view shows; whoever sees it has read outside. */
const SECRET = 'marmalade-7731';

const chance = random(SEED);
const pick = <T>(list: readonly T[]): T => list[Math.floor(chance() * list.length)] as T;
const maybe = (share: number, text: () => string): string => (chance() < share ? text() : '');

function aLedger() {
  const db = openLedger();
  const rows = Array.from({ length: 24 }, (_, at) => `2026-03-${String(at + 1).padStart(2, '0')} -${at + 1}.50 Shop ${at % 5}`);
  record(db, aStatement(rows));
  db.execute('INSERT INTO meaning VALUES (?, ?, ?)', [SECRET, SECRET, SECRET]);
  db.execute('INSERT INTO setting VALUES (?, ?)', [SECRET, JSON.stringify(SECRET)]);
  db.execute('INSERT INTO layout_choice VALUES (?, ?)', [SECRET, SECRET]);
  db.execute('UPDATE statement SET file_name = ?', [SECRET]);
  openReadingViews(db);
  return db;
}
const db = aLedger();

const views = READING_VIEWS.map(({ name }) => name);
const columns = [...new Set(READING_VIEWS.flatMap((view) => view.columns.map(({ name }) => name)))];
const inner = [
  ...db.query("SELECT name FROM sqlite_schema WHERE type IN ('table', 'index')").rows.map(([name]) => String(name)),
  'sqlite_schema',
  'sqlite_master',
  'sqlite_temp_schema',
  'sqlite_stat1',
  'dbstat',
  'bytecode',
  "pragma_table_info('meaning')",
  "json_each('[1]')",
  "fts3tokenize('simple')",
];
const innerColumns = ['value', 'phrase', 'means', 'guesses', 'file_name', 'digest', 'sql', 'rowid', '*'];
const functions = ['sum', 'count', 'max', 'lower', 'substr', 'replace', 'group_concat', 'round', 'iif', 'strftime', 'coalesce'];
const bad = [
  'printf',
  'load_extension',
  'randomblob',
  'zeroblob',
  'readfile',
  'writefile',
  'edit',
  'hex',
  'quote',
  'json_extract',
  'random',
];

/** Half of the sentences use only what the wall lets through, so that much does run. */
let wild = false;

const quoted = (name: string): string => pick([() => name, () => name, () => `"${name}"`, () => `[${name}]`, () => `\`${name}\``])();
const blank = (): string => pick([' ', ' ', '\n', '\t', '/**/', '/* ; */', ' -- x\n']);
const cased = (word: string): string => pick([word, word.toUpperCase(), word.toLowerCase()]);

function table(depth: number): string {
  const roll = chance();
  if (depth > 0 && roll < 0.15) return `(${sentence(depth - 1)}) AS t${Math.floor(chance() * 9)}`;
  if (wild && roll < 0.27) return pick(['', 'main.', 'temp.', '"main".']) + quoted(pick(inner));
  if (roll < 0.3) return `(${table(depth - 1)})`;
  return quoted(pick(views)) + maybe(0.3, () => ` AS ${pick(['a', 'b', ...(wild ? ['window', 'posting', 'with', '"from"'] : [])])}`);
}

function term(depth: number): string {
  const roll = chance();
  if (roll < 0.4) return quoted(pick(columns));
  if (wild && roll < 0.48) return pick(innerColumns);
  if (roll < 0.6) return pick(['1', '0', "'x'", "''", 'NULL', '-1.5e3', "x'00'", "'; DROP TABLE posting; --'", '?', '9223372036854775807']);
  if (roll < 0.75)
    return `${wild ? quoted(pick(functions)) : pick(functions)}(${term(depth - 1)}${maybe(0.4, () => `, ${term(depth - 1)}`)})`;
  if (wild && roll < 0.78) return `${quoted(pick(bad))}(${term(depth - 1)})`;
  if (depth <= 0) return '1';
  if (roll < 0.86) return `(${sentence(depth - 1)})`;
  if (roll < 0.93)
    return `${term(depth - 1)} ${pick(['+', '||', '=', '<', 'AND', 'OR', 'IS', 'IS DISTINCT FROM', ...(wild ? ['LIKE', 'GLOB', 'COLLATE'] : [])])} ${term(depth - 1)}`;
  return `${term(depth - 1)} ${pick(['IN', 'NOT IN'])} ${pick([`(${sentence(depth - 1)})`, '(1, 2)', ...(wild ? [quoted(pick(inner))] : [])])}`;
}

function sentence(depth: number): string {
  const joins = Array.from({ length: Math.floor(chance() ** 3 * 4) }, () => {
    const how = pick([' JOIN ', ' LEFT JOIN ', ...(wild ? [', ', ' CROSS JOIN ', ' NATURAL JOIN '] : [])]);
    return how + table(depth) + (how.includes(',') ? '' : ` ON ${term(depth - 1)}`);
  }).join('');
  const body = [
    cased('select'),
    maybe(0.1, () => 'DISTINCT '),
    pick(['*', term(depth), `${term(depth)}, ${term(depth)}`]),
    maybe(0.92, () => `${cased('from')}${blank()}${table(depth)}${joins}`),
    maybe(0.4, () => `WHERE ${term(depth)}`),
    maybe(0.2, () => `GROUP BY ${term(depth - 1)}`),
    maybe(0.2, () => `ORDER BY ${term(depth - 1)}`),
    maybe(0.2, () => `LIMIT ${term(depth - 1)}`),
    depth > 0 ? maybe(0.08, () => `${pick(['UNION', 'UNION ALL', 'EXCEPT', 'INTERSECT'])} ${sentence(depth - 1)}`) : '',
  ]
    .filter(Boolean)
    .join(blank());
  if (depth < 1 || chance() > 0.15) return body;
  const name = pick(['x', 'y', 'n', ...(wild ? ['posting', 'transactions', 'setting'] : [])]);
  const named = wild && chance() < 0.3 ? `SELECT 1 AS i UNION ALL SELECT i + 1 FROM ${name}` : sentence(depth - 1);
  return `WITH ${maybe(wild ? 0.3 : 0, () => 'RECURSIVE ')}${name}${maybe(0.3, () => '(i)')} AS (${named}) ${body.replace(/\b(transactions|spending)\b/, name)}`;
}

const WRITES = [
  'DELETE FROM posting',
  'UPDATE setting SET value = 1',
  "INSERT INTO meaning VALUES ('a', 'b', 'c')",
  'DROP TABLE posting',
  'CREATE TABLE x (a)',
  'PRAGMA query_only = 0',
  "ATTACH ':memory:' AS x",
  'VACUUM',
  'BEGIN',
  "VACUUM INTO 'x'",
  'REINDEX',
];

/** Cut, doubled, with a second statement behind it, or with another word put in. */
function spoil(sql: string): string {
  const at = Math.floor(chance() * sql.length);
  return pick([
    () => sql,
    () => sql,
    () => sql,
    () => sql.slice(0, at),
    () => `${sql};${pick(WRITES)}`,
    () => `${pick(WRITES)};${sql}`,
    () => `${sql} ${pick(['RETURNING *', 'INTO x', 'WINDOW w AS (ORDER BY 1), w2 AS ()'])}`,
    () =>
      sql.slice(0, at) +
      pick(["'", '"', '(', ')', ';', '\0', '/*', '--', ' FROM setting ', ', meaning ', ' IN meaning ', '\u00a0', '\u2028']) +
      sql.slice(at),
    () => `EXPLAIN ${sql}`,
    () => `WITH x AS (${pick(WRITES)} RETURNING 1) ${sql}`,
  ])();
}

test(`${COUNT} generated queries: no write, no read outside the views, none over its time`, { timeout: PATIENCE }, async () => {
  const before = Buffer.from(db.export());
  openReadingViews(db); // exporting opens the file anew
  let [ran, slowest] = [0, 0];
  for (let at = 0; at < COUNT; at++) {
    if (at % 500 === 0) await new Promise((resolve) => setImmediate(resolve)); // whoever runs the tests hears that they go on
    wild = chance() < 0.5;
    const sql = wild ? spoil(sentence(2)) : sentence(2);
    const params = Array.from({ length: (sql.match(/\?/g) ?? []).length }, () => 1);
    const began = process.cpuUsage();
    try {
      const { rows } = select(db, sql, params);
      ran += 1;
      expect(JSON.stringify(rows).includes(SECRET), sql).toBe(false);
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      if (!(error instanceof AppError)) expect(words.includes(SECRET), sql).toBe(false); // SQLite's own: no such column, and the like
    }
    const { user, system } = process.cpuUsage(began);
    const took = (user + system) / 1000;
    slowest = Math.max(slowest, took);
    expect(took, sql).toBeLessThan(TIME);
  }
  expect(ran, 'queries that passed the wall and ran').toBeGreaterThan(COUNT / 50);
  expect(db.query('PRAGMA query_only').rows).toEqual([[0]]);
  expect(Buffer.from(db.export()).equals(before)).toBe(true);
  console.log(`queries: ${COUNT}, ran ${ran}, slowest ${slowest.toFixed(1)} ms of the processor`);
});

/** Each would hold the worker or fill its memory in one step of SQLite, which hears no clock: the wall stops it before it begins. */
const BOMBS = [
  'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n',
  'WITH n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n',
  'SELECT zeroblob(2000000000)',
  'SELECT length(randomblob(2000000000))',
  "SELECT printf('%.*c', 2000000000, 'x')",
  "SELECT format('%2000000000d', 1)",
  'SELECT hex(hex(hex(payee))) FROM transactions',
  'SELECT count(*) FROM transactions a, transactions b, transactions c',
  'SELECT count(*) FROM transactions a CROSS JOIN transactions b',
  'SELECT count(*) FROM transactions a NATURAL JOIN transactions b',
  `SELECT count(*) FROM transactions a ${Array.from({ length: 9 }, (_, at) => `JOIN transactions b${at} ON 1`).join(' ')}`,
  "ATTACH ':memory:' AS x",
  'SELECT * FROM pragma_table_info',
  "SELECT * FROM pragma_table_info('setting')",
  'SELECT * FROM pragma_database_list()',
  'PRAGMA cache_size = 1000000',
  "SELECT load_extension('x')",
  "SELECT * FROM json_each('[1,2]')",
  "SELECT * FROM json_tree('{}')",
  'SELECT * FROM generate_series(1, 1000000000)',
  "SELECT payee LIKE '%a%b%c%d%e%f%' FROM transactions",
  "SELECT payee LIKE payee || '%' FROM transactions",
  "SELECT payee GLOB '*a*b*c*' FROM transactions",
  `SELECT ${'('.repeat(5_000)}1${')'.repeat(5_000)}`,
  `SELECT 1${' + 1'.repeat(3_000)}`,
];

test.each(BOMBS)('%s is refused', (sql) => {
  expect(() => select(db, sql)).toThrow(expect.objectContaining({ code: 'query-refused' }));
});

/** Text that grows by what the list does allow ends within SQLite's own bound, and the connection goes on. */
test.each([
  `SELECT length(${'replace('.repeat(8)}'aaaaaaaaaa'${", 'a', 'aaaaaaaaaa')".repeat(8)})`,
  `SELECT length(group_concat(${'replace('.repeat(5)}'aaaaaaaaaa'${", 'a', 'aaaaaaaaaa')".repeat(5)})) FROM transactions`,
])('%s ends, and what comes after runs', (sql) => {
  const began = process.cpuUsage();
  try {
    select(db, sql);
  } catch (error) {
    expect(String(error)).toMatch(/too big|out of memory|query-refused|longer/);
  }
  const { user, system } = process.cpuUsage(began);
  console.log(`${sql.slice(0, 40)} took ${((user + system) / 1000).toFixed(0)} ms of the processor`);
  expect(select(db, 'SELECT count(*) FROM transactions').rows).toEqual([[24]]);
});
