// Everything that writes rows or takes them back, as one door, so that it is fetched as one.
export { recordSteps } from '../../ledger/recording/record-statement.ts';
export { MANY } from '../../ledger/recording/index-after.ts';
export { undoImport } from '../../ledger/recording/undo-import.ts';
