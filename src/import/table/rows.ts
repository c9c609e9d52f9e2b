// Rows of a table, wherever they come from: text that is split anew on each pass (a million rows need not be held), or the
// cells of a sheet.

/** Rows from which a table is judged. */
export const LOOKED_AT = 3000;
/** Rows between two looks at whether the work was cancelled. */
export const ROWS_A_BREATH = 20_000;

export interface RowCursor {
  /** The cells of the next row that is not blank, or null at the end. */
  next(): string[] | null;
  /** 1-based line on which that row begins. */
  line: number;
  /** How far the cursor has come, of `RowSource.size`. */
  at: number;
}

export interface RowSource {
  size: number;
  open(): RowCursor;
  /** Lines on which a quote opens that never closes; known after one full pass. */
  openQuotes: number[];
  /** Whether the text ends within a row (no line end, and the row is shorter than others); judged by who knows the columns. */
  endsMidLine: boolean;
}

export function rowsOf(rows: readonly { line: number; cells: string[] }[]): RowSource {
  return {
    size: rows.length,
    openQuotes: [],
    endsMidLine: false,
    open() {
      const cursor: RowCursor = {
        line: 0,
        at: 0,
        next() {
          for (;;) {
            const row = rows[cursor.at];
            if (!row) return null;
            cursor.at += 1;
            cursor.line = row.line;
            if (row.cells.some((cell) => cell.trim() !== '')) return row.cells;
          }
        },
      };
      return cursor;
    },
  };
}

/** The rows of `source`, each as `rewrite` gives it (the very cells where nothing is to change); `line` is that of the row. */
export function mapRows(source: RowSource, rewrite: (cells: string[], line: number) => string[]): RowSource {
  return {
    ...source,
    open() {
      const cursor = source.open();
      return cursorOver(cursor, () => {
        const cells = cursor.next();
        return cells && rewrite(cells, cursor.line);
      });
    },
  };
}

/** A cursor that stands where the one below it stands, and gives other rows. */
export function cursorOver(below: RowCursor, next: RowCursor['next']): RowCursor {
  return {
    get line() {
      return below.line;
    },
    get at() {
      return below.at;
    },
    next,
  };
}
