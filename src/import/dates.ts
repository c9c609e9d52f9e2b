// Dates as banks write them -> days. A cell is first taken apart (which numbers, in which places, any month name); which
// number is the day and which the month is decided for the whole column (date-order.ts), never from one cell.
import { isRealDay, toDay, type Day } from '../base/days.ts';
import { fold } from '../base/text.ts';
import { monthOfName, isWeekday } from './words/month-names.ts';
import type { DateOrder } from './reading.ts';

/** A date taken apart. `fixed` is known without any order; else `a`, `b`, `c` stand as written. */
export type DateParts = { fixed: Day } | { a: number; b: number; c: number; yearLast: boolean; shape: string };

const SEPARATORS = '/-. ';

/**
 * The parts of the date that a cell holds, or null. Time of day, zone, weekday and an "as of" after it are passed over. With
 * `bare` also runs of six digits count (240131), which elsewhere may be any number.
 */
export function takeApart(cell: string, thisYear: number, bare = false): DateParts | null {
  const text = withoutTimeBefore(tidy(cell));
  if (text.length < 4 || text.length > 64) return null;
  return compact(text, thisYear, bare) ?? numeric(text, thisYear) ?? era(text) ?? worded(text, thisYear);
}

/** Digits of other scripts as ASCII, no quotes and formula marks around, no direction marks. */
function tidy(cell: string): string {
  let text = cell.trim();
  if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
  if (text.length > 1 && (text.startsWith("'") || text.startsWith('"'))) text = text.replace(/^['"]|['"]$/g, '').trim();
  let plain = true;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 126) plain = false;
  return plain ? text : plainDigits(text);
}

export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
    .replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
    .replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[\u0e50-\u0e59]/g, (digit) => String(digit.charCodeAt(0) - 0xe50))
    .replace(/\u066b/g, '.')
    .replace(/\u066c/g, ',')
    .replace(/[\u00a0\u202f\u2009]/g, ' ')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .trim();

/** "14:22 05-03-24", "2:22 pm, 5 Mar 2024": the time of day may stand before the day. */
const withoutTimeBefore = (text: string): string =>
  text[1] === ':' || text[2] === ':' ? text.replace(/^\d{1,2}:\d{2}(?::\d{2})?(?: ?[ap]\.?m\.?)?,?(?: on)? +(?=[\p{L}\d])/iu, '') : text;

const isDigit = (code: number): boolean => code >= 48 && code <= 57;

/** "05.01.2024 г.", "2024 r.", "2024 року": the word for year behind the year. */
const YEAR_SIGN = /^\s*(?:г|р|r|g|год|года|року)(?:\.|(?=[\s,]|$))/u;

/** What may follow a date in its cell: nothing, a time, a zone, a weekday in brackets, "as of ...". */
function mayFollow(after: string): boolean {
  const rest = after.replace(YEAR_SIGN, '');
  if (rest === '' || rest === '.') return true;
  return /^[.,]?(?:[ T_-]{0,3}(?:at |um |kl\.? ?|klo ?|à |om )?\d{1,2}[:.h]\d{2}(?:[:.]\d{2})?(?:[.,:]\d{1,9})?(?: ?[ap]\.?m\.?)?\s*(?:Z|UTC|GMT|[A-Z]{2,5})?\s*(?:[+-]\d{1,2}:?\d{0,2})?(?:\[[^\]]*\])?|T\d{4,6}(?:\.\d+)?Z?|Z|[+-]\d{2}:?\d{2}|\s+as of .*|\s*\([^)]{1,12}\)(?:\s+\d{1,2}:\d{2}.*)?|,? ?[a-z]{2,9}\.?)$/i.test(
    rest,
  );
}

/** First years of Japanese eras, less one. */
const ERAS: Readonly<Record<string, number>> = { 令和: 2018, 平成: 1988, 昭和: 1925, R: 2018, H: 1988, S: 1925 };

