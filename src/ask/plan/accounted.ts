// Nothing said goes unheard, on the plan's side: every span that was read must come back in the plan that is about to be answered.
// A word may be claimed by a cue and the plan chosen still not say it ("the top 3" answered with a sum); that is asked about, never answered.
import dimensions from '../lexicon/dimensions.json';
import { payeeKey, subjectKeys, type Name } from '../names/subject.ts';
import type { Reading } from '../reading.ts';
import type { Cue } from '../spans/cues.ts';
import type { Grouping } from '../spans/groupings.ts';
import { EXPRESSED } from './expressed.ts';
import type { Ask, QueryPlan, Scope } from './plan.ts';
import { hasTwins, keptOf, scopesRead } from './plan.ts';
import type { Period } from '../spans/dates/period.ts';

/** Things that are paid for, said by a cue: where no condition of the plan speaks of them, the figure is of everything there is. */
const THINGS: ReadonlySet<Cue> = new Set<Cue>([
  'overdraft',
  'late-fee',
  'atm-fee',
  'foreign-fee',
  'annual-fee',
  'wire-fee',
  'maintenance-fee',
  'interest-charge',
]);
const isOfEverything = (plan: QueryPlan, scopes: readonly Scope[]): boolean =>
  (plan.ask === 'total' || plan.ask === 'count' || plan.ask === 'exists' || plan.ask === 'average' || plan.ask === 'list') &&
  scopes.every(({ flow, where }) => (flow === 'spending' || flow === 'purchases') && where.every(({ by }) => by !== 'subject'));

/** Plans about now or about always, whatever the days. */
const TIMELESS: ReadonlySet<Ask> = new Set<Ask>([
  'price',
  'price-change',
  'subscriptions',
  'balance',
  'days-since',
  'how-long',
  'edge',
  'what-if',
  'why',
]);
/** Plans that list or rank, so that a number of them can be kept. */
const numberOf = (plan: QueryPlan): number | null | undefined => ('limit' in plan && plan.ask !== 'budget' ? plan.limit : undefined);

/** Plans in which a number beside them is a price or a limit. */
const SPARES_NUMBERS: ReadonlySet<Ask> = new Set<Ask>(['budget', 'what-if', 'price', 'price-change']);

/** "the two of us", "those two", "all 12 months", "one", "billed me two times": numbers that bound nothing. */
const bareNumbers = ({ amounts, cues, said: { said } }: Reading): string[] =>
  amounts.flatMap(({ value, text, start, end }) =>
    value.is !== 'bare' ||
    value.money ||
    text === '1' ||
    /^ of (?:us|them|those|these|you)\b/.test(said.slice(end)) ||
    (/^\s*times\b/.test(said.slice(end)) && cues.some((cue) => cue.value === 'duplicate')) ||
    /\b(?:those|these|the|all|both|other|or|times)\s+$/.test(said.slice(0, start))
      ? []
      : [text],
  );

const accountKey = (id: number): string => `account ${String(id)}`;

const idsOf = (scopes: readonly Scope[]): Set<string> =>
  new Set(
    scopes.flatMap(({ where }) =>
      where.flatMap((one) =>
        one.by === 'subject'
          ? one.any.flatMap((subject) => keysOf({ is: 'subject', subject }))
          : one.by === 'account'
            ? [...one.ids, ...(one.into ?? [])].map(accountKey)
            : one.by === 'place'
              ? one.payees.map(payeeKey)
              : [],
      ),
    ),
  );

function keysOf(name: Name): string[] {
  if (name.is === 'account') return name.ids.map(accountKey);
  if (name.is === 'place') return name.payees.map(payeeKey);
  if (name.is !== 'subject') return [];
  return [...subjectKeys(name.subject), ...(name.subject.noted?.payees ?? []).map(payeeKey)];
}

/** "what did we spend on tickets", "how much did we give last year": some of what was paid, and never all of it. */
const OF_A_SORT =
  /\b(?:on|for) (?:the |my |our )?(?<sort>tickets?|fares?|lessons?|appointments?|sessions?|trims?|outings?|deliveries|delivery|stays?)\b|\b(?:did|have|do) (?:i|we) (?<given>give|given|donate|donated|lend|lent)\b/;

