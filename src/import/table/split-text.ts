// Delimited text -> rows of cells, tolerant of what banks write: quotes doubled or escaped, a stray quote inside a field, a
// quote that opens and never closes (its line is then read as it stands, and named), lines quoted as a whole.
// After RFC 4180, with the differences above. One pass; a field without quotes is cut by indexOf, not by characters.
import type { RowCursor, RowSource } from './rows.ts';

const QUOTE = 34;
const NEWLINE = 10;
const RETURN = 13;
const SPACE = 32;
const BACKSLASH = 92;
/** So many lines with an open quote are named; a file with more has another trouble. */
const MOST_OPEN_QUOTES = 1000;

export function splitText(text: string, delimiter: string): RowSource {
  const openQuotes: number[] = [];
  const source: RowSource = {
    size: text.length,
    openQuotes,
    endsMidLine: text.length > 0 && text.charCodeAt(text.length - 1) !== NEWLINE && text.charCodeAt(text.length - 1) !== RETURN,
    open: () => open(text, delimiter, openQuotes),
  };
  return source;
}

function open(text: string, delimiter: string, openQuotes: number[]): RowCursor {
  const length = text.length;
  const mark = delimiter.charCodeAt(0);
  let nextLine = 1;
  // From here on no quote closes any more: found once, so that a file full of stray quotes stays linear.
  let noClosingFrom = Infinity;
  // Positions found once and kept until passed, for the same reason.
  let nextQuote = -1;
  let nextReturn = -1;
  let newlines = true;
  const cursor: RowCursor = { line: 1, at: 0, next };

  function next(): string[] | null {
    while (cursor.at < length) {
      const cells = readRow();
      if (cells !== null) return cells;
    }
    return null;
  }

  /** The row at the cursor, or null for a blank line. */
  function readRow(): string[] | null {
    cursor.line = nextLine;
    const at = cursor.at;
    const end = lineEnd(at);
    if (nextQuote < at) nextQuote = positionOf('"', at);
    if (nextQuote >= end) return plainRow(at, end);
    return quotedRow(at, end) ?? oddRow(at);
  }

  /**
   * The row at `from` whose line ends at `end`, where every quote opens a field or ends it, as programs write them; null for any other, which is
   * then read sign by sign.
   */
  function quotedRow(from: number, end: number): string[] | null {
    let stop = end;
    if (stop > from && text.charCodeAt(stop - 1) === RETURN) stop -= 1;
    if (nextReturn < from) nextReturn = positionOf('\r', from);
    if (nextReturn < stop || !newlines || end > noClosingFrom) return null;
    const cells: string[] = [];
    let blank = true;
    let at = from;
    for (;;) {
      let until: number;
      if (text.charCodeAt(at) === QUOTE) {
        const close = text.indexOf('"', at + 1);
        until = close + 1;
        if (close < 0 || until > stop || (until < stop && text.charCodeAt(until) !== mark)) return null;
        if (text.charCodeAt(close - 1) === BACKSLASH) return null;
        cells.push(text.slice(at + 1, close));
        if (close > at + 1) blank = false;
      } else {
        if (text.charCodeAt(at) === SPACE) return null;
        until = Math.min(fieldEnd(at), stop);
        const value = text.slice(at, until);
        cells.push(value);
        if (blank && value.trim() !== '') blank = false;
      }
      if (until >= stop) break;
      at = until + 1;
    }
    if (blank) return null;
    nextLine += 1;
    cursor.at = end + 1;
    return cells;
  }

  function oddRow(from: number): string[] | null {
    let at = from;
    const cells: string[] = [];
    let blank = true;
    for (;;) {
      let start = at;
      while (start < length && text.charCodeAt(start) === SPACE && mark !== SPACE) start += 1;
      if (text.charCodeAt(start) === QUOTE) {
        const closed = quoted(start);
        if (closed) {
          cells.push(closed.value);
          if (closed.value !== '') blank = false;
          at = closed.end;
          if (text.charCodeAt(at) === mark) {
            at += 1;
            continue;
          }
          break;
        }
        if (nextLine > (openQuotes.at(-1) ?? 0) && openQuotes.length < MOST_OPEN_QUOTES) openQuotes.push(nextLine);
        start += 1;
        at = start;
      }
      const stop = fieldEnd(at);
      const value = text.slice(at, stop > at && text.charCodeAt(stop - 1) === RETURN ? stop - 1 : stop);
      cells.push(value);
      if (blank && value.trim() !== '') blank = false;
      at = stop;
      if (text.charCodeAt(at) !== mark || at >= length) break;
      at += 1;
    }
    finish(at);
    return blank ? null : cells;
  }

  function plainRow(from: number, end: number): string[] | null {
    let stop = end;
    if (stop > from && text.charCodeAt(stop - 1) === RETURN) stop -= 1;
    nextLine += 1;
    cursor.at = end + 1;
    if (stop === from) return null;
    const cells: string[] = [];
    let at = from;
    for (;;) {
      const next = text.indexOf(delimiter, at);
      if (next < 0 || next >= stop) {
        cells.push(text.slice(at, stop));
        break;
      }
      cells.push(text.slice(at, next));
      at = next + 1;
    }
    return cells.some((cell) => cell.trim() !== '') ? cells : null;
  }

  function positionOf(char: string, from: number): number {
    const at = text.indexOf(char, from);
    return at < 0 ? length : at;
  }

  /** Where the line ends: at its "\n", at a lone "\r" when no "\n" follows any more, or with the text. */
  function lineEnd(from: number): number {
    const at = newlines ? text.indexOf('\n', from) : -1;
    if (at >= 0) return at;
    newlines = false;
    if (nextReturn < from) nextReturn = positionOf('\r', from);
    return nextReturn;
  }

  function fieldEnd(from: number): number {
    for (let at = from; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code === mark || code === NEWLINE) return at;
      if (code === RETURN && text.charCodeAt(at + 1) !== NEWLINE) return at;
    }
    return length;
  }

  function endsField(at: number): boolean {
    const code = text.charCodeAt(at);
    return at >= length || code === mark || code === NEWLINE || code === RETURN;
  }

  function finish(from: number): void {
    let at = from;
    if (text.charCodeAt(at) === RETURN) at += 1;
    if (text.charCodeAt(at) === NEWLINE) at += 1;
    else if (at === from) at += 1;
    nextLine += 1;
    cursor.at = at;
  }

  /** The quoted field that opens at `start`, or null when it never closes. A quote inside that ends no field is text. */
  function quoted(start: number): { value: string; end: number } | null {
    if (start >= noClosingFrom) return null;
    let value = '';
    let from = start + 1;
    let at = from;
    // Quotes written inside without being doubled ("UAB "Maxima"",): an open one of them is closed first.
    let loose = 0;
    for (;;) {
      at = text.indexOf('"', at);
      if (at < 0) {
        noClosingFrom = start;
        return null;
      }
      if (text.charCodeAt(at - 1) === BACKSLASH && at - 1 >= from && !endsField(at + 1)) {
        // \" is a quote escaped the way of programs.
        value += `${text.slice(from, at - 1)}"`;
        at += 1;
        from = at;
        continue;
      }
      if (text.charCodeAt(at + 1) === QUOTE && !(loose % 2 === 1 && endsField(at + 2))) {
        value += text.slice(from, at + 1);
        at += 2;
        from = at;
        continue;
      }
      let after = at + 1;
      while (after < length && text.charCodeAt(after) === SPACE && mark !== SPACE) after += 1;
      const code = text.charCodeAt(after);
      if (after >= length || code === mark || code === NEWLINE || code === RETURN) {
        value += text.slice(from, at);
        nextLine += linesIn(text, start, at);
        return { value, end: after };
      }
      loose += 1;
      at += 1;
    }
  }

  return cursor;
}

function linesIn(text: string, from: number, until: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < until; at = text.indexOf('\n', at + 1)) count += 1;
  return count;
}
