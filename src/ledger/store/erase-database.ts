// Deletes a database so that its words leave the disk too, as far as a page can bring that about. Chromium keeps IndexedDB in LevelDB,
// where a deletion is one more entry: what was deleted goes when the file that holds it is merged with a later one, and what is written
// and deleted within one file stays. Deleting any database makes it write out what it holds in memory and merge, one such work after
// the other, so none of them is waited for: no API tells. One is made and deleted before, which puts the words into a file of their
// own, and one after, which merges that file with the deletion; and all of it twice, first for the records, then for the database, for
// what holds up a merge (an earlier state that somebody still reads) does so once. tests/browser/erased.test.ts searches the files.
import { deleteDB, openDB } from 'idb';

const SCRATCH = 'sotto-scratch';

/** Does nothing where there is no such database. */
export async function eraseDatabase(name: string): Promise<void> {
  if (!(await exists(name))) return;
  await stir();
  await empty(name);
  await stir();
  await deleteDB(name);
  await stir();
  await stir();
}

async function stir(): Promise<void> {
  const scratch = await openDB(SCRATCH, 1, { upgrade: (db) => void db.createObjectStore('any') });
  await scratch.put('any', 'nothing', 1);
  scratch.close();
  await deleteDB(SCRATCH);
}

async function empty(name: string): Promise<void> {
  const db = await opened(name);
  if (!db) return;
  try {
    const names = [...db.objectStoreNames];
    if (!names.length) return;
    const clearing = db.transaction(names, 'readwrite', { durability: 'strict' });
    await Promise.all(names.map((each) => clearing.objectStore(each).clear()));
    await clearing.done;
  } finally {
    db.close();
  }
}

/** Null when it does not open, as a damaged one; it is deleted all the same. */
async function opened(name: string) {
  try {
    return await openDB(name);
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Where a browser does not tell, it may. */
async function exists(name: string): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some((each) => each.name === name);
}
