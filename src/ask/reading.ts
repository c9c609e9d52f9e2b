// What the spans of one utterance say together, before any intent: cues, dates, amounts, names and groupings, each word accounted for.
import type { Day } from '../base/days.ts';
import { weekdayOf } from '../base/days.ts';
import { matchesOf } from '../base/matches.ts';
import plain from './lexicon/plain-words.json';
import { chargedInterest } from './charged-interest.ts';
import { isFilledUp, isOnlyIncluded, isOnlyMoney, isOnlyOccasion, isOnlyWhereabouts, isSizedBill } from './idle-spans.ts';
import { phraseConcept } from './names/concepts.ts';
import { withAbsent } from './names/absent.ts';
import { findNames } from './names/find-names.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import { squash } from './names/keys.ts';
import { payOfPayers } from './payers.ts';
import { indexNames } from './names/name-index.ts';
import { narrowest, oneMeaning } from './names/narrowest.ts';
import type { Name } from './names/subject.ts';
import type { Utterance } from './hear/utterance.ts';
import { isMark, wordsWithin } from './hear/utterance.ts';
import { findAmounts } from './spans/amounts.ts';
import type { Amount } from './spans/amounts.ts';
import type { Cue } from './spans/cues.ts';
import { findCues, isOwnWord } from './spans/cues.ts';
import { findPeriods } from './spans/dates/index.ts';
import { edgeAsStretch } from './spans/dates/part-of.ts';
import type { DateContext, Period } from './spans/dates/period.ts';
import type { Grouping } from './spans/groupings.ts';
import { findGroupings } from './spans/groupings.ts';
import type { Span } from './spans/span.ts';
import { findWeekdays, usualWeekends } from './spans/weekdays.ts';
import type { Weekdays } from './spans/weekdays.ts';

const plainWords: ReadonlySet<string> = new Set(plain.words);

export interface Reading {
  said: Utterance;
  /** The day it was asked. */
  today: Day;
  cues: readonly Span<Cue>[];
  periods: readonly Span<Period>[];
  weekdays: readonly Span<Weekdays>[];
  amounts: readonly Span<Amount>[];
  names: readonly Span<Name>[];
  groupings: readonly Span<Grouping>[];
  /** "top 5", "last three": how many rows or groups. */
  limit: number | null;
  /** Where in `said` the question begins, after the story before it; 0 where there is none. */
  storyUntil: number;
  /** Places in `said.words` of the words that nothing explains. */
  unheard: readonly number[];
}

const LIMIT =
  /\b(?:top|biggest|largest|highest|lowest|cheapest|priciest|costliest|dearest|worst|quietest|most expensive|least expensive)\s+(?<t>\d{1,2})\s+(?=(?:days|weeks|weekends|months|quarters|years|accounts|cards)\b)|\b(?:top|first|last|latest|biggest|largest|highest|smallest|lowest|cheapest|priciest|most recent|previous|bottom|most expensive|costliest|dearest|my|the|recent)\s+(?<n>\d{1,3})\b(?!\s*(?:%|percent|dollars|bucks|pounds|quid|euros|grand|days|weeks|fortnights|months|quarters|years|accounts|cards|of (?:us|them)))(?!(?:st|nd|rd|th)\b)|(?<!\b(?:over|above|under|below|than|exceeding|beyond|least|most|about|around|nearly|roughly|past|between|and|to|of)\s)\b(?<m>\d{1,3})\s+(?:single\s+)?(?:most (?:recent|expensive|frequent|visited|common|costly)|biggest|largest|highest|latest|smallest|lowest|cheapest|priciest|last(?!\s+(?:day|week|weekend|fortnight|month|quarter|year|spring|summer|autumn|fall|winter|night|christmas|\d|january|february|march|april|may|june|july|august|september|october|november|december)\b)|top|costliest|dearest|newest|oldest|fattest|heaviest|heftiest|steepest|worst|best|chunkiest|tiniest|transactions|purchases|merchants|categories|stores|places|shops)\b|\b(?:which|what)\s+(?<w>\d{1,2})\b(?=\s+[a-z])(?!\s+(?:dollars|bucks|pounds|quid|euros|grand|percent|did|do|does|is|was|are|were)\b)|^(?<h>\d{1,2})\s+(?=(?:merchants|shops|stores|places|payees|categories|restaurants|retailers|companies|purchases|transactions)\b)|\b(?:biggest|largest|latest|last|smallest)\s+(?<k>\d{1,3})\b(?!\s*(?:%|days|weeks|months|quarters|years))/;

