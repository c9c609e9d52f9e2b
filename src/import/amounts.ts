// Amounts as banks write them -> exact decimals. One scan over the characters, no regular expression a cell: sign before or
// behind, parentheses, currency signs and codes, thousands marks, DR and CR. Which mark is the decimal one is decided for the
// whole column (decideMark), never from one cell.
import { exponentOf } from '../base/money.ts';
import { currencyBeside, standsBehindOnly } from './words/currencies.ts';
import { directionOf } from './words/row-words.ts';
import { plainDigits } from './dates.ts';

export type DecimalMark = '.' | ',';

/** A number taken apart. Marks stand where the file has them; nothing is decided about them yet. */
export interface AmountParts {
  negative: boolean;
  /** Whether a plus, a minus, parentheses or DR/CR stood there. */
  signed: boolean;
  /** Digits and marks only: "1.234,56". Grouping blanks and apostrophes are gone. */
  body: string;
  /** Code named beside the number, '' for a sign that several share, null for none. */
  currency: string | null;
  /** -1 or 1 where DR/CR, S/H and the like stood beside the number, else 0. */
  word: -1 | 0 | 1;
}

/** Hyphens and dashes, and the triangles of Japanese books. */
const MINUS = '-\u2212\u2010\u2011\u2012\u2013\uff0d\ufe63\u25b2\u25b3';
const BLANKS = ' \u00a0\u202f\u2009\u2007\t';
const QUOTES = "'’`´";

const memory = new Map<string, AmountParts | null>();
const MEMORY = 20_000;

/** The parts of a cell that is a number and nothing else, or null. Remembered: each cell of the first rows is asked about some six times over. */
export function takeAmountApart(cell: string): Readonly<AmountParts> | null {
  const plain = plainAmount(cell);
  if (plain) return plain;
  if (cell.length > 64) return readAmount(cell);
  const known = memory.get(cell);
  if (known !== undefined) return known;
  const parts = readAmount(cell);
  if (memory.size >= MEMORY) memory.clear();
  memory.set(cell, parts);
  return parts;
}

function readAmount(cell: string): AmountParts | null {
  let text = cell.trim();
  if (text.length === 0 || text.length > 48) return null;
  if (text.startsWith('="') && text.endsWith('"')) text = text.slice(2, -1).trim();
  if (text.startsWith("'") && text.length > 1) text = text.slice(1).replace(/'$/, '');
  if (needsPlainDigits(text)) text = plainDigits(text);
  let negative = false;
  let signed = false;
  let body = '';
  let before = '';
  let after = '';
  let open = false;
  let minuses = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at] ?? '';
    const code = char.charCodeAt(0);
    if (code >= 48 && code <= 57) {
      if (after !== '' && after.trim() !== '') return null;
      body += char;
      after = '';
    } else if (
      (char === '.' || char === ',') &&
      (body !== '' || (isDigitAt(text, at + 1) && !/\p{L}$/u.test(before))) &&
      after.trim() === ''
    ) {
      // "R.1" and "12,-" have marks that are none: a mark counts between or before digits.
      if (isDigitAt(text, at + 1) && after === '') body += char;
      else after += char;
    } else if (MINUS.includes(char)) {
      // A minus stands before the figure or behind it, never between digits or after a letter of a word ("12-34", "A-1").
      if (body !== '' && isDigitAt(text, at + 1)) return null;
      if (body === '' && /\p{L}$/u.test(before) && currencyBeside(before, text.includes('.') || text.includes(',')) === null) return null;
      minuses += 1;
      if (body !== '' && (after.endsWith(',') || after.endsWith('.'))) after = after.slice(0, -1);
      else [negative, signed] = [true, true];
    } else if (char === '+') signed = true;
    else if (char === '(' && body === '') open = true;
    else if (char === ')') {
      if (!open) return null;
      [negative, signed] = [true, true];
      open = false;
    } else if (BLANKS.includes(char) || QUOTES.includes(char)) {
      if (body === '') before += ' ';
      else if (!isDigitAt(text, at + 1)) after += ' ';
      else if (!/^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))) return null;
    } else if (body === '') before += char;
    else after += char;
  }
  if (body === '' || open || minuses > 1 || !wellMarked(body)) return null;
  if (before !== '' && standsBehindOnly(before)) return null;
  const parts: AmountParts = { negative, signed, body, currency: null, word: 0 };
  return readWord(before, parts, true) && readWord(after, parts, false) ? parts : null;
}

