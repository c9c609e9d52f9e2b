// Towns, states and countries that banks print after a shop, from places.json.
import data from './places.json' with { type: 'json' };

const states = new Set(data.states);
const countries = new Set(data.countries);
const beforeTown = new Set(data.beforeTown);
const statesOf: Readonly<Record<string, readonly string[]>> = data.statesOf;
const townEnds = new Set(data.townEnds);
const plainCountries = new Set(data.plainCountries);
const postAreas = new Set(data.postAreas);
const towns = new Set([...data.townsUS, ...data.townsUK, ...data.townsEU, ...data.townsWide].map((town) => town.toUpperCase()));

export const isState = (word: string): boolean => states.has(word);
export const isCountry = (word: string): boolean => countries.has(word);
/** A state by the letters that only beside its country mean one: VI before AUS is Victoria, not the Virgin Islands. */
export const isStateOf = (country: string, word: string): boolean => statesOf[country]?.includes(word) ?? false;
/** A country whose code means nothing else at the end of a name: ZA, unlike TR (trust) or IN. */
export const isPlainCountry = (word: string): boolean => plainCountries.has(word);
/** The first half of a British postcode with three signs and more, B30 or SE1: M1 is a road, E2 a gate. */
export const isPostDistrict = (word: string): boolean =>
  word.length > 2 && postAreas.has(/^([A-Z]{1,2})\d{1,2}[A-Z]?$/.exec(word)?.[1] ?? '');
export const isPlace = (word: string): boolean => states.has(word) || countries.has(word) || towns.has(word);

/** How many words at the end are a known town (SAN FRANCISCO is 2), 0 when none. Words in capitals. */
export function townAtEnd(words: readonly string[]): number {
  for (let count = Math.min(4, words.length); count > 0; count--) {
    if (towns.has(words.slice(-count).join(' '))) return count;
  }
  return 0;
}

/** How many words at the end are most likely a town that the list lacks, when a state follows: PALM DESERT, ELK RIDGE. */
export function likelyTownAtEnd(words: readonly string[]): number {
  const known = townAtEnd(words);
  if (known) return known;
  const before = words.at(-2);
  const last = words.at(-1);
  if (words.length > 2 && before !== undefined && last !== undefined && (beforeTown.has(before) || townEnds.has(last))) return 2;
  return words.length > 1 && last !== undefined && /^[A-Z]{3,}$/.test(last) ? 1 : 0;
}

/** Widths of a merchant's name before its town: American Express 20; ISO 8583, field 43, as networks print it 22, 23 and 25. */
const NAME_FIELDS: readonly number[] = [20, 22, 23, 25];

/** "TST* FORK RESTAURANTBOISE ID": a name that fills its field runs into the town behind it, which is a known one before a state. */
export function apartFromTown(text: string): string {
  for (const width of NAME_FIELDS) {
    if (!/^\p{Lu}\p{Lu}$/u.test(text.slice(width - 1, width + 1))) continue;
    const words = text.slice(width).split(' ');
    if (words.length > 1 && isState(words.at(-1) ?? '') && towns.has(words.slice(0, -1).join(' ')))
      return `${text.slice(0, width)} ${text.slice(width)}`;
  }
  return text;
}
