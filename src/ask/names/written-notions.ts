// Kinds and categories as they are said: "groceries", "the car payment", "bills and utilities".
import { atHome, phraseConcept, resolveConcept, soundedConcept } from './concepts.ts';
import type { Concept } from './concepts.ts';
import { stem } from './keys.ts';
import type { NameSearch } from './name-search.ts';
import { payeeSubject, takenAs } from './payee-subject.ts';
import { MONEY_NOUN } from './standing.ts';
import type { Name } from './subject.ts';

interface Written {
  at: number;
  texts: readonly string[];
  exact: Name | null;
  category: readonly number[] | undefined;
}

function categoryWords(search: NameSearch, ids: readonly number[]): string {
  return search.names.categories
    .filter(({ id }) => ids.includes(id))
    .map(({ name }) => name)
    .join(', ');
}

export const categorySubject = (search: NameSearch, category: readonly number[]): Name => ({
  is: 'subject',
  subject: { words: categoryWords(search, category), payees: [], categories: category, loose: [], what: 'category' },
});

function conceptWords(name: string, texts: readonly string[]): string {
  const said = texts.join(' ');
  return soundedConcept(said) || /^(?:in|on) |\b(?:did|do|have|i|we)\b/.test(said) ? name : said.replace(/^(?:the|my|our) /, '');
}

/** "school" is education, "school year" is a time; "the car payment" is the payment on the car, and nothing of the car's. */
export function conceptAt(search: NameSearch, at: number, texts: readonly string[], phrase: string): Concept | null {
  const [article = '', ...rest] = texts;
  const next = search.words[at + texts.length]?.text ?? '';
  // "more of my cash" is money; a trip to the dentist is no journey, more going out than coming in no evening.
  if (texts.join(' ') === 'going out' && (next === 'than' || /^(?:more|less|money)$/.test(search.before(at)))) return null;
  if (texts.length === 1 && /^trips?$/.test(article) && next === 'to') return null;
  if (texts.length === 1 && article === 'cash' && /^(?:my|our)$/.test(search.before(at)) && !MONEY_NOUN.test(next)) return null;
  // "May bar groceries": here it leaves something out.
  const isExcept =
    texts.length === 1 && article === 'bar' && !/^(?:the|a|an|at|in|this|that|our|my|some)$/.test(search.before(at)) && at > 0;
  if (isExcept && (phraseConcept(next) !== null || search.names.byWord.has(stem(next)))) return null;
  if (/^(?:the|my|our)$/.test(article) && rest.length && phraseConcept([...rest, next].join(' '))) return null;
  const concept = atHome(phraseConcept(texts.join(' ')) ?? phraseConcept(phrase), texts.join(' '), search.names);
  return concept?.notBefore?.includes(next) ? null : concept;
}

export function asConcept(search: NameSearch, concept: Concept, { at, texts, exact, category }: Written): Name | null {
  const said = texts.join(' ');
  const place = search.before(at) === 'the' ? search.words[at - 2]?.text : search.before(at);
  if (concept.either?.words.includes(said) && /^(?:at|in|from|to|round)$/.test(place ?? ''))
    return { is: 'ambiguous', words: said, choices: concept.either.choices };
  const subject = resolveConcept(concept, conceptWords(concept.name, texts), search.names);
  const assumed = soundedConcept(said) ? { assumed: `I took "${said}" as ${concept.name}` } : {};
  if (category) {
    const words = conceptWords(concept.name, texts);
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
  const carried = texts.length === 1 ? search.names.byWord.get(stem(said)) : undefined;
  if (carried?.length === 1 && (search.words[at]?.capital || /^(?:from|by|at)$/.test(search.before(at))))
    return takenAs(payeeSubject(carried, search.names), said);
  return search.plain[at] && texts.length === 1 ? null : { is: 'unknown', words: said, concept: true };
}
