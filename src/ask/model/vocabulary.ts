// What one question may speak of, each thing under a label that the prompt shows, the grammar spells and the reader looks up: names of
// this ledger, stretches of time, sizes. What the rules found in the question is `said`; what a turn before had is `carried`;
// what retrieval found near its words is neither, and a plan that leans on it is asked about, not answered.
import { addDays, isDay, type Day } from '../../base/days.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import type { Condition, QueryPlan, Scope } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { conditionWords, periodWords } from '../plan/words.ts';
import type { Reading } from '../reading.ts';
import { currencyFor } from '../intents/currency-for.ts';
import { onePeriod, settledPeriods } from '../intents/settled-periods.ts';
import { scopeFrom } from '../intents/scope.ts';
import type { Period } from '../spans/dates/period.ts';
import { hull, oneRange } from '../spans/dates/period.ts';
import { asData } from './data-text.ts';

export type Origin = 'said' | 'carried' | 'near';

export interface OfferedName {
  label: string;
  origin: Origin;
  /** Said as left out ("except rent"). */
  not: boolean;
  /** Subjects of one group are alternatives ("groceries and Amazon"); groups narrow each other ("groceries at Costco"). */
  group: string;
  thing: { is: 'subject'; subject: Subject } | { is: 'condition'; condition: Exclude<Condition, { by: 'subject' }> };
  /** For a name near a word that the rules did not read: that word. */
  nearTo: string | null;
}

export interface OfferedPeriod {
  label: string;
  origin: Origin;
  period: Period | null;
}

export interface Vocabulary {
  names: ReadonlyMap<string, OfferedName>;
  periods: ReadonlyMap<string, OfferedPeriod>;
  /** Minor units of sizes said, for budgets; and percents, for what-ifs. */
  sizes: ReadonlyMap<string, number>;
  /** Accounts that can be asked for a balance. */
  accounts: ReadonlyMap<string, number>;
  /** The one currency of the plan: the rules decide it. */
  currency: string;
  /** Whether a stretch of time may be spelled out, because a word was not read. */
  freeDays: boolean;
}

export const ALL_DAYS = 'all';

/** A name that retrieval found. */
export interface NearName {
  subject: Subject;
  nearTo: string;
}

class Labels<T extends { label: string }> {
  readonly kept = new Map<string, T>();

  add(wanted: string, make: (label: string) => T): void {
    let label = wanted;
    for (let n = 2; this.kept.has(label); n += 1) label = `${wanted} ${n}`;
    this.kept.set(label, make(label));
  }
}

const same = (a: Subject, b: Subject): boolean =>
  JSON.stringify([a.payees, a.categories, a.loose]) === JSON.stringify([b.payees, b.categories, b.loose]);

function addConditions(names: Labels<OfferedName>, where: readonly Condition[], origin: Origin): void {
  for (const [at, condition] of where.entries()) {
    const group = `${origin} ${at}`;
    const not = 'not' in condition && condition.not;
    if (condition.by === 'subject') {
      for (const subject of condition.any) {
        if ([...names.kept.values()].some(({ thing }) => thing.is === 'subject' && same(thing.subject, subject))) continue;
        names.add(`${subject.what} ${asData(subject.words)}`, (label) => ({
          label,
          origin,
          not,
          group,
          thing: { is: 'subject', subject },
          nearTo: null,
        }));
      }
      continue;
    }
    const key = JSON.stringify(condition);
    if ([...names.kept.values()].some(({ thing }) => thing.is === 'condition' && JSON.stringify(thing.condition) === key)) continue;
    const words = condition.by === 'account' ? `account ${asData(condition.words)}` : asData(conditionWords(condition));
    names.add(words, (label) => ({ label, origin, not, group, thing: { is: 'condition', condition }, nearTo: null }));
  }
}

export const daysLabel = (period: Period): string => {
  const { from, until } = hull(period);
  return `${from} until ${until}`;
};

/** What a label of time means: one of those offered, or a stretch spelled out where that is allowed. Null stands for a label of neither. */
export function stretchOf(
  label: string,
  { periods, freeDays }: Vocabulary,
  today: Day,
): { period: Period | null; isOffered: boolean } | null {
  const offered = periods.get(label);
  if (offered) return { period: offered.period, isOffered: true };
  const [, from = '', until = ''] = /^(\d{4}-\d\d-\d\d) until (\d{4}-\d\d-\d\d)$/.exec(label) ?? [];
  const isStretch = freeDays && isDay(from) && isDay(until) && from < until && until <= addDays(today, 366);
  return isStretch ? { period: oneRange(from, until, 'other'), isOffered: false } : null;
}

function offeredPeriods(reading: Reading, last: Scope | null): Map<string, OfferedPeriod> {
  const periods = new Map<string, OfferedPeriod>([
    [ALL_DAYS, { label: ALL_DAYS, origin: reading.periods.length || last?.period ? 'near' : 'said', period: null }],
  ]);
  const add = (period: Period, origin: Origin): void => {
    const label = period.ranges.length === 1 ? daysLabel(period) : asData(periodWords(period, ''), 80);
    if (!periods.has(label)) periods.set(label, { label, origin, period });
  };
  const settled = settledPeriods(reading, last?.period ?? null).filter(({ ranges }) => ranges.length > 0);
  const scoped = onePeriod(settled);
  for (const period of settled) add(period, 'said');
  if (scoped) add(scoped, 'said');
  if (last?.period) add(last.period, 'carried');
  return periods;
}

export interface Spoken {
  reading: Reading;
  ledger: LedgerNames;
  /** The plan of the turn before, where this turn leans on it. */
  last: QueryPlan | null;
  near: readonly NearName[];
}

export function vocabularyOf({ reading, ledger, last, near }: Spoken): Vocabulary {
  const names = new Labels<OfferedName>();
  const scope = scopeFrom(reading, ledger);
  addConditions(names, scope.where, 'said');
  const before = last ? scopeOf(last) : null;
  if (before) addConditions(names, before.where, 'carried');
  for (const { subject, nearTo } of near) {
    if ([...names.kept.values()].some(({ thing }) => thing.is === 'subject' && same(thing.subject, subject))) continue;
    names.add(`${subject.what} ${asData(subject.words)}`, (label) => ({
      label,
      origin: 'near',
      not: false,
      group: `near ${nearTo}`,
      thing: { is: 'subject', subject },
      nearTo,
    }));
  }
  const sizes = new Map<string, number>();
  for (const condition of scope.where)
    if (condition.by === 'amount')
      for (const size of [condition.above, condition.atLeast, condition.below, condition.atMost])
        if (size !== undefined) sizes.set(asData(condition.words), size);
  const periods = offeredPeriods(reading, before);
  if (scope.period) {
    const label = scope.period.ranges.length === 1 ? daysLabel(scope.period) : null;
    if (label !== null && !periods.has(label)) periods.set(label, { label, origin: 'said', period: scope.period });
  }
  return {
    names: names.kept,
    periods,
    sizes,
    accounts: new Map(ledger.accounts.map(({ id, name }) => [`account ${asData(name)}`, id])),
    currency: before && reading.names.length === 0 ? before.currency : currencyFor(reading, ledger, scope.where),
    freeDays: reading.unheard.length > 0,
  };
}
