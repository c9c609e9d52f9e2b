// Stands for src/ask/spans/amounts.ts: sizes of money as people say them, after numbers in words became figures.
import { expect, test } from 'vitest';
import { findAmounts } from '../../../src/ask/spans/amounts.ts';
import { saidOf } from '../support/said.ts';

const amountsOf = (question: string) =>
  findAmounts(saidOf(question), []).map(({ value }) =>
    [value.is, value.decimal, ...(value.upTo === undefined ? [] : [value.upTo]), value.currency ?? ''].join(' ').trim(),
  );

test.each([
  [
    'over 50 USD',
    'over $50',
    'beyond $50',
    'more than fifty dollars',
    'above 50 dollars',
    'north of $50',
    'bigger than fifty dollars',
    'exceeding $50.00',
    'upwards of $50',
  ],
  [
    'over 1000 ZAR',
    'over R1000',
    'over R1 000',
    'more than R1,000',
    'above R 1000',
    'over 1000 rand',
    'more than a thousand rand',
    'over R1k',
  ],
  ['between 200 300 ZAR', 'between R200 and R300', 'from R200 to R300', 'between 200 and 300 rand'],
  ['under 500 INR', 'under Rs 500', 'less than 500 rupees', 'below rs500'],
  ['over 20 USD', 'over A$20', 'more than US$20'],
  ['over 50', 'anything over 50', 'more than fifty', 'higher than 50'],
  [
    'at-least 20 GBP',
    'at least £20',
    '£20 or more',
    'twenty quid and up',
    'no less than 20 pounds',
    'twenty pounds or more',
    '20 quid or over',
  ],
  ['under 10 GBP', 'under a tenner', 'less than ten pounds', 'below £10', 'cheaper than 10 quid', 'less than a tenner'],
  ['at-most 15 USD', 'at most $15', '$15 or less', 'up to fifteen dollars', 'no more than 15 dollars', 'fifteen dollars max'],
  ['exactly 9.99 GBP', 'exactly £9.99', 'for exactly £9.99', 'precisely £9.99', '£9.99 on the nose'],
  ['about 100 USD', 'about $100', 'around a hundred dollars', '$100 ish', 'close to a hundred dollars'],
  [
    'between 50 100 USD',
    'between $50 and $100',
    'from $50 to $100',
    '$50 to $100',
    'between fifty and a hundred dollars',
    'between 50 and 100 dollars',
  ],
  [
    'over 1500 USD',
    'over $1,500',
    'more than fifteen hundred dollars',
    'over $1.5k',
    'more than one and a half grand dollars'.replace(' dollars', ' usd'),
  ],
  ['over 2500', 'over two and a half grand', 'more than 2.5k', 'above 2,500', 'over two thousand five hundred'],
  ['bare 5 EUR', '5 euros', '€5', 'five euros', '5 eur'],
  ['bare 0.5 GBP', '50 pence', 'fifty pence'],
  ['bare 2 USD', 'a couple of dollars', 'two dollars', '$2'],
  ['bare 300 USD', 'three hundred dollars', '300 dollars', '$300'],
  ['bare 150 USD', 'a hundred and fifty dollars', '$150', 'one hundred fifty dollars'],
])('%s', (meaning, ...phrases) => {
  for (const phrase of phrases) expect(amountsOf(phrase), phrase).toEqual([meaning]);
});

test.each(['how much did I spend', 'one of them', 'over the weekend', 'under the weather', 'about coffee', 'what does it mean'])(
  '"%s" holds no amount',
  (text) => expect(amountsOf(text)).toEqual([]),
);

test('a figure inside a date is no amount', () => {
  const said = saidOf('over $20 on march 15');
  const at = said.indexOf('march 15');
  expect(findAmounts(said, [{ start: at, end: at + 8 }]).map(({ value }) => value.decimal)).toEqual(['20']);
});
