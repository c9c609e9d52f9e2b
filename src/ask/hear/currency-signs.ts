// Letters before a figure that are a currency's sign: "R1000", "R5 000", "Rs 500", "A$20" become "1000 rand", "5000 rand", "500 rupees",
// "20 dollars". Groups of three figures after a blank or a comma belong to the figure. The signs are in currencies.json.
import currencies from '../lexicon/currencies.json';
import type { HearingStep, Word } from './utterance.ts';

const signs: Readonly<Record<string, string>> = currencies.signs;
const nameOf = (sign: string | undefined): string | undefined =>
  sign !== undefined && Object.hasOwn(signs, sign) ? signs[sign] : undefined;

const GLUED = /^(?<sign>[a-z]{1,3})(?<figure>\d+(?:\.\d+)?)(?<scale>k|m)?$/;
const FIGURE = /^\$?(?<figure>\d+(?:,\d{3})*(?:\.\d+)?)(?<scale>k|m)?$/;
const GROUP = /^\d{3}(?:\.\d+)?$/;
const SCALES: Readonly<Record<string, number>> = { k: 1000, m: 1_000_000 };

interface Signed {
  figure: string;
  scale: string | undefined;
  name: string;
  /** How many words it took. */
  length: number;
}

function readSigned(words: readonly Word[], at: number): Signed | null {
  const text = words[at]?.text ?? '';
  const glued = GLUED.exec(text)?.groups;
  const gluedName = nameOf(glued?.['sign']);
  if (glued && gluedName !== undefined) return { figure: glued['figure'] ?? '', scale: glued['scale'], name: gluedName, length: 1 };
  const next = words[at + 1]?.text ?? '';
  const apart = FIGURE.exec(next)?.groups;
  const name = nameOf(next.startsWith('$') ? `${text}$` : text);
  if (!apart || name === undefined || (text.length === 1 && text !== 'r' && !next.startsWith('$'))) return null;
  return { figure: (apart['figure'] ?? '').replaceAll(',', ''), scale: apart['scale'], name, length: 2 };
}

/** `isKnown` names of the ledger ("R66 Diner") keep their letters. */
export const writeCurrencySigns =
  (isKnown: (word: string) => boolean): HearingStep =>
  (words) => {
    const heard: Word[] = [];
    for (let at = 0; at < words.length;) {
      const word = words[at];
      if (!word) break;
      const signed = isKnown(word.text) ? null : readSigned(words, at);
      if (!signed) {
        heard.push(word);
        at += 1;
        continue;
      }
      let { figure, length } = signed;
      for (;;) {
        const comma = words[at + length]?.text === ',' && words[at + length]?.start === words[at + length - 1]?.end ? 1 : 0;
        const group = words[at + length + comma];
        if (!group || !GROUP.test(group.text) || figure.includes('.') || !/^\d{1,3}(?:\d{3})*$/.test(figure)) break;
        figure += group.text;
        length += comma + 1;
      }
      const last = words[at + length - 1] ?? word;
      const value = String(Number(figure) * (SCALES[signed.scale ?? ''] ?? 1));
      const was = words.slice(at, at + length).map((each) => each.was);
      const whole = { ...word, was: was.join(' '), end: last.end, capital: false };
      heard.push({ ...whole, text: value }, { ...whole, text: signed.name });
      at += length;
    }
    return heard;
  };
