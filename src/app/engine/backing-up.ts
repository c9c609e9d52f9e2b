// Backup files and earlier states as one door, fetched with the first of them.
export { isBackup, readBackup, readBackupHead, writeBackup } from '../../ledger/backup/backup-file.ts';
export { keepSnapshot, makesRoom, openSnapshot, shelfFor, thinned } from '../../ledger/backup/snapshot.ts';
export { proveBackup } from '../../ledger/store/open-file.ts';