const LAID_OUT: ReadonlySet<string> = new Set(['by', 'each', 'which', 'per']);
/** "the Rome trip" is the place; "how many shops" the payees. */
const JOURNEY = /\b(?:trips?|holidays?|vacations?|journeys?|travels?|getaways?)\b/;
const SHOP = /\b(?:shops?|stores?|places?|merchants?|retail\w*|shopping|supermarkets?|restaurants?|businesses)\b/;
const asksPayees = (plan: QueryPlan): boolean =>
  (plan.ask === 'count' && plan.of === 'payee') || (plan.ask === 'breakdown' && plan.by === 'payee');

/** "How many months", "the number of shops". */
const COUNTED = new RegExp(
  `\\b(?:how many|number of)\\s+(?:(?:different|distinct|unique)\\s+)?(${Object.keys(dimensions.words).join('|')})\\b`,
);
const COUNTS_DAYS: ReadonlySet<string> = new Set(['day', 'payee', 'category', 'account']);

/** A size that the plan holds against single rows where it was said of their number ("more than 3 times") or of what is counted. */
function misplacedSizes({ amounts, cues, said: { said } }: Reading, plan: QueryPlan): string[] {
  if (!scopesRead(plan).some(({ where }) => where.some(({ by }) => by === 'amount'))) return [];
  const numbers = amounts.filter(
    ({ value, end }) =>
      value.is !== 'bare' &&
      !value.money &&
      cues.some((cue) => cue.value === 'noun-transaction' && cue.start >= end && cue.start <= end + 2),
  );
  const [, noun = ''] = COUNTED.exec(said) ?? [];
  const by = (dimensions.words as Readonly<Record<string, string>>)[noun];
  const rowsCounted = plan.ask === 'count' && by !== undefined && !(COUNTS_DAYS.has(by) && plan.of === by);
  return [...numbers.map(({ text }) => text), ...(rowsCounted ? [noun] : [])];
}

const JOINS_TIMES = /\b(?:and|or|plus|to|then|till|until|through|with|as well as|also|both|but|not)\b|[+&;]/;

const within = (inner: Period, outer: Period): boolean =>
  inner.ranges.every(({ from, until }) => outer.ranges.some((range) => range.from <= from && until <= range.until));

/** Two stretches of time that nothing joins ("in May on the 3rd of March"), both of which the plan counts together. */
function unjoinedTimes({ periods, said: { said } }: Reading, scopes: readonly Scope[]): string[] {
  return periods.flatMap((span, at) => {
    const next = periods[at + 1];
    const [one, other] = [span.value, next?.value];
    if (!next || !other || one.relative || other.relative || within(one, other) || within(other, one)) return [];
    const gap = said.slice(span.end, next.start);
    const isList = one.grain === other.grain && /^[\s,]*(?:in|for|on)?\s*$/.test(gap);
    const together = scopes.some(({ period }) => period !== null && within(one, period) && within(other, period));
    return together && !isList && !JOINS_TIMES.test(gap) ? [span.text, next.text] : [];
  });
}

/** "Netflix a day", "yearly subscriptions": a price is of one payment or of the stretch that the plan says, subscriptions are summed for a month. */
const isOtherPace = (plan: QueryPlan, by: string): boolean =>
  ((plan.ask === 'price' || plan.ask === 'subscriptions') && plan.per !== by && /^(?:year|quarter|week|day)$/.test(by)) ||
  (plan.ask === 'subscriptions' && plan.scope.period !== null && /^(?:month|year|quarter|week|day)$/.test(by));

/** "In which months did I spend more than I earned": what came in and what went out are set side by side once, not for each month. */
const isOfEach = (plan: QueryPlan, { by, style }: Grouping): boolean =>
  plan.ask === 'compare' && style !== 'noun' && by !== 'payee' && new Set(plan.sides.map(({ scope }) => scope.flow)).size > 1;

/** "Is Tesco my biggest supermarket": which one is, says it; whose place is asked of narrows nothing. */
export const IS_THE_MOST =
  /^(?:(?:and|so|but|ok) )*(?:is|was|are|were) (?:(?:my|our|the) )?[^,.?!]+? (?:still |really |actually |always )?(?:my|our|the) (?:single )?(?:biggest|largest|top|main|number 1|number one|most expensive|priciest|costliest|dearest)\b(?! (?:single )?(?:purchase|transaction|payment|charge|order|shop\b)s?)/;

