// What an export's category names say: "General Purchases-Groceries" is groceries, "Gas/Automotive" is gas and automotive,
// "Entertainment-Restaurants" is restaurants and no entertainment. Names are split into a head, a tail and the alternates of the tail.
import { nameWords, stem } from './keys.ts';

export interface CategoryParts {
  whole: string;
  /** "Travel" of "Travel-Airline"; null where nothing stands above. */
  head: string | null;
  tail: string;
  /** "Gas", "Automotive" of "Gas/Automotive"; one where the tail is of one piece. */
  alternates: readonly string[];
}

/** "Travel: Hotels", "Food > Groceries", "General Purchases-Groceries"; but "Take-away" is one word. */
const LEVELS = /\s*(?:[:>|›»]|\s[-–]\s|(?<=\p{L}{3})[-–](?=\p{Lu}\p{Ll}))\s*/u;
const ALTERNATES = /\s*(?:[/&,+]|\band\b)\s*/i;
/** Words that narrow nothing: "Rail Services", "Clothing Stores", "Other Travel". */
const GENERIC = new Set(
  [
    'service',
    'store',
    'shop',
    'purchase',
    'expense',
    'cost',
    'spending',
    'charge',
    'general',
    'misc',
    'miscellaneous',
    'station',
    'bill',
    'payment',
    'product',
    'provider',
    'merchant',
    'supply',
  ].map(stem),
);

export function splitCategory(name: string): CategoryParts {
  const levels = name.split(LEVELS).filter((part) => part.trim() !== '');
  const tail = levels.at(-1)?.trim() ?? name;
  const head = levels.length > 1 ? (levels[0]?.trim() ?? null) : null;
  return {
    whole: name,
    head,
    tail,
    alternates: tail
      .split(ALTERNATES)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  };
}

/** "Food & Drink" and "food and drink" meet. */
export const categoryKey = (name: string): string =>
  nameWords(name)
    .filter((word) => word !== 'and')
    .map(stem)
    .join('');

/** Without the words that narrow nothing, where something is left. */
export function plainCategoryKey(name: string): string {
  const words = nameWords(name)
    .filter((word) => word !== 'and')
    .map(stem);
  const telling = words.filter((word) => !GENERIC.has(word));
  return (telling.length ? telling : words).join('');
}

/** Names that say how money moved, not what for: questions about them are not about a category. */
const MOVEMENT =
  /^(?:income|transfers?|savings?|payments?|credits?|payments? (?:and )?credits?|payment credit|deposits?|spending|expenses?|money (?:in|out)|uncategori[sz]ed|none|other|balance|withdrawals?)$/;

export const isMovement = (phrase: string): boolean => MOVEMENT.test(phrase);
