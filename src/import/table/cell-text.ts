// The text of a cell: white space squeezed, blanks told. No regular expression where a cell needs none: a million rows come through.

const BLANK: ReadonlySet<string> = new Set(['', '-', '--', '—', '–', '－', '―', '""', 'n/a', 'N/A', 'null', 'NULL']);
/** The longest of them. */
const LONGEST_BLANK = 4;

/** A longer cell without white space at its ends is none of them, and is told without being looked up. */
export function isBlank(cell: string | undefined): boolean {
  if (cell === undefined) return true;
  const length = cell.length;
  if (length > LONGEST_BLANK && isMark(cell.charCodeAt(0)) && isMark(cell.charCodeAt(length - 1))) return false;
  return BLANK.has(cell.trim());
}

const isMark = (code: number): boolean => code > 32 && code < 127;

/** White space squeezed; text that has none to squeeze is given back as it is. */
export function squeezed(text: string): string {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code === 32 && before === 32) || code < 32 || code === 0xa0) return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    before = code;
  }
  return before === 32 ? text.trimEnd() : text;
}

export function firstText(cells: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const cell = cells[column];
    if (cell === undefined || cell === '') continue;
    const text = squeezed(cell);
    if (text !== '') return text;
  }
  return '';
}

/** The first text with letters that is not of the kind that names nobody; '' where there is none. */
export function firstName(cells: readonly string[], columns: readonly number[], namesNobody: (text: string) => boolean): string {
  for (const column of columns) {
    const text = squeezed(cells[column] ?? '');
    if (/\p{L}{2}/u.test(text) && !namesNobody(text)) return text;
  }
  return '';
}

export function textOrNull(cells: readonly string[], column: number): string | null {
  if (column < 0) return null;
  const cell = cells[column];
  return cell === undefined || cell === '' ? null : squeezed(cell) || null;
}
