// One notion under the category names of several banks; what an export says of a row stands, whatever the payee is.
import { describe, expect, it } from 'vitest';
import { american, askOf, british, ledgerOf, totalOf } from './households.ts';

describe('a notion over the categories of all accounts', () => {
  it.each([
    // Groceries and Supermarkets; ALDI was paid from an account that gives no categories, HelloFresh and Costco are called otherwise.
    ['groceries', 131073],
    ['supermarkets', 131073],
    ['grocery shopping in February', 131073],
    ['how much did I spend at the supermarket', 131073],
    ['food shopping total', 131073],
    // Food & Drink, Dining, Restaurants.
    ['eating out', 589922],
    ['how much on dining', 589922],
    ['restaurants in February', 589922],
    ['what did I spend on eating out', 589922],
    ['food and drink', 589922],
    // Half of a category: no oil change for gas, no cable for the phone.
    ['gas', 132],
    ['how much for gas in February', 132],
    ['phone bill', 512],
    ['cable bill', 1024],
    ['warehouse clubs', 0.04],
    ['groceries on Discover', 131072],
    ['dining on the capital one card', 64],
    ['groceries on my chase card', 1],
  ])('American: %s', (question, total) => expect(totalOf(american, question)).toBe(total));

  it.each([
    ['groceries', 16385],
    ['how much did we spend on groceries in February', 16385],
    ['supermarkets, whichever card', 16385],
    ['weekly shop total', 16385],
    ['restaurants', 32810],
    ['eating out in February', 32810],
    ['how much on dining out', 32810],
    // The head of "Entertainment-Restaurants" is not its tail; the museum was paid from an account without categories.
    ['entertainment', 65552],
    ['theatre', 65536],
    ['travel', 393216],
    ['hotels', 262144],
    ['trains in February', 131072],
    ['public transport in February', 131076],
    ['online purchases', 524288.8],
    ['amex groceries', 16384],
    ['groceries on the joint account', 2048],
    ['food', 49195],
  ])('British: %s', (question, total) => expect(totalOf(british, question)).toBe(total));

  it('names who is left out, and counts by the payee where an account without categories is asked about', () => {
    expect(askOf(british, 'groceries').notes).toContain('Left out of groceries, as their account gives no categories: Aldi.');
    expect(askOf(british, 'amex groceries').notes.join()).not.toContain('Left out');
    expect(askOf(british, 'groceries on the joint account').notes.join()).toContain('by the payee');
  });
});

// One card files two small shops; nearly all the food is paid from an account that files nothing.
const hardlyFiled = ledgerOf(
  [
    {
      name: 'Joint',
      institution: 'Barclays',
      kind: 'checking',
      rows: `
        2026-01-03 -41.00 ALDI STORES
        2026-01-17 -52.00 TESCO STORES 3012
        2026-02-02 -43.00 ALDI STORES
        2026-02-13 -54.00 TESCO STORES 3012
        2026-02-21 -45.00 SAINSBURYS S/MKT
        2026-02-22 -9.00 CINEWORLD`,
    },
    {
      name: 'Monzo',
      institution: 'Monzo',
      kind: 'checking',
      rows: `2026-02-05 -3.10 CO-OP | Groceries\n2026-02-09 -2.20 CO-OP | Groceries`,
    },
  ],
  'GBP',
);

describe('a notion that one account files, and others pay for', () => {
  it.each([
    ['groceries', 240.3],
    ['groceries in January', 93], // by the payee in a month without a filed row too
    ['groceries in February', 147.3],
    ['groceries on the monzo card', 5.3],
    ['spending without groceries', 9],
  ])('%s', (question, total) => expect(totalOf(hardlyFiled, question)).toBe(total));

  it('says what it counted by', () => {
    expect(askOf(hardlyFiled, 'groceries').notes).toContain('Where an account gives no categories I counted groceries by the payee.');
  });
});
