// The worker's side of src/app/keeping-api.ts. Nothing takes the place of the ledger before SQLite found it whole; an earlier state is
// kept once a day when the ledger is opened, and before anything takes its place.
import type { SnapshotFacts, SnapshotShelf } from '../../ledger/backup/snapshot.ts';
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
  /** The key that seals what is kept; null where the ledger lies in the open. */
  held(): Promise<HeldKey | null>;
  state(): LedgerState;
  /** The ledger is another now: whatever was read from it is let go, and everyone is told. */
  replaced(): void;
}

type Taken = Omit<SnapshotFacts, 'size' | 'takes' | 'sealedBy'>;

/** A ledger larger than this is not kept by itself: squeezing it would hold up the device. */
const LARGEST_KEPT = 64 * 1024 * 1024;
/** Hours between two states that are kept by themselves. */
const EVERY = 20;

export interface Keeping {
  calls: Handlers<KeepingApi>;
  /** Keeps a state if one is due. */
  keepIfDue(): Promise<void>;
  /** Drops what another key sealed, or what lies in the open beside a locked ledger. */
  sweep(): Promise<void>;
}

export function createKeeping({ turns, shelf, loadSql, now, ledger, held, state, replaced }: KeepingParts): Keeping {
  /** The ledger as it is, unless that very state is there already or it is empty. */
  const take = async (): Promise<{ file: Uint8Array<ArrayBuffer>; facts: Taken; all: SnapshotFacts[] } | null> => {
    const [revision, { transactions }] = [revisionOf(ledger().db), state()];
    const all = await shelf.list();
    const last = all.at(-1);
    if (last?.revision === revision || transactions === 0) return null;
    return {
      file: ledger().backup() as Uint8Array<ArrayBuffer>,
      facts: { id: (last?.id ?? 0) + 1, at: now(), revision, transactions },
      all,
    };
  };

  /** Tells nothing of a want of room: the ledger itself comes first. */
  const keep = async (taken: Awaited<ReturnType<typeof take>>): Promise<void> => {
    if (!taken) return;
    const { makeSnapshot, thinned } = await backupRoom();
    const made = await makeSnapshot(taken.file, taken.facts, await held());
    try {
      await shelf.put(made, thinned([...taken.all, made.facts], made.facts.at));
    } catch (error) {
      if (!(error instanceof AppError) || !['storage-full', 'storage-failed'].includes(error.code)) throw error;
    }
  };

  const read = async ({ file, passphrase }: BackupIn): Promise<{ bytes: Uint8Array; made: string | null }> => {
    const { isBackup, readBackup, readBackupHead } = await backupRoom();
    if (!(await isBackup(file))) return { bytes: new Uint8Array(await file.arrayBuffer()), made: null };
    return { bytes: await readBackup(file, passphrase ?? ''), made: (await readBackupHead(file)).made };
  };

  const replace = async (bytes: Uint8Array): Promise<LedgerState> => {
    const before = revisionOf(ledger().db);
    if (!ledger().isDamaged) await keep(await take());
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
      snapshots: () => turns.take(() => shelf.list()),
      restoreSnapshot: ({ id }) =>
        turns.take(async () => {
          const [snapshot, { openSnapshot }] = await Promise.all([shelf.read(id), backupRoom()]);
          if (!snapshot) throw new AppError('ledger-damaged', 'that earlier state is not there any more');
          return replace(await openSnapshot(snapshot, await held()));
        }),
    },

    async keepIfDue() {
      const taken = await turns.take(async () => {
        if (ledger().isDamaged || ledger().size > LARGEST_KEPT) return null;
        const last = (await shelf.list()).at(-1);
        return last && Date.parse(now()) - Date.parse(last.at) < EVERY * 60 * 60 * 1000 ? null : take();
      });
      await keep(taken); // squeezing takes its time, and holds up nobody
    },

    async sweep() {
      const key = (await held())?.id ?? null;
      const strange = (await shelf.list()).filter(({ sealedBy }) => sealedBy !== key);
      if (strange.length) await (key === null ? shelf.drop(strange.map(({ id }) => id)) : shelf.erase());
    },
  };
}
