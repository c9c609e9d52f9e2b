// The closed plan type as a model writes it: one line of JSON, its keys in a fixed order, every value from a list. The grammar and the
// reader are both made from these tables, so that neither can know what the other does not.
import type { Ask, Dimension, Flow, Per, QueryPlan, Value } from '../plan/plan.ts';
import type { Expression, Grammar } from './grammar.ts';
import { all, dayText, listed, one, rule, wholeNumber } from './grammar.ts';
import type { Vocabulary } from './vocabulary.ts';

type Of<A extends Ask> = Extract<QueryPlan, { ask: A }>;

export const FLOWS: readonly Flow[] = [
  'spending',
  'purchases',
  'refunds',
  'income',
  'net',
  'transfers-in',
  'transfers-out',
  'transfers',
  'anything',
];
export const PERS: readonly Per[] = ['purchase', 'day', 'week', 'month', 'quarter', 'year'];
export const VALUES: readonly Value[] = ['sum', 'count', 'average'];
export const DIMENSIONS: readonly Dimension[] = [
  'day',
  'week',
  'weekend',
  'month',
  'quarter',
  'year',
  'weekday',
  'day-kind',
  'category',
  'payee',
  'account',
  'currency',
];
export const COUNTED: readonly Of<'count'>['of'][] = ['rows', 'payee', 'category', 'account', 'day'];
export const SIZES: readonly Of<'extreme'>['order'][] = ['largest', 'smallest'];
export const EDGES: readonly Of<'edge'>['edge'][] = ['first', 'last'];
export const LIST_ORDERS: readonly Of<'list'>['order'][] = ['newest', 'oldest', 'largest'];
export const BREAKDOWN_ORDERS: readonly Of<'breakdown'>['order'][] = ['natural', 'most', 'least'];
export const SHOWS: readonly Of<'compare'>['show'][] = ['sides', 'difference', 'percent', 'more', 'less'];
export const PRICE_WANTS: readonly Of<'price-change'>['want'][] = ['when', 'how-much', 'list'];
export const REGULAR_WANTS: readonly Of<'subscriptions'>['want'][] = ['list', 'total', 'count', 'largest', 'ended'];
export const BUDGET_WANTS: readonly Of<'budget'>['want'][] = ['over', 'left'];

/** The most names of one list, sides of one comparison, rows of one list. */
export const MOST_NAMES = 6;
export const MOST_SIDES = 4;
const LIMIT_FIGURES = 3;

export type Field =
  | { is: 'choice'; of: readonly string[] }
  /** A whole number; 0 where none was said. */
  | { is: 'number' }
  | { is: 'yes-no' }
  | { is: 'names' }
  | { is: 'accounts' }
  | { is: 'size' }
  | { is: 'sides' };

const choice = (of: readonly string[]): Field => ({ is: 'choice', of });
const number: Field = { is: 'number' };

/** What each kind of plan has beside its scope. */
export const FIELDS: Readonly<Record<Ask, Readonly<Record<string, Field>>>> = {
  total: {},
  count: { of: choice(COUNTED) },
  average: { per: choice(PERS), count: { is: 'yes-no' } },
  median: {},
  extreme: { order: choice(SIZES), limit: number },
  edge: { edge: choice(EDGES) },
  'how-long': {},
  'days-since': {},
  list: { order: choice(LIST_ORDERS), limit: number },
  breakdown: { by: choice(DIMENSIONS), value: choice(VALUES), order: choice(BREAKDOWN_ORDERS), limit: number },
  compare: { sides: { is: 'sides' }, value: choice(VALUES), show: choice(SHOWS) },
  share: { part: { is: 'names' } },
  'savings-rate': {},
  balance: { accounts: { is: 'accounts' } },
  price: {},
  'price-change': { want: choice(PRICE_WANTS), falls: { is: 'yes-no' } },
  subscriptions: { want: choice(REGULAR_WANTS) },
  duplicates: {},
  unusual: {},
  exists: { still: { is: 'yes-no' } },
  why: {},
  'what-if': { percent: number, per: choice(['none', ...PERS]) },
  budget: { limit: { is: 'size' }, want: choice(BUDGET_WANTS) },
};

/** Every scope, in this order. A comparison has its scopes in its sides. */
export const SCOPE_KEYS = ['flow', 'only', 'without', 'period'] as const;

/** No plan can say it: a SELECT may. */
export const BEYOND_PLANS = 'other';
/** Not about this person's transactions. */
export const NOT_OURS = 'none';

const json = (value: unknown): string => JSON.stringify(value);
const choices = (values: readonly string[]): Expression => one(...values.map(json));

function fieldShape(field: Field): Expression {
  switch (field.is) {
    case 'choice':
      return choices(field.of);
    case 'number':
      return rule('number');
    case 'yes-no':
      return one('true', 'false');
    case 'names':
      return rule('names');
    case 'accounts':
      return rule('accounts');
    case 'size':
      return rule('size');
    case 'sides':
      return all('[', listed(all('{', rule('scope'), '}'), ',', 2, MOST_SIDES), ']');
  }
}

/** Whether this question can be such a plan at all: a budget needs a size, a balance an account. */
export function isOffered(ask: Ask, { sizes, accounts }: Vocabulary): boolean {
  if (ask === 'budget') return sizes.size > 0;
  return ask !== 'balance' || accounts.size > 0;
}

export const asksOffered = (vocabulary: Vocabulary): Ask[] => (Object.keys(FIELDS) as Ask[]).filter((ask) => isOffered(ask, vocabulary));

const planShape = (ask: Ask): Expression =>
  all(
    `{"ask":${json(ask)}`,
    ...(ask === 'compare' ? [] : [',', rule('scope')]),
    ...Object.entries(FIELDS[ask]).flatMap(([key, field]) => [`,${json(key)}:`, fieldShape(field)]),
    '}',
  );

/** The plans that this question may be: no name, day or word can be spelled that is not offered. */
export function planGrammar(vocabulary: Vocabulary, selects = true): Grammar {
  const { names, periods, sizes, accounts, freeDays } = vocabulary;
  const days = all('"', dayText, ' until ', dayText, '"');
  return {
    root: one(...asksOffered(vocabulary).map(planShape), ...(selects ? [`{"ask":"${BEYOND_PLANS}"}`] : []), `{"ask":"${NOT_OURS}"}`),
    scope: all('"flow":', choices(FLOWS), ',"only":', rule('names'), ',"without":', rule('names'), ',"period":', rule('period')),
    names: names.size ? all('[', listed(choices([...names.keys()]), ',', 0, MOST_NAMES), ']') : all('[]'),
    period: one(...[...periods.keys()].map(json), ...(freeDays ? [days] : [])),
    number: one('0', wholeNumber(LIMIT_FIGURES)),
    ...(sizes.size ? { size: choices([...sizes.keys()]) } : {}),
    ...(accounts.size ? { accounts: all('[', listed(choices([...accounts.keys()]), ',', 1, MOST_NAMES), ']') } : {}),
  };
}
