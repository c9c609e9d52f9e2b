// What a bank prints for short and a person says in full: "queensland health" of QLD HEALTH. Heard as it is printed, where the ledger has
// that name and none with the word in full.
import data from '../lexicon/abbreviations.json';
import { stem } from '../names/keys.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { HearingStep, Word } from './utterance.ts';

interface Abbreviation {
  full: readonly string[];
  short: readonly string[];
}

const abbreviations: readonly Abbreviation[] = Object.entries(data.short)
  .map(([full, short]) => ({ full: full.split(' '), short }))
  .sort((a, b) => b.full.length - a.full.length);
const first = new Set(abbreviations.map(({ full }) => full[0]));

const isWord = ({ byWord }: LedgerNames, word: string): boolean => byWord.has(word) || byWord.has(stem(word));

/** The short form of the words, where a payee has it beside the word that is said before or behind it, in that order. */
function shortOf({ full, short }: Abbreviation, before: string, behind: string, names: LedgerNames): string | undefined {
  if (full.every((word) => isWord(names, word))) return undefined;
  return short.find((form) =>
    (names.byWord.get(stem(form)) ?? names.byWord.get(form) ?? []).some((id) => {
      const words = names.payees.get(id)?.words.map(stem) ?? [];
      return words.some(
        (word, at) => word === stem(form) && ((at > 0 && words[at - 1] === stem(before)) || words[at + 1] === stem(behind)),
      );
    }),
  );
}

export const shortenAsPrinted =
  (names: LedgerNames): HearingStep =>
  (words) => {
    if (!words.some(({ text }) => first.has(text))) return words;
    const heard: Word[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const found = abbreviations
        .filter(({ full }) => full.every((word, each) => words[at + each]?.text === word))
        .map((one) => ({ ...one, form: shortOf(one, words[at - 1]?.text ?? '', words[at + one.full.length]?.text ?? '', names) }))
        .find(({ form }) => form !== undefined);
      const [head, last] = [words[at], words[at + (found?.full.length ?? 1) - 1]];
      if (!head || !last) continue;
      heard.push(found?.form === undefined ? head : { ...head, end: last.end, text: found.form });
      at += (found?.full.length ?? 1) - 1;
    }
    return heard;
  };
