// Words of the Accounts screen, in English. Apart from the others, because only a screen that comes after the first paint reads them.
import { counted } from './en.ts';
import { inUse } from './in-use.ts';

const transactions = (count: number) => counted(count, 'transaction', 'transactions');

export const accountList = inUse({
  title: 'Accounts',
  table: 'Accounts',
  name: 'Account',
  balance: 'Balance',
  asOf: (day: string) => `as of ${day}`,
  noBalance: 'Not stated',
  noBalanceHint: 'The statements give no balance.',
  covered: 'Covered',
  gaps: (count: number) => counted(count, 'gap', 'gaps'),
  gap: (from: string, to: string) => `No statement from ${from} to ${to}`,
  rows: (count: number) => transactions(count),
  institution: 'Institution',
  kind: {
    checking: 'Current account',
    savings: 'Savings',
    card: 'Card',
    cash: 'Cash',
    loan: 'Loan',
    investment: 'Investment',
    unknown: 'Account',
  },
  emptyTitle: 'No accounts yet',
  empty: 'Each account appears here with its balance and the days its statements cover.',
  coverageLabel: (from: string, to: string, gaps: number) =>
    gaps === 0
      ? `Statements from ${from} to ${to}, without a gap.`
      : `Statements from ${from} to ${to}, with ${counted(gaps, 'gap', 'gaps')}.`,
});
