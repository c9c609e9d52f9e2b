// An import that is taken back takes with it what it showed of earlier rows: of a reference, a place or a note at the end of their texts,
// and how a name goes on that a bank had cut. These rows come back to the payee that the rest of the ledger reads.
import { settleRows } from '../acts/settle-rows.ts';
import type { Database } from '../database.ts';
import { matchWords } from '../payees/match-words.ts';
import { PayeeBook } from '../payees/payee-book.ts';
import { textOf } from '../payees/reference-tails.ts';
import { RowReader } from '../payees/row-reader.ts';
import { earlierRows, isSpokenOf, rowsOf, type EarlierRow } from './earlier-rows.ts';

/**
 * `before`: made of the latest rows while those of the import were among them. Call once they are gone, and settle flows after it. What the
 * person named or made a rule for keeps its rows, and so does a row for which the import showed nothing.
 */
export function restoreNames(db: Database, before: RowReader): void {
  const left = earlierRows(db);
  const after = new RowReader(left);
  const book = new PayeeBook(db);
  const moved = new Set<number>();
  const move = ({ id }: EarlierRow, payeeId: number): void => {
    db.execute('UPDATE bank_transaction SET read_payee_id = ? WHERE id = ?', [payeeId, id]);
    moved.add(id);
  };
  for (const row of left) {
    const text = textOf(row);
    const [was, is] = [before.read(text, row.kind), after.read(text, row.kind)];
    if (was.name !== is.name && !isSpokenOf(db, row.payeeId) && book.idOf(was) === row.payeeId) move(row, book.idOf(is));
  }
  const still = left.filter(({ id }) => !moved.has(id));
  for (const [payeeId, rows] of cutFrom(db, still, after)) {
    if (isSpokenOf(db, payeeId) || rowsOf(db, payeeId).length !== rows.length) continue;
    for (const row of rows) move(row, book.idOf(after.read(textOf(row), row.kind)));
  }
  settleRows(db, moved);
}

/** By payee: its rows, where each of them reads as no more than the beginning of its name. */
function cutFrom(db: Database, rows: readonly EarlierRow[], reader: RowReader): Map<number, EarlierRow[]> {
  const names = new Map(db.query('SELECT id, name FROM payee').rows.map(([id, name]) => [Number(id), keyOf(String(name))]));
  const cut = new Map<number, EarlierRow[]>();
  const whole = new Set<number>();
  for (const row of rows) {
    const read = keyOf(reader.read(textOf(row), row.kind).name);
    const name = names.get(row.payeeId) ?? '';
    if (read === '' || read.length >= name.length || !name.startsWith(read)) whole.add(row.payeeId);
    else cut.set(row.payeeId, [...(cut.get(row.payeeId) ?? []), row]);
  }
  for (const payeeId of whole) cut.delete(payeeId);
  return cut;
}

const keyOf = (name: string): string => matchWords(name).join(' ');
