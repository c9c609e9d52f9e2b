// One cell -> a number, under the decimal mark of the file.
import { markOf, takeAmountApart, valueOf, type DecimalMark, type Exact } from '../amounts.ts';

export interface CellValue {
  exact: Exact;
  /** The value as a floating number with its sign, DR/CR included: for comparing, never for booking. */
  signed: number;
  currency: string | null;
  word: -1 | 0 | 1;
}

/** The value of a cell, or null when it holds no number that fits the mark. */
export function readCell(cell: string, mark: DecimalMark): CellValue | null {
  const parts = takeAmountApart(cell);
  if (!parts) return null;
  let exact = valueOf(parts, mark);
  if (!exact) {
    // A cell that proves the other mark by itself ("1,234.56" among decimal commas) is still read rightly.
    const own = markOf(parts.body);
    exact = own === '.' || own === ',' ? valueOf(parts, own) : null;
    if (!exact) return null;
  }
  if (parts.word !== 0) exact = { ...exact, negative: parts.word === -1 ? !exact.negative : exact.negative };
  const size = Number(exact.digits) / 10 ** exact.scale;
  return { exact, signed: exact.negative ? -size : size, currency: parts.currency, word: parts.word };
}
