// Who pays us and is paid by us, what a day begins, what a visit costs: each meaning in several ways, told apart by the amounts.
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { ledgerOf, TODAY } from '../names/households.ts';

const db = ledgerOf(
  [
    {
      name: 'Checking',
      institution: null,
      kind: 'checking',
      rows: `
        2025-11-07 1000.00 UNITED PARCEL SVC DES:PAYROLL ID:XXXXX11432 INDN:ADA OSEI PPD
        2025-12-05 1616.00 UNITED PARCEL SVC DES:PAYROLL ID:XXXXX11433 INDN:ADA OSEI PPD
        2026-02-06 1200.00 UNITED PARCEL SVC DES:PAYROLL ID:XXXXX11434 INDN:ADA OSEI PPD
        2025-12-13 -41.00 THE UPS STORE 4523
        2026-01-02 -7.00 STARBUCKS STORE 1
        2026-02-20 -9.00 STARBUCKS STORE 1
        2026-03-01 -5.00 DUTCH BROS 110
        2026-03-03 -6.00 DUTCH BROS 110
        2026-03-04 -7.00 DUTCH BROS 110
        2025-11-28 -60.00 TARGET T-1890
        2025-12-28 25.00 TARGET T-1890`,
    },
  ],
  'USD',
);
const figures = (table: readonly (readonly [string, number])[]) => {
  it.each(table)('%s', (question, figure) => {
    const { status, figures: shown, sentence } = ask(db, { question, today: TODAY, conversation: newConversation() });
    expect([status, shown[0]?.value], sentence).toEqual(['answered', figure * 100]);
  });
};

describe('what those who pay us pay is what came in', () => {
  figures([
    ['how much did UPS pay Ada in 2025', 2616],
    ['UPS pay in november', 1000],
    ['UPS paycheck in december', 1616],
    ['what has UPS paid in 2026', 1200],
    ['how much did I pay UPS in 2025', 41],
    ['what did I spend at UPS in december', 41],
  ]);
});

it.each(['biggest check from UPS', 'what is the largest paycheck from UPS'])('%s', (question) => {
  expect(ask(db, { question, today: TODAY, conversation: newConversation() }).rows[0]).toEqual(['2025-12-05', 'UPS', 1616]);
});

describe('a day long past, with from, begins what goes on', () => {
  figures([
    ['what did I spend from march 1', 18],
    ['what did we spend from the 1st of march', 18],
    ['how much did we spend from march 3', 13],
    ['what did I spend on march 1', 5],
    ['what did I spend from march 1 to march 3', 11],
  ]);
});

describe('of two by the visit, what one visit costs', () => {
  figures([
    ['which costs me more each visit, Starbucks or Dutch Bros', 8],
    ['which is dearer per visit, Starbucks or Dutch Bros', 8],
    ['which costs me more, Starbucks or Dutch Bros', 16],
  ]);
});

describe('with the returns taken off', () => {
  figures([
    ['Target from November through January with my returns taken off', 35],
    ['Target from November through January with refunds deducted', 35],
    ['Target in November, with the returns off', 60],
  ]);
});
