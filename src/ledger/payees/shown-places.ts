// Places at the end of a descriptor that no list has: BOOTS 0914 STIRCHLEY, ALDI 77 STIRCHLEY and WILKINS NEWS STIRCHLEY GB show together
// that Stirchley is a place. What stands behind several shops, behind a store's number or alone in the note beside one, is where they are.
import { findBrand } from './find-brand.ts';
import { kindOfWords } from './kinds.ts';
import { matchWords } from './match-words.ts';
import { isCountry, isState, townAtEnd } from './places.ts';
import { readDescriptor } from './read-payee.ts';
import { unwrap } from './statement-forms.ts';
import { bindsPlace, dropProcessor, isNoise } from './trim-tails.ts';

/** Different shops before the last words: behind the number of one of them, behind none, and before a country's or state's mark. */
const SHOPS = { numbered: 2, marked: 3 };
/** A place of one word has so many letters. */
const SHORTEST = 4;
const LONGEST_PLACE = 3;

interface Seen {
  shops: Set<string>;
  /** Those whose store's number stands right before it, or whose note is the place. */
  numbered: Set<string>;
  /** Those behind which a country's or a state's mark follows at once. */
  marked: Set<string>;
  /** The words right before it, '' for a number: HEATH, always behind KINGS, is half a place. */
  before: Set<string>;
}

interface Core {
  /** As the bank writes them, without the mark and the known town at the end. */
  tokens: string[];
  words: string[];
  isMarked: boolean;
}

export class ShownPlaces {
  /** By the words of what may be a place; null where they say something else. */
  readonly #seen = new Map<string, Seen | null>();

  /** `memo`: what stands beside the text. */
  see(text: string, memo: string | null): void {
    if (isWritten(text)) return;
    const core = coreOf(dropProcessor(unwrap(text).who));
    this.#note(core, false);
    const note = memo === null || isWritten(memo) ? null : memo.trim();
    if (note !== null && /^\p{Lu}[\p{Lu} '’.-]+$/u.test(note) && note.split(' ').length <= LONGEST_PLACE)
      this.#note(
        { tokens: [...core.tokens, ...note.split(' ')], words: [...core.words, ...matchWords(note)], isMarked: false },
        true,
        note,
      );
  }

  /** The text without the place at its end, where the rows show one that the text alone does not; else null. */
  without(text: string, kind: string | null): string | null {
    if (isWritten(text)) return null;
    const alone = readDescriptor(text, kind);
    if (alone.movement !== null || alone.isBrand || alone.isPerson || alone.channel === 'bank' || alone.channel === 'pay') return null;
    const core = coreOf(text);
    for (let count = Math.min(LONGEST_PLACE, core.words.length - 1); count > 0; count--) {
      const head = core.words.slice(0, -count);
      const place = core.words.slice(-count);
      if ((this.#isPlace(place) || isStreet(place)) && isShop(head)) return core.tokens.slice(0, -count).join(' ');
    }
    return null;
  }

  #note({ words, isMarked }: Core, isBeside: boolean, note = ''): void {
    const shop = words.find((word) => !isNoise(word) && !/\d/.test(word));
    if (shop === undefined) return;
    const counts = isBeside ? [matchWords(note).length] : [1, 2, 3];
    for (const count of counts) {
      const place = words.slice(-count);
      const before = words.at(-count - 1);
      if (before === undefined || place.includes(shop)) continue;
      const seen = this.#seenOf(place);
      if (seen === null) continue;
      const isNumbered = isBeside || /^[A-Z]?\d{2,6}$/.test(before);
      seen.shops.add(shop);
      if (isNumbered) seen.numbered.add(shop);
      if (isMarked) seen.marked.add(shop);
      if (isNumbered || isMarked) seen.before.add(isNumbered ? '' : before);
    }
  }

  #seenOf(words: readonly string[]): Seen | null {
    const place = words.join(' ');
    let seen = this.#seen.get(place);
    if (seen === undefined) {
      seen = isPlaceLike(words) ? { shops: new Set(), numbered: new Set(), marked: new Set(), before: new Set() } : null;
      this.#seen.set(place, seen);
    }
    return seen;
  }

  #isPlace(words: readonly string[]): boolean {
    const seen = this.#seen.get(words.join(' '));
    if (!seen || (seen.before.size < 2 && !seen.before.has(''))) return false;
    return (seen.numbered.size > 0 && seen.shops.size >= SHOPS.numbered) || seen.marked.size >= SHOPS.marked;
  }
}

/** A name as a person writes it says no place behind it. */
const isWritten = (text: string): boolean => /\p{Ll}/u.test(text);

/** Said behind the place: WOODYARD 08 KINSALE RD REFUND. */
const GIVEN_BACK = /\s+(?:REFUND|REVERSAL|RETURN)$/;

const STREETS: ReadonlySet<string> = new Set(['ROAD', 'RD', 'STREET', 'ST', 'AVENUE', 'AVE', 'LANE', 'PLAZA', 'SQUARE', 'SQ']);

/** HOLMAN RD, PATRICK STREET. */
const isStreet = (words: readonly string[]): boolean =>
  words.length === 2 && STREETS.has(words[1] ?? '') && /^[A-Z]{3,}$/.test(words[0] ?? '') && !isNoise(words[0] ?? '');

function coreOf(text: string): Core {
  let tokens = text.replace(GIVEN_BACK, '').split(/\s+/);
  const last = tokens.at(-1) ?? '';
  const isMarked = tokens.length > 2 && (isState(last) || isCountry(last));
  if (isMarked) tokens = tokens.slice(0, -1);
  let words = tokens.map((token) => (/^[A-Z]+$/.test(token) ? token : matchWords(token).join(' ')));
  const town = townAtEnd(words);
  if (town > 0 && town < tokens.length) [tokens, words] = [tokens.slice(0, -town), words.slice(0, -town)];
  return { tokens, words, isMarked: isMarked && town === 0 };
}

/** Letters only, and nothing that says a trade, a brand or what every shop is called. */
const isPlaceLike = (words: readonly string[]): boolean =>
  words.every((word) => /^[A-Z]{2,}$/.test(word) && !isNoise(word)) &&
  (words.length > 1 || (words[0]?.length ?? 0) >= SHORTEST) &&
  kindOfWords(words) === null &&
  findBrand(words, false) === null;

const LEADS: ReadonlySet<string> = new Set(['ON', 'OFF', 'BY', 'NEAR', 'NO', 'OLD', 'NEW', 'GREAT', 'LITTLE', 'UPPER', 'LOWER']);
const DWELLINGS: ReadonlySet<string> = new Set(['FLAT', 'APT', 'APARTMENT', 'UNIT', 'ROOM', 'GARAGE', 'HOUSE', 'PLOT']);

/** What is left says who: THE, FLAT 2 or a bare trade (VETS, LIBRARY) does not. */
function isShop(words: readonly string[]): boolean {
  const last = words.at(-1) ?? '';
  const telling = words.filter((word) => /[A-Z]{2}/.test(word) && !isNoise(word) && !DWELLINGS.has(word));
  return telling.length > 0 && !bindsPlace(last) && !LEADS.has(last) && (words.length > 1 || kindOfWords(telling) === null);
}
