// Kinds of spending as people call them, found in this ledger: by the names its categories have, else by the kinds and names of its payees.
import lexicon from '../lexicon/concepts.json';
import { nameWords, squash, stem } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import type { Subject } from './subject.ts';

interface Concept {
  name: string;
  words: string[];
  categories?: string[];
  kinds?: string[];
  text?: string[];
  broad?: boolean;
  sounds?: string[];
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

/** "Food & Drink" and "food and drink" meet. */
const categoryKey = (name: string): string =>
  nameWords(name)
    .filter((word) => word !== 'and')
    .map(stem)
    .join('');

function payeesByText(texts: readonly string[], names: LedgerNames): number[] {
  const found = new Set<number>();
  for (const text of texts) {
    const [head = '', ...rest] = nameWords(text).map(stem);
    for (const index of [names.byWord, names.byDescriptorWord]) {
      const lists = [head, ...rest].map((word) => index.get(word) ?? []);
      for (const id of lists[0] ?? []) if (lists.every((list) => list.includes(id))) found.add(id);
    }
  }
  return [...found];
}

/** The concept in this ledger, or null when it holds nothing of the kind. */
export function resolveConcept(concept: Concept, words: string, names: LedgerNames): Subject | null {
  const keys = new Set((concept.categories ?? []).map(categoryKey));
  const categories = names.categories.filter(({ name }) => keys.has(categoryKey(name))).map(({ id }) => id);
  if (categories.length && concept.broad) return { words, payees: [], categories, loose: [], what: 'category' };
  const kinds = new Set(concept.kinds ?? []);
  const byKind = [...kinds].flatMap((kind) => names.byKind.get(kind) ?? []);
  const byText = payeesByText(concept.text ?? [], names).filter((id) => {
    const kind = names.payees.get(id)?.kind ?? null;
    return kind === null || concept.kinds === undefined || kinds.has(kind);
  });
  const payees = [...new Set([...byKind, ...byText])];
  if (categories.length) return { words, payees: [], categories, loose: payees, what: 'kind' };
  return payees.length ? { words, payees, categories: [], loose: [], what: 'kind' } : null;
}

/** The ledger's own category names, and each side of "Bills & Utilities". */
export function categoryPhrases(names: LedgerNames): Map<string, number[]> {
  const phrases = new Map<string, number[]>();
  const add = (phrase: string, id: number) => {
    const list = phrases.get(phrase);
    if (list) list.push(id);
    else phrases.set(phrase, [id]);
  };
  for (const { id, name } of names.categories) {
    const words = nameWords(name);
    const forms = new Set([
      words.join(' '),
      words.filter((word) => word !== 'and').join(' '),
      name.toLowerCase().replace(/\s*[&/]\s*/g, ' and '),
      words.map(stem).join(' '),
    ]);
    for (const form of forms) if (form) add(form, id);
  }
  return phrases;
}

export const conceptKey = squash;
