// What comes in again and again (pay, pensions, benefits), and what goes out so: whether it has come, and how much it is.
import { addDays, startOf } from '../../base/days.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Scope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Period } from '../spans/dates/period.ts';
import { oneRange } from '../spans/dates/period.ts';
import { handsOut } from './flows.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';
import { isSteady, rowsPerMonth } from './steady-payees.ts';

/** Rows for each month of the statements, of what comes every month: a month may lack it at either end. */
const MOST_MONTHS = 0.8;

const payeesOf = ({ where }: Scope): number[] | null => {
  const subjects = where.flatMap((one) => (one.by === 'subject' && !one.not ? [...one.any] : []));
  const told = subjects.every(
    ({ payees, categories, loose, noted }) => payees.length > 0 && categories.length + loose.length === 0 && !noted,
  );
  return subjects.length > 0 && told ? subjects.flatMap(({ payees }) => [...payees]) : null;
};

/** All of these only ever pay in, and together as often as the months go by. */
function comeRegularly(ids: readonly number[], ledger: LedgerNames): boolean {
  if (ids.length === 0 || !ids.every((id) => ledger.givers.has(id))) return false;
  const rows = ids.reduce((sum, id) => sum + (ledger.payees.get(id)?.count ?? 0), 0);
  return rows > 2 && rowsPerMonth(ids, ledger) >= MOST_MONTHS;
}

const PERFECT = /^(?:(?:and|so|but|ok|well|hey|um) )*(?:has|have|is|are|am)\b/;
const ARRIVED =
  /\b(?:come|came|been|gone|paid|arrived|landed|hit|cleared|dropped|turned up|shown up|showed up|posted|here|yet|out|in|through)\b/;
const EVER = /\bever\b|\balready\b.*\bthis\b|\bback\b/;
const PAY_ARRIVES = /^(?:(?:and|so|but|ok|well|hey|um) )*did (?:my|our|the) [\w' -]+ (?:come|hit|land|arrive|drop|clear|post|go)\b/;

/**
 * "has my pension come in", "have I been paid yet": of what comes or goes every month a person asks whether this month's has. Null where a
 * time was said, or what is named comes now and then.
 */
export function dueThisMonth(reading: Reading, scope: Scope, ledger: LedgerNames): Period | null {
  const { said } = reading.said;
  if (scope.period !== null || reading.periods.length + reading.weekdays.length > 0 || EVER.test(said)) return null;
  if (!((PERFECT.test(said) && ARRIVED.test(said)) || PAY_ARRIVES.test(said))) return null;
  const ids = payeesOf(scope);
  const ofPay =
    scope.flow === 'income' &&
    hears(reading, 'pay-only') &&
    scope.where.every((one) => one.by === 'subject' && !one.not && one.any.every(({ what }) => what !== 'payee'));
  const comes = ids !== null && comeRegularly(ids, ledger);
  const goes = ids !== null && scope.flow === 'purchases' && isSteady(scope, ledger);
  const moves =
    scope.flow.startsWith('transfers') &&
    (/\b(?:bill|card|cards)\b/.test(said) || reading.names.some(({ value }) => value.is === 'account'));
  if (!(ofPay || comes || goes || moves)) return null;
  const from = startOf(reading.today, 'month');
  return oneRange(from, addDays(reading.today, 1), 'month', { assumed: 'I took it as this month' });
}

const IS_HOW_MUCH = /^(?:(?:and|so|but|ok|well|hey|um) )*(?:how much|what|how big|how high) (?:is|are) (?:(?:my|our|the|his|her) )?/;
/** "child benefit now", "rolls royce wage now" */
const SAYS_NOW = /\b(?:now|these days|at the moment|currently|nowadays)\s*[?.!]*$/;
/** "how much does the HSE pay me" */
const PAYS_ME =
  /^(?:(?:and|so|but|ok|well|hey|um) )*(?:how much|what) (?:does|do) (?:my |our |the )?(?!i\b|we\b)[\w'& -]+ pay(?: (?:me|us))?\s*[?.!]*$/;

/** "how much is my pension", "what's my salary now": what was paid in last, of what comes every month. */
export const payNow: Intent = {
  name: 'pay-now',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (
      !(IS_HOW_MUCH.test(said) || PAYS_ME.test(said) || SAYS_NOW.test(said)) ||
      reading.periods.length + reading.weekdays.length + reading.amounts.length + reading.groupings.length > 0 ||
      /\b(?:did|have|has|was|were|so far|in all|to date|total)\b/.test(said) ||
      hears(
        reading,
        'average',
        'total',
        'count',
        'largest',
        'smallest',
        'most',
        'least',
        'share',
        'compare',
        'difference',
        'net',
        'balance',
        'refund',
        'spend',
      )
    )
      return null;
    const scope = { ...scopeFrom(reading, ledger, { flow: 'income' }), period: null };
    const ids = payeesOf(scope);
    return ids !== null && comeRegularly(ids, ledger) ? { ask: 'price', scope } : null;
  },
};

/** "how much do I pay into my pension", "what have I given Denise": whom one never paid, named as who was; null where there is none. */
export function neverPaid(reading: Reading, { givers, accounts }: LedgerNames): string | null {
  const { said, names } = reading;
  if (hears(reading, 'except')) return null;
  // "interest paid on the savings" is earned there.
  const earns = names.some(
    ({ value }) => value.is === 'account' && accounts.some(({ id, hasIncome }) => hasIncome && value.ids.includes(id)),
  );
  const charged =
    hears(reading, 'interest-charge') && !earns && !/\bearn|\breceive|\b(?:paid|pays?) (?:me|us|to me|to us)\b/.test(said.said);
  const given = names.filter(
    ({ value }) =>
      value.is === 'subject' &&
      value.subject.payees.length > 0 &&
      value.subject.categories.length + value.subject.loose.length === 0 &&
      value.subject.payees.every((id) => givers.has(id)),
  );
  const subjects = names.filter(({ value }) => value.is === 'subject');
  if (given.length === 0 || given.length < subjects.length) return null;
  const [first] = given;
  return first && (charged || handsOut(said.said))
    ? (first.value.is === 'subject' ? first.value.subject.words : first.text).replace(/^(?:paid )?in /, '')
    : null;
}