function findLimit(said: string): { limit: number; start: number; end: number } | null {
  const match = LIMIT.exec(said);
  const number = match?.groups?.t ?? match?.groups?.n ?? match?.groups?.m ?? match?.groups?.w ?? match?.groups?.h ?? match?.groups?.k;
  if (!match || number === undefined) return null;
  const start = match.index + match[0].indexOf(number);
  return { limit: Number(number), start, end: start + number.length };
}

/** "my last 24 Hour Fitness payment": the number is the payee's own. */
function beginsName(said: Utterance, start: number, names: LedgerNames): boolean {
  const at = said.starts.indexOf(start);
  const texts = said.words.slice(at, at + 4).map(({ text }) => text);
  return texts.some((_, last) => last > 0 && names.bySquash.has(squash(texts.slice(0, last + 1).join(''))));
}

/** "She says over two thousand": what somebody holds the figure to be bounds nothing. */
const CLAIMED =
  /[.?!;] (?:\w+ ){1,3}(?:says?|said|reckons?|thinks?|thought|claims?|claimed|guess(?:es|ed)?|bets?|swears?|swore|insists?|insisted)\s+(?:(?:it|that|we|it is|it was|that is)\s+)*$/;

/** Cues whose phrases hold words that would be names elsewhere: "savings rate", "cash flow", "after refunds". */
const WHOLE_CUES: ReadonlySet<Cue> = new Set([
  'savings-rate',
  'net',
  'balance',
  'after-refunds',
  'before-refunds',
  'all-accounts',
  'card-payment',
  'in-currency',
  'uncategorised',
  'in-one-go',
  'how-much',
  'share',
]);

/** Charges that are a notion and ask by themselves. */
const FEES: ReadonlySet<Cue> = new Set(['late-fee', 'foreign-fee', 'atm-fee', 'annual-fee', 'wire-fee', 'maintenance-fee', 'overdraft']);

const overlaps = (a: { start: number; end: number }, b: { start: number; end: number }) => a.start < b.end && b.start < a.end;

/** "weekly shop" is groceries, no weekly anything; the winter fuel payment is no winter. */
function isPartOfConcept(said: Utterance, span: { start: number; end: number }): boolean {
  const at = wordsWithin(said, span.start, span.end);
  const [head = 0, last = 0] = [at[0], at.at(-1)];
  const first = head < last && /^(?:the|my|our|in|on|for|during)$/.test(said.words[head]?.text ?? '') ? head + 1 : head;
  const words = said.words.slice(first, last + 3).map(({ text }) => text);
  for (let length = last - first + 2; length <= words.length; length += 1) if (phraseConcept(words.slice(0, length).join(' '))) return true;
  return false;
}

/** Where a story ends and the question begins: "... so tell me what went to Halifax". */
const PIVOT =
  /\b(?:so tell me|just tell me|tell me|all (?:i|we) (?:need|want)(?: to know)? is|what (?:i|we) (?:need|want|would like)(?: to know| to see)? is|the question is|my question is|(?:i|we) (?:would like|want|need) to (?:know|see|find out)|(?:i|we) (?:am|are) wondering|anyway|(?:know|out|need|want|wonder|wondering|question|ask) (?=: )|(?:look up|find out|check|work out|figure out)(?= (?:what|how|when|which|whether|if)\b))\b|(?<=\w{3} \. )(?:so |and )?(?:what|how|when|which|where|who|did|have|has|show|list)\b/g;

