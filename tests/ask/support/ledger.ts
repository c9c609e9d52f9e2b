// Two invented households, small enough to add up by eye, recorded by the product's own recording. Both end on 17 March 2026;
// TODAY, the only clock of these tests, is Wednesday the 18th. A row is "day amount text | category".
import { ask } from '../../../src/ask/ask.ts';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { toMinor } from '../../../src/base/money.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { openSchema } from '../../../src/ledger/migrations/open-schema.ts';
import { readOnly } from '../../../src/ledger/read-only.ts';
import { recordStatement } from '../../../src/ledger/recording/record-statement.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import type { AccountKind, StatementEntry } from '../../../src/ledger/statement.ts';
import { TODAY } from './today.ts';

export { TODAY };

interface AccountRows {
  name: string;
  kind: AccountKind;
  currency: string;
  /** Balance after the last row, where the bank gives one. */
  closing?: string;
  rows: string;
}

/** Dollars. Pay 3,000 and rent 1,200 a month; the card has categories, the checking account has none. */
const AMERICAN: readonly AccountRows[] = [
  {
    name: 'Checking',
    kind: 'checking',
    currency: 'USD',
    closing: '8137.00',
    rows: `
      2025-10-01 3000.00 ACME CORP PAYROLL
      2025-10-02 -1200.00 OAKWOOD PROPERTIES RENT
      2025-11-01 3000.00 ACME CORP PAYROLL
      2025-11-02 -1200.00 OAKWOOD PROPERTIES RENT
      2025-12-01 3000.00 ACME CORP PAYROLL
      2025-12-02 -1200.00 OAKWOOD PROPERTIES RENT
      2025-12-22 -265.49 CREDIT CARD AUTOPAY
      2026-01-01 3000.00 ACME CORP PAYROLL
      2026-01-02 -1200.00 OAKWOOD PROPERTIES RENT
      2026-01-10 -60.00 ATM CASH WITHDRAWAL
      2026-01-22 -515.49 CREDIT CARD AUTOPAY
      2026-02-01 3000.00 ACME CORP PAYROLL
      2026-02-02 -1200.00 OAKWOOD PROPERTIES RENT
      2026-02-14 -40.00 ATM CASH WITHDRAWAL
      2026-02-27 -5.00 MONTHLY SERVICE FEE
      2026-03-01 3000.00 ACME CORP PAYROLL
      2026-03-02 -1200.00 OAKWOOD PROPERTIES RENT`,
  },
  {
    name: 'Credit Card',
    kind: 'card',
    currency: 'USD',
    rows: `
      2025-10-12 -15.49 NETFLIX.COM | Entertainment
      2025-11-12 -15.49 NETFLIX.COM | Entertainment
      2025-11-28 -250.00 AMAZON.COM*2K4RT0 | Shopping
      2025-12-06 -80.00 WHOLE FOODS MARKET #102 | Groceries
      2025-12-12 -15.49 NETFLIX.COM | Entertainment
      2025-12-20 -420.00 DELTA AIR LINES | Travel
      2025-12-22 265.49 PAYMENT THANK YOU | Payment
      2026-01-08 -42.00 SHELL OIL 5551 | Gas
      2026-01-09 -5.00 STARBUCKS STORE 114 | Food & Drink
      2026-01-12 -17.99 NETFLIX.COM | Entertainment
      2026-01-17 -100.00 WHOLE FOODS MARKET #102 | Groceries
      2026-01-22 515.49 PAYMENT THANK YOU | Payment
      2026-01-24 -40.00 TRADER JOE S #236 | Groceries
      2026-02-03 -6.00 STARBUCKS STORE 114 | Food & Drink
      2026-02-05 -35.00 AMAZON.COM*8H2LL1 | Shopping
      2026-02-07 -90.00 WHOLE FOODS MARKET #102 | Groceries
      2026-02-10 -4.00 STARBUCKS STORE 114 | Food & Drink
      2026-02-11 -38.00 SHELL OIL 5551 | Gas
      2026-02-12 -17.99 NETFLIX.COM | Entertainment
      2026-02-12 20.00 AMAZON.COM REFUND | Shopping
      2026-02-13 -12.00 CHIPOTLE 1874 | Food & Drink
      2026-02-14 -18.00 UBER TRIP | Travel
      2026-02-15 -22.00 UBER TRIP | Travel
      2026-02-17 -5.00 STARBUCKS STORE 114 | Food & Drink
      2026-02-21 -110.00 WHOLE FOODS MARKET #102 | Groceries
      2026-02-28 -30.00 TRADER JOE S #236 | Groceries
      2026-03-03 -5.50 STARBUCKS STORE 114 | Food & Drink
      2026-03-05 -19.99 AMAZON.COM*77QPA2 | Shopping
      2026-03-06 -14.00 CHIPOTLE 1874 | Food & Drink
      2026-03-06 -14.00 CHIPOTLE 1874 | Food & Drink
      2026-03-07 -70.00 WHOLE FOODS MARKET #102 | Groceries
      2026-03-10 -45.00 SHELL OIL 5551 | Gas
      2026-03-12 -17.99 NETFLIX.COM | Entertainment
      2026-03-13 -4.50 STARBUCKS STORE 114 | Food & Drink
      2026-03-14 -60.00 TRADER JOE S #236 | Groceries
      2026-03-17 -3.00 STARBUCKS STORE 114 | Food & Drink`,
  },
];

