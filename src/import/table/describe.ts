// How a table was understood, as data: each guess with its value, what else it could be, how sure and why; and the questions.
import { dayUnder, type DateParts } from '../dates.ts';
import type { Ask, DateOrder, Guesses, Reason, Role, Source, Understood } from '../reading.ts';
import { readCell } from './cell-value.ts';
import { toMinorUnits, type DecimalMark } from '../amounts.ts';
import { DATE_ORDERS } from './date-order.ts';
import { isTurned, mainColumn } from './money-model.ts';
import type { Row } from './find-tables.ts';
import type { EntryMaker } from './make-entries.ts';
import type { Plan } from './plan-table.ts';
import { datePartsOf } from './profile.ts';

const CHANGEABLE: readonly Role[] = [
  'day',
  'amount',
  'debit',
  'credit',
  'direction',
  'balance',
  'fee',
  'currency',
  'payee',
  'memo',
  'category',
  'kind',
  'id',
  'state',
  'account',
];
const ROWS_SHOWN = 3;

const CURRENCIES = [
  'EUR',
  'USD',
  'GBP',
  'CHF',
  'JPY',
  'CNY',
  'AUD',
  'CAD',
  'INR',
  'BRL',
  'PLN',
  'CZK',
  'HUF',
  'SEK',
  'NOK',
  'DKK',
  'RON',
  'UAH',
  'TRY',
  'ILS',
  'KRW',
  'MXN',
  'ZAR',
  'NZD',
  'SGD',
  'HKD',
];

export function describe(plan: Plan, guesses: Partial<Guesses>, maker: EntryMaker): Understood[] {
  const currency = maker.currencyFor(plan);
  const columns = Array.from({ length: plan.width }, (_, column) => ({
    value: String(column),
    label: plan.header?.[column]?.trim() ?? '',
  }));
  const layout: Understood[] = [
    {
      key: 'header-line',
      value: String(plan.headerLine),
      options: [{ value: '0' }, ...(plan.headerLine > 0 ? [{ value: String(plan.headerLine) }] : [])],
      source: guesses['header-line'] === undefined ? 'proved' : 'chosen',
      reason: plan.headerLine > 0 ? { code: 'header-word', line: plan.headerLine } : { code: 'shape' },
    },
    {
      key: 'decimal-mark',
      value: plan.facts.mark.value,
      options: [{ value: '.' }, { value: ',' }],
      source: plan.facts.mark.source,
      reason: plan.facts.mark.reason,
    },
  ];
  const order = [...plan.facts.orders.values()][0];
  if (order)
    layout.push({
      key: 'date-order',
      value: order.order,
      options: DATE_ORDERS.map((value) => ({ value })),
      source: order.source,
      reason: order.reason,
    });
  layout.push(signOf(plan, guesses));
  const told = maker.isCurrencyTold && !plan.currencyHint ? plan.told : null;
  const named = guesses.currency ? ('chosen' as const) : currency === '' || told ? ('guessed' as const) : ('proved' as const);
  layout.push({
    key: 'currency',
    value: currency,
    options: ['', ...new Set([...(currency ? [currency] : []), ...CURRENCIES])].map((value) => ({ value })),
    source: named,
    reason: guesses.currency ? { code: 'chosen' } : (told?.reason ?? { code: 'currency-sign', text: currency }),
  });
  for (const role of CHANGEABLE) {
    const found = role === 'day' ? plan.days[0] : columnOf(plan, role);
    const chosen = guesses[`column:${role}`] !== undefined;
    layout.push({
      key: `column:${role}`,
      value: found === undefined ? '' : String(found),
      options: [{ value: '' }, ...columns],
      source: chosen ? 'chosen' : found === undefined ? 'guessed' : plan.roles.byWord.has(found) ? 'proved' : 'guessed',
      reason: chosen
        ? { code: 'chosen' }
        : found !== undefined && plan.roles.byWord.has(found)
          ? { code: 'header-word', text: plan.header?.[found]?.trim() ?? '' }
          : { code: 'shape' },
    });
  }
  return layout;
}

function columnOf({ roles, money }: Plan, role: Role): number | undefined {
  const { model } = money;
  if (role === 'amount') return model.kind === 'single' ? model.column : undefined;
  if (role === 'debit') return model.kind === 'pair' ? model.out : undefined;
  if (role === 'credit') return model.kind === 'pair' ? model.into : undefined;
  if (role === 'balance') return money.balance ?? undefined;
  return [...roles.roles].find(([, each]) => each === role)?.[0];
}

