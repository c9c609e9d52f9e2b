// Nothing said goes unheard: what no span explains lowers confidence, and below the line Sotto asks back instead of answering.
// A plain English word that stands where no filter stands ("my cousin swears ...") is talk around the question and is left out;
// one that stands where a filter stands ("on lunches", "lunch spending") would change the figure, so it is asked about.
import { isEnglish } from '../lexicon/english.ts';
import telling from '../lexicon/telling-words.json';
import { isMark } from '../hear/utterance.ts';
import { cueSpan, cueSpans, hears } from '../reading.ts';
import { isBrand } from '../names/brands.ts';
import { squash } from '../names/keys.ts';
import type { Name, Subject } from '../names/subject.ts';
import type { Reading } from '../reading.ts';
import { unaccounted } from '../plan/accounted.ts';
import type { QueryPlan } from '../plan/plan.ts';
import { standingOf } from './about-money.ts';
import type { Span } from '../spans/span.ts';
import type { Asked, Refusal } from './intent.ts';
import { flowOf } from './flows.ts';

const ARTICLE = /^(?:the|a|an|my|our|any|some|all|those|these|that|this|his|her|their|your)$/;
const BEFORE_FILTER =
  /^(?:on|at|from|to|with|by|in|for|of|via|through|towards?|against|except|excluding|without|only|just|or|vs|and|than|bought|buy|buying|purchased|ordered|order|paid|pay|called|named|including|not)$/;
const AFTER_FILTER =
  /^(?:spending|spend|spends|spent|purchases?|transactions?|payments?|bills?|expenses?|costs?|charges?|orders?|total|totals|budget|subscriptions?|fees?|price|prices|stuff|shops?|trips?|visits?|runs?|category|account|card|refunds?|income|money|receipts?)$/;
const TERSE = 5;

/** Whether the word at this place would narrow the figure if it were understood. */
function standsAsFilter(reading: Reading, at: number): boolean {
  const { words } = reading.said;
  if (describesPayee(reading, at)) return false;
  let before = at - 1;
  while (ARTICLE.test(words[before]?.text ?? '')) before -= 1;
  const content = words.filter(({ text }) => !isMark(text)).length;
  // "have friends paid me": whoever does it narrows it.
  const acts =
    /^(?:did|have|has|had|does|do|was|were)$/.test(words[before]?.text ?? '') &&
    /^(?:pay|paid|send|sent|give|gave|given|owe|owed|lend|lent|transfer|transferred|buy|bought|spend|spent|charge|charged)$/.test(
      words[at + 1]?.text ?? '',
    );
  return acts || content <= TERSE || BEFORE_FILTER.test(words[before]?.text ?? '') || AFTER_FILTER.test(words[at + 1]?.text ?? '');
}

/** "the Geico policy": a noun beside a payee says what the payee is for. */
function describesPayee({ said, names }: Reading, at: number): boolean {
  const before = (said.starts[at] ?? 0) - 1;
  return names.some(({ end, value }) => (end === before || end === before - 2) && value.is === 'subject' && value.subject.what === 'payee');
}

/** The clause around a word, between full stops, commas, question marks. */
function clauseAround({ said: { words } }: Reading, at: number): { from: number; until: number } {
  const isBreak = (text: string) => /^[,.;:!?]$/.test(text);
  let from = at;
  let until = at;
  while (from > 0 && !isBreak(words[from - 1]?.text ?? '')) from -= 1;
  while (until < words.length && !isBreak(words[until]?.text ?? '')) until += 1;
  return { from, until };
}

