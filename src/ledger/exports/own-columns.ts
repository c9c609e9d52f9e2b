// The columns of our own CSV and the names of our own JSON, in order; what writes them and what reads them again share this list.
export const OWN_COLUMNS = [
  'Date',
  'Payee',
  'Category',
  'Account',
  'Amount',
  'Currency',
  'Flow',
  'Bank text',
  'Memo',
  'Bank kind',
  'State',
  'Note',
  'Balance',
  'Account kind',
  'Account number',
  'Institution',
  'Transaction',
] as const;

export type OwnColumn = (typeof OWN_COLUMNS)[number];
export type OwnRecord = Record<OwnColumn, string>;

export const OWN_HEADER = OWN_COLUMNS.join(',');
/** How our own JSON begins. */
export const OWN_JSON = '{"format":"sotto-ledger"';
