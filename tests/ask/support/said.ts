// A question in its normal form, as the parsers read it, without a ledger; and what the date parsers make of it.
import { openContractions } from '../../../src/ask/hear/contractions.ts';
import { writeCurrencySigns } from '../../../src/ask/hear/currency-signs.ts';
import { dropFillers } from '../../../src/ask/hear/fillers.ts';
import { writeNumbersBut } from '../../../src/ask/hear/numbers.ts';
import { hear } from '../../../src/ask/hear/utterance.ts';
import { findPeriods } from '../../../src/ask/spans/dates/index.ts';
import type { DateContext } from '../../../src/ask/spans/dates/period.ts';
import { TODAY } from './today.ts';

export const saidOf = (question: string): string =>
  hear(question, [openContractions, dropFillers, writeCurrencySigns(() => false), writeNumbersBut(() => false)]).said;

/** Two years of statements, pay on the first of each month. */
export const CONTEXT: DateContext = {
  today: TODAY,
  weekStart: 1,
  dayFirst: false,
  british: false,
  firstDay: '2024-01-03',
  lastDay: '2026-03-17',
  payday: (back) => ['2026-03-01', '2026-02-01', '2026-01-01'][back] ?? null,
};

/** Each stretch as from..until (half-open), those of one span joined by +. */
export const rangesOf = (question: string, context: Partial<DateContext> = {}): string[] =>
  findPeriods(saidOf(question), { ...CONTEXT, ...context }).map(({ value }) =>
    value.relative ? value.relative : value.ranges.map(({ from, until }) => `${from}..${until}`).join('+'),
  );
