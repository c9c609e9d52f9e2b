// "purchases > R1000", "petrol aug > jul": the signs of more and less, before a size "over" and "under".
import type { HearingStep } from './utterance.ts';

const SIZE = /^(?:[$£€¥]|[a-z]{0,3}\$?\d)/;

export const readComparingSigns: HearingStep = (words) =>
  words.flatMap((word, at) => {
    if (word.text !== '>' && word.text !== '<') return [word];
    const more = word.text === '>';
    const texts = SIZE.test(words[at + 1]?.text ?? '') ? [more ? 'over' : 'under'] : [more ? 'more' : 'less', 'than'];
    return texts.map((text) => ({ ...word, text }));
  });
