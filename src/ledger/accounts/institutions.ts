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

const byIban = data.ibans.map(({ institution, pattern }) => ({ institution, pattern: new RegExp(`^${pattern}`) }));

/** The bank that an account's IBAN tells by its bank code: letters in Britain, Ireland and the Netherlands, digits in Germany. */
export function institutionOfIban(number: string | null): Institution | null {
  const iban = (number ?? '').replace(/\s/g, '').toUpperCase();
  const name = /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) ? byIban.find(({ pattern }) => pattern.test(iban))?.institution : undefined;
  return name === undefined
    ? null
    : (data.institutions.find((institution) => institution.name === name) ?? {
        name,
        match: [name.toLowerCase()],
        kind: null,
        currency: null,
      });
}
