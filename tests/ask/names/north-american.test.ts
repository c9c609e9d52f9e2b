// A household of Ohio and Nova Scotia: supply told apart (electricity, gas, oil), a daycare and a sitter, trades, liquor, kids' sports.
// Every amount is told apart by its digits, so that a total says which rows were counted.
import { describe, expect, it } from 'vitest';
import { askOf, ledgerOf, totalOf } from './households.ts';

const rows = `
  2026-02-01 -1.00 AES OHIO BILL PAYMENT WEB ID: 0310238
  2026-02-02 -2.00 CENTERPOINT ENERGY OH UTIL PMT 061181
  2026-02-03 -4.00 IRVING ENERGY FURNACE OIL
  2026-02-04 -8.00 BLUENOSE CHILDCARE CTR
  2026-02-05 -16.00 Jenna Boudreau babysit
  2026-02-06 -32.00 Burke Snow Removal
  2026-02-07 -64.00 EASTERN ROOFING
  2026-02-08 -128.00 NSLC #2104
  2026-02-09 -256.00 COLE HARBOUR WINGS MINOR HOCKEY
  2026-02-10 -512.00 Irina Volkova piano
  2026-02-11 -1024.00 COLLEGEADVANTAGE 529 CONTRIB ACH
  2026-02-12 -2048.00 DEBIT CARD PURCHASE AT PREMIER PHYSICIAN NTWK DAYTON OH ON 021226 FROM CARD#: XXXXXXXXXXXX7730
  2026-02-13 -4096.00 POS PURCHASE CENTERVILLE FAMILY DENT Centerville OH
  2026-02-14 -8192.00 MEDVET DAYTON MORAINE OH
  2026-02-15 -16384.00 ATLANTIC SUPERSTORE 303
  2026-02-16 -32768.00 WALNUT TRACE CONDO HOA DUES WEB PMTS
  2026-02-17 65536.00 CCB CANADA
  2026-02-18 -131072.00 SKIPTHEDISHES WINNIPEG MB`;
const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows }], 'USD');

describe('what was paid for', () => {
  it.each([
    ['electric bill', 1],
    ['how much was the power in February', 1],
    ['how much was the heating gas', 2],
    ['the gas bill', 2],
    ['furnace oil total', 4],
    ['how much did the oil delivery cost', 4],
    ['energy bills', 7],
    ['daycare', 8],
    ['what have we paid the babysitter', 16],
    ['child care costs', 24],
    ['what did the snow guy cost us', 32],
    ['snow plowing total', 32],
    ['how much was the roof', 64],
    ['what did we pay the roofer', 64],
    ['liquor store total', 128],
    ["what's the hockey cost us", 256],
    ['piano lessons', 512],
    ['how much to the college fund', 1024],
    ['doctor co-pays', 2048],
    ['how much at the doctor in February', 2048],
    ['the dentist', 4096],
    ['vet', 8192],
    ['groceries', 16384],
    ['condo fees', 32768],
    ['what did we spend on skip', 131072],
    ['skip the dishes total', 131072],
  ])('%s', (question, total) => expect(totalOf(db, question)).toBe(total));
});

describe('and what nobody is paid for here', () => {
  it.each([
    'what did the plumber cost',
    'how much was the chimney sweep',
    'what did the pool guy cost us',
    'guitar lessons',
    'soccer fees',
  ])('%s', (question) => expect(askOf(db, question).status).not.toBe('answered'));
});