const MOST_UNIT =
  /\b(?:biggest|largest|highest|busiest|dearest|cheapest|smallest|lowest|priciest|most expensive) (?:(?!(?:of|in|on|at|this|that|last|past|previous|same|the|per|a)\b)[a-z]+ ){1,2}(?:day|week|weekend|month|quarter|year)\b(?!'s)/;

/** "What percentage of the time do I go to Aldi": of times, and of no money. */
const OF_TIMES =
  /\b(?:percent|percentage|share|proportion|fraction|portion) of (?:the |my |our |all )*(?:time|days|weeks|months|weekends|evenings|mornings)\b/;

const WENT_MOST =
  /^(?:(?:and|so|ok) )*what (?:has |have )?(?:went|gone|go|rose|risen|increased|grew|grown|jumped|dropped|fell|fallen|changed)\b[^?]*\b(?:most|least)\b/;

const SWING =
  /\b(?:biggest|largest|sharpest|steepest|greatest|highest|smallest)\s+(?:\w+\s+){0,2}?(?:jump|increase|rise|drop|fall|decrease|swing|change|difference|dip|leap|climb)s?\b/;

/** The words that the plan does not say, as they were said; empty when all is accounted for. */
export function unaccounted(reading: Reading, plan: QueryPlan): string[] {
  const missed: string[] = [];
  const scopes = scopesRead(plan);
  for (const { value, text } of reading.cues) {
    const wanted = EXPRESSED[value];
    if (!wanted || (wanted.words && !wanted.words.test(text))) continue;
    if (!wanted.by.includes(plan.ask) && !wanted.or?.(plan, reading)) missed.push(text);
  }
  if (plan.ask === 'compare' && hasTwins(scopes))
    missed.push(
      ...reading.cues.filter(({ value }) => value === 'compare' || value === 'difference' || value === 'more').map(({ text }) => text),
    );
  if (
    reading.limit !== null &&
    numberOf(plan) !== reading.limit &&
    !(plan.ask === 'unusual' || plan.ask === 'subscriptions' || plan.ask === 'duplicates')
  )
    missed.push(String(reading.limit));
  if (!SPARES_NUMBERS.has(plan.ask)) missed.push(...bareNumbers(reading));
  if (isOfEverything(plan, scopes)) {
    missed.push(...reading.cues.filter(({ value }) => THINGS.has(value)).map(({ text }) => text));
    const thing = OF_A_SORT.exec(reading.said.said)?.groups;
    if (thing) missed.push(thing['sort'] ?? thing['given'] ?? '');
  }
  // "gonna need you to cancel Netflix": an order in whatever words, and no question of what it came to.
  if (plan.ask === 'total' || plan.ask === 'exists')
    missed.push(...reading.cues.filter(({ value, text }) => value === 'cancelled' && text === 'cancel').map(({ text }) => text));
  const bounded = reading.amounts.filter(({ value }) => value.is !== 'bare');
  const bounds = scopes.some(({ where }) => where.some(({ by }) => by === 'amount'));
  if (bounded.length && !bounds && !keptOf(plan) && plan.ask !== 'budget' && plan.ask !== 'what-if')
    missed.push(...bounded.map(({ text }) => text));
  if (reading.periods.length && !TIMELESS.has(plan.ask) && scopes.every(({ period }) => period === null))
    missed.push(...reading.periods.map(({ text }) => text));
  const corrected = reading.cues.some(({ value }) => value === 'correction');
  if (!corrected && plan.ask !== 'balance' && plan.ask !== 'savings-rate') {
    const ids = idsOf(scopes);
    const placed = scopes.some(
      ({ where, period }) => where.some(({ by }) => by === 'place') || period?.assumed?.includes('abroad') === true,
    );
    const moved = scopes.some(({ flow }) => flow.startsWith('transfers'));
    const ranks = (plan.ask === 'subscriptions' || (plan.ask === 'breakdown' && plan.limit === 1)) && IS_THE_MOST.test(reading.said.said);
    for (const { value, text } of ranks ? reading.names.slice(1) : reading.names) {
      const keys = keysOf(value);
      const spoken =
        (placed && JOURNEY.test(text)) ||
        (asksPayees(plan) && SHOP.test(text)) ||
        (moved && value.is === 'account') ||
        (plan.ask === 'price-change' && /\bbills$/.test(text));
      if (plan.ask === 'what-if' && value.is === 'account') continue;
      if (!spoken && keys.length && (ids.size > 0 || value.is === 'subject') && !keys.some((key) => ids.has(key))) missed.push(text);
    }
  }
  missed.push(...unjoinedTimes(reading, scopes));
  missed.push(...misplacedSizes(reading, plan));
  for (const { value, text } of reading.groupings)
    if (
      (LAID_OUT.has(value.style) || value.style === 'noun') &&
      (plan.ask === 'total' || (plan.ask === 'count' && value.style !== 'which' && !(plan.kept && plan.of === value.by)))
    )
      missed.push(text);
  // "which card did I use at Target last time": when it was does not say with which.
  if (plan.ask === 'edge')
    missed.push(...reading.groupings.filter(({ value }) => value.by === 'account' && value.style === 'which').map(({ text }) => text));
  missed.push(...reading.groupings.filter(({ value }) => isOtherPace(plan, value.by) || isOfEach(plan, value)).map(({ text }) => text));
  // "was March my most expensive month": of it alone the figure says nothing.
  const asked = IS_THE_MOST.exec(reading.said.said)?.[0].length ?? 0;
  missed.push(...[...reading.periods, ...reading.weekdays].filter(({ end }) => end <= asked).map(({ text }) => text));
  // "how many months since the last one": stretches, and no rows.
  if (plan.ask === 'count' && plan.of === 'rows' && !plan.kept) {
    const stretches = /\bhow many (?:different )?(weeks|months|quarters|years)\b/.exec(reading.said.said)?.[1];
    if (stretches !== undefined) missed.push(stretches);
  }
  // "what went up the most from March to April": of which one nothing is said by both sums.
  const rose = plan.ask === 'compare' ? WENT_MOST.exec(reading.said.said)?.[0] : undefined;
  if (rose !== undefined) missed.push(rose);
  // "how much cash did I get back": of what came back by card it says nothing.
  if (scopes.some(({ flow }) => flow === 'refunds'))
    missed.push(...reading.cues.filter(({ value }) => value === 'cash').map(({ text }) => text));
  // "who do I pay the most each month": of whom nothing is said by months.
  const who = /^(?:(?:and|so|ok) )*(who|whom) (?:do|did|have|has|am|are)\b/.exec(reading.said.said)?.[1];
  if (plan.ask === 'breakdown' && who !== undefined && /^(?:day|week|month|quarter|year|weekday)$/.test(plan.by)) missed.push(who);
  if (plan.ask === 'breakdown') {
    const laid = reading.groupings.filter(({ value }) => LAID_OUT.has(value.style));
    if (laid.length && laid.every(({ value }) => value.by !== plan.by)) missed.push(...laid.map(({ text }) => text));
  }
  // "the biggest jump from one month to the next": of what rose or fell between stretches the largest payment tells nothing.
  const swing = plan.ask === 'extreme' || plan.ask === 'breakdown' || plan.ask === 'total' ? SWING.exec(reading.said.said)?.[0] : undefined;
  if (swing !== undefined) missed.push(swing);
  // "my busiest shopping day": of a day one purchase tells nothing.
  const isOfTime = plan.ask === 'breakdown' && /^(?:day|week|month|quarter|year|weekday)$/.test(plan.by);
  const laidBy = plan.ask === 'extreme' || (plan.ask === 'breakdown' && !isOfTime) ? MOST_UNIT.exec(reading.said.said) : null;
  if (
    laidBy &&
    !reading.periods.some(({ start, end }) => start < laidBy.index + laidBy[0].length && end >= laidBy.index + laidBy[0].length)
  )
    missed.push(laidBy[0]);
  // "what time of year do I spend the most": of one day it says nothing.
  const season = plan.ask === 'breakdown' && plan.by !== 'month' ? /\btimes? of (?:the )?year\b/.exec(reading.said.said)?.[0] : undefined;
  if (season !== undefined) missed.push(season);
  const times = plan.ask === 'share' && !plan.count ? OF_TIMES.exec(reading.said.said)?.[0] : undefined;
  if (times !== undefined) missed.push(times);
  const wholeYear = /\b(?:full|whole|entire) year\b|\b12 months\b/.exec(reading.said.said)?.[0];
  if (plan.ask === 'price' && wholeYear !== undefined) missed.push(wholeYear);
  return [...new Set(missed)];
}
