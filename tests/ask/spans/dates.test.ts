// Stands for src/ask/spans/dates/. Today is Wednesday 18 March 2026; one meaning, many phrasings; and what is no date.
import { describe, expect, test } from 'vitest';
import { holidayIn, easterSunday } from '../../../src/ask/spans/dates/holiday.ts';
import { rangesOf } from '../support/said.ts';

const table = (rows: readonly (readonly string[])[], context: Parameters<typeof rangesOf>[1] = {}) =>
  test.each(rows)('%s', (meaning = '', ...phrases) => {
    for (const phrase of phrases) expect(rangesOf(phrase, context).join(' '), phrase).toBe(meaning);
  });

describe('stretches told by their end, and parts of a month', () => {
  table([
    ['2025-01-01..2025-07-01', 'the half year ended 30 June 2025', 'half-year to June 30th 2025', 'the half year ending June 2025'],
    ['2025-03-01..2026-03-01', 'the 12 months to 28 February 2026', '12 months ended February 2026', 'the year to 28 February'],
    ['2026-02-02..2026-02-09', 'the week ending 8 February', 'week ended February 8th', 'week to the 8th of February'],
    ['2025-10-01..2026-01-01', 'quarter ended 31 December', 'the quarter ending December 31st 2025', 'the three months to 31 December'],
    ['2026-02-16..2026-03-01', 'the second half of February', 'latter half of Feb 2026', 'the second half of last month'],
    ['2026-02-01..2026-02-16', 'first half of February', 'the 1st half of the month of February'],
    ['2026-01-01..2026-03-19', 'subsequent to December 2025', 'following December 2025', 'after December'],
    ['2025-11-24..2025-12-01', 'Thanksgiving week 2025', 'the week of 24 November 2025'],
    ['2025-01-01..2026-01-01', 'netflix 25', 'whole foods 25 total', 'uber spend 25'],
    ['', 'netflix 19', 'top 25', 'purchases over 2000', 'north of 2000', 'at least 1999 in one go'],
    ['', 'payments in excess of 2000', 'purchases beyond 2000', 'smaller than 1999', 'roughly 2000 in one go', 'no bigger than 2000'],
  ]);
});

describe('one weekday counted back', () => {
  table([
    ['2026-03-06..2026-03-07', 'two Fridays ago', 'Friday two weeks ago', 'the Friday before last', 'on Friday of 2 weeks ago'],
    ['2026-03-02..2026-03-03', 'Monday two weeks ago', 'three mondays ago'],
    ['2026-03-10..2026-03-11', 'a week ago Tuesday', 'a week ago last Tuesday', 'two Tuesdays ago', 'Tuesday a week ago'],
    ['2025-11-24..2025-12-01', 'the week of Thanksgiving', 'Thanksgiving week', 'during the week of thanksgiving last year'],
    ['2026-02-17..2026-03-19', 'lately', 'recently', 'of late', 'what have we spent recently'],
  ]);
});

describe('days', () => {
  table([
    ['2026-03-18..2026-03-19', 'today', "today's purchases", 'this morning', 'spent so much tonight'],
    ['2026-03-17..2026-03-18', 'yesterday', "yesterday's spending", 'last night'],
    ['2026-02-14..2026-02-15', 'Saturday the 14th of February', 'on Sat 14 Feb', 'the 14th of February (a Saturday)', 'February 14, a Sat'],
    ['2026-02-02..2026-03-19', 'since Monday 2 February', 'since Mon the 2nd of Feb', 'since 2 February, a Monday'],
    [
      '2026-02-02..2026-02-08',
      'between Monday 2 February and Saturday 7 February',
      'from Mon 2nd Feb to Sat the 7th of Feb',
      '2 February, a Monday, until 7 February (Saturday)',
    ],
    ['2026-02-03..2026-03-19', 'after Monday 2 February', 'after Mon 2 Feb'],
    [
      '2026-03-16..2026-03-17',
      'the day before yesterday',
      'day before yesterday',
      'two days ago',
      '2 days ago',
      'on Monday',
      'last Monday',
    ],
    ['2026-03-13..2026-03-14', 'on Friday', 'last Friday', 'this past Friday', 'Friday last week', 'on friday of last week'],
    ['2026-03-11..2026-03-12', 'last Wednesday', 'Wednesday last week', 'on Wednesday last week'],
    [
      '2026-02-14..2026-02-15',
      'on February 14th',
      '14 February',
      'the 14th of February',
      'feb 14',
      'February the fourteenth',
      "Valentine's Day",
    ],
    [
      '2025-12-01..2025-12-02',
      'December first',
      '1 December',
      'December 1st',
      'the first of December 2025',
      '2025-12-01',
      '12/1/2025',
      '12/01/25',
    ],
    ['2026-03-15..2026-03-16', 'on the 15th', 'on March 15', '3/15', '2026-03-15', 'the fifteenth of March', '3/15/26'],
    ['2026-02-20..2026-02-21', 'on the 20th', 'February 20', 'on february twentieth'],
    ['2025-06-06..2025-06-07', 'June 6th', 'June 6th last year', 'the 6th of June', '6 June 2025', 'june sixth'],
  ]);
});

