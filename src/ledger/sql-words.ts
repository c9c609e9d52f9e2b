// SQL text cut into words, as SQLite cuts it: what is a keyword or name, what is quoted, what is a literal. Blanks and comments fall away.
// Throws `query-refused` for a text that cannot be cut.
import { AppError } from '../base/errors.ts';

export interface SqlWord {
  /** Names and keywords in small letters, without their quotes; a string literal as it stands. */
  text: string;
  /** A `name` may be a keyword; a `quoted` one may not. */
  kind: 'name' | 'quoted' | 'string' | 'number' | 'mark';
}

const TOKEN =
  /(?<blank>[ \t\n\f\r]+|--[^\n]*|\/\*[\s\S]*?(?:\*\/|$))|(?<string>'(?:[^']|'')*')|(?<quoted>"(?:[^"]|"")*"|`(?:[^`]|``)*`|\[[^\]]*\])|(?<word>[\p{L}_\u0080-\uffff][\p{L}\p{N}_$\u0080-\uffff]*)|(?<number>\d[\w.]*)|(?<mark>[^\s])/uy;

export const refused = (why: string) => new AppError('query-refused', `this query was not run: ${why}`, { why });

export function sqlWords(sql: string): SqlWord[] {
  if (sql.includes('\0')) throw refused('it holds a NUL');
  const found: SqlWord[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < sql.length) {
    const groups = TOKEN.exec(sql)?.groups;
    if (!groups) throw refused('it cannot be read');
    const { word, quoted, mark, string, number } = groups;
    if (mark === "'" || mark === '"' || mark === '`' || mark === '[') throw refused('a quote is not closed');
    if (word !== undefined) found.push({ text: word.toLowerCase(), kind: 'name' });
    else if (quoted !== undefined) found.push({ text: quoted.slice(1, -1).toLowerCase(), kind: 'quoted' });
    else if (string !== undefined) found.push({ text: string, kind: 'string' });
    else if (number !== undefined) found.push({ text: number, kind: 'number' });
    else if (mark !== undefined) found.push({ text: mark, kind: 'mark' });
  }
  return found;
}
