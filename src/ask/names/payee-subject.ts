// Payees as what a question is about, with a word on what was taken for them where they were not said as written.
import type { LedgerNames } from './ledger-names.ts';
import type { Name, Subject } from './subject.ts';

export const payeeSubject = (ids: readonly number[], { payees }: LedgerNames): Subject => {
  const best = ids.map((id) => payees.get(id)).filter((payee) => payee !== undefined);
  const shown = best.length === 1 ? (best[0]?.name ?? '') : best.map(({ name }) => name).join(', ');
  return { words: shown, payees: ids, categories: [], loose: [], what: 'payee' };
};

/** What was said, taken for it. */
export const takenAs = (subject: Subject, said: string): Name => ({
  is: 'subject',
  subject: { ...subject, assumed: `I took "${said}" as ${subject.words}` },
});
