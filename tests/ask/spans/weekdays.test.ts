// Stands for src/ask/spans/weekdays.ts and groupings.ts: days of the week that repeat, and along what a figure is laid out.
import { describe, expect, test } from 'vitest';
import { findGroupings } from '../../../src/ask/spans/groupings.ts';
import { findWeekdays } from '../../../src/ask/spans/weekdays.ts';
import { saidOf } from '../support/said.ts';

const days = (question: string) => findWeekdays(saidOf(question)).map(({ value }) => value.days.join(','));
const groupings = (question: string) => findGroupings(saidOf(question)).map(({ value }) => value.by);

describe('days of the week', () => {
  test.each([
    ['5', 'on Fridays', 'every Friday', 'each friday', 'fridays', 'on a typical Friday'],
    ['1', 'on Mondays', 'all Mondays', 'an average Monday'],
    ['0,6', 'at weekends', 'on weekends', 'every weekend', 'on saturdays and sundays', 'weekend spending', 'over the weekends'],
    ['1,2,3,4,5', 'on weekdays', 'during the week', 'on working days', 'weekday spending', 'Monday to Friday', 'mondays through fridays'],
    ['0,5,6', 'Friday to Sunday', 'fridays through sundays'],
    ['2,4', 'on Tuesdays and Thursdays', 'tuesdays or thursdays'],
  ])('%s', (meaning, ...phrases) => {
    for (const phrase of phrases) expect(days(phrase), phrase).toEqual([meaning]);
  });
  test.each(['last Friday', 'on Monday', 'the weekend', 'sun cream', 'weekly shop', 'Wednesday last week'])(
    '"%s" does not repeat',
    (text) => expect(days(text)).toEqual([]),
  );
});

describe('groupings', () => {
  test.each([
    ['month', 'by month', 'per month', 'each month', 'monthly', 'month by month', 'a month', 'for every month', 'broken down by month'],
    ['week', 'by week', 'per week', 'every week', 'weekly', 'week by week', 'which week'],
    ['category', 'by category', 'per category', 'in each category', 'broken down by category', 'which category', 'split by category'],
    ['payee', 'by merchant', 'per store', 'which shop', 'by payee', 'for each merchant'],
    ['account', 'by account', 'per account', 'in each account'],
    ['year', 'by year', 'yearly', 'per year', 'each year', 'annually'],
    ['weekday', 'by weekday', 'by day of the week'],
    ['day', 'by day', 'per day', 'daily', 'a day'],
  ])('%s', (meaning, ...phrases) => {
    for (const phrase of phrases) expect(groupings(phrase), phrase).toContain(meaning);
  });
  test.each(['this month', 'last week', 'for the month of May', 'in a good mood'])('"%s" lays nothing out', (text) =>
    expect(groupings(text)).toEqual([]),
  );
});
