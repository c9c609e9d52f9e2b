// One recording: from an open microphone to sound that holds words, or to none. Ends by itself when the speaker falls silent,
// by `finish` (the second tap, the finger lifted), or by the signal, which throws all of it away.
import { SpeechFollower, type Verdict } from './end-of-speech.ts';
import type { OpenSource } from './microphone.ts';

export interface Recording {
  /** 16 kHz mono, only the part that was loud, with a margin; empty when there were no words. */
  samples: Float32Array;
  /** Seconds that were listened to. */
  seconds: number;
  verdict: Verdict;
}

export interface Listening {
  open: OpenSource;
  /** Aborting discards. */
  signal: AbortSignal;
  /** Whether silence ends it; asked each time, since a held button becomes a tap. */
  endsBySilence(): boolean;
  onOpen(): void;
  /** From 0 to 1, for the meter; fifty times a second. */
  onLevel(level: number): void;
}

export interface Ear {
  /** Ends it now; what was said so far counts. */
  finish(): void;
  /** Rejects with the browser's refusal, or with the signal's reason. */
  recording: Promise<Recording>;
}

/** Decibels at which the meter stands at 0; full scale is 1. */
const QUIET = -60;

export function listen({ open, signal, endsBySilence, onOpen, onLevel }: Listening): Ear {
  let finish: () => void = () => undefined;
  const finished = new Promise<void>((done) => (finish = done));
  return { finish, recording: record() };

  async function record(): Promise<Recording> {
    signal.throwIfAborted();
    const follower = new SpeechFollower();
    const pieces: Float32Array[] = [];
    const onPiece = (samples: Float32Array) => {
      pieces.push(samples);
      onLevel(meterOf(samples));
      const ending = follower.push(samples);
      if (ending === 'too-long' || (ending !== null && endsBySilence())) finish();
    };
    const discarded = new Promise<void>((done) => signal.addEventListener('abort', () => done(), { once: true }));
    const microphone = await open(onPiece, finish);
    try {
      signal.throwIfAborted();
      onOpen();
      await Promise.race([finished, discarded]);
      signal.throwIfAborted();
    } finally {
      microphone.close();
    }
    return cut(joined(pieces), follower.verdict());
  }
}

const meterOf = (samples: Float32Array): number => {
  const energy = samples.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, samples.length);
  return Math.min(1, Math.max(0, 1 - (10 * Math.log10(energy + 1e-12)) / QUIET));
};

function joined(pieces: readonly Float32Array[]): Float32Array {
  const all = new Float32Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

const cut = (all: Float32Array, verdict: Verdict): Recording => ({
  samples: verdict.words ? all.slice(verdict.from, verdict.until) : new Float32Array(0),
  seconds: all.length / 16000,
  verdict,
});
