// Names of well-known brands, whether this ledger has them or not: "Lidl" is a name even where nobody shops there.
import brands from '../../ledger/payees/brands.json';
import { nameWords, squash } from './keys.ts';

const whole: ReadonlySet<string> = new Set(brands.brands.map(({ name }) => squash(name)));
const words: ReadonlySet<string> = new Set(brands.brands.flatMap(({ name }) => nameWords(name)));

/** A brand's whole name, run together. */
export const isBrand = (key: string): boolean => whole.has(key) || whole.has(key.replace(/s$/, ''));
/** One word of a brand's name. */
export const isBrandWord = (word: string): boolean => words.has(word) || whole.has(word);
