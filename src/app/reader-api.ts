// The calls that the page makes to the reader worker, which holds a copy of the reading views and can be ended at any moment.
import type { Selected } from '../ledger/select-wall.ts';

export interface ReaderApi {
  /** `file`: what `readingCopy` of the ledger gave. */
  open: { in: { file: Blob }; out: null };
  select: { in: { sql: string }; out: Selected };
}
