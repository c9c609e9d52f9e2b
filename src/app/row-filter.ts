// What the Ledger screen is narrowed to, with the names that its chips show.
import type { Day, DayRange } from '../base/days.ts';
import { addDays, toDay } from '../base/days.ts';
import type { RowFilter } from '../ledger/find-rows.ts';

export interface Named {
  id: number;
  name: string;
}

export interface Narrowed {
  search: string;
  account: Named | null;
  payee: Named | null;
  category: Named | 'none' | null;
  flow: 'expense' | 'income' | 'transfer' | null;
  period: DayRange | null;
}

export const EVERYTHING: Narrowed = { search: '', account: null, payee: null, category: null, flow: null, period: null };

export const toRowFilter = ({ search, account, payee, category, flow, period }: Narrowed): RowFilter => ({
  search,
  accountId: account?.id ?? null,
  payeeId: payee?.id ?? null,
  categoryId: category === 'none' ? 'none' : (category?.id ?? null),
  flow,
  from: period?.from ?? null,
  until: period?.until ?? null,
});

const monthOf = (day: Day): Day => `${day.slice(0, 7)}-01`;
const monthAfter = (first: Day): Day => monthOf(addDays(first, 31));
const monthBefore = (first: Day): Day => monthOf(addDays(first, -1));

export type PeriodName = 'this-month' | 'last-month' | 'last-12' | 'year';

/** What a period filter offers: the months about today, and each year of the ledger, newest first. */
export function periodsOf(today: Day, firstDay: Day | null, lastDay: Day | null): { name: PeriodName; range: DayRange }[] {
  const month = monthOf(today);
  const yearBack = toDay(Number(month.slice(0, 4)) - 1, Number(month.slice(5, 7)), 1);
  const [first, last] = [Number((firstDay ?? today).slice(0, 4)), Number((lastDay ?? today).slice(0, 4))];
  const years = Array.from({ length: Math.max(0, last - first + 1) }, (_, at) => last - at);
  const periods: { name: PeriodName; range: DayRange }[] = [
    { name: 'this-month', range: { from: month, until: monthAfter(month) } },
    { name: 'last-month', range: { from: monthBefore(month), until: month } },
    { name: 'last-12', range: { from: yearBack, until: month } },
    ...years.map((year) => ({ name: 'year' as const, range: { from: toDay(year, 1, 1), until: toDay(year + 1, 1, 1) } })),
  ];
  // In January the last twelve months are the last year; a period stands in the list once, as a select demands.
  return periods.filter(
    ({ range }, at) => periods.findLastIndex((each) => each.range.from === range.from && each.range.until === range.until) === at,
  );
}
