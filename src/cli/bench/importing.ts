// Import, durable and indexed, against its floor in the same run: the CSV library's parse plus bare prepared inserts and one save.
import Papa from 'papaparse';
import { recordSteps } from '../../ledger/recording/record-statement.ts';
import { openSchema } from '../../ledger/migrations/open-schema.ts';
import { SqlJsDatabase, type SqlEngine } from '../../ledger/sql-js-database.ts';
import { readStatement } from '../../import/read-statement.ts';
import { compare, type Comparison } from './measure.ts';
import { inventedCsv, TODAY } from './invented.ts';

const BARE = /* sql */ `
  CREATE TABLE row (id INTEGER PRIMARY KEY, day TEXT, payee TEXT, category TEXT, minor INTEGER, currency TEXT);
  CREATE INDEX row_day ON row (day); CREATE INDEX row_payee ON row (payee);`;

/** A ledger with `bytes` read and recorded by the product's own path. */
export async function ledgerOf(engine: SqlEngine, bytes: Uint8Array): Promise<SqlJsDatabase> {
  const db = new SqlJsDatabase(engine, undefined, { grows: true }); // as the app opens it
  openSchema(db);
  const reading = await readStatement(bytes, { name: 'bench.csv', today: TODAY });
  const statement = {
    fileName: 'bench.csv',
    format: reading.format,
    digest: reading.digest,
    layout: null,
    importedAt: '2026-01-10T00:00:00Z',
    accounts: reading.accounts,
    entries: reading.entries,
    setAside: [],
  };
  const left = db.leaveReferences(); // as the app records so many rows
  db.transaction(() => {
    const steps = recordSteps(db, statement, { homeCurrency: 'USD' });
    while (!steps.next().done);
  });
  left.checkAgain();
  return db;
}

export function floor(engine: SqlEngine, text: string): Uint8Array {
  const db = new SqlJsDatabase(engine);
  db.execute(BARE);
  const { data } = Papa.parse<string[]>(text, { skipEmptyLines: true });
  const insert = db.prepare('INSERT INTO row (day, payee, category, minor, currency) VALUES (?, ?, ?, ?, ?)');
  db.transaction(() => {
    for (const [day = '', payee = '', category = '', amount = ''] of data.slice(1)) {
      insert.run([day, payee, category, Math.round(Number(amount) * 100), 'USD']);
    }
  });
  insert.close();
  return db.export();
}

const kept = new Map<number, SqlJsDatabase>();

/** The ledger of so many invented rows; the one that the import bench left, if it ran before. */
export async function inventedLedger(engine: SqlEngine, count: number): Promise<SqlJsDatabase> {
  const db = kept.get(count) ?? (await ledgerOf(engine, new TextEncoder().encode(inventedCsv(count))));
  kept.set(count, db);
  return db;
}

export async function benchImport(engine: SqlEngine, count: number, rounds: number): Promise<Comparison> {
  const text = inventedCsv(count);
  const bytes = new TextEncoder().encode(text);
  return compare({
    name: `import of ${count.toLocaleString('en')} rows`,
    alternative: 'papaparse, bare prepared inserts with two indexes, one export',
    bar: 1.5,
    rounds,
    ours: async () => {
      const db = await ledgerOf(engine, bytes);
      kept.get(count)?.close();
      kept.set(count, db);
      return db.export();
    },
    theirs: () => floor(engine, text),
  });
}
