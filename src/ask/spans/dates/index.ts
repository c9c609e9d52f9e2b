// The order in which dates are read and settled. A new pattern is one file and one line here; its corpus is tests/corpus/dates.ts.
import type { Span } from '../span.ts';
import { findSpans, keepLongest } from '../span.ts';
import { besideDay } from './beside-day.ts';
import { dayThenDate, daysOfThisMonth, daysThenMonth, monthThenDays } from './day-run.ts';
import { dayWithWeekday } from './day-with-weekday.ts';
import { echoOrdinals, lastAlone } from './echo.ts';
import { halfOfMonth, stretchEnding, yearOfTwo } from './ending.ts';
import { fiscalLabel } from './fiscal-label.ts';
import { holiday } from './holiday.ts';
import { dayMonth, dayOfMonth, dayOnly, monthDay, monthDayRows, weekOfDay } from './month-day.ts';
import { monthName, yearName } from './month.ts';
import { lately, nearDay, weekend } from './near-days.ts';
import { nthWeekday } from './nth-weekday.ts';
import { isoDay, slashDay, slashMonth } from './numeric-day.ts';
import { allTime, beforePayday, payday } from './open-ended.ts';
import { earlierIn, partOf } from './part-of.ts';
import type { DateContext, DateParser, DateRefiner, Period } from './period.ts';
import { half, quarter } from './quarter-half.ts';
import { bareDayRuns, explainSeasons, joinRanges, lastBesideThis, lendYears, openEnds, takePrepositions, withoutSizes } from './refine.ts';
import { sameDayLastYear, sameDaysBefore, sameLastYear, unitBefore } from './relative.ts';
import { season } from './season.ts';
import { taxYear } from './tax-year.ts';
import { lastWeekdays, weekdayAsDay, weekdayBeforeLast, weekdayOfWeekAgo, weekdaysAgo, weeksAgoWeekday } from './weekday-ago.ts';
import {
  bareUnits,
  beforeLast,
  edgeOf,
  halfYear,
  lastUnit,
  lastUnits,
  mostOfYear,
  ownersUnits,
  sinceUnits,
  thisUnit,
  unitsAgo,
  unitsAndHalf,
  unitsOf,
} from './units.ts';

const PARSERS: readonly DateParser[] = [
  isoDay,
  slashMonth,
  slashDay,
  taxYear,
  fiscalLabel,
  holiday,
  nthWeekday,
  daysThenMonth,
  daysOfThisMonth,
  monthThenDays,
  dayThenDate,
  weekOfDay,
  monthDay,
  monthDayRows,
  dayMonth,
  dayOfMonth,
  dayOnly,
  monthName,
  stretchEnding,
  halfOfMonth,
  partOf,
  earlierIn,
  quarter,
  half,
  unitsOf,
  ownersUnits,
  edgeOf,
  beforeLast,
  lastUnits,
  sinceUnits,
  unitsAndHalf,
  halfYear,
  bareUnits,
  lastUnit,
  thisUnit,
  mostOfYear,
  unitsAgo,
  weekdayOfWeekAgo,
  weekdaysAgo,
  weeksAgoWeekday,
  weekdayBeforeLast,
  lastWeekdays,
  lately,
  nearDay,
  weekend,
  sameLastYear,
  sameDaysBefore,
  sameDayLastYear,
  unitBefore,
  weekdayAsDay,
  season,
  payday,
  beforePayday,
  allTime,
  yearName,
  yearOfTwo,
];

const REFINERS: readonly DateRefiner[] = [
  (spans) => keepLongest(spans),
  withoutSizes,
  dayWithWeekday,
  bareDayRuns,
  echoOrdinals,
  lendYears,
  lastAlone,
  lastBesideThis,
  besideDay,
  joinRanges,
  openEnds,
  explainSeasons,
  takePrepositions,
];

export const findPeriods = (said: string, context: DateContext): Span<Period>[] => findSpans(said, PARSERS, REFINERS, context);
