// Stands for src/ask/intents/share.ts and what no figure of a share, a swing or a balance may be answered with.
import { describe, expect, it, test } from 'vitest';
import { american, askOf } from '../support/ledger.ts';

const rowOf = (question: string) => {
  const { status, rows } = askOf(american, question);
  return status === 'answered' ? rows[0] : status;
};

describe('shares', () => {
  // Whole Foods 450 of 490 + 90 of groceries.
  it('how much of a whole is told with its share', () => {
    expect(rowOf('how much of my groceries was Whole Foods')).toEqual([expect.closeTo(77.59, 1), 450, 580]);
    expect(rowOf('how much of what I spend goes on groceries')?.[1]).toBe(580);
    expect(rowOf('how much out of every dollar goes on groceries')?.[1]).toBe(580);
  });
  it.each([
    ['what percentage of my Whole Foods trips were over 90', 2, 5],
    ['what percentage of purchases over 100 were at Whole Foods', 1, 9],
    ['what percentage of my Netflix payments were in February', 1, 6],
  ])('%s counts rows', (question, part, whole) => expect(rowOf(question)?.slice(1)).toEqual([part, whole]));
  it('the days are the part', () => {
    expect(rowOf('what percentage of my Whole Foods spending was in February')?.slice(1)).toEqual([200, 450]);
    expect(rowOf('what percentage of my income did I spend in February')?.slice(2)).toEqual([3000]);
  });
});

test.each([
  ['what was the biggest jump in spending from one month to the next', 'biggest jump'],
  ['the biggest drop in my spending between two months', 'biggest drop'],
  ["what's my busiest shopping day", 'busiest shopping day'],
  ['what percentage of the time do I go to Whole Foods', 'percentage of the time'],
  ['what percentage of my February spending was groceries compared to January', 'january'],
])('%s is asked about', (question, words) => {
  const { status, sentence } = askOf(american, question);
  expect(status).toBe('clarify');
  expect(sentence.toLowerCase()).toContain(words);
});

describe('what an account held on a day gone by', () => {
  it.each([
    ['what was my balance on 1 February 2026', 7582],
    ['checking balance at the end of February', 6337],
    ['how much did I have in checking on February 15', 6342],
    ['what is my balance', 8137],
  ])('%s', (question, held) => expect(rowOf(question)?.[1]).toBe(held));
});

describe('said by the way', () => {
  it('a guess of the time of what is asked for by its day', () =>
    expect(rowOf('when did I last go to Starbucks um I think it was in January')?.[0]).toBe('2026-03-17'));
  it('a name that is taken back and said again', () => {
    expect(rowOf('how much at Whole Foods, sorry not Whole Foods, Trader Joes')?.[0]).toBe(130);
    expect(askOf(american, 'compare Shell, sorry not Shell, Starbucks with Netflix').sentence).toMatch(
      /Starbucks.*Netflix|Netflix.*Starbucks/,
    );
  });
  it('best off is what was kept', () => expect(rowOf('which month was I best off')?.[0]).toBe('2025-10'));
  it('how a month is looking', () => expect(rowOf("how's February looking")?.[0]).toBe(rowOf('how much did I spend in February')?.[0]));
  it('the least that is not over is told so', () => {
    const { rows, notes } = askOf(american, 'what was my cheapest week');
    expect([rows[0]?.[0], notes.join(' ')]).toEqual(['2026-03-16', expect.stringContaining('The week of 16 March 2026 is not over yet')]);
  });
});
