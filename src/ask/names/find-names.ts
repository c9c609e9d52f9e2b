// Finds the names in an utterance: accounts, categories, kinds and payees. First what is said as written, the longest first;
// then parts of names, slips of spelling and of hearing, only over words that nothing else explains; at last unknown names.
import { lookUp } from '../../base/look-up.ts';
import { isEnglish } from '../lexicon/english.ts';
import calendar from '../lexicon/calendar.json';
import places from '../lexicon/places.json';
import { aliasesOf, isBrand } from './brands.ts';
import type { Utterance } from '../hear/utterance.ts';
import { isMark } from '../hear/utterance.ts';
import type { Span } from '../spans/span.ts';
import { accountPhrases, isKindWord } from './accounts.ts';
import { beside } from './beside.ts';
import {
  categoryPhrases,
  conceptsSounding,
  conceptWords,
  everyConceptWord,
  phraseConcept,
  resolveConcept,
  soundedConcept,
  textSubject,
} from './concepts.ts';
import type { Concept } from './concepts.ts';
import { carriersOf } from './texts.ts';
import { isBankWord, isChannel, verbBases } from './word-forms.ts';
import { indexWholeNames, soundsLike } from './whole-names.ts';
import type { WholeNames } from './whole-names.ts';
import { distance, slipsAllowed } from '../../base/distance.ts';
import { nameWords, squash, stem } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import { soundOf } from '../../base/sound.ts';
import type { Name, Subject } from './subject.ts';

export interface NameIndex {
  names: LedgerNames;
  accounts: Map<string, number[]>;
  categories: Map<string, number[]>;
  /** Sounds of whole names, for ledgers of a person's size. */
  soundsOfNames: Map<string, number[]>;
  /** Stems of names by their first letter. */
  byLetter: Map<string, string[]>;
  /** Whole names by their sound, for the same. */
  wholeNames: WholeNames;
}

const SOUNDS_UP_TO = 5_000;
const LONGEST = 6;

const indexes = new WeakMap<LedgerNames, NameIndex>();

export function indexNames(names: LedgerNames): NameIndex {
  const known = indexes.get(names);
  if (known) return known;
  const soundsOfNames = new Map<string, number[]>();
  if (names.payees.size <= SOUNDS_UP_TO) {
    for (const { id, words } of names.payees.values()) {
      for (let length = 1; length <= Math.min(3, words.length); length += 1) {
        const sound = soundOf(words.slice(0, length).join(''));
        const list = soundsOfNames.get(sound);
        if (!list) soundsOfNames.set(sound, [id]);
        else if (!list.includes(id)) list.push(id);
      }
    }
  }
  const byLetter = new Map<string, string[]>();
  for (const word of names.byWord.keys()) {
    const list = byLetter.get(word.slice(0, 1));
    if (list) list.push(word);
    else byLetter.set(word.slice(0, 1), [word]);
  }
  const index = {
    names,
    byLetter,
    accounts: accountPhrases(names),
    categories: categoryPhrases(names),
    soundsOfNames,
    wholeNames: indexWholeNames(names, SOUNDS_UP_TO),
  };
  indexes.set(names, index);
  return index;
}

export interface FreeWords {
  /** Claimed by dates, amounts and the like: no name may use them. */
  taken: readonly boolean[];
  /** Also explained by a cue or plain: a name may use them only together with others, or when they stand like a name. */
  plain: readonly boolean[];
}

interface Written {
  at: number;
  texts: readonly string[];
  exact: Name | null;
  category: readonly number[] | undefined;
}

/** Letters that may differ between a word and what was heard of it. */
const MISHEARD = 3;
const calendarNames: ReadonlySet<string> = new Set([...calendar.months, ...calendar.weekdays].flat());
const isCalendarWord = (word: string): boolean => calendarNames.has(word) || calendarNames.has(word.replace(/s$/, ''));

/** More payees than a person has: all that a channel of payment reached. */
const MANY = 400;

type Found = Span<Name> & { first: number; count: number };

const PLACE_WORD =
  /^(?:at|from|to|with|by|in|on|for|called|named|of|vs|or|and|than|against|except|excluding|without|not|just|only|about|minus|including|plus|does|did|has|is|the|my|our)$/;
