// An earlier state of a ledger too large to be copied at once: its pieces are read between what a person does, and make one state of
// the ledger or none.
import { expect, test } from 'vitest';
import { createKeeping } from '../../src/app/engine/keeping.ts';
import { Turns } from '../../src/app/engine/turns.ts';
import { memoryShelf } from '../../src/ledger/backup/memory-shelf.ts';
import { openSnapshot, type SnapshotShelf } from '../../src/ledger/backup/snapshot.ts';
import { ledgerState } from '../../src/ledger/ledger.ts';
import { recordSteps } from '../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { KeptLedger } from '../../src/ledger/store/kept-ledger.ts';
import { aStatement } from '../ledger/open-ledger.ts';
import { MemoryStore } from '../support/memory-store.ts';

/** Each gives the ledger some three pieces. */
const NOTES = 600;

async function largeLedger(onPiece: (note: (text: string) => Promise<void>, at: number) => Promise<void>) {
  const engine = await loadSqlEngine();
  const ledger = await KeptLedger.open(engine, new MemoryStore());
  await ledger.changeInSteps((db) =>
    recordSteps(db, aStatement(['2026-03-01 -4.20 Blue Bottle']), { homeCurrency: 'EUR', accountName: 'Card' }),
  );
  const turns = new Turns();
  const note = (text: string) =>
    turns.take(() =>
      ledger.change((db) => {
        for (let at = 0; at < NOTES; at += 1) {
          db.execute('DELETE FROM setting WHERE name = ?', [`note ${at}`]);
          db.execute('INSERT INTO setting (name, value) VALUES (?, ?)', [`note ${at}`, JSON.stringify(text.repeat(8_000))]);
        }
      }),
    );
  await note('a');
  const shelf = memoryShelf();
  let isEmpty = false;
  const watched: SnapshotShelf = {
    ...shelf,
    addPiece: async (id, at, content) => {
      await shelf.addPiece(id, at, content);
      await onPiece(note, at);
    },
  };
  const keeping = createKeeping({
    turns,
    shelf: watched,
    loadSql: async () => engine,
    now: () => '2026-03-18T10:00:00Z',
    ledger: () => ledger,
    isHeld: () => true,
    quota: async () => ({ used: 0, granted: 1e9 }),
    held: async () => null,
    state: () => ({ ...ledgerState(ledger.db, 'EUR'), ...(isEmpty ? { transactions: 0 } : {}) }),
    replaced: () => undefined,
    copied: 0,
  });
  return { ledger, shelf, keeping, empty: () => (isEmpty = true) };
}

test('what is changed while it is kept is in it whole or not at all', async () => {
  const changes = ['b', 'c'];
  let pieces = 0;
  const { ledger, shelf, keeping } = await largeLedger(async (note, at) => {
    pieces += 1;
    const next = at === 1 ? changes.shift() : undefined;
    if (next) await note(next);
  });
  await keeping.keepIfDue();
  expect(changes).toEqual([]);
  const [facts] = await shelf.list();
  if (!facts) throw new Error('none was kept');
  expect(pieces).toBeGreaterThan(Math.ceil(facts.size / (2 * 2 ** 20)));
  expect(Buffer.compare(await openSnapshot(shelf, facts, null), ledger.backup())).toBe(0);
});

test('an erasure in the middle of it leaves nothing', async () => {
  let erased: Promise<void> | undefined;
  const { shelf, keeping, empty } = await largeLedger(async (_, at) => {
    if (at !== 1) return;
    empty();
    erased ??= keeping.erase(); // which waits until this one has ended
  });
  await keeping.keepIfDue();
  await erased;
  expect(erased).toBeDefined();
  expect([await shelf.list(), await shelf.piece(1, 0), await shelf.piece(1, 1)]).toEqual([[], null, null]);
});
