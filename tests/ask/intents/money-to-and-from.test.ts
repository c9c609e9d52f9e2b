// Money to and from people, what comes into an account, charges of the bank, and words of accounts that are no account: each told apart by
// the amounts of the ledger.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-03-20';
const db = ledgerOf(
  [
    {
      name: 'AIB current',
      institution: 'AIB',
      kind: 'checking',
      rows: `
      2025-12-18 1600.00 HSE PAYROLL SHARED SERV | |
      2026-01-15 1600.00 HSE PAYROLL SHARED SERV | |
      2026-02-12 1620.00 HSE PAYROLL SHARED SERV | |
      2026-03-12 1620.00 HSE PAYROLL SHARED SERV | |
      2026-01-20 -300.00 *MOBI TO REVOLUT | |
      2026-02-20 -200.00 *MOBI TO REVOLUT | |
      2026-02-24 -90.00 AN POST MONEY DIRECT DEBIT | |
      2026-02-25 -11.50 ACCOUNT MAINTENANCE FEE | |
      2026-02-26 -60.00 ATM CORK 441 | |
      2026-02-27 -400.00 TESCO STORES CORK | |`,
    },
    {
      name: 'An Post Money card',
      institution: 'An Post Money',
      kind: 'card',
      rows: `
      2026-02-03 -90.00 CURRYS CORK | |
      2026-02-25 90.00 PAYMENT RECEIVED THANK YOU | |`,
    },
    {
      name: 'Revolut',
      institution: 'Revolut',
      kind: 'checking',
      rows: `
      2026-01-20 300.00 TOP-UP BY *9911 | |
      2026-02-20 200.00 TOP-UP BY *9911 | |
      2026-01-24 25.00 PAYMENT FROM NIAMH KELLY | |
      2026-03-02 35.00 PAYMENT FROM NIAMH KELLY | |
      2026-03-03 -15.00 BILL PAYMENT VIA FASTER PAYMENT TO NIAMH KELLY REFERENCE TEA | |
      2026-03-04 -50.00 BILL PAYMENT VIA FASTER PAYMENT TO TOMASZ NOWAK REFERENCE LOAN | |`,
    },
  ],
  'EUR',
);
const { say, figures, sentences } = talkWith(db, TODAY);

describe('from somebody is what came in, to somebody what went out', () => {
  figures([
    ['how much have I had from Niamh', 60],
    ['any money from Niamh', 2],
    ['what have I sent Niamh', 15],
    ['what did I lend Tomasz', 50],
    ['how much did I get last month', 1620],
    ['how much do I get from the HSE', 6440],
  ]);
  sentences([
    ['list the payments from Niamh', /^2 payments in .*€60\.00 in all/],
    ['how much does the HSE pay me', /last paid €1,620\.00, on 12 March 2026/],
    ["what's my biggest pay", /€1,620\.00/],
    ['what was the smallest payment in', /^€25\.00 /],
    ['what did I get from Tesco', /^Tesco, €400\.00/],
    ['pay last month', /^You received €1,620\.00/],
  ]);
});

describe('what comes into an account, and what it has', () => {
  sentences([
    ['how much came into Revolut in February', /^You moved €200\.00 into revolut/],
    ['how much came into Revolut in March', /^You received €35\.00/],
    ['how much is my An Post card bill', /25 February 2026: .*€90\.00|24 February 2026: .*€90\.00/],
    ['did I pay off the An Post card in February', /^Yes, 1 transfer/],
  ]);
});

describe('money in is no account that is called Money', () => {
  sentences([
    ['money in versus money out in February', /income €1,620\.00, spending €561\.50|spending €561\.50, income €1,620\.00/],
    ['what came in and what went out in February', /€1,058\.50/],
    ["how much of February's wages is left", /€1,058\.50/],
  ]);
});

describe('charges and cash', () => {
  figures([
    ['how much did I pay in charges last month', 11.5],
    ['how much did I take out last month', 60],
  ]);
});

it('who did I send money to this month is asked about', () => {
  const { status, sentence } = say('who did I send money to this month');
  expect(status, sentence).toBe('clarify');
});
