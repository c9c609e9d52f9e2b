// Dates without a year ("05/12", "5 Jan") get one from the period that the letterhead names: the year in which the day lies
// within it, else nearest to its end. Rows pass through with that column rewritten; everything after knows full dates only.
import { daysBetween, isRealDay, toDay, type Day } from '../../base/days.ts';
import { fold } from '../../base/text.ts';
import { monthOfName } from '../words/month-names.ts';
import { takeAmountApart } from '../amounts.ts';
import { takeApart } from '../dates.ts';
import type { DateOrder } from '../reading.ts';
import type { Row } from './find-tables.ts';
import { mapRows, type RowSource } from './rows.ts';

interface Parts {
  a: number;
  b: number;
  /** The month, where its name says it. */
  named: number;
}

const NUMBERS = /^\s*'?(\d{1,2})[./-](\d{1,2})\.?'?\s*$/;
const DAY_FIRST = /^\s*'?(\d{1,2})[. -]*([^\d\s.,-]{3,12}?)\.?'?\s*$/u;
const MONTH_FIRST = /^\s*([^\d\s.,-]{3,12})\.?[ -]*(\d{1,2})\s*$/u;

function takeYearless(cell: string): Parts | null {
  const numbers = NUMBERS.exec(cell);
  if (numbers) return { a: Number(numbers[1]), b: Number(numbers[2]), named: 0 };
  const words = DAY_FIRST.exec(cell) ?? MONTH_FIRST.exec(cell);
  if (!words) return null;
  const [one = '', two = ''] = [words[1], words[2]];
  const month = monthOfName(fold(/\d/.test(one) ? two : one));
  return month > 0 ? { a: Number(/\d/.test(one) ? one : two), b: month, named: month } : null;
}

/** The rows with years, or null when no column is of such dates, full dates are more (`dated` rows), or no period names a year. */
export function withYears(source: RowSource, head: readonly Row[], thisYear: number, dated: number): RowSource | null {
  const { columns, rows } = yearlessColumns(head);
  if (columns.length === 0 || rows <= dated) return null;
  const period = periodOf(head, thisYear);
  if (!period) return null;
  const order = orderOf(head, columns, period);
  return mapRows(source, (cells) => {
    for (const column of columns) {
      const parts = takeYearless(cells[column] ?? '');
      const day = parts && dayIn(parts, order, period);
      if (day) cells[column] = day;
    }
    return cells;
  });
}

/** Columns in which most rows that hold an amount have a date without a year. */
function yearlessColumns(head: readonly Row[]): { columns: number[]; rows: number } {
  const counts = new Map<number, number>();
  let rows = 0;
  for (const { cells } of head) {
    if (!cells.some((cell) => !takeYearless(cell) && takeAmountApart(cell))) continue;
    const found = cells.flatMap((cell, column) => (takeYearless(cell) ? [column] : []));
    if (found.length === 0) continue;
    rows += 1;
    for (const column of found) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return { columns: [...counts].filter(([, count]) => rows >= 2 && count * 10 >= rows * 7).map(([column]) => column), rows };
}

/** Earliest and latest full date in the first lines: the period, or the day of the statement. */
function periodOf(head: readonly Row[], thisYear: number): { first: Day; last: Day } | null {
  const days: Day[] = [];
  for (const { cells } of head.slice(0, 40))
    for (const cell of cells)
      for (const [text] of cell
        .slice(0, 300)
        .matchAll(/\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}\.? ?[^\d\s.,]{3,12}\.? \d{4}|[^\d\s.,]{3,12} \d{1,2},? \d{4}/gu)) {
        const parts = takeApart(text, thisYear);
        if (!parts) continue;
        if ('fixed' in parts) days.push(parts.fixed);
        else {
          const year = parts.yearLast ? parts.c : 2000 + parts.c;
          for (const [date, month] of [
            [parts.a, parts.b],
            [parts.b, parts.a],
          ] as const)
            if (isRealDay(year, month, date)) {
              days.push(toDay(year, month, date));
              break;
            }
        }
      }
  days.sort();
  const [first, last] = [days[0], days.at(-1)];
  return first && last ? { first, last } : null;
}

function dayIn({ a, b, named }: Parts, order: DateOrder, { first, last }: { first: Day; last: Day }): Day | null {
  const [date, month] = named > 0 || order === 'dmy' ? [a, b] : [b, a];
  const years = [...new Set([Number(first.slice(0, 4)), Number(last.slice(0, 4)), Number(last.slice(0, 4)) - 1])];
  const days = years.filter((year) => isRealDay(year, month, date)).map((year) => toDay(year, month, date));
  const within = days.find((day) => day >= first && day <= last);
  if (within) return within;
  return (
    days
      .filter((day) => day <= last || daysBetween(last, day) < 40)
      .sort((x, y) => Math.abs(daysBetween(x, last)) - Math.abs(daysBetween(y, last)))[0] ?? null
  );
}

/** The order under which every date is one and most lie in the period. */
function orderOf(head: readonly Row[], columns: readonly number[], period: { first: Day; last: Day }): DateOrder {
  const score = (order: DateOrder): number => {
    let total = 0;
    for (const { cells } of head)
      for (const column of columns) {
        const parts = takeYearless(cells[column] ?? '');
        if (!parts) continue;
        const day = dayIn(parts, order, period);
        total += day === null ? -5 : day >= period.first && day <= period.last ? 1 : 0;
      }
    return total;
  };
  return score('mdy') > score('dmy') ? 'mdy' : 'dmy';
}