describe('weeks, Monday to Sunday', () => {
  table([
    ['2026-03-16..2026-03-19', 'this week', 'so far this week', 'this week so far', 'the current week', 'week to date'],
    ['2026-03-09..2026-03-16', 'last week', 'the previous week', "last week's groceries", 'the prior week'],
    ['2026-03-02..2026-03-09', 'the week before last', 'week before last', 'two weeks ago'],
    ['2026-03-14..2026-03-16', 'last weekend', 'over the weekend', 'the past weekend', 'at the weekend', 'this past weekend'],
    ['2026-03-07..2026-03-09', 'the weekend before last'],
    ['2026-03-05..2026-03-19', 'the last two weeks', 'past 2 weeks'],
  ]);
});

describe('months', () => {
  table([
    ['2026-03-01..2026-03-19', 'this month', 'so far this month', 'month to date', 'the current month', 'this month so far'],
    [
      '2026-02-01..2026-03-01',
      'last month',
      'the previous month',
      'February',
      'in feb',
      'Feb 2026',
      'February of this year',
      "february's bills",
      'this February',
      'last February',
      '2026-02',
    ],
    ['2026-01-01..2026-02-01', 'the month before last', 'two months ago', 'January', 'this January'],
    ['2025-12-01..2026-01-01', 'last December', 'December', 'three months ago', 'December of last year', 'dec 2025'],
    ['2025-05-01..2025-06-01', 'May', 'last May', 'May 2025', 'in May of last year', 'May last year', 'May, 2025'],
    ['2024-05-01..2024-06-01', 'May 2024', 'in may of 2024'],
    ['2025-12-19..2026-03-19', 'the last three months', 'past 3 months', 'the last few months', 'over the last 3 months'],
    [
      '2025-12-01..2026-03-01',
      'December to February',
      'the last 3 full months',
      'from december through february',
      'between December and February',
    ],
    ['2026-02-17..2026-03-19', 'the past 30 days', 'last 30 days', 'in the past thirty days'],
  ]);
});

describe('quarters, halves, years', () => {
  table([
    ['2025-10-01..2026-01-01', 'last quarter', 'Q4', 'the fourth quarter', 'Q4 2025', 'the fourth quarter of last year', 'quarter 4'],
    ['2025-04-01..2025-07-01', 'Q2', 'the second quarter', 'Q2 last year', 'the second quarter of 2025'],
    ['2025-01-01..2025-04-01', 'Q1', 'Q1 of 2025', 'the first quarter of last year'],
    [
      '2026-01-01..2026-03-19',
      'this quarter',
      'this year',
      'year to date',
      'so far this year',
      'since the start of the year',
      "since New Year's",
    ],
    ['2025-01-01..2026-01-01', 'last year', '2025', 'in the year 2025', 'the previous year', 'all of 2025', 'the whole of 2025'],
    ['2024-01-01..2025-01-01', 'the year before last', 'two years ago', '2024', 'in twenty twenty four'],
    ['2025-01-01..2025-07-01', 'H1 2025', 'the first half of 2025', 'first half of last year'],
    ['2025-07-01..2026-01-01', 'the second half of last year', 'H2 2025', 'h2'],
    ['2025-01-01..2025-03-01', 'the first two months of 2025', 'January to February 2025'],
    ['2025-07-22..2025-08-01', "July's final ten days", "July 2025's last 10 days", 'the last ten days of July'],
    ['2025-06-01..2025-06-15', "June's first two weeks", 'the first two weeks of June'],
    ['2025-09-19..2026-03-19', 'the last half year', 'over the past half year', 'the last six months'],
    ['2025-03-19..2026-03-19', 'the past twelve months', 'last 12 months', 'the past year'],
  ]);
});

