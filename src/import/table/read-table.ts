// Rows of a table -> entries. Looks at the first rows to find tables, columns and marks, at all rows for what the whole column
// must decide, then reads each row once. The only place that knows the order of these steps.
import { AppError } from '../../base/errors.ts';
import { exponentOf } from '../../base/money.ts';
import type { StatementEntry } from '../../ledger/statement.ts';
import { currencyOf } from '../words/currencies.ts';
import type { Ask, DateOrder, Guesses, ReadOptions, Role, SetAside, Understood } from '../reading.ts';
import { MOST_SET_ASIDE, SAMPLE_ROWS } from '../reading.ts';
import { speaksOfCard } from '../words/row-words.ts';
import { accountOfHeading, EntryMaker, type Plan } from './make-entries.ts';
import { breathe } from './breathe.ts';
import { findTables, headerKey, isDataRow, isHeader, type Row, type Table } from './find-tables.ts';
import { gatherFacts, localeOf, readPeriod, type Facts } from './facts.ts';
import { judgeMoney } from './judge-money.ts';
import { isTurned, mainColumn } from './money-model.ts';
import { profileColumns, type Profile } from './profile.ts';
import { assignRoles, type RoleChoice } from './roles.ts';
import type { RowSource } from './rows.ts';
import { askFor, describe } from './describe.ts';
import { withJoinedDecimals } from './joined-decimals.ts';
import { withWrittenOut } from './numbered-days.ts';
import { settleBareCurrency } from './settle-roles.ts';
import { tellCurrency } from './tell-currency.ts';
import { withYears } from './yearless.ts';
import { applyLayout } from '../layouts/apply-layout.ts';
import type { Layout } from '../layouts/layout.ts';

const LOOKED_AT = 3000;
const ROWS_A_BREATH = 20_000;
/** Rows between two tables that may name the account of the second. */
const HEADING_LINES = 40;

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
  const joined = withJoinedDecimals(source, head, thisYear);
  if (joined) {
    source = joined;
    head = lookAt(source);
  }
  const written = withWrittenOut(source, head, thisYear);
  if (written) {
    source = written;
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
  const about = first.header ? null : maker.takeStatementLine();
  if (about) put({ line: about.line, cells: [about.day, about.descriptor] }, 'summary');
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
    setAside,
    setAsideCount,
    warnings,
    layout: describe(first, guesses, maker),
    asks: askFor(first, guesses, sample, maker, thisYear),
    header,
    sample: header && sample.length < SAMPLE_ROWS ? sample : sample.slice(0, SAMPLE_ROWS),
    maker,
    period,
    preamble,
    fingerprint: header ? headerKey(header.cells) : `${first.roles.roles.size} columns`,
  };
}

