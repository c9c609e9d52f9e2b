// What all rows together say: the order of day and month for each shape of date, the decimal mark, whether days rise or fall.
import { dayNumber, type Day } from '../../base/days.ts';
import { fold } from '../../base/text.ts';
import { markOf, takeAmountApart, type DecimalMark } from '../amounts.ts';
import { dayUnder } from '../dates.ts';
import type { DateOrder, Reason, Role, Source } from '../reading.ts';
import { OrderEvidence, type OrderVerdict } from './date-order.ts';
import type { Row } from './find-tables.ts';
import { datePartsOf, type Profile } from './profile.ts';
import type { Roles } from './roles.ts';
import { StatedPeriod } from './stated-period.ts';

export interface Facts {
  /** By shape of date. */
  orders: Map<string, OrderVerdict>;
  mark: { value: DecimalMark; source: Source; reason: Reason };
  rising: boolean | null;
  /** Nothing that more rows could decide is open. */
  decided: boolean;
  evidence: Evidence;
}

interface Evidence {
  orders: Map<string, OrderEvidence>;
  /** Shapes of date that rows have; others stand in the letterhead alone, and ask nothing. */
  inRows: Set<string>;
  period: StatedPeriod | null;
  marks: {
    money: Record<DecimalMark, number>;
    other: Record<DecimalMark, number>;
    either: number;
    eitherMark: DecimalMark;
    line: number;
    text: string;
  };
}

interface Context {
  days: readonly number[];
  roles: Roles;
  profiles: readonly Profile[];
  today: Day;
  locale: Locale;
}

export interface Locale {
  order: DateOrder | null;
  mark: DecimalMark | null;
  /** The mark is as good as known: nobody in that script writes the other. */
  markSure?: boolean;
}

const MONEY: ReadonlySet<Role | undefined> = new Set<Role | undefined>([
  'amount',
  'debit',
  'credit',
  'balance',
  'fee',
  'net',
  'original-amount',
]);

export function gatherFacts(rows: readonly Row[], preamble: readonly Row[], context: Context, before: Facts | null = null): Facts {
  const thisYear = Number(context.today.slice(0, 4));
  const evidence: Evidence = before?.evidence ?? {
    orders: new Map(),
    inRows: new Set(),
    period: StatedPeriod.find(preamble, thisYear),
    marks: { money: { '.': 0, ',': 0 }, other: { '.': 0, ',': 0 }, either: 0, eitherMark: '.', line: 0, text: '' },
  };
  const markOpen = before?.mark.source !== 'proved';
  for (const { cells, line } of rows) {
    addDates(evidence, cells, line, context, thisYear);
    if (markOpen) addMarks(evidence, cells, line, context);
  }
  if (!before) addPeriodLines(evidence, preamble, context, thisYear);
  const orders = new Map(
    [...evidence.orders].flatMap(([shape, each]) =>
      evidence.inRows.has(shape) ? [[shape, each.decide(context.locale.order, evidence.period)]] : [],
    ),
  );
  const mark = decideMark(evidence, context.locale);
  const rising = before?.rising ?? direction(rows, context, orders, thisYear);
  const decided = [...orders.values()].every(({ source }) => source !== 'asked') && mark.source !== 'asked';
  return { orders, mark, rising, decided, evidence };
}

function addDates(evidence: Evidence, cells: readonly string[], line: number, { days, today }: Context, thisYear: number): void {
  for (let at = 0; at < days.length; at += 1) {
    const cell = cells[days[at] ?? -1]?.trim();
    if (!cell) continue;
    const parts = datePartsOf(cell, thisYear);
    if (!parts || 'fixed' in parts) continue;
    let order = evidence.orders.get(parts.shape);
    if (!order) evidence.orders.set(parts.shape, (order = new OrderEvidence(today)));
    evidence.inRows.add(parts.shape);
    order.add(parts, cell, line, at === 0);
  }
}

/** Dates in the letterhead ("01.01.2000 - 31.01.2000") prove the order of their shape. */
function addPeriodLines(evidence: Evidence, preamble: readonly Row[], { today }: Context, thisYear: number): void {
  for (const { cells, line } of preamble)
    for (const cell of cells)
      for (const [text] of cell.slice(0, 300).matchAll(/\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/g)) {
        const parts = datePartsOf(text, thisYear);
        if (!parts || 'fixed' in parts) continue;
        let order = evidence.orders.get(parts.shape);
        if (!order) evidence.orders.set(parts.shape, (order = new OrderEvidence(today)));
        order.add(parts, text, line, false);
      }
}