/** The question without the story before it, where both parts name something: a name in the story filters nothing. */
function withoutStory(reading: Reading): Reading {
  const { said } = reading;
  const turn = matchesOf(said.said, PIVOT).at(-1);
  const pivot = turn?.index;
  // The word that asks stands at the turn itself: "... . When was I last at Halfords".
  const after = (span: { start: number }) => pivot !== undefined && span.start >= pivot;
  // "strip out travel and tell me ...": what is left out before is left out of the figure.
  const leavesOut = reading.cues.some(
    ({ value, start, end }) =>
      (value === 'except' || value === 'do-not-count') &&
      start < (pivot ?? 0) &&
      reading.names.some((name) => name.value.is !== 'unknown' && name.start >= end && name.start - end < 12),
  );
  // "Show me May. What about June?": a sentence that asks is no story.
  const asks =
    /^(?:so |and )?(?:what|how|when|which|where|who|did|have|has|show|list)$/.test(turn?.[0] ?? '') &&
    reading.cues.some(
      ({ value, start }) =>
        start < (pivot ?? 0) && /^(?:how-much|count|list|total|which|when|average|breakdown|share|balance)$/.test(value),
    );
  if (pivot === undefined || pivot < 20 || leavesOut || asks || !reading.names.some(after)) return reading;
  const kept = <T extends { start: number }>(spans: readonly T[]): readonly T[] => (spans.some(after) ? spans.filter(after) : spans);
  return {
    ...reading,
    storyUntil: pivot,
    cues: reading.cues.filter(after),
    names: reading.names.filter(after),
    periods: kept(reading.periods),
    amounts: reading.amounts.filter(after),
    groupings: reading.groupings.filter(after),
    weekdays: reading.weekdays.filter(after),
    unheard: reading.unheard.filter((at) => (said.starts[at] ?? 0) > pivot),
  };
}

/** "top 5 shops" ranks payees; the shops in it narrow nothing. Nor do those that gave back what was paid: "refunds from the stores". */
const isAnyShop = ({ value, text, end }: Span<Name>, groupings: readonly Span<Grouping>[], cues: readonly Span<Cue>[]): boolean =>
  (value.is === 'ambiguous' || (value.is === 'subject' && value.subject.what !== 'payee')) &&
  /^(?:the )?(?:shops?|stores?|places?|merchants?|businesses|companies|retailers)$/.test(text) &&
  ((/s$/.test(text) && cues.some((cue) => cue.value === 'refund')) ||
    groupings.some((group) => group.value.by === 'payee' && group.value.style === 'noun' && group.end === end));

/** "what has gone up", where a bank is called Up; the debit of a direct debit is no card. */
const isOnlyUp = ({ value, start, end }: Span<Name>, cues: readonly Span<Cue>[]): boolean =>
  value.is === 'account' &&
  cues.some((cue) => (cue.value === 'price-change' || cue.value === 'subscriptions') && cue.start < start && cue.end >= end);

/** "the Apple card bill" is that card's, and no card bill of another. */
function isOfNamedCard(said: Utterance, { value, start, text }: Span<Cue>, names: LedgerNames): boolean {
  if (value !== 'card-payment' || !/^card\b/.test(text)) return false;
  const at = said.starts.indexOf(start);
  return indexNames(names).accounts.has(`${said.words[at - 1]?.text ?? ''} card`);
}

/** "on the first direct saver" is an account, and no first of the month. */
function isInAccount(span: { start: number; end: number }, said: string, names: LedgerNames): boolean {
  return [...indexNames(names).accounts.keys()].some((phrase) => {
    if (!/ /.test(phrase) || !/\b(?:first|second|third|fifth|may|march|sunday|monday|friday)\b/.test(phrase)) return false;
    const at = said.indexOf(phrase);
    return at >= 0 && overlaps(span, { start: at, end: at + phrase.length }) && span.end < at + phrase.length;
  });
}

/** "a Saturday pastry ... on Saturdays": all of them are meant, where they are said too. */
const isEveryOne = ({ value }: Span<Period>, weekdays: readonly Span<Weekdays>[]): boolean =>
  weekdays.some(({ value: { days } }) => days.includes(weekdayOf(value.ranges[0]?.from ?? '')));

/** What a verb or a trade makes of a word: dancing, dancer, dances of dance. */
const bareOf = (word: string): string => word.replace(/(?:ings?|ers?|ies|es|ed|s|e|y)$/, '');
const LEAST_BARE = 4;

