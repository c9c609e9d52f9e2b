// What stands beside a locked ledger in the open: its random key, wrapped by the passphrase and by the recovery key. A new
// passphrase wraps the same key again; nothing else is written. Texts in base 64; `sum` tells damage from a wrong passphrase.
import { AppError } from '../../base/errors.ts';
import { freshRecovery, readRecovery, writeRecovery } from './recovery-key.ts';
import { freshKey, seal, toKey, unseal, type Sealed } from './sealing.ts';
import { stretch, tunedCost, type Cost } from './stretch.ts';

interface Wrapped {
  salt: string;
  iv: string;
  sealed: string;
}

export interface Lock {
  version: 1;
  /** Names the key, so that one of another lock is not tried. */
  keyId: string;
  cost: Cost;
  byPassphrase: Wrapped;
  byRecovery: Wrapped;
  /** SHA-256 over all of the above. */
  sum: string;
}

/** The key of an open ledger. */
export interface HeldKey {
  id: string;
  key: CryptoKey;
}

/** What a person unlocks with. */
export type Secret = { by: 'passphrase'; text: string } | { by: 'recovery'; text: string };

export async function makeLock(passphrase: string, cost?: Cost): Promise<{ lock: Lock; held: HeldKey; recoveryKey: string }> {
  const master = freshKey();
  const recovery = freshRecovery();
  const keyId = crypto.randomUUID();
  const parts = { version: 1 as const, keyId, cost: cost ?? (await tunedCost()) };
  const byPassphrase = await wrapByPassphrase(master, passphrase, parts.cost, keyId);
  const byRecovery = await wrapByRecovery(master, recovery, keyId);
  const lock = await summed({ ...parts, byPassphrase, byRecovery });
  const held = { id: keyId, key: await toKey(master) };
  master.fill(0);
  return { lock, held, recoveryKey: writeRecovery(recovery) };
}

/** Throws `passphrase-wrong`, `recovery-wrong` or `ledger-damaged`. */
export async function unlock(lock: Lock, secret: Secret): Promise<HeldKey> {
  const master = await unwrap(lock, secret);
  const held = { id: lock.keyId, key: await toKey(master) };
  master.fill(0);
  return held;
}

/** The same key under another passphrase; the recovery key stays. */
export async function changePassphrase(lock: Lock, secret: Secret, next: string, tuned?: Cost): Promise<Lock> {
  const master = await unwrap(lock, secret);
  const cost = tuned ?? (await tunedCost());
  const byPassphrase = await wrapByPassphrase(master, next, cost, lock.keyId);
  master.fill(0);
  return summed({ ...lock, cost, byPassphrase });
}

/** Throws `ledger-damaged` unless it is, letter by letter, what was written. */
export async function readLock(stored: unknown): Promise<Lock> {
  const lock = stored as Lock;
  const wrong = new AppError('ledger-damaged', 'the record that holds the wrapped key is damaged');
  if (typeof stored !== 'object' || stored === null || lock.version !== 1 || typeof lock.sum !== 'string') throw wrong;
  if ([lock.byPassphrase, lock.byRecovery, lock.cost].some((part) => typeof part !== 'object' || part === null)) throw wrong;
  if ((await summed(lock)).sum !== lock.sum) throw wrong;
  return lock;
}

async function unwrap(lock: Lock, { by, text }: Secret): Promise<Uint8Array<ArrayBuffer>> {
  await readLock(lock);
  if (by === 'passphrase') {
    if (!text) throw new AppError('passphrase-wrong', 'no passphrase was given');
    const key = await stretch(text, fromText(lock.byPassphrase.salt), lock.cost);
    const master = await unseal(key, toSealed(lock.byPassphrase), `passphrase ${lock.keyId}`);
    if (!master) throw new AppError('passphrase-wrong', 'the passphrase does not open this ledger');
    return master;
  }
  const reading = readRecovery(text);
  if (!('bytes' in reading)) throw new AppError('recovery-wrong', 'the recovery key has a slip', reading);
  const master = await unseal(
    await recoveryKey(reading.bytes, fromText(lock.byRecovery.salt)),
    toSealed(lock.byRecovery),
    `recovery ${lock.keyId}`,
  );
  if (!master) throw new AppError('recovery-wrong', 'the recovery key belongs to another ledger');
  return master;
}

async function wrapByPassphrase(master: Uint8Array<ArrayBuffer>, passphrase: string, cost: Cost, keyId: string): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return toWrapped(salt, await seal(await stretch(passphrase, salt, cost), master, `passphrase ${keyId}`));
}

async function wrapByRecovery(master: Uint8Array<ArrayBuffer>, recovery: Uint8Array<ArrayBuffer>, keyId: string): Promise<Wrapped> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return toWrapped(salt, await seal(await recoveryKey(recovery, salt), master, `recovery ${keyId}`));
}

/** 160 random bits need no stretching. */
async function recoveryKey(bytes: Uint8Array<ArrayBuffer>, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', bytes, 'HKDF', false, ['deriveKey']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode('sotto recovery') };
  return crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

async function summed({ version, keyId, cost, byPassphrase, byRecovery }: Omit<Lock, 'sum'>): Promise<Lock> {
  const wrapped = ({ salt, iv, sealed }: Wrapped) => [salt, iv, sealed];
  const all = [version, keyId, cost.memoryKiB, cost.iterations, ...wrapped(byPassphrase), ...wrapped(byRecovery)];
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(JSON.stringify(all)));
  return { version, keyId, cost, byPassphrase, byRecovery, sum: toText(new Uint8Array(digest)) };
}

const toWrapped = (salt: Uint8Array, { iv, sealed }: Sealed): Wrapped => ({ salt: toText(salt), iv: toText(iv), sealed: toText(sealed) });
const toSealed = ({ iv, sealed }: Wrapped): Sealed => ({ iv: fromText(iv), sealed: fromText(sealed) });

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const fromText = (text: string): Uint8Array<ArrayBuffer> => Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
