// The ledger's file in IndexedDB, in the open, laid out as records.ts says.
import { plainCoder } from './coder.ts';
import { IndexedDbRecords } from './indexed-db-records.ts';
import { RecordPageStore } from './record-page-store.ts';

export class IndexedDbStore extends RecordPageStore {
  constructor(name = 'sotto-ledger') {
    super(new IndexedDbRecords(name), plainCoder);
  }
}