/** Pounds, and a card in euros for the journeys. Pay 2,500 into the current account, 900 of it over to the joint one. */
const BRITISH: readonly AccountRows[] = [
  {
    name: 'Current Account',
    kind: 'checking',
    currency: 'GBP',
    closing: '1950.00',
    rows: `
      2025-10-24 2500.00 BRIGHT LTD SALARY
      2025-10-26 -900.00 TO JOINT ACCOUNT
      2025-11-02 -11.99 SPOTIFY
      2025-11-25 2500.00 BRIGHT LTD SALARY
      2025-11-26 -900.00 TO JOINT ACCOUNT
      2025-12-02 -11.99 SPOTIFY
      2025-12-24 2500.00 BRIGHT LTD SALARY
      2025-12-26 -900.00 TO JOINT ACCOUNT
      2026-01-02 -11.99 SPOTIFY
      2026-01-05 -24.99 PUREGYM
      2026-01-09 -4.00 PRET A MANGER
      2026-01-16 -6.00 PRET A MANGER
      2026-01-23 2500.00 BRIGHT LTD SALARY
      2026-01-26 -900.00 TO JOINT ACCOUNT
      2026-02-02 -11.99 SPOTIFY
      2026-02-05 -24.99 PUREGYM
      2026-02-06 -5.00 PRET A MANGER
      2026-02-10 -30.00 CASH WITHDRAWAL LINK ATM
      2026-02-13 -60.00 ASOS.COM
      2026-02-19 25.00 ASOS.COM REFUND
      2026-02-20 -7.00 PRET A MANGER
      2026-02-25 2500.00 BRIGHT LTD SALARY
      2026-02-26 -900.00 TO JOINT ACCOUNT
      2026-03-02 -11.99 SPOTIFY
      2026-03-05 -24.99 PUREGYM
      2026-03-06 -8.00 PRET A MANGER
      2026-03-11 -2.80 TFL TRAVEL CH
      2026-03-12 -2.80 TFL TRAVEL CH`,
  },
  {
    name: 'Joint Account',
    kind: 'checking',
    currency: 'GBP',
    closing: '640.00',
    rows: `
      2025-10-26 900.00 FROM CURRENT ACCOUNT
      2025-11-01 -650.00 LETTINGS LTD RENT | Housing
      2025-11-26 900.00 FROM CURRENT ACCOUNT
      2025-12-01 -650.00 LETTINGS LTD RENT | Housing
      2025-12-26 900.00 FROM CURRENT ACCOUNT
      2026-01-01 -650.00 LETTINGS LTD RENT | Housing
      2026-01-10 -50.00 TESCO STORES 2041 | Groceries
      2026-01-24 -40.00 TESCO STORES 2041 | Groceries
      2026-01-26 900.00 FROM CURRENT ACCOUNT
      2026-01-28 -90.00 OCTOPUS ENERGY | Bills
      2026-02-01 -650.00 LETTINGS LTD RENT | Housing
      2026-02-07 -45.00 TESCO STORES 2041 | Groceries
      2026-02-14 -70.00 THE OLIVE TREE RESTAURANT | Eating out
      2026-02-21 -55.00 SAINSBURYS 0871 | Groceries
      2026-02-26 900.00 FROM CURRENT ACCOUNT
      2026-02-28 -110.00 OCTOPUS ENERGY | Bills
      2026-03-01 -675.00 LETTINGS LTD RENT | Housing
      2026-03-07 -35.00 TESCO STORES 2041 | Groceries
      2026-03-14 -25.00 SAINSBURYS 0871 | Groceries
      2026-03-15 -32.00 DELIVEROO | Eating out`,
  },
  {
    name: 'Euro Card',
    kind: 'card',
    currency: 'EUR',
    rows: `
      2026-02-16 -80.00 HOTEL MIRADOR LISBOA
      2026-02-17 -12.00 PASTELARIA BELEM LISBOA
      2026-02-18 -20.00 METRO DE LISBOA
      2026-02-18 -3.00 PASTELARIA BELEM LISBOA`,
  },
];

