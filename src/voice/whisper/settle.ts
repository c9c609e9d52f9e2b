// What a transcript amounts to: nothing, words, or words to look over before they are asked. A real Whisper invents a phrase where
// there was only breath or music; such phrases are a list in data.
import { fold } from '../../base/text.ts';
import inventions from './inventions.json' with { type: 'json' };
import type { Transcript } from './whisper-api.ts';

export interface Settled {
  text: string;
  /** Whether it should be looked over before it is asked. */
  unsure: boolean;
}

/** A word below this, or a sentence below that, was guessed. */
const WORD = 0.4;
const SENTENCE = 0.6;

const invented = new Set(inventions);

/** The words without notes on sounds ("[Music]", "(applause)", "♪"); null when nothing was said. */
export function settle({ text, words, sure }: Transcript): Settled | null {
  const spoken = text
    .replace(/\[[^\]]*\]|\([^)]*\)|\*[^*]*\*|[♪♫]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const plain = fold(spoken)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  if (plain === '' || invented.has(plain) || isStuck(plain)) return null;
  return { text: spoken, unsure: sure < SENTENCE || words.some((word) => word.sure < WORD) };
}

/** A decoder in a loop says one thing over and over. */
const isStuck = (plain: string): boolean => /^(.{2,40}?)(?: \1){4,}/.test(plain);
