// Rows that carry a balance as if it were an amount ("Bilans otwarcia", "Transport"), in words that no list has: their figures tell.
import { fold } from '../../base/text.ts';
import type { StatementEntry } from '../../ledger/statement.ts';
import { carryBalances } from './check-balances.ts';
import { leads } from './unmoved-rows.ts';

/** So many rows make it no chance that two ends and a sum agree. */
const ENOUGH = 4;

/** Where such rows stand in the entries, rising: told by their balances, or as an opening and a closing that the rows lead between. */
export function carriedRows(entries: readonly StatementEntry[]): number[] {
  if (entries.length < ENOUGH) return [];
  const found = byBalance(entries);
  if (found.length > 0) return found;
  const [first, last] = [entries[0], entries.at(-1)];
  if (!first || !last || first.minor === 0 || last.minor === 0 || first.balance !== null || !alike(first, last)) return [];
  if (entries.some(({ account, currency }) => account !== first.account || currency !== first.currency)) return [];
  const rest = entries.slice(1, -1).reduce((sum, { minor }) => sum + minor, 0);
  return rest !== 0 && (first.minor + rest === last.minor || last.minor + rest === first.minor) ? [0, entries.length - 1] : [];
}

/** A row whose amount is its balance, and the balance that of the row before: nothing moved. What opens the file is called alike. */
function byBalance(entries: readonly StatementEntry[]): number[] {
  if (!carryBalances(entries)) return [];
  const isCarried = (at: number, before: StatementEntry | undefined): boolean => {
    const entry = entries[at];
    return (
      entry !== undefined &&
      before !== undefined &&
      statesBalance(entry) &&
      entry.balance === before.balance &&
      before.minor !== 0 &&
      !statesBalance(before) &&
      entry.account === before.account &&
      entry.currency === before.currency
    );
  };
  const [newest, oldest] = [0, entries.length - 1];
  const found: number[] = [];
  let [rising, falling] = [0, 0];
  for (let at = 1; at < entries.length; at += 1) {
    const [before, entry] = [entries[at - 1], entries[at]];
    if (!before || !entry) continue;
    if (leads(before, entry)) rising += 1;
    if (leads(entry, before)) falling += 1;
    if (isCarried(at, before)) found.push(at);
  }
  // The same balance on every row is no running one, and an amount may be as large as it.
  if (Math.max(rising, falling) < 2) return [];
  if (found.length === 0 && isCarried(newest, entries[1])) found.push(newest);
  const closing = entries[found[0] ?? -1];
  if (!closing) return [];
  for (const at of [newest, oldest]) {
    const entry = entries[at];
    if (entry && !found.includes(at) && statesBalance(entry) && alike(entry, closing)) found.push(at);
  }
  return found.sort((a, b) => a - b);
}

const statesBalance = ({ minor, balance, category }: StatementEntry): boolean => minor !== 0 && minor === balance && category === null;

/** Both texts begin with the same word: "Stav na začátku", "Stav na konci". */
const alike = (one: StatementEntry, other: StatementEntry): boolean => {
  const [left, right] = [one, other].map(({ descriptor }) => /^[^\p{L}]*(\p{L}{3,})/u.exec(fold(descriptor))?.[1]);
  return left !== undefined && left === right && one.descriptor !== other.descriptor;
};
