// The columns of a plan as the reading of rows wants them: found once a table, by what each is for.
import type { Day } from '../../base/days.ts';
import { sidesOf, type Sides } from './other-side.ts';
import type { Plan } from './plan-table.ts';
import { sideCurrenciesOf, type SideCurrencies } from './side-currencies.ts';

export interface Columns {
  payee: number[];
  memo: number[];
  /** Columns whose texts no entry takes otherwise: a "Code" beside the "Type", which on some rows holds the shop. */
  spare: number[];
  category: number;
  kind: number[];
  id: number;
  currency: number;
  account: number;
  accountName: number;
  state: number;
  sides: Sides | null;
  sideCurrencies: SideCurrencies | null;
  days: Map<string, Day | null>;
}

export function columnsOf(plan: Plan): Columns {
  const all = (role: string) =>
    [...plan.roles.roles]
      .filter(([, each]) => each === role)
      .map(([column]) => column)
      .sort((a, b) => a - b);
  const one = (role: string) => all(role)[0] ?? -1;
  return {
    payee: tellingFirst(plan, all('payee')),
    memo: tellingFirst(plan, all('memo')),
    spare: [...all('kind').slice(1), ...all('ignore').filter((column) => (plan.profiles[column]?.distinct.size ?? 0) > 1)],
    category: one('category'),
    kind: all('kind'),
    id: one('id'),
    currency: one('currency'),
    account: one('account'),
    accountName: one('account-name'),
    state: one('state'),
    sides: sidesOf(plan.header, textsOf(plan)),
    sideCurrencies: sideCurrenciesOf(plan),
    days: new Map(),
  };
}

/**
 * Of several text columns the one that tells comes first: "Merchant Name" before the "Name" of the holder, a description before
 * "Details" that holds nothing but DEBIT and CREDIT.
 */
function tellingFirst({ header, profiles }: Plan, columns: number[]): number[] {
  const distinct = (column: number): number => profiles[column]?.distinct.size ?? 0;
  const most = Math.max(...columns.map(distinct));
  const saysLittle = (column: number): boolean => {
    const name = header?.[column]?.trim() ?? '';
    return /^(?:(?:first |full )?name)$/i.test(name) || (distinct(column) <= 3 && distinct(column) < most);
  };
  return columns.length < 2 ? columns : [...columns.filter((column) => !saysLittle(column)), ...columns.filter(saysLittle)];
}

/** Columns of texts that have no other part to play. */
const textsOf = ({ profiles, roles }: Plan): number[] =>
  profiles.flatMap(({ texts, filled }, column) => {
    const role = roles.roles.get(column);
    return texts * 2 > filled && (role === undefined || role === 'payee' || role === 'memo' || role === 'ignore') ? [column] : [];
  });