/** 令和6年1月31日, R6.1.31, H31/4/1, 民國113年1月31日. */
function era(text: string): DateParts | null {
  const match =
    /^(令和|平成|昭和|民國|民国|[RHS])\s*(\d{1,3}|元)\s*[年./-]\s*(\d{1,2})\s*[月./-]\s*(\d{1,2})\s*日?(?:\s+\d{1,2}:\d{2}(?::\d{2})?)?$/u.exec(
      text,
    );
  if (!match) return null;
  const year = match[2] === '元' ? 1 : Number(match[2]);
  return fixedOrNull((ERAS[match[1] ?? ''] ?? MINGUO) + year, Number(match[3]), Number(match[4]));
}

const MINGUO = 1911;

/** 20240131, 20240131120000[0:GMT], 31012024 and, when `bare`, 240131. */
function compact(text: string, thisYear: number, bare: boolean): DateParts | null {
  let end = 0;
  while (end < text.length && isDigit(text.charCodeAt(end))) end += 1;
  if (end !== 8 && end !== 14 && end !== 12 && !(bare && end === 6)) return null;
  const rest = text.slice(end);
  if (rest !== '' && !/^(?:\.\d+)?(?:\[[^\]]*\])?(?:[ T]?\d{2}:?\d{2}.*)?$/.test(rest)) return null;
  const digits = text.slice(0, 8);
  if (end === 6) {
    return { a: +text.slice(0, 2), b: +text.slice(2, 4), c: +text.slice(4, 6), yearLast: false, shape: '222' };
  }
  const year = Number(digits.slice(0, 4));
  if (year >= 1950 && year <= thisYear + 3 && isRealDay(year, +digits.slice(4, 6), +digits.slice(6, 8)))
    return { fixed: toDay(year, +digits.slice(4, 6), +digits.slice(6, 8)) };
  const last = Number(digits.slice(4, 8));
  if (end === 8 && last >= 1950 && last <= thisYear + 3)
    return { a: +digits.slice(0, 2), b: +digits.slice(2, 4), c: last, yearLast: true, shape: '224' };
  return null;
}

/** Three numbers with the same mark between them: 31/1/24, 2024-01-31, 31.01.2024 10:15, 1/31'24, 2024年1月31日. */
function numeric(text: string, thisYear: number): DateParts | null {
  let at = 0;
  if (!isDigit(text.charCodeAt(0))) {
    const word = /^([^\d\s.,]{1,12})[.,]?\s+(?=\d)/u.exec(text);
    if (!word?.[1] || !isWeekday(fold(word[1]))) return null;
    at = word[0].length;
  }
  const first = number(text, at);
  if (!first) return null;
  const mark = separator(text, first.end);
  if (!mark) return null;
  const second = number(text, mark.end);
  if (!second || second.length > 2) return null;
  const next = separator(text, second.end);
  if (!next || (next.kind !== mark.kind && !(next.kind === "'" || mark.kind === '年'))) return null;
  const third = number(text, next.end);
  if (!third) return null;
  let end = third.end;
  if (mark.kind === '年' && /[日일]/.test(text[end] ?? '')) end += 1;
  if (!mayFollow(text.slice(end))) return null;
  if (first.length === 4) {
    if (third.length > 2) return null;
    return fixedOrNull(first.value > 2400 ? first.value - 543 : first.value, second.value, third.value);
  }
  // Taiwan counts from 1912: 113/01/31.
  if (first.length === 3)
    return third.length <= 2 && first.value >= 80 && first.value < 190 && mark.kind !== '.'
      ? fixedOrNull(first.value + MINGUO, second.value, third.value)
      : null;
  if (first.length > 2) return null;
  if (third.length === 4) {
    const year = third.value > 2400 && third.value < 2700 ? third.value - 543 : third.value;
    // The year of another calendar (03/07/1445 of the Hijra) is not one of ours.
    if (year < 1900 || year >= 2200) return null;
    return { a: first.value, b: second.value, c: year, yearLast: true, shape: `${mark.kind}4` };
  }
  if (third.length !== 2 && next.kind !== "'") return null;
  if (next.kind === "'") return { a: first.value, b: second.value, c: shortYear(third.value, thisYear), yearLast: true, shape: "'2" };
  return { a: first.value, b: second.value, c: third.value, yearLast: false, shape: `${mark.kind}2` };
}

