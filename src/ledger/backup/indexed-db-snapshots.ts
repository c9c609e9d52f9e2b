// Earlier states in a database of their own, so that a damaged or erased ledger does not take them along, and so that reading the
// ledger does not read them.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { eraseDatabase } from '../store/erase-database.ts';
import { toAppError } from '../store/indexed-db-records.ts';
import type { SnapshotFacts, SnapshotShelf } from './snapshot.ts';

/** Of a piece of a state, or of a state that is one, as earlier versions kept it. */
type ContentKey = number | [id: number, at: number];

interface Layout extends DBSchema {
  facts: { key: number; value: SnapshotFacts };
  content: { key: ContentKey; value: unknown };
}

export class IndexedDbSnapshots implements SnapshotShelf {
  constructor(private readonly name = 'sotto-snapshots') {}

  list(): Promise<SnapshotFacts[]> {
    return this.#with((db) => db.getAll('facts'));
  }

  piece(id: number, at: number): Promise<unknown> {
    return this.#with(async (db) => (await db.get('content', [id, at])) ?? (at === 0 ? await db.get('content', id) : null) ?? null);
  }

  begin(): Promise<void> {
    return this.#with(async (db) => {
      const writing = db.transaction(['facts', 'content'], 'readwrite');
      const [ids, keys] = await Promise.all([writing.objectStore('facts').getAllKeys(), writing.objectStore('content').getAllKeys()]);
      const there = new Set(ids);
      const strange = keys.filter((key) => !there.has(typeof key === 'number' ? key : key[0]));
      await Promise.all([...strange.map((key) => writing.objectStore('content').delete(key)), writing.done]);
    });
  }

  addPiece(id: number, at: number, content: unknown): Promise<void> {
    return this.#with(async (db) => {
      const writing = db.transaction('content', 'readwrite', { durability: 'strict' }); // or the facts might outlive it
      await Promise.all([writing.store.put(content, [id, at]), writing.done]);
    });
  }

  put(facts: SnapshotFacts, drop: readonly number[]): Promise<void> {
    return this.#write(drop, facts);
  }

  drop(ids: readonly number[]): Promise<void> {
    return this.#write(ids, null);
  }

  erase(): Promise<void> {
    return eraseDatabase(this.name);
  }

  #write(drop: readonly number[], facts: SnapshotFacts | null): Promise<void> {
    return this.#with(async (db) => {
      const writing = db.transaction(['facts', 'content'], 'readwrite', { durability: 'strict' });
      const [factStore, content] = [writing.objectStore('facts'), writing.objectStore('content')];
      const pieces = (id: number) => IDBKeyRange.bound([id], [id, []]);
      const doing: Promise<unknown>[] = drop.flatMap((id) => [factStore.delete(id), content.delete(id), content.delete(pieces(id))]);
      if (facts) doing.push(factStore.put(facts, facts.id));
      await Promise.all([...doing, writing.done]);
    });
  }

  /** Opened for each act: it is rarely needed, and an open one would be in the way of an erasure. */
  async #with<T>(work: (db: IDBPDatabase<Layout>) => Promise<T>): Promise<T> {
    let db: IDBPDatabase<Layout> | null = null;
    try {
      db = await openDB<Layout>(this.name, 1, {
        upgrade(made) {
          made.createObjectStore('facts');
          made.createObjectStore('content');
        },
      });
      return await work(db);
    } catch (error) {
      throw toAppError(error);
    } finally {
      db?.close();
    }
  }
}
