// Who is paid again and again: of what kinds they are, those that a question names, and all of them where it names none.
import { daysBetween } from '../../base/days.ts';
import type { PaidBy } from '../../ledger/paid-by.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import type { Condition, Pace, QueryPlan, Scope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';

const KINDS = new Set([
  'streaming',
  'music',
  'software',
  'gym',
  'internet',
  'mobile',
  'news',
  'insurance',
  'car-insurance',
  'rent',
  'mortgage',
  'student-loan',
  'subscription',
  'membership',
  'fitness-app',
  'childcare',
  'pet-insurance',
  'insurance-health',
  'car-loan',
  'loan',
  'dating',
  'games',
  'council-tax',
  'water',
  'electricity',
  'gas-utility',
  'utility',
  'tv',
  'tv-licence',
  'trash',
  'swimming',
  'insurance-life',
  'insurance-home',
  'service-charge',
]);

export const subjectsOf = ({ where }: Scope): Subject[] =>
  where.flatMap((condition) => (condition.by === 'subject' && !condition.not ? [...condition.any] : []));

/** Every payee asked about is of a sort that is paid at a steady pace. */
export const isSteady = (scope: Scope, { payees, steady }: LedgerNames): boolean => {
  const ids = subjectsOf(scope).flatMap((subject) => [...subject.payees]);
  return ids.length > 0 && ids.every((id) => steady.has(id) || KINDS.has(payees.get(id)?.kind ?? ''));
};

const DAYS_OF_A_MONTH = 30.44;
/** Payments for each month: lessons stop for a summer, and shops are gone to more often. */
const ONCE_A_MONTH = { least: 0.6, most: 1.3 };

/** Rows of these payees for each month of the statements; 0 where there are none. */
export function rowsPerMonth(ids: readonly number[], { payees, firstDay, lastDay }: LedgerNames): number {
  if (firstDay === null || lastDay === null) return 0;
  const rows = ids.reduce((sum, id) => sum + (payees.get(id)?.count ?? 0), 0);
  return rows / Math.max(1, daysBetween(firstDay, lastDay) / DAYS_OF_A_MONTH);
}

/** One payee, paid about as often as the months go by. */
export function isMonthly(scope: Scope, ledger: LedgerNames): boolean {
  const ids = subjectsOf(scope).flatMap((subject) => [...subject.payees]);
  const pace = rowsPerMonth(ids, ledger);
  return ids.length === 1 && pace >= ONCE_A_MONTH.least && pace <= ONCE_A_MONTH.most;
}

/** What people mean by a subscription: no rent, no loan, no insurance. */
const SUBSCRIBED = new Set([
  'streaming',
  'music',
  'software',
  'gym',
  'news',
  'subscription',
  'membership',
  'fitness-app',
  'dating',
  'games',
]);

/** Words that mean no bill. */
export const SUBSCRIPTION = /\bsubscri|\bmembership|\bsigned up|\bsubs\b/;

export const subscribedOnly = (scope: Scope, { payees }: LedgerNames): Scope => {
  const ids = [...payees.values()].filter(({ kind }) => SUBSCRIBED.has(kind ?? '')).map(({ id }) => id);
  return ids.length
    ? {
        ...scope,
        where: [
          ...scope.where,
          { by: 'subject', any: [{ words: 'subscriptions', payees: ids, categories: [], loose: [], what: 'kind' }], not: false },
        ],
      }
    : scope;
};

/** Kinds whose payments are of one price, where they come too seldom to show a pace. Of what is metered only a price that stands for a while rises (sql/recurring.ts). */
const PRICED = new Set([
  'streaming',
  'music',
  'news',
  'tv',
  'tv-licence',
  'internet',
  'mobile',
  'insurance',
  'car-insurance',
  'pet-insurance',
  'insurance-health',
  'insurance-life',
  'insurance-home',
  'rent',
  'mortgage',
  'council-tax',
  'water',
  'electricity',
  'gas-utility',
  'service-charge',
  'subscription',
]);

/** The rises of all that is paid again and again, or of what the bank calls a direct debit, when no payee is named. */
export function risesOfAll(scope: Scope, reading: Reading, { payees, steady, tellsPaidBy }: LedgerNames): QueryPlan {
  const { said } = reading.said;
  const told = scope.where.some(({ by }) => by === 'paid-by') ? [] : paidByCondition(said, { tellsPaidBy });
  const ids = [...payees.values()].filter(({ id, kind }) => steady.has(id) || PRICED.has(kind ?? '')).map(({ id }) => id);
  const where: Condition[] =
    told.length || scope.where.some(({ by }) => by === 'paid-by')
      ? told
      : [{ by: 'subject', any: [{ words: 'regular payments', payees: ids, categories: [], loose: [], what: 'kind' }], not: false }];
  return {
    ask: 'price-change',
    scope: { ...scope, where: [...scope.where, ...where] },
    want: ofAll(reading),
    standing: true,
    ...movesSaid(said),
  };
}

const FALLS =
  /\b(?:go|went|gone|going|come|came|coming) down\b|\bdrop|\bfell\b|\bfall|\bcheaper\b|\b(?:lower|reduc|slash)|\bcut(?:s|ting)?\b/;
const RISES =
  /\b(?:go|went|gone|going|come|came|coming) up\b|\bput(?:s|ting)? (?:\w+ ){0,4}up\b|\bris(?:e|es|en|ing)\b|\brose\b|\bdearer\b|\bmore expensive\b|\b(?:higher|increas|hike|rais|jump)/;
const CHANGES = /\bchang(?:e|es|ed|ing)\b/;

/** Which way a price moved, as asked: up unless the words say down, or leave it open ("when did it change"). */
export const movesSaid = (said: string): { falls?: true; either?: true } =>
  FALLS.test(said)
    ? RISES.test(said)
      ? { either: true }
      : { falls: true }
    : CHANGES.test(said) && !RISES.test(said)
      ? { either: true }
      : {};

export const PACES: ReadonlySet<string> = new Set(['week', 'month', 'quarter', 'year']);
/** The stretch that a price is asked for: "a year", "each month", "weekly". */
export const paceOf = ({ groupings }: Reading): Pace | null => {
  const said = groupings.find(({ value: { by, style } }) => PACES.has(by) && (style === 'per' || style === 'each' || style === 'adverb'));
  return said ? (said.value.by as Pace) : null;
};

/** Of all rises "which one went up the most" asks for one. */
export const ofAll = (reading: Reading): 'list' | 'most' => (hears(reading, 'most', 'largest') ? 'most' : 'list');

const SAID_PAID_BY: readonly (readonly [PaidBy, RegExp, string])[] = [
  ['direct-debit', /\bdirect debits?\b/, 'by direct debit'],
  ['standing-order', /\bstanding orders?\b/, 'by standing order'],
];

/** "direct debits", where the statements tell which payments are. */
export const paidByCondition = (said: string, { tellsPaidBy }: Pick<LedgerNames, 'tellsPaidBy'>): Condition[] => {
  const all = SAID_PAID_BY.filter(([, words]) => words.test(said));
  const [only] = all;
  return only && all.length === 1 && tellsPaidBy.has(only[0]) ? [{ by: 'paid-by', how: only[0], words: only[2] }] : [];
};