/** The common case, "-1234.56" with at most one mark, without building anything else. */
function plainAmount(cell: string): AmountParts | null {
  const length = cell.length;
  if (length === 0 || length > 20) return null;
  let at = 0;
  const first = cell.charCodeAt(0);
  const negative = first === 45;
  const signed = negative || first === 43;
  if (signed) at = 1;
  const start = at;
  let marks = 0;
  for (; at < length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) continue;
    if ((code === 46 || code === 44) && at > start && at < length - 1 && marks === 0) marks = 1;
    else return null;
  }
  if (at === start) return null;
  return { negative, signed, body: start === 0 ? cell : cell.slice(start), currency: null, word: 0 };
}

const isDigitAt = (text: string, at: number): boolean => {
  const code = text.charCodeAt(at);
  return code >= 48 && code <= 57;
};

function needsPlainDigits(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code > 0x5ff && !(code >= 0x2000 && code < 0x2200)) return true;
  }
  return false;
}

/** Not "12..34" and not "1.23.4": marks stand apart, and repeated ones group thousands (or Indian lakhs). */
function wellMarked(body: string): boolean {
  if (body.includes('..') || body.includes(',,') || body.includes('.,') || body.includes(',.')) return false;
  const dots = body.split('.');
  const commas = body.split(',');
  if (dots.length > 2 && commas.length > 2) return false;
  if (dots.length > 2) return grouped((commas[0] ?? '').includes('.') ? (commas[0] ?? '') : (commas[1] ?? ''), '.');
  if (commas.length > 2) return grouped((dots[0] ?? '').includes(',') ? (dots[0] ?? '') : (dots[1] ?? ''), ',');
  return true;
}

function grouped(whole: string, mark: DecimalMark): boolean {
  const groups = whole.split(mark);
  const last = groups.at(-1) ?? '';
  return last.length === 3 && groups.slice(1, -1).every(({ length }) => length === 3 || length === 2) && (groups[0] ?? '').length <= 3;
}

/** What stands beside the number: nothing, a currency, DR/CR, or both. False for any other word. */
function readWord(text: string, parts: AmountParts, isBefore: boolean): boolean {
  const word = text.trim().replace(/^[:=]\s*/, '');
  if (word === '' || word === ',' || word === '.' || word === '*') return true;
  const currency = currencyBeside(word, isBefore && /[.,]/.test(parts.body));
  if (currency !== null) {
    if (parts.currency === null || parts.currency === '') parts.currency = currency;
    return true;
  }
  // "A1" and "B2" are codes: a lone letter that touches a figure says which way only where the figure has a mark.
  const isCode = isBefore && word.length === 1 && text.endsWith(word) && !/[.,]/.test(parts.body);
  if (word.length <= 12 && !isCode) {
    const direction = directionOf(word);
    if (direction === 1 || direction === -1) {
      parts.word = direction;
      parts.signed = true;
      return true;
    }
  }
  const split = /^(\S{1,6})\s+(\S{1,6})$/.exec(word);
  return split !== null && readWord(split[1] ?? '', parts, isBefore) && readWord(split[2] ?? '', parts, isBefore);
}

/**
 * What one number says about the decimal mark: the mark it proves, 'either' when it reads both ways ("1.234"), null when it
 * has no mark.
 */
