// Days as text YYYY-MM-DD in the proleptic Gregorian calendar, ranges half-open [from, until), never a Date.
// Arithmetic by day number (days since 1970-01-01), after H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".

/** A calendar day, `YYYY-MM-DD`. Text order is time order. */
export type Day = string;

/** Half-open: `from` is in, `until` is out. */
export interface DayRange {
  from: Day;
  until: Day;
}

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';
/** The first day of a week: 1 Monday (ISO 8601), 0 Sunday. */
export type WeekStart = 0 | 1;

const pad = (value: number, width: number) => String(value).padStart(width, '0');

const isLeapYear = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days in a month, month counted from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Whether year, month (from 1) and day name a real day between the years 1 and 9999. */
export const isRealDay = (year: number, month: number, date: number): boolean =>
  year >= 1 && year <= 9999 && month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month);

export const toDay = (year: number, month: number, date: number): Day => `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): number => Number(day.slice(5, 7));
export const dateOf = (day: Day): number => Number(day.slice(8, 10));

export function isDay(text: string): text is Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match !== null && isRealDay(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** The text as a day; throws a RangeError when it is none. */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`"${text}" is not a day (YYYY-MM-DD)`);
  return text;
}

/** Days since 1970-01-01. */
export function dayNumber(value: Day): number {
  const month = monthOf(value);
  const year = yearOf(value) - (month <= 2 ? 1 : 0);
  const era = Math.floor(year / 400);
  const yearOfEra = year - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dateOf(value) - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146097 + dayOfEra - 719468;
}

export function fromDayNumber(number: number): Day {
  const shifted = number + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9);
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1;
  return toDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date);
}

/** 0 Sunday to 6 Saturday. */
export const weekdayOf = (value: Day): number => (((dayNumber(value) + 4) % 7) + 7) % 7;

export const daysBetween = (from: Day, until: Day): number => dayNumber(until) - dayNumber(from);

export const addDays = (value: Day, count: number): Day => fromDayNumber(dayNumber(value) + count);

/** Moves by months and stays in the month: 31 January plus one month is 28 or 29 February. */
export function addMonths(value: Day, count: number): Day {
  const months = yearOf(value) * 12 + monthOf(value) - 1 + count;
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return toDay(year, month, Math.min(dateOf(value), daysInMonth(year, month)));
}

export function addUnits(value: Day, count: number, unit: Unit): Day {
  switch (unit) {
    case 'day':
      return addDays(value, count);
    case 'week':
      return addDays(value, count * 7);
    case 'month':
      return addMonths(value, count);
    case 'quarter':
      return addMonths(value, count * 3);
    case 'year':
      return addMonths(value, count * 12);
  }
}

/** The first day of the unit that holds `value`. */
export function startOf(value: Day, unit: Unit, weekStart: WeekStart = 1): Day {
  switch (unit) {
    case 'day':
      return value;
    case 'week':
      return addDays(value, -((weekdayOf(value) - weekStart + 7) % 7));
    case 'month':
      return toDay(yearOf(value), monthOf(value), 1);
    case 'quarter':
      return toDay(yearOf(value), monthOf(value) - ((monthOf(value) - 1) % 3), 1);
    case 'year':
      return toDay(yearOf(value), 1, 1);
  }
}

/** The whole unit that holds `value`, moved by `offset` units. */
export function unitRange(value: Day, unit: Unit, offset = 0, weekStart: WeekStart = 1): DayRange {
  const from = addUnits(startOf(value, unit, weekStart), offset, unit);
  return { from, until: addUnits(from, 1, unit) };
}

export const isWithin = (value: Day, { from, until }: DayRange): boolean => value >= from && value < until;
/** The days in both ranges, or null when there are none. */
export function overlap(a: DayRange, b: DayRange): DayRange | null {
  const from = a.from > b.from ? a.from : b.from;
  const until = a.until < b.until ? a.until : b.until;
  return from < until ? { from, until } : null;
}
