// Names as they are written: accounts, categories, kinds, whole payees, numbers of checks, and names made verbs.
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import { kindByWords } from '../../ledger/payees/kinds.ts';
import { isEnglish } from '../lexicon/english.ts';
import { aliasesOf, isBrand, printedAlso } from './brands.ts';
import { MANY_PAYEES, textSubject } from './concepts.ts';
import { asHolder } from './holders.ts';
import { squash, stem } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { NameSearch } from './name-search.ts';
import { payeeSubject } from './payee-subject.ts';
import { asSaverElsewhere } from './savers-elsewhere.ts';
import { asHeard } from './slips.ts';
import { ARTICLE_WORD, belongsToName, FUNCTION_WORD, PLACE_WORD, standsAsAccount, standsAsName } from './standing.ts';
import type { Name } from './subject.ts';
import { isChannel, verbBases } from './word-forms.ts';
import { asConcept, categorySubject, conceptAt } from './written-notions.ts';

export function asWritten(search: NameSearch, at: number, length: number): Name | null {
  const { accounts, categories } = search.index;
  const texts = search.texts(at, length);
  const phrase = texts.join(' ').replace(/'s$/, '');
  const account = accounts.get(phrase) ?? accounts.get(texts.join(' ').replace(/'s?$/, ''));
  if (account && !isSavingsVerb(search, at, phrase) && !belongsToName(search, at, length) && standsAsAccount(search, at, texts))
    return { is: 'account', ids: account, words: phrase };
  const holder = asHolder(search, at, length);
  if (holder) return holder;
  const category = categories.get(phrase) ?? categories.get(texts.map(stem).join(' '));
  const concept = conceptAt(search, at, texts, phrase);
  const exact = exactPayee(search, texts, at);
  // "the LCBO" is that shop and no kind of shop, where somebody goes there.
  if (exact && !category && (!concept || isBrand(squash(phrase)))) return exact;
  const check = asCheck(search, texts);
  if (check) return check;
  if (concept) return asConcept(search, concept, { at, texts, exact, category });
  if (category && !(length === 1 && search.plain[at] && !standsAsName(search, at) && !/^(?:on|for)$/.test(search.before(at))))
    return categorySubject(search, category);
  const saver = asSaverElsewhere(search, at, length);
  if (saver) return saver;
  if (length === 1) return asVerb(search, at, texts[0] ?? '');
  // "from the Ally back to checking": a word of grammar behind an account is no slip of the bank's name.
  const heard = search.plain[at + length - 1] && accounts.has(texts.slice(0, -1).join(' ')) ? null : asHeard(search, at, texts);
  return asJoined(search, texts) ?? heard ?? asForeignBrand(search, at, texts);
}

function isSavingsVerb(search: NameSearch, at: number, phrase: string): boolean {
  return phrase === 'savings' && /^rate$/.test(search.words[at + 1]?.text ?? '');
}

function exactPayee(search: NameSearch, texts: readonly string[], at: number): Name | null {
  const { names } = search;
  const key = ofSite(texts, names);
  if (key === '') return null;
  // "Lidl and" is Lidl; "Marks and Spencer" is whole.
  if (texts.length > 1 && (texts[0] === 'and' || texts.at(-1) === 'and')) return null;
  // "Costco, gas excluded": two things, though one payee is called by both words.
  const comma = texts.indexOf(',');
  if (comma > 0 && names.bySquash.has(squash(texts.slice(0, comma).join('')))) return null;
  const joined = texts.filter((text) => text !== 'and');
  const reversed = personReversed(search, texts);
  const found =
    names.bySquash.get(key) ??
    names.bySquash.get(key.replace(/s$/, '')) ??
    (joined.length === texts.length
      ? undefined
      : (names.bySquash.get(squash(joined.join(''))) ??
        names.bySquash.get(squash(texts.map((text) => (text === 'and' ? 'n' : text)).join(''))))) ??
    (key.length > 3 ? names.bySquash.get(`${key}s`) : undefined) ??
    names.bySquash.get(asSaid(search, at, texts.length)) ??
    reversed ??
    (isOwners(texts) ? [] : [...aliasesOf(key), ...aliasesOf(asSaid(search, at, texts.length))])
      .flatMap((alias) => names.bySquash.get(alias) ?? [])
      .slice(0, 1);
  // E MORGAN and MORGAN E are one, whichever way a bank prints the initial.
  const turned = found && reversed && texts.some((text) => text.length === 1) ? reversed : [];
  // THE KITCHEN GARDEN CAFE is the Kitchen Garden Cafe.
  const withThe = key.length > 6 ? (names.bySquash.get(/^the/.test(key) ? key.slice(3) : `the${key}`) ?? []) : [];
  const others = (found ?? []).flatMap((id) =>
    printedAlso(squash(names.payees.get(id)?.name ?? '')).flatMap((other) => names.bySquash.get(other) ?? []),
  );
  const ids = found ? [...new Set([...found, ...turned, ...withThe, ...withTrade(found, names), ...others])] : withThe;
  if (!ids?.length) return null;
  if (texts.length === 1) {
    if (/^\d+$/.test(key) && !PLACE_WORD.test(search.words[at - 1]?.text ?? '')) return null;
    if (search.plain[at] && !standsAsName(search, at)) return null;
  } else if (!hasOwnArticle(search, at, texts)) {
    if (texts.every((_, each) => search.plain[at + each]) && !standsAsName(search, at)) return null;
    if (search.plain[at] && ARTICLE_WORD.test(texts[0] ?? '')) return null;
  }
  const subject = payeeSubject(ids, names);
  const notes = withNotes(found ?? [], names);
  return notes.length > 0
    ? { is: 'subject', subject: { ...payeeSubject([...new Set([...ids, ...notes])], names), words: subject.words } }
    : { is: 'subject', subject };
}

/** "mark's monzo": somebody's, and no nickname of a shop. */
const isOwners = ([only = '', ...more]: readonly string[]): boolean =>
  more.length === 0 && only.endsWith("'s") && isGivenName(only.slice(0, -2));

/** "when did the times put its price up" of The Times: the article is in the name. "The times that I went" are none. */
const hasOwnArticle = ({ names, words }: NameSearch, at: number, texts: readonly string[]): boolean =>
  texts[0] === 'the' &&
  (names.bySquash.get(squash(texts.join(''))) ?? []).some((id) => names.payees.get(id)?.words[0] === 'the') &&
  !/^(?:that|which|i|we|when|you|it|they|of)$/.test(words[at + texts.length]?.text ?? '') &&
  !/^(?:all|many|of|some|most|half|about)$/.test(words[at - 1]?.text ?? '');

/** "waitrose.com" is Waitrose, where no payee is called by the whole of it. */
function ofSite(texts: readonly string[], { bySquash }: LedgerNames): string {
  const [only = '', ...more] = texts;
  const site = more.length === 0 ? /^([\w-]{3,})\.(?:com|co\.uk|ie|net|org|ca|com\.au|co\.nz|de|fr|eu)$/.exec(only)?.[1] : undefined;
  const key = squash(texts.join(''));
  return site !== undefined && !bySquash.has(key) && bySquash.has(squash(site)) ? squash(site) : key;
}

/** Karen Bunn is whom KAREN BUNN COTTAGE was paid to as well: somebody's whole name, and behind it what it was for. */
function withNotes(ids: readonly number[], { payees, byWord }: LedgerNames): number[] {
  const [own, ...more] = ids.map((id) => payees.get(id));
  if (!own || more.length > 0 || own.kind !== 'person' || own.words.length < 2 || own.words.some((word) => word.length < 2)) return [];
  return (byWord.get(stem(own.words[0] ?? '')) ?? []).filter((id) => {
    const { words, kind } = payees.get(id) ?? { words: [], kind: null };
    return kind === 'person' && words.length > own.words.length && own.words.every((word, at) => words[at] === word);
  });
}

/** Insomnia is Insomnia Coffee too, as another bank prints it: what it deals in behind its name, and no other trade. */
function withTrade(ids: readonly number[], { payees, byWord }: LedgerNames): number[] {
  const [own] = ids.map((id) => payees.get(id));
  if (!own || own.words.length === 0 || own.kind === 'person') return [];
  return (byWord.get(stem(own.words[0] ?? '')) ?? []).filter((id) => {
    const { words, kind } = payees.get(id) ?? { words: [], kind: null };
    if (words.length !== own.words.length + 1 || kind === null || (own.kind !== null && own.kind !== kind)) return false;
    return own.words.every((word, at) => words[at] === word) && kindByWords(words.at(-1) ?? '') === kind;
  });
}

/** Before its numbers were read: "six flags" is no 6. */
const asSaid = (search: NameSearch, at: number, length: number): string =>
  squash(
    search.words
      .slice(at, at + length)
      .map(({ was }) => was)
      .join(''),
  );

/**
 * "now tv" of NOWTV.COM, "chat gpt" of OPENAI *CHATGPT: two words said apart that the bank's own text has as one. No payee is called so, so
 * this comes last, after every name and notion; what a payee is called is heard as one word before anything is read (`hear/own-names.ts`).
 */
function asJoined(search: NameSearch, texts: readonly string[]): Name | null {
  const [first = '', second = '', ...more] = texts;
  const joined = first + second;
  if (more.length || joined.length < 5 || isEnglish(joined) || FUNCTION_WORD.test(first) || PLACE_WORD.test(first)) return null;
  if (!search.names.texts.byWord.has(stem(joined))) return null;
  const subject = textSubject([joined], texts.join(' '), search.names, undefined, 3);
  return subject ? { is: 'subject', subject } : null;
}

/** "Trey Cole" where the bank prints COLE TREY, "E Morgan" where it prints MORGAN E. */
function personReversed(search: NameSearch, texts: readonly string[]): number[] | undefined {
  if (texts.length !== 2) return undefined;
  const { names } = search;
  const isInitial = texts.some((text) => text.length === 1);
  return names.bySquash.get(squash([...texts].reverse().join('')))?.filter((id) => isInitial || names.payees.get(id)?.kind === 'person');
}

/** "Whole Foods" where nobody shops there is that, and no food. */
function asForeignBrand(search: NameSearch, at: number, texts: readonly string[]): Name | null {
  const [head = ''] = texts;
  const key = squash(texts.join('').replace(/'s$/, 's'));
  // "Southwest Airlines" beside Southwest Gas: where all that are called by its first word are other brands, it is none of them.
  const called = search.names.byWord.get(stem(head)) ?? [];
  const isOther = (id: number) => {
    const { name = '', words = [] } = search.names.payees.get(id) ?? {};
    return words.length > 1 && isBrand(squash(name));
  };
  const ours = called.length > 0 && !called.every(isOther);
  if (ours || PLACE_WORD.test(head) || FUNCTION_WORD.test(head) || !isBrand(key)) return null;
  // "is that more than January": words that ask for something are no insurer.
  if (texts.every((_text, after) => search.plain[at + after] && !search.words[at + after]?.capital)) return null;
  return { is: 'unknown', words: search.original(at, texts.length) };
}

/** "check 1042", "cheque number 1003". */
function asCheck(search: NameSearch, texts: readonly string[]): Name | null {
  const [what = '', ...rest] = texts;
  const number = rest.at(-1) ?? '';
  if (!/^che(?:ck|que)s?$/.test(what) || !/^\d{3,6}$/.test(number) || (rest.length > 1 && !/^(?:number|no|nr|num)$/.test(rest[0] ?? '')))
    return null;
  const subject = textSubject([number], `${what} ${number}`, search.names, ({ kind }) => kind === 'check');
  return subject ? { is: 'subject', subject } : { is: 'unknown', words: `${what} ${number}` };
}

/** "Ubered", "Grubhubbed", "Zelled": a name made a verb. */
function asVerb(search: NameSearch, at: number, text: string): Name | null {
  const { names } = search;
  if (isEnglish(text) && !search.words[at]?.capital) return null;
  for (const base of verbBases(text)) {
    const ids = names.bySquash.get(base);
    if (ids?.length) return { is: 'subject', subject: payeeSubject(ids, names) };
    const channel = isChannel(base) ? textSubject([base], base, names, undefined, MANY_PAYEES) : null;
    if (channel) return { is: 'subject', subject: { ...channel, what: 'category', words: search.words[at]?.was ?? base } };
  }
  return null;
}