export function markOf(body: string): DecimalMark | 'either' | null {
  const dot = body.lastIndexOf('.');
  const comma = body.lastIndexOf(',');
  if (dot < 0 && comma < 0) return null;
  if (dot >= 0 && comma >= 0) return dot > comma ? '.' : ',';
  const mark: DecimalMark = dot >= 0 ? '.' : ',';
  const other: DecimalMark = dot >= 0 ? ',' : '.';
  if (body.indexOf(mark) !== body.lastIndexOf(mark)) return other;
  const [whole = '', rest = ''] = body.split(mark);
  if (rest.length !== 3) return mark;
  return whole === '' || whole === '0' || whole.length > 3 ? mark : 'either';
}

/** An exact decimal: `digits` without leading zeros, the last `scale` of them after the point. */
export interface Exact {
  digits: string;
  scale: number;
  negative: boolean;
}

/** The value under a decimal mark, sign of the writing included, words (DR/CR) not. Null when the marks do not fit. */
export function valueOf({ body, negative }: AmountParts, mark: DecimalMark): Exact | null {
  const at = body.lastIndexOf(mark);
  const other = mark === '.' ? ',' : '.';
  if (at >= 0 && body.indexOf(mark) !== at) return null;
  if (at >= 0 && body.lastIndexOf(other) > at) return null;
  let whole = at < 0 ? body : body.slice(0, at);
  const rest = at < 0 ? '' : body.slice(at + 1);
  const group = whole.indexOf(other);
  if (group >= 0) {
    if (!grouped(whole, other)) return null;
    whole = whole.split(other).join('');
  }
  return { digits: whole + rest, scale: rest.length, negative };
}

/** Minor units of a currency, rounded half away from zero; `exact` says whether nothing was rounded. Null beyond safe integers. */
export function toMinorUnits({ digits, scale, negative }: Exact, currency: string): { minor: number; exact: boolean } | null {
  const exponent = exponentOf(currency);
  let text = digits;
  let exact = true;
  let up = false;
  if (scale > exponent) {
    const cut = digits.length - (scale - exponent);
    const dropped = cut < 0 ? digits.padStart(scale - exponent, '0') : digits.slice(cut);
    for (let at = 0; at < dropped.length; at += 1) if (dropped.charCodeAt(at) !== 48) exact = false;
    up = !exact && dropped.charCodeAt(0) >= 53;
    text = cut <= 0 ? '0' : digits.slice(0, cut);
  }
  let minor = Number(text) + (up ? 1 : 0);
  for (let missing = exponent - scale; missing > 0; missing -= 1) minor *= 10;
  if (!Number.isSafeInteger(minor)) return null;
  return { minor: negative && minor !== 0 ? -minor : minor, exact };
}

/** Adds exact decimals; most stay in one safe integer of minor units, the rest goes through big integers. */
export class ExactSum {
  #minor = 0n;
  #small = 0;
  #scale = 0;

  /** Adds minor units of a currency with so many decimals. */
  addMinor(minor: number, exponent: number): void {
    if (exponent !== this.#scale) this.#settle(exponent);
    if (this.#scale > exponent) {
      this.#minor += BigInt(minor) * 10n ** BigInt(this.#scale - exponent);
      return;
    }
    const next = this.#small + minor;
    if (Number.isSafeInteger(next)) this.#small = next;
    else {
      this.#minor += BigInt(this.#small) + BigInt(minor);
      this.#small = 0;
    }
  }

  add({ digits, scale, negative }: Exact): void {
    this.#settle(scale);
    const value = BigInt(digits === '' ? '0' : digits) * 10n ** BigInt(this.#scale - scale);
    this.#minor += negative ? -value : value;
  }

  toString(): string {
    this.#settle(0);
    const negative = this.#minor < 0n;
    const digits = String(negative ? -this.#minor : this.#minor).padStart(this.#scale + 1, '0');
    const whole = digits.slice(0, digits.length - this.#scale);
    return `${negative ? '-' : ''}${whole}${this.#scale ? `.${digits.slice(-this.#scale)}` : ''}`;
  }

  #settle(scale: number): void {
    this.#minor += BigInt(this.#small);
    this.#small = 0;
    if (scale <= this.#scale) return;
    this.#minor *= 10n ** BigInt(scale - this.#scale);
    this.#scale = scale;
  }
}
