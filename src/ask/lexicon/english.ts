// Whether a word is plain English, also with a regular ending.
import list from './english.json';

const words: ReadonlySet<string> = new Set(list.words.split(' '));

/** What a word may be without its ending: "ordered" order, "paying" pay, "families" family. */
function bases(word: string): string[] {
  const found = [word];
  const cut = (ending: string, ...adds: string[]) => {
    if (!word.endsWith(ending)) return;
    const base = word.slice(0, -ending.length);
    for (const add of adds) found.push(base + add);
    if (base.at(-1) === base.at(-2)) found.push(base.slice(0, -1));
  };
  cut('ies', 'y');
  cut('es', '');
  cut('s', '');
  cut('ied', 'y');
  cut('ed', '', 'e');
  cut('ing', '', 'e');
  cut('ly', '');
  return found;
}

export const isEnglish = (word: string): boolean => bases(word).some((base) => words.has(base));
