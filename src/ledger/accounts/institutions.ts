// Banks named in the names of files and accounts, from account-words.json.
import { fold } from '../../base/text.ts';
import data from './account-words.json' with { type: 'json' };

export interface Institution {
  name: string;
  match: string[];
  kind: string | null;
  currency: string | null;
}

/** Folded words with a blank at each end, so that a phrase is found whole. */
export const spaced = (text: string): string =>
  ` ${fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

/** The institution that a text names; the longest of its words wins. */
export function institutionIn(text: string): Institution | null {
  const within = spaced(text);
  let best: { institution: Institution; length: number } | null = null;
  for (const institution of data.institutions) {
    for (const words of institution.match) {
      if (within.includes(` ${words} `) && words.length > (best?.length ?? 0)) best = { institution, length: words.length };
    }
  }
  return best?.institution ?? null;
}