function signOf({ money }: Plan, guesses: Partial<Guesses>): Understood {
  const chosen = guesses.sign !== undefined;
  const source: Source = chosen ? 'chosen' : money.sign.source;
  const reason: Reason = chosen ? { code: 'chosen' } : money.sign.reason;
  return {
    key: 'sign',
    value: isTurned(money.model) ? 'flipped' : 'as-written',
    options: [{ value: 'as-written' }, { value: 'flipped' }],
    source,
    reason,
  };
}

export function askFor(plan: Plan, guesses: Partial<Guesses>, sample: readonly Row[], maker: EntryMaker, thisYear: number): Ask[] {
  const asks: Ask[] = [];
  const order = [...plan.facts.orders.values()].find(({ source }) => source === 'asked');
  if (order) asks.push(askOrder(plan, order.order, order.open, sample, thisYear));
  if (plan.facts.mark.source === 'asked') asks.push(askMark(plan, sample));
  if (plan.money.sign.source === 'asked' && guesses.sign === undefined) asks.push(askSign(plan, maker));
  if (plan.money.feeOpen && guesses.fee === undefined)
    asks.push({
      key: 'fee',
      assumed: '0',
      readings: [
        { value: '0', rows: [] },
        { value: '-1', rows: [] },
      ],
    });
  if (plan.money.rivals.length > 0 && guesses['column:amount'] === undefined) asks.push(askAmount(plan, sample));
  if (maker.pending > 0 && guesses.pending === undefined) asks.push(askPending(maker));
  return asks;
}

function askOrder(plan: Plan, assumed: DateOrder, open: readonly DateOrder[], sample: readonly Row[], thisYear: number): Ask {
  const dated = sample.flatMap(({ line, cells }) => {
    const text = cells[plan.days[0] ?? -1]?.trim() ?? '';
    const parts = datePartsOf(text, thisYear);
    return parts && !('fixed' in parts) ? [{ line, text, parts }] : [];
  });
  const telling = dated.filter(({ parts }) => !('fixed' in parts) && parts.a !== parts.b);
  const rows = (telling.length > 0 ? telling : dated).slice(0, ROWS_SHOWN);
  const under = (parts: DateParts, value: DateOrder) => dayUnder(parts, value, thisYear);
  return {
    key: 'date-order',
    assumed,
    readings: open.map((value) => ({
      value,
      rows: rows.map(({ line, text, parts }) => ({ line, text, day: under(parts, value), minor: null, currency: null })),
    })),
  };
}

function amountsOf(plan: Plan, column: number, mark: DecimalMark, sample: readonly Row[]) {
  return sample.flatMap(({ line, cells }) => {
    const text = cells[column]?.trim() ?? '';
    const value = text === '' ? null : readCell(text, mark);
    const currency = plan.currencyHint ?? '';
    return value ? [{ line, text, day: null, minor: toMinorUnits(value.exact, currency)?.minor ?? null, currency: currency || null }] : [];
  });
}

function askMark(plan: Plan, sample: readonly Row[]): Ask {
  const readings = (['.', ','] as const).map((value) => ({
    value,
    rows: amountsOf(plan, mainColumn(plan.money.model), value, sample).slice(0, ROWS_SHOWN),
  }));
  return { key: 'decimal-mark', assumed: plan.facts.mark.value, readings };
}

function askSign(plan: Plan, maker: EntryMaker): Ask {
  const assumed = isTurned(plan.money.model) ? 'flipped' : 'as-written';
  const other = assumed === 'flipped' ? 'as-written' : 'flipped';
  const shown = maker.entries
    .slice(0, ROWS_SHOWN)
    .map(({ line, descriptor, day, minor, currency }) => ({ line, text: descriptor, day, minor, currency }));
  return {
    key: 'sign',
    assumed,
    readings: [
      { value: assumed, rows: shown },
      { value: other, rows: shown.map((row) => ({ ...row, minor: row.minor === 0 ? 0 : -row.minor })) },
    ],
  };
}

function askAmount(plan: Plan, sample: readonly Row[]): Ask {
  const column = mainColumn(plan.money.model);
  const readings = [column, ...plan.money.rivals].map((each) => ({
    value: String(each),
    rows: amountsOf(plan, each, plan.facts.mark.value, sample).slice(0, ROWS_SHOWN),
  }));
  return { key: 'column:amount', assumed: String(column), readings };
}

function askPending(maker: EntryMaker): Ask {
  const rows = maker.entries
    .filter(({ state }) => state === 'pending')
    .slice(0, ROWS_SHOWN)
    .map(({ line, descriptor, day, minor, currency }) => ({ line, text: descriptor, day, minor, currency }));
  return {
    key: 'pending',
    assumed: 'keep',
    readings: [
      { value: 'keep', rows },
      { value: 'leave-out', rows: [] },
    ],
  };
}
