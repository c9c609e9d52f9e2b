// The forms in which the ledger goes out, plain and readable by other tools; with their file endings and media types.

export const EXPORT_FORMATS = ['csv', 'json', 'ofx', 'sqlite', 'hledger', 'beancount'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const exportFiles: Readonly<Record<ExportFormat, { name: string; type: string }>> = {
  csv: { name: 'sotto-transactions.csv', type: 'text/csv' },
  json: { name: 'sotto-ledger.json', type: 'application/json' },
  ofx: { name: 'sotto-ledger.ofx', type: 'application/x-ofx' },
  sqlite: { name: 'sotto-ledger.sqlite', type: 'application/vnd.sqlite3' },
  hledger: { name: 'sotto.journal', type: 'text/plain' },
  beancount: { name: 'sotto.beancount', type: 'text/plain' },
};
