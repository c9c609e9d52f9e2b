// From the pieces that a model wrote, with how sure it was of each, to words. Pure.
import type { HeardWord } from './whisper-api.ts';

export interface Piece {
  /** Decoded, with its leading blank if it begins a word. */
  text: string;
  sure: number;
}

/** Reads each token after the one before it: some tokenizers write the blank between two words only then. */
export function readPieces<T>(tokens: readonly { token: T; sure: number }[], read: (tokens: T[]) => string): Piece[] {
  return tokens.map(({ token, sure }, at) => {
    const before = tokens[at - 1];
    const text = before ? read([before.token, token]).slice(read([before.token]).length) : read([token]);
    return { text, sure };
  });
}

/** Joins pieces into words; a word is as sure as its least sure piece. */
export function joinPieces(pieces: readonly Piece[]): HeardWord[] {
  const words: HeardWord[] = [];
  for (const { text, sure } of pieces) {
    const last = words.at(-1);
    if (last && !/^\s/.test(text)) {
      last.text += text;
      last.sure = Math.min(last.sure, sure);
    } else words.push({ text: text.trimStart(), sure });
  }
  return words.filter(({ text }) => text !== '');
}

/** The geometric mean: what one wrong piece does to a short sentence, it does not do to a long one. */
export function overall(pieces: readonly Piece[]): number {
  if (pieces.length === 0) return 0;
  return Math.exp(pieces.reduce((sum, { sure }) => sum + Math.log(Math.max(sure, 1e-6)), 0) / pieces.length);
}

/** Below this an entry adds nothing that could be seen: even a hundred thousand of them are less than a ten-thousandth of the best. */
const NOTHING = -21;

/** The share of the likeliest entry among all, by softmax. */
export function shareOfBest(logits: Float32Array): number {
  let best = -Infinity;
  for (const logit of logits) if (logit > best) best = logit;
  let sum = 0;
  for (const logit of logits) if (logit - best > NOTHING) sum += Math.exp(logit - best);
  return 1 / sum;
}
