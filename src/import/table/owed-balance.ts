// A balance that is owed (a card, a loan) grows with each purchase, so by itself it would turn a file about: purchases as money in.
// What the texts speak of decides ("PAYMENT - THANK YOU" comes in, a supermarket goes out), and a balance that is owed is kept as minus.
import { hintOf } from '../words/row-words.ts';
import { close, type MoneyContext } from './money-context.ts';

type Figures = readonly (number | null)[];

export interface Hints {
  for: number;
  against: number;
  /** Not one speaks for them, and both ways are spoken against: purchases without a minus, payments received with one. */
  bothAgainst: boolean;
}

/** How many rows speak for the signs of these figures, and how many against them. */
export function weighHints({ rows, textOf }: MoneyContext, signed: Figures): Hints {
  const hints: Hints = { for: 0, against: 0, bothAgainst: false };
  const against = new Set<number>();
  rows.forEach(({ cells }, at) => {
    const value = signed[at];
    if (!value) return;
    const hint = hintOf(textOf(cells));
    if (hint === 0) return;
    if (Math.sign(value) === hint) hints.for += 1;
    else {
      hints.against += 1;
      against.add(hint);
    }
  });
  hints.bothAgainst = hints.for === 0 && against.size === 2;
  return hints;
}

/** Whether the texts speak so clearly against the signs that these are rather turned about. */
export const speakAgainst = ({ for: agree, against, bothAgainst }: Hints): boolean => bothAgainst || (against >= 3 && against > agree * 3);

/** Whether the texts say that the balance which bore these signs out is one that is owed. A card needs less to be believed. */
export function isOwed(context: MoneyContext, signed: Figures): boolean {
  const { for: agree, against } = weighHints(context, signed);
  return against >= (context.card ? 2 : 3) && against > agree * 3;
}

/** Figures without a sign, each the way its balance moved: after it (oldest first) or from the next row on (newest first). */
export function signsByMoves({ rows, accountOf }: MoneyContext, figures: Figures, balances: Figures): Figures {
  const by = (step: -1 | 1): (number | null)[] =>
    figures.map((figure, at) => {
      const [row, other, now, then] = [rows[at], rows[at + step], balances[at], balances[at + step]];
      if (
        !figure ||
        !row ||
        !other ||
        typeof now !== 'number' ||
        typeof then !== 'number' ||
        accountOf(row.cells) !== accountOf(other.cells)
      )
        return null;
      return close(Math.abs(now - then), Math.abs(figure)) ? now - then : null;
    });
  const [before, after] = [by(-1), by(1)];
  const told = (signed: Figures): number => signed.filter((value) => value !== null).length;
  return told(before) >= told(after) ? before : after;
}
