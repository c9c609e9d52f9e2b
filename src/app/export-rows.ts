// Every transaction as a CSV file that Sotto and any spreadsheet read again: a point for decimals, days as YYYY-MM-DD.
import { toDecimal } from '../base/money.ts';
import type { LedgerRow } from '../ledger/ledger.ts';
import type { LedgerCall } from './ledger-link.ts';

const STEP = 5000;

export async function everyRow(call: LedgerCall): Promise<LedgerRow[]> {
  const rows: LedgerRow[] = [];
  for (;;) {
    const page = await call('transactions', { search: '', accountId: null, offset: rows.length, limit: STEP });
    rows.push(...page.rows);
    if (page.rows.length === 0 || rows.length >= page.total) return rows;
  }
}

/** RFC 4180. Text that a spreadsheet would take for a formula gets a quote before it. */
const cell = (text: string): string => {
  const tame = /^[=+@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
};

export function csvOf(rows: readonly LedgerRow[]): string {
  const lines = rows.map(({ day, payee, category, account, minor, currency }) =>
    [day, cell(payee), cell(category ?? ''), cell(account), toDecimal({ minor, currency }), currency].join(','),
  );
  return `${['Date,Payee,Category,Account,Amount,Currency', ...lines].join('\r\n')}\r\n`;
}
