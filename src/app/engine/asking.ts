// The question engine as the ledger's worker needs it: it reads through a face that cannot write.
import { AppError } from '../../base/errors.ts';
import type { Answer, Evidence, EvidenceRow } from '../../ask/answer/answer.ts';
import type { ReadableDatabase, SqlValue } from '../../ledger/database.ts';

export interface Asked {
  question: string;
  today: string;
  /** Names a conversation; follow-ups read the turns before. */
  thread: string;
  locale: string;
  homeCurrency: string;
}

export interface Asking {
  ask(db: ReadableDatabase, asked: Asked): Answer;
  suggestions(db: ReadableDatabase, today: string, homeCurrency: string): string[];
  /** Forgets every conversation. */
  forget(): void;
}

export interface EvidencePage {
  sql: string;
  params: readonly SqlValue[];
  offset: number;
  limit: number;
}

/** Further rows of one answer, with the count and sums of all. */
export function evidencePage(db: ReadableDatabase, { sql, params, offset, limit }: EvidencePage): Evidence {
  const inner = sql.replace(/[\s;]+$/, '');
  const { columns, rows } = db.query(`SELECT * FROM (${inner}\n) LIMIT ? OFFSET ?`, [...params, limit, offset]);
  const place = (name: string) => columns.findIndex((column) => column.replaceAll('_', '').toLowerCase() === name);
  const at = {
    transactionId: place('transactionid'),
    day: place('day'),
    payee: place('payee'),
    category: place('category'),
    account: place('account'),
    minor: place('minor'),
    currency: place('currency'),
  };
  const toRow = (row: SqlValue[]): EvidenceRow => ({
    transactionId: Number(row[at.transactionId]),
    day: String(row[at.day]),
    payee: String(row[at.payee]),
    category: row[at.category] === null || row[at.category] === undefined ? null : String(row[at.category]),
    account: String(row[at.account]),
    minor: Number(row[at.minor]),
    currency: String(row[at.currency]),
  });
  const sums = db.query(`SELECT currency, sum(minor), count(*) FROM (${inner}\n) GROUP BY currency`, params).rows;
  return {
    sql,
    params: [...params],
    rows: rows.map(toRow),
    total: sums.reduce((total, row) => total + Number(row[2]), 0),
    sums: sums.map(([currency, minor]) => ({ currency: String(currency), minor: Number(minor) })),
  };
}

/** For an engine without questions. */
export const noAsking: Asking = {
  ask() {
    throw new AppError('unexpected', 'this engine answers no questions');
  },
  suggestions: () => [],
  forget: () => undefined,
};
