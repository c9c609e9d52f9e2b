// "what's" reads "what is", "didn't" reads "did not", "gonna" reads "going to".
import contractions from '../lexicon/contractions.json';
import type { HearingStep, Word } from './utterance.ts';

const whole: Readonly<Record<string, string>> = contractions.whole;
const endings: readonly (readonly string[])[] = contractions.endings;
const bearers: ReadonlySet<string> = new Set(contractions.isAfter);

function opened(text: string): string {
  const known = Object.hasOwn(whole, text) ? whole[text] : undefined;
  if (known !== undefined) return known;
  for (const [ending = '', full = ''] of endings) if (text.endsWith(ending)) return `${text.slice(0, -ending.length)} ${full}`.trim();
  if (text.endsWith("'s") && bearers.has(text.slice(0, -2))) return `${text.slice(0, -2)} is`;
  return text;
}

/** "200+ this year": on the heels of a figure, and before none, the sign is no sum. */
const isOrMore = (words: readonly Word[], at: number): boolean => {
  const [figure, sign, next] = [words[at - 1], words[at], words[at + 1]];
  return sign?.text === '+' && figure?.end === sign.start && /^[$£€]?\d[\d,.]*k?$/.test(figure.text) && next?.start !== sign.end;
};

/** `isName` tells a payee's whole name: Max is no maximum where somebody pays for it. */
export const openContractionsBut =
  (isName: (word: string) => boolean): HearingStep =>
  (words) =>
    words.flatMap((word, at): Word | Word[] => {
      const text = isName(word.text) ? word.text : isOrMore(words, at) ? 'or more' : opened(word.text);
      return text === word.text ? word : text.split(' ').map((each) => ({ ...word, text: each }));
    });

export const openContractions: HearingStep = openContractionsBut(() => false);
