// Marks of a direction that nothing else would understand, rewritten as rows pass: plus and minus in a column of their own, a flag
// ("isDebit": true), an amount column in which only money in carries a mark ("950.00 CR" among bare figures).
import { fold } from '../../base/text.ts';
import { claimsOf, normalise } from '../words/header-words.ts';
import { directionOf } from '../words/row-words.ts';

type Rewrite = (cell: string) => string;

/** How the cells of a column are to be rewritten so that they say which way money went, or null. */
export function directionRewrite(name: string, cells: readonly string[]): Rewrite | null {
  return ofSigns(cells) ?? ofHeading(name, cells) ?? ofFlag(name, cells) ?? ofCredits(name, cells);
}

/**
 * A header that names both ways ("Cargo/Abono", "Debe | Haber") says what the letters below it stand for, which in another
 * language may be those of the contrary: the C of a cargo is no credit.
 */
function ofHeading(name: string, cells: readonly string[]): Rewrite | null {
  const words = fold(name.replace(/([a-z])([A-Z])/g, '$1/$2'))
    .split(/[/|\\,()[\]]|\s+[-–]\s+/u)
    .map((word) => word.trim())
    .filter(Boolean);
  const [left, right] = words;
  if (words.length !== 2 || !left || !right || (directionOf(left) ?? 0) * (directionOf(right) ?? 0) !== -1) return null;
  const meant = (cell: string): string | null => {
    const short = fold(cell).replace(/\.$/, '');
    const found = short === '' ? [] : [left, right].filter((word) => word.startsWith(short));
    return found.length === 1 ? (found[0] ?? null) : null;
  };
  const said = [...new Set(cells)];
  if (said.length > 4 || !said.every((cell) => meant(cell) !== null)) return null;
  if (said.every((cell) => directionOf(cell) === directionOf(meant(cell) ?? ''))) return null;
  return (cell) => meant(cell) ?? cell;
}

/** A column of nothing but plus and minus: words for them, since a lone dash is nothing anywhere else. */
function ofSigns(cells: readonly string[]): Rewrite | null {
  if (!isSign(cells[0])) return null; // and so for nearly every column, without a look at its other cells
  const said = new Set(cells);
  if (said.size !== 2 || !said.has('+') || !(said.has('-') || said.has('−'))) return null;
  return (cell) => (cell === '+' ? 'credit' : isSign(cell) ? 'debit' : cell);
}

const isSign = (cell: string | undefined): boolean => cell === '+' || cell === '-' || cell === '−';

const FLAG =
  /^(?:is |was )(?:(debit|debited|expense|outgoing|withdrawal|payment|outflow)|(?:credit|credited|income|incoming|deposit|inflow))$/;
const YES = /^(?:true|yes|y|1)$/i;
const NO = /^(?:false|no|n|0)$/i;

function ofFlag(name: string, cells: readonly string[]): Rewrite | null {
  const flag = FLAG.exec(normalise(name.replace(/([a-z])([A-Z])/g, '$1 $2')));
  if (!flag || !cells.every((cell) => YES.test(cell) || NO.test(cell))) return null;
  const isOut = flag[1] !== undefined;
  return (cell) => (YES.test(cell) === isOut ? 'debit' : 'credit');
}

const MARKED = /^(?:\+\s?\S.*\d|[^\d+-]{0,4}[\d.,'  ]*\d\s?(?:CR|Cr|cr|\+))$/;
const BARE = /^[^\p{L}\d+−(-]{0,4}\d[\d.,'  ]*$/u;

/** Cards and some banks mark what comes in and leave what goes out bare. */
function ofCredits(name: string, cells: readonly string[]): Rewrite | null {
  const best = claimsOf(name)[0];
  if (best?.role !== 'amount' || best.score < 60) return null;
  const marked = cells.filter((cell) => MARKED.test(cell)).length;
  const bare = cells.filter((cell) => BARE.test(cell)).length;
  if (marked === 0 || bare < marked || marked + bare < cells.length) return null;
  return (cell) => (BARE.test(cell) ? `-${cell}` : cell);
}
