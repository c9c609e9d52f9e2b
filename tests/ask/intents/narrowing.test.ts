// Plain words that narrow a figure: what nothing reads is asked about, and the same words as talk change nothing.
import { describe, expect, test } from 'vitest';
import narrowing from '../../../src/ask/lexicon/narrowing-phrases.json';
import plain from '../../../src/ask/lexicon/plain-words.json';
import { american, askOf, british } from '../support/ledger.ts';

describe('what narrows and is not read is asked about', () => {
  test.each([
    ['how much did I spend on my kids', 'kids'],
    ['what have we spent on our daughter this year', 'daughter'],
    ['how much did my husband spend last month', 'husband'],
    ['how much did I spend at tesco near work', 'work'],
    ['groceries per person in January', 'per person'],
    ['how much per litre did I pay for petrol', 'per litre'],
    ['what did I spend before noon yesterday', 'before noon'],
    ['how much have I spent since the last time I was at Tesco', 'since the last time'],
    ['what was my second largest purchase in February', 'second largest'],
    ['how much did I spend with apple pay', 'apple pay'],
    ['how much went on business expenses in January', 'business'],
    ['how much did I spend every other week', 'every other week'],
    ['what did I spend on things I do not need', 'i do not need'],
    ['how much did we spend on small purchases', 'small purchases'],
    ['how much did each of us spend', 'each of us'],
    ['how much rent did I pay late', 'late'],
    ['what did we spend the weeks before christmas', 'weeks before christmas'],
    ['how much did we spend a week before christmas', 'a week before'],
    ['how much did we spend in one week in January', '1 week in'],
    ['what time of year do I spend the most', 'time of year'],
    ['spending in the last quarter of the month', 'last quarter of the month'],
    ['how much did I spend on groceries that were delivered', 'delivered'],
    ['what did we spend before the wedding', 'before the wedding'],
    ['months in which I spent more than I earned', 'months in which i spent more than i earned'],
    ['what was my pay before the raise', 'before'],
    ['which bills come out on the first of the month', 'first'],
    ['which months were we in the red', 'which months'],
    ['did we spend more than we planned in February', 'we planned'],
    ['in which months did we spend more than we earned', 'which months'],
    ['my biggest category after rent', 'after'],
    ['what did groceries come to until we switched', 'until'],
    ['what did we pay at tesco previously', 'previously'],
    ['what did groceries come to in January, without the wine', 'without'],
    ['what did we pay afterwards at tesco in January', 'afterwards'],
  ])('%s', (question, words) => {
    const { status, sentence } = askOf(british, question);
    expect(status).toBe('clarify');
    expect(sentence.toLowerCase()).toContain(`“${words}`);
  });
});

test('grammar that binds has a list of its own only where a word is plain: any other is asked about as unheard', () =>
  expect(narrowing.words.filter((word) => !plain.words.includes(word))).toEqual([]));

describe('what a shop with everything sold is not told by any row', () => {
  test.each(['how much did I spend at tesco on flowers', 'what did I pay sainsburys for clothes'])('%s', (question) =>
    expect(askOf(british, question).status).toBe('clarify'),
  );
  test('but a kind at a shop of that kind is the shop', () =>
    expect(askOf(british, 'how much on groceries at tesco in January').sentence).toMatch(/£90\.00/));
});

describe('the same words as talk are talk', () => {
  test.each([
    ['my wife wants to know how much we spent on groceries in January', /£90\.00/],
    ['how much did me and my husband spend on groceries in January', /£90\.00/],
    ['how much did I pay at Pret in January, my boss asks', /£10\.00/],
  ])('%s', (question, figure) => expect(askOf(british, question).sentence).toMatch(figure));
});

test('what share of a kind fell on some days: all days are the whole', () => {
  const { sentence } = askOf(american, 'what percent of my rent was paid on fridays');
  const whole = askOf(american, 'how much rent did I pay').sentence;
  const total = /\$[\d,.]+\d/.exec(whole)?.[0] ?? '?';
  expect(sentence).toContain(`of ${total}`);
});
