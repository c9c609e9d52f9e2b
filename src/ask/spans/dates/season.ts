// Seasons by whole months: winter December to February, spring March to May, summer June to August, autumn September to November;
// south of the equator half a year later.
import { addMonths, toDay, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';
import { SEASON, seasonMonths, YEAR_TAIL, yearSaid } from './words.ts';

export const season: DateParser = {
  name: 'season',
  pattern: new RegExp(
    `(?<!\\b(?:rise|rose|risen|up|grow|grew|go up|increase|climb|jump)\\s+(?:or|and)\\s+)\\b(?:(?:in|over|during)\\s+)?(?:the\\s+)?(?:(?<which>this|last|past|previous)\\s+)?(?<season>(?!fall (?:across|into|under|within|off|apart|behind|short|between)\\b)(?:${SEASON}))(?:time)?\\b(?:\\s+(?:months|season)|(?<=\\b(?:in|over|during|throughout)\\s+(?:the\\s+)?(?:(?:school\\s+)?summer))\\s+(?:school\\s+)?(?:holidays|vacation|break))?${YEAR_TAIL}`,
    'g',
  ),
  read({ which, season: name = '', year, rel }, { today, southern }, text) {
    if (name === 'spring' && /spring clean/.test(text)) return null;
    const [first = 1, length = 3] = seasonMonths(name);
    const month = southern ? ((first + 5) % 12) + 1 : first;
    const said = yearSaid(year, rel, yearOf(today));
    const begins = (chosen: number) => toDay(chosen, month, 1);
    let chosen = said ?? (begins(yearOf(today)) <= today ? yearOf(today) : yearOf(today) - 1);
    const running = addMonths(begins(chosen), length) > today;
    if (said === null && which !== undefined && which !== 'this' && running) chosen -= 1;
    const from = begins(chosen);
    return oneRange(from, addMonths(from, length), 'other', {
      ...(said === null ? { yearless: which === undefined } : { year: said }),
      assumed: `I took ${name} as ${from.slice(0, 7)} to ${addMonths(from, length - 1).slice(0, 7)}`,
    });
  },
};
