// Words that no span explains and that may matter. A plain English word that stands where no filter stands ("my cousin swears ...")
// is talk and is left out; one that stands where a filter stands ("on lunches", "lunch spending") would change the figure.
import { isMark } from '../hear/utterance.ts';
import { isOccasion } from '../idle-spans.ts';
import { isEnglish } from '../lexicon/english.ts';
import { nameWords, stem } from '../names/keys.ts';
import { GOES_TO } from '../names/standing.ts';
import talk from '../lexicon/talk-words.json';
import telling from '../lexicon/telling-words.json';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../spans/span.ts';
import { isStory } from './story.ts';

const ARTICLE = /^(?:the|a|an|my|our|any|some|all|those|these|that|this|his|her|their|your)$/;

const HANDS_OVER = 'zelled?|zelling|venmoe?d?|interac|sent|send|sending|gave|give|given|lent|lend|repaid|reimbursed|wired|transferred';

const BEFORE_FILTER = new RegExp(
  `^(?:${HANDS_OVER}|on|at|from|to|with|by|in|for|of|via|through|into|onto|towards?|against|except|excluding|without|only|just|or|vs|and|than|bought|buy|buying|purchased|ordered|order|paid|pay|called|named|including|not)$`,
);

const AFTER_FILTER =
  /^(?:spending|spend|spends|spent|purchases?|transactions?|payments?|bills?|expenses?|costs?|charges?|orders?|total|totals|budget|subscriptions?|fees?|price|prices|stuff|shops?|trips?|visits?|runs?|category|account|card|refunds?|income|money|receipts?)$/;

export const TERSE = 5;

/** Whether the word at this place would narrow the figure if it were understood. */
function standsAsFilter(reading: Reading, at: number): boolean {
  const { words } = reading.said;
  if (describesPayee(reading, at)) return false;
  const [first, last] = runAround(reading, at);
  let before = first - 1;
  while (ARTICLE.test(words[before]?.text ?? '')) before -= 1;
  const content = words.filter(({ text }) => !isMark(text)).length;
  // "have friends paid me": whoever does it narrows it.
  const acts =
    /^(?:did|have|has|had|does|do|was|were)$/.test(words[before]?.text ?? '') &&
    /^(?:pay|paid|send|sent|give|gave|given|owe|owed|lend|lent|transfer|transferred|buy|bought|spend|spent|charge|charged|cost|set|run|come|take|took)$/.test(
      words[last + 1]?.text ?? '',
    );
  return acts || content <= TERSE || BEFORE_FILTER.test(words[before]?.text ?? '') || AFTER_FILTER.test(words[last + 1]?.text ?? '');
}

/** "the chimney sweep": words side by side that nothing explains are one thing, which stands where they stand together. */
function runAround({ unheard, said: { words } }: Reading, at: number): [number, number] {
  const joins = (place: number) => unheard.includes(place) && !words[place]?.capital && !/ing$/.test(words[place]?.text ?? '');
  let [first, last] = [at, at];
  while (joins(first - 1)) first -= 1;
  while (joins(last + 1)) last += 1;
  return [first, last];
}

/** "the Geico policy": a noun beside a payee says what the payee is for. */
function describesPayee({ said, names }: Reading, at: number): boolean {
  const before = (said.starts[at] ?? 0) - 1;
  return names.some(({ end, value }) => (end === before || end === before - 2) && value.is === 'subject' && value.subject.what === 'payee');
}

