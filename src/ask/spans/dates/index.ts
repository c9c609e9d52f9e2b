// The order in which dates are read and settled. A new pattern is one file and one line here; its corpus is tests/corpus/dates.ts.
import type { Span } from '../span.ts';
import { findSpans, keepLongest } from '../span.ts';
import { dayThenDate, daysThenMonth, monthThenDays } from './day-run.ts';
import { dayWithWeekday } from './day-with-weekday.ts';
import { halfOfMonth, stretchEnding, yearOfTwo } from './ending.ts';
import { fiscalLabel } from './fiscal-label.ts';
import { holiday } from './holiday.ts';
import { dayMonth, dayOnly, monthDay, monthDayRows, weekOfDay } from './month-day.ts';
import { monthName, yearName } from './month.ts';
import { lately, nearDay, weekend } from './near-days.ts';
import { nthWeekday } from './nth-weekday.ts';
import { isoDay, slashDay } from './numeric-day.ts';
import { allTime, beforePayday, payday } from './open-ended.ts';
import type { DateContext, DateParser, DateRefiner, Period } from './period.ts';
import { half, quarter } from './quarter-half.ts';
import {
  bareDayRuns,
  echoOrdinals,
  explainSeasons,
  joinRanges,
  lastBesideThis,
  lendYears,
  openEnds,
  takePrepositions,
  withoutSizes,
} from './refine.ts';
import { sameLastYear, unitBefore } from './relative.ts';
import { season } from './season.ts';
import { taxYear } from './tax-year.ts';
import { weekdayAsDay, weekdayBeforeLast, weekdayOfWeekAgo, weekdaysAgo, weeksAgoWeekday } from './weekday-ago.ts';
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
  unitsOf,
} from './units.ts';

const PARSERS: readonly DateParser[] = [
  isoDay,
  slashDay,
  taxYear,
  fiscalLabel,
  holiday,
  nthWeekday,
  daysThenMonth,
  monthThenDays,
  dayThenDate,
  weekOfDay,
  monthDay,
  monthDayRows,
  dayMonth,
  dayOnly,
  monthName,
  stretchEnding,
  halfOfMonth,
  quarter,
  half,
  unitsOf,
  ownersUnits,
  edgeOf,
  beforeLast,
  lastUnits,
  sinceUnits,
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
  lately,
  nearDay,
  weekend,
  sameLastYear,
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
  lastBesideThis,
  joinRanges,
  openEnds,
  explainSeasons,
  takePrepositions,
];

export const findPeriods = (said: string, context: DateContext): Span<Period>[] => findSpans(said, PARSERS, REFINERS, context);