/** "Lily's dancing, the Mickleover Dance place": another form of a word of the payee that is named. */
const isOtherForm = (word: string, found: readonly Span<Name>[], { payees }: LedgerNames): boolean => {
  const bare = bareOf(word);
  return (
    bare.length >= LEAST_BARE &&
    found.some(
      ({ value }) =>
        value.is === 'subject' &&
        value.subject.what === 'payee' &&
        value.subject.payees.length === 1 &&
        value.subject.payees.some((id) => payees.get(id)?.words.some((own) => bareOf(own) === bare)),
    )
  );
};

/** "How much did we have at the start of July", "what was in the savings at the end of June". */
const HELD =
  /\b(?:did|do|had) (?:i|we) (?:have|had|got)\b(?! (?:to|left over|over)\b)|\b(?:was|were|is) (?:there )?(?:left |sitting )?in (?:the|my|our|savings|checking)\b/;

export function readUtterance(said: Utterance, names: LedgerNames, dates: DateContext): Reading {
  const text = said.said;
  const length = (span: { start: number; end: number }) => span.end - span.start;
  const allPeriods = findPeriods(text, dates)
    .filter((span) => !isInAccount(span, text, names) && !isPartOfConcept(said, span))
    .filter((span, _at, all) => !all.some((other) => other !== span && overlaps(span, other) && length(other) > length(span)));
  const laidOut = findGroupings(text);
  // "on which weekdays": what a figure is laid out by, and no choice of days.
  const weekdays = [...findWeekdays(text), ...usualWeekends(text, allPeriods)]
    .filter(
      (span) =>
        !laidOut.some(
          (group) =>
            (group.value.style === 'which' || group.value.by === 'weekend') &&
            group.start <= span.start &&
            group.end >= span.end &&
            length(group) > length(span),
        ),
    )
    .filter((span) => !allPeriods.some((other) => overlaps(span, other) && length(other) > length(span)))
    .sort((a, b) => a.start - b.start);
  const cues = findCues(text);
  // A balance is of one day; what was paid "at the end of June" is not.
  const isOfOneDay = cues.some(({ value }) => value === 'balance') || HELD.test(text);
  const periods = allPeriods
    .filter(
      (span) =>
        !(span.by === 'weekday-as-day' && isEveryOne(span, weekdays)) &&
        (!weekdays.some((other) => overlaps(span, other)) ||
          (span.by === 'weekend' && !weekdays.some((other) => other.by === 'usual-weekends'))),
    )
    .map((span) => (isOfOneDay ? span : edgeAsStretch(span)));
  const groupings = laidOut.filter(
    (span) =>
      !isPartOfConcept(said, span) &&
      !periods.some((other) => overlaps(span, other)) &&
      !weekdays.some((other) => overlaps(span, other)) &&
      // "across every account": all of them together, and none by itself.
      !cues.some(
        (cue) =>
          cue.value === 'all-accounts' &&
          cue.end >= span.end &&
          (cue.start < span.start || (cue.start === span.start && /^(?:on|across|over)\b/.test(cue.text))),
      ),
  );
  const limit = findLimit(text);
  const counted = limit && !periods.some((other) => overlaps(limit, other)) && !beginsName(said, limit.start, names) ? limit : null;

  const taken = said.words.map(() => false);
  const explained = said.words.map(({ text: word }) => plainWords.has(word) || isMark(word));
  const mark = (list: boolean[], spans: readonly { start: number; end: number }[]) => {
    for (const { start, end } of spans) for (const at of wordsWithin(said, start, end)) list[at] = true;
  };
  mark(taken, [...periods, ...weekdays, ...groupings.filter(({ value }) => value.style !== 'noun'), ...(counted ? [counted] : [])]);
  const firstAmounts = findAmounts(text, [...periods, ...weekdays, ...(counted ? [counted] : [])]).filter(
    // "fuel from 76": a shop of that name, and no bound.
    ({ value, text: bound }) => value.money || !/^from \d+$/.test(bound) || !names.bySquash.has(value.decimal),
  );
  mark(
    taken,
    firstAmounts.filter(({ value }) => value.money || (value.is !== 'bare' && value.is !== 'exactly')),
  );
  mark(
    taken,
    cues.filter(
      (cue) => (WHOLE_CUES.has(cue.value) || /[- ]home$/.test(cue.text)) && cue.text.includes(' ') && !isOfNamedCard(said, cue, names),
    ),
  );
  mark(explained, groupings);
  for (const cue of cues)
    for (const at of wordsWithin(said, cue.start, cue.end)) if (isOwnWord(cue, said.words[at]?.text ?? '')) explained[at] = true;
  const all = oneMeaning(withAbsent(findNames(said, indexNames(names), { taken, plain: explained }), said)).filter(
    (name) =>
      !isAnyShop(name, groupings, cues) && !isOnlyUp(name, cues) && !isSizedBill(name, text) && !isOnlyOccasion(name, text, periods),
  );
  const included = all.filter(
    (name) =>
      isOnlyIncluded(name, { said: text, names: all, cues }) ||
      isOnlyMoney(name, text, all) ||
      isFilledUp(name, text, all) ||
      isOnlyWhereabouts(name, text, periods),
  );
  mark(explained, included);
  const found = all.filter((name) => !included.includes(name));
  const amounts = firstAmounts.filter((span) => !found.some((name) => overlaps(span, name)) && !CLAIMED.test(text.slice(0, span.start)));
  // "the two contracts, giffgaff and Vodafone": as many as are named, and no first two of many.
  const payees = found.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee').length;
  const listed =
    counted !== null &&
    counted.limit > 1 &&
    counted.limit === payees &&
    /\b(?:the|my|our|those|these)\s+$/.test(text.slice(0, counted.start));
  mark(explained, [...periods, ...weekdays, ...amounts, ...found, ...(counted ? [counted] : [])]);
  const unheard = [...said.words.keys()].filter((at) => !explained[at] && !isOtherForm(said.words[at]?.text ?? '', found, names));
  // Words inside a date, a size or a payee's name ask for nothing: "Smith Group", "last month", "more than 50".
  const claimed = [
    ...periods,
    ...found.filter(({ value }) => value.is === 'unknown' || (value.is === 'subject' && value.subject.what === 'payee')),
  ];
  const free = cues.filter(
    (cue) =>
      // "any late fees" asks of money, though this ledger has none.
      (FEES.has(cue.value) || !claimed.some((other) => cue.start >= other.start && cue.end <= other.end)) &&
      // "how many money": an amount, said by whom English is new to.
      !(cue.value === 'count' && cue.text === 'how many' && /^ money\b/.test(text.slice(cue.end))) &&
      // "net of the mortgage" leaves it out, and so does "other than Kroger".
      !(
        (cue.value === 'net' || cue.value === 'compare') &&
        cues.some((other) => other.value === 'except' && other.start <= cue.start && other.end >= cue.end)
      ) &&
      // First Direct is a bank, and nothing that came first.
      !((cue.value === 'first' || cue.value === 'last') && found.some((name) => name.value.is === 'account' && overlaps(cue, name))) &&
      !(
        cue.value === 'budget' &&
        found.some(
          (name) =>
            name.value.is === 'subject' &&
            overlaps(cue, name) &&
            (name.text.length > cue.text.length || name.value.subject.what === 'payee'),
        )
      ) &&
      !(cue.value !== 'budget' && amounts.some((amount) => amount.value.is !== 'bare' && overlaps(cue, amount))),
  );
  const paid = payOfPayers(text, free, found, names);
  return withoutStory({
    said,
    today: dates.today,
    cues: [...free.map((cue) => chargedInterest(cue, found, names)), ...(paid ? [paid] : [])].sort((a, b) => a.start - b.start),
    periods,
    weekdays,
    amounts,
    names: narrowest(found, text),
    groupings,
    limit: listed ? null : (counted?.limit ?? null),
    storyUntil: 0,
    unheard,
  });
}

export const hears = ({ cues }: Reading, ...wanted: Cue[]): boolean => cues.some(({ value }) => wanted.includes(value));
export const cueSpan = ({ cues }: Reading, ...wanted: Cue[]): Span<Cue> | null => cues.find(({ value }) => wanted.includes(value)) ?? null;
export const cueSpans = ({ cues }: Reading, ...wanted: Cue[]): Span<Cue>[] => cues.filter(({ value }) => wanted.includes(value));

/** The unexplained words as typed. */
export const unheardWords = ({ said, unheard }: Reading): string[] => unheard.map((at) => said.words[at]?.was ?? '');
