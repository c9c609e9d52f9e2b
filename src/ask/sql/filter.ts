// A scope as a WHERE clause: text from closed tables, every value bound. This is where "spending" is defined:
// expense postings with their sign turned, so that a refund (a positive expense) nets off, and transfers are no part of it.
import type { SqlValue } from '../../ledger/database.ts';
import { paidBySql } from '../../ledger/paid-by.ts';
import type { Condition, Flow, Scope } from '../plan/plan.ts';

export interface Sql {
  text: string;
  params: SqlValue[];
}

interface FlowSql {
  where: string;
  /** The figure of one row, positive the way the question means it. */
  amount: string;
}

export const flows: Readonly<Record<Flow, FlowSql>> = {
  spending: { where: `flow = 'expense'`, amount: '-minor' },
  purchases: { where: `flow = 'expense' AND minor < 0`, amount: '-minor' },
  refunds: { where: `flow = 'expense' AND minor > 0`, amount: 'minor' },
  income: { where: `flow = 'income'`, amount: 'minor' },
  net: { where: `flow IN ('expense', 'income')`, amount: 'minor' },
  'transfers-in': { where: `flow = 'transfer' AND minor > 0`, amount: 'minor' },
  'transfers-out': { where: `flow = 'transfer' AND minor < 0`, amount: '-minor' },
  transfers: { where: `flow = 'transfer'`, amount: 'minor' },
  anything: { where: `flow IN ('expense', 'income', 'transfer')`, amount: 'minor' },
};

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');

type Bound = { text: string; params: SqlValue[] };

const within = (column: string, ids: readonly number[]): Bound => ({ text: `${column} IN (${marks(ids.length)})`, params: [...ids] });

const both = (a: Bound, b: Bound): Bound => ({ text: `(${a.text} AND ${b.text})`, params: [...a.params, ...b.params] });

/** The bank's own words, its memo with them. */
const textHolds = (words: readonly string[]): Bound => ({
  text: `EXISTS (SELECT 1 FROM bank_transaction AS said WHERE said.id = transaction_id${words.map(() => ` AND said.descriptor || ' ' || coalesce(said.memo, '') LIKE ?`).join('')})`,
  params: words.map((word) => `%${word}%`),
});

function subjects({ any, not }: Extract<Condition, { by: 'subject' }>): Bound {
  const payees = [...new Set(any.flatMap((subject) => subject.payees))];
  const categories = [...new Set(any.flatMap((subject) => subject.categories))];
  const loose = [...new Set(any.flatMap((subject) => subject.loose))];
  const parts: Bound[] = [];
  if (payees.length) parts.push(within('payee_id', payees));
  if (categories.length) parts.push(within('category_id', categories));
  if (loose.length) {
    const { text, params } = within('payee_id', loose);
    parts.push({ text: `(category_id IS NULL AND ${text})`, params });
  }
  for (const { elsewhere, noted } of any) {
    if (elsewhere) parts.push(both(within('account_id', elsewhere.accounts), within('payee_id', elsewhere.payees)));
    if (noted) parts.push(both(within('payee_id', noted.payees), textHolds(noted.words)));
  }
  const text = parts.map((part) => part.text).join(' OR ') || 'FALSE';
  // A row without a category is not in any, so "NOT" must not lose it.
  return {
    text: not ? `coalesce(NOT (${text}), TRUE)` : parts.length > 1 ? `(${text})` : text,
    params: parts.flatMap(({ params }) => params),
  };
}

/** Bounds on the bare column, so that an index serves; where money goes both ways, on its size. */
function sizes({ above, atLeast, below, atMost }: Extract<Condition, { by: 'amount' }>, flow: Flow): Bound {
  const out = flows[flow].amount === '-minor';
  const column = flow === 'transfers' || flow === 'net' || flow === 'anything' ? 'abs(minor)' : 'minor';
  const turned = out && column === 'minor';
  const signs = turned ? ['<', '<=', '>', '>='] : ['>', '>=', '<', '<='];
  const said = [above, atLeast, below, atMost].flatMap((value, at) =>
    value === undefined ? [] : [{ text: `${column} ${signs[at] ?? '='} ?`, value: turned ? -value : value }],
  );
  // "Under 5" has a lower end too: a refund is no small purchase.
  if (above === undefined && atLeast === undefined && column === 'minor') said.push({ text: turned ? 'minor < ?' : 'minor > ?', value: 0 });
  return { text: said.map(({ text }) => text).join(' AND ') || 'TRUE', params: said.map(({ value }) => value) };
}

