// Numbers in words become figures: "five hundred" 500, "fifteen hundred" 1500, "two and a half grand" 2500,
// "a couple of weeks" 2 weeks, "twenty twenty five" 2025, "a tenner" 10 quid. "One" alone stays a word unless a unit follows.
import numbers from '../lexicon/numbers.json';
import type { HearingStep, Word } from './utterance.ts';

const small: Readonly<Record<string, number>> = numbers.small;
const tens: Readonly<Record<string, number>> = numbers.tens;
const scales: Readonly<Record<string, number>> = numbers.scales;
const slang: Readonly<Record<string, string>> = numbers.slang;
const units: ReadonlySet<string> = new Set(numbers.units);

const valueOf = (table: Readonly<Record<string, number>>, text: string | undefined): number | undefined =>
  text !== undefined && Object.hasOwn(table, text) ? table[text] : undefined;

interface Reading {
  value: number;
  /** How many words it took. */
  length: number;
}

/** A number below a hundred: "seven", "forty two", "forty-two", "42". */
function readSmall(texts: readonly string[], at: number): Reading | null {
  const text = texts[at];
  if (text === undefined) return null;
  if (/^\d+(\.\d+)?$/.test(text)) return { value: Number(text), length: 1 };
  const [head, tail, more] = text.split('-');
  if (tail !== undefined && more === undefined) {
    const whole = valueOf(tens, head);
    const rest = valueOf(small, tail);
    return whole !== undefined && rest !== undefined && rest < 10 ? { value: whole + rest, length: 1 } : null;
  }
  const ten = valueOf(tens, text);
  if (ten !== undefined) {
    const rest = valueOf(small, texts[at + 1]);
    return rest !== undefined && rest > 0 && rest < 10 ? { value: ten + rest, length: 2 } : { value: ten, length: 1 };
  }
  const one = valueOf(small, text);
  return one === undefined ? null : { value: one, length: 1 };
}

/** "nineteen ninety nine", "twenty twenty five", "twenty oh nine": two halves of a year. */
function readYear(texts: readonly string[], at: number): Reading | null {
  const century = texts[at];
  if (century !== 'twenty' && century !== 'nineteen') return null;
  const next = texts[at + 1];
  const rest = next === 'oh' || next === 'o' ? readSmall(texts, at + 2) : readSmall(texts, at + 1);
  if (!rest || /^\d/.test(next ?? '')) return null;
  const skipped = next === 'oh' || next === 'o' ? 2 : 1;
  if (rest.value > 99 || (skipped === 1 && rest.value < 10)) return null;
  return { value: (century === 'twenty' ? 2000 : 1900) + rest.value, length: rest.length + skipped };
}

/** "between a hundred and two hundred", "a hundred and two hundred": what follows "and" is a number of its own. */
function isAnother(texts: readonly string[], start: number, joined: number, length: number): boolean {
  const between = texts[start - 1] === 'between' && !texts.slice(joined, joined + 8).some((text) => text === 'and' || text === 'to');
  return between || texts[joined + length] === 'hundred';
}

/** A whole number with scales: "two hundred and fifty", "three thousand two hundred", "two and a half grand". */
function readNumber(texts: readonly string[], start: number): Reading | null {
  let at = start;
  let total = 0;
  let group: number | null = null;
  let read = false;
  const article = texts[at] === 'a' || texts[at] === 'an';
  if (article) {
    const next = texts[at + 1];
    if (next === 'couple' || next === 'few' || next === 'dozen') {
      group = next === 'couple' ? 2 : next === 'few' ? 3 : 12;
      at += texts[at + 2] === 'of' ? 3 : 2;
      read = true;
    } else if (valueOf(scales, next) !== undefined) {
      group = 1;
      at += 1;
    } else return null;
  } else if (texts[at] === 'couple' && texts[at + 1] === 'of' && units.has(texts[at + 2] ?? '')) {
    return { value: 2, length: 2 };
  } else if ((texts[at] === 'couple' || texts[at] === 'few') && units.has(texts[at + 1] ?? '')) {
    return { value: texts[at] === 'couple' ? 2 : 3, length: 1 };
  } else if (texts[at] === 'half' && texts[at + 1] === 'a' && valueOf(scales, texts[at + 2]) !== undefined) {
    group = 0.5;
    at += 2;
  }
  for (;;) {
    const scale = valueOf(scales, texts[at]);
    if (scale !== undefined && group !== null) {
      if (scale >= 1000) {
        total += group * scale;
        group = null;
      } else group *= scale;
      at += 1;
      read = true;
      continue;
    }
    if (group !== null && texts[at] === 'and' && texts[at + 1] === 'a' && texts[at + 2] === 'half') {
      group += 0.5;
      at += 3;
      continue;
    }
    const joined = read && texts[at] === 'and' && (group !== null ? group >= 100 : total > 0) ? at + 1 : at;
    const next = readSmall(texts, joined);
    if (!next || (/^\d/.test(texts[joined] ?? '') && joined !== start)) break;
    if (group !== null && !(group >= 100 && next.value < 100)) break;
    if (at === start + 1 && /^\d/.test(texts[start] ?? '')) break; // "the 2025 one"
    if (joined > at && isAnother(texts, start, joined, next.length)) break;
    group = (group ?? 0) + next.value;
    at = joined + next.length;
    read = true;
  }
  if (!read) return null;
  return { value: total + (group ?? 0), length: at - start };
}

const isPlainDigits = (text: string | undefined) => text !== undefined && /^\d+(\.\d+)?$/.test(text);

/** `isName`: whether a word and the next begin a name, Three Rivers, and count nothing. */
export const writeNumbersBut =
  (isName: (word: string, next: string) => boolean): HearingStep =>
  (words) => {
    const texts = words.map(({ text }) => text);
    const heard: Word[] = [];
    for (let at = 0; at < words.length;) {
      const word = words[at];
      if (!word) break;
      if (isName(word.text, texts[at + 1] ?? '')) {
        heard.push(word);
        at += 1;
        continue;
      }
      const coin = Object.hasOwn(slang, word.text) ? slang[word.text] : undefined;
      if (coin !== undefined && /^(a|an|\d+|over|under|the|than|couple)$/.test(texts[at - 1] ?? '')) {
        const count = Number(heard.at(-1)?.text ?? '1');
        const [figure = '0', ...rest] = coin.split(' ');
        const times = Number.isFinite(count) && heard.length > 0 && isPlainDigits(heard.at(-1)?.text) ? count : 1;
        if (times !== 1 || /^(a|an)$/.test(texts[at - 1] ?? '')) heard.pop();
        heard.push({ ...word, text: String(Number(figure) * times) }, ...rest.map((text) => ({ ...word, text })));
        at += 1;
        continue;
      }
      const read = readYear(texts, at) ?? readNumber(texts, at);
      const single = read?.length === 1;
      const lone = single && (word.text === 'one' || word.text === 'zero' || word.text === 'o' || word.text === 'oh');
      if (!read || (single && isPlainDigits(word.text)) || (lone && !units.has(texts[at + 1] ?? ''))) {
        heard.push(word);
        at += 1;
        continue;
      }
      const last = words[at + read.length - 1] ?? word;
      const was = words.slice(at, at + read.length).map((each) => each.was);
      heard.push({ text: String(read.value), was: was.join(' '), start: word.start, end: last.end, capital: word.capital });
      at += read.length;
    }
    return heard;
  };
