// "FY26", "FY 2025-26", "fy25/26": a financial year by the label that offices and companies give it, one number being that of its end.
import { addDays, toDay } from '../../../base/days.ts';
import type { DateParser } from './period.ts';
import { oneRange } from './period.ts';

export const fiscalLabel: DateParser = {
  name: 'fiscal-label',
  pattern: /\b(?:(?:in|for|during)\s+)?(?:the\s+)?fy\s*'?(?<a>20\d{2}|\d{2})(?:\s*[/-]\s*(?<b>20\d{2}|\d{2}))?(?![\d/-])/g,
  read({ a = '', b }, { british, financialYear }) {
    const [month, date] = financialYear ?? (british ? [4, 6] : [1, 1]);
    const said = Number(a.slice(-2));
    if (b !== undefined && Number(b.slice(-2)) !== (said + 1) % 100) return null;
    const begins = 2000 + said - (b === undefined && month !== 1 ? 1 : 0);
    const from = toDay(begins, month, date);
    const until = toDay(begins + 1, month, date);
    return oneRange(from, until, 'year', { assumed: `I took that financial year as ${from} to ${addDays(until, -1)}` });
  },
};