/** Rand, and a wallet in dollars. Pay, bond, levy, medical aid and fees by the bank's own envelopes; the card has categories. */
const SOUTHERN: readonly AccountRows[] = [
  {
    name: 'Kestrel Cheque',
    kind: 'checking',
    currency: 'ZAR',
    closing: '41200.00',
    rows: `
      2025-12-01 -9000.00 DEBIT ORDER KAROO HOMELOAN 88410
      2025-12-02 -2000.00 KESTREL APP PAYMENT TO MILKWOOD BODY CORPORATE
      2025-12-03 -4000.00 DEBIT ORDER BONITAS MEDICAL AID 5512
      2025-12-24 30000.00 MAGTAPE CREDIT KOPPIE MEDIA SALARY
      2025-12-31 -90.00 #MONTHLY ACCOUNT FEE
      2026-01-01 -9000.00 DEBIT ORDER KAROO HOMELOAN 88411
      2026-01-02 -2100.00 KESTREL APP PAYMENT TO MILKWOOD BODY CORPORATE
      2026-01-03 -4300.00 DEBIT ORDER BONITAS MEDICAL AID 5513
      2026-01-23 32000.00 MAGTAPE CREDIT KOPPIE MEDIA SALARY
      2026-01-31 -90.00 #MONTHLY ACCOUNT FEE
      2026-02-01 -9000.00 DEBIT ORDER KAROO HOMELOAN 88412
      2026-02-02 -2100.00 KESTREL APP PAYMENT TO MILKWOOD BODY CORPORATE
      2026-02-03 -4300.00 DEBIT ORDER BONITAS MEDICAL AID 5514
      2026-02-08 -5490.00 KESTREL APP PAYMENT TO NIMBUS WALLET LOAD
      2026-02-12 -500.00 KESTREL ATM CASH WITHDRAWAL
      2026-02-12 -12.00 #CASH WITHDRAWAL FEE
      2026-02-25 32000.00 MAGTAPE CREDIT KOPPIE MEDIA SALARY
      2026-02-28 -90.00 #MONTHLY ACCOUNT FEE
      2026-03-16 -1500.00 POS PURCHASE FYNBOS BATHROOMS`,
  },
  {
    name: 'Kestrel Credit Card',
    kind: 'card',
    currency: 'ZAR',
    rows: `
      2025-02-09 -600.00 CHECKERS HERMANUS ZA | Groceries
      2025-12-11 -199.00 NETFLIX.COM AMSTERDAM NL | Subscriptions
      2026-01-11 -199.00 NETFLIX.COM AMSTERDAM NL | Subscriptions
      2026-01-14 -800.00 CHECKERS HERMANUS ZA | Groceries
      2026-02-04 -900.00 CHECKERS HERMANUS ZA | Groceries
      2026-02-05 -300.00 PNP FAM STANFORD ZA | Groceries
      2026-02-06 -250.00 PNP FAM STANFORD ZA | Groceries
      2026-02-07 -1100.00 ENGEN WHALE COAST ZA | Fuel
      2026-02-11 -229.00 NETFLIX.COM AMSTERDAM NL | Subscriptions
      2026-02-20 -1400.00 PAYFAST*FYNBOS BOOKS | Shopping
      2026-03-11 -229.00 NETFLIX.COM AMSTERDAM NL | Subscriptions`,
  },
  {
    name: 'Nimbus USD',
    kind: 'checking',
    currency: 'USD',
    closing: '251.00',
    rows: `
      2026-02-08 300.00 Wallet load from own bank account
      2026-02-10 -49.00 COURSERA.ORG`,
  },
];

