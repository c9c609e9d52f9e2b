// Pieces of regular expressions shared by the date parsers, from the calendar's words.
import calendar from '../../lexicon/calendar.json';

const forms = (table: readonly (readonly string[])[]) => [...table.flat()].sort((a, b) => b.length - a.length).join('|');
const indexIn = (table: readonly (readonly string[])[], word: string) => table.findIndex((names) => names.includes(word));

export const MONTH = forms(calendar.months);
export const WEEKDAY = forms(calendar.weekdays);
export const SEASON = Object.keys(calendar.seasons).join('|');
export const ORDINAL = Object.keys(calendar.ordinals).join('|');
export const UNIT = 'day|week|fortnight|month|quarter|year';
/** A year said in full, or '25 after a month. */
export const YEAR = '(?:19|20)\\d{2}';
/** After a month or day: "2025", "of 2025", "last year", "this year", "the year before". */
export const YEAR_TAIL = `(?:(?:\\s*,)?\\s+(?:of\\s+|in\\s+)?(?:(?<year>${YEAR})|(?<rel>(?:last|this|previous|the previous) year|the year before(?: last)?|(?:2|3|4) years ago|(?:a|1|one) year (?:ago|earlier|before))))?`;

/** "a", "few" or a number in digits, as units are counted. */
export const countOf = (word: string): number => (/^an?$/.test(word) ? 1 : /^(?:few|several)$/.test(word) ? 3 : Number(word));

/** 1 to 12. */
export const monthNumber = (word: string): number => indexIn(calendar.months, word) + 1;
/** 0 Sunday to 6 Saturday. */
export const weekdayNumber = (word: string): number =>
  indexIn(calendar.weekdays, word.replace(/s$/, '')) >= 0
    ? indexIn(calendar.weekdays, word.replace(/s$/, ''))
    : indexIn(calendar.weekdays, word);
export const ordinalNumber = (word: string): number =>
  (calendar.ordinals as Readonly<Record<string, number>>)[word] ?? Number.parseInt(word, 10);
export const seasonMonths = (word: string): readonly number[] =>
  (calendar.seasons as Readonly<Record<string, readonly number[]>>)[word] ?? [1, 12];

const DATE_WORDS = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
  'eleventh',
  'twelfth',
  'thirteenth',
  'fourteenth',
  'fifteenth',
  'sixteenth',
  'seventeenth',
  'eighteenth',
  'nineteenth',
  'twentieth',
];
/** A day of the month: "6", "6th", "sixth", "20 first", "30th". */
export const DATE = `(?:(?:20|30|twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|${[...DATE_WORDS].sort((a, b) => b.length - a.length).join('|')}|thirtieth|\\d{1,2}(?:st|nd|rd|th)?)`;

export function dateNumber(word: string): number {
  const [ten, one] = word.split(/[ -]/);
  if (one !== undefined) return (ten === 'twenty' ? 20 : ten === 'thirty' ? 30 : Number(ten)) + DATE_WORDS.indexOf(one) + 1;
  if (word === 'thirtieth') return 30;
  const named = DATE_WORDS.indexOf(word);
  return named >= 0 ? named + 1 : Number.parseInt(word, 10);
}

/** The year that YEAR_TAIL read, or null. */
export function yearSaid(year: string | undefined, rel: string | undefined, thisYear: number): number | null {
  if (year !== undefined) return Number(year);
  if (rel === undefined) return null;
  if (rel.startsWith('this')) return thisYear;
  const ago = /^(\d) years ago/.exec(rel)?.[1];
  if (ago !== undefined) return thisYear - Number(ago);
  return rel.endsWith('before last') ? thisYear - 2 : thisYear - 1;
}
