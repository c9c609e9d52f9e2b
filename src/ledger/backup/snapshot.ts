// An earlier state of the whole ledger, kept beside it on this device: in pieces, each squeezed by itself, and sealed with the ledger's own
// key where it is locked at rest; so a ledger of any size is kept with no more memory than a piece takes. Which ones are kept is
// decided here; where they lie is a shelf's affair.
import { AppError } from '../../base/errors.ts';
import type { HeldKey } from '../lock/lock.ts';
import { seal, unseal } from '../lock/sealing.ts';
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
  /** Of how many bytes of the ledger each piece is; not there where all of it is one, as earlier versions kept it. */
  piece?: number;
}

/** Where snapshots lie. A state is there once its facts are, and they come last; pieces without facts are of one that was cut off. */
export interface SnapshotShelf {
  /** Newest last. */
  list(): Promise<SnapshotFacts[]>;
  /** Null where there is none; `at` counts the pieces of a state from 0. */
  piece(id: number, at: number): Promise<unknown>;
  /** Begins a state: what was left of one that was cut off goes. */
  begin(): Promise<void>;
  addPiece(id: number, at: number, content: unknown): Promise<void>;
  /** Makes the pieces a state and drops others, in one act. */
  put(facts: SnapshotFacts, drop: readonly number[]): Promise<void>;
  drop(ids: readonly number[]): Promise<void>;
  /** Leaves nothing behind. */
  erase(): Promise<void>;
}

const PIECE = 2 * 1024 * 1024;

export interface Taking {
  facts: Omit<SnapshotFacts, 'size' | 'takes' | 'sealedBy' | 'piece'>;
  /** Of the ledger, in bytes. */
  size: number;
  /** Its bytes from one place to another; null once the ledger is not what it was any more. */
  read(from: number, until: number): Promise<Uint8Array<ArrayBuffer> | null>;
  held: HeldKey | null;
  signal: AbortSignal;
}

/** Null when the ledger changed meanwhile or `signal` stopped it; then nothing is kept. `drop` names the states that give way to this one. */
export async function keepSnapshot(
  shelf: SnapshotShelf,
  { facts, size, read, held, signal }: Taking,
  drop: (made: SnapshotFacts) => readonly number[],
): Promise<SnapshotFacts | null> {
  await shelf.begin();
  const made: SnapshotFacts = { ...facts, size, takes: 0, sealedBy: held?.id ?? null, piece: PIECE };
  const count = Math.ceil(size / PIECE);
  let isKept = false;
  try {
    for (let at = 0; at < count; at += 1) {
      const bytes = await read(at * PIECE, Math.min(size, (at + 1) * PIECE));
      if (!bytes) return null;
      const squeezed = await squeeze(bytes);
      made.takes += squeezed.length;
      const place = pieceOf(made, at, count);
      const content = held ? await seal(held.key, squeezed, place) : { bytes: squeezed, sum: await sumOf(squeezed, place) };
      if (signal.aborted) return null;
      await shelf.addPiece(made.id, at, content);
    }
    if (signal.aborted) return null;
    await shelf.put(made, drop(made));
    isKept = true;
    return made;
  } finally {
    if (!isKept) await shelf.begin();
  }
}

/** The SQLite file again. Throws `ledger-damaged`. */
export async function openSnapshot(shelf: SnapshotShelf, facts: SnapshotFacts, held: HeldKey | null): Promise<Uint8Array<ArrayBuffer>> {
  const { size, piece = size } = facts;
  const count = Math.ceil(size / piece);
  const file = new Uint8Array(size);
  for (let at = 0; at < count; at += 1) {
    const place = facts.piece === undefined ? placeOf(facts) : pieceOf(facts, at, count);
    const squeezed = await contentOf(facts, await shelf.piece(facts.id, at), { place, held });
    const bytes = squeezed && (await unsqueeze(squeezed, Math.min(size, (at + 1) * piece) - at * piece));
    if (!bytes) throw new AppError('ledger-damaged', `the state of ${facts.at} is not what was kept`);
    file.set(bytes, at * piece);
  }
  return file;
}

