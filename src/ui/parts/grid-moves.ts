// Where a key leads in a grid of cells, as the Authoring Practices Guide has it for data grids
// (https://www.w3.org/WAI/ARIA/apg/patterns/grid/). Rows and columns are counted from 0.

export interface Cell {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  columns: number;
  /** Rows that a page key steps over. */
  page: number;
}

export interface GridPress {
  key: string;
  ctrl: boolean;
  /** Lines are read from right to left. */
  rightToLeft: boolean;
}

const within = (at: number, count: number): number => Math.max(0, Math.min(count - 1, at));

/** The cell that the key leads to, at the edge the same; null where the key is not the grid's. */
export function moveIn({ row, column }: Cell, { key, ctrl, rightToLeft }: GridPress, { rows, columns, page }: GridSize): Cell | null {
  const onwards = rightToLeft ? -1 : 1;
  const to = (next: Partial<Cell>): Cell => ({ row: within(next.row ?? row, rows), column: within(next.column ?? column, columns) });
  if (ctrl && key !== 'Home' && key !== 'End') return null;
  switch (key) {
    case 'ArrowDown':
      return to({ row: row + 1 });
    case 'ArrowUp':
      return to({ row: row - 1 });
    case 'ArrowRight':
      return to({ column: column + onwards });
    case 'ArrowLeft':
      return to({ column: column - onwards });
    case 'PageDown':
      return to({ row: row + page });
    case 'PageUp':
      return to({ row: row - page });
    case 'Home':
      return to({ column: 0, ...(ctrl ? { row: 0 } : {}) });
    case 'End':
      return to({ column: columns - 1, ...(ctrl ? { row: rows - 1 } : {}) });
    default:
      return null;
  }
}
