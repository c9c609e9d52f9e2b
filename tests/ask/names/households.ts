// Two invented households whose accounts come from banks with different category names, some with none. Every amount is told apart
// by its digits, so that a total says which rows were counted. TODAY is the only clock.
import { ask } from '../../../src/ask/ask.ts';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { toMinor } from '../../../src/base/money.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { openSchema } from '../../../src/ledger/migrations/open-schema.ts';
import { recordStatement } from '../../../src/ledger/recording/record-statement.ts';
import { readOnly } from '../../../src/ledger/read-only.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import type { AccountKind } from '../../../src/ledger/statement.ts';

export const TODAY = '2026-03-20';

/** A row is "day amount text | category | memo". */
interface AccountRows {
  name: string;
  institution: string | null;
  kind: AccountKind;
  /** Where it is not that of the household. */
  currency?: string;
  rows: string;
}

const AMERICAN: readonly AccountRows[] = [
  {
    name: 'Chase 1234',
    institution: 'Chase',
    kind: 'card',
    rows: `
      2026-02-03 -1.00 KROGER 0441 | Groceries
      2026-02-04 -2.00 CHIPOTLE 0456 | Food & Drink
      2026-02-05 -4.00 SHELL OIL 5744 | Gas
      2026-02-06 -8.00 HBO MAX | Entertainment
      2026-02-07 -16.00 SIX FLAGS | Entertainment
      2026-02-08 -32.00 SQ *DUTCH BROS 110 | Food & Drink`,
  },
  {
    name: 'Capital One 5521',
    institution: 'Capital One',
    kind: 'card',
    rows: `
      2026-02-03 -64.00 GRUBHUB | Dining
      2026-02-04 -128.00 EXXONMOBIL | Gas/Automotive
      2026-02-05 -256.00 JIFFY LUBE | Gas/Automotive
      2026-02-06 -512.00 VERIZON WIRELESS | Phone/Cable
      2026-02-07 -1024.00 SPECTRUM | Phone/Cable
      2026-02-09 -0.50 HELLOFRESH | Merchandise`,
  },
  {
    name: 'Everyday Checking',
    institution: 'Wells Fargo',
    kind: 'checking',
    rows: `
      2026-02-02 -2048.00 ZELLE TO CHEN MARGARET ON 02/02 REF #RP0ABC RENT
      2026-02-11 -0.10 ZELLE TO CHEN MARGARET ON 02/11 REF #RP0ABD BIRTHDAY
      2026-02-12 -0.20 ZELLE TO COLE TREY ON 02/12 REF #RP0XYZ BANJO
      2026-02-13 -4096.00 XCEL ENERGY XX123
      2026-02-14 -8192.00 BARTON CREEK ANIMAL HOSPITAL
      2026-02-15 -16384.00 CHECK 1042
      2026-02-16 -32768.00 CHECK 1043
      2026-02-17 -0.02 ALDI 71043
      2026-02-18 5000.00 BRAZOS SOFTWARE PAYROLL PPD ID 1234`,
  },
  {
    name: 'Discover',
    institution: 'Discover',
    kind: 'card',
    rows: `
      2026-02-03 -0.04 COSTCO WHSE #12 | Warehouse Clubs
      2026-02-04 -65536.00 LUPE TORTILLA | Restaurants
      2026-02-05 -131072.00 TRADER JOE S #236 | Supermarkets
      2026-02-06 -262144.00 UBER TRIP | Travel/ Entertainment
      2026-02-07 -524288.00 UBER EATS | Restaurants`,
  },
];

