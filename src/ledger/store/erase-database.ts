// Deletes a database so that its words leave the disk too, as far as a page can bring that about. Chromium keeps IndexedDB in LevelDB,
// where a deletion is one more entry: what was deleted goes when the file that holds it is merged with a later one. Deleting any
// database makes it write out what it holds in memory and merge; so one is made and deleted before, which puts the words into a file
// of their own, and one after, which merges that file with the deletion. tests/browser/locked.test.ts searches the files.
import { deleteDB, openDB } from 'idb';

const SCRATCH = 'sotto-scratch';
/** Milliseconds for the browser to do what it does after it has answered. */
const REST = 300;

/** Does nothing where there is no such database. */
export async function eraseDatabase(name: string): Promise<void> {
  if (!(await exists(name))) return;
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
  await new Promise((resolve) => setTimeout(resolve, REST));
}

/** Where a browser does not tell, it may. */
async function exists(name: string): Promise<boolean> {
  if (!('databases' in indexedDB)) return true;
  return (await indexedDB.databases()).some((each) => each.name === name);
}