/** Words that no recogniser makes of a name. */
const FUNCTION_WORD =
  /^(?:a|an|i|we|you|he|she|they|it|me|us|did|do|does|have|has|had|was|were|is|are|be|been|how|much|many|what|when|which|who|why|all|any|some|this|that|these|those|there|so|much|spend|spent|spending|pay|paid|cost|total)$/;
const NAME_LEAD = /^(?:at|from|with|called|named)$/;

/** Payees that the bank never names without this word: a chain with one branch there is not there. */
const alwaysCarrying = (word: string, { texts }: LedgerNames): number[] =>
  carriersOf([word], texts).flatMap(({ payee, always }) => (always ? [payee] : []));

const payeeSubject = (ids: readonly number[], { payees }: LedgerNames, words?: string): Subject => {
  const best = ids.map((id) => payees.get(id)).filter((payee) => payee !== undefined);
  const shown = words ?? (best.length === 1 ? (best[0]?.name ?? '') : best.map(({ name }) => name).join(', '));
  return { words: shown, payees: ids, categories: [], loose: [], what: 'payee' };
};

/** What a card or an account has. */
const MONEY_NOUN =
  /^(?:charges?|payments?|purchases?|transactions?|spending|spend|bills?|fees?|interest|balance|statement|statements|card|account|total|totals|refunds?|expenses?|transfers?|deposits?|withdrawals?|autopay)$/;

export class NameFinder {
  readonly #said: Utterance;
  readonly #index: NameIndex;
  readonly #taken: boolean[];
  readonly #plain: readonly boolean[];
  readonly #found: Found[] = [];

  constructor(said: Utterance, index: NameIndex, { taken, plain }: FreeWords) {
    this.#said = said;
    this.#index = index;
    this.#taken = [...taken];
    this.#plain = plain;
  }

  find(): Span<Name>[] {
    this.#eachRun((at, length) => this.#asWritten(at, length));
    this.#eachRun((at, length) => this.#asPart(at, length));
    this.#eachRun((at, length) => this.#asSlip(at, length), 3);
    this.#unknown();
    return beside(
      this.#found.sort((a, b) => a.start - b.start),
      this.#said,
      this.#index.names,
      this.#plain,
    );
  }

  /** Longest runs first, from left to right; a run that is read is taken. */
  #eachRun(read: (at: number, length: number) => Name | null, longest = LONGEST): void {
    const { words } = this.#said;
    for (let length = Math.min(longest, words.length); length > 0; length -= 1) {
      for (let at = 0; at + length <= words.length; at += 1) {
        if (!this.#isFree(at, length)) continue;
        const name = read(at, length);
        if (name) this.#claim(at, length, name, 'name');
      }
    }
  }

  #isFree(at: number, length: number): boolean {
    const { words } = this.#said;
    if (isMark(words[at]?.text ?? '') || isMark(words[at + length - 1]?.text ?? '')) return false;
    for (let each = at; each < at + length; each += 1) if (this.#taken[each] || /^[?.;:!]$/.test(words[each]?.text ?? '')) return false;
    return true;
  }

