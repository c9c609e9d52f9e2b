// The calls that keep the ledger safe beside itself: backups, and earlier states on this device. A part of src/app/ledger-api.ts.
import type { LedgerState } from '../ledger/ledger.ts';
import type { SnapshotFacts } from '../ledger/backup/snapshot.ts';

/** What a backup holds, once it is proved whole. */
export interface BackupFacts {
  /** ISO 8601, UTC; null for a plain SQLite file, which does not say. */
  made: string | null;
  transactions: number;
  accounts: number;
  firstDay: string | null;
  lastDay: string | null;
}

export interface BackupIn {
  file: Blob;
  /** Of a sealed backup; a plain SQLite file needs none. */
  passphrase?: string;
}

export interface EarlierStates {
  states: SnapshotFacts[];
  hasRoom: boolean;
}

export interface KeepingApi {
  /** The whole ledger, sealed under a passphrase; null gives the plain SQLite file. */
  backup: { in: { passphrase: string } | null; out: Blob };
  /** Whether it is sealed, so that its passphrase is asked for. */
  isSealed: { in: { file: Blob }; out: boolean };
  /** Reads it as if restored, and changes nothing. Throws `ledger-damaged`, `ledger-newer` or `passphrase-wrong`. */
  proveBackup: { in: BackupIn; out: BackupFacts };
  /** Puts a backup in the place of everything, once it is proved whole; what was there stays as an earlier state. */
  restore: { in: BackupIn; out: LedgerState };
  /** Earlier states on this device, newest last, and whether there is room for one more. */
  snapshots: { in: null; out: EarlierStates };
  /** Goes back to one, once it is proved whole; what was there becomes an earlier state itself. */
  restoreSnapshot: { in: { id: number }; out: LedgerState };
}
