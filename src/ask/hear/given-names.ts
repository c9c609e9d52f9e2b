// A given name for short and in full: "Matt" of MATTHEW PASCOE, "Elizabeth" of LIZ WARD. Heard as the bank prints it, where one person of this
// ledger is called so and nobody as it was said.
import data from '../lexicon/given-names.json';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { HearingStep } from './utterance.ts';

const groups: readonly (readonly string[])[] = data.names;
const formsOf = new Map<string, Set<string>>();
for (const group of groups)
  for (const [at, name] of group.entries())
    for (const other of group)
      if (other !== name && (at === 0 || other === group[0])) formsOf.set(name, (formsOf.get(name) ?? new Set()).add(other));

/** The one form under which a person of this ledger is known; null where there is none, or more than one. */
function printedForm(word: string, { byWord, payees }: LedgerNames): string | null {
  if (byWord.has(word)) return null;
  const known = [...(formsOf.get(word) ?? [])].filter((form) => (byWord.get(form) ?? []).some((id) => payees.get(id)?.words[0] === form));
  return known.length === 1 ? (known[0] ?? null) : null;
}

export const callAsPrinted =
  (names: LedgerNames): HearingStep =>
  (words) =>
    words.map((word) => {
      const own = word.text.endsWith("'s") ? word.text.slice(0, -2) : word.text;
      const form = formsOf.has(own) ? printedForm(own, names) : null;
      return form === null ? word : { ...word, text: `${form}${word.text.slice(own.length)}` };
    });
