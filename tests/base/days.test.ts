import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  addUnits,
  day,
  dayNumber,
  daysBetween,
  fromDayNumber,
  isDay,
  overlap,
  startOf,
  unitRange,
  weekdayOf,
} from '../../src/base/days.ts';

const numbers = fc.integer({ min: -700_000, max: 2_000_000 });

test('a day number and its day are the same thing', () => {
  fc.assert(fc.property(numbers, (number) => dayNumber(fromDayNumber(number)) === number));
});

test('agrees with the platform calendar over nine thousand years', () => {
  fc.assert(fc.property(numbers, (number) => fromDayNumber(number) === new Date(number * 86_400_000).toISOString().slice(0, 10)));
});

test('text order is time order', () => {
  fc.assert(
    fc.property(
      numbers,
      numbers,
      (a, b) => Math.sign(a - b) === Math.sign(Number(fromDayNumber(a) > fromDayNumber(b)) - Number(fromDayNumber(a) < fromDayNumber(b))),
    ),
  );
});

test.each(['2023-02-29', '2024-13-01', '2024-00-10', '2024-1-01', '01-02-2024', '', '2024-01-01T00:00'])('"%s" is no day', (text) => {
  expect(isDay(text)).toBe(false);
  expect(() => day(text)).toThrow(RangeError);
});

test('the last day of a month stays in its month', () => {
  expect(addMonths('2024-01-31', 1)).toBe('2024-02-29');
  expect(addMonths('2023-01-31', 1)).toBe('2023-02-28');
  expect(addMonths('2024-03-31', -13)).toBe('2023-02-28');
  expect(addUnits('2024-02-29', 1, 'year')).toBe('2025-02-28');
});

describe('units', () => {
  test.each([
    ['week', '2026-03-16', '2026-03-23'],
    ['month', '2026-03-01', '2026-04-01'],
    ['quarter', '2026-01-01', '2026-04-01'],
    ['year', '2026-01-01', '2027-01-01'],
  ] as const)('the %s that holds 18 March 2026', (unit, from, until) => expect(unitRange('2026-03-18', unit)).toEqual({ from, until }));

  test('a week may begin on Sunday', () => {
    expect(startOf('2026-03-18', 'week', 0)).toBe('2026-03-15');
    expect(startOf('2026-03-15', 'week', 0)).toBe('2026-03-15');
    expect(startOf('2026-03-15', 'week', 1)).toBe('2026-03-09');
  });
});

test('14 October 2023 was a Saturday', () => expect(weekdayOf('2023-10-14')).toBe(6));
test('days between across a leap day', () => expect(daysBetween('2024-02-28', '2024-03-01')).toBe(2));
test('adding no days changes nothing', () => expect(addDays('2024-12-31', 0)).toBe('2024-12-31'));

test('ranges that only touch do not overlap', () => {
  expect(overlap({ from: '2024-01-01', until: '2024-02-01' }, { from: '2024-02-01', until: '2024-03-01' })).toBeNull();
  expect(overlap({ from: '2024-01-01', until: '2024-02-15' }, { from: '2024-02-01', until: '2024-03-01' })).toEqual({
    from: '2024-02-01',
    until: '2024-02-15',
  });
});
