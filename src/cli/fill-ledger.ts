// An empty ledger in memory, filled from files by the product's own reading and recording; for the commands that measure.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Day } from '../base/days.ts';
import type { StatementReading } from '../import/reading.ts';
import { readStatement } from '../import/read-statement.ts';
import { guessHomeCurrency } from '../ledger/accounts/guess-home-currency.ts';
import { openSchema } from '../ledger/migrations/open-schema.ts';
import { recordStatement } from '../ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../ledger/sql-js-database.ts';

export interface FillOptions {
  today: Day;
  /** ISO 4217; guessed from the files when null. */
  home: string | null;
}

export async function fillLedger(files: readonly string[], { today, home }: FillOptions): Promise<SqlJsDatabase> {
  const db = new SqlJsDatabase(await loadSqlEngine());
  openSchema(db);
  const readings = [];
  for (const file of files)
    readings.push({ fileName: basename(file), reading: await readStatement(await readFile(file), { name: basename(file), today }) });
  // The files that name no currency decide, told by their country or not: they are from home.
  const isTold = (reading: StatementReading) =>
    reading.layout.some(({ key, source, value }) => key === 'currency' && source === 'guessed' && value !== '');
  const silent = readings.filter(({ reading }) => isTold(reading) || reading.accounts.every(({ currency }) => currency === null));
  const telling = silent.length ? silent : readings;
  const homeCurrency =
    home ??
    guessHomeCurrency(
      telling.flatMap(({ reading }) => reading.accounts),
      {
        entries: telling.flatMap(({ reading }) => reading.entries),
        fileNames: telling.map(({ fileName }) => fileName),
        besides: readings
          .filter((one) => !telling.includes(one))
          .flatMap(({ reading }) => reading.entries.flatMap(({ currency }) => currency ?? [])),
      },
    );
  for (const { fileName, reading } of readings) {
    recordStatement(
      db,
      {
        fileName,
        format: reading.format,
        digest: reading.digest,
        layout: reading.layout,
        layoutKey: reading.fingerprint,
        importedAt: `${today}T00:00:00Z`,
        accounts: reading.accounts,
        entries: reading.entries,
        setAside: reading.setAside,
      },
      { homeCurrency },
    );
  }
  return db;
}
