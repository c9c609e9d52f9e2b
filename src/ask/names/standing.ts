// Whether words stand where a name, an account or a thing paid for stands: "at Next", "discover by category", "for the boilers".
import { isEnglish } from '../lexicon/english.ts';
import { isMark } from '../hear/utterance.ts';
import { isKindWord } from './accounts.ts';
import { stem } from './keys.ts';
import type { NameSearch } from './name-search.ts';

export const PLACE_WORD =
  /^(?:at|from|to|with|by|in|on|for|called|named|of|vs|or|and|than|against|except|excluding|without|not|just|only|about|minus|including|plus|does|did|has|is|the|my|our)$/;

/** Words that no recogniser makes of a name. */
export const FUNCTION_WORD =
  /^(?:a|an|i|we|you|he|she|they|it|me|us|did|do|does|have|has|had|was|were|is|are|be|been|how|much|many|what|when|which|who|why|all|any|some|this|that|these|those|there|so|much|spend|spent|spending|pay|paid|cost|total)$/;

/** Grammar before a name, which begins none where the rest of it is no grammar. */
export const ARTICLE_WORD = /^(?:at|from|to|on|the|my|and|in|of|did|a|an|i|we)$/;

export const NAME_LEAD = /^(?:at|from|with|called|named)$/;

/** What a card or an account has. */
export const MONEY_NOUN =
  /^(?:charges?|payments?|purchases?|transactions?|spending|spend|bills?|fees?|interest|balance|statement|statements|card|account|total|totals|refunds?|expenses?|transfers?|deposits?|withdrawals?|autopay)$/;

/** A single plain word is a name only when it stands like one: "at Next", "Target", "the family category". */
export function standsAsName(search: NameSearch, at: number): boolean {
  const before = search.words[at - 1]?.text ?? '';
  const after = search.words[at + 1]?.text ?? '';
  // "Next and Jarrold together": what a question opens with beside another is one of two.
  // "Next, Primark and TK Maxx"; what is asked behind a comma makes no list of it.
  const lists =
    after === ',' &&
    !/^(?:how|what|who|when|where|which|why|show|list|did|do|does|is|are|was|were|can|could|tell|give|i|we)$/.test(
      search.words[2]?.text ?? '',
    );
  const opensTwo = at === 0 && (/^(?:and|or|vs|plus)$/.test(after) || lists);
  // "Next this year after returns": a shop, and then a time.
  const opensTime =
    at === 0 &&
    search.names.bySquash.has(search.words[at]?.text ?? '') &&
    /^(?:this|last|in|since|total|over|during|refunds?)$/.test(after);
  return (
    search.words[at]?.capital === true ||
    opensTime ||
    NAME_LEAD.test(before) ||
    isGoneTo(search, at) ||
    after === 'category' ||
    opensTwo ||
    (before === 'in' &&
      /^(?:this|last|since|on|during|altogether|and|or|vs|over|between|so)?$|^[,.?!]$/.test(after) &&
      !IN_PHRASE.test(search.words[at]?.text ?? '')) ||
    // "did next refund me": who does so.
    (/^(?:did|has|have)$/.test(before) && ACTS.test(after) && !FUNCTION_WORD.test(search.words[at]?.text ?? ''))
  );
}

/** "have we been to next": where one goes. */
export const GOES_TO = /^(?:been|go|goes|going|went|gone)$/;
const isGoneTo = ({ words }: NameSearch, at: number): boolean =>
  words[at - 1]?.text === 'to' && GOES_TO.test(words[at - 2]?.text ?? '') && !FUNCTION_WORD.test(words[at]?.text ?? '');

/** "in total", "in general": no shop stands there. */
const IN_PHRASE =
  /^(?:total|general|full|all|cash|person|advance|time|one|change|two|here|there|it|that|this|them|those|between|fact|reality|sum|order|particular|shop|shops|store|stores)$/;