async function contentOf(
  facts: SnapshotFacts,
  content: unknown,
  { place, held }: { place: string; held: HeldKey | null },
): Promise<Uint8Array<ArrayBuffer> | null> {
  if (facts.sealedBy !== null) return held?.id === facts.sealedBy ? unseal(held.key, content, place) : null;
  const { bytes, sum } = Object(content) as { bytes?: unknown; sum?: unknown };
  if (!(bytes instanceof Uint8Array)) return null;
  const squeezed = bytes as Uint8Array<ArrayBuffer>;
  return sum === (await sumOf(squeezed, facts.piece === undefined ? '' : place)) ? squeezed : null;
}

const placeOf = ({ id, at, size, revision, sealedBy }: SnapshotFacts): string => `snapshot ${sealedBy} ${id} ${at} ${size} ${revision}`;

const pieceOf = (facts: SnapshotFacts, at: number, count: number): string => `${placeOf(facts)} ${at}/${count}`;

/** Of the bytes in their place: a piece put where another was is not what was kept. */
async function sumOf(bytes: Uint8Array<ArrayBuffer>, place: string): Promise<string> {
  const told = new TextEncoder().encode(place);
  const all = new Uint8Array(bytes.length + told.length);
  all.set(bytes);
  all.set(told, bytes.length);
  return toHex(await digest(all));
}

/** What the browser grants this site, and what of it is used, in bytes. */
export interface Quota {
  used: number;
  granted: number;
}

/** What earlier states may take together where the browser does not say what it grants. */
export const USUAL_SHELF = 64 * 1024 * 1024;
const LARGEST_SHELF = 512 * 1024 * 1024;
/** Of what is granted, so much may be used, with a new state in it: what is left is for the ledger itself. */
const MOST_USED = 0.7;
/** What a ledger is squeezed to, reckoned with until one is there to tell. */
const RECKONED = 1 / 3;

/** What earlier states may take together, unless one alone takes more. */
export const shelfFor = (quota: Quota | null): number => (quota ? Math.min(LARGEST_SHELF, quota.granted / 10) : USUAL_SHELF);

/**
 * The states that have to go before one more of a ledger of `size` bytes is made, the oldest first and never the newest; null where
 * there is no room even so.
 */
export function makesRoom(size: number, all: readonly SnapshotFacts[], quota: Quota | null): number[] | null {
  if (!quota) return size <= USUAL_SHELF ? [] : null;
  const last = all.at(-1);
  const reckoned = size * (last?.size ? Math.min(1, last.takes / last.size) : RECKONED);
  let over = quota.used + reckoned - quota.granted * MOST_USED;
  const go: number[] = [];
  for (const { id, takes } of all.slice(0, -1)) {
    if (over <= 0) break;
    over -= takes;
    go.push(id);
  }
  return over <= 0 ? go : null;
}

/** Days back from now at which one state each is wanted; the newest is always kept. */
const WANTED_AGES = [1, 3, 7, 14, 30, 60, 120];
const DAY = 24 * 60 * 60 * 1000;

/**
 * Those that go. For each wanted age the youngest state that is at least so old stays, or else the oldest there is, which grows
 * into it; and never more than `most` bytes, the oldest going first.
 */
export function thinned(all: readonly SnapshotFacts[], now: string, most: number): number[] {
  const ageOf = ({ at }: SnapshotFacts) => (Date.parse(now) - Date.parse(at)) / DAY;
  const byAge = [...all].sort((a, b) => ageOf(a) - ageOf(b) || b.id - a.id);
  const [newest] = byAge;
  const kept = new Set(newest ? [newest] : []);
  for (const wanted of WANTED_AGES) {
    const fits = byAge.find((each) => ageOf(each) >= wanted) ?? byAge.at(-1);
    if (fits) kept.add(fits);
  }
  let taken = 0;
  const stays = byAge.filter((each) => kept.has(each)).filter(({ takes }, at) => (taken += takes) <= most || at === 0);
  return all.filter((each) => !stays.includes(each)).map(({ id }) => id);
}
