// An import in the journal of acts: written when it is recorded, marked when it is taken back.
import type { Database } from '../database.ts';
import type { ReadStatement } from '../recording/judge-statement.ts';

export interface ImportFigures {
  statementId: number;
  added: number;
  isSample: boolean;
}

export function noteImport(db: Database, statement: ReadStatement, { statementId, added, isSample }: ImportFigures): void {
  db.execute(`INSERT INTO act (kind, at, says, statement_id) VALUES ('import', ?, ?, ?)`, [
    statement.importedAt,
    JSON.stringify({ file: statement.fileName, rows: added, isSample }),
    statementId,
  ]);
}

/** A sample that goes leaves nothing, not even its name in the history. */
export function noteImportUndone(db: Database, statementId: number, at: string): void {
  db.execute(`DELETE FROM act WHERE statement_id = ? AND json_extract(says, '$.isSample')`, [statementId]);
  db.execute('UPDATE act SET undone_at = ? WHERE statement_id = ? AND undone_at IS NULL', [at, statementId]);
}
