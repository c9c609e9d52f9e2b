// What a British household calls its bills and shops: one notion each, no wider than the words that were said.
import { describe, expect, it } from 'vitest';
import { totalOf } from './households.ts';
import { terrace } from './terrace.ts';

describe('a notion is no wider than its words', () => {
  it.each([
    // The lottery is no bookmaker, and gambling is both.
    ['how much on the lottery', 10],
    ['lotto tickets in February', 10],
    ['scratch cards total', 10],
    ['what went to the bookies', 25],
    ['bets in February', 25],
    ['how much did I spend on gambling', 35],
    // Television is no broadband, a swimming lesson no gym.
    ['broadband in February', 34],
    ['wifi bill february', 34],
    ['what do we spend on the telly', 70],
    ['how much was the gym in February', 25],
    ['swimming lessons total', 27.5],
    ['how much for the swim club', 27.5],
    // A garden centre is no furniture shop.
    ['garden centres in February', 46],
    ['what did we spend at the garden centre', 46],
    ['life insurance total', 22],
    ['pet insurance in February', 18],
  ])('%s', (question, total) => expect(totalOf(terrace, question)).toBe(total));

  it.each([['how much did we spend on a florist'], ['what did the solicitor cost us'], ['how much for home insurance in February']])(
    '%s: there is none, or it is asked which payee it could be',
    (question) => expect(['empty', 'clarify']).toContain(totalOf(terrace, question)),
  );
});
