// Kinds of spending as people call them, found in this ledger: by the names its categories have, else by the kinds and names of its payees.
import { soundOf } from '../../base/sound.ts';
import lexicon from '../lexicon/concepts.json';
import { categoryKey, isMovement, plainCategoryKey, splitCategory } from './categories.ts';
import { nameWords, squash, stem } from './keys.ts';
import type { LedgerNames, PayeeName } from './ledger-names.ts';
import { carriersOf } from './texts.ts';
import type { Subject } from './subject.ts';

export interface Concept {
  name: string;
  words: string[];
  categories?: string[];
  kinds?: string[];
  text?: string[];
  broad?: boolean;
  sounds?: string[];
  /** Names of the concepts that this one unites. */
  includes?: string[];
  /** How it shows where nothing names it: rent is the largest payment of each month. */
  habit?: string;
  /** The wider notion that is taken, and said, where nothing answers to this one. */
  otherwise?: string;
  /** Words of it that people say of other things as well; where they stand as a place ("at the shops") it is asked which. */
  either?: { words: string[]; choices: string[] };
  /** What others pay: whoever only ever pays in is of it by the words of the name, whatever kind of payee the name seems to be. */
  given?: boolean;
  /** Of those for whom one works. */
  employers?: boolean;
  /** Words that mean this only where one of these currencies is the home currency; elsewhere the notion of another name. */
  homes?: { words: string[]; currencies: string[]; otherwise?: string };
  /** Home currencies where the wider notion is not taken. */
  apart?: string[];
  /** Of its kinds those that any of its narrower notions may be. */
  generic?: string[];
  /** Words that make another thing of it: "school year". */
  notBefore?: string[];
}

export const concepts: readonly Concept[] = lexicon.concepts;

const conceptByPhrase = new Map<string, Concept>();
for (const concept of concepts)
  for (const word of [...concept.words, ...(concept.sounds ?? [])]) if (!conceptByPhrase.has(word)) conceptByPhrase.set(word, concept);

export const phraseConcept = (phrase: string): Concept | null => conceptByPhrase.get(phrase) ?? null;
export const soundedConcept = (phrase: string): boolean => conceptByPhrase.get(phrase)?.sounds?.includes(phrase) ?? false;

