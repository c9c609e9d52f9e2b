// The browser's own recogniser (Web Speech API), only where the browser itself says that it works on the device for this language.
// Without `processLocally` a browser may send the sound away; such a recogniser is never even made. Nothing here runs before it is asked.
import type { Transcript } from '../whisper/whisper-api.ts';
import type { Refusal } from './states.ts';

/** What we use of a SpeechRecognition; TypeScript's DOM library has none of it. */
export interface Recogniser {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  processLocally: boolean;
  onaudiostart: (() => void) | null;
  onresult: ((event: RecogniserResult) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
  start(): void;
  stop(): void;
  abort(): void;
}
export interface RecogniserResult {
  results: ArrayLike<ArrayLike<{ transcript: string; confidence: number }> & { isFinal: boolean }>;
}
export interface RecogniserKind {
  new (): Recogniser;
  prototype: object;
  available?(options: { langs: string[]; processLocally: boolean }): Promise<string>;
}

/** 'here' is the only word that lets it be used. 'could-be': the browser could fetch what is missing, which is left to the browser. */
export type OnDevice = { kind: 'here'; language: string } | { kind: 'could-be' } | { kind: 'no' };

/** The browser's recogniser, if it is one that can be told to stay on the device. */
export function findRecogniser(scope: object): RecogniserKind | null {
  const { SpeechRecognition: kind } = scope as { SpeechRecognition?: RecogniserKind };
  return typeof kind?.available === 'function' && 'processLocally' in kind.prototype ? kind : null;
}

/** Asks the browser whether it hears one of these languages on the device; the first one that it does. */
export async function provesLocal(kind: RecogniserKind, languages: readonly string[]): Promise<OnDevice> {
  let couldBe = false;
  for (const language of languages) {
    const answer = await kind.available?.({ langs: [language], processLocally: true });
    if (answer === 'available') return { kind: 'here', language };
    couldBe ||= answer === 'downloadable' || answer === 'downloading';
  }
  return couldBe ? { kind: 'could-be' } : { kind: 'no' };
}

export interface OwnListening {
  kind: RecogniserKind;
  language: string;
  /** Aborting discards. */
  signal: AbortSignal;
  /** Whether a finished phrase ends it; asked each time, since a held button becomes a tap. */
  endsBySilence(): boolean;
  onOpen(): void;
}

export interface OwnEar {
  finish(): void;
  /** Null when nothing was said; rejects with `OwnRefusal` or with the signal's reason. */
  transcript: Promise<Transcript | null>;
}

export class OwnRefusal extends Error {
  constructor(readonly why: Refusal) {
    super(why);
  }
}

/** How long nobody may speak, in milliseconds, before it ends. */
const PATIENCE = 8000;

export function listenByBrowser({ kind, language, signal, endsBySilence, onOpen }: OwnListening): OwnEar {
  const recogniser = new kind();
  recogniser.lang = language;
  recogniser.processLocally = true; // before start: what it hears stays here, or it refuses
  recogniser.continuous = true;
  recogniser.interimResults = true;
  const transcript = new Promise<Transcript | null>((done, fail) => {
    let phrases: { transcript: string; confidence: number }[] = [];
    let lastSpoken = 0;
    let refused: OwnRefusal | null = null;
    const discard = () => recogniser.abort();
    signal.addEventListener('abort', discard, { once: true });
    const waiting = setInterval(() => {
      if (lastSpoken > 0 && endsBySilence() && performance.now() - lastSpoken > PATIENCE) recogniser.stop();
    }, 250);
    recogniser.onaudiostart = () => {
      lastSpoken = performance.now();
      onOpen();
    };
    recogniser.onresult = ({ results }) => {
      lastSpoken = performance.now();
      const all = Array.from({ length: results.length }, (_, at) => results[at]);
      phrases = all.flatMap((result) => result?.[0] ?? []);
      if (all.at(-1)?.isFinal && endsBySilence()) recogniser.stop();
    };
    recogniser.onerror = ({ error }) => {
      const why = refusalOf(error);
      if (why) refused = new OwnRefusal(why);
    };
    recogniser.onend = () => {
      clearInterval(waiting);
      signal.removeEventListener('abort', discard);
      if (signal.aborted) fail(signal.reason as Error);
      else if (refused) fail(refused);
      else done(joined(phrases) === '' ? null : toTranscript(phrases, performance.now() - lastSpoken));
    };
    if (signal.aborted) fail(signal.reason as Error);
    else recogniser.start();
  });
  return { finish: () => recogniser.stop(), transcript };
}

const joined = (phrases: readonly { transcript: string }[]): string =>
  phrases
    .map(({ transcript }) => transcript.trim())
    .join(' ')
    .trim();

/** A confidence of 0 is how a browser says that it does not tell; the words then count as heard, and can be changed as always. */
function toTranscript(phrases: readonly { transcript: string; confidence: number }[], took: number): Transcript {
  const told = phrases.map(({ confidence }) => (confidence > 0 ? Math.min(1, confidence) : 1));
  return {
    text: joined(phrases),
    words: phrases.flatMap(({ transcript }, at) =>
      transcript
        .trim()
        .split(/\s+/)
        .map((text) => ({ text, sure: told[at] ?? 1 })),
    ),
    sure: Math.min(...told),
    took,
    engine: { model: 'browser', device: 'browser', dtype: null, threads: null },
  };
}

/** Null for what is no refusal: silence, or our own end. */
function refusalOf(error: string): Refusal | null {
  switch (error) {
    case 'no-speech':
    case 'aborted':
      return null;
    case 'not-allowed':
      return 'no-leave';
    case 'audio-capture':
      return 'no-microphone';
    case 'service-not-allowed':
    case 'language-not-supported':
    case 'network':
      return 'not-on-device';
    default:
      return 'mic-failed';
  }
}