/** "at all", "at the moment", "at home": no shop stands there. */
const NO_SHOP_AT =
  /^(?:all|very|outset|least|most|once|any|home|moment|minute|time|times|present|first|last|end|start|beginning|begin|night|lunch|work|weekends?|stores?|shops?|restaurants?|places?|merchants?|that|this|which|what|under|over|above|below|around|about|both|each|either|them|it|those|these|there|everywhere|anywhere|somewhere|least|half|a|an|noon|dinner|breakfast|current|today's|present|new|old|full|best|worst|which|whose|on|in|for|with|by|from|to|of|during|since|and|or|but|when|where|how|did|do|was|were|is|are|per|last|next|then|now|today|too|please|\d.*)$/;

/** "spent in little": of these one spends in a shop, too. "Spent in cash", "in total" are no shops. */
const SPENDS = /^(?:spend|spent|spending|shop|shopped|shopping|splurged|splashed)$/;
const NO_SHOP_IN =
  /^(?:total|general|cash|person|full|advance|euros?|pounds?|dollars?|sterling|bulk|change|between|here|fact|reality|online|bits|one|two|month|months|week|weeks|year|years|period|course|space|run)$/;

/** "spend on kids": what money goes on narrows the figure, however plain its word is. */
const GOES = /^(?:spend|spent|spending|spends|splurged?|splashed|wasted?|wasting|blow|blew|blown|goes|went|go|going|gone)$/;
const NO_THING =
  /^(?:average|it|this|that|these|those|them|me|us|top|there|here|things?|stuff|everything|anything|something|nothing|all|each|every|one|both|either|what|which|whatever|days?|weekdays?|weekends?|credit|purchases?|payments?|transactions?|just|only|total|holiday|vacation|trips?|behalf|hold|and|or|in|at|with|to|for|during|per|last|next|first|second|third|\d.*)$/;

/** "on the dog at the vet": what is brought to somebody whose trade it is narrows nothing; "on my birthday, the 17th" is that day. */
const isBrought = ({ said: { words }, periods }: Reading, at: number): boolean =>
  (/^(?:dog|cat|pet|puppy|kitten|car|van|bike)$/.test(words[at]?.text ?? '') && words[at + 1]?.text === 'at') ||
  (/^(?:birthday|anniversary)$/.test(words[at]?.text ?? '') && periods.some(({ value }) => value.grain === 'day'));

const isClaimed = (at: number, spans: readonly Span<unknown>[]): boolean => spans.some(({ start, end }) => start <= at && at < end);

/** "at fallen and burn": where a shop stands, a word that only looked like one of ours may be its name misheard. */
function strangersAfterAt(reading: Reading): number[] {
  const { said, names, periods, amounts, weekdays, groupings, cues, storyUntil } = reading;
  return said.words.flatMap(({ text }, before): number[] => {
    const shops = text === 'in' && SPENDS.test(said.words[before - 1]?.text ?? '');
    const goes = text === 'on' && GOES.test(said.words[before - 1]?.text ?? '');
    // "have we been to the range", "how much in the works": where one goes, or spends.
    const lead = said.words[before - 1]?.text ?? '';
    const gone = (text === 'to' && GOES_TO.test(lead)) || (text === 'in' && lead === 'much' && said.words[before + 1]?.text === 'the');
    if (text !== 'at' && !shops && !goes && !gone) return [];
    let at = before + 1;
    while ((shops || goes ? /^(?:the|a|an|my|our)$/ : ARTICLE).test(said.words[at]?.text ?? '')) at += 1;
    const word = said.words[at];
    const start = said.starts[at];
    if (
      !word ||
      start === undefined ||
      start < storyUntil ||
      isMark(word.text) ||
      (goes ? NO_THING : NO_SHOP_AT).test(word.text) ||
      (goes && isBrought(reading, at)) ||
      (gone && /ing$|^(?:it|them|see|get|buy|pay|cover)$/.test(word.text)) ||
      (shops && NO_SHOP_IN.test(word.text))
    )
      return [];
    return isClaimed(start, [...names, ...periods, ...amounts, ...weekdays, ...groupings, ...(shops || goes || gone ? cues : [])])
      ? []
      : [at];
  });
}

/** "zelled my mom", "what I paid my brother": who was paid narrows the figure, however plain the word is. */
const PAYS = new RegExp(`^(?:${HANDS_OVER}|pay|paid|paying)$`);

const PAID_NOUN = /^(?:payments?|transfers?|money|cash|gifts?|zelles?|venmos?|total|amount)$/;

function strangersPaid({ said: { words, starts }, names, periods, cues, storyUntil }: Reading): number[] {
  return words.flatMap(({ text }, before): number[] => {
    const mine = words[before + 1]?.text === 'to' ? before + 2 : before + 1;
    const [word, start] = [words[mine + 1], starts[mine + 1]];
    const pays = PAYS.test(text) || (PAID_NOUN.test(text) && words[before + 1]?.text === 'to');
    if (!pays || !/^(?:my|our)$/.test(words[mine]?.text ?? '') || !word || start === undefined || start < storyUntil) return [];
    return isClaimed(start, [...names, ...periods, ...cues]) || isMark(word.text) ? [] : [mine + 1];
  });
}

/** Unexplained words that may matter. */
export const openWords = (reading: Reading): number[] => [
  ...new Set([...strangersAfterAt(reading), ...strangersPaid(reading), ...openUnheard(reading)]),
];

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

/** "tax refunds, federal": a word between two marks, said of what stands before it. */
const isAfterthought = ({ said: { words } }: Reading, at: number): boolean =>
  at > 0 &&
  isMark(words[at - 1]?.text ?? '') &&
  isMark(words[at + 1]?.text ?? ',') &&
  !/^(?:then|ever|next|first|second|third|late|later|early|earlier|double|twice)$/.test(words[at]?.text ?? '');

/** "sent Calum for his birthdays" where the bank's text is CALUM BAILLIE BIRTHDAY: a word of the payee's own narrows nothing. */
const isOfPayee = ({ said: { words, starts }, names }: Reading, at: number): boolean => {
  const word = stem(words[at]?.text ?? '');
  return names.some(
    ({ value, end }) =>
      (word.length > 4 || end + 1 === starts[at]) &&
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      nameWords(value.subject.words).map(stem).includes(word),
  );
};

const talkWords: ReadonlySet<string> = new Set(talk.words);

/** "I have been bleeding money": what was being done is talk. "Go bowling", "spent decorating": that is what the money went on. */
const GOES_ON = /^(?:am|is|are|was|were|be|been|being|keep|keeps|kept|stop|stops|stopped|start|starts|started|by)$/;
const isGoingOn = ({ said: { words } }: Reading, at: number): boolean => {
  let before = at - 1;
  while (/ly$|^(?:i|we|they|just|always|only|still|even|not)$/.test(words[before]?.text ?? '')) before -= 1;
  return GOES_ON.test(words[before]?.text ?? '');
};

/** A word that says how a thing was done or found, and of what nobody asks: "we binned it", "have I actually spent". */
const isTalk = (reading: Reading, at: number): boolean => {
  const text = reading.said.words[at]?.text ?? '';
  return (
    talkWords.has(text) ||
    /(?:ed|ly)$/.test(text) ||
    (/ing$/.test(text) && isGoingOn(reading, at)) ||
    (talk.handsOver.includes(text) && reading.names.some(({ value }) => value.is === 'subject' && value.subject.what === 'payee'))
  );
};

/** "how much have I sent her": to whom is said by the turn before. */
const handsToThem = ({ said: { words } }: Reading, at: number): boolean =>
  talk.handsOver.includes(words[at]?.text ?? '') && /^(?:her|him|them)$/.test(words[at + 1]?.text ?? '');

const openUnheard = (reading: Reading): number[] =>
  reading.unheard.filter((at) => {
    const word = reading.said.words[at];
    const start = reading.said.starts[at] ?? 0;
    if (!word || isOfPayee(reading, at) || handsToThem(reading, at)) return false;
    if (isOccasion({ start, end: start + word.text.length }, reading.said.said, reading.periods)) return false;
    if (isTelling(reading, at) && (isAfterthought(reading, at) || !isStory(reading, at)) && !hears(reading, 'what-if')) return true;
    if (isUnlimited(reading) || (word.capital && !isStory(reading, at))) return true;
    return !(isEnglish(word.text) || /^\d+$/.test(word.text))
      ? !isStory(reading, at)
      : (standsAsFilter(reading, at) || !isTalk(reading, at)) && !isStory(reading, at);
  });
