// What payees are ('coffee', 'rent'), told by words of the bank's text, and the category that we suggest for a kind. From kinds.json.
import data from './kinds.json' with { type: 'json' };
import { matchWords } from './match-words.ts';
import { PhraseIndex, type Found } from './phrase-index.ts';

const index = new PhraseIndex<number>();
/** Words that tell it as the last of a name alone: TEACHERS PENSION, and no Pension Huber. */
const lasts = new Map<string, number>();
/** Ends of long words, as German and Dutch build them: BERGAPOTHEKE. */
const endings: { ending: string; rank: number }[] = [];
data.kinds.forEach(({ words }, rank) => {
  for (const word of words) {
    if (word.endsWith('$')) lasts.set(word.slice(0, -1), rank);
    else if (word.startsWith('*')) endings.push({ ending: word.slice(1), rank });
    else index.add(word, rank);
  }
});
const categories = new Map(data.kinds.map(({ kind, category }) => [kind, category]));

export const knownKinds: readonly string[] = data.kinds.map(({ kind }) => kind);
/** What people call several kinds at once: "eating out" -> restaurant, coffee, pub ... */
export const kindGroups: Readonly<Record<string, readonly string[]>> = data.groups;

/** The kind that the words of a text tell: a phrase of several words before a single word, then the order of the file. */
export const kindByWords = (text: string): string | null => kindOfWords(matchWords(text));

/** Behind a name: 09/41772 TP. */
const isCode = (word: string): boolean => word.length < 3 || /\d/.test(word);

export function kindOfWords(words: readonly string[]): string | null {
  let best: { rank: number; length: number } | null = null;
  for (let at = 0; at < words.length; at++) {
    const last = at > 0 && words.slice(at + 1).every(isCode) ? lasts.get(words[at] ?? '') : undefined;
    const found = last === undefined ? (index.longestAt(words, at) ?? byEnding(words[at] ?? '')) : { value: last, length: 1 };
    if (!found) continue;
    const longer = best === null || found.length > best.length;
    if (longer || (best !== null && found.length === best.length && found.value < best.rank))
      best = { rank: found.value, length: found.length };
  }
  return best === null ? null : (data.kinds[best.rank]?.kind ?? null);
}

const LONG = 8;

function byEnding(word: string): Found<number> | null {
  if (word.length < LONG) return null;
  const found = endings.find(({ ending }) => word.endsWith(ending));
  return found === undefined ? null : { value: found.rank, length: 1 };
}

/** The category to suggest for payees of a kind, or null: a suggestion, never written unasked. */
export const suggestCategory = (kind: string | null): string | null => (kind === null ? null : (categories.get(kind) ?? null));
