// From rows to an answer: the result as plain columns, one sentence for the eye and one for the ear, chips, assumptions, notes, chart.
import { addDays, startOf } from '../../base/days.ts';
import type { Day } from '../../base/days.ts';
import type { SqlValue } from '../../ledger/database.ts';
import type { Trace } from '../../trace/trace.ts';
import type { Refusal } from '../intents/intent.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Dimension, QueryPlan } from '../plan/plan.ts';
import { MOST_NAMED } from '../plan/guessed.ts';
import { CALENDAR, keptOf, scopeOf, scopesRead } from '../plan/plan.ts';
import { dayWords, periodWords, pluralOf, stretchWords, writtenDays } from '../plan/words.ts';
import type { Reading } from '../reading.ts';
import { unheardWords } from '../reading.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Compiled } from '../sql/compile.ts';
import type { Answer, Evidence, Figure } from './answer.ts';
import { capital } from './cells.ts';
import { chartOf } from './chart.ts';
import { chipsOf } from './chips.ts';
import { countWords, decimal, moneySpoken, moneyWords, percentWords } from './money.ts';
import { refusalSentence } from './refusals.ts';
import { sentenceOf } from './sentences.ts';
import { uncoveredNotes } from './uncovered.ts';
import { understoodAs } from './understood.ts';

export interface Told {
  question: string;
  today: Day;
  locale: string;
  ledger: LedgerNames;
  trace: Trace;
}

export interface Result {
  plan: QueryPlan;
  compiled: Compiled;
  rows: readonly SqlValue[][];
  evidence: Evidence | null;
  reading: Reading;
  carried: boolean;
  engine: Answer['engine'];
}

const currencyOfRow = (row: readonly SqlValue[], { columns }: Compiled, fallback: string): string => {
  const at = columns.findIndex(({ unit }) => unit === 'currency');
  const code = at < 0 ? null : row[at];
  return typeof code === 'string' ? code : fallback;
};

/** Money as decimals, the rest as it is. */
function plainRows({ compiled, rows, plan }: Result): SqlValue[][] {
  const home = scopeOf(plan).currency;
  return rows.map((row) => {
    const currency = currencyOfRow(row, compiled, home);
    return row.map((value, at) => (typeof value === 'number' && compiled.columns[at]?.unit === 'money' ? decimal(value, currency) : value));
  });
}

function figuresOf({ compiled, rows, plan }: Result, locale: string): Figure[] {
  const home = scopeOf(plan).currency;
  const labelled = compiled.columns.findIndex(({ unit }) => unit === 'label');
  const lines = rows.slice(0, labelled < 0 ? 1 : 12);
  const own = lines.flatMap((row, line) =>
    compiled.columns.flatMap((column, at) => {
      if (column.whole) return [];
      const label = labelled >= 0 && typeof row[labelled] === 'string' ? row[labelled] : compiled.columns.length > 1 ? column.name : null;
      const figure = figureOf(row[at], column.unit, label, currencyOfRow(row, compiled, home), locale);
      return figure ? [{ ...figure, line }] : [];
    }),
  );
  const ofAll = compiled.columns.flatMap(({ whole, unit, name }, at) =>
    whole && rows.length > 1 ? (figureOf(rows[0]?.[at], unit, name, home, locale) ?? []) : [],
  );
  return [...own, ...ofAll];
}

function figureOf(
  value: SqlValue | undefined,
  unit: Compiled['columns'][number]['unit'],
  label: string | null,
  currency: string,
  locale: string,
): Figure | null {
  if (unit === 'day' && typeof value === 'string') return { value: 0, unit, currency: null, text: value, label };
  if (typeof value !== 'number' || unit === 'label' || unit === 'currency' || unit === 'day') return null;
  if (unit === 'money') return { value: Math.round(value), unit, currency, text: moneyWords(value, currency, locale), label };
  return { value, unit, currency: null, text: unit === 'percent' ? percentWords(value, locale) : countWords(value, locale), label };
}

const sameDays = (one: Period, other: Period | null): boolean => JSON.stringify(one.ranges) === JSON.stringify(other?.ranges);

