// The scope that a reading asks about: period, filters, negations, corrections ("no wait, Costco"), flow and currency.
import { addDays, daysBetween, weekdayOf } from '../../base/days.ts';
import { toMinor } from '../../base/money.ts';
import { exponentOf } from '../../base/money.ts';
import currencies from '../lexicon/currencies.json';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Name, Subject } from '../names/subject.ts';
import type { Condition, Flow, Scope } from '../plan/plan.ts';
import type { Reading } from '../reading.ts';
import { cueSpan, cueSpans, hears } from '../reading.ts';
import type { Amount } from '../spans/amounts.ts';
import type { Period } from '../spans/dates/period.ts';
import { hull, shiftYears, unite } from '../spans/dates/period.ts';
import type { Span } from '../spans/span.ts';
import type { Weekdays } from '../spans/weekdays.ts';

/** Words that may stand between "except" and the name it leaves out. */
const BETWEEN =
  /^(?:\s|,|\b(?:the|my|our|any|all|for|on|at|from|in|of|and|or|nor|also|spending|payments?|purchases|anything|stuff|to|what|i|spent|we|it|a|both)\b)*$/;
const NEAR = /^(?:\s|\b(?:the|my|our|any|at|from|on|to|counting|including)\b)*$/;
const WEAK =
  /^(?:not|no|bar|non|less|drop|skip|forget|minus|remove|take out|save for|outside|besides|never mind|hold the|not on|not at|not from|rather than)$/;

export type NameSpan = Span<Name> & { not: boolean };

