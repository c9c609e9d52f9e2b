// References at the end of a descriptor that one row alone does not betray: MARTA NOWAK KEFXBA is a name of three words until its
// neighbours are seen (MARTA NOWAK ZCR46R, MARTA NOWAK 7Y9D8P). Rows of one head, or of one of the bank's forms, whose last word is new
// each time, of one length and mostly letters among digits, show that the last word is a number and no name.
import { findBrand } from './find-brand.ts';
import { kindOfWords } from './kinds.ts';
import { isGivenName } from './looks-like-person.ts';
import { isPlace } from './places.ts';
import { readDescriptor, type ReadPayee } from './read-payee.ts';

export interface DescribedRow {
  /** May be empty; then the memo says who. */
  descriptor: string;
  memo: string | null;
  /** The bank's word for the kind of movement. */
  kind: string | null;
  /** Only compared. */
  day: string;
}

/** What names the other side. */
export const textOf = ({ descriptor, memo }: Pick<DescribedRow, 'descriptor' | 'memo'>): string => descriptor || (memo ?? '');

/** Last words of one length behind one head, or in rows of one form. */
interface Tails {
  /** Letters and digits mixed; the day each was seen, '' where on several: a number is new each time. */
  mixed: Map<string, string>;
  /** Letters only. */
  plain: Map<string, string>;
  /** Summed when first asked for, once all rows are counted. */
  sums: Sums | null;
}

interface Sums {
  /** How many are new each time. */
  mixed: number;
  plain: number;
  lettersMostly: boolean;
}

interface Split {
  head: string;
  tail: string;
  isMixed: boolean;
}

const SHORTEST = 5;
const LONGEST = 16;
/** Mixed siblings that show a number behind a head: for one that cannot be said, for one that can, and behind a head of one word. */
const SIBLINGS = { unsayable: 2, sayable: 3, oneWord: 5 };
/** Rows of a form: so many mixed ones, and so great a share of all its rows. */
const FORM = { mixed: 6, share: 0.9 };

export class ReferenceTails {
  /** By the text before the last word, then by the length of that. */
  readonly #heads = new Map<string, Map<number, Tails>>();
  readonly #forms = new Map<string, Map<number, Tails>>();
  /** How many rows a form has, whatever their end. */
  readonly #rowsOf = new Map<string, number>();