function assumptions({ plan, reading }: Result, { today }: Told): string[] {
  const scope = scopeOf(plan);
  const assumed = reading.names.flatMap(({ value }) =>
    value.is === 'subject' && value.subject.assumed ? [`${value.subject.assumed}.`] : [],
  );
  for (const { value, text, by } of reading.periods) {
    const isScope = sameDays(value, scope.period);
    // "left at the end of September": what the whole month left.
    if (by === 'edge-of' && scope.flow === 'net' && !isScope) continue;
    // "a year ago" of a balance or a price is that day.
    if (by === 'units-ago' && (plan.ask === 'balance' || plan.ask === 'price' || plan.ask === 'price-change')) continue;
    // "the same three months last year": of what was said before them, and no three months back from today.
    if (
      plan.ask === 'compare' &&
      value.assumed?.startsWith('I counted back') &&
      !plan.sides.some(({ scope: { period } }) => sameDays(value, period))
    )
      continue;
    // "same month a year earlier" after a turn about March is March, whatever it would be by itself.
    const isRead = !value.relative || isScope;
    if (value.assumed && isRead) assumed.push(`${capital(writtenDays(value.assumed))}.`);
    else if (value.yearless && scope.period) assumed.push(`I took “${text}” as ${periodWords(value, today)}.`);
  }
  // A time that nobody said, and that the plan chose.
  const chosen = scope.period?.assumed;
  if (chosen && reading.periods.length === 0) assumed.push(`${capital(writtenDays(chosen))}.`);
  assumed.push(...methodAssumed(plan, reading));
  return [...new Set(assumed)];
}

/** "direct debits" of statements that tell of none: every regular payment is counted, and that is said. */
function methodAssumed(plan: QueryPlan, { cues }: Reading): string[] {
  if (plan.ask !== 'subscriptions' || plan.scope.where.some(({ by }) => by === 'paid-by')) return [];
  return cues
    .filter(
      ({ value, text }) => value === 'subscriptions' && /\b(?:direct debits?|standing orders?|auto ?-?pay\w*|auto payments)$/.test(text),
    )
    .map(({ text }) => `I took “${text}” as all regular payments: your statements do not tell which these are.`);
}

function notes({ plan, evidence, rows }: Result, { ledger, today }: Told): string[] {
  const scope = scopeOf(plan);
  const list: string[] = [];
  if (ledger.currencies.length > 1 && scope.currency === ledger.homeCurrency && plan.ask !== 'balance')
    list.push(`Only ${scope.currency} is counted.`);
  const last = scope.period?.ranges.at(-1);
  if (last && ledger.lastDay && last.until > ledger.lastDay && last.from <= ledger.lastDay)
    list.push(`Your statements end on ${dayWords(ledger.lastDay)}.`);
  const first = scope.period?.ranges[0];
  if (first && ledger.firstDay && first.from < ledger.firstDay && !first.from.startsWith('0001'))
    list.push(`Your statements begin on ${dayWords(ledger.firstDay)}.`);
  list.push(...uncoveredNotes(plan, ledger.gaps));
  if (scope.flow === 'spending' && [evidence, ...(evidence?.sides ?? [])].some((each) => each?.rows.some(({ minor }) => minor > 0)))
    list.push('Refunds are taken off.');
  if (plan.ask === 'balance' && evidence?.total) list.push('The bank gives the balance; beneath is the last row that it takes in.');
  if (scope.where.some(({ by }) => by === 'paid-by') && !scope.flow.startsWith('transfers'))
    list.push('Money moved between your own accounts is not counted.');
  if (plan.ask === 'subscriptions' && plan.want === 'began') list.push('A payment counts as regular from the third on.');
  list.push(...new Set(filingNotes(plan)));
  const kept = keptOf(plan);
  const by = plan.ask === 'breakdown' ? plan.by : plan.ask === 'count' && plan.of !== 'rows' ? plan.of : null;
  if (kept && by === 'category') list.push('What has no category is not among them.');
  if (kept && kept.above === undefined && kept.atLeast === undefined && by && CALENDAR.has(by))
    list.push(`Only ${pluralOf(by)} in which there was anything are counted.`);
  list.push(...partNotes(plan, rows[0]?.[0], { firstDay: ledger.firstDay, today }));
  return list;
}

