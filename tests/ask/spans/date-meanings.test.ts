import { describe, expect, test } from 'vitest';
import { openContractions } from '../../../src/ask/hear/contractions.ts';
import { writeNumbersBut } from '../../../src/ask/hear/numbers.ts';
import { hear } from '../../../src/ask/hear/utterance.ts';
import { findPeriods } from '../../../src/ask/spans/dates/index.ts';
import type { DateContext } from '../../../src/ask/spans/dates/period.ts';
import { BRITISH, MEANINGS, NO_DATE } from '../../corpus/dates.ts';

const american: DateContext = {
  today: '2026-06-18',
  weekStart: 1,
  dayFirst: false,
  british: false,
  firstDay: '2023-07-01',
  lastDay: '2026-06-17',
  payday: () => '2026-06-15',
};
const british: DateContext = { ...american, dayFirst: true, british: true };

const ranges = (text: string, context: DateContext) =>
  findPeriods(hear(text, [openContractions, writeNumbersBut(() => false)]).said, context).map(({ value }) =>
    value.ranges.map(({ from, until }) => `${from}..${until}`).join(' '),
  );

describe('a stretch of time', () => {
  test.each(MEANINGS)('%s', (meaning, ...phrases) => {
    for (const phrase of phrases) expect(ranges(phrase, american).slice(-1), phrase).toEqual([meaning]);
  });
  test.each(BRITISH)('in Britain: %s', (meaning, ...phrases) => {
    for (const phrase of phrases) expect(ranges(phrase, british).slice(-1), phrase).toEqual([meaning]);
  });
  test.each(NO_DATE)('"%s" is none', (text) => expect(ranges(text, american)).toEqual([]));
  test('payday comes from the ledger', () => expect(ranges('since payday', american)).toEqual(['2026-06-15..2026-06-19']));
});
