// "Q2", "the third quarter of 2025", "first half of the year", "H1 2025". A quarter without a year is the most recent complete one.
import { addMonths, toDay, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';
import { ORDINAL, ordinalNumber, YEAR_TAIL, yearSaid } from './words.ts';

const OF_YEAR = `(?:(?:\\s+of)?\\s+the year)?${YEAR_TAIL}(?<bare>\\s+of\\s+last(?=\\s*(?:[?.,]|$)))?`;

function part(index: number, months: number, year: number | null, today: string, tail: string) {
  const thisYear = yearOf(today);
  const from = (chosen: number) => toDay(chosen, (index - 1) * months + 1, 1);
  const over = addMonths(from(thisYear), months) <= today;
  const begun = from(thisYear) <= today;
  const said = year ?? (/the year/.test(tail) ? thisYear : null);
  const chosen = said ?? ((months === 3 ? over : begun) ? thisYear : thisYear - 1);
  return oneRange(
    from(chosen),
    addMonths(from(chosen), months),
    months === 3 ? 'quarter' : 'half',
    said === null ? { yearless: true } : { year: chosen },
  );
}

export const quarter: DateParser = {
  name: 'quarter',
  pattern: new RegExp(`\\b(?:q\\s?(?<n>[1-4])|(?:the\\s+)?(?<nth>${ORDINAL})[\\s-]+quarter|quarter\\s+(?<m>[1-4]))\\b${OF_YEAR}`, 'g'),
  read({ n, nth, m, year, rel, bare }, { today }, text) {
    const index = n ?? m;
    return part(
      index === undefined ? ordinalNumber(nth ?? '') : Number(index),
      3,
      yearSaid(year, bare === undefined ? rel : 'last year', yearOf(today)),
      today,
      text,
    );
  },
};

export const half: DateParser = {
  name: 'half',
  pattern: new RegExp(
    `\\b(?:h(?<n>[12])|(?:the\\s+)?(?<nth>first|1st|second|2nd|last|other)\\s+half)\\b(?!\\s+of\\s+(?!the year|last year|this year|last(?=\\s*(?:[?.,]|$))|20))${OF_YEAR}`,
    'g',
  ),
  read({ n, nth, year, rel, bare }, { today }, text) {
    const index = n === undefined ? (/first|1st/.test(nth ?? '') ? 1 : 2) : Number(n);
    return part(index, 6, yearSaid(year, bare === undefined ? rel : 'last year', yearOf(today)), today, text);
  },
};
