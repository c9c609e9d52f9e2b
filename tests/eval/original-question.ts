// The question that the app which Sotto grew from was shown with: "How much did I spend on cosmetics last week?", asked on 14 October 2023.
// It answered $367,979.04. Its SQL compared days as text (DD-MM-YYYY), and its table held every row twice. Here both mistakes are made
// again, on purpose, to show where the figure came from; the right one comes from the product.
import Papa from 'papaparse';
import { ask } from '../../src/ask/ask.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import { openSchema } from '../../src/ledger/migrations/open-schema.ts';
import { readOnly } from '../../src/ledger/read-only.ts';
import { recordStatement } from '../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../src/ledger/sql-js-database.ts';

export const QUESTION = 'How much did I spend on cosmetics last week?';
export const TODAY = '2023-10-14';
/** The week before that Saturday, as text, which is how it was asked: '07-10-2023' is also after '06-03-2023' and before '08-01-2023'. */
export const AS_TEXT = `"Date" BETWEEN '07-10-2023' AND '13-10-2023'`;

const engine = await loadSqlEngine();

/** What its table and its SQL give: `times` is how often each row was loaded. */
export function answeredThen(text: string, times: number, between = AS_TEXT): number {
  const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
  const db = new SqlJsDatabase(engine);
  db.execute('CREATE TABLE card ("Date" TEXT, "Category" TEXT, "Transaction Amount" REAL)');
  const insert = db.prepare('INSERT INTO card VALUES (?, ?, ?)');
  db.transaction(() => {
    for (let time = 0; time < times; time += 1) {
      for (const row of data) insert.run([row['Date'] ?? '', row['Category'] ?? '', Number(row['Transaction Amount'])]);
    }
  });
  insert.close();
  const { rows } = db.query(`SELECT round(sum("Transaction Amount"), 2) FROM card WHERE "Category" = 'Cosmetic' AND ${between}`);
  db.close();
  return Number(rows[0]?.[0]);
}

/** What Sotto answers on the same file, imported as often as it was loaded then. */
export async function answeredNow(text: string, times = 1): Promise<{ status: string; figure: unknown; sentence: string }> {
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  for (let time = 0; time < times; time += 1) {
    const reading = await readStatement(new TextEncoder().encode(text), { name: 'card.csv', today: TODAY });
    recordStatement(
      db,
      {
        fileName: `card-${time}.csv`,
        format: reading.format,
        digest: `${reading.digest}-${time}`, // not even known as the same file
        layout: null,
        importedAt: '2023-10-14T00:00:00Z',
        accounts: reading.accounts,
        entries: reading.entries,
        setAside: [],
      },
      { homeCurrency: 'USD' },
    );
  }
  const { status, rows, sentence } = ask(readOnly(db), { question: QUESTION, today: TODAY });
  db.close();
  return { status, figure: rows[0]?.find((cell) => typeof cell === 'number'), sentence };
}
