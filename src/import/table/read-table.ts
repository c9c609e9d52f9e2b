// Rows of a table -> entries. Looks at the first rows to find tables, columns and marks, at all rows for what the whole column
// must decide, then reads each row once. The only place that knows the order of these steps.
import { AppError } from '../../base/errors.ts';
import type { StatementEntry } from '../../ledger/statement.ts';
import { applyLayout } from '../layouts/apply-layout.ts';
import type { Layout } from '../layouts/layout.ts';
import type { Ask, Guesses, ReadOptions, SetAside, Understood } from '../reading.ts';
import { MOST_SET_ASIDE, SAMPLE_ROWS } from '../reading.ts';
import { askFor, describe } from './describe.ts';
import { readPeriod } from './facts.ts';
import { findTables, headerKey, isDataRow, isHeader, type Row } from './find-tables.ts';
import { withJoinedDecimals } from './joined-decimals.ts';
import { withJoinedTexts } from './joined-texts.ts';
import { loneRow } from './lone-rows.ts';
import { carriedRows } from './carried-rows.ts';
import { EntryMaker } from './make-entries.ts';
import { withWrittenOut } from './numbered-days.ts';
import { planTable, type Plan } from './plan-table.ts';
import { readRows } from './read-rows.ts';
import { LOOKED_AT, type RowSource } from './rows.ts';
import { takeSums } from './summing-rows.ts';
import { withWholeDays } from './split-days.ts';
import { withOneLineHeader } from './two-line-header.ts';
import { unmovedRows } from './unmoved-rows.ts';
import { withYears } from './yearless.ts';

export interface TableReading {
  entries: StatementEntry[];
  setAside: SetAside[];
  setAsideCount: number;
  warnings: SetAside[];
  layout: Understood[];
  asks: Ask[];
  header: Row | null;
  sample: Row[];
  maker: EntryMaker;
  period: { first: string; last: string } | null;
  preamble: Row[];
  fingerprint: string;
}