  #claim(at: number, length: number, value: Name, by: string): void {
    const { starts, words, said } = this.#said;
    const start = starts[at] ?? 0;
    const end = (starts[at + length - 1] ?? 0) + (words[at + length - 1]?.text.length ?? 0);
    for (let each = at; each < at + length; each += 1) this.#taken[each] = true;
    this.#found.push({ start, end, text: said.slice(start, end), by, value, first: at, count: length });
  }

  #texts(at: number, length: number): string[] {
    return this.#said.words.slice(at, at + length).map(({ text }) => text);
  }

  /** A single plain word is a name only when it stands like one: "at Next", "Target". */
  #standsAsName(at: number): boolean {
    const before = this.#said.words[at - 1]?.text ?? '';
    return this.#said.words[at]?.capital === true || NAME_LEAD.test(before);
  }

  #asWritten(at: number, length: number): Name | null {
    const { accounts, categories } = this.#index;
    const texts = this.#texts(at, length);
    const phrase = texts.join(' ').replace(/'s$/, '');
    const account = accounts.get(phrase) ?? accounts.get(texts.join(' ').replace(/'s?$/, ''));
    if (account && !this.#isSavingsVerb(at, phrase) && !this.#belongsToName(at, length) && this.#standsAsAccount(at, texts))
      return { is: 'account', ids: account, words: phrase };
    const category = categories.get(phrase) ?? categories.get(texts.map(stem).join(' '));
    const concept = this.#concept(at, texts, phrase);
    const exact = this.#exactPayee(texts, at);
    if (exact && !(category || concept)) return exact;
    const check = this.#asCheck(texts);
    if (check) return check;
    if (concept) return this.#asConcept(concept, { at, texts, exact, category });
    if (category && !(length === 1 && this.#plain[at] && !this.#standsAsName(at) && !/^(?:on|for)$/.test(this.#before(at))))
      return this.#categorySubject(category);
    return length > 1 ? (this.#asHeard(at, texts) ?? this.#asForeignBrand(at, texts)) : this.#asVerb(at, texts[0] ?? '');
  }

  /** "Whole Foods" where nobody shops there is that, and no food. */
  #asForeignBrand(at: number, texts: readonly string[]): Name | null {
    const [head = ''] = texts;
    const key = squash(texts.join('').replace(/'s$/, 's'));
    const ours = this.#index.names.byWord.has(stem(head));
    if (ours || PLACE_WORD.test(head) || FUNCTION_WORD.test(head) || !isBrand(key)) return null;
    // "is that more than January": words that ask for something are no insurer.
    if (texts.every((_text, after) => this.#plain[at + after] && !this.#said.words[at + after]?.capital)) return null;
    return { is: 'unknown', words: this.#original(at, texts.length) };
  }

  /** "check 1042", "cheque number 1003". */
  #asCheck(texts: readonly string[]): Name | null {
    const [what = '', ...rest] = texts;
    const number = rest.at(-1) ?? '';
    if (!/^che(?:ck|que)s?$/.test(what) || !/^\d{3,6}$/.test(number) || (rest.length > 1 && !/^(?:number|no|nr|num)$/.test(rest[0] ?? '')))
      return null;
    const subject = textSubject([number], `${what} ${number}`, this.#index.names, ({ kind }) => kind === 'check');
    return subject ? { is: 'subject', subject } : { is: 'unknown', words: `${what} ${number}` };
  }

  #before = (at: number): string => this.#said.words[at - 1]?.text ?? '';

  #categorySubject = (category: readonly number[]): Name => ({
    is: 'subject',
    subject: { words: this.#categoryWords(category), payees: [], categories: category, loose: [], what: 'category' },
  });

  /** "school" is education, "school year" is a time. */
  #concept(at: number, texts: readonly string[], phrase: string): Concept | null {
    const [article = '', ...rest] = texts;
    const next = this.#said.words[at + texts.length]?.text ?? '';
    // "the car payment" is the payment on the car, and nothing of the car's.
    // "more of my cash" is money.
    if (texts.length === 1 && article === 'cash' && /^(?:my|our)$/.test(this.#before(at)) && !MONEY_NOUN.test(next)) return null;
    // "May bar groceries": here it leaves something out.
    const isExcept =
      texts.length === 1 && article === 'bar' && !/^(?:the|a|an|at|in|this|that|our|my|some)$/.test(this.#before(at)) && at > 0;
    if (isExcept && (phraseConcept(next) !== null || this.#index.names.byWord.has(stem(next)))) return null;
    if (/^(?:the|my|our)$/.test(article) && rest.length && phraseConcept([...rest, next].join(' '))) return null;
    const concept = phraseConcept(texts.join(' ')) ?? phraseConcept(phrase);
    return concept?.notBefore?.includes(next) ? null : concept;
  }

  #asConcept(concept: Concept, { at, texts, exact, category }: Written): Name | null {
    const said = texts.join(' ');
    const subject = resolveConcept(concept, this.#conceptWords(concept.name, texts), this.#index.names);
    const assumed = soundedConcept(said) ? { assumed: `I took "${said}" as ${concept.name}` } : {};
    if (category) {
      const words = this.#conceptWords(concept.name, texts);
      const loose = concept.broad ? [] : (subject?.loose ?? []);
      const categories = [...new Set([...category, ...(subject?.categories ?? [])])];
      const payees = subject?.categories.length ? subject.payees : [];
      const elsewhere = subject?.elsewhere ? { elsewhere: subject.elsewhere } : {};
      const kept = {
        words,
        payees,
        categories,
        loose,
        ...elsewhere,
        ...(subject?.assumed ? { assumed: subject.assumed } : {}),
        ...assumed,
      };
      return { is: 'subject', subject: { ...kept, what: 'category' } };
    }
    if (subject) return { is: 'subject', subject: { ...subject, ...assumed } };
    if (exact) return exact;
    // "paid by Education": a notion that the ledger lacks may be a word of a payee's name.
    const carried = texts.length === 1 ? this.#index.names.byWord.get(stem(said)) : undefined;
    if (carried?.length === 1 && (this.#said.words[at]?.capital || /^(?:from|by|at)$/.test(this.#before(at))))
      return this.#taken_as(payeeSubject(carried, this.#index.names), said);
    return this.#plain[at] && texts.length === 1 ? null : { is: 'unknown', words: said, concept: true };
  }

  /** A bank whose name is a word ("discover", "chase", "ally") needs to stand like one. */
  #standsAsAccount(at: number, texts: readonly string[]): boolean {
    const [word = ''] = texts;
    if (word === 'current' && texts.length === 1) return /^(?:from|to|into|of)$/.test(this.#before(at));
    if (texts.length > 1 || !isEnglish(word) || isKindWord(word)) return true;
    const { words } = this.#said;
    if (words[at]?.capital || (at === 0 && words.filter(({ text }) => !isMark(text)).length <= 4)) return true;
    if (/^(?:the|my|our|on|with|from|through|via|using|by|and|or|vs|into|to|for|at|in|of)$/.test(this.#before(at))) return true;
    // "biggest discover charge", "discover by category": a word that is no verb here.
    const after = words[at + 1]?.text ?? '';
    return (
      !/^(?:i|we|you|they|he|she|did|do|does|can|could|will|would|should|not|never|to|please)$/.test(this.#before(at)) &&
      (MONEY_NOUN.test(after) || (at === 0 && /^(?:by|per|in|last|this|for|since)$/.test(after)))
    );
  }

  /** Two or three words that sound like a whole name: "dutch brothers", "sick flags". */
  #asHeard(at: number, texts: readonly string[]): Name | null {
    if (texts.length > 3 || texts.some((text) => isMark(text) || FUNCTION_WORD.test(text) || PLACE_WORD.test(text))) return null;
    if (texts.every((_, each) => this.#plain[at + each])) return null;
    // "Uber rides" is Uber, however near Uber Eats sounds.
    if (texts.some((text) => this.#index.names.bySquash.has(squash(text)))) return null;
    const id = soundsLike(texts, this.#index.wholeNames);
    return id === null ? null : this.#taken_as(payeeSubject([id], this.#index.names), texts.join(' '));
  }

  /** "Ubered", "Grubhubbed", "Zelled": a name made a verb. */
  #asVerb(at: number, text: string): Name | null {
    const { names } = this.#index;
    if (isEnglish(text) && !this.#said.words[at]?.capital) return null;
    for (const base of verbBases(text)) {
      const ids = names.bySquash.get(base);
      if (ids?.length) return { is: 'subject', subject: payeeSubject(ids, names) };
      const channel = isChannel(base) ? textSubject([base], base, names, undefined, MANY) : null;
      if (channel) return { is: 'subject', subject: { ...channel, what: 'category', words: this.#said.words[at]?.was ?? base } };
    }
    return null;
  }

  /** "the Revolut card" is no account of ours called "card": the word before says whose. */
  #belongsToName(at: number, length: number): boolean {
    const before = this.#found.find(({ first, count }) => first + count === at);
    return length === 1 && before?.value.is === 'subject' && before.value.subject.what === 'payee';
  }

  #isSavingsVerb(at: number, phrase: string): boolean {
    return phrase === 'savings' && /^rate$/.test(this.#said.words[at + 1]?.text ?? '');
  }

  #conceptWords(name: string, texts: readonly string[]): string {
    const said = texts.join(' ');
    return soundedConcept(said) ? name : said.replace(/^(?:the|my|our) /, '');
  }

  #categoryWords(ids: readonly number[]): string {
    return this.#index.names.categories
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => name)
      .join(', ');
  }

  #exactPayee(texts: readonly string[], at: number): Name | null {
    const { names } = this.#index;
    const key = squash(texts.join(''));
    if (key === '') return null;
    // "Lidl and" is Lidl; "Marks and Spencer" is whole.
    if (texts.length > 1 && (texts[0] === 'and' || texts.at(-1) === 'and')) return null;
    const joined = texts.filter((text) => text !== 'and');
    const ids =
      names.bySquash.get(key) ??
      names.bySquash.get(key.replace(/s$/, '')) ??
      (joined.length === texts.length
        ? undefined
        : (names.bySquash.get(squash(joined.join(''))) ??
          names.bySquash.get(squash(texts.map((text) => (text === 'and' ? 'n' : text)).join(''))))) ??
      (key.length > 3 ? names.bySquash.get(`${key}s`) : undefined) ??
      names.bySquash.get(this.#asSaid(at, texts.length)) ??
      this.#personReversed(texts) ??
      [...aliasesOf(key), ...aliasesOf(this.#asSaid(at, texts.length))].flatMap((alias) => names.bySquash.get(alias) ?? []).slice(0, 1);
    if (!ids?.length) return null;
    if (texts.length === 1) {
      if (/^\d+$/.test(key) && !PLACE_WORD.test(this.#said.words[at - 1]?.text ?? '')) return null;
      if (this.#plain[at] && !this.#standsAsName(at)) return null;
    } else if (texts.every((_, each) => this.#plain[at + each]) && !this.#standsAsName(at)) return null;
    else if (this.#plain[at] && /^(?:at|from|to|on|the|my|and|in|of|did|a|an|i|we)$/.test(texts[0] ?? '')) return null;
    return { is: 'subject', subject: payeeSubject(ids, names) };
  }

  /** Before its numbers were read: "six flags" is no 6. */
  #asSaid = (at: number, length: number): string =>
    squash(
      this.#said.words
        .slice(at, at + length)
        .map(({ was }) => was)
        .join(''),
    );

  /** "Trey Cole" where the bank prints COLE TREY. */
  #personReversed(texts: readonly string[]): number[] | undefined {
    if (texts.length !== 2) return undefined;
    const { names } = this.#index;
    return names.bySquash.get(squash([...texts].reverse().join('')))?.filter((id) => names.payees.get(id)?.kind === 'person');
  }

  /** "blue bottle" of Blue Bottle Coffee, "acme" of Acme Corp, "xfinity" of Comcast Xfinity. */
  #asPart(at: number, length: number): Name | null {
    const { names } = this.#index;
    const texts = this.#texts(at, length).map((text) => text.replace(/'s$/, '').replace(/['.]/g, ''));
    const words = texts.flatMap((text) => nameWords(text)).map(stem);
    const free = texts.map((_, each) => !this.#plain[at + each]);
    const head = words[0];
    if (head === undefined || (length === 1 ? this.#plain[at] && !this.#standsAsName(at) : !free.includes(true) && !this.#standsAsName(at)))
      return null;
    if (length > 1 && this.#plain[at] && PLACE_WORD.test(texts[0] ?? '')) return null;
    if (length > 1 && this.#plain[at + length - 1] && PLACE_WORD.test(texts.at(-1) ?? '')) return null;
    if (words.length === 1 && (head.length < 3 || /^\d+$/.test(head) || PLACE_WORD.test(head) || FUNCTION_WORD.test(head))) return null;
    if (length === 1 && this.#beginsOther(at, head)) return null;
    const place = length === 1 ? this.#asPlace(at, head) : null;
    if (place) return place;
    const town = length === 1 ? this.#asTown(at, head) : null;
    if (town) return town;
    if (length === 1 && isEnglish(head) && !this.#isCued(at)) return null;
    // Banks cut words short: "Cascade Orthoped" is Cascade Orthopedics.
    const isWord = (own: string, word: string) => stem(own) === word || (words.length > 1 && own.length > 5 && word.startsWith(own));
    const holds = (own: readonly string[], from: number) => words.every((word, each) => isWord(own[from + each] ?? '', word));
    const ids: number[] = [];
    for (const id of names.byWord.get(head) ?? []) {
      const own = names.payees.get(id)?.words ?? [];
      const from = own.findIndex((_, each) => holds(own, each));
      if (from >= 0) ids.push(id);
      if (ids.length > 2_000) break;
    }
    const atHead = ids.filter((id) => holds(names.payees.get(id)?.words ?? [], 0));
    // Of people the bank prints either name first.
    const people = ids.some((id) => names.payees.get(id)?.kind === 'person');
    const chosen = atHead.length && !people ? atHead : ids;
    if (chosen.length) return this.#several(chosen, texts.join(' '));
    return this.#asBankText(at, texts);
  }

  /** "Les Miserables Bakery" is no Les Schwab: a word with a capital behind it that nothing of ours explains makes another name. */
  #beginsOther(at: number, head: string): boolean {
    const { names } = this.#index;
    const [word, next] = [this.#said.words[at], this.#said.words[at + 1]];
    if (!word?.capital || !next?.capital || this.#plain[at + 1] || this.#taken[at + 1] || isMark(next.text)) return false;
    const key = stem(next.text.replace(/'s$/, ''));
    return (
      !names.byWord.has(key) &&
      !names.byDescriptorWord.has(key) &&
      !isCalendarWord(next.text) &&
      phraseConcept(next.text) === null &&
      (names.byWord.get(head) ?? []).every((id) => !(names.payees.get(id)?.words ?? []).includes(key))
    );
  }

  /** Words that stand only in the bank's texts and memos: "the boilers", "check 1042", "zelle". */
  #asBankText(at: number, texts: readonly string[]): Name | null {
    const { names } = this.#index;
    const [word = ''] = texts;
    const said = texts.join(' ');
    if (texts.length === 1 && isChannel(word)) {
      const channel = textSubject([word], word, names, undefined, MANY);
      return channel && { is: 'subject', subject: { ...channel, what: 'category' } };
    }
    if (texts.length > 3 || texts.some((text) => isMark(text) || FUNCTION_WORD.test(text) || PLACE_WORD.test(text))) return null;
    const telling = texts.filter(
      (text, each) => !this.#plain[at + each] && (text.length > 3 || (text.length === 3 && !isEnglish(text))) && !isBankWord(text),
    );
    if (telling.length === 0 || (texts.length === 1 && (/\d/.test(word) || !this.#standsAsThing(at)))) return null;
    const subject = textSubject(
      texts.flatMap((text) => nameWords(text)),
      said,
      names,
      undefined,
      texts.length === 1 && isEnglish(word) ? 4 : 6,
    );
    return subject && { is: 'subject', subject };
  }

  /** Where a thing paid for stands: "for the boilers", "concert this year"; not "how human is it". */
  #standsAsThing(at: number): boolean {
    const { words } = this.#said;
    const content = words.filter(({ text }) => !isMark(text)).length;
    if (words[at]?.capital || content <= 4) return true;
    const before = this.#before(at);
    const lead = /^(?:the|a|an|my|our)$/.test(before) ? (words[at - 2]?.text ?? '') : before;
    return /^(?:at|from|to|with|on|for|and|or|vs|than|pay|paid|sent|send|gave|give|given|without|except|did|cost|have|has|was|were|is)$/.test(
      lead,
    );
  }

  /** "in Berlin", "to Lisbon": a word of payees' names or descriptors that stands where a place stands. */
  #asPlace(at: number, word: string): Name | null {
    const { names } = this.#index;
    const journey = /^(?:trip|holiday|vacation|journey|weekend|visit|getaway|break)$/.test(this.#said.words[at + 1]?.text ?? '');
    if ((!journey && !/^(?:in|to|around)$/.test(this.#said.words[at - 1]?.text ?? '')) || names.currencies.length < 2) return null;
    const forms = [word, ...(lookUp<readonly string[]>(places.places, word) ?? [])];
    const ids = [...new Set(forms.flatMap((form) => [...(names.byWord.get(stem(form)) ?? []), ...alwaysCarrying(form, names)]))];
    const exact = names.bySquash.has(word);
    // One payee's own name after "to" is where one went, no town.
    if (this.#before(at) === 'to' && !journey && ids.length < 2) return null;
    return ids.length > 0 && ids.length <= 40 && !exact ? { is: 'place', payees: ids, words: this.#said.words[at]?.was ?? word } : null;
  }

  /** "in Leeds": a word after "in" that many payees carry is where they are, no part of one's name. */
  #asTown(at: number, word: string): Name | null {
    const { names } = this.#index;
    if (this.#before(at) !== 'in' || names.bySquash.has(word) || isEnglish(this.#said.words[at]?.text ?? word)) return null;
    const named = names.byWord.get(word)?.length ?? 0;
    if ((names.byDescriptorWord.get(word)?.length ?? 0) < named + 3) return null;
    const subject = textSubject([word], this.#said.words[at]?.was ?? word, names, undefined, MANY);
    return subject && { is: 'subject', subject: { ...subject, what: 'category' } };
  }

  /** A plain English word is part of a name only where a name stands: "to United", "and Ace", "Delta". */
  #isCued(at: number): boolean {
    const words = this.#said.words;
    const content = words.filter(({ text }) => !isMark(text)).length;
    return (
      words[at]?.capital === true ||
      content <= 3 ||
      /^(?:at|from|to|with|on|for|and|or|vs|than|pay|paid|of|my|our|not|without|except)$/.test(words[at - 1]?.text ?? '') ||
      (words[at - 1]?.text === 'the' && /^(?:at|to|from|for|in|on|with|and|paid|pay)$/.test(words[at - 2]?.text ?? 'at'))
    );
  }

  #several(ids: readonly number[], said: string): Name {
    const { names } = this.#index;
    const payees = ids.map((id) => names.payees.get(id)).filter((payee) => payee !== undefined);
    const ranked = [...payees].sort((a, b) => b.count - a.count);
    // "Devon Kim", "Kim Devon", "Devon Kim utilities" are one, however the bank prints them.
    const [least = ranked[0]] = [...ranked].sort((a, b) => a.words.length - b.words.length);
    const isOne =
      least !== undefined && least.words.length > 1 && ranked.every(({ words }) => least.words.every((word) => words.includes(word)));
    const people = ranked.length > 1 && !isOne && ranked.some(({ kind }) => kind === 'person');
    if (ranked.length > 12 || people) return { is: 'ambiguous', words: said, choices: ranked.slice(0, 4).map(({ name }) => name) };
    const subject = payeeSubject(
      ranked.map(({ id }) => id),
      names,
    );
    return { is: 'subject', subject: ranked.length > 1 ? { ...subject, assumed: `I took "${said}" as ${subject.words}` } : subject };
  }

  /** "spotfy", "net flicks", "cost co", "whole food's", "grow series". A word of plain English is never a slip by itself. */
  #asSlip(at: number, length: number): Name | null {
    const texts = this.#texts(at, length);
    if (texts.some((text) => isMark(text)) || (texts.every((_, each) => this.#plain[at + each]) && !this.#standsAsName(at))) return null;
    if (texts.some((text) => PLACE_WORD.test(text) || FUNCTION_WORD.test(text))) return null;
    const key = squash(texts.join('').replace(/'s$/, ''));
    if (key.length < 4 || /^\d/.test(key)) return null;
    const english = texts.every((text) => isEnglish(text));
    if (length === 1 && (english || isBrand(key) || isCalendarWord(key))) return null;
    // "penny's": with its s it is no word of English.
    const full = squash(texts.join(''));
    const found =
      this.#joined(key) ??
      (english ? null : this.#misspelt(key, length)) ??
      (length === 1 && full !== key && !isEnglish(full) ? this.#misspelt(full, length) : null) ??
      this.#misheard(key, english);
    return found ? this.#taken_as(found, texts.join(' ')) : null;
  }

  #taken_as(subject: Subject, said: string): Name {
    return { is: 'subject', subject: { ...subject, assumed: `I took "${said}" as ${subject.words}` } };
  }

  #joined(key: string): Subject | null {
    const { names } = this.#index;
    const ids = names.bySquash.get(key) ?? names.bySquash.get(`${key}s`) ?? names.byWord.get(stem(key));
    return ids && ids.length <= 12 ? payeeSubject(ids, names) : null;
  }

  #misspelt(key: string, length: number): Subject | null {
    const { names } = this.#index;
    const bound = slipsAllowed(key.length);
    if (bound === 0) return null;
    let best: { word: string; off: number; from: 'payee' | 'concept' } | null = null;
    const consider = (word: string, from: 'payee' | 'concept') => {
      if (word.length < 4 || word[0] !== key[0]) return;
      const off = distance(key, word, best ? Math.min(bound, best.off) : bound);
      if (off <= bound && (!best || off < best.off)) best = { word, off, from };
    };
    if (length === 1) for (const word of conceptWords) consider(word, 'concept');
    for (const word of this.#index.byLetter.get(key.slice(0, 1)) ?? [])
      if (Math.abs(word.length - key.length) <= bound) consider(word, 'payee');
    if (names.payees.size <= SOUNDS_UP_TO) for (const word of names.bySquash.keys()) consider(word, 'payee');
    const chosen = best as { word: string; from: 'payee' | 'concept' } | null;
    if (!chosen) return null;
    if (chosen.from === 'concept') {
      const concept = phraseConcept(chosen.word);
      return concept ? resolveConcept(concept, chosen.word, names) : null;
    }
    const ids = names.bySquash.get(chosen.word) ?? names.byWord.get(chosen.word) ?? [];
    return ids.length > 0 && ids.length <= 3 ? payeeSubject(ids, names) : null;
  }

  #misheard(key: string, english: boolean): Subject | null {
    const { names, soundsOfNames } = this.#index;
    const sound = soundOf(key);
    if (sound.length < (english ? 4 : 3)) return null;
    const ids = soundsOfNames.get(sound);
    if (ids && ids.length <= 3) return payeeSubject(ids, names);
    const words = sound.length > 3 ? names.bySound.get(sound) : undefined;
    const byWord = words?.flatMap((word) => names.byWord.get(word) ?? []);
    if (byWord && byWord.length > 0 && byWord.length <= 3) return payeeSubject(byWord, names);
    for (const word of conceptsSounding(sound)) {
      if (distance(key, word, MISHEARD) > MISHEARD) continue;
      const concept = phraseConcept(word);
      const subject = concept && resolveConcept(concept, concept.name, names);
      if (subject) return subject;
    }
    if (sound.length < (english ? 7 : 5)) return null;
    const near = [...soundsOfNames].filter(([other]) => other.length > 4 && other[0] === sound[0] && distance(sound, other, 1) <= 1);
    const nearIds = [...new Set(near.flatMap(([, list]) => list))];
    return nearIds.length === 1 ? payeeSubject(nearIds, names) : null;
  }

  /** What stands like a name and is none we know: "at Nordstrom", "Zabars". */
  #unknown(): void {
    const { words } = this.#said;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (!word || this.#taken[at] || isMark(word.text) || !this.#unexplained(at)) continue;
      let length = 1;
      while (
        at + length < words.length &&
        !this.#taken[at + length] &&
        !isMark(words[at + length]?.text ?? '') &&
        (this.#unexplained(at + length) || (words[at + length]?.capital === true && !FUNCTION_WORD.test(words[at + length]?.text ?? '')))
      )
        length += 1;
      let begin = at;
      while (begin > 0 && words[begin - 1]?.capital && !this.#taken[begin - 1]) {
        begin -= 1;
        length += 1;
      }
      const before = words[begin - 1]?.text ?? '';
      const article = /^(?:the|a|an|my|our)$/.test(before) ? (words[begin - 2]?.text ?? '') : before;
      if (this.#isName(begin, length, before, article))
        this.#claim(begin, length, { is: 'unknown', words: this.#original(begin, length) }, 'unknown-name');
      at = begin + length - 1;
    }
  }

  /** Written like a name, a brand we know, or a word that is no English where a name stands. */
  #isName(at: number, length: number, before: string, article: string): boolean {
    const words = this.#said.words.slice(at, at + length);
    if (words.every(({ text }) => /^\d+(?:st|nd|rd|th)?$/.test(text))) return false;
    if (words.some(({ capital }) => capital) || isBrand(squash(words.map(({ text }) => text).join('')))) return true;
    const foreign = words.some(({ text }) => !isEnglish(text));
    const alone = this.#said.words.filter(({ text }) => !isMark(text)).length <= 4;
    return foreign && (NAME_LEAD.test(before) || NAME_LEAD.test(article) || /^(?:on|to|in|for|vs|or|and|than)$/.test(before) || alone);
  }

  #original(at: number, length: number): string {
    const first = this.#said.words[at];
    const last = this.#said.words[at + length - 1];
    return this.#said.question.slice(first?.start ?? 0, last?.end ?? 0);
  }

  #unexplained(at: number): boolean {
    const text = this.#said.words[at]?.text ?? '';
    return !this.#plain[at] && !everyConceptWord.has(text) && /[a-z]/.test(text);
  }
}

export const findNames = (said: Utterance, index: NameIndex, free: FreeWords): Span<Name>[] => new NameFinder(said, index, free).find();
