// An earlier state of the whole ledger, kept beside it on this device: squeezed, and sealed with the ledger's own key where it is
// locked at rest. Which ones are kept is decided here; where they lie is a shelf's affair.
import { AppError } from '../../base/errors.ts';
import type { HeldKey } from '../lock/lock.ts';
import { seal, unseal, type Sealed } from '../lock/sealing.ts';
import { digest, toHex } from './backup-file.ts';
import { squeeze, unsqueeze } from './squeeze.ts';

export interface SnapshotFacts {
  /** Grows. */
  id: number;
  /** ISO 8601, UTC. */
  at: string;
  /** Of the ledger, in bytes. */
  size: number;
  /** As it lies on the shelf, in bytes. */
  takes: number;
  transactions: number;
  /** The ledger's revision: an unchanged one is not kept twice. */
  revision: number;
  /** The id of the key; null in the open. */
  sealedBy: string | null;
}

export interface Snapshot {
  facts: SnapshotFacts;
  content: Sealed | { bytes: Uint8Array<ArrayBuffer>; sum: string };
}

/** Where snapshots lie; each is whole or absent. */
export interface SnapshotShelf {
  /** Newest last. */
  list(): Promise<SnapshotFacts[]>;
  /** Null where there is none. */
  read(id: number): Promise<Snapshot | null>;
  /** Puts one and drops others in one act. */
  put(snapshot: Snapshot, drop: readonly number[]): Promise<void>;
  drop(ids: readonly number[]): Promise<void>;
  /** Leaves nothing behind. */
  erase(): Promise<void>;
}

export async function makeSnapshot(
  file: Uint8Array<ArrayBuffer>,
  facts: Omit<SnapshotFacts, 'size' | 'takes' | 'sealedBy'>,
  held: HeldKey | null,
): Promise<Snapshot> {
  const squeezed = await squeeze(file);
  const whole = { ...facts, size: file.length, takes: squeezed.length, sealedBy: held?.id ?? null };
  const content = held ? await seal(held.key, squeezed, placeOf(whole)) : { bytes: squeezed, sum: toHex(await digest(squeezed)) };
  return { facts: whole, content };
}

/** The SQLite file again. Throws `ledger-damaged`. */
export async function openSnapshot({ facts, content }: Snapshot, held: HeldKey | null): Promise<Uint8Array<ArrayBuffer>> {
  const squeezed = await contentOf(facts, content, held);
  const file = squeezed && (await unsqueeze(squeezed, facts.size));
  if (!file) throw new AppError('ledger-damaged', `the state of ${facts.at} is not what was kept`);
  return file;
}

async function contentOf(facts: SnapshotFacts, content: unknown, held: HeldKey | null): Promise<Uint8Array<ArrayBuffer> | null> {
  if (facts.sealedBy !== null) return held?.id === facts.sealedBy ? unseal(held.key, content, placeOf(facts)) : null;
  const { bytes, sum } = Object(content) as { bytes?: unknown; sum?: unknown };
  return bytes instanceof Uint8Array && toHex(await digest(bytes as Uint8Array<ArrayBuffer>)) === sum
    ? (bytes as Uint8Array<ArrayBuffer>)
    : null;
}

const placeOf = ({ id, at, size, revision, sealedBy }: SnapshotFacts): string => `snapshot ${sealedBy} ${id} ${at} ${size} ${revision}`;

/** Days back from now at which one state each is wanted; the newest is always kept. */
const WANTED_AGES = [1, 3, 7, 14, 30, 60, 120];
const DAY = 24 * 60 * 60 * 1000;
/** What they may take together, unless one alone takes more. */
export const SHELF_BYTES = 64 * 1024 * 1024;

/**
 * Those that go. For each wanted age the youngest state that is at least so old stays, or else the oldest there is, which grows
 * into it; and never more than `SHELF_BYTES`, the oldest going first.
 */
export function thinned(all: readonly SnapshotFacts[], now: string): number[] {
  const ageOf = ({ at }: SnapshotFacts) => (Date.parse(now) - Date.parse(at)) / DAY;
  const byAge = [...all].sort((a, b) => ageOf(a) - ageOf(b) || b.id - a.id);
  const [newest] = byAge;
  const kept = new Set(newest ? [newest] : []);
  for (const wanted of WANTED_AGES) {
    const fits = byAge.find((each) => ageOf(each) >= wanted) ?? byAge.at(-1);
    if (fits) kept.add(fits);
  }
  let taken = 0;
  const stays = byAge.filter((each) => kept.has(each)).filter(({ takes }, at) => (taken += takes) <= SHELF_BYTES || at === 0);
  return all.filter((each) => !stays.includes(each)).map(({ id }) => id);
}