export async function readTable(given: RowSource, options: ReadOptions, layouts: readonly Layout[] = []): Promise<TableReading> {
  let source = given;
  const thisYear = Number(options.today.slice(0, 4));
  const guesses = options.guesses ?? {};
  let head = lookAt(source);
  const applied = applyLayout(source, head, layouts);
  if (applied) {
    source = applied.source;
    head = lookAt(source);
  }
  for (const rewrite of [withOneLineHeader, withJoinedDecimals, withJoinedTexts, withWholeDays, withWrittenOut]) {
    const rewritten = rewrite(source, head, thisYear);
    if (!rewritten) continue;
    source = rewritten;
    head = lookAt(source);
  }
  const complete = head.length < LOOKED_AT;
  let { tables, preamble } = findTables(head, thisYear, headerLineOf(guesses));
  const withDay = tables.reduce((sum, { rows }) => sum + rows.filter(({ cells }) => isDataRow(cells, thisYear)).length, 0);
  const dated = withDay * 2 > head.length ? null : withYears(source, head, thisYear, withDay);
  if (dated) {
    source = dated;
    head = lookAt(source);
    ({ tables, preamble } = findTables(head, thisYear, headerLineOf(guesses)));
  }
  if (tables.length === 0) throw noTable(head, thisYear);
  const plans = new Map<string, Plan>();
  let first: Plan | null = null;
  for (const table of tables) {
    const plan = await planTable(table, preamble, source, complete, options);
    if (!plan) continue;
    plans.set(table.header ? headerKey(table.header.cells) : '', plan);
    first ??= plan;
  }
  if (!first) throw noTable(head, thisYear);
  const maker = new EntryMaker(options, preamble, first.told?.currency ?? null);
  const setAside: SetAside[] = [];
  let setAsideCount = 0;
  const put = (row: Row, why: SetAside['why']): void => {
    if (setAside.at(-1)?.line === row.line) setAside.pop();
    else setAsideCount += 1;
    if (setAside.length < MOST_SET_ASIDE) setAside.push({ line: row.line, why, text: row.cells.join(' | ').slice(0, 300) });
  };
  for (const row of preamble) put(row, 'preamble');
  const sample: Row[] = [];
  await readRows({ source, plans, first, maker, put, sample, options, preamble, thisYear });
  if (first.money.model.kind === 'single' && first.money.model.how === 'by-balance') {
    const untold = maker.signByBalance();
    if (untold.length > 0)
      first.money.sign = { source: 'asked', reason: { code: 'running-balance', line: untold[0]?.line ?? 0, count: untold.length } };
  }
  const taken = new Set(maker.takeDaylessIn());
  setAsideCount -= taken.size;
  const said = (line: number, entry: StatementEntry): string[] => {
    const row = head.find((each) => each.line === line);
    return [entry.day, row ? row.cells.join(' | ') : entry.descriptor];
  };
  const drop = (at: number, why: SetAside['why']): void => {
    const dropped = maker.dropAt(at);
    if (dropped) put({ line: dropped.line, cells: said(dropped.line, dropped) }, why);
  };
  if (first.money.balance !== null) for (const at of unmovedRows(maker.entries).reverse()) drop(at, 'never-happened');
  for (const left of maker.settleDoubtful()) put({ line: left.line, cells: said(left.line, left) }, 'pending-left-out');
  for (const at of carriedRows(maker.entries).reverse()) drop(at, 'summary');
  const about = first.header ? null : maker.takeStatementLine();
  if (about) put({ line: about.line, cells: [about.day, about.descriptor] }, 'summary');
  const lone = loneRow(maker.entries, first.header !== null);
  if (lone) drop(lone.at, lone.why);
  const opening = takeSums(maker.entries, guesses, drop);
  const period = readPeriod(preamble, thisYear);
  const warnings = source.openQuotes.map((line): SetAside => ({
    line,
    why: 'open-quote',
    text:
      head
        .find((row) => row.line === line)
        ?.cells.join(' | ')
        .slice(0, 300) ?? '',
  }));
  if (maker.entries.length === 0) {
    const trouble = setAside.filter(({ why }) => why !== 'preamble' && why !== 'footer' && why !== 'header-again');
    const refused = noTable(head, thisYear);
    throw new AppError(refused.code, refused.message, { ...refused.detail, setAside: trouble.slice(0, 5) });
  }
  const header = tables[0]?.header ?? null;
  return {
    entries: maker.entries,
    setAside: taken.size > 0 ? setAside.filter(({ line }) => !taken.has(line)) : setAside,
    setAsideCount,
    warnings,
    layout: describe(first, guesses, maker),
    asks: [...askFor(first, guesses, sample, maker, thisYear), ...(opening ? [opening] : [])],
    header,
    sample: header && sample.length < SAMPLE_ROWS ? sample : sample.slice(0, SAMPLE_ROWS),
    maker,
    period,
    preamble,
    fingerprint: header ? headerKey(header.cells) : `${first.roles.roles.size} columns`,
  };
}

/**
 * A copy of each row: V8 learns of the place where rows are made that they live long, if these do, and makes the million that follow
 * where only a full collection finds them, each with its cells. It took a third of the time of reading.
 */
function lookAt(source: RowSource): Row[] {
  const cursor = source.open();
  const head: Row[] = [];
  for (let cells = cursor.next(); cells && head.length < LOOKED_AT; cells = cursor.next())
    head.push({ line: cursor.line, cells: [...cells] });
  return head;
}

function headerLineOf(guesses: Partial<Guesses>): number | null {
  const chosen = guesses['header-line'];
  return chosen === undefined || chosen === '' ? null : Number(chosen);
}

/** Which error it is: rows without money or dates, or no rows at all. */
function noTable(head: readonly Row[], thisYear: number): AppError {
  const headers = head.filter(({ cells }) => isHeader(cells, thisYear));
  return new AppError(
    'statement-no-transactions',
    headers.length > 0
      ? 'The file has a header but no row with a date and an amount'
      : 'No column of dates and no column of amounts was found',
    {
      headerLine: headers[0]?.line ?? null,
      rows: head.length,
      firstRow: head[0]?.cells.slice(0, 6).map((cell) => cell.slice(0, 60)) ?? [],
    },
  );
}
