// What an answer says of days that no statement covers: gaps of the accounts that it counts, where its period touches them.
import { addDays, type Day, type DayRange } from '../../base/days.ts';
import type { StatementGap } from '../../ledger/statement-gaps.ts';
import { scopesOf, type QueryPlan, type Scope } from '../plan/plan.ts';
import { dayWords } from '../plan/words.ts';

/** Whose statements ended longer ago than a quarter may be closed: that is no gap of each later question. */
const STILL_AWAITED = 92;
const MOST = 3;

/** In the language of all that an answer says. */
const words = {
  between: (account: string, first: string, last: string) => `No statement of ${account} covers ${first} to ${last}.`,
  on: (account: string, day: string) => `No statement of ${account} covers ${day}.`,
  before: (account: string, day: string) => `The statements of ${account} begin on ${day}.`,
  after: (account: string, day: string) => `The statements of ${account} end on ${day}.`,
  more: (count: number) => `${count} more ${count === 1 ? 'stretch' : 'stretches'} without a statement.`,
};

/** Sentences, at most three and one more that counts the rest. */
export function uncoveredNotes(plan: QueryPlan, gaps: readonly StatementGap[]): string[] {
  // A balance is that of its day, whatever is missing before it.
  if (gaps.length === 0 || plan.ask === 'balance') return [];
  const scopes = scopesOf(plan);
  const touched = gaps.filter((gap) => scopes.some((scope) => counts(scope, gap) && touches(scope, gap)));
  const told = touched.slice(0, MOST).map(sentenceOf);
  return touched.length > MOST ? [...told, words.more(touched.length - MOST)] : told;
}

/** Whether rows of the account belong to the question. */
function counts({ where, currency }: Scope, { accountId, currencies }: StatementGap): boolean {
  return (
    currencies.includes(currency) &&
    where.every((condition) => condition.by !== 'account' || condition.ids.includes(accountId) !== condition.not)
  );
}

function touches({ period, where }: Scope, gap: StatementGap): boolean {
  const isNamed = where.some((condition) => condition.by === 'account' && !condition.not);
  if (!period) return gap.from !== null && gap.until !== null;
  return period.ranges.some((range) => meets(range, gap, isNamed));
}

function meets({ from, until }: DayRange, gap: StatementGap, isNamed: boolean): boolean {
  if (gap.from === null) return gap.until !== null && from < gap.until && (isNamed || until > gap.until) && !isOpenStart(from);
  if (gap.until === null) return until > gap.from && (isNamed || from < addDays(gap.from, STILL_AWAITED));
  return from < gap.until && until > gap.from;
}

/** "Up to March" begins with the first row, whenever that was. */
const isOpenStart = (from: Day): boolean => from.startsWith('0001');

function sentenceOf({ account, from, until }: StatementGap): string {
  if (from === null) return until === null ? '' : words.before(account, dayWords(until));
  if (until === null) return words.after(account, dayWords(addDays(from, -1)));
  const last = addDays(until, -1);
  return from === last ? words.on(account, dayWords(from)) : words.between(account, dayWords(from), dayWords(last));
}
