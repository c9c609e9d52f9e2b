// Earlier states in a database of their own, so that a damaged or erased ledger does not take them along, and so that reading the
// ledger does not read them.
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { eraseDatabase } from '../store/erase-database.ts';
import { toAppError } from '../store/indexed-db-records.ts';
import type { Snapshot, SnapshotFacts, SnapshotShelf } from './snapshot.ts';

interface Layout extends DBSchema {
  facts: { key: number; value: SnapshotFacts };
  content: { key: number; value: Snapshot['content'] };
}

export class IndexedDbSnapshots implements SnapshotShelf {
  constructor(private readonly name = 'sotto-snapshots') {}

  list(): Promise<SnapshotFacts[]> {
    return this.#with((db) => db.getAll('facts'));
  }

  read(id: number): Promise<Snapshot | null> {
    return this.#with(async (db) => {
      const reading = db.transaction(['facts', 'content'], 'readonly');
      const [facts, content] = await Promise.all([reading.objectStore('facts').get(id), reading.objectStore('content').get(id)]);
      return facts && content ? { facts, content } : null;
    });
  }

  put({ facts, content }: Snapshot, drop: readonly number[]): Promise<void> {
    return this.#write(drop, { facts, content });
  }

  drop(ids: readonly number[]): Promise<void> {
    return this.#write(ids, null);
  }

  erase(): Promise<void> {
    return eraseDatabase(this.name);
  }

  #write(drop: readonly number[], snapshot: Snapshot | null): Promise<void> {
    return this.#with(async (db) => {
      const writing = db.transaction(['facts', 'content'], 'readwrite', { durability: 'strict' });
      const [facts, content] = [writing.objectStore('facts'), writing.objectStore('content')];
      const doing: Promise<unknown>[] = drop.flatMap((id) => [facts.delete(id), content.delete(id)]);
      if (snapshot) doing.push(facts.put(snapshot.facts, snapshot.facts.id), content.put(snapshot.content, snapshot.facts.id));
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