/** Single words of concepts, for mending slips and matching by sound. */
export const conceptWords: ReadonlySet<string> = new Set([...conceptByPhrase.keys()].filter((phrase) => /^[a-z]{5,}$/.test(phrase)));
export const everyConceptWord: ReadonlySet<string> = new Set([...conceptByPhrase.keys()].flatMap((phrase) => phrase.split(/[^a-z'-]+/)));

/** What a word means where this ledger is at home: "gas" is petrol in dollars, and what heats the house in pounds. */
export const atHome = (concept: Concept | null, phrase: string, { homeCurrency }: LedgerNames): Concept | null =>
  concept?.homes?.words.includes(phrase) && !concept.homes.currencies.includes(homeCurrency)
    ? (concepts.find(({ name }) => name === concept.homes?.otherwise) ?? null)
    : concept;

const soundsOfConcepts = new Map<string, string[]>();
for (const word of conceptWords) soundsOfConcepts.set(soundOf(word), [...(soundsOfConcepts.get(soundOf(word)) ?? []), word]);

/** Single words of concepts that sound so. */
export const conceptsSounding = (sound: string): readonly string[] => soundsOfConcepts.get(sound) ?? [];

/** How an export's category answers to a notion: it is it, is it in part ("Phone/Cable" and phones), or lies under it. */
type Fit = 'is' | 'part' | 'under' | null;

const keysOf = new Map<Concept, ReadonlySet<string>>();
function conceptKeys(concept: Concept): ReadonlySet<string> {
  const known = keysOf.get(concept);
  if (known) return known;
  const keys = new Set([...(concept.categories ?? []), ...concept.words.filter((word) => !/^(?:the|my|our) /.test(word))].map(categoryKey));
  keysOf.set(concept, keys);
  return keys;
}

const conceptByCategory = new Map<string, Concept>();
for (const concept of concepts)
  for (const name of concept.categories ?? [])
    if (!conceptByCategory.has(categoryKey(name))) conceptByCategory.set(categoryKey(name), concept);

/** The notion that one piece of a category's name speaks of. */
const conceptOfPiece = (piece: string): Concept | null =>
  conceptByCategory.get(categoryKey(piece)) ??
  conceptByCategory.get(plainCategoryKey(piece)) ??
  conceptByPhrase.get(piece.toLowerCase()) ??
  null;

const isKindOf = (narrow: Concept | null, wide: Concept): boolean =>
  narrow !== null && (narrow.kinds?.length ?? 0) > 0 && (narrow.kinds ?? []).every((kind) => wide.kinds?.includes(kind));

function fitOf(name: string, concept: Concept): Fit {
  const keys = conceptKeys(concept);
  const has = (piece: string) => keys.has(categoryKey(piece)) || (!/^other\b/i.test(piece) && keys.has(plainCategoryKey(piece)));
  const { whole, head, tail, alternates } = splitCategory(name);
  if (has(whole) || has(tail)) return 'is';
  const fitting = alternates.filter(has);
  if (fitting.length && !concept.includes) return concept.broad || fitting.length === alternates.length ? 'is' : 'part';
  const own = conceptOfPiece(tail) ?? (alternates.length > 1 ? conceptOfPiece(alternates[0] ?? '') : null);
  if (isKindOf(own, concept) && own !== concept && alternates.every((piece) => isKindOf(conceptOfPiece(piece), concept) || piece === tail))
    return 'under';
  if (head !== null && has(head) && !(own?.broad && own !== concept)) return 'under';
  return /^other\b/i.test(tail) && keys.has(categoryKey(tail.replace(/^other\b/i, ''))) ? 'under' : null;
}

/** The categories of all accounts that answer to a notion: of each account those that are it, else those under it. */
function categoriesOf(concept: Concept, names: LedgerNames): { whole: number[]; part: number[]; telling: Set<number> } {
  const fits = new Map(names.categories.map(({ id, name }) => [id, fitOf(name, concept)]));
  const found = { whole: new Set<number>(), part: new Set<number>(), telling: new Set<number>() };
  for (const account of names.accounts) {
    const own = [...account.categories];
    const is = own.filter((id) => fits.get(id) === 'is');
    const part = own.filter((id) => fits.get(id) === 'part');
    const under = is.length + part.length > 0 || !(concept.broad || is.length) ? [] : own.filter((id) => fits.get(id) === 'under');
    if (is.length + part.length + under.length > 0) found.telling.add(account.id);
    for (const id of [...is, ...under]) found.whole.add(id);
    for (const id of part) found.part.add(id);
  }
  return { whole: [...found.whole], part: [...found.part], telling: found.telling };
}

function payeesByText(texts: readonly string[], names: LedgerNames): number[] {
  const found = new Set<number>();
  for (const text of texts) {
    const [head = '', ...rest] = nameWords(text).map(stem);
    const lists = [head, ...rest].map((word) => names.byWord.get(word) ?? []);
    for (const id of lists[0] ?? []) if (lists.every((list) => list.includes(id))) found.add(id);
    for (const { payee, always } of carriersOf([head, ...rest], names.texts)) if (always) found.add(payee);
  }
  return [...found];
}

/** Those in a category whose kind does not tell that they belong to its other half: no cable company for "phone". */
function inPart(categories: readonly number[], kinds: ReadonlySet<string>, concept: Concept, names: LedgerNames): number[] {
  return categories.flatMap((category) => {
    const name = names.categories.find(({ id }) => id === category)?.name ?? '';
    const first = conceptOfPiece(splitCategory(name).alternates[0] ?? '') === concept;
    return [...(names.payeesIn.get(category) ?? [])].filter((id) => {
      const kind = names.payees.get(id)?.kind ?? null;
      return kind === null ? first : kinds.has(kind);
    });
  });
}

/** Payees that are somebody or nobody in particular: what was paid for stands in the text beside them. */
const isCarrier = (kind: string | null) => kind === null || /^(?:person|payments|check|transfer|home-services|bank)$/.test(kind);

/** "rent" in the memo of a transfer to a person, where nothing else is rent. */
function byMemo(concept: Concept, words: string, names: LedgerNames): Subject | null {
  const phrases = [concept.name, ...concept.words, ...(concept.text ?? [])].filter(
    (phrase) => phrase.length > 2 && phrase !== 'pay' && !/\b(?:the|my|our)\b/.test(phrase),
  );
  for (const phrase of phrases) {
    const subject = textSubject(
      nameWords(phrase),
      words,
      names,
      ({ id, kind }) => isCarrier(kind) || (concept.given === true && names.givers.has(id)),
    );
    if (subject) return { ...subject, what: 'kind' };
  }
  return null;
}

/** Of whom the largest steady payment of a month is what a habit says; rent goes to a person or somebody unknown, a mortgage to a bank. */
const HABITS: Readonly<Record<string, (kind: string | null) => boolean>> = {
  'largest-monthly': (kind) => kind === null || kind === 'person',
  'largest-to-lender': (kind) => kind === 'bank',
};

/**
 * "rent" where the bank prints only a landlord's name, "mortgage" where it prints a lender's: the one such payee who is paid each month, and
 * the most of all that are paid so. Said as an assumption, for the person to take off.
 */
function byHabit({ habit }: Concept, words: string, { payees, steady }: LedgerNames): Subject | null {
  const fits = habit === undefined ? undefined : HABITS[habit];
  if (fits === undefined) return null;
  const paid = [...steady].flatMap(([id, amount]) => {
    const payee = payees.get(id);
    return payee ? [{ payee, amount }] : [];
  });
  const [most] = paid.sort((a, b) => b.amount - a.amount);
  if (!most || !fits(most.payee.kind)) return null;
  return {
    words,
    payees: [most.payee.id],
    categories: [],
    loose: [],
    what: 'kind',
    assumed: `I took "${words}" as ${most.payee.name}, your largest monthly payment`,
  };
}

/** "The tram" where the only one is Supertram: the word within a name, before all that is wider. */
function byCompound({ otherwise }: Concept, words: string, { payees }: LedgerNames): Subject | null {
  const wider = concepts.find(({ name }) => name === otherwise);
  const said = stem(words.replace(/^(?:the|my|our) /, ''));
  if (!wider || said.length < 4 || said.includes(' ')) return null;
  const named = [...payees.values()].filter(
    ({ kind, words: own }) =>
      (kind === null || wider.kinds?.includes(kind) === true) && own.some((word) => word.startsWith(said) || word.endsWith(said)),
  );
  const [one] = named;
  if (!one || named.length > 3) return null;
  const called = named.map(({ name }) => name).join(' and ');
  return { words, payees: named.map(({ id }) => id), categories: [], loose: [], what: 'kind', assumed: `I took "${words}" as ${called}` };
}

/** "The gas bill" of a household with one supplier for all its energy. */
function byWider({ otherwise, kinds = [], apart }: Concept, words: string, names: LedgerNames): Subject | null {
  if (apart?.includes(names.homeCurrency)) return null;
  const wider = concepts.find(({ name }) => name === otherwise);
  const subject = wider && resolveConcept(wider, words, names);
  if (!subject) return null;
  // Of whom it is known what else they are, they are not what was asked: no train for "buses", no power company for "the gas bill".
  const others = new Set(
    concepts.flatMap((each) =>
      isKindOf(each, wider) && (each.kinds?.length ?? 0) < (wider.kinds?.length ?? 0) && !each.broad && !each.includes
        ? (each.kinds ?? []).filter((kind) => !kinds.includes(kind) && !wider.generic?.includes(kind))
        : [],
    ),
  );
  const maybe = (ids: readonly number[]) => ids.filter((id) => !others.has(names.payees.get(id)?.kind ?? ''));
  const [payees, loose] = [maybe(subject.payees), maybe(subject.loose)];
  if (payees.length + loose.length + subject.categories.length === 0 && !subject.noted) return null;
  const elsewhere = subject.elsewhere ? { elsewhere: { ...subject.elsewhere, payees: maybe(subject.elsewhere.payees) } } : {};
  return { ...subject, payees, loose, ...elsewhere, assumed: `I took "${words}" as all ${wider.name}` };
}

/** More payees than a person has: all that a channel of payment reached. */
export const MANY_PAYEES = 400;

/** Payees whose bank texts carry these words: the payees themselves where every text does, else only those rows. */
export function textSubject(
  said: readonly string[],
  words: string,
  names: LedgerNames,
  fits: (payee: PayeeName) => boolean = () => true,
  most = 12,
): Subject | null {
  const carriers = carriersOf(said, names.texts).filter(({ payee }) => {
    const known = names.payees.get(payee);
    return known !== undefined && fits(known);
  });
  if (carriers.length === 0 || carriers.length > most) return null;
  const called = carriers
    .map(({ payee }) => names.payees.get(payee)?.name ?? '')
    .slice(0, 3)
    .join(', ');
  const ids = carriers.map(({ payee }) => payee);
  const some = carriers.some(({ always }) => !always);
  return {
    words,
    payees: some ? [] : ids,
    categories: [],
    loose: [],
    ...(some ? { noted: { payees: ids, words: said.map((word) => stem(word).replace(/(?<=\w{4})y$/, '')) } } : {}),
    what: 'payee',
    byText: true,
    assumed: `I took "${words}" as payments to ${called} with "${said.join(' ')}" in the bank's text`,
  };
}

/** A notion that is several: food is groceries and eating out. */
function resolveSeveral(parts: readonly string[], own: readonly number[], words: string, names: LedgerNames): Subject | null {
  const found = parts.flatMap((name) => {
    const concept = concepts.find((each) => each.name === name);
    return (concept && resolveConcept(concept, name, names)) ?? [];
  });
  if (found.length === 0) return null;
  const all = (pick: (subject: Subject) => readonly number[]) => [...new Set(found.flatMap(pick))];
  const elsewhere = found.flatMap((subject) => subject.elsewhere ?? []);
  return {
    words,
    payees: all(({ payees }) => payees),
    categories: [...new Set([...own, ...all(({ categories }) => categories)])],
    loose: all(({ loose }) => loose),
    ...(elsewhere.length
      ? {
          elsewhere: {
            payees: [...new Set(elsewhere.flatMap(({ payees }) => payees))],
            accounts: [...new Set(elsewhere.flatMap(({ accounts }) => accounts))],
            ...(elsewhere.every(({ guessed }) => guessed) ? { guessed: true as const } : {}),
          },
        }
      : {}),
    what: 'category',
    assumed: `I took "${words}" as ${found.map((subject) => subject.words).join(' and ')}`,
  };
}

/** "Gloria Hanley" beside "Gloria Hanley Rent": one landlord, paid by cheque and by transfer. */
function namesakes(found: readonly number[], { text: texts = [], kinds }: Concept, { payees, bySquash }: LedgerNames): number[] {
  // A cash withdrawal is no fee, though there is a fee for it.
  const fits = (kind: string | null) => kind === null || kind === 'person' || kinds === undefined || kinds.includes(kind);
  const told = new Set(texts.flatMap((text) => nameWords(text)).map(stem));
  return found.flatMap((id) => {
    const words = payees.get(id)?.words ?? [];
    const name = words.filter((word) => !told.has(stem(word)));
    return name.length > 1 && name.length < words.length
      ? (bySquash.get(squash(name.join(' '))) ?? []).filter((other) => fits(payees.get(other)?.kind ?? null))
      : [];
  });
}

const CONTRACT = /insurance|-tax$/;

/** "Pets" as an export's category is what was bought for them; the pet's insurance by direct debit is another matter, unless it is the notion. */
const withoutContracts = (payees: readonly number[], kinds: ReadonlySet<string>, names: LedgerNames): number[] =>
  [...kinds].every((kind) => CONTRACT.test(kind)) ? [...payees] : payees.filter((id) => !CONTRACT.test(names.payees.get(id)?.kind ?? ''));

/** Who is in some trade and only ever pays in, again and again, is whom one works for: a school, a hospital, a shop. */
const PAYS_WAGES =
  /^(?:education|childcare|doctor|dentist|pharmacy|groceries|restaurant|fast-food|coffee|pub|hotel|museum|vet|government)$/;
const OFTEN = 6;
const employers = ({ givers, payees }: LedgerNames): number[] =>
  [...givers].filter((id) => {
    const payee = payees.get(id);
    return payee !== undefined && payee.count >= OFTEN && PAYS_WAGES.test(payee.kind ?? '');
  });

/** The concept in this ledger, or null when it holds nothing of the kind. */
export function resolveConcept(concept: Concept, words: string, names: LedgerNames): Subject | null {
  const { whole: categories, part, telling } = categoriesOf(concept, names);
  if (concept.includes) return resolveSeveral(concept.includes, categories, words, names);
  const kinds = new Set(concept.kinds ?? []);
  const byKind = [...kinds].flatMap((kind) => names.byKind.get(kind) ?? []);
  if (categories.length && concept.broad) {
    const silent = names.accounts.filter((account) => account.categories.size === 0).map(({ id }) => id);
    const shops = withoutContracts(byKind, kinds, names);
    const elsewhere = silent.length && shops.length ? { elsewhere: { payees: shops, accounts: silent, guessed: true as const } } : {};
    return { words, payees: [], categories, loose: [], ...elsewhere, what: 'category' };
  }
  const byText = payeesByText(concept.text ?? [], names).filter((id) => {
    const kind = names.payees.get(id)?.kind ?? null;
    if (concept.given && names.givers.has(id)) return true;
    return kind === null || concept.kinds === undefined || kinds.has(kind) || kind === 'person';
  });
  const all = [...new Set([...byKind, ...byText, ...namesakes(byText, concept, names), ...(concept.employers ? employers(names) : [])])];
  if (concept.employers && all.length === 0) all.push(...names.earners);
  const inParts = inPart(part, kinds, concept, names);
  if (categories.length + inParts.length === 0)
    return all.length
      ? { words, payees: all, categories: [], loose: [], what: 'kind' }
      : (byMemo(concept, words, names) ??
          byHabit(concept, words, names) ??
          byCompound(concept, words, names) ??
          byWider(concept, words, names));
  const payees = withoutContracts(all, kinds, names);
  const silent = names.accounts.filter((account) => account.categories.size > 0 && !telling.has(account.id)).map(({ id }) => id);
  const elsewhere = silent.length && payees.length ? { elsewhere: { payees, accounts: silent } } : {};
  return { words, payees: inParts, categories, loose: payees, ...elsewhere, what: 'kind' };
}

/** The ledger's own category names, and the tail of "General Purchases-Online Purchases". */
export function categoryPhrases(names: LedgerNames): Map<string, number[]> {
  const phrases = new Map<string, number[]>();
  const add = (phrase: string, id: number) => {
    const list = phrases.get(phrase);
    if (list) list.push(id);
    else phrases.set(phrase, [id]);
  };
  for (const { id, name } of names.categories) {
    const forms = new Set<string>();
    const { tail } = splitCategory(name);
    for (const form of [name, tail]) {
      const words = nameWords(form);
      forms
        .add(words.join(' '))
        .add(words.filter((word) => word !== 'and').join(' '))
        .add(words.map(stem).join(' '));
      forms.add(form.toLowerCase().replace(/\s*[&/]\s*/g, ' and '));
    }
    for (const form of forms) if (form && !isMovement(form)) add(form, id);
  }
  return phrases;
}
