// Zip and gzip with caps: what a file says it will inflate to is checked before a byte is inflated, and again while inflating.
import { Gunzip, unzipSync } from 'fflate';
import { AppError } from '../base/errors.ts';

const MOST_INFLATED = 512 * 1024 * 1024;
/** Beyond this size an entry may not be packed tighter than any sheet of a bank is. */
const SUSPECT_SIZE = 16 * 1024 * 1024;
const MOST_RATIO = 150;

export interface Packed {
  name: string;
  size: number;
}

const tooLarge = (inflated: number, packed: number): AppError =>
  new AppError(
    'statement-too-large',
    `The file would unpack to ${inflated} bytes out of ${packed}; it is refused as a trap or by mistake`,
    { inflated, packed, most: MOST_INFLATED },
  );

/** The names and sizes inside, nothing unpacked. Throws when the zip is damaged. */
export function listZip(bytes: Uint8Array): Packed[] {
  const found: Packed[] = [];
  open(bytes, (name, size) => {
    found.push({ name, size });
    return false;
  });
  return found;
}

/** Unpacks the entries that `wanted` names. */
export function unzip(bytes: Uint8Array, wanted: (name: string) => boolean): Map<string, Uint8Array> {
  let total = 0;
  return new Map(
    Object.entries(
      open(bytes, (name, size, packed) => {
        if (!wanted(name)) return false;
        total += size;
        if (total > MOST_INFLATED || (size > SUSPECT_SIZE && size > packed * MOST_RATIO)) throw tooLarge(size, packed);
        return true;
      }),
    ),
  );
}

function open(bytes: Uint8Array, filter: (name: string, size: number, packed: number) => boolean): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, { filter: ({ name, originalSize, size }) => filter(name, originalSize, size) });
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'statement-unreadable',
      'The file is damaged: it is a packed file (such as XLSX) that cannot be unpacked. Download it again',
      { kind: 'zip' },
      { cause: error },
    );
  }
}

export function gunzip(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [];
  let total = 0;
  const stream = new Gunzip((part) => {
    total += part.length;
    if (total > MOST_INFLATED || (total > SUSPECT_SIZE && total > bytes.length * MOST_RATIO)) throw tooLarge(total, bytes.length);
    parts.push(part);
  });
  try {
    for (let at = 0; at < bytes.length; at += 65536) stream.push(bytes.subarray(at, at + 65536), at + 65536 >= bytes.length);
  } catch (error) {
    if (error instanceof AppError) throw error;
    throw new AppError(
      'statement-unreadable',
      'The file is damaged: it is packed (gzip) and cannot be unpacked',
      { kind: 'gzip' },
      { cause: error },
    );
  }
  const whole = new Uint8Array(total);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
