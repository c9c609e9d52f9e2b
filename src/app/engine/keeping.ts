// The worker's side of src/app/keeping-api.ts. Nothing takes the place of the ledger before SQLite found it whole; an earlier state is
// kept once a day when the ledger is opened, and before anything takes its place.
import type { Quota, SnapshotFacts, SnapshotShelf, Taking } from '../../ledger/backup/snapshot.ts';
import { AppError } from '../../base/errors.ts';
import { ledgerState, type LedgerState } from '../../ledger/ledger.ts';
import type { HeldKey } from '../../ledger/lock/lock.ts';
import { raiseRevisionAbove, revisionOf } from '../../ledger/settings.ts';
import type { SqlEngine } from '../../ledger/sql-js-database.ts';
import type { KeptLedger } from '../../ledger/store/kept-ledger.ts';
import type { Handlers } from '../../rpc/serve.ts';
import type { BackupIn, KeepingApi } from '../keeping-api.ts';
import { backupRoom } from './rooms.ts';
import type { Turns } from './turns.ts';

export interface KeepingParts {
  turns: Turns;
  shelf: SnapshotShelf;
  loadSql(): Promise<SqlEngine>;
  /** ISO 8601, UTC. */
  now(): string;
  ledger(): KeptLedger;
  /** Whether that one is still the ledger. */
  isHeld(ledger: KeptLedger): boolean;
  /** Null where the browser does not say. */
  quota(): Promise<Quota | null>;
  /** The key that seals what is kept; null where the ledger lies in the open. */
  held(): Promise<HeldKey | null>;
  state(): LedgerState;
  /** The ledger is another now: whatever was read from it is let go, and everyone is told. */
  replaced(): void;
  /** Up to this size the ledger is copied at once; of a larger one each piece is read when its turn comes. Bytes. */
  copied?: number;
}

interface Due {
  ledger: KeptLedger;
  generation: number;
  facts: Taking['facts'];
  all: SnapshotFacts[];
}

const COPIED = 16 * 1024 * 1024;
/** How often a large ledger that changes meanwhile is begun anew. */
const TRIES = 3;
/** Hours between two states that are kept by themselves. */
const EVERY = 20;

export interface Keeping {
  calls: Handlers<KeepingApi>;
  /** Keeps a state if one is due. */
  keepIfDue(): Promise<void>;
  /** Leaves nothing behind. */
  erase(): Promise<void>;
  /** Drops what another key sealed, or what lies in the open beside a locked ledger. */
  sweep(): Promise<void>;
}

