// Two exports of one invented account that share some rows, read from their bytes and recorded one after the other. The ledger
// must then hold each row of the history once.
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { recordStatement } from '../../src/ledger/recording/record-statement.ts';
import { addDays } from '../../src/base/days.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import { random } from './generate.ts';
import { TODAY } from './judge.ts';

const engine = await loadSqlEngine();
const SHOPS = ['Corner Bakery', 'Grocer 12', 'Grocer 13', 'Taxi', 'Taxi Night', 'Café Noé', 'Salary Works'];

interface Row {
  day: string;
  minor: number;
  text: string;
  balance: number;
}

/** Two months in which one shop often charges the same sum twice a day. */
function history(next: () => number): Row[] {
  const rows: Row[] = [];
  let balance = 500_000;
  for (let date = 0; date < 60; date += 1)
    for (let count = Math.floor(next() * 4); count > 0; count -= 1) {
      const text = SHOPS[Math.floor(next() * SHOPS.length)] ?? 'Taxi';
      const minor = text === 'Salary Works' ? 150_000 : -100 * (1 + Math.floor(next() * 4)) - 50;
      balance += minor;
      rows.push({ day: addDays('2026-01-01', date), minor, text, balance });
    }
  return rows;
}

const decimal = (minor: number, mark: string): string =>
  `${minor < 0 ? '-' : ''}${Math.floor(Math.abs(minor) / 100)}${mark}${String(Math.abs(minor) % 100).padStart(2, '0')}`;

interface Style {
  delimiter: string;
  mark: string;
  newestFirst: boolean;
  balance: boolean;
  capitals: boolean;
}

function write(rows: readonly Row[], { delimiter, mark, newestFirst, balance, capitals }: Style): Uint8Array {
  const ordered = newestFirst ? [...rows].reverse() : rows;
  const lines = [['Date', 'Description', 'Amount', ...(balance ? ['Balance'] : [])].join(delimiter)];
  for (const row of ordered) {
    const text = capitals ? row.text.toUpperCase() : row.text;
    lines.push([row.day, text, decimal(row.minor, mark), ...(balance ? [decimal(row.balance, mark)] : [])].join(delimiter));
  }
  return new TextEncoder().encode(`${lines.join('\n')}\n`);
}

const key = (day: unknown, minor: unknown): string => `${String(day)} ${String(minor)}`;

/** What is wrong with the ledger after both files of this pair, or null. */
export async function importPair(seed: number): Promise<string | null> {
  const next = random(seed);
  const truth = history(next);
  const from = 5 + Math.floor(next() * 25);
  const until = from + 3 + Math.floor(next() * 25);
  const within = (first: number, end: number) =>
    truth.filter(({ day }) => day >= addDays('2026-01-01', first) && day < addDays('2026-01-01', end));
  const parts = [within(0, until), within(from, 60)];
  if (next() < 0.5) parts.reverse();
  const comma = next() < 0.4;
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  for (const [at, rows] of parts.entries()) {
    const style: Style = {
      delimiter: comma ? ';' : ([',', '\t', '|'][Math.floor(next() * 3)] ?? ','),
      mark: comma ? ',' : '.',
      newestFirst: next() < 0.5,
      balance: next() < 0.5,
      capitals: next() < 0.2,
    };
    const name = `account-${at}.csv`;
    const reading = await readStatement(write(rows, style), { name, today: TODAY });
    const { format, digest, fingerprint, accounts, entries, setAside } = reading;
    recordStatement(
      db,
      {
        fileName: name,
        format,
        digest,
        layout: null,
        layoutKey: fingerprint,
        importedAt: '2026-03-18T10:00:00Z',
        accounts: accounts.map((account) => ({ ...account, number: 'XX0012345678' })),
        entries,
        setAside,
      },
      { homeCurrency: 'EUR' },
    );
  }
  const found = db.query('SELECT day, minor FROM posting').rows.map(([day, minor]) => key(day, minor));
  db.close();
  const wanted = truth.map(({ day, minor }) => key(day, minor));
  if (found.sort().join() === wanted.sort().join()) return null;
  return `${found.length} rows for ${wanted.length}`;
}
