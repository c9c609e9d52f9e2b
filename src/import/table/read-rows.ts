// Each row of a table once, through the plan of the table it stands in, with a breath between many: there progress is reported and
// a cancel is heard. A header met again changes the plan, a heading between tables the account, a cut last row is taken back.
import type { ReadOptions, SetAside } from '../reading.ts';
import { SAMPLE_ROWS } from '../reading.ts';
import { accountOfHeading } from './account-in-heading.ts';
import { breathe } from './breathe.ts';
import { currencyOfLetterhead } from './currency-hints.ts';
import { headerKey, isDataRow, type Row } from './find-tables.ts';
import type { EntryMaker } from './make-entries.ts';
import type { Plan } from './plan-table.ts';
import { ROWS_A_BREATH, type RowSource } from './rows.ts';

/** Rows between two tables that may name the account of the second. */
const HEADING_LINES = 40;

interface Pass {
  source: RowSource;
  plans: Map<string, Plan>;
  first: Plan;
  maker: EntryMaker;
  put: (row: Row, why: SetAside['why']) => void;
  sample: Row[];
  options: ReadOptions;
  preamble: readonly Row[];
  thisYear: number;
}

export async function readRows({ source, plans, first, maker, put, sample, options, preamble, thisYear }: Pass): Promise<void> {
  const skipUntil = Math.max(preamble.at(-1)?.line ?? 0, first.headerLine);
  const cursor = source.open();
  let plan = first;
  let count = 0;
  let last: Row | null = null;
  let full = true;
  let heading: Row[] = [];
  let isForeign = false;
  const firstAccount = accountOfHeading(preamble);
  for (let cells = cursor.next(); cells; cells = cursor.next()) {
    const line = cursor.line;
    if (line <= skipUntil && (line !== skipUntil || first.headerLine !== 0 || preamble.length > 0)) continue;
    if (count === 0 && first.header && first.headerLine === 0 && headerKey(cells) === headerKey(first.header)) continue;
    count += 1;
    if (sample.length < SAMPLE_ROWS) sample.push({ line, cells });
    if (heading.length > 0 && isDataRow(cells, thisYear)) {
      const account = accountOfHeading(heading);
      if (account !== null) maker.beginAccount(account, firstAccount);
      // Only under a header of its own: a footer between two pages may speak of any currency.
      const currency = heading.some((row) => plans.has(headerKey(row.cells))) ? currencyOfLetterhead(heading) : null;
      if (currency !== null) maker.beginCurrency(currency);
      isForeign ||= heading.some((row) => namesColumns(row.cells, thisYear));
      heading = [];
    }
    isForeign &&= !hasText(plan, cells);
    const why = isForeign && isDataRow(cells, thisYear) ? 'footer' : maker.read(plan, cells, line);
    if (why !== null) {
      if (heading.length < HEADING_LINES && cells.length > 0) heading.push({ line, cells });
      const key = headerKey(cells);
      const next = plans.get(key);
      if (next && next.header) {
        plan = next;
        put({ line, cells }, 'header-again');
      } else put({ line, cells }, why);
    }
    if (last && last.cells.length < (plan.header?.length ?? plan.width)) full = false;
    last = { line, cells };
    if (count % ROWS_A_BREATH === 0) await breathe(options, cursor.at, source.size);
  }
  // No line end after the last row, and cells missing that every other row has: the download stopped there.
  const begun = /^[\s"']*\d/.test(last?.cells[0] ?? '') || (last?.cells.length ?? 0) > 1;
  if (last && source.endsMidLine && full && begun && count > 3 && last.cells.length < (plan.header?.length ?? plan.width)) {
    maker.takeBack(last.line);
    put(last, 'cut');
  }
  options.onProgress?.(source.size, source.size);
}

/** Names of columns that are none of this table: two words and more, no day and no figure. */
const namesColumns = (cells: readonly string[], thisYear: number): boolean => {
  const filled = cells.filter((cell) => cell.trim() !== '');
  return filled.length > 1 && filled.every((cell) => /\p{L}/u.test(cell) && !/\d/.test(cell)) && !isDataRow(cells, thisYear);
};

/** Rows under the names of other columns (rates of interest below the statement) have figures where this table has texts. */
const hasText = (plan: Plan, cells: readonly string[]): boolean =>
  plan.textColumns.length === 0 || plan.textColumns.some((column) => /\p{L}/u.test(cells[column] ?? ''));
