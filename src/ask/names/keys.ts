// The forms in which two spellings of a name meet.
import { fold } from '../../base/text.ts';

/** Words of a name: lower case, no accents, apostrophes gone, initials run together ("U.S. Bank" us bank), other marks as blanks. */
export const nameWords = (name: string): string[] =>
  PLAIN.test(name)
    ? [name]
    : fold(name)
        .replace(/['’]/g, '')
        .replace(/\b([a-z])\.(?=[a-z]\b)/g, '$1')
        .replace(/&/g, ' ')
        .split(/[^a-z0-9]+/)
        .filter(Boolean);

/** All letters and figures run together: "In-N-Out" innout, "PG&E" pge. */
export const squash = (text: string): string => (PLAIN.test(text) ? text : fold(text).replace(/[^a-z0-9]+/g, ''));

/** A word that is its own form already, as most that are asked of are. */
const PLAIN = /^[a-z0-9]+$/;

/** Plural and possessive fall together with the singular. */
export const stem = (word: string): string =>
  word.length > 4 && /[^s]s$/.test(word) ? (word.endsWith('ies') ? `${word.slice(0, -3)}y` : word.slice(0, -1)) : word;