const BRITISH: readonly AccountRows[] = [
  {
    name: 'Monzo',
    institution: 'Monzo',
    kind: 'checking',
    rows: `
      2026-02-03 -1.00 Tesco | Groceries
      2026-02-04 -2.00 Dishoom | Eating out
      2026-02-05 -4.00 TfL Travel Charge | Transport
      2026-02-06 -8.00 Just Eat | Eating out
      2026-02-07 -16.00 Netflix | Entertainment
      2026-02-08 -32.00 Pret A Manger | Eating out
      2026-02-09 -0.10 Standing order to P Lindqvist | General | cello lessons
      2026-02-10 -0.20 Standing order to P Lindqvist | General | taxi home
      2026-02-24 2500.00 HALCYON ROBOTICS LTD SALARY | Income`,
  },
  {
    name: 'Joint',
    institution: null,
    kind: 'checking',
    rows: `
      2026-02-01 -64.00 MR K ADEYEMI RENT
      2026-02-02 -128.00 AVIVA INSURANCE 77123
      2026-02-03 -256.00 KINGSMEAD ACADEMY TRUST
      2026-02-04 -512.00 LEEDS CITY COUNCIL CTAX
      2026-02-05 -1024.00 OAKWOOD VETS LEEDS
      2026-02-06 -2048.00 ALDI 99 775
      2026-02-07 -4096.00 EE LIMITED
      2026-02-08 -8192.00 D FIRTH PLUMBING BOILERS
      2026-02-09 -0.40 BANK OF ENGLAND MUSEUM`,
  },
  {
    name: 'American Express',
    institution: 'American Express',
    kind: 'card',
    rows: `
      2026-02-03 -16384.00 WAITROSE 244 LEEDS | General Purchases-Groceries
      2026-02-04 -32768.00 ZIZZI LEEDS | Entertainment-Restaurants
      2026-02-05 -65536.00 ODEON LEEDS | Entertainment-Theatre & Concerts
      2026-02-06 -131072.00 LNER.CO.UK | Travel-Rail Services
      2026-02-07 -262144.00 PREMIER INN YORK | Travel-Hotels
      2026-02-08 -0.80 AMAZON.CO.UK*ZZ1 | General Purchases-Online Purchases
      2026-02-09 -524288.00 AMZNPRIME* XY123 | General Purchases-Online Purchases`,
  },
  {
    name: 'Saver',
    institution: null,
    kind: 'savings',
    rows: `
      2026-02-28 5.00 INTEREST PAID`,
  },
];

const engine = await loadSqlEngine();

function entriesOf(rows: string, currency: string) {
  return rows
    .trim()
    .split('\n')
    .map((row, at) => {
      const [, day = '', amount = '', text = '', category = '', memo = ''] =
        /^\s*(\S+) (\S+) ([^|]*?)(?: \| ([^|]*?))?(?: \| (.*))?$/.exec(row) ?? [];
      const minor = toMinor(amount, currency);
      if (minor === null) throw new RangeError(`"${row}" is no row`);
      return {
        day,
        minor,
        currency,
        descriptor: text,
        category: category || null,
        memo: memo || null,
        line: at + 2,
        kind: null,
        bankId: null,
        balance: null,
        state: 'posted' as const,
        account: '',
        splits: [],
      };
    });
}

export function ledgerOf(accounts: readonly AccountRows[], currency: string): ReadableDatabase {
  const db = new SqlJsDatabase(engine);
  openSchema(db);
  for (const { name, kind, institution, currency: own = currency, rows } of accounts)
    recordStatement(
      db,
      {
        fileName: `${name}.csv`,
        format: 'csv',
        digest: name,
        layout: null,
        importedAt: `${TODAY}T10:00:00Z`,
        accounts: [{ key: '', name, number: null, institution, currency: own, kind, closing: null, opening: null }],
        entries: entriesOf(rows, own),
        setAside: [],
      },
      { homeCurrency: currency },
    );
  return readOnly(db);
}

export const american = ledgerOf(AMERICAN, 'USD');
export const british = ledgerOf(BRITISH, 'GBP');

export const askOf = (db: ReadableDatabase, question: string): Answer =>
  ask(db, { question, today: TODAY, conversation: newConversation() });

/** The total that an answer rests on, or its status where it gives none. */
export function totalOf(db: ReadableDatabase, question: string): number | string {
  const { status, rows } = askOf(db, question);
  const value = rows[0]?.[0];
  return status === 'answered' && typeof value === 'number' ? value : status;
}
