// The UK tax year runs from 6 April to 5 April; the US federal fiscal year from 1 October; the US tax year is the calendar year;
// elsewhere the country says (India from 1 April, Australia from 1 July).
import { toDay, yearOf } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';

export const taxYear: DateParser = {
  name: 'tax-year',
  pattern:
    /\b(?:(?:the|in)\s+)?(?:(?<c>20\d{2}|(?<![£$€\d.])[12]\d)\s*(?:[/-]|to)\s*(?<d>\d{2,4})\s+)?(?:(?<which>this|last|current|previous|the previous|the last)\s+)?(?<kind>uk tax|british tax|us tax|tax|financial|fiscal)\s+year(?:'s)?(?:\s+(?:of\s+)?(?:(?<a>20\d{2})(?:\s*(?:[/-]|to)\s*(?<b>\d{2,4}))?|(?<e>[12]\d)\s*[/-]\s*(?<f>\d{2})))?(?<gone>\s+(?:(?:that|which)\s+(?:has\s+|is\s+|was\s+)?)?(?:(?:just|recently)\s+)?(?:gone|past|ended|finished|closed|been))?\b/g,
  read({ which, kind = '', a: after, b: afterEnd, c: ahead, d: aheadEnd, e: short, f: shortEnd, gone }, { today, british, financialYear }) {
    const said = after ?? short ?? ahead;
    const a = said?.length === 2 ? `20${said}` : said;
    const b = afterEnd ?? shortEnd ?? aheadEnd;
    if (said?.length === 2 && (b === undefined || Number(b.slice(-2)) !== (Number(said) + 1) % 100)) return null;
    const uk = kind.startsWith('uk') || kind.startsWith('british') || (british && !kind.startsWith('us'));
    const own = kind.startsWith('us') ? undefined : financialYear;
    const [month, date] = uk ? [4, 6] : own !== undefined ? own : kind === 'fiscal' ? [10, 1] : [1, 1];
    const begun = toDay(yearOf(today), month, date) <= today ? yearOf(today) : yearOf(today) - 1;
    const back = gone !== undefined || (which !== undefined && /last|previous/.test(which)) ? 1 : 0;
    const start = a === undefined ? begun - back : Number(a) - (b === undefined && month !== 1 && !uk ? 1 : 0);
    const from = toDay(start, month, date);
    const until = toDay(start + 1, month, date);
    return oneRange(from, until, 'year', { assumed: `I took the ${kind} year as beginning ${from}` });
  },
};
