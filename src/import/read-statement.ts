// The bytes of any bank file -> what the ledger records. Runs in Node and in a worker alike; formats load when first met.
import { AppError } from '../base/errors.ts';
import type { ReadOptions, StatementReading } from './reading.ts';

export type { ReadOptions, StatementReading } from './reading.ts';

/** Throws AppError when the file as a whole cannot be read, and the signal's reason when cancelled. */
export async function readStatement(file: Uint8Array | Blob, options: ReadOptions): Promise<StatementReading> {
  options.signal?.throwIfAborted();
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
  throw new AppError('statement-unsupported', `No reader for ${options.name} yet (${bytes.length} bytes)`);
}
