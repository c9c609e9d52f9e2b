// What the page of the store tests can do: open a store in the open, or a sealed one whose key stays in the page.
import { freshKey, toKey } from '../../src/ledger/lock/sealing.ts';
import type { HeldKey, Lock } from '../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../src/ledger/lock/sealed-coder.ts';
import { IndexedDbRecords } from '../../src/ledger/store/indexed-db-records.ts';
import { IndexedDbStore } from '../../src/ledger/store/indexed-db-store.ts';
import type { PageStore } from '../../src/ledger/store/page-store.ts';
import { RecordPageStore } from '../../src/ledger/store/record-page-store.ts';

let held: HeldKey | null = null;

export async function openStore(name: string, isSealed: boolean): Promise<PageStore> {
  if (!isSealed) return new IndexedDbStore(name);
  held ??= { id: 'a key', key: await toKey(freshKey()) };
  return new RecordPageStore(new IndexedDbRecords(name), sealedCoder(held, {} as Lock));
}