/** A plain English word is part of a name only where a name stands: "to United", "and Ace", "Delta". */
export function standsAsPart(search: NameSearch, at: number): boolean {
  const words = search.words;
  const content = words.filter(({ text }) => !isMark(text)).length;
  return (
    words[at]?.capital === true ||
    content <= 3 ||
    leadsQuestion(search, at) ||
    /^(?:at|from|to|with|on|for|and|or|vs|than|pay|paid|of|my|our|not|without|except|sen[dt]|gave|give|given|len[dt]|owed?)$/.test(
      words[at - 1]?.text ?? '',
    ) ||
    // "my brother Nils": whose name it is.
    /^(?:brother|sister|mum|mom|dad|son|daughter|friend|mate|cousin|uncle|aunt|auntie|nephew|niece|flatmate|roommate|partner|neighbou?r)$/.test(
      words[at - 1]?.text ?? '',
    ) ||
    (words[at - 1]?.text === 'the' &&
      /^(?:at|to|from|for|in|on|with|without|except|excluding|minus|and|or|paid|pay|sen[dt]|gave|give|given|len[dt]|owed?)$/.test(
        words[at - 2]?.text ?? 'at',
      )) ||
    // "what was the allotment rent": what is paid for so, where a payment is named behind it.
    (/^(?:the|our|my)$/.test(words[at - 1]?.text ?? '') &&
      /^(?:is|was|are|were|did|does|has)$/.test(words[at - 2]?.text ?? '') &&
      /^(?:rent|bills?|fees?|subs|subscription|membership|payments?|instalments?|charges?|premium|insurance|lessons?|club|class|money|renewal)$/.test(
        words[at + 1]?.text ?? '',
      )) ||
    // "how much did the boiler cost": what has a price is paid for.
    (/^(?:the|our|my|that)$/.test(words[at - 1]?.text ?? '') &&
      /^(?:did|does|has)$/.test(words[at - 2]?.text ?? '') &&
      /^(?:cost|costs|set|come)$/.test(words[at + 1]?.text ?? ''))
  );
}

/** "Insomnia total since January", "Target: how much", "May's Insomnia": what a question opens with and then asks about. */
function leadsQuestion({ words }: NameSearch, at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1]?.text ?? '';
  const opens = before === undefined || isMark(before.text) || /'s$/.test(before.text);
  return opens && (MONEY_NOUN.test(after) || /^[:,]$/.test(after) || /'s$/.test(words[at]?.text ?? ''));
}

/** What somebody does who is paid, or pays. */
const ACTS =
  /^(?:pay|pays|paid|charge|charges|charged|bill|bills|billed|take|takes|took|taken|cost|costs|send|sends|sent|get|gets|got|give|gives|gave|given|refund|refunded|owe|deduct|deducted|debit|debited|sting|stung|hit)$/;
/** What somebody pays, or is paid. */
const PAY_NOUN = /^(?:pay|paychecks?|paycheques?|paydays?|payroll|salary|salaries|wages?|bonus|bonuses|payslips?|direct deposits?)$/;

const ADVERB = /^(?:last|first|ever|actually|really|just|still|recently|finally|even|also|already|then)$/;

/** "what did banner pay me", "when has discover last charged us", "my banner paycheck": who acts, or whose payment it is. */
export function standsAsActor(search: NameSearch, at: number): boolean {
  const next = search.words[at + 1]?.text ?? '';
  const after = ADVERB.test(next) ? (search.words[at + 2]?.text ?? '') : next;
  return (
    (/^(?:did|do|does|has|have|had|will|is|was)$/.test(search.before(at)) && ACTS.test(after)) ||
    (!/^(?:a|an|this|that|each|every|no)$/.test(search.before(at)) && (MONEY_NOUN.test(after) || PAY_NOUN.test(after))) ||
    // "how many caribou runs have I made": where one goes so often.
    (search.before(at) === 'many' && /^(?:runs?|trips?|visits?|stops?|orders?)$/.test(after))
  );
}

