// What a name in a question stands for: the union of some payees, some categories, and rows of payees that count under a condition.
export interface Subject {
  /** As a sentence calls it: "Blue Bottle Coffee", "coffee", "Groceries". */
  words: string;
  payees: readonly number[];
  categories: readonly number[];
  /** Payees that count only in rows without a category. */
  loose: readonly number[];
  /**
   * Payees that count, whatever their category, in accounts whose export does not tell of the notion. `guessed`: only where the question
   * is about those accounts, for the notion is a category of other accounts, and these give none (`plan/guessed.ts`).
   */
  elsewhere?: { payees: readonly number[]; accounts: readonly number[]; guessed?: true };
  /** Payees that count in rows whose descriptor or memo holds all of `words`. */
  noted?: { payees: readonly number[]; words: readonly string[] };
  /** Nothing but words of the bank's texts and memos tells of it. */
  byText?: true;
  /** Payees whose rows were left out, as their account files nothing. */
  unfiled?: readonly string[];
  what: 'payee' | 'category' | 'kind';
  /** "I took 'net flicks' as Netflix": when it was not said as written. */
  assumed?: string;
}

export const payeeKey = (id: number): string => `payee ${String(id)}`;
/** Its payees and categories as keys of one set; the payees of which only some rows count by their texts are left out. */
export const subjectKeys = ({ payees, loose, categories }: Subject): string[] => [
  ...[...payees, ...loose].map(payeeKey),
  ...categories.map((id) => `category ${String(id)}`),
];

export type Name =
  | { is: 'subject'; subject: Subject }
  | { is: 'account'; ids: readonly number[]; words: string }
  /** A town or country: these payees were there; which days that means, the ledger tells. */
  | { is: 'place'; payees: readonly number[]; words: string }
  /** Several payees fit, too many to take together. */
  | { is: 'ambiguous'; words: string; choices: readonly string[] }
  /** A name or kind of which this ledger has nothing. */
  | { is: 'unknown'; words: string; concept?: true };
