// Names of well-known brands, whether this ledger has them or not: "Lidl" is a name even where nobody shops there.
import brands from '../../ledger/payees/brands.json';
import { isEnglish } from '../lexicon/english.ts';
import lexicon from '../lexicon/aliases.json';
import { nameWords, squash } from './keys.ts';

/** Costa for Costa Coffee: what is a brand's name where it stands alone, and no word of English. */
const short = brands.brands.flatMap(({ alone = [] }: { alone?: readonly string[] }) =>
  alone.map(squash).filter((word) => !isEnglish(word)),
);
const whole: ReadonlySet<string> = new Set([...brands.brands.map(({ name }) => squash(name)), ...short]);
const words: ReadonlySet<string> = new Set(brands.brands.flatMap(({ name }) => nameWords(name)));

/** What banks print for a brand is another name of it: HBO MAX is Max. */
const printed = new Map<string, string>();
for (const brand of brands.brands)
  for (const match of brand.match)
    if (!match.endsWith('*') && match.includes(' ') && !printed.has(squash(match))) printed.set(squash(match), squash(brand.name));

const aliases = lexicon.aliases as Readonly<Record<string, readonly string[]>>;

const also = lexicon.also as Readonly<Record<string, readonly string[]>>;
/** Other names under which banks print the same shop. */
export const printedAlso = (key: string): readonly string[] => (Object.hasOwn(also, key) ? (also[key] ?? []) : []);

/** Names that a nickname stands for, the nearest first: "m&s", "spoons"; a shop that is printed by another name too is meant by both. */
export function aliasesOf(key: string): readonly string[] {
  const brand = printed.get(key);
  const own = [...(Object.hasOwn(aliases, key) ? (aliases[key] ?? []) : []), ...(brand === undefined ? [] : [brand])];
  return [...own, ...[key, ...own].flatMap(printedAlso)];
}

/** A brand's whole name, run together, or what people call one or banks print for it ("bass pro"): no slip of another name. */
export const isBrand = (key: string): boolean =>
  whole.has(key) || whole.has(key.replace(/s$/, '')) || Object.hasOwn(aliases, key) || (key.length > 5 && printed.has(key));
/** One word of a brand's name. */
export const isBrandWord = (word: string): boolean => words.has(word) || whole.has(word);
