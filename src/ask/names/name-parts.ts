// Parts of names: "blue bottle" of Blue Bottle Coffee, "acme" of Acme Corp, "xfinity" of Comcast Xfinity; and what only the bank's text holds.
import { isMark } from '../hear/utterance.ts';
import { isCalendarWord } from '../lexicon/calendar-words.ts';
import { isEnglish } from '../lexicon/english.ts';
import { MANY_PAYEES, phraseConcept, textSubject } from './concepts.ts';
import { nameWords, stem } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { NameSearch } from './name-search.ts';
import { payeeSubject } from './payee-subject.ts';
import { FUNCTION_WORD, PLACE_WORD, standsAsActor, standsAsName, standsAsPart, standsAsThing, VERB_LEAD } from './standing.ts';
import type { Name } from './subject.ts';
import { asPlace, asTown } from './towns.ts';
import { isBankWord, isChannel } from './word-forms.ts';

/** "Target's" is Target, but "Fry's" is FRYS FOOD: the s is the name's own where a name has it, and without it is another word. */
function ownForm(text: string, { byWord, byDescriptorWord }: LedgerNames): string {
  const [bare, whole] = [text.replace(/'s$/, ''), text.replace(/'s$/, 's')];
  const has = (word: string) => byWord.has(stem(word)) || byDescriptorWord.has(stem(word));
  return whole !== text && has(whole) && (!has(bare) || isEnglish(bare)) ? whole : bare;
}

const WHEREABOUTS =
  /^(?:coast|beach|lake|sea|seaside|river|mountains?|hills?|corner|road|street|town|city|village|country|countryside|airport|station|harbou?r|bay|island|front|shore|pier)$/;

/** "that hotel on the coast": said of where something is, and no Oregon Coast Aquarium. */
const isWhereabouts = ({ words }: NameSearch, at: number): boolean =>
  WHEREABOUTS.test(words[at]?.text ?? '') &&
  words[at]?.capital !== true &&
  words[at - 1]?.text === 'the' &&
  /^(?:on|in|by|near|at|to|along|down|up|round|around|off|over)$/.test(words[at - 2]?.text ?? '');

