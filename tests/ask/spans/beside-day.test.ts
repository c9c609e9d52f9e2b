// Stands for src/ask/spans/dates/: beside-day.ts, part-of.ts, echo.ts, and what a holiday is more than its day. Today is Wednesday 18 March 2026.
import { describe, expect, test } from 'vitest';
import { edgeAsStretch } from '../../../src/ask/spans/dates/part-of.ts';
import { findPeriods } from '../../../src/ask/spans/dates/index.ts';
import { CONTEXT, rangesOf, saidOf } from '../support/said.ts';

const table = (rows: readonly (readonly string[])[], context: Parameters<typeof rangesOf>[1] = {}) =>
  test.each(rows)('%s', (meaning = '', ...phrases) => {
    for (const phrase of phrases) expect(rangesOf(phrase, context).join(' '), phrase).toBe(meaning);
  });

describe('a stretch told by the day beside it', () => {
  table([
    ['2025-12-18..2025-12-25', 'the week before Christmas', 'in the week leading up to Christmas', 'the last week before christmas day'],
    ['2025-12-11..2025-12-25', 'the fortnight before Christmas', 'the two weeks before Christmas 2025'],
    ['2025-12-27..2025-12-28', 'the day after Boxing Day', 'on the day right after Boxing Day', 'one day after boxing day'],
    ['2025-12-23..2025-12-24', 'two days before Christmas', '2 days before Christmas Day'],
    ['2025-12-22..2025-12-25', 'the three days before Christmas', 'in the 3 days before christmas'],
    ['2025-04-21..2025-04-28', 'the week after Easter', 'the first week after Easter'],
    ['2025-04-18..2025-04-19', 'the Friday before Easter', 'on the Friday before Easter Sunday'],
    ['2025-04-26..2025-04-27', 'the Saturday after Easter'],
    ['2025-04-26..2025-04-28', 'the weekend after Easter'],
    ['2025-12-20..2025-12-22', 'the weekend before Christmas'],
    ['2026-02-01..2026-03-01', 'the month before March 2026', 'the month after January'],
    ['2025-01-01..2026-01-01', 'the year before 2026'],
    ['2025-11-27..2025-12-25', 'in the run-up to Christmas', 'the lead up to Christmas'],
    ['2026-03-07..2026-03-14', 'around the 10th of March', 'round about 10 March'],
    ['2025-12-18..2025-12-25', 'the week before last Christmas'],
  ]);
  test('what has begun of the one to come is meant, and not that of a year ago', () => {
    expect(rangesOf('the week before Christmas', { today: '2025-12-22' })).toEqual(['2025-12-18..2025-12-25']);
    expect(rangesOf('the week before Easter', { today: '2026-04-01' })).toEqual(['2026-03-29..2026-04-05']);
  });
  test.each(['the weeks before Christmas', 'a week before Christmas', 'every week before Christmas'])('%s is no one stretch', (phrase) =>
    expect(findPeriods(saidOf(phrase), CONTEXT).filter(({ by }) => by === 'beside-day')).toEqual([]),
  );
});

describe('more than the day of a holiday', () => {
  table([
    ['2025-12-24..2025-12-27', 'over Christmas', 'over xmas'],
    ['2025-12-24..2026-01-02', 'over Christmas and New Year'],
    ['2025-12-31..2026-01-02', 'over New Year'],
    ['2025-04-18..2025-04-22', 'over Easter', 'what did Easter cost us'],
    ['2025-04-12..2025-04-28', 'in the Easter holidays'],
    ['2025-12-01..2026-01-01', 'how much did Christmas cost us', 'the Christmas holidays', 'what did xmas set us back'],
    ['2025-12-25..2025-12-26', 'at Christmas', 'what did Christmas Day cost us', 'last Christmas'],
    ['2025-06-01..2025-09-01', 'in the summer holidays', 'over the summer break', 'in the school summer holidays'],
  ]);
});

describe('parts without set days', () => {
  table([
    ['2026-02-01..2026-02-11', 'early February', 'in early Feb', 'the early part of February'],
    ['2026-02-11..2026-02-21', 'mid-February', 'in the middle of February', 'mid feb'],
    ['2026-02-21..2026-03-01', 'late February', 'late last month'],
    ['2025-09-01..2026-01-01', 'late 2025', 'in late last year'],
    ['2026-01-01..2026-03-19', 'earlier this year', 'earlier in the year'],
    ['2026-02-08..2026-02-15', 'the second week of February', 'in the 2nd week of last month'],
    ['2025-05-29..2025-06-01', 'the fifth week of May'],
  ]);
  const widened = (phrase: string) =>
    findPeriods(saidOf(phrase), CONTEXT).map((span) =>
      edgeAsStretch(span)
        .value.ranges.map(({ from, until }) => `${from}..${until}`)
        .join('+'),
    );
  test.each([
    ['at the start of February', '2026-02-01..2026-02-11'],
    ['the end of last month', '2026-02-21..2026-03-01'],
    ['at the beginning of the year', '2026-01-01..2026-02-01'],
    ['at the end of 2025', '2025-12-01..2026-01-01'],
  ])('%s', (phrase, range) => expect(widened(phrase)).toEqual([range]));
  test('to count from, and up to, it stays a day', () => {
    expect(widened('since the start of February')).toEqual(['2026-02-01..2026-03-19']);
    expect(widened('by the end of February')).toEqual(['2024-01-03..2026-03-01']);
    expect(widened('from the start of May to the end of July')).toEqual(['2025-05-01..2025-08-01']);
  });
});

describe('several of a weekday, and words that repeat a unit', () => {
  table([
    ['2026-02-27..2026-02-28+2026-03-06..2026-03-07+2026-03-13..2026-03-14', 'the last 3 Fridays', 'on the past three fridays'],
    ['2026-03-07..2026-03-09+2026-03-14..2026-03-16', 'the last two weekends'],
    [
      '2026-03-01..2026-03-19 2026-02-01..2026-03-01',
      'more this month than last',
      'compare this month with the last one',
      'this month or last?',
    ],
    ['2026-01-01..2026-03-19 2025-01-01..2026-01-01', 'how does this year compare to last'],
    ['2025-03-18..2025-03-19', 'on this day last year', 'a year ago today'],
    ['2024-09-19..2026-03-19', 'in the past year and a half'],
    ['2026-02-04..2026-03-19', 'the last month and a half'],
    ['2026-03-01..2026-03-16', 'between the 1st and the 15th'],
    ['2026-02-20..2026-02-28', 'from the 20th to the 27th'],
    ['2026-02-01..2026-02-19', 'the same time last month', 'by this point last month'],
  ]);
  test('last of something else is not the unit', () => expect(rangesOf('this month or last Friday').length).toBe(2));
});
