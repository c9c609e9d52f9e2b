// "purchases > R1000", "petrol aug > jul": the signs of more and less, before a size "over" and "under"; between two stretches of time
// or two names they ask whether it was so.
import type { HearingStep } from './utterance.ts';

const SIZE = /^(?:[$£€¥]|[a-z]{0,3}\$?\d)/;
const ASKS = /^(?:what|which|when|where|who|why|how|did|do|does|was|were|is|are|has|have|list|show|and|if|can|could)$/;

export const readComparingSigns: HearingStep = (words) => {
  let compares = false;
  const read = words.flatMap((word, at) => {
    if (word.text === '=' && /^[<>]$/.test(words[at - 1]?.text ?? '')) return [];
    if (word.text !== '>' && word.text !== '<') return [word];
    const more = word.text === '>';
    const equal = words[at + 1]?.text === '=';
    const size = SIZE.test(words[at + (equal ? 2 : 1)]?.text ?? '');
    compares ||= !size;
    const texts = size ? (equal ? ['at', more ? 'least' : 'most'] : [more ? 'over' : 'under']) : [more ? 'more' : 'less', 'than'];
    return texts.map((text) => ({ ...word, text }));
  });
  const [head] = read;
  return compares && head && !ASKS.test(head.text) ? [{ ...head, text: 'was', capital: false }, ...read] : read;
};
