// A British household for the frames: a joint account and a current account without categories, a credit card; from January 2025 to 14 October 2026.
import { ledgerOf } from '../ask/names/households.ts';
import { over, until } from './rows-of-months.ts';

export const TODAY = '2026-10-15';

const { monthly, nowAndThen } = over(22, '2025-01');

const JOINT = [
  nowAndThen(3, 'ALDI 74 WOODSEATS', (at) => -(31 + at * 1.13)),
  nowAndThen(9, 'ALDI 74 WOODSEATS', (at) => -(22 + at * 0.71)),
  nowAndThen(5, 'TESCO STORES 3012', (at) => -(41 + at * 0.97)),
  nowAndThen(6, 'ASDA STORES 4392', (at) => -(52 + at * 0.61)),
  nowAndThen(8, 'CO-OP GROUP 070412', (at) => -(8 + at * 0.23)),
  nowAndThen(11, 'JUST EAT.CO.UK', (at) => -(19 + at * 0.37)),
  nowAndThen(14, 'LNK CASH MACHINE', () => -50),
  monthly('04', 'HMRC CHILD BENEFIT', (at) => (at < 16 ? 102.4 : 107)),
  monthly('28', 'NHS TRUST SALARY', (at) => 2105 + at * 3),
  monthly('01', 'YORKSHIRE BS MORTGAGE', () => -918.44),
  monthly('22', 'DISNEY PLUS', (at) => (at < 12 ? -4.99 : -6.99)),
  monthly('17', 'EE LIMITED', () => -24),
  '2025-03-08 -71.50 ABBEYDALE VETS',
  '2025-11-25 -260.00 ABBEYDALE VETS',
  '2026-07-09 -136.55 ABBEYDALE VETS',
  '2026-06-27 -33.15 CINEWORLD SHEFFIELD',
  '2026-09-10 -29.74 CINEWORLD SHEFFIELD',
  '2026-10-06 -38.20 ALDI 74 WOODSEATS',
  '2026-10-09 -23.45 JUST EAT.CO.UK',
  '2026-10-13 -17.60 TESCO STORES 3012',
  '2026-09-03 -7.50 GREGGS 0521',
  '2026-09-17 -3.35 GREGGS 0521',
  '2026-09-24 -8.10 NANDOS SHEFFIELD',
  '2026-08-21 -44.10 NANDOS SHEFFIELD',
].join('\n');

const CURRENT = [
  nowAndThen(4, 'GREGGS 0521', (at) => -(3 + at * 0.11)),
  nowAndThen(7, 'COSTA COFFEE 43010', (at) => -(4 + at * 0.09)),
  nowAndThen(10, 'NANDOS SHEFFIELD', (at) => -(27 + at * 0.43)),
  nowAndThen(12, 'ALDI 74 WOODSEATS', (at) => -(12 + at * 0.41)),
  monthly('25', 'TESCO BANK CREDIT CARD', () => -150),
  '2026-08-14 -312.00 ATS EUROMASTER 318',
].join('\n');

const CARD = [
  nowAndThen(2, 'SHELL PARKWAY', (at) => -(36 + at * 0.57)),
  nowAndThen(13, 'AMAZON.CO.UK*ZU4CN0', (at) => -(18 + at * 1.21)),
  monthly('17', 'AUDIBLE UK', () => -8.99),
  monthly('25', 'PAYMENT RECEIVED - THANK YOU', () => 150),
  '2026-01-06 -25.80 ARGOS ARCHER RD',
  '2026-03-29 -62.40 ARGOS ARCHER RD',
  '2026-03-31 21.00 ARGOS ARCHER RD REFUND',
  '2026-06-02 14.99 AMAZON.CO.UK*REFUND',
  '2026-09-14 -184.20 CURRYS ONLINE',
  '2026-09-21 -129.00 DUNELM MILL',
  '2026-02-12 -6.10 INTEREST CHARGED',
  '2026-05-12 -7.39 INTEREST CHARGED',
].join('\n');

const LAST = '2026-10-14';

export const db = ledgerOf(
  [
    { name: 'Barclays joint', institution: 'Barclays', kind: 'checking', rows: until(JOINT, LAST) },
    { name: 'Nationwide', institution: 'Nationwide', kind: 'checking', rows: until(CURRENT, LAST) },
    { name: 'Tesco credit card', institution: null, kind: 'card', rows: until(CARD, LAST) },
  ],
  'GBP',
);
