// A household for the frames: three accounts from January 2024 to 17 June 2026, with something of every sort that a frame asks about.
import { ledgerOf } from '../ask/names/households.ts';
import { over, until } from './rows-of-months.ts';

export const TODAY = '2026-06-18';

const { monthly, nowAndThen } = over(30, '2024-01');

const CARD = [
  nowAndThen(3, 'TRADER JOE S #236 | Groceries', (at) => -(20 + at * 1.07)),
  nowAndThen(4, 'COSTCO WHSE #0021 | Groceries', (at) => -(101 + at * 3.11)),
  nowAndThen(5, 'WHOLEFDS OAK 10123 | Groceries', (at) => -(35 + at * 0.53)),
  nowAndThen(6, 'LYFT *RIDE SAT | Travel', (at) => -(11 + at * 0.17)),
  nowAndThen(7, 'UBER *TRIP | Travel', (at) => -(14 + at * 0.29)),
  nowAndThen(8, 'AMAZON.COM*2K4RT0 | Shopping', (at) => -(41 + at * 2.03)),
  nowAndThen(9, 'BURMA SUPERSTAR | Food & Drink', (at) => -(52 + at * 1.31)),
  monthly('06', 'SPOTIFY USA | Entertainment', () => -12.99),
  monthly('12', 'NETFLIX.COM | Entertainment', (at) => (at < 24 ? -17.99 : -19.99)),
  until(
    monthly('21', 'HULU 877-8244858 | Entertainment', () => -18.99),
    '2025-10-21',
  ),
  '2026-05-16 -47.97 AMC THEATRES 4400 | Entertainment',
  '2026-05-16 -47.97 AMC THEATRES 4400 | Entertainment',
  '2026-02-19 33.50 AMAZON.COM*REFUND | Shopping',
  '2026-04-11 12.25 COSTCO WHSE #0021 REFUND | Groceries',
  '2025-08-27 -41.00 LATE FEE | Fees & Adjustments',
  '2025-03-05 -4.25 BLUE BOTTLE COFFEE | Food & Drink',
  '2025-09-05 -5.50 BLUE BOTTLE COFFEE | Food & Drink',
  '2026-01-05 -9.25 BLUE BOTTLE COFFEE | Food & Drink',
  '2026-03-05 -512.40 REI #77 OAKLAND | Shopping',
  '2026-05-04 -17.35 SAFEWAY #0691 | Groceries',
  '2026-06-13 -24.10 SAFEWAY #0691 | Groceries',
  '2026-06-14 -15.75 SAFEWAY #0691 | Groceries',
  '2026-06-16 -36.13 TRADER JOE S #236 | Groceries',
  '2026-06-17 -8.80 SAFEWAY #0691 | Groceries',
  '2025-11-28 -180.99 SAFEWAY #0691 | Groceries',
  '2026-02-14 -135.14 SAFEWAY #0691 | Groceries',
  '2025-12-24 -96.81 SAFEWAY #0691 | Groceries',
].join('\n');

const CHECKING = [
  monthly('01', 'LAKESHORE APTS RENT', (at) => (at < 18 ? -2450 : -2525)),
  monthly('02', 'ACME CORP PAYROLL', (at) => 4000 + at * 10),
  monthly('15', 'TRANSFER TO SAVINGS', (at) => -(100 + at)),
  monthly('25', 'CREDIT CARD AUTOPAY', () => -300),
].join('\n');

const SAVINGS = monthly('15', 'TRANSFER FROM CHECKING', (at) => 100 + at);
const PAID_OFF = monthly('25', 'AUTOPAY THANK YOU', () => 300);

const passed = (rows: string): string => until(rows, '2026-06-17');

export const db = ledgerOf(
  [
    { name: 'Credit card', institution: 'Chase', kind: 'card', rows: passed(`${CARD}\n${PAID_OFF}`) },
    { name: 'Checking', institution: 'Wells Fargo', kind: 'checking', rows: passed(CHECKING) },
    { name: 'Savings', institution: 'Ally', kind: 'savings', rows: passed(SAVINGS) },
  ],
  'USD',
);
