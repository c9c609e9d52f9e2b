// The language in use. `?words=pseudo` in the address puts every word of the tables in ⟦brackets⟧ and turns the page to right-to-left:
// what stands there without brackets is a word that no table holds, and what does not turn is set in left and right.

export interface Language {
  tag: string;
  direction: 'ltr' | 'rtl';
}

const isPseudo = typeof location !== 'undefined' && new URLSearchParams(location.search).get('words') === 'pseudo';

export const language: Language = isPseudo ? { tag: 'he', direction: 'rtl' } : { tag: 'en', direction: 'ltr' };

/** The language of questions and of the sentences that answer them, whatever the page is in. */
export const ENGINE = 'en';

function mark(value: unknown): unknown {
  if (typeof value === 'string') return `⟦${value}⟧`;
  if (typeof value === 'function') return (...given: unknown[]) => mark((value as (...given: unknown[]) => unknown)(...given));
  if (Array.isArray(value)) return value.map(mark);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, mark(each)]));
}

/** Each table of words passes through here once, where it is exported for use. */
export const inUse = <T extends object>(table: T): T => (isPseudo ? (mark(table) as T) : table);