const engine = await loadSqlEngine();

/** The rows of one account; a balance column is made by counting back from the closing one. */
function entriesOf({ currency, closing, rows }: AccountRows): StatementEntry[] {
  const parsed = rows
    .trim()
    .split('\n')
    .map((row, at) => {
      const [, day = '', amount = '', text = '', category = ''] = /^\s*(\S+) (\S+) ([^|]*?)(?: \| (.*))?$/.exec(row) ?? [];
      const minor = toMinor(amount, currency);
      if (minor === null) throw new RangeError(`"${row}" is no row`);
      return { day, minor, descriptor: text, category: category || null, line: at + 2 };
    });
  let balance = closing === undefined ? null : toMinor(closing, currency);
  const entries: StatementEntry[] = [];
  for (const row of [...parsed].reverse()) {
    entries.unshift({ ...row, currency, memo: null, kind: null, bankId: null, balance, state: 'posted', account: '', splits: [] });
    if (balance !== null) balance -= row.minor;
  }
  return entries;
}

function ledgerOf(accounts: readonly AccountRows[], homeCurrency: string): ReadableDatabase {
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  for (const account of accounts) {
    const { name, kind, currency } = account;
    recordStatement(
      db,
      {
        fileName: `${name}.csv`,
        format: 'csv',
        digest: name,
        layout: null,
        importedAt: `${TODAY}T10:00:00Z`,
        accounts: [{ key: '', name, number: null, institution: null, currency, kind, closing: null, opening: null }],
        entries: entriesOf(account),
        setAside: [],
      },
      { homeCurrency },
    );
  }
  return readOnly(db);
}

export const american = ledgerOf(AMERICAN, 'USD');
export const british = ledgerOf(BRITISH, 'GBP');
export const southern = ledgerOf(SOUTHERN, 'ZAR');
export const empty = ledgerOf([], 'USD');

export type Household = 'american' | 'british' | 'southern';
export const ledgers: Readonly<Record<Household, ReadableDatabase>> = { american, british, southern };

/** A conversation, turn by turn; the answer to the last. */
export function converse(db: ReadableDatabase, turns: readonly string[], today = TODAY): Answer {
  const conversation = newConversation();
  let last: Answer | null = null;
  for (const question of turns) last = ask(db, { question, today, conversation });
  if (!last) throw new RangeError('a conversation without turns');
  return last;
}

export const askOf = (db: ReadableDatabase, question: string, today = TODAY): Answer => converse(db, [question], today);
