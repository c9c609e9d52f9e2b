// Which mark parts the cells: the one under which most rows have a date in one cell and an amount in another; where that
// decides nothing, the one under which rows agree best about their number of cells.
import { takeAmountApart } from '../amounts.ts';
import { takeApart } from '../dates.ts';
import type { Source } from '../reading.ts';
import { headerScore } from '../words/header-words.ts';
import { splitText } from './split-text.ts';

export const DELIMITERS = [',', ';', '\t', '|', '^', '~', ':'] as const;
const ROWS_LOOKED_AT = 300;

export interface DelimiterChoice {
  delimiter: string;
  source: Source;
  /** Rows that hold a date and an amount under it. */
  rows: number;
  /** Where the rows begin: after a "sep=;" line. */
  from: number;
}

export function chooseDelimiter(text: string, thisYear: number): DelimiterChoice {
  const said = /^\s*"?sep=(.)"?\s*\r?\n/i.exec(text.slice(0, 32));
  if (said?.[1]) return { delimiter: said[1], source: 'proved', rows: 0, from: said[0].length };
  const head = text.slice(0, 200_000);
  let best: DelimiterChoice = { delimiter: ',', source: 'guessed', rows: 0, from: 0 };
  let bestScore = -1;
  for (const delimiter of DELIMITERS) {
    if (!head.includes(delimiter)) continue;
    const { score, rows } = judge(head, delimiter, thisYear);
    if (score > bestScore) [best, bestScore] = [{ delimiter, source: rows > 0 ? 'proved' : 'guessed', rows, from: 0 }, score];
  }
  return best;
}

function judge(text: string, delimiter: string, thisYear: number): { score: number; rows: number } {
  const cursor = splitText(text, delimiter).open();
  const widths = new Map<number, number>();
  let rows = 0;
  let headers = 0;
  let seen = 0;
  for (; seen < ROWS_LOOKED_AT; seen += 1) {
    const cells = cursor.next();
    if (!cells) break;
    if (cells.length < 2) continue;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
    if (holdsBoth(cells, thisYear)) rows += 1;
    else if (cells.length < 80) headers = Math.max(headers, cells.filter((cell) => headerScore(cell) >= 90).length);
  }
  let agreeing = 0;
  let width = 0;
  for (const [cells, count] of widths) if (count * Math.min(cells, 8) > agreeing * Math.min(width, 8)) [agreeing, width] = [count, cells];
  const share = seen === 0 ? 0 : agreeing / seen;
  return { score: (seen === 0 ? 0 : (10 * rows) / seen) + share * Math.min(width, 8) * 0.3 + Math.min(headers, 5), rows };
}

function holdsBoth(cells: string[], thisYear: number): boolean {
  let dates = 0;
  let amounts = 0;
  for (let at = 0; at < cells.length && at < 60; at += 1) {
    const cell = cells[at] ?? '';
    if (cell.length < 1 || cell.length > 60) continue;
    if (takeApart(cell, thisYear)) dates += 1;
    else if (takeAmountApart(cell)) amounts += 1;
  }
  return dates > 0 && amounts > 0;
}
