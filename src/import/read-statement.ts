// The bytes of any bank file -> what the ledger records. Runs in Node and in a worker alike; formats load when first met.
import { AppError } from '../base/errors.ts';
import { decode, ENCODINGS, type Decoded } from './decode.ts';
import { finish, type RawReading } from './finish.ts';
import type { ReadOptions, StatementReading } from './reading.ts';
import { refuseBinary, sniffBytes, sniffText } from './sniff.ts';

export type { ReadOptions, StatementReading } from './reading.ts';

/** Bytes beyond which a file is refused before it is read. */
export const MOST_BYTES = 1 << 30;

/** Throws AppError when the file as a whole cannot be read, and the signal's reason when cancelled. */
export async function readStatement(file: Uint8Array | Blob, options: ReadOptions): Promise<StatementReading> {
  options.signal?.throwIfAborted();
  const size = file instanceof Uint8Array ? file.length : file.size;
  if (size > MOST_BYTES)
    throw new AppError('statement-too-large', `The file has ${size} bytes; ${MOST_BYTES} is the most`, { size, most: MOST_BYTES });
  const bytes = file instanceof Uint8Array ? file : new Uint8Array(await file.arrayBuffer());
  options.signal?.throwIfAborted();
  const { raw, decoded } = await read(bytes, options);
  options.signal?.throwIfAborted();
  return finish(raw, decoded, bytes);
}

async function read(bytes: Uint8Array, options: ReadOptions): Promise<{ raw: RawReading; decoded: Decoded | null }> {
  const kind = sniffBytes(bytes);
  if (kind === null) return readText(bytes, options);
  throw new AppError('statement-unsupported', `No reader for ${kind} yet`);
}

async function readText(bytes: Uint8Array, options: ReadOptions): Promise<{ raw: RawReading; decoded: Decoded }> {
  const decoded = await decode(bytes, chosenEncoding(options));
  if (decoded.text.trim() === '') throw new AppError('statement-empty', 'The file holds no text', { size: bytes.length });
  refuseBinary(decoded.text, bytes.length);
  const text = decoded.text.includes('\0') ? decoded.text.replaceAll('\0', '') : decoded.text;
  const format = sniffText(text);
  return { raw: await readFormat(format, text, options), decoded };
}

function chosenEncoding({ guesses }: ReadOptions): string | undefined {
  const chosen = guesses?.encoding;
  return chosen !== undefined && (ENCODINGS as readonly string[]).includes(chosen) ? chosen : undefined;
}

async function readFormat(format: ReturnType<typeof sniffText>, text: string, options: ReadOptions): Promise<RawReading> {
  switch (format) {
    case 'csv':
      return (await import('./read-csv.ts')).readCsv(text, options);
    default:
      throw new AppError('statement-unsupported', `No reader for ${format} yet`);
  }
}
