// Words of a descriptor for matching against the data files: capitals, no accents, no apostrophes, other marks as blanks.
// "TRADER JOE S #236" and "Trader Joe's" both begin TRADER JOES; "H & M" reads H AND M; "M&S" stays one word.

const memory = new Map<string, readonly string[]>();
const MEMORY = 500;

/** Remembered for a while: to read one descriptor its words are asked for some six times over. */
export function matchWords(text: string): readonly string[] {
  const known = memory.get(text);
  if (known !== undefined) return known;
  const words = wordsOf(text);
  if (memory.size >= MEMORY) memory.clear();
  memory.set(text, words);
  return words;
}

function wordsOf(text: string): string[] {
  const plain = (/[^\x20-\x7e]/.test(text) ? withoutAccents(text) : text)
    .toUpperCase()
    .replace(/['’`´]/g, '')
    .replace(/\+/g, ' PLUS ')
    .replace(/(^|\s)&(?=\s|$)/g, '$1AND')
    .replace(/[^A-Z0-9&]+/g, ' ')
    .trim();
  if (plain === '') return [];
  const words: string[] = [];
  for (const word of plain.split(' ')) {
    const before = words.at(-1);
    // A lone S is a possessive that lost its apostrophe: JOE S.
    if (word === 'S' && before !== undefined && /^[A-Z]{3,}$/.test(before)) words[words.length - 1] = `${before}S`;
    else words.push(word);
  }
  return words;
}

const withoutAccents = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/[øØ]/g, 'o');
