// Well-known brands in a descriptor, from brands.json. Words that mean other things too (NEXT, SHELL) count only when they stand alone.
import data from './brands.json' with { type: 'json' };
import noise from './noise.json' with { type: 'json' };
import { kindOfWords } from './kinds.ts';
import { isGivenName } from './looks-like-person.ts';
import { PhraseIndex } from './phrase-index.ts';
import { isPlace, townAtEnd } from './places.ts';

export interface Brand {
  name: string;
  kind: string;
}

interface Entry extends Brand {
  alone: boolean;
}

const index = new PhraseIndex<Entry>();
for (const brand of data.brands as { name: string; kind: string; match: string[]; alone?: string[] }[]) {
  for (const phrase of brand.match) index.add(phrase, { name: brand.name, kind: brand.kind, alone: false });
  for (const phrase of brand.alone ?? []) index.add(phrase, { name: brand.name, kind: brand.kind, alone: true });
}

const storeWords = new Set(noise.storeWords);
const legal = new Set(noise.legal);
const storeLeads = new Set(noise.storeLeads);

/** Numbers, codes, store words and places: what may follow a brand without making it another name. */
const saysLittle = (word: string): boolean => /\d/.test(word) || storeWords.has(word) || isPlace(word);

/** `own` are the brand's own words, which sites repeat: UNITED 0162345 UNITED.COM. */
function standsAlone(rest: readonly string[], own: readonly string[]): boolean {
  const kept = rest.filter((word) => !saysLittle(word) && !own.includes(word));
  return kept.length === 0 || townAtEnd(kept) === kept.length;
}

/**
 * The brand of a descriptor's words. `clean` says that the text is a plain name in mixed case: then the brand must be the whole
 * name but for store words and a branch, so that "Ross Inc" and "Wells, Ford and Chase" stay what they are.
 */
export function findBrand(words: readonly string[], clean: boolean): Brand | null {
  const start = words[0] === 'THE' || words[0] === 'WWW' ? 1 : 0;
  const found = brandAt(words, 0, clean) ?? (start ? brandAt(words, start, clean) : null);
  if (found || clean) return found;
  // SPOTIFYGB, EASYJET000KXQ9: a country or a booking glued to the name.
  const uncoded = (words[0] ?? '').replace(/(?<=[A-Z]{4})\d[A-Z0-9]*$/, '');
  for (const bare of [uncoded, uncoded.replace(/(?<=[A-Z]{4})(?:COUK|COM|GB|UK|USA|US|DE|FR|EU)$/, '')]) {
    const unglued = bare === words[0] ? null : brandAt([bare, ...words.slice(1)], 0, clean);
    if (unglued) return unglued;
  }
  // GRAND LAKE ACE HDWE: a branch name first. Only phrases of two words or long words, which no other name contains.
  for (let at = 1; at < Math.min(words.length, 5); at++) {
    const inside = index.longestAt(words, at);
    // TESS HARGREAVES is somebody: one word of a brand behind a given name is a family name.
    if (inside?.length === 1 && at === 1 && isGivenName(words[0] ?? '')) continue;
    // CORNER STORE VALERO, SERVICE STATION ESSO: what kind of place it is, and then whose.
    const isLed = words.slice(0, at).every((word) => storeLeads.has(word));
    if (inside && !inside.value.alone && (isLed || inside.length > 1 || (words[at]?.length ?? 0) >= 8) && isDistinct(inside.value))
      return inside.value;
  }
  return null;
}

// A place or a bank inside a longer text is not who was paid.
const isDistinct = ({ kind }: Brand): boolean =>
  !['bank', 'government', 'post', 'payments', 'card-payment', 'airline', 'entertainment'].includes(kind);

function brandAt(words: readonly string[], at: number, clean: boolean): Brand | null {
  const found = index.longestAt(words, at);
  if (!found) return null;
  const own = words.slice(at, at + found.length);
  const rest = words.slice(at + found.length);
  // "Vodafone GmbH" is the brand; "Gap Ltd" may be anyone's.
  if (clean)
    return rest.every((word) => storeWords.has(word) && (!legal.has(word) || !found.value.alone)) || isBranch(found.value, own, rest)
      ? found.value
      : null;
  // COLES 7749 NORTHCOTE: a store's number right behind it makes a shop of any word.
  return found.value.alone && !/^\d{3,5}$/.test(rest[0] ?? '') && !standsAlone(rest, own) ? null : found.value;
}

/** "Paknsave Petone", "Tim Hortons Barrie North": words that only this brand has, and then where; no trade ("Aldi Mobile") and no partner. */
function isBranch(brand: Entry, own: readonly string[], rest: readonly string[]): boolean {
  if (brand.alone || !isDistinct(brand) || rest.length > 3) return false;
  // "BP Fishponds": letters alone are initials, which no other name begins with.
  const initials = /^[^AEIOU\d]{2,3}$/.test(own[0] ?? '');
  if (own.length === 1 && (((own[0]?.length ?? 0) < 5 && !initials) || isGivenName(own[0] ?? ''))) return false;
  const where = rest.filter((word) => !storeWords.has(word) || legal.has(word));
  return where.every((word) => /^[A-Z]{2,}$/.test(word) && !legal.has(word) && !PARTNER.has(word)) && kindOfWords(where) === null;
}

const PARTNER = new Set([
  'AND',
  'OR',
  'OF',
  'FOR',
  'THE',
  'TO',
  'FROM',
  'BY',
  'GROUP',
  'SON',
  'SONS',
  'CO',
  'CORP',
  'PARTNERS',
  'BROTHERS',
]);