/** "leave the Prime membership out", "taking rent and fees off", "rent and groceries out, what did May cost". Cash is taken out of a machine. */
function takenOutStretches(said: string): { start: number; end: number }[] {
  const found: { start: number; end: number }[] = [];
  for (const pattern of [
    /\b(?:leav(?:e|ing)|tak(?:e|ing)|keep(?:ing)?|put(?:ting)?|set(?:ting)?|strip(?:ping)?|knock(?:ing)?|kick(?:ing)?|with)\s+(?:\w[\w'&-]*,?\s+){1,6}?(?:out|off|aside|excluded|removed|to one side|to the side|out of it)\b/g,
    /^(?:\w[\w'&-]*,?\s+){1,6}?(?:out|aside|excluded|left out)\s*,/g,
  ]) {
    for (const match of said.matchAll(pattern))
      if (!/\b(?:cash|money|atm|did|do|have|how|what)\b/.test(match[0]))
        found.push({ start: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** "whole household spending" is everybody's, no category. */
const isEverybody = (said: string, { text, start, end }: Span<Name>): boolean =>
  /^(?:the |our )?household$/.test(text) &&
  (/\b(?:whole|entire|all of the)\s+(?:the\s+)?$/.test(said.slice(0, start)) ||
    /^\s+(?:spending|spend|total|income|expenses|outgoings|budget)\b/.test(said.slice(end)));

/** Names with whether they are left out, after what was taken back: "at Target, no wait, Costco". */
export function settledNames(reading: Reading): NameSpan[] {
  const { said } = reading.said;
  // "behind the bar at the Lamb": a noun leaves nothing out.
  const excepts = cueSpans(reading, 'except').filter(
    ({ start, text }) => !(text === 'bar' && /\b(?:the|a|an|this|that|our|my|some|to|at|in)\s+$/.test(said.slice(0, start))),
  );
  const uncounted = cueSpan(reading, 'do-not-count');
  const outs = takenOutStretches(said);
  const marked: NameSpan[] = [];
  for (const span of reading.names) {
    if (isEverybody(said, span)) continue;
    const before = marked.at(-1);
    const chained =
      before?.not === true &&
      /^(?:\s|,|\b(?:and|or|nor|the|my|on|at|like|such as|including|things|stuff|ones|apps|services|places|eg|ie)\b)*$/.test(
        said.slice(before.end, span.start),
      ) &&
      (/\b(?:and|or|nor|like|such as|including)\b/.test(said.slice(before.end, span.start)) ||
        !excepts.some(({ end, text }) => WEAK.test(text) && end <= before.start));
    const except = excepts.some(
      ({ start, end, text }) =>
        end <= span.start &&
        start < span.start &&
        (WEAK.test(text) ? NEAR : BETWEEN).test(said.slice(end, span.start)) &&
        !marked.some((other) => other.start >= end),
    );
    const later =
      uncounted !== null &&
      !(/\bcash|money/.test(span.text) && /out$/.test(uncounted.text)) &&
      uncounted.start >= span.end &&
      /^(?:\s|,|\b(?:and|or|is|are|was|were|should|the)\b)*$/.test(said.slice(span.end, uncounted.start));
    // "setting aside flights with Aer Lingus": the airline's flights, which are the airline's rows.
    const narrows =
      before?.not === true &&
      before.value.is === 'subject' &&
      before.value.subject.what !== 'payee' &&
      span.value.is === 'subject' &&
      span.value.subject.what === 'payee' &&
      /^\s*(?:with|at|from|by|on|to)\s+(?:the\s+)?$/.test(said.slice(before.end, span.start));
    if (narrows) marked.pop();
    // "eating out, may": the "out" is the name's own.
    const takenOut = outs.some(({ start, end }) => start <= span.start && span.end < end - 2);
    marked.push({ ...span, not: chained || except || later || takenOut || narrows });
  }
  return corrected(reading, marked, ({ value }) => (value.is === 'account' ? 'account' : 'subject'));
}

/** Of two spans of one sort with a correction between them, the later counts. */
function corrected<T extends Span<unknown>>(reading: Reading, spans: readonly T[], sort: (span: T) => string): T[] {
  const corrections = cueSpans(reading, 'correction');
  return spans.filter((span) => {
    const correction = corrections.find(({ start }) => start >= span.end);
    if (!correction) return true;
    // "make that February": the date takes the "that" along.
    const next = spans.find((other) => other.start > correction.start && other.end > correction.end && sort(other) === sort(span));
    if (!next) return true;
    const nearest = [...spans].reverse().find((other) => other.end <= correction.start && sort(other) === sort(span));
    const wide = /^(?:i mean|i meant|or rather|rather|make that|i should say|actually)$/.test(correction.text);
    return nearest !== span && !(wide && sort(span) === 'period');
  });
}

/** The stretches of time meant: one, or several that stay apart for a comparison. */
export function settledPeriods(reading: Reading, carried: Period | null = null): Period[] {
  const settled = corrected(reading, reading.periods, () => 'period');
  const kept = settled.filter(({ value }) => !value.relative);
  const relative = settled.filter(({ value }) => value.relative);
  const { said } = reading.said;
  const joined: Span<Period>[] = [];
  for (const span of kept) {
    const last = joined.at(-1);
    if (!last) {
      joined.push(span);
      continue;
    }
    const gap = said.slice(last.end, span.start);
    const restates =
      /^\s*(?:[,:?.(-]|that ran|which ran|running|i mean|i meant|meaning|that is|so|namely)/.test(gap) &&
      !/\b(?:and|or|vs|against|than|to|with|compared)\b/.test(gap);
    // "December, January and February" is a list; "last spring, so March to May" says the same stretch again.
    const explains =
      restates && (meet(last.value, span.value) || /\b(?:i mean|i meant|meaning|that ran|which ran|running|that is|namely)\b/.test(gap));
    const named = /^(?:holiday|season|explain-seasons|nth-weekday|weekend)$/.test(last.by);
    const counted = /^(?:days-then-month|month-then-days|bare-day-run)$/.test(span.by);
    const apart = hears(reading, 'compare', 'more', 'less', 'difference', 'percent-change') || /\b(?:and|or|vs)\b/.test(gap);
    const inside = contains(last.value, span.value) && !apart;
    // "Christmas week, the 20th to the 26th": the days that are counted out are the ones meant.
    if (named && counted && meet(last.value, span.value) && !apart) {
      joined[joined.length - 1] = span;
      continue;
    }
    const outside = contains(span.value, last.value) && !apart;
    if (outside) continue;
    if (explains || inside) joined[joined.length - 1] = span;
    else joined.push(span);
  }
  const periods = inSaidYear(reading, joined).map(({ value }) => value);
  const beside = periods[0] ?? carried;
  for (const { value } of relative) {
    if (value.relative === 'year-before' && beside) periods.push(shiftYears(beside, -1));
    else if (value.relative === 'year-before') periods.push({ ...value });
  }
  return bothYears(reading, periods);
}

/** "Labor Day weekend ... last year": a date without a year takes the year that is said elsewhere, unless the two are compared. */
function inSaidYear(reading: Reading, spans: Span<Period>[]): Span<Period>[] {
  const year = spans.find(({ value }) => value.grain === 'year');
  const free = spans.filter((span) => span !== year);
  if (!year || free.length === 0) return spans;
  if (free.every(({ value }) => contains(year.value, value) && value.year !== undefined)) return free;
  if (!free.every(({ value }) => value.yearless)) return spans;
  const { said } = reading.said;
  const lead = said.slice(0, year.start);
  const beside = spans[0] === year ? said.slice(year.end, free[0]?.start) : lead.slice(free.at(-1)?.end ?? 0);
  if (
    /\b(?:and|or|vs|than|against|with|to|compared)\s*(?:in\s+|the\s+)?$/.test(beside) ||
    (free.length === 1 && hears(reading, 'compare', 'more', 'less', 'difference', 'trend', 'percent-change') && !/^\s*,?\s*$/.test(beside))
  )
    return spans;
  const wanted = Number(hull(year.value).from.slice(0, 4));
  return free.map((span) => ({ ...span, value: shiftYears(span.value, wanted - Number(hull(span.value).from.slice(0, 4))) }));
}

const meet = (one: Period, other: Period) => hull(one).from < hull(other).until && hull(other).from < hull(one).until;
const contains = (outer: Period, inner: Period) => hull(outer).from <= hull(inner).from && hull(inner).until <= hull(outer).until;

/** "less than last year? Jan to May both years": the months count in each year. */
function bothYears(reading: Reading, periods: Period[]): Period[] {
  if (!hears(reading, 'both-years')) return periods;
  const months = periods.find(({ grain, yearless }) => grain !== 'year' && yearless);
  const years = periods.filter((period) => period !== months && (period.grain === 'year' || period.relative));
  if (!months) return periods;
  const base = Number(hull(months).from.slice(0, 4));
  const wanted =
    years.length > 1
      ? years.map((year) => Number(hull(year).from.slice(0, 4)))
      : [base, years[0] ? Number(hull(years[0]).from.slice(0, 4)) : base - 1];
  return [...new Set(wanted)].sort((a, b) => b - a).map((year) => shiftYears(months, year - base));
}

export const onePeriod = (periods: readonly Period[]): Period | null =>
  periods.length === 0 ? null : periods.length === 1 ? (periods[0] ?? null) : unite(periods);

const subjectOf = ({ value }: NameSpan): Subject | null => (value.is === 'subject' ? value.subject : null);

/** Positive and negative conditions from names. "groceries and Amazon" is either; "groceries at Costco" is both; "coffee, so Starbucks" is the payee. */
export function nameConditions(reading: Reading, names: readonly NameSpan[]): Condition[] {
  const { said } = reading.said;
  const conditions: Condition[] = [];
  // "the Rome trip" is the place, not the category of trips.
  const placed = names.some(({ value }) => value.is === 'place');
  const isJourney = ({ text }: NameSpan) =>
    placed && /^(?:the |our |my )?(?:trips?|holidays?|vacations?|journeys?|travel|getaways?)$/.test(text);
  let positive = names.filter((span) => !span.not && span.value.is === 'subject' && !isJourney(span));
  const payees = positive.filter((span) => subjectOf(span)?.what === 'payee');
  positive = positive.filter((span) => !isWiderNotion(span, positive, said));
  let rest = positive.filter((span) => subjectOf(span)?.what !== 'payee');
  const listed = (a: NameSpan, b: NameSpan) =>
    /^[\s,]*(?:\b(?:and|or|plus|as well as|with|also|&|together with)\b[\s,]*)?(?:\b(?:on|at|from|the|my|for|in|to|also)\b\s*)*$/.test(
      said.slice(a.end, b.start),
    ) && /\b(?:and|or|plus|as well as|also)\b/.test(said.slice(a.end, b.start));
  const mixed = positive.some((span, at) => {
    const next = positive[at + 1];
    return next !== undefined && listed(span, next) && (subjectOf(span)?.what === 'payee') !== (subjectOf(next)?.what === 'payee');
  });
  if (payees.length && rest.length && !mixed) {
    rest = rest.filter((span) => subjectOf(span)?.what === 'category');
    for (const group of [payees, rest])
      if (group.length) conditions.push({ by: 'subject', any: group.flatMap((span) => subjectOf(span) ?? []), not: false });
  } else if (positive.length) conditions.push({ by: 'subject', any: positive.flatMap((span) => subjectOf(span) ?? []), not: false });
  for (const { value } of names) if (value.is === 'place') conditions.push({ by: 'place', payees: value.payees, words: value.words });
  const negative = names.filter((span) => span.not && span.value.is === 'subject');
  if (negative.length) conditions.push({ by: 'subject', any: negative.flatMap((span) => subjectOf(span) ?? []), not: true });
  for (const not of [false, true]) {
    const accounts = names.filter((span) => span.value.is === 'account' && span.not === not);
    if (!accounts.length) continue;
    const ids = [...new Set(accounts.flatMap(({ value }) => (value.is === 'account' ? value.ids : [])))];
    conditions.push({
      by: 'account',
      ids,
      words: accounts.map(({ value }) => (value.is === 'account' ? value.words : '')).join(' and '),
      not,
    });
  }
  return conditions;
}

const LISTS = /\b(?:and|or|plus|with|also|as well as|nor|vs|than|against|to|both)\b|[,;:&+/]/;

/** "the vet saw my cat": of two notions that nothing joins, one inside the other, the narrower is meant. */
function isWiderNotion(span: NameSpan, all: readonly NameSpan[], said: string): boolean {
  const wide = subjectOf(span);
  if (!wide || wide.what === 'payee' || wide.categories.length) return false;
  return all.some((other) => {
    const narrow = subjectOf(other);
    if (other === span || !narrow || narrow.what === 'payee' || narrow.categories.length || narrow.payees.length >= wide.payees.length)
      return false;
    const [first, last] = span.start < other.start ? [span, other] : [other, span];
    return (
      narrow.payees.length > 0 && narrow.payees.every((id) => wide.payees.includes(id)) && !LISTS.test(said.slice(first.end, last.start))
    );
  });
}

/** Bounds in minor units; "about 50" is within a tenth. */
function amountCondition({ is, decimal, upTo }: Amount, text: string, currency: string): Condition | null {
  const minor = toMinor(decimal, currency);
  const upper = upTo === undefined ? null : toMinor(upTo, currency);
  if (minor === null) return null;
  const slack = Math.round(minor * 0.1);
  switch (is) {
    case 'over':
      return { by: 'amount', above: minor, words: text };
    case 'at-least':
      return { by: 'amount', atLeast: minor, words: text };
    case 'under':
      return { by: 'amount', below: minor, words: text };
    case 'at-most':
      return { by: 'amount', atMost: minor, words: text };
    case 'between':
      return upper === null ? null : { by: 'amount', atLeast: minor, atMost: upper, words: text };
    case 'about':
      return { by: 'amount', atLeast: minor - slack, atMost: minor + slack, words: text };
    case 'exactly':
      return { by: 'amount', atLeast: minor, atMost: minor, words: text };
    case 'bare': {
      // "the 50 dollar charge": that many whole units, whatever the cents, when no cents were said.
      const unit = 10 ** exponentOf(currency);
      return minor % unit === 0
        ? { by: 'amount', atLeast: minor, below: minor + unit, words: text }
        : { by: 'amount', atLeast: minor, atMost: minor, words: text };
    }
  }
}

const CURRENCY_WORDS: readonly (readonly [RegExp, string])[] = Object.entries(currencies.words).map(
  ([code, words]) => [new RegExp(`\\b(?:${[code.toLowerCase(), ...words].join('|')})\\b`), code] as const,
);

/** The currency said ("in euros"), else that of the only accounts asked about, else home. */
export function currencyFor(reading: Reading, ledger: LedgerNames, conditions: readonly Condition[]): string {
  const counted = cueSpans(reading, 'how-much').find(({ text }) => /^how many (?!quid|bucks|pounds|dollars)/.test(text));
  const said = cueSpan(reading, 'in-currency') ?? counted;
  if (said && ledger.currencies.length > 1)
    for (const [pattern, code] of CURRENCY_WORDS) if (pattern.test(said.text) && ledger.currencies.includes(code)) return code;
  // A quid is a euro where one earns euros: slang says no currency.
  const amount = reading.amounts.find(
    ({ value, text }) => value.currency !== null && value.currency !== 'USD' && !(/\bquid\b/.test(text) && ledger.homeCurrency === 'EUR'),
  )?.value.currency;
  if (amount && ledger.currencies.includes(amount)) return amount;
  const foreign = ledger.currencies.filter((code) => code !== ledger.homeCurrency);
  if (hears(reading, 'foreign') && foreign[0] !== undefined && foreign.length === 1) return foreign[0];
  const accounts = conditions.flatMap((condition) => (condition.by === 'account' && !condition.not ? condition.ids : []));
  const codes = new Set(ledger.accounts.filter(({ id }) => accounts.includes(id)).map(({ currency }) => currency));
  const [only] = codes;
  return codes.size === 1 && only !== undefined ? only : ledger.homeCurrency;
}

/**
 * "Thursday to Sunday" without a period is the latest such run; beside a single day ("Thanksgiving, Thursday to Sunday") it says how long
 * that lasts; inside a longer period it picks days.
 */
function settledWeekdays(
  { weekdays, today }: Reading,
  period: Period | null,
): { period: Period | null; filters: readonly Span<Weekdays>[] } {
  const [one] = weekdays;
  if (weekdays.length !== 1 || !one?.value.once) return { period, filters: weekdays };
  const { first, length } = one.value.once;
  const range = period ? hull(period) : null;
  if (range && daysBetween(range.from, range.until) === 1 && weekdayOf(range.from) === first) {
    return { period: { ranges: [{ from: range.from, until: addDays(range.from, length) }], grain: 'other' }, filters: [] };
  }
  // "Memorial Day weekend, Saturday through Monday" counts its own days out.
  if (period && range && range.until <= addDays(range.from, 5)) {
    const from = addDays(range.from, (first - weekdayOf(range.from) + 7) % 7);
    if (from < range.until) return { period: { ...period, ranges: [{ from, until: addDays(from, length) }] }, filters: [] };
  }
  if (period) return { period, filters: weekdays };
  const last = addDays(today, -((weekdayOf(today) - first + 7) % 7));
  const from = addDays(last, length - 1) > today ? addDays(last, -7) : last;
  return {
    period: {
      ranges: [{ from, until: addDays(from, length) }],
      grain: 'other',
      assumed: `I took ${one.text} as ${from} to ${addDays(from, length - 1)}`,
    },
    filters: [],
  };
}

interface ScopeParts {
  flow?: Flow;
  period?: Period | null;
  names?: readonly NameSpan[];
}

export function scopeFrom(reading: Reading, ledger: LedgerNames, parts: ScopeParts = {}): Scope {
  const names = parts.names ?? settledNames(reading);
  const where = nameConditions(reading, names);
  // "how much did I withdraw": the verb names what it is about.
  const cash = ledger.byKind.get('cash') ?? [];
  if (
    cash.length &&
    cueSpans(reading, 'cash').some(({ text }) => /withdr|atm|cash ?machine|cashpoint|took|taken/.test(text)) &&
    !where.some((one) => one.by === 'subject')
  )
    where.push({ by: 'subject', any: [{ words: 'cash', payees: cash, categories: [], loose: [], what: 'kind' }], not: false });
  const currency = currencyFor(reading, ledger, where);
  for (const { value, text } of reading.amounts) {
    const bound = value.money || value.is !== 'bare' ? amountCondition(value, text, currency) : null;
    if (bound) where.push(bound);
  }
  const asked = parts.period === undefined ? onePeriod(settledPeriods(reading)) : parts.period;
  const { period, filters } = settledWeekdays(reading, asked);
  for (const { value } of filters) where.push({ by: 'weekday', days: value.days, words: value.words });
  if (hears(reading, 'uncategorised')) where.push({ by: 'uncategorised' });
  return {
    flow: parts.flow ?? flowOf(reading),
    period,
    where,
    currency,
  };
}

/** Which money the words speak of. */
export function flowOf(reading: Reading): Flow {
  if (hears(reading, 'refund') && !hears(reading, 'after-refunds', 'before-refunds')) return 'refunds';
  if (hears(reading, 'before-refunds')) return 'purchases';
  const income = cueSpan(reading, 'income');
  const interest = hears(reading, 'interest') && !hears(reading, 'interest-charge');
  if (interest) return 'income';
  const made = income !== null && /\bma[dk]e\b/.test(income.text) && hears(reading, 'noun-transaction', 'buy');
  // "when did Nolan last get paid": somebody else is.
  const others =
    income !== null &&
    /\b(?:get|gets|got|been|be|was|were) paid\b/.test(income.text) &&
    !/\b(?:i|we|us|me)\b|\bpaid by\b/.test(reading.said.said);
  if (income && !made && !others) return 'income';
  return 'spending';
}

/** Rows as things that happened: refunds are no visit, order or purchase. */
export const asRows = (flow: Flow): Flow => (flow === 'spending' ? 'purchases' : flow);
