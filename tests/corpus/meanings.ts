// Every meaning of the corpus.
import { cashFlow } from './cash-flow.ts';
import { counts } from './counts.ts';
import { followUps } from './follow-ups.ts';
import { honest } from './honest.ts';
import { lists } from './lists.ts';
import type { Meaning } from './meaning.ts';
import { saidOtherwise } from './said-otherwise.ts';
import { southernWords } from './southern-words.ts';
import { totals } from './totals.ts';

export const kinds: Readonly<Record<string, readonly Meaning[]>> = {
  totals,
  counts,
  lists,
  cashFlow,
  followUps,
  saidOtherwise,
  southernWords,
  honest,
};