export function createKeeping({
  turns,
  shelf,
  loadSql,
  now,
  ledger,
  isHeld,
  quota,
  held,
  state,
  replaced,
  copied = COPIED,
}: KeepingParts): Keeping {
  /** What is to be kept of the ledger as it is; null when that very state is there already, or there are no rows. */
  const due = async (): Promise<Due | null> => {
    const [revision, { transactions }] = [revisionOf(ledger().db), state()];
    const all = await shelf.list();
    const last = all.at(-1);
    if (last?.revision === revision || transactions === 0) return null;
    const facts = { id: (last?.id ?? 0) + 1, at: now(), revision, transactions };
    return { ledger: ledger(), generation: ledger().generation, facts, all };
  };

  /** The store refused the last one. */
  let isFull = false;
  const roomFor = async (size: number, all: readonly SnapshotFacts[]) => {
    const [{ makesRoom, shelfFor }, granted] = await Promise.all([backupRoom(), quota()]);
    return { first: makesRoom(size, all, granted), most: shelfFor(granted) };
  };

  let making: { stop: AbortController; ended: Promise<unknown> } | null = null;
  /** One state is made at a time; what is being made in the background is given up, and leaves nothing. */
  const halt = async (): Promise<void> => {
    making?.stop.abort();
    await making?.ended;
  };

  const make = async (taken: Due, inTurn: Turns['take'], signal: AbortSignal): Promise<boolean> => {
    const { facts, generation, ledger: from } = taken;
    const { size } = from;
    const [{ keepSnapshot, thinned }, { first, most }] = await Promise.all([backupRoom(), roomFor(size, taken.all)]);
    if (!first) return true;
    const stopped = new Promise<null>((stop) => signal.addEventListener('abort', () => stop(null), { once: true }));
    const part = (at: number, until: number) =>
      Promise.race([stopped, inTurn(() => (isHeld(from) && from.generation === generation ? from.part(at, until) : null))]);
    const copy = size <= copied ? await part(0, size) : undefined;
    if (copy === null || signal.aborted) return false;
    const read = async (at: number, until: number) => copy?.slice(at, until) ?? part(at, until);
    const all = taken.all.filter(({ id }) => !first.includes(id));
    try {
      if (first.length) await shelf.drop(first);
      const taking = { facts, size, read, held: await held(), signal };
      return (await keepSnapshot(shelf, taking, (made) => thinned([...all, made], made.at, most))) !== null;
    } catch (error) {
      if (!(error instanceof AppError) || !['storage-full', 'storage-failed'].includes(error.code)) throw error;
      isFull = true;
      return true;
    }
  };

  /**
   * Whether nothing is left to do; false when the ledger changed meanwhile. A want of room is no failure: the ledger itself comes
   * first. Who has a turn of the ledger's already needs no `inTurn`.
   */
  const keep = async (taken: Due | null, inTurn: Turns['take'] = async (work) => work()): Promise<boolean> => {
    await halt();
    if (!taken) return true;
    const stop = new AbortController();
    const made = make(taken, inTurn, stop.signal);
    const mine = { stop, ended: made.catch(() => undefined) }; // its caller hears of it
    making = mine;
    try {
      return await made;
    } finally {
      if (making === mine) making = null;
    }
  };

  const read = async ({ file, passphrase }: BackupIn): Promise<{ bytes: Uint8Array; made: string | null }> => {
    const { isBackup, readBackup, readBackupHead } = await backupRoom();
    if (!(await isBackup(file))) return { bytes: new Uint8Array(await file.arrayBuffer()), made: null };
    return { bytes: await readBackup(file, passphrase ?? ''), made: (await readBackupHead(file)).made };
  };

  const replace = async (bytes: Uint8Array): Promise<LedgerState> => {
    const before = revisionOf(ledger().db);
    if (!ledger().isDamaged) await keep(await due());
    await ledger().restore(bytes);
    await ledger().change((db) => raiseRevisionAbove(db, before));
    replaced();
    return state();
  };

  return {
    calls: {
      backup: async (sealed) => {
        const file = await turns.take(() => ledger().backup() as Uint8Array<ArrayBuffer>);
        if (!sealed) return new Blob([file], { type: 'application/vnd.sqlite3' });
        const { writeBackup } = await backupRoom();
        return writeBackup(file, { passphrase: sealed.passphrase, made: now() });
      },
      isSealed: async ({ file }) => (await backupRoom()).isBackup(file),
      proveBackup: async (input) => {
        const [{ bytes, made }, { proveBackup }, engine] = await Promise.all([read(input), backupRoom(), loadSql()]);
        const db = proveBackup(engine, bytes);
        try {
          const { transactions, accounts, firstDay, lastDay } = ledgerState(db, 'USD');
          return { made, transactions, accounts, firstDay, lastDay };
        } finally {
          db.close();
        }
      },
      restore: async (input) => {
        const { bytes } = await read(input);
        return turns.take(() => replace(bytes));
      },
      snapshots: () =>
        turns.take(async () => {
          const states = await shelf.list();
          return { states, hasRoom: !isFull && (await roomFor(ledger().size, states)).first !== null };
        }),
      restoreSnapshot: ({ id }) =>
        turns.take(async () => {
          const [all, { openSnapshot }] = await Promise.all([shelf.list(), backupRoom()]);
          const facts = all.find((each) => each.id === id);
          if (!facts) throw new AppError('ledger-damaged', 'that earlier state is not there any more');
          return replace(await openSnapshot(shelf, facts, await held()));
        }),
    },

    async keepIfDue() {
      for (let tries = 0; tries < TRIES; tries += 1) {
        const taken = await turns.take(async () => {
          if (ledger().isDamaged) return null;
          const last = (await shelf.list()).at(-1);
          return last && Date.parse(now()) - Date.parse(last.at) < EVERY * 60 * 60 * 1000 ? null : due();
        });
        if (await keep(taken, (work) => turns.take(work))) return; // squeezing takes its time, and holds up nobody
      }
    },

    async erase() {
      await halt();
      await shelf.erase();
      isFull = false;
    },

    async sweep() {
      await halt();
      const key = (await held())?.id ?? null;
      const strange = (await shelf.list()).filter(({ sealedBy }) => sealedBy !== key);
      if (strange.length) await (key === null ? shelf.drop(strange.map(({ id }) => id)) : shelf.erase());
    },
  };
}
