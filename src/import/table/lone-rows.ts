// Rows at either end of a table that have a day and a figure but no text, where every other row has some: what they hold is a sum of
// the others or a balance, which the file does not say in words.
import type { StatementEntry } from '../../ledger/statement.ts';
import type { WhySetAside } from '../reading.ts';

/** So many rows with texts make one without any stand out. */
const ENOUGH = 3;

/** The row at an end of the table that is no transaction of its own, and why; null where there is none. */
export function loneRow(entries: readonly StatementEntry[], hasHeader: boolean): { at: number; why: WhySetAside } | null {
  if (entries.length <= ENOUGH) return null;
  for (const at of [entries.length - 1, 0]) {
    const lone = entries[at];
    if (!lone || !isBare(lone)) continue;
    const others = entries.filter((each) => each !== lone);
    if (others.some(isBare)) return null;
    const sum = others.reduce((total, { minor, currency }) => (currency === lone.currency ? total + minor : total), 0);
    if (sum === lone.minor) return { at, why: 'summary' };
    const isEdge =
      at === 0
        ? others.every(({ day }) => day >= lone.day) || others.every(({ day }) => day <= lone.day)
        : others.every(({ day }) => day <= lone.day);
    if (!hasHeader && isEdge) return { at, why: 'no-text' };
  }
  return null;
}

const isBare = ({ descriptor, memo, kind, category }: StatementEntry): boolean => descriptor === '' && !memo && !kind && !category;