function lookAt(source: RowSource): Row[] {
  const cursor = source.open();
  const head: Row[] = [];
  for (let cells = cursor.next(); cells && head.length < LOOKED_AT; cells = cursor.next()) head.push({ line: cursor.line, cells });
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

const ROLE_KEY = /^column:(.+)$/;

function chosenRoles(guesses: Partial<Guesses>): Partial<Record<Role, number>> {
  const chosen: Partial<Record<Role, number>> = {};
  for (const [key, value] of Object.entries(guesses)) {
    const role = ROLE_KEY.exec(key)?.[1] as Role | undefined;
    if (role) chosen[role] = value === '' ? -1 : Number(value);
  }
  return chosen;
}

/** Everything decided about one table. Null when no money is in it. */
async function planTable(
  table: Table,
  preamble: readonly Row[],
  source: RowSource,
  complete: boolean,
  options: ReadOptions,
): Promise<Plan | null> {
  const thisYear = Number(options.today.slice(0, 4));
  const guesses = options.guesses ?? {};
  const data = table.rows.filter(({ cells }) => isDataRow(cells, thisYear));
  const profiles = profileColumns(data, table.width, thisYear);
  const header = table.header?.cells ?? null;
  const roles = assignRoles(header, profiles, chosenRoles(guesses));
  const days = dayColumns(roles);
  if (days.length === 0) return null;
  const letterhead = [options.name, ...preamble.flatMap(({ cells }) => cells.map((cell) => cell.slice(0, 200)))].join(' ');
  const locale = localeOf(header ?? [], letterhead, data);
  let facts = gatherFacts(data, preamble, { days, roles: roles.roles, profiles, today: options.today, locale });
  if (!complete && !facts.decided)
    facts = await gatherAll(source, preamble, { days, roles: roles.roles, profiles, today: options.today, locale }, facts, options);
  applyGuesses(facts, guesses);
  const textColumns = columnsOf(roles, 'payee', 'memo', 'kind', 'category');
  const accountColumns = columnsOf(roles, 'account', 'account-name', 'currency');
  const money = judgeMoney({
    header,
    rows: data,
    mark: facts.mark.value,
    roles: roles.roles,
    profiles,
    amountRivals: roles.amountRivals,
    card: speaksOfCard(`${letterhead} ${(header ?? []).join(' ')}`),
    rising: facts.rising,
    textOf: (cells) => textColumns.map((column) => cells[column] ?? '').join(' '),
    accountOf: (cells) => accountColumns.map((column) => cells[column] ?? '').join('|'),
  });
  if (!money) return null;
  if (!header && guesses['column:currency'] === undefined) settleBareCurrency(roles.roles, profiles, mainColumn(money.model));
  const headerCurrency = currencyHint(header, mainColumn(money.model));
  const currencyHinted =
    headerCurrency ??
    (money.balance === null ? null : currencyHint(header, money.balance)) ??
    currencyByHabit(data, mainColumn(money.model), facts, `${(header ?? []).join(' ')} ${letterhead}`);
  settleMark(facts, guesses.currency || currencyHinted, profiles, roles);
  const { sign, fee } = guesses;
  if (sign !== undefined && isTurned(money.model) !== (sign === 'flipped')) money.model.turned = !money.model.turned;
  if (fee !== undefined && money.fee) money.fee.times = fee === '-1' ? -1 : fee === '1' ? 1 : 0;
  return {
    header,
    headerLine: table.header?.line ?? 0,
    width: table.width,
    roles,
    days,
    facts,
    money,
    profiles,
    textColumns,
    locale,
    headerCurrency,
    currencyHint: currencyHinted,
    told:
      columnsOf(roles, 'currency').length > 0
        ? null
        : tellCurrency({
            header,
            letterhead,
            rows: data,
            accountColumns: profiles.flatMap(({ ibans, filled, distinct }, column) => {
              const role = roles.roles.get(column);
              return role === 'account' || (role === undefined && distinct.size === 1 && ibans * 2 > filled) ? [column] : [];
            }),
            textColumns,
            amountColumn: mainColumn(money.model),
          }),
    wordColumns: wordColumns(profiles, roles),
  };
}

export function columnsOf({ roles }: RoleChoice, ...wanted: Role[]): number[] {
  return [...roles]
    .filter(([, role]) => wanted.includes(role))
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

/** Columns of days, the one that counts first: when the person acted, when it was booked, from when it counts. */
function dayColumns(roles: RoleChoice): number[] {
  const clear = columnsOf(roles, 'day').filter((column) => (roles.scores.get(column) ?? 100) >= 50);
  const order = [...clear, ...columnsOf(roles, 'booked-day'), ...columnsOf(roles, 'day'), ...columnsOf(roles, 'value-day')];
  return [...new Set(order)];
}

/** A currency in the header of the amount: "Amount (EUR)", "Withdrawals (SGD)", "金额(元)". */
function currencyHint(header: readonly string[] | null, column: number): string | null {
  const cell = header?.[column] ?? '';
  for (const word of cell.split(/[\s()[\]（）/,:_.-]+/)) {
    if (word.length >= 3 || /[^\p{L}\p{N}]/u.test(word) || /[元円원]/.test(word)) {
      const code = /^[A-Z]{3}$/.test(word) || word.length > 3 || !/^[a-z]+$/i.test(word) ? currencyOf(word) : null;
      if (code) return code;
    }
  }
  return null;
}

/** Columns of words that are not the other side's name: there a row says that it is an opening balance or a total. */
function wordColumns(profiles: readonly Profile[], { roles }: RoleChoice): number[] {
  return profiles.flatMap(({ texts, filled }, column) => {
    const role = roles.get(column);
    const spoken =
      role === 'payee' ||
      role === 'category' ||
      role === 'account' ||
      role === 'account-name' ||
      role === 'other-account' ||
      role === 'direction';
    return filled > 0 && texts > 0 && !spoken ? [column] : [];
  });
}

/** "1,234" in a currency without decimals is a thousand and more; nothing needs asking. */
function settleMark(facts: Facts, hinted: string | null, profiles: readonly Profile[], { roles }: RoleChoice): void {
  if (facts.mark.source !== 'asked') return;
  const column = [...roles].find(([, role]) => role === 'currency')?.[0];
  const codes = column === undefined ? [] : [...(profiles[column]?.distinct ?? [])].map((code) => currencyOf(code) ?? '');
  const currencies = codes.length > 0 ? codes : hinted ? [hinted] : [];
  const seen = facts.mark.reason.text ?? '';
  const mark = seen.includes('.') ? '.' : ',';
  if (currencies.length > 0 && currencies.every((code) => exponentOf(code) === 0) && !(seen.includes('.') && seen.includes(',')))
    facts.mark = { value: mark === '.' ? ',' : '.', source: 'guessed', reason: { code: 'currency-sign', text: currencies[0] ?? '' } };
}

/** Signs that several countries share, told apart by how the file writes days and in which script: "$" with the month first. */
function currencyByHabit(rows: readonly Row[], column: number, { orders }: Facts, text: string): string | null {
  const signs = rows.slice(0, 200).map(({ cells }) => /[$¥￥]/.exec(`${cells[column] ?? ''} ${cells[column + 1] ?? ''}`)?.[0] ?? '');
  const dollars = (signs.includes('$') || /\(\$\)/.test(text)) && !/\b(?:CAD|AUD|NZD|SGD|HKD|MXN|Canada|Australia)\b/i.test(text);
  if (dollars && [...orders.values()].some(({ order, source }) => order === 'mdy' && source === 'proved')) return 'USD';
  // Yen and won have no decimals: figures with some are neither, whatever the script.
  const decimals = rows.slice(0, 500).some(({ cells }) => /[.,]\d{1,2}\D{0,4}$/.test(cells[column] ?? ''));
  const eras = rows.slice(0, 20).some(({ cells }) => cells.some((cell) => /^(?:令和|平成|昭和)/.test(cell)));
  if (!decimals && (eras || /[\u3040-\u30ff]/.test(text))) return 'JPY';
  if (!decimals && /[\uac00-\ud7af]/.test(text)) return 'KRW';
  return signs.some((sign) => sign === '¥' || sign === '￥') && /[\u4e00-\u9fff]/.test(text) ? 'CNY' : null;
}

function applyGuesses(facts: Facts, guesses: Partial<Guesses>): void {
  const order = guesses['date-order'];
  if (order === 'dmy' || order === 'mdy' || order === 'ymd')
    for (const verdict of facts.orders.values()) {
      verdict.order = order satisfies DateOrder;
      verdict.source = 'chosen';
      verdict.reason = { code: 'chosen' };
    }
  const mark = guesses['decimal-mark'];
  if (mark === '.' || mark === ',') facts.mark = { value: mark, source: 'chosen', reason: { code: 'chosen' } };
}

/** Looks at all rows, but only at what the first ones left open; stops as soon as nothing is. */
async function gatherAll(
  source: RowSource,
  preamble: readonly Row[],
  context: Parameters<typeof gatherFacts>[2],
  first: Facts,
  options: ReadOptions,
): Promise<Facts> {
  const cursor = source.open();
  let rows: Row[] = [];
  let facts = first;
  let count = 0;
  for (let cells = cursor.next(); cells; cells = cursor.next()) {
    count += 1;
    if (count <= LOOKED_AT) continue;
    rows.push({ line: cursor.line, cells });
    if (rows.length < ROWS_A_BREATH) continue;
    facts = gatherFacts(rows, preamble, context, facts);
    rows = [];
    await breathe(options, cursor.at / 4, source.size);
    if (facts.decided) return facts;
  }
  return gatherFacts(rows, preamble, context, facts);
}

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

async function readRows({ source, plans, first, maker, put, sample, options, preamble, thisYear }: Pass): Promise<void> {
  const skipUntil = Math.max(preamble.at(-1)?.line ?? 0, first.headerLine);
  const cursor = source.open();
  let plan = first;
  let count = 0;
  let last: Row | null = null;
  let full = true;
  let heading: Row[] = [];
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
      heading = [];
    }
    const why = maker.read(plan, cells, line);
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