/** Where a thing paid for stands: "for the boilers", "concert this year"; not "how human is it". */
export function standsAsThing(search: NameSearch, at: number): boolean {
  const { words } = search;
  const content = words.filter(({ text }) => !isMark(text)).length;
  if (words[at]?.capital || content <= 4) return true;
  const before = search.before(at);
  const lead = /^(?:the|a|an|my|our)$/.test(before) ? (words[at - 2]?.text ?? '') : before;
  return /^(?:at|from|to|with|on|for|and|or|vs|than|pay|paid|sent|send|gave|give|given|without|except|did|cost|have|has|was|were|is)$/.test(
    lead,
  );
}

/** Before a verb: "did I chase it", "to discover". */
export const VERB_LEAD = /^(?:i|we|you|they|he|she|it|to|did|do|does|can|could|will|would|should|must|not|never|please|who)$/;

/** What stands behind a verb, whatever bank is called so. */
const PARTICLE = /^(?:up|on|in|off|out|down|over|away|back)$/;
const ACCOUNT_LEAD = /^(?:the|my|our|on|with|from|through|via|using|by|and|or|vs|than|against|between|compare|into|to|for|at|in|of)$/;

/** A bank whose name is a word ("discover", "chase", "ally") needs to stand like one. */
export function standsAsAccount(search: NameSearch, at: number, texts: readonly string[]): boolean {
  const [word = ''] = texts;
  if (word === 'current' && texts.length === 1) return /^(?:from|to|into|of)$/.test(search.before(at));
  const { words } = search;
  // Up is a bank in Australia, and no bank where Netflix goes up.
  if (texts.length === 1 && PARTICLE.test(word))
    return (
      (words[at]?.capital === true && at > 0) || ACCOUNT_LEAD.test(search.before(at)) || (at === 0 && MONEY_NOUN.test(words[1]?.text ?? ''))
    );
  if (texts.length > 1 || !isEnglish(word) || isKindWord(word)) return true;
  if (words[at]?.capital || (at === 0 && words.filter(({ text }) => !isMark(text)).length <= 4)) return true;
  if (ACCOUNT_LEAD.test(search.before(at))) return true;
  // "but not Discover in August": left out, and no "not discover it".
  if (
    /^(?:not|without|except|excluding|minus|besides|plus|but|just|only)$/.test(search.before(at)) &&
    !/^(?:my|our|the|his|her|it|them|what|where|how|who|if|whether|new)$/.test(words[at + 1]?.text ?? '')
  )
    return true;
  // "biggest discover charge", "discover by category": a word that is no verb here.
  const after = words[at + 1]?.text ?? '';
  // "which card, chase or discover".
  if (/^[,:]$/.test(search.before(at)) && /^(?:or|and|vs)$/.test(after)) return true;
  return (
    (/^(?:did|does|do|has|have|had)$/.test(search.before(at)) && ACTS.test(after)) ||
    (!/^(?:i|we|you|they|he|she|did|do|does|can|could|will|would|should|not|never|to|please)$/.test(search.before(at)) &&
      (MONEY_NOUN.test(after) || (at === 0 && /^(?:by|per|in|last|this|for|since)$/.test(after))))
  );
}

/** "the Revolut card" is no account of ours called "card": the word before says whose; nor is "the Leap card" of TFI Leap Card. */
export function belongsToName(search: NameSearch, at: number, length: number): boolean {
  const before = search.found.find(({ first, count }) => first + count === at);
  if (length !== 1) return false;
  return (before?.value.is === 'subject' && before.value.subject.what === 'payee') || isNamesOwn(search, at);
}

/** Whether a payee has this word behind the one before it, which nothing else explains. */
function isNamesOwn({ words, plain, names }: NameSearch, at: number): boolean {
  const [before, own] = [words[at - 1]?.text ?? '', words[at]?.text ?? ''];
  if (at === 0 || plain[at - 1] || isKindWord(before)) return false;
  return (names.byWord.get(stem(before)) ?? []).some((id) => {
    const called = names.payees.get(id)?.words ?? [];
    return called.some((word, each) => word === before && called[each + 1] === own);
  });
}
