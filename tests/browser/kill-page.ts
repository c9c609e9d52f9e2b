// Runs in the browser that gets killed: a ledger over IndexedDB, changed without pause, each change reported once it is durable.
import { KeptLedger } from '../../src/ledger/store/kept-ledger.ts';
import { IndexedDbStore } from '../../src/ledger/store/indexed-db-store.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { recordSteps } from '../../src/ledger/recording/record-statement.ts';
import { undoImport } from '../../src/ledger/recording/undo-import.ts';
import { addDays } from '../../src/base/days.ts';
import type { StatementEntry } from '../../src/ledger/statement.ts';

/** One act of a person. `number` names the statement, or is the new value of the edit. */
export interface Act {
  kind: 'import' | 'undo' | 'edit';
  number: number;
  rows: number;
}

export interface Seen {
  integrity: string;
  foreignKeys: number;
  /** Statement numbers, ascending, with the rows of each. */
  statements: [number, number][];
  total: number;
  postings: number;
  edit: number;
}

let ledger: KeptLedger;

export async function open(wasm: string): Promise<Seen> {
  const sql = await loadSqlEngine({ url: wasm });
  ledger = await KeptLedger.open(sql, new IndexedDbStore(), { check: true });
  return look();
}

export async function perform(act: Act): Promise<void> {
  if (act.kind === 'import') {
    await ledger.changeInSteps((db) => recordSteps(db, statement(act), { homeCurrency: 'EUR', accountName: 'Card' }), {
      provesReferences: true,
    });
  } else if (act.kind === 'undo') {
    await ledger.change((db) => {
      const id = db.query('SELECT id FROM statement WHERE file_name = ?', [`${act.number}.csv`]).rows[0]?.[0];
      undoImport(db, Number(id));
    });
  } else {
    await ledger.change((db) =>
      db.execute("INSERT INTO setting VALUES ('week-start', ?1) ON CONFLICT (name) DO UPDATE SET value = ?1", [String(act.number)]),
    );
  }
}

function look(): Seen {
  const { db } = ledger;
  const one = (sql: string) => db.query(sql).rows[0]?.[0];
  return {
    integrity: String(one('PRAGMA integrity_check')),
    foreignKeys: db.query('PRAGMA foreign_key_check').rows.length,
    statements: db
      .query(
        `SELECT file_name, (SELECT count(*) FROM bank_transaction WHERE statement_id = statement.id) FROM statement ORDER BY CAST(file_name AS INTEGER)`,
      )
      .rows.map(([name, rows]) => [Number.parseInt(String(name), 10), Number(rows)]),
    total: Number(one('SELECT ifnull(sum(minor), 0) FROM posting')),
    postings: Number(one('SELECT count(*) FROM posting')),
    edit: Number(one("SELECT value FROM setting WHERE name = 'week-start'") ?? 0),
  };
}

const statement = ({ number, rows }: Act) => ({
  fileName: `${number}.csv`,
  format: 'csv',
  digest: `digest ${number}`,
  layout: null,
  importedAt: '2026-03-18T10:00:00Z',
  accounts: [],
  entries: Array.from({ length: rows }, (_, at) => entry(number, at)),
  setAside: [],
});

/** Rows of two statements are never equal, so that the total says which are there. */
const entry = (number: number, at: number): StatementEntry => ({
  day: addDays('2020-01-01', at % 900),
  minor: -(number * 10_000 + at),
  currency: null,
  descriptor: `Shop ${at % 50} of ${number}`,
  memo: null,
  category: null,
  kind: null,
  bankId: null,
  balance: null,
  state: 'posted',
  account: '',
  line: at + 2,
  splits: [],
});
