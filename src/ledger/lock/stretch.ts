// A key from a passphrase: Argon2id over at least 64 MiB, with as many passes as take this device about a second. The parameters
// stand beside what the key wraps, so that another device does the same work.
import { AppError } from '../../base/errors.ts';
import { toKey } from './sealing.ts';

export interface Cost {
  memoryKiB: number;
  iterations: number;
}

export const LEAST_MEMORY_KIB = 64 * 1024;
/** RFC 9106, the second recommended option, wants three passes over 64 MiB. */
const LEAST_ITERATIONS = 3;
const MOST_ITERATIONS = 24;
/** What a file or a damaged record may not exceed: a gigabyte. */
const MOST_MEMORY_KIB = 1024 * 1024;
/** Milliseconds that unlocking may take. */
const PATIENCE = 900;
const LANES = 1;

/** Measures this device; `now` in milliseconds. */
export async function tunedCost(now: () => number = () => performance.now()): Promise<Cost> {
  const began = now();
  await argon(new Uint8Array(8), new Uint8Array(16), { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });
  const pass = Math.max(1, now() - began);
  return { memoryKiB: LEAST_MEMORY_KIB, iterations: Math.min(MOST_ITERATIONS, Math.max(LEAST_ITERATIONS, Math.floor(PATIENCE / pass))) };
}

export const isCost = ({ memoryKiB, iterations }: Cost): boolean =>
  Number.isInteger(memoryKiB) &&
  memoryKiB >= LEAST_MEMORY_KIB &&
  memoryKiB <= MOST_MEMORY_KIB &&
  Number.isInteger(iterations) &&
  iterations >= 1 &&
  iterations <= 10 * MOST_ITERATIONS;

/** The same words give the same key however a keyboard composes their accents. */
export async function stretch(passphrase: string, salt: Uint8Array<ArrayBuffer>, cost: Cost): Promise<CryptoKey> {
  if (!isCost(cost)) throw new AppError('ledger-damaged', 'the parameters of the passphrase are not ones that Sotto writes');
  return toKey(await argon(new TextEncoder().encode(passphrase.normalize('NFKC')), salt, cost));
}

async function argon(password: Uint8Array, salt: Uint8Array, { memoryKiB, iterations }: Cost): Promise<Uint8Array<ArrayBuffer>> {
  const { argon2id } = await import('hash-wasm');
  const hash = await argon2id({
    password,
    salt,
    memorySize: memoryKiB,
    iterations,
    parallelism: LANES,
    hashLength: 32,
    outputType: 'binary',
  });
  return new Uint8Array(hash);
}
