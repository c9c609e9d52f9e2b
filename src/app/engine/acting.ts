// Acts of a person and what goes out of the ledger, as one door, so that they are fetched as one and with their first use.
export { performAct, undoAct } from '../../ledger/acts/acts.ts';
export { lastAct, readActs } from '../../ledger/acts/history.ts';
export { readRow } from '../../ledger/acts/read-row.ts';
export { readRules } from '../../ledger/acts/rules.ts';
export { nameList } from '../../ledger/names.ts';
