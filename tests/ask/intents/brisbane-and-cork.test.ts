// Names that are words or parts of words elsewhere: a bank called Up, a card that is a payee's, a state that is printed for short, a credit
// union, a person with a note behind every payment. The amounts of the ledger tell which rows were counted.
import { describe } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const TODAY = '2026-05-14';
const brisbane = talkWith(
  ledgerOf(
    [
      {
        name: 'Up',
        institution: null,
        kind: 'checking',
        rows: `
        2026-04-03 -1.00 Coles | Groceries |
        2026-04-09 -2.00 Ampol | Fuel |
        2026-03-09 -4.00 Shell | Fuel |`,
      },
      {
        name: 'CommBank smart access',
        institution: 'CommBank',
        kind: 'checking',
        rows: `
        2025-08-05 -18.99 NETFLIX.COM | |
        2025-09-05 -20.99 NETFLIX.COM | |
        2025-10-05 -20.99 NETFLIX.COM | |
        2026-04-15 2500.00 Salary QLD HEALTH PAYROLL 00481733 | |
        2026-04-29 2400.00 Salary QLD HEALTH PAYROLL 00481733 | |
        2026-04-30 8000.00 Salary BIG EMPLOYER PAYROLL | |
        2025-08-11 46.00 Fast Transfer From Priya Nair dinner | |
        2025-12-02 72.50 Fast Transfer From Priya Nair xmas lunch | |
        2026-04-12 -16.00 TFI LEAP CARD DUBLIN | |
        2026-04-13 -32.00 INSOMNIA | |
        2026-04-14 -64.00 INSOMNIA COFFEE | |`,
      },
      { name: 'Travel card', institution: null, kind: 'card', rows: '2026-04-20 -256.00 HOTEL ROMA | |' },
    ],
    'AUD',
  ),
  TODAY,
);

describe('a bank called by a word that stands behind verbs', () => {
  brisbane.figures([
    ['how much did I spend on Up last month', 3],
    ['how much did I spend on up last month', 3],
    ['spending with my up card this year', 7],
    ['Netflix last year, all up', 60.97],
  ]);
  brisbane.sentences([
    ['When did Netflix go up?', /rose on 5 September 2025/],
    ['when did netflix last go up', /rose on 5 September 2025/],
  ]);
});

describe('what is printed for short', () => {
  brisbane.figures([
    ['how much did queensland health pay me last month', 4900],
    ['how much did Queensland Health pay me in April', 4900],
  ]);
});

describe('a person by both names is one, whatever stands behind them', () => {
  brisbane.figures([['how much has Priya Nair paid me in total', 118.5]]);
});

describe('the card that is a payee is no account', () => {
  brisbane.figures([
    ['how much was the Leap card in April', 16],
    ['how much did I spend on the travel card in April', 256],
  ]);
});

describe('a name with what it deals in behind it', () => {
  brisbane.figures([['what did I spend at Insomnia in April', 96]]);
});

describe('what was handed to somebody unknown is none', () => {
  brisbane.sentences([
    ['How much I sent to Agnieszka last month?', /no transactions at Agnieszka/],
    ['how much did I give to Agnieszka', /no transactions at Agnieszka/],
  ]);
});

describe('the credit union is the account at one', () => {
  talkWith(
    ledgerOf(
      [
        { name: 'Douglas credit union', institution: null, kind: 'savings', rows: '2026-04-03 150.00 DIVIDEND 2025 | |' },
        { name: 'AIB current', institution: 'AIB', kind: 'checking', rows: '2026-04-09 -2.00 LIDL | |' },
      ],
      'EUR',
    ),
    TODAY,
  ).figures([['dividends in the credit union', 150]]);
});