/** The stretch that a day lies in, as an answer laid out by it is labelled. */
const stretchOf = (day: string, by: Dimension): string | null =>
  by === 'year'
    ? day.slice(0, 4)
    : by === 'quarter'
      ? `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`
      : by === 'month'
        ? day.slice(0, 7)
        : by === 'week'
          ? startOf(day, 'week', 1)
          : by === 'weekend'
            ? addDays(startOf(day, 'week', 1), 5)
            : null;

/** What is least may only not be over, or be cut off by where the statements begin. */
function partNotes(
  plan: QueryPlan,
  least: SqlValue | undefined,
  { firstDay, today }: { firstDay: string | null; today: string },
): string[] {
  if (plan.ask !== 'breakdown' || plan.order !== 'least' || typeof least !== 'string') return [];
  if (stretchOf(today, plan.by) === least) return [`${capital(stretchWords(least, plan.by))} is not over yet.`];
  const cuts = (day: string) => stretchOf(day, plan.by) === least && stretchOf(addDays(day, -1), plan.by) === least;
  if (firstDay !== null && cuts(firstDay))
    return [`Your statements begin within ${stretchWords(least, plan.by)}, on ${dayWords(firstDay)}.`];
  const asked = plan.scope.period?.ranges[0]?.from;
  return asked !== undefined && cuts(asked)
    ? [`Of ${stretchWords(least, plan.by)} only the days from ${dayWords(asked)} on are counted.`]
    : [];
}

/** What stood in for a category in an account that gives none, or was left out there. */
function filingNotes(plan: QueryPlan): string[] {
  const subjects = scopesRead(plan).flatMap(({ where }) => where.flatMap((one) => (one.by === 'subject' ? one.any : [])));
  return subjects.flatMap(({ words, elsewhere, unfiled = [] }) => {
    if (elsewhere?.guessed) return [`Where an account gives no categories I counted ${words} by the payee.`];
    const named = unfiled.length > MOST_NAMED ? `${unfiled.slice(0, MOST_NAMED).join(', ')} and others` : unfiled.join(', ');
    return named === '' ? [] : [`Left out of ${words}, as their account gives no categories: ${named}.`];
  });
}

export const spokenFrom = (sentence: string): string => sentence.replace(/[“”]/g, '');

export function phrase(result: Result, told: Told): Answer {
  const { plan, compiled, evidence, reading } = result;
  const { locale, question, today, trace } = told;
  const scope = scopeOf(plan);
  const written = sentenceOf(result, told, (minor, currency) => moneyWords(minor, currency, locale));
  const heard = sentenceOf(result, told, (minor, currency) => moneySpoken(minor, currency, locale));
  return {
    status: written.empty ? 'empty' : 'answered',
    engine: result.engine,
    asked: question,
    understood: understoodAs(plan, today),
    figures: written.empty ? [] : figuresOf(result, locale),
    sentence: written.text,
    spoken: spokenFrom(heard.text),
    assumed: assumptions(result, told),
    notes: notes(result, told),
    unheard: unheardWords(reading),
    chips: chipsOf(result, today, told.ledger),
    choices: [],
    columns: compiled.columns.map(({ name }) => name),
    rows: written.empty ? [] : plainRows(result),
    sql: compiled.sql,
    params: compiled.params,
    evidence,
    chart: chartOf(result),
    period: scope.period
      ? scope.period.ranges[0]
        ? { from: scope.period.ranges[0].from, until: scope.period.ranges.at(-1)?.until ?? scope.period.ranges[0].until }
        : null
      : null,
    trace: trace.spans,
  };
}

export function phraseRefusal(refusal: Refusal, { question, ledger, trace }: Told, reading: Reading | null): Answer {
  const sentence = refusalSentence(refusal, ledger);
  return {
    status: refusal.refuse,
    engine: 'rules',
    refused: refusal.why,
    asked: question,
    understood: '',
    figures: [],
    sentence,
    spoken: spokenFrom(sentence),
    assumed: [],
    notes: [],
    unheard: reading ? unheardWords(reading) : [],
    chips: [],
    choices: [...(refusal.choices ?? [])],
    columns: [],
    rows: [],
    sql: null,
    params: [],
    evidence: null,
    chart: null,
    period: null,
    trace: trace.spans,
  };
}
