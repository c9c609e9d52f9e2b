// Names that a bank cuts at a fixed width: DANFORTH BAKEHOU beside the card's Danforth Bakehouse. That a bank cuts is shown by its rows:
// many payees' texts end at exactly one greatest width, and hardly any a letter before it.
import { matchWords } from './match-words.ts';
import { readDescriptor } from './read-payee.ts';
import { textOf, type DescribedRow } from './reference-tails.ts';

export interface CutRow extends DescribedRow {
  accountId: number;
  payeeId: number;
}

/** So many payees at the edge, and more than so many times as many as at either of the two widths before it. */
const PILE = { payees: 4, times: 2 };
const NARROWEST = 12;
/** A stem says enough from two words and so many letters on. */
const STEM = 10;

/** A purchase abroad, or by another road, behind the name's field. */
const MARK = /\s_[A-Z]$/;

export class CutNames {
  /** By form, then by width: whose texts are as wide. */
  readonly #forms = new Map<string, Map<number, Set<number>>>();
  readonly #edges = new Map<string, number | null>();

  constructor(rows: readonly CutRow[]) {
    for (const row of rows) {
      const width = fieldOf(row).length;
      for (const form of formsOf(row)) {
        let widths = this.#forms.get(form);
        if (widths === undefined) this.#forms.set(form, (widths = new Map<number, Set<number>>()));
        const payees = widths.get(width);
        if (payees === undefined) widths.set(width, new Set([row.payeeId]));
        else payees.add(row.payeeId);
      }
    }
  }

  /** Whether the row's text reaches the width at which its bank cuts. */
  isAtEdge(row: CutRow): boolean {
    const field = fieldOf(row);
    return /\p{L}$/u.test(field) && formsOf(row).some((form) => this.#edgeOf(form) === field.length);
  }

  /** The words of a name that its bank may have cut, or null where the text shows none, or too little of one. */
  stemOf(row: CutRow): string | null {
    if (!this.isAtEdge(row)) return null;
    const { name, movement, isBrand } = readDescriptor(textOf(row), row.kind);
    const stem = matchWords(name).join(' ');
    const isStem = movement === null && !isBrand && stem.includes(' ') && stem.length >= STEM;
    return isStem && matchWords(fieldOf(row)).join(' ').endsWith(stem) ? stem : null;
  }

  #edgeOf(form: string): number | null {
    const known = this.#edges.get(form);
    if (known !== undefined) return known;
    const widths = this.#forms.get(form) ?? new Map<number, Set<number>>();
    const edge = Math.max(0, ...widths.keys());
    const count = (width: number) => widths.get(width)?.size ?? 0;
    const isPile = edge >= NARROWEST && count(edge) >= PILE.payees && count(edge) > PILE.times * Math.max(count(edge - 1), count(edge - 2));
    this.#edges.set(form, isPile ? edge : null);
    return isPile ? edge : null;
  }
}

const fieldOf = (row: CutRow): string => textOf(row).replace(MARK, '').trimEnd();

/** The account's rows, those of one word of the bank's for the movement, of one mark behind the name, of one service before it. */
function formsOf(row: CutRow): string[] {
  const text = textOf(row);
  const mark = MARK.exec(text)?.[0] ?? '';
  const star = text.indexOf('*');
  const forms = [mark, ...(row.kind === null ? [] : [`kind ${row.kind}${mark}`]), ...(star > 0 ? [`star ${text.slice(0, star)}`] : [])];
  return forms.map((form) => `${row.accountId} ${form}`);
}