/** A clause that asks for nothing and names nothing is a story. */
function isStory(reading: Reading, at: number): boolean {
  const { said } = reading;
  const { from, until } = clauseAround(reading, at);
  if (from === 0 && until >= said.words.length - 1) return false;
  const start = said.starts[from] ?? 0;
  const end = said.starts[until] ?? said.said.length;
  const within = (span: { start: number; end: number }) => span.start >= start && span.end <= end;
  const asks = reading.cues.some(
    (span) =>
      within(span) &&
      /^(?:how-much|count|total|which|when|average|compare|share|balance|breakdown|largest|smallest|median)$/.test(span.value),
  );
  return !asks && !reading.names.some((span) => within(span) && span.value.is !== 'unknown') && !reading.amounts.some(within);
}

/** "at all", "at the moment", "at home": no shop stands there. */
const NO_SHOP_AT =
  /^(?:all|least|most|once|any|home|moment|minute|time|times|present|first|last|end|start|beginning|begin|night|lunch|work|weekends?|stores?|shops?|restaurants?|places?|merchants?|that|this|which|what|under|over|above|below|around|about|both|each|either|them|it|those|these|there|everywhere|anywhere|somewhere|least|half|a|an|noon|dinner|breakfast|current|today's|present|new|old|full|best|worst|which|whose|on|in|for|with|by|from|to|of|during|since|and|or|but|when|where|how|did|do|was|were|is|are|per|last|next|then|now|today|so|too|please|\d.*)$/;

/** "at fallen and burn": where a shop stands, a word that only looked like one of ours may be its name misheard. */
function strangersAfterAt({ said, names, periods, amounts, weekdays, groupings }: Reading): number[] {
  return said.words.flatMap(({ text }, before): number[] => {
    if (text !== 'at') return [];
    let at = before + 1;
    while (ARTICLE.test(said.words[at]?.text ?? '')) at += 1;
    const word = said.words[at];
    const start = said.starts[at];
    if (!word || start === undefined || isMark(word.text) || NO_SHOP_AT.test(word.text)) return [];
    const claimed = [...names, ...periods, ...amounts, ...weekdays, ...groupings].some((span) => span.start <= start && start < span.end);
    return claimed ? [] : [at];
  });
}

/** Unexplained words that may matter. */
const openWords = (reading: Reading): number[] => [...new Set([...strangersAfterAt(reading), ...openUnheard(reading)])];

/** "I spent the whole weekend reading": where nothing limits the figure, what was not read may be all that was meant. */
const isUnlimited = ({ names, periods, amounts, weekdays, groupings, limit }: Reading): boolean =>
  names.length + periods.length + amounts.length + weekdays.length === 0 &&
  groupings.every(({ value }) => value.style === 'which') &&
  limit === null;

const tellingWords: ReadonlySet<string> = new Set(telling.words);

/** A word that asks for something, or narrows the figure, wherever it stands: "percent", "weekend", "the 15th". */
const isTelling = ({ said: { words } }: Reading, at: number): boolean => {
  const text = words[at]?.text ?? '';
  return tellingWords.has(text) || tellingWords.has(text.replace(/s$/, '')) || /^\d+(?:st|nd|rd|th)$|est$/.test(text);
};

const openUnheard = (reading: Reading): number[] =>
  reading.unheard.filter((at) => {
    const word = reading.said.words[at];
    if (!word) return false;
    if (isTelling(reading, at) && !isStory(reading, at) && !hears(reading, 'what-if')) return true;
    if (isUnlimited(reading) || (word.capital && !isStory(reading, at))) return true;
    return !(isEnglish(word.text) || /^\d+$/.test(word.text))
      ? !isStory(reading, at)
      : standsAsFilter(reading, at) && !isStory(reading, at);
  });

/** A pronoun that stands for something said before. */
const PRONOUN =
  /(?<!(?:is|are|was|were|be|been|out|over|up|down|from|go|went|get|got|like|in|of) )\b(?:there|them|those|these|they)\b(?! (?:are|were|is|was|been|transactions|purchases|charges|payments|months|days|years))|\b(?:it|that|this)\b(?=\s*(?:$|[?.,!]|(?:in|on|at|last|cost|costs|come|came|was|were|is|paid|for|from|again|then|go|went|more|less|up|down|too|out|much|happen|happened|compare|compares)\b))|\b(?:them|those)\b/;
/** "what is it that", "is it true", "it seems": no pronoun for anything. */
const EMPTY_IT =
  /\b(?:is it (?:true|that|possible)|it (?:seems|looks|feels|is that)|that is|put it|get it|believe it|that (?:i|we|you|my|our|the)|this (?:is|time|morning)|worth it|does it take|like that|after that|before that|on that|about that|add it all|it all|all this|all that|all of it|most of it|how much (?:was|is|were) it)\b/;

/** "Costco and the animal hospital": one of a list, so the figure would lack it. */
function isListed({ said: { said }, names }: Reading, value: Name): boolean {
  const span = names.find((one) => one.value === value);
  if (!span) return false;
  return (
    /\b(?:and|or|plus|vs|with|,)\s+(?:the\s+|my\s+|our\s+)?$/.test(said.slice(0, span.start)) ||
    /^\s*(?:and|or|plus|vs|,)\s/.test(said.slice(span.end))
  );
}

/** Nothing but a measure: "how many", "when?", "list them" with nothing before. */
function isBare(reading: Reading, known: boolean): boolean {
  const { said } = reading.said;
  const slots =
    known ||
    reading.periods.length > 0 ||
    reading.amounts.length > 0 ||
    reading.weekdays.length > 0 ||
    reading.groupings.length > 0 ||
    reading.limit !== null;
  const things =
    standingOf(reading) === 'strong' ||
    hears(reading, 'balance', 'net', 'total', 'unusual', 'uncategorised', 'interest', 'subscriptions', 'transfer');
  if (!slots && !things) return true;
  if (!known && !things && /^(?:and |so |but )?(?:what about|how about|and|same for)\b/.test(said)) return true;
  if (known) return reading.names.every(({ value }) => value.is === 'account') && /^(?:just|only|and)\b/.test(said) && !things;
  const pointed = cueSpans(reading, 'correction').reduce(
    (text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end),
    said,
  );
  return PRONOUN.test(pointed) && !EMPTY_IT.test(said) && !/\bthere (?:are|is|were|was|in|any)\b|\b(?:are|is|were|was) there\b/.test(said);
}

const PAID_VERB = /^(?:pay|pays|paid|paying|give|gave|send|sent|was|were|did|has|is|does)$/;

/** "what did Corrib pay Cormac", "Cormac's wages from Corrib": of a payer's payments the person who got them is no filter. */
function isReceiver(reading: Reading, at: number): boolean {
  const { words } = reading.said;
  const payer = reading.names.some(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
  const word = words[at];
  const whose = /'s$/.test(word?.text ?? '');
  if (
    !payer ||
    !word ||
    !(word.capital || whose || !isEnglish(word.text)) ||
    !(flowOf(reading) === 'income' || hears(reading, 'pay', 'income'))
  )
    return false;
  return (
    PAID_VERB.test(words[at - 1]?.text ?? '') ||
    (/s$/.test(word.text) &&
      /^(?:latest|last|first|monthly|weekly|pay|wages?|salary|pay ?checks?|paychecks?|take-home|earnings|income|bonus)$/.test(
        words[at + 1]?.text ?? '',
      ))
  );
}

export function doubts({ reading, ledger }: Asked, carried: boolean): Refusal | null {
  const ambiguous = reading.names.find(({ value }) => value.is === 'ambiguous')?.value;
  if (ambiguous?.is === 'ambiguous') {
    const { words, choices } = ambiguous;
    return {
      refuse: 'clarify',
      why: 'which-name',
      words: [words],
      choices: choices.map((name) => ({
        text: name,
        question: reading.said.question.replace(new RegExp(words.replace(/[^\w\s]/g, '.'), 'i'), name),
      })),
    };
  }
  const pair = twoNotions(reading) ?? unjoined(reading);
  if (pair) return pair;
  const cut = cutPeriod(reading);
  if (cut !== null) return { refuse: 'clarify', why: 'unheard', words: [cut] };
  const known = reading.names.some(({ value }) => value.is === 'subject' || value.is === 'account' || value.is === 'place');
  // "the Geico policy": a notion that the ledger lacks only describes the payee beside it.
  const describes = reading.names.some(({ value }) => value.is === 'account' || (value.is === 'subject' && value.subject.what === 'payee'));
  const unknown = reading.names.filter(
    ({ value, start }) =>
      value.is === 'unknown' &&
      !(describes && isStory(reading, reading.said.starts.indexOf(start))) &&
      !isReceiver(reading, reading.said.starts.indexOf(start)) &&
      !(value.concept && describes && !isListed(reading, value)),
  );
  const standing = standingOf(reading);
  const content = reading.said.words.filter(({ text }) => !isMark(text)).length;
  if (unknown.length) {
    const words = unknown.map(({ value }) => ('words' in value ? value.words : ''));
    // "Lidl?", "Lidl last month": a brand by itself is asked about; any other unknown word by itself is no question.
    const brand = content <= TERSE && words.every((word) => isBrand(squash(word)));
    const acts =
      standing === 'strong' || (standing === 'weak' && (/\b(?:i|we|my|our|me|us)\b/.test(reading.said.said) || hears(reading, 'how-much')));
    if (!acts && !brand && !carried) return { refuse: 'declined', why: 'no-question' };
    if (known && unknown.some(({ value }) => isListed(reading, value)))
      return { refuse: 'clarify', why: 'unheard', words: unknown.map(({ text }) => text) };
    // Beside a name that is known another word that looks like one is more often talk than a shop: better to ask.
    if (known && !words.some((word) => isBrand(squash(word)))) return { refuse: 'clarify', why: 'unheard', words };
    const kind = unknown.every(({ value }) => value.is === 'unknown' && value.concept);
    return { refuse: 'empty', why: kind ? 'unknown-kind' : 'unknown-name', words: [words.join(', ')] };
  }
  const open = openWords(reading).filter((at) => !isReceiver(reading, at));
  if (!carried && content <= TERSE + 3 && /\bthe other (?:one|two|2)\b/.test(reading.said.said))
    return { refuse: 'clarify', why: 'what-about' };
  if (!carried && isBare(reading, known) && (standing !== 'none' || (content <= TERSE && open.length === 0)))
    return { refuse: 'clarify', why: 'what-about' };
  if (!carried && standing === 'none') return { refuse: 'declined', why: 'no-question' };
  if (open.length) return { refuse: 'clarify', why: 'unheard', words: open.map((at) => reading.said.words[at]?.was ?? '') };
  if (wantsIncome(reading) && !ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
  return null;
}

/** "dog insurance", "boat loan": two notions side by side narrow each other in a way that no statement tells; either is asked for. */
function twoNotions(reading: Reading): Refusal | null {
  const { said, names, cues } = reading;
  if (isPayeeNamed(reading, names)) return null;
  const isCue = isCueAmong(cues);
  for (const [at, one] of names.entries()) {
    const other = names[at + 1];
    if (!other || one.value.is !== 'subject' || other.value.is !== 'subject') continue;
    const [a, b] = [one.value.subject, other.value.subject];
    if (a.what === 'payee' || b.what === 'payee' || !/^\s+$/.test(said.said.slice(one.end, other.start))) continue;
    if (overlap(a, b) || isCue(one) || isCue(other)) continue;
    return eitherOf({ said, names }, one, other);
  }
  return null;
}

/** "takeaway coffee ... at Insomnia", "the health insurer, that's Irish Life": a payee among what the notions mean says which. */
const isPayeeNamed = ({ names }: Reading, notions: readonly Span<Name>[]): boolean =>
  names.some(
    ({ value }) =>
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      value.subject.payees.some((id) =>
        notions.some(
          (notion) =>
            notion.value.is === 'subject' &&
            notion.value.subject.what !== 'payee' &&
            [...notion.value.subject.payees, ...notion.value.subject.loose].includes(id),
        ),
      ),
  );

/** Two notions of the same rows, as a landlord and the rent, are one. */
const overlap = (a: Subject, b: Subject): boolean =>
  [...a.payees, ...a.loose].some((id) => [...b.payees, ...b.loose].includes(id)) || a.categories.some((id) => b.categories.includes(id));

/** "overdraft interest": words that ask for something by themselves. */
const isCueAmong =
  (cues: Reading['cues']) =>
  ({ start, end }: Span<Name>): boolean =>
    cues.some((cue) => cue.start <= start && end <= cue.end);

/** Asks which of two notions is meant, or both. */
function eitherOf({ said: { said } }: Pick<Reading, 'said' | 'names'>, one: Span<Name>, other: Span<Name>): Refusal {
  const wordsOf = ({ value, text }: Span<Name>) => (value.is === 'subject' ? value.subject.words : text);
  const asked = (words: string) => said.slice(0, one.start) + words + said.slice(other.end);
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return {
    refuse: 'clarify',
    why: 'which-name',
    words: [said.slice(one.start, other.end)],
    choices: [a, b, `${a} and ${b}`].map((text) => ({ text, question: asked(text) })),
  };
}

/** Words that say of two names that each is meant. */
const JOINED = /\b(?:and|or|plus|with|also|as well as|nor|vs|versus|against|than|not|then|both)\b|[,;:&+/?.()]/;

/** "what did the car set me back in loan payments": two notions that nothing joins are not added up. */
function unjoined(reading: Reading): Refusal | null {
  const notions = reading.names.filter(({ value }) => value.is === 'subject' && value.subject.what !== 'payee');
  if (isPayeeNamed(reading, notions)) return null;
  const [one, other] = notions;
  const isCue = isCueAmong(reading.cues);
  if (notions.length !== 2 || one?.value.is !== 'subject' || other?.value.is !== 'subject' || isCue(one) || isCue(other)) return null;
  if (
    overlap(one.value.subject, other.value.subject) ||
    hears(reading, 'compare', 'share', 'except', 'do-not-count', 'correction', 'transfer')
  )
    return null;
  return JOINED.test(reading.said.said.slice(one.end, other.start)) ? null : eitherOf(reading, one, other);
}

/** "in early 2024", "mid-June": a part of a stretch that no parser takes. */
function cutPeriod({ said, periods }: Reading): string | null {
  for (const { start, text } of periods) {
    const cut = /\b(?:early|late|mid|middle of|tail end of|latter half of|back end of)[ -](?:in )?(?:the )?$/.exec(
      said.said.slice(0, start),
    );
    if (cut) return `${cut[0].trim()} ${text.trim()}`;
    const within = /^(?:in |on |during )?(?:early|late|mid)\b/.exec(text);
    if (within) return text;
  }
  return null;
}

const wantsIncome = (reading: Reading) =>
  (flowOf(reading) === 'income' || hears(reading, 'savings-rate')) &&
  !hears(reading, 'refund', 'transfer') &&
  cueSpan(reading, 'income', 'savings-rate') !== null;

/** What the plan would leave unsaid: better to ask than to be surely wrong. */
export function unsaidBy(reading: Reading, plan: QueryPlan): Refusal | null {
  const refund =
    plan.ask === 'total' && plan.scope.flow === 'spending' && hears(reading, 'refund') && !hears(reading, 'after-refunds', 'before-refunds')
      ? reading.cues.filter(({ value }) => value === 'refund').map(({ text }) => text)
      : [];
  const words = [...new Set([...unaccounted(reading, plan), ...refund])];
  return words.length ? { refuse: 'clarify', why: 'unheard', words } : null;
}
