// "May", "this April", "last December", "June 2025", "March of last year", "May '25". Without a year: the most recent that has begun.
import { addDays, addMonths, monthOf, toDay, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';
import { MONTH, monthNumber, YEAR, YEAR_TAIL, yearSaid } from './words.ts';

/** "may" and "march" are also verbs. */
const VERB =
  '(?:(?<=\\b(?:in|for|of|since|during|this|last|and|vs|to|from|over|until|spending|spend) )|(?!may (?:i|we|you|they|he|she|it|have|be|not|just|also|well)\\b(?! (?:spend|spent))))(?:(?<=\\b(?:from|since|in|of|for|during|over|this|last|past|through|throughout) )|(?!march (?:on(?! average)|into|off)\\b))';

export const monthName: DateParser = {
  name: 'month-name',
  pattern: new RegExp(
    `\\b(?:(?<which>this(?: past)?|last|past|previous|the previous)\\s+)?${VERB}(?<month>${MONTH})(?:'s)?\\b(?!\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?!\\s*(?:%|purchases|transactions|years? ago)))(?:\\s+'?(?<short>2\\d)\\b)?${YEAR_TAIL}`,
    'g',
  ),
  read({ which, month = '', short, year, rel }, { today }) {
    const number = monthNumber(month);
    const said = short !== undefined ? 2000 + Number(short) : yearSaid(year, rel, yearOf(today));
    const begun = number <= monthOf(today);
    const chosen =
      said ?? (begun && !(number === monthOf(today) && which !== undefined && which !== 'this') ? yearOf(today) : yearOf(today) - 1);
    const from = toDay(chosen, number, 1);
    return oneRange(from, addMonths(from, 1), 'month', said === null ? (which === undefined ? { yearless: true } : {}) : { year: said });
  },
};

/** "the month of May" is claimed whole, and "months of" too. */
export const yearName: DateParser = {
  name: 'year-name',
  pattern: new RegExp(
    `(?<![$£€]|\\b(?:north|south|upwards|excess|shy) of )\\b(?:(?:the\\s+)?(?:calendar\\s+)?year\\s+(?:of\\s+)?|all of\\s+|the whole of\\s+)?(?<year>${YEAR})(?:'s)?\\b(?!\\s*(?:dollars|bucks|pounds|quid|euros|usd|gbp|eur|percent|%|(?<!\\b(?:all|my|our|the|all my|filter|list|show|of|for|see|itemize|itemise) 20\\d\\d\\s*)(?:purchases|transactions)|-|/|\\+|or (?:more|over|above|less|under|fewer)\\b))(?<far>\\s+(?:so far|to date|until now|up to now))?`,
    'g',
  ),
  read({ year = '', far }, { today }) {
    const until = toDay(Number(year) + 1, 1, 1);
    const runs = far !== undefined && Number(year) === yearOf(today);
    return oneRange(toDay(Number(year), 1, 1), runs ? addDays(today, 1) : until, 'year', { year: Number(year) });
  },
};
