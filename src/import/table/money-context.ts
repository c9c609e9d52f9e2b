// What is known of a table when its money is judged: its first rows, what its columns are and hold, and what they say as figures.
import type { DecimalMark } from '../amounts.ts';
import { readCell } from './cell-value.ts';
import type { Row } from './find-tables.ts';
import type { Profile } from './profile.ts';
import type { Roles } from './roles.ts';

export interface TableFacts {
  header: readonly string[] | null;
  rows: readonly Row[];
  mark: DecimalMark;
  roles: Roles;
  profiles: readonly Profile[];
  amountRivals: readonly number[];
  /** The letterhead, header or name speak of a card. */
  card: boolean;
  /** Whether days rise (true) or fall (false) down the file; null when they do neither. */
  rising: boolean | null;
  textOf: (cells: readonly string[]) => string;
  accountOf: (cells: readonly string[]) => string;
}

export interface MoneyContext extends TableFacts {
  /** The figures of a column with their signs, one a row, null where a cell holds none. */
  values: (column: number) => readonly (number | null)[];
}

/** Each column is read when it is first asked for. */
export function withValues(table: TableFacts): MoneyContext {
  const known = new Map<number, readonly (number | null)[]>();
  return {
    ...table,
    values(column) {
      const read = known.get(column) ?? table.rows.map(({ cells }) => readCell(cells[column] ?? '', table.mark)?.signed ?? null);
      known.set(column, read);
      return read;
    },
  };
}

export const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 + Math.abs(a) * 1e-9;

export const differs = (left: readonly (number | null)[], right: readonly (number | null)[]): boolean =>
  left.some((value, at) => value !== right[at]);
