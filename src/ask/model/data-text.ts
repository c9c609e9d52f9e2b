// What comes from a bank or a person, made fit to stand in a prompt: data between marks, never instructions. Whatever is written in a
// payee's name, it comes out as one short line without control, direction or zero-width characters, and without the marks that delimit it.
import { squeeze } from '../../base/text.ts';

/** Longest name shown; a payee's name is known by its first words. */
const LONGEST_NAME = 40;
/** Longest question read. */
const LONGEST_QUESTION = 400;

/** Control, format (zero width, direction), private use, surrogates, line and paragraph separators, tags. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}\u{e0000}-\u{e007f}]/gu;
/** Marks by which prompts and templates are delimited. */
const MARKS = /[<>{}[\]|`\\"“”„«»#$^~=;]+/g;

/** One line of at most `longest` characters. */
export function asData(text: string, longest = LONGEST_NAME): string {
  const plain = squeeze(text.normalize('NFKC').replace(UNSEEN, ' ').replace(MARKS, ' '));
  const letters = [...plain];
  return letters.length <= longest
    ? plain
    : `${letters
        .slice(0, longest - 1)
        .join('')
        .trimEnd()}…`;
}

/** A question as a JSON string: its quotes and marks stay, for they may matter, but it cannot end the string that holds it. */
export const asQuoted = (text: string): string =>
  JSON.stringify([...squeeze(text.normalize('NFKC').replace(UNSEEN, ' '))].slice(0, LONGEST_QUESTION).join('')).replace(/[<>|]/g, ' ');