  /** Goes over the rows once, and once more only where some end in what may be a number. */
  constructor(...sources: Iterable<DescribedRow>[]) {
    for (const rows of sources) for (const row of rows) this.#open(row);
    if (this.#heads.size === 0) return;
    for (const rows of sources) for (const row of rows) this.#count(row);
  }

  /** Whose the row is: read without the number at its end, where the rows show one that the text alone does not. */
  read(descriptor: string, kind: string | null): ReadPayee {
    const alone = readDescriptor(descriptor, kind);
    if (this.#heads.size === 0 || alone.movement !== null || alone.isBrand) return alone;
    const head = this.#headOf(descriptor, kind);
    const read = head === null ? alone : readDescriptor(head, kind);
    return read.movement === null ? read : alone;
  }

  #headOf(descriptor: string, kind: string | null): string | null {
    const split = splitTail(descriptor);
    if (split === null) return null;
    const shown = this.#shownByHead(split) || formsOf(descriptor, kind).some((form) => this.#shownByForm(form, split));
    return shown && (split.isMixed || !isWord(split.tail)) ? split.head : null;
  }

  #open(row: DescribedRow): void {
    const descriptor = textOf(row);
    const split = splitTail(descriptor);
    if (!split?.isMixed) return;
    open(this.#heads, split.head, split.tail.length);
    for (const form of formsOf(descriptor, row.kind)) open(this.#forms, form, split.tail.length);
  }

  #count(row: DescribedRow): void {
    const descriptor = textOf(row);
    const split = splitTail(descriptor);
    const length = split?.tail.length ?? 0;
    for (const form of formsOf(descriptor, row.kind)) {
      const lengths = this.#forms.get(form);
      if (lengths === undefined) continue;
      this.#rowsOf.set(form, (this.#rowsOf.get(form) ?? 0) + 1);
      if (split !== null) note(lengths.get(length), split, row.day);
    }
    if (split !== null) note(this.#heads.get(split.head)?.get(length), split, row.day);
  }

  #shownByHead({ head, tail, isMixed }: Split): boolean {
    const tails = this.#heads.get(head)?.get(tail.length);
    if (tails === undefined || !isNew(tails, tail)) return false;
    const { mixed, plain, lettersMostly } = sumsOf(tails);
    if (isMixed) return mixed >= SIBLINGS.unsayable;
    const needed = !head.includes(' ') ? SIBLINGS.oneWord : isSayable(tail) ? SIBLINGS.sayable : SIBLINGS.unsayable;
    return mixed >= needed && plain <= mixed && lettersMostly;
  }

  #shownByForm(form: string, { tail }: Split): boolean {
    const tails = this.#forms.get(form)?.get(tail.length);
    if (tails === undefined || !isNew(tails, tail)) return false;
    const { mixed, plain, lettersMostly } = sumsOf(tails);
    return mixed >= FORM.mixed && plain <= mixed && mixed + plain >= FORM.share * (this.#rowsOf.get(form) ?? 0) && lettersMostly;
  }
}

function open(all: Map<string, Map<number, Tails>>, key: string, length: number): void {
  const lengths = all.get(key);
  const tails = { mixed: new Map<string, string>(), plain: new Map<string, string>(), sums: null };
  if (lengths === undefined) all.set(key, new Map([[length, tails]]));
  else if (!lengths.has(length)) lengths.set(length, tails);
}

/** The bank's word for the movement, and the first two words where more than one stand behind them: INTERAC E-TRF. */
function formsOf(descriptor: string, kind: string | null): string[] {
  const forms = kind === null ? [] : [kind];
  const second = descriptor.indexOf(' ', descriptor.indexOf(' ') + 1);
  if (second > 0 && descriptor.indexOf(' ', second + 1) > 0) forms.push(descriptor.slice(0, second));
  return forms;
}

function note(tails: Tails | undefined, { tail, isMixed }: Split, day: string): void {
  if (tails === undefined) return;
  const seen = isMixed ? tails.mixed : tails.plain;
  const before = seen.get(tail);
  seen.set(tail, before === undefined || before === day ? day : ''); // the same row may stand in two files
}

const isNew = ({ mixed, plain }: Tails, tail: string): boolean => (mixed.get(tail) ?? plain.get(tail)) !== '';

const sumsOf = (tails: Tails): Sums =>
  (tails.sums ??= { mixed: freshOf(tails.mixed), plain: freshOf(tails.plain), lettersMostly: isLettersMostly(tails.mixed) });

function freshOf(seen: ReadonlyMap<string, string>): number {
  let count = 0;
  for (const day of seen.values()) if (day !== '') count += 1;
  return count;
}

/** A number in sixteens (0-9, A-F) has few letters, and none of letters only. */
function isLettersMostly(mixed: ReadonlyMap<string, string>): boolean {
  let [letters, signs] = [0, 0];
  for (const tail of mixed.keys()) {
    signs += tail.length;
    letters += tail.replace(/\d/g, '').length;
  }
  return letters * 2 >= signs;
}

/** The last word where it is of capitals, or of capitals and digits, and a word stands before it. Every row is asked: by signs, no pattern. */
function splitTail(descriptor: string): Split | null {
  let [letters, digits] = [0, 0];
  let at = descriptor.length - 1;
  for (; at > 0; at -= 1) {
    const sign = descriptor.charCodeAt(at);
    if (sign >= 48 && sign <= 57) digits += 1;
    else if (sign >= 65 && sign <= 90) letters += 1;
    else break;
  }
  const length = letters + digits;
  if (letters === 0 || length < SHORTEST || length > LONGEST || at < 2 || descriptor.charCodeAt(at) !== 32) return null;
  return { head: descriptor.slice(0, at).trimEnd(), tail: descriptor.slice(at + 1), isMixed: digits > 0 };
}

/** A place, a given name, a trade or a brand says something. */
const isWord = (tail: string): boolean =>
  isPlace(tail) || isGivenName(tail) || kindOfWords([tail]) !== null || findBrand([tail], false) !== null;

/** No more than two consonants or vowels stand together, as in most names. */
const isSayable = (tail: string): boolean => !/[^AEIOUY]{3}|[AEIOUY]{3}|Q(?!U)/.test(tail);
