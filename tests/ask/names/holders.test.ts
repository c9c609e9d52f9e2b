// Whose account it is, where its name says so: what that person spent is what went out of it, and nothing else is told of them.
import { describe, expect, it } from 'vitest';
import { talkWith } from '../support/talking.ts';
import { ledgerOf } from './households.ts';

const db = ledgerOf(
  [
    {
      name: 'Bank of Ireland Declan',
      institution: 'Bank of Ireland',
      kind: 'checking',
      rows: `
      2026-02-03 -1.00 CIRCLE K BISHOPSTOWN
      2026-02-04 -2.00 NETFLIX.COM
      2026-02-05 500.00 STRYKER IRELAND SALARY`,
    },
    {
      name: 'Joint',
      institution: 'AIB',
      kind: 'checking',
      rows: `
      2026-02-03 -4.00 CIRCLE K WILTON
      2026-02-06 -8.00 LIDL WILTON
      2026-02-07 -16.00 NORA MURPHY`,
    },
    {
      name: 'Marcus saver',
      institution: 'Marcus',
      kind: 'savings',
      rows: `
      2026-02-28 5.00 INTEREST PAID`,
    },
  ],
  'EUR',
);
const { say, figures } = talkWith(db, '2026-03-20');

describe('an account with its holder in its name', () => {
  figures([
    ['how much did Declan spend in February', 3],
    ["what did we spend on Declan's account in February", 3],
    ["how much did we spend at Circle K on Declan's Bank of Ireland account", 1],
    ["what did we spend on Declan's card in February", 3],
    ['how much has declan spent at Circle K', 1],
    ["what came in to Declan's account in February", 500],
  ]);

  it('says whose account was counted', () => expect(say('how much did Declan spend in February').sentence).toContain("Declan's account"));

  it.each([
    'what did Declan get paid in February',
    'how much did Nora spend in February',
    'did Circle K charge Declan twice',
    'how much did Marcus spend in February',
  ])('%s: no more is told of them', (question) => expect(say(question).status, say(question).sentence).not.toBe('answered'));
});