/** Rows that left for one of these accounts, as the two halves of a transfer were paired. */
function otherHalfOn(accounts: readonly number[]): Bound {
  const { text, params } = within('account_id', accounts);
  return { text: `transaction_id IN (SELECT out_id FROM transfer JOIN bank_transaction ON id = in_id WHERE ${text})`, params };
}

function condition(one: Condition, flow: Flow): Bound {
  switch (one.by) {
    case 'subject':
      return subjects(one);
    case 'account': {
      const { text, params } = within('account_id', one.ids);
      if (one.into) return both({ text, params }, otherHalfOn(one.into));
      return { text: one.not ? `NOT ${text}` : text, params };
    }
    case 'amount':
      return sizes(one, flow);
    case 'weekday':
      return { text: `CAST(strftime('%w', day) AS INTEGER) IN (${marks(one.days.length)})`, params: [...one.days] };
    case 'uncategorised':
      return { text: 'category_id IS NULL', params: [] };
    case 'paid-by':
      return {
        text: `EXISTS (SELECT 1 FROM bank_transaction AS told WHERE told.id = transaction_id AND ${paidBySql('told', one.how)})`,
        params: [],
      };
    case 'place':
      return within('payee_id', one.payees);
  }
}

export type Source = 'posting' | 'day_total';

/** Day totals tell nothing of single rows: payees and sizes are asked of the postings. */
export const sourceOf = ({ where }: Scope): Source =>
  where.every(
    (one) =>
      (one.by === 'account' && !one.into) ||
      one.by === 'weekday' ||
      one.by === 'uncategorised' ||
      (one.by === 'subject' &&
        one.any.every(({ payees, loose, elsewhere, noted }) => payees.length + loose.length === 0 && !elsewhere && !noted)),
  )
    ? 'day_total'
    : 'posting';

/** How many postings, whichever table is read. */
export const rowCount = (source: Source): string => (source === 'posting' ? 'count(*)' : 'coalesce(sum(rows), 0)');

const narrowsToPayees = ({ where }: Scope): boolean =>
  where.some(
    (one) => one.by === 'subject' && !one.not && one.any.every(({ categories, elsewhere }) => categories.length === 0 && !elsewhere),
  );

/** Postings read by day: the planner, which cannot see the values, would rather sort them all by size. */
export const postingsOf = (scope: Scope): string => (narrowsToPayees(scope) ? 'posting' : 'posting INDEXED BY posting_day');

/** Postings read payee by payee, where nothing but days and flow narrow them. */
export const postingsByPayee = (scope: Scope): string =>
  scope.where.length === 0 ? 'posting INDEXED BY posting_payee' : postingsOf(scope);

/** The WHERE clause, without the word. */
export function filter(scope: Scope): Sql {
  const { flow, period, where, currency } = scope;
  const parts: Bound[] = [];
  if (period) {
    const ranges = period.ranges.map(() => 'day >= ? AND day < ?');
    parts.push({
      text: ranges.length === 1 ? (ranges[0] ?? '') : `(${ranges.join(' OR ')})`,
      params: period.ranges.flatMap(({ from, until }) => [from, until]),
    });
  }
  // All the days there are, said so that the index by day serves where no payee narrows the rows.
  else if (!narrowsToPayees(scope)) {
    parts.push({ text: 'day >= ? AND day < ?', params: ['0001-01-01', '9999-12-31'] });
  }
  parts.push({ text: flows[flow].where, params: [] }, { text: 'currency = ?', params: [currency] });
  for (const one of where) parts.push(condition(one, flow));
  return { text: parts.map(({ text }) => text).join('\n  AND '), params: parts.flatMap(({ params }) => params) };
}