describe('seasons, holidays, tax years', () => {
  table([
    ['2025-06-01..2025-09-01', 'last summer', 'the summer', 'summer 2025', 'over the summer', 'summer of 2025'],
    ['2025-12-01..2026-03-01', 'winter', 'last winter', 'over the winter', 'this winter'],
    ['2025-09-01..2025-12-01', 'autumn', 'last fall', 'in the fall', 'autumn 2025'],
    ['2025-11-28..2025-11-29', 'Black Friday', 'on Black Friday', 'black friday 2025', 'last Black Friday'],
    ['2025-11-27..2025-11-28', 'Thanksgiving', 'on Thanksgiving Day', 'last thanksgiving'],
    ['2025-12-25..2025-12-26', 'Christmas Day', 'christmas', 'on xmas', 'Christmas 2025', 'December 25th'],
    ['2024-12-25..2024-12-26', 'Christmas 2024', 'on christmas day 2024'],
    ['2025-04-20..2025-04-21', 'Easter', 'Easter Sunday', 'last Easter', 'easter 2025'],
    ['2025-10-31..2025-11-01', 'Halloween', 'on halloween', 'October 31st'],
    [
      '2025-08-30..2025-09-02',
      'Labor Day weekend',
      'over the Labor Day weekend',
      'labor day weekend last year',
      'the Labor Day long weekend',
    ],
    ['2025-01-01..2026-01-01', 'the last tax year', 'last tax year'],
  ]);
  describe('where the financial year begins in April', () => {
    table(
      [
        ['2025-04-01..2026-04-01', 'this financial year', 'the current financial year', 'this tax year', 'the 2025-26 financial year'],
        ['2024-04-01..2025-04-01', 'last financial year', 'the previous fiscal year', 'the 2024/25 tax year'],
        ['2026-01-01..2026-03-19', 'this year'],
      ],
      { financialYear: [4, 1], dayFirst: true },
    );
  });
  describe('south of the equator', () => {
    table(
      [
        ['2025-12-01..2026-03-01', 'last summer', 'over the summer', 'in summer 2025', 'the summer months'],
        ['2025-06-01..2025-09-01', 'last winter', 'this winter', 'winter'],
        ['2026-03-01..2026-06-01', 'this autumn', 'in autumn'],
        ['2025-09-01..2025-12-01', 'last spring', 'in spring 2025'],
      ],
      { southern: true, dayFirst: true },
    );
  });
  describe('in Britain', () => {
    table(
      [
        [
          '2025-04-06..2026-04-06',
          'this tax year',
          'the current tax year',
          'the 2025/26 tax year',
          'tax year 2025-26',
          'the 2025 to 2026 tax year',
          'the 25/26 tax year',
          'tax year 25-26',
        ],
        ['2024-04-06..2025-04-06', 'last tax year', 'the previous tax year', 'the 2024/25 tax year', 'the 2024-25 financial year'],
        ['2026-03-15..2026-03-16', "Mother's Day", 'mothering sunday', 'on mothers day', '15/3/2026', '15/03', '15.03.26'],
        ['2025-12-26..2025-12-27', 'Boxing Day', 'on boxing day'],
        ['2026-03-04..2026-03-05', '4/3/2026', '4/3', '04.03.2026', '4th March'],
      ],
      { british: true, dayFirst: true },
    );
  });
  test('days that move, against an almanac', () => {
    expect([2024, 2025, 2026, 2027].map(easterSunday)).toEqual(['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28']);
    expect(holidayIn({ month: 11, weekday: 4, nth: 4 }, 2024)).toBe('2024-11-28');
    expect(holidayIn({ month: 5, weekday: 1, nth: -1 }, 2026)).toBe('2026-05-25');
  });
});