/** 31 Jan 2024, 31-Jan-24, Jan 31, 2024, 31. Januar 2024, 2024 Jan 31, 31 de enero de 2024. */
function worded(text: string, thisYear: number): DateParts | null {
  const words = text.match(/\d+|[^\d\s.,/'’-]+/gu);
  if (!words || words.length < 3 || words.length > 12) return null;
  let month = 0;
  const numbers: string[] = [];
  for (const word of words) {
    if (isDigit(word.charCodeAt(0))) {
      numbers.push(word);
      if (numbers.length === 2) break;
      continue;
    }
    const folded = fold(word);
    // Hebrew writes "in" together with the name.
    const named = monthOfName(folded) || (folded.startsWith('ב') ? monthOfName(folded.slice(1)) : 0);
    if (named > 0 && month === 0) month = named;
    else if (!isWeekday(folded) && !/^(de|del|of|den|d|st|nd|rd|th|g|r|er|г|the|a|la|le)$/.test(folded)) return null;
  }
  const [one, two] = numbers;
  if (month === 0 || one === undefined || two === undefined) return null;
  const rest = text.slice(text.indexOf(two, text.indexOf(one) + one.length) + two.length);
  if (!mayFollow(rest)) return null;
  if (one.length === 4) return fixedOrNull(Number(one), month, Number(two));
  if (one.length > 2 || two.length === 3 || two.length > 4) return null;
  return fixedOrNull(two.length === 4 ? Number(two) : shortYear(Number(two), thisYear), month, Number(one));
}

const fixedOrNull = (year: number, month: number, date: number): DateParts | null =>
  year >= 1900 && year < 2200 && isRealDay(year, month, date) ? { fixed: toDay(year, month, date) } : null;

/** Two digits of a year: up to next year this century, else the last. */
export const shortYear = (value: number, thisYear: number): number =>
  value > 99 ? value : value <= (thisYear % 100) + 2 ? thisYear - (thisYear % 100) + value : thisYear - (thisYear % 100) - 100 + value;

function number(text: string, from: number): { value: number; length: number; end: number } | null {
  let at = from;
  while (text[at] === ' ') at += 1;
  const start = at;
  while (at < text.length && at - start < 5 && isDigit(text.charCodeAt(at))) at += 1;
  if (at === start || at - start > 4) return null;
  return { value: Number(text.slice(start, at)), length: at - start, end: at };
}

function separator(text: string, from: number): { kind: string; end: number } | null {
  let at = from;
  while (text[at] === ' ') at += 1;
  const mark = text[at] ?? '';
  if (/[年月년월]/.test(mark)) return { kind: '年', end: at + 1 };
  if (mark === "'" || mark === '’') return { kind: "'", end: at + 1 };
  if (mark !== '' && SEPARATORS.includes(mark)) return { kind: mark, end: at + 1 };
  // "2012:03:01": a colon only after a year, elsewhere it parts hours.
  if (mark === ':' && from >= 4 && (from === 4 || text[4] === ':')) return { kind: ':', end: at + 1 };
  return at > from && isDigit(text.charCodeAt(at)) ? { kind: ' ', end: at } : null;
}

const EARLIEST_SHORT = 1980;

/** The day under one order, or null when that is no real day. */
export function dayUnder(parts: DateParts, order: DateOrder, thisYear: number): Day | null {
  if ('fixed' in parts) return parts.fixed;
  const { a, b, c, yearLast } = parts;
  // No bank wrote a file before 1980: "67" is of another calendar (Buddhist 2567), or no year at all.
  if (!yearLast && shortYear(order === 'ymd' ? a : c, thisYear) < EARLIEST_SHORT) return null;
  if (order === 'ymd') {
    if (yearLast) return null;
    const year = shortYear(a, thisYear);
    return isRealDay(year, b, c) ? toDay(year, b, c) : null;
  }
  const year = yearLast ? c : shortYear(c, thisYear);
  const [date, month] = order === 'dmy' ? [a, b] : [b, a];
  return isRealDay(year, month, date) ? toDay(year, month, date) : null;
}