function addMarks({ marks }: Evidence, cells: readonly string[], line: number, { roles, profiles }: Context): void {
  for (let column = 0; column < cells.length && column < profiles.length; column += 1) {
    const profile = profiles[column];
    if (!profile || profile.amounts === 0) continue;
    const amount = takeAmountApart(cells[column] ?? '');
    if (!amount) continue;
    const mark = markOf(amount.body);
    if (mark === null) continue;
    const isMoney = MONEY.has(roles.get(column));
    if (mark === 'either') {
      if (!isMoney && roles.has(column)) continue;
      marks.either += 1;
      marks.eitherMark = amount.body.includes('.') ? '.' : ',';
      if (marks.line === 0) [marks.line, marks.text] = [line, cells[column]?.trim() ?? ''];
    } else marks[isMoney || !roles.has(column) ? 'money' : 'other'][mark] += 1;
  }
}

function decideMark({ marks }: Evidence, { mark: locale, markSure }: Locale): Facts['mark'] {
  for (const counts of [marks.money, marks.other]) {
    const total = counts['.'] + counts[','];
    if (total === 0) continue;
    const value: DecimalMark = counts['.'] >= counts[','] ? '.' : ',';
    if (counts[value] * 10 >= total * 8 || marks.either === 0)
      return { value, source: 'proved', reason: { code: 'mark', count: counts[value], of: total } };
    return { value, source: 'asked', reason: { code: 'both-readings', line: marks.line, text: marks.text } };
  }
  // Whole numbers only: the mark does not matter.
  if (marks.either === 0) return { value: locale ?? '.', source: 'proved', reason: { code: 'shape' } };
  // "1.234" and nothing else: a decimal mark before three digits is rare, a thousands mark common.
  const thousands = marks.eitherMark === '.' ? ',' : '.';
  return {
    value: locale ?? thousands,
    source: markSure ? 'guessed' : 'asked',
    reason: { code: 'both-readings', line: marks.line, text: marks.text },
  };
}

function direction(rows: readonly Row[], { days }: Context, orders: Map<string, OrderVerdict>, thisYear: number): boolean | null {
  let rising = 0;
  let falling = 0;
  let last = NaN;
  for (const { cells } of rows.slice(0, 1000)) {
    const parts = datePartsOf(cells[days[0] ?? -1]?.trim() ?? '', thisYear);
    if (!parts) continue;
    const day = dayUnder(parts, 'fixed' in parts ? 'ymd' : (orders.get(parts.shape)?.order ?? 'dmy'), thisYear);
    if (day === null) continue;
    const number = dayNumber(day);
    if (number > last) rising += 1;
    else if (number < last) falling += 1;
    last = number;
  }
  if (rising > falling * 2) return true;
  return falling > rising * 2 ? false : null;
}

/** The period that the letterhead names: its earliest and latest full date, when it has at least two. */
export function readPeriod(preamble: readonly Row[], thisYear: number): { first: Day; last: Day } | null {
  const days: Day[] = [];
  for (const { cells } of preamble)
    for (const cell of cells) {
      const found = [...cell.slice(0, 300).matchAll(/\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4}/g)];
      if (found.length < 2) continue;
      for (const [text] of found) {
        const parts = datePartsOf(text, thisYear);
        const day = parts && (dayUnder(parts, 'dmy', thisYear) ?? dayUnder(parts, 'mdy', thisYear));
        if (day) days.push(day);
      }
    }
  days.sort();
  const [first, last] = [days[0], days.at(-1)];
  return first !== undefined && last !== undefined && days.length === 2 ? { first, last } : null;
}

/** Hints of the country: only ever for a guess that is shown or asked. */
export function localeOf(header: readonly string[], letterhead: string, rows: readonly Row[]): Locale {
  const text = fold(`${header.join(' ')} ${letterhead}`);
  const cells = rows.slice(0, 50).flatMap((row) => row.cells);
  const all = `${text} ${fold(cells.join(' '))}`;
  if (/[\u3040-\u30ff\u4e00-\u9fff\u1100-\u11ff]/.test(text)) return { order: 'ymd', mark: '.', markSure: true };
  if (/[\u0370-\u03ff\u0400-\u04ff]/.test(text)) return { order: 'dmy', mark: ',' };
  if (/[\u0590-\u06ff]/.test(text)) return { order: 'dmy', mark: '.' };
  const english = /\b(date|amount|description|balance|debit|credit|withdrawal|deposit|payee)\b/.test(text);
  if (!english && header.length > 0) return { order: 'dmy', mark: null };
  if (/\b(usd|us\$)\b/.test(all) || (/\$/.test(all) && !/\b(aud|cad|nzd|sgd|hkd|mxn|r\$|cop|clp|ars)\b/.test(all)))
    return { order: 'mdy', mark: '.' };
  if (/\b(gbp|inr|aud|nzd|sgd|rs)\b|[£₹]/.test(all)) return { order: 'dmy', mark: '.' };
  if (/\b(eur|pln|czk|huf|sek|nok|dkk|brl|try|ron|bgn|rub|uah)\b|€/.test(all)) return { order: 'dmy', mark: null };
  return { order: null, mark: null };
}
