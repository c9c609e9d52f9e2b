// The large rooms behind the ledger's worker, each fetched with its first use: opening a ledger needs neither the grammar of questions
// nor the words of bank statements. All of them are among the files that the service worker keeps.

/** Questions: the grammar, its words, the compiler. */
export const askingRoom = () => import('./asking.ts');
/** What changed of late. */
export const tellingRoom = () => import('./telling.ts');
/** Files: every reader, and what banks call things. */
export const readingRoom = () => import('./reading-files.ts');
/** Writing and taking back: payees, flows, duplicates. */
export const recordingRoom = () => import('./recording.ts');
/** The invented household. */
export const sampleRoom = () => import('../sample/household.ts');
/** What a person does to the ledger, and its undoing. */
export const actingRoom = () => import('./acting.ts');
/** Backups, and earlier states. */
export const backupRoom = () => import('./backing-up.ts');
/** Files that go out. */
export const exportRoom = () => import('../../ledger/exports/export-ledger.ts');