/** "blue bottle" of Blue Bottle Coffee, "acme" of Acme Corp, "xfinity" of Comcast Xfinity. */
export function asPart(search: NameSearch, at: number, length: number): Name | null {
  const { names } = search;
  const texts = search.texts(at, length).map((text) => ownForm(text, names).replace(/['.]/g, ''));
  const words = texts.flatMap((text) => nameWords(text)).map(stem);
  const free = texts.map((_, each) => !search.plain[at + each]);
  const head = words[0];
  // "Spanish Head, deposit and all": no name goes on behind a comma.
  if (length > 1 && texts.includes(',')) return null;
  if (length === 1 && isWhereabouts(search, at)) return null;
  // "the best one" is no Best Buy.
  if (
    length === 1 &&
    /^(?:best|worst|next|last|first|top|big|good|great|main)$/.test(head ?? '') &&
    /^(?:ones?|month|week|day|year|1)$/.test(search.words[at + 1]?.text ?? '')
  )
    return null;
  if (
    head === undefined ||
    (length === 1 ? search.plain[at] && !standsAsName(search, at) : !free.includes(true) && !standsAsName(search, at))
  )
    return null;
  if (length > 1 && search.plain[at] && PLACE_WORD.test(texts[0] ?? '')) return null;
  if (length > 1 && search.plain[at + length - 1] && PLACE_WORD.test(texts.at(-1) ?? '')) return null;
  if (words.length === 1 && (head.length < 3 || /^\d+$/.test(head) || PLACE_WORD.test(head) || FUNCTION_WORD.test(head))) return null;
  if (length === 1 && beginsOther(search, at, head)) return null;
  const place = length === 1 ? asPlace(search, at, head) : null;
  if (place) return place;
  const town = length === 1 ? asTown(search, at, head) : null;
  if (town) return town;
  const isOwn = length === 1 && /'s$/.test(search.words[at]?.text ?? '') && texts[0]?.endsWith('s') === true;
  const begins = () => (names.byWord.get(head) ?? []).some((id) => stem(names.payees.get(id)?.words[0] ?? '') === head);
  if (length === 1 && isEnglish(head) && !isOwn && !standsAsPart(search, at) && !(standsAsActor(search, at) && begins())) return null;
  // Banks cut words short: "Cascade Orthoped" is Cascade Orthopedics.
  const isWord = (own: string, word: string) => stem(own) === word || (words.length > 1 && own.length > 4 && word.startsWith(own));
  const holds = (own: readonly string[], from: number) => words.every((word, each) => isWord(own[from + each] ?? '', word));
  const ids: number[] = [];
  for (const id of names.byWord.get(head) ?? []) {
    const own = names.payees.get(id)?.words ?? [];
    const from = own.findIndex((_, each) => holds(own, each));
    if (from >= 0) ids.push(id);
    if (ids.length > 2_000) break;
  }
  // THE KITCHEN GARDEN CAFE begins with its kitchen.
  const atHead = ids.filter((id) => {
    const own = names.payees.get(id)?.words ?? [];
    return holds(own, own[0] === 'the' ? 1 : 0);
  });
  // Of people the bank prints either name first.
  const people = ids.some((id) => names.payees.get(id)?.kind === 'person');
  // What is sent to Mia is not what the school is sent that has her name behind its own; what goes on Mia may be both.
  const own =
    people && search.before(at) !== 'on' && search.before(at) !== 'for'
      ? ids.filter((id) => names.payees.get(id)?.kind === 'person' || atHead.includes(id))
      : atHead;
  const chosen = own.length ? own : ids;
  const other = length === 1 ? wayTo(search, chosen, at) : null;
  if (other !== null) return { is: 'account', ids: [other], words: head };
  if (chosen.length) return several(search, chosen, texts.join(' '));
  return asBankText(search, at, texts);
}

/**
 * "wings balance": where all that is called so is one's own money on its way to the account that is called so, the account is meant. Of a
 * person it is not: "how much does Gareth pay in" is asked of him.
 */
function wayTo({ names, index, words }: NameSearch, payees: readonly number[], at: number): number | null {
  const to = new Set(payees.map((id) => names.moved.get(id) ?? null));
  const [account = null] = to;
  const called = index.accounts.get(`${words[at]?.text ?? ''} account`);
  if (payees.some((id) => names.payees.get(id)?.kind === 'person')) return null;
  return to.size === 1 && account !== null && called?.length === 1 && called[0] === account ? account : null;
}

function several(search: NameSearch, ids: readonly number[], said: string): Name {
  const { names } = search;
  const payees = ids.map((id) => names.payees.get(id)).filter((payee) => payee !== undefined);
  const ranked = [...payees].sort((a, b) => b.count - a.count);
  // "Devon Kim", "Kim Devon", "Devon Kim utilities" are one, however the bank prints them.
  const [least = ranked[0]] = [...ranked].sort((a, b) => a.words.length - b.words.length);
  const isOne =
    least !== undefined && least.words.length > 1 && ranked.every(({ words }) => least.words.every((word) => words.includes(word)));
  // Said by both names, somebody is one, whatever the bank prints behind them: "Priya Nair dinner", "Priya Nair movies".
  const whole = nameWords(said).map(stem);
  const isOnePerson = whole.length > 1 && ranked.every(({ words }) => whole.every((word, at) => stem(words[at] ?? '') === word));
  const people = ranked.length > 1 && !isOne && !isOnePerson && ranked.some(({ kind }) => kind === 'person');
  if ((ranked.length > 12 && !isOnePerson) || people)
    return { is: 'ambiguous', words: said, choices: ranked.slice(0, 4).map(({ name }) => name) };
  const subject = payeeSubject(
    ranked.map(({ id }) => id),
    names,
  );
  if (ranked.length < 2) return { is: 'subject', subject };
  const assumed = `I took "${said}" as ${subject.words}`;
  const shared = isOnePerson ? ranked[0]?.name.split(' ').slice(0, whole.length).join(' ') : undefined;
  return { is: 'subject', subject: { ...subject, words: shared ?? subject.words, assumed } };
}

/** "Les Miserables Bakery" is no Les Schwab: a word with a capital behind it that nothing of ours explains makes another name. */
function beginsOther(search: NameSearch, at: number, head: string): boolean {
  const { names } = search;
  const [word, next] = [search.words[at], search.words[at + 1]];
  if (!word?.capital || !next?.capital || search.plain[at + 1] || search.taken[at + 1] || isMark(next.text)) return false;
  const key = stem(next.text.replace(/'s$/, ''));
  return (
    !names.byDescriptorWord.has(key) &&
    (names.byWord.get(key) ?? []).every((id) => stem(names.payees.get(id)?.words[0] ?? '') !== key) &&
    !isCalendarWord(next.text) &&
    phraseConcept(next.text) === null &&
    (names.byWord.get(head) ?? []).every((id) => !(names.payees.get(id)?.words ?? []).includes(key))
  );
}

/** Words that stand only in the bank's texts and memos: "the boilers", "check 1042", "zelle". */
function asBankText(search: NameSearch, at: number, texts: readonly string[]): Name | null {
  const { names } = search;
  const [word = ''] = texts;
  const said = texts.join(' ');
  const channelWord = isChannel(word) ? word : word.replace(/s$/, '');
  if (texts.length === 1 && isChannel(channelWord)) {
    const channel = textSubject([channelWord], channelWord, names, undefined, MANY_PAYEES);
    return channel && { is: 'subject', subject: { ...channel, what: 'category' } };
  }
  if (texts.length > 3 || texts.some((text) => isMark(text) || FUNCTION_WORD.test(text) || PLACE_WORD.test(text))) return null;
  const telling = texts.filter(
    (text, each) => !search.plain[at + each] && (text.length > 3 || (text.length === 3 && !isEnglish(text))) && !isBankWord(text),
  );
  if (telling.length === 0 || (texts.length === 1 && (/\d/.test(word) || !standsAsThing(search, at)))) return null;
  const subject = textSubject(
    texts.flatMap((text) => nameWords(text)),
    said,
    names,
    undefined,
    texts.length === 1 && isEnglish(word) ? 4 : 6,
  );
  // "without Discover": where only own money on its way carries the word, the account is meant that is called so.
  const account = texts.length === 1 && !VERB_LEAD.test(search.before(at)) ? search.index.accounts.get(word) : undefined;
  const carriers = subject ? [...subject.payees, ...(subject.noted?.payees ?? [])] : [];
  if (account && carriers.every((id) => names.moved.has(id))) return { is: 'account', ids: account, words: word };
  return subject && { is: 'subject', subject };
}
