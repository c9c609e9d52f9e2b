// Everything that writes rows or takes them back, as one door, so that it is fetched as one.
export { recordSteps } from '../../ledger/recording/record-statement.ts';
export { undoImport } from '../../ledger/recording/undo-import.ts';