describe('stretches with ends said', () => {
  table([
    [
      '2026-03-02..2026-03-10',
      'from March 2 to March 9',
      'March 2 to 9',
      '2 to 9 March',
      'from the 2nd to the 9th of March',
      'between March 2nd and March 9th',
      'March 2-9',
      'the 2nd through the 9th of March',
      'from 2 March up to and including 9 March',
      'from the 2nd of March to the 9th',
      'the 2nd to and including the 9th of March',
      'from the 2nd up to March 9',
    ],
    [
      '2025-06-01..2026-03-19',
      'since June',
      'since June 2025',
      'from June onwards',
      'ever since June',
      'starting in June',
      'from June until now',
    ],
    ['2026-03-13..2026-03-19', 'since Friday', 'since last Friday', 'since the 13th', 'from March 13 on'],
    ['2026-03-01..2026-03-19', 'since payday', 'since my last paycheck', 'since I got paid', 'since the start of the month'],
    ['2026-02-01..2026-03-01', 'in my last pay period', 'over the previous pay cycle'],
    ['2026-03-01..2026-03-19', 'after February'],
    ['2024-01-03..2026-02-01', 'before February', 'prior to february 2026'],
    ['2024-01-03..2026-03-01', 'until the end of February', 'up to February', 'until February'],
    [
      '2025-11-01..2026-02-01',
      'November to January',
      'from November 2025 to January 2026',
      'from november until january',
      'Nov through Jan',
    ],
    ['2024-01-03..2026-03-19', 'of all time', 'since the beginning', 'over all the years', 'all time'],
  ]);
  test('two stretches stay two', () => {
    expect(rangesOf('February and January')).toEqual(['2026-02-01..2026-03-01', '2026-01-01..2026-02-01']);
    expect(rangesOf('this month against last month')).toEqual(['2026-03-01..2026-03-19', '2026-02-01..2026-03-01']);
    expect(rangesOf('May and June 2024')).toEqual(['2024-05-01..2024-06-01', '2024-06-01..2024-07-01']);
    expect(rangesOf('2024 versus 2025')).toEqual(['2024-01-01..2025-01-01', '2025-01-01..2026-01-01']);
  });
  test('what leans on another stretch says so', () => {
    for (const phrase of ['and the month before?', 'the week before that', 'before that'])
      expect(rangesOf(phrase), phrase).toEqual(['before']);
    for (const phrase of ['the same time last year', 'this time last year', 'the same months last year'])
      expect(rangesOf(phrase), phrase).toEqual(['year-before']);
    for (const phrase of ['the month after', 'the following week']) expect(rangesOf(phrase), phrase).toEqual(['after']);
  });
});

test.each([
  'at last',
  'a marching band',
  'the secondary school',
  'may I ask something',
  'we may have overspent',
  'march on',
  'one second please',
  'my 2 accounts',
  'over $250',
  '1999 dollars',
  'purchases over 2000 dollars',
  'next month',
  'the top 5 stores',
  '50 percent',
  'a 30/70 mix of both at 13.45',
])('"%s" holds no date', (text) => expect(rangesOf(text)).toEqual([]));

describe('the day of what began, said behind it', () => {
  table([
    [
      '2025-09-02..2026-03-19',
      'since school started, so September 2nd',
      'since school started, that was September 2nd',
      'since term began, I mean September 2',
      'since we moved in, so the 2nd of September',
      'since I joined, that is on September 2nd',
      'since the kids went back, so from September 2nd',
      'since we got here, September 2nd',
      'ever since it opened, so September 2',
      'since the baby came, which was September 2nd',
      'since my job began, namely September 2nd',
    ],
    ['2025-03-19..2026-03-19', 'since one year', 'since a year', 'since 1 year', 'since about one year'],
    ['2026-01-19..2026-03-19', 'since two months', 'since 2 months'],
  ]);
});

describe('what explains a season, and a holiday by its days', () => {
  table([
    [
      '2025-12-01..2026-03-01 2024-12-01..2025-03-01',
      'this winter compared with last winter, December to February',
      'this winter against last winter, December through February',
      'this winter vs last winter: December to February',
      'this winter or last winter, so December to February',
    ],
    [
      '2025-08-25..2025-08-26',
      'on bank holiday Monday 25 August 2025',
      'the bank holiday, 25 August 2025',
      'public holiday 25 August 2025',
    ],
  ]);
  table(
    [
      ['2025-10-13..2025-10-14', 'on Thanksgiving', 'Thanksgiving Day', 'over Thanksgiving last year'],
      ['2025-10-11..2025-10-14', 'Thanksgiving weekend', 'over the Thanksgiving weekend', 'the Thanksgiving long weekend'],
    ],
    { canadian: true },
  );
  table([['', 'how do the orders fall across the days', 'how does spending fall between the two', 'we fall behind']]);
});
