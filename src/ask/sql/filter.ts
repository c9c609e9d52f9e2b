// A scope as a WHERE clause: text from closed tables, every value bound. This is where "spending" is defined:
// expense postings with their sign turned, so that a refund (a positive expense) nets off, and transfers are no part of it.
import type { SqlValue } from '../../ledger/database.ts';
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
  const text = parts.map((part) => part.text).join(' OR ') || 'FALSE';
  // A row without a category is not in any, so "NOT" must not lose it.
  return {
    text: not ? `coalesce(NOT (${text}), TRUE)` : parts.length > 1 ? `(${text})` : text,
    params: parts.flatMap(({ params }) => params),
  };
}

function condition(one: Condition): Bound {
  switch (one.by) {
    case 'subject':
      return subjects(one);
    case 'account': {
      const { text, params } = within('account_id', one.ids);
      return { text: one.not ? `NOT ${text}` : text, params };
    }
    case 'amount': {
      const bounds: [string, number | undefined][] = [
        ['abs(minor) > ?', one.above],
        ['abs(minor) >= ?', one.atLeast],
        ['abs(minor) < ?', one.below],
        ['abs(minor) <= ?', one.atMost],
      ];
      const said = bounds.filter((bound): bound is [string, number] => bound[1] !== undefined);
      return { text: said.map(([text]) => text).join(' AND ') || 'TRUE', params: said.map(([, value]) => value) };
    }
    case 'weekday':
      return { text: `CAST(strftime('%w', day) AS INTEGER) IN (${marks(one.days.length)})`, params: [...one.days] };
    case 'uncategorised':
      return { text: 'category_id IS NULL', params: [] };
  }
}

/** The WHERE clause, without the word. */
export function filter({ flow, period, where, currency }: Scope): Sql {
  const parts: Bound[] = [];
  if (period) {
    const ranges = period.ranges.map(() => 'day >= ? AND day < ?');
    parts.push({
      text: ranges.length === 1 ? (ranges[0] ?? '') : `(${ranges.join(' OR ')})`,
      params: period.ranges.flatMap(({ from, until }) => [from, until]),
    });
  }
  parts.push({ text: flows[flow].where, params: [] }, { text: 'currency = ?', params: [currency] });
  for (const one of where) parts.push(condition(one));
  return { text: parts.map(({ text }) => text).join('\n  AND '), params: parts.flatMap(({ params }) => params) };
}
