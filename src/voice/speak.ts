// Reading aloud through the browser, with voices of this device only (`localService`): the words never leave it.
// A browser without such a voice is a normal state, told by `findVoice` returning null or by `failed`.

export type VoiceLike = Pick<SpeechSynthesisVoice, 'name' | 'lang' | 'localService' | 'default'>;

/** Voices that speak on the device, those of the language first, the browser's default before others. */
export function localVoices<V extends VoiceLike>(voices: readonly V[], language: string): V[] {
  const base = (tag: string) => tag.toLowerCase().split(/[-_]/)[0];
  const rank = (voice: V) =>
    (voice.lang.replace('_', '-').toLowerCase() === language.toLowerCase() ? 0 : base(voice.lang) === base(language) ? 2 : 8) -
    (voice.default ? 1 : 0);
  return voices.filter(({ localService }) => localService).sort((a, b) => rank(a) - rank(b));
}

/** The voice of that name if it is local, or else the best local one for the language; null when there is none. */
export function findVoice<V extends VoiceLike>(voices: readonly V[], language: string, name: string): V | null {
  const local = localVoices(voices, language);
  return local.find((voice) => voice.name === name) ?? local.find(({ lang }) => lang.slice(0, 2) === language.slice(0, 2)) ?? null;
}

/** Voices may load after the page; waits for them at most `patience` milliseconds. */
export function loadVoices(synthesis: SpeechSynthesis, patience = 400): Promise<SpeechSynthesisVoice[]> {
  const voices = synthesis.getVoices();
  if (voices.length > 0) return Promise.resolve(voices);
  return new Promise((done) => {
    const end = () => {
      clearTimeout(timer);
      synthesis.removeEventListener('voiceschanged', end);
      done(synthesis.getVoices());
    };
    const timer = setTimeout(end, patience);
    synthesis.addEventListener('voiceschanged', end);
  });
}

export type Ending = 'finished' | 'stopped' | 'failed';

export interface Saying {
  /** 1 is the voice's own pace. */
  rate?: number;
  /** Told where each word begins and ends in the text, as it is said; not every voice tells. */
  onWord?: (start: number, end: number) => void;
}

/** Two sentences are shorter; a name of a thousand letters is not read out. */
const LONGEST = 600;

/** Some voices take what looks like markup (SSML) for orders. Each sign becomes a blank, so that the places of words stay. */
export const sayable = (text: string): string => text.slice(0, LONGEST).replace(/[<>&\p{Cs}]/gu, ' ');

/** Speaks and resolves with how it ended. Stopping is `synthesis.cancel()`. */
export function speak(
  synthesis: SpeechSynthesis,
  text: string,
  voice: SpeechSynthesisVoice,
  { rate = 1, onWord }: Saying = {},
): Promise<Ending> {
  return new Promise((done) => {
    const utterance = new SpeechSynthesisUtterance(sayable(text));
    utterance.rate = rate;
    utterance.onboundary = ({ name, charIndex, charLength }) => {
      if (name === 'word') onWord?.(charIndex, charIndex + (charLength || wordLength(text, charIndex)));
    };
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = () => done('finished');
    utterance.onerror = ({ error }) => done(error === 'canceled' || error === 'interrupted' ? 'stopped' : 'failed');
    synthesis.speak(utterance);
  });
}

const wordLength = (text: string, from: number): number => /^[^\s]+/.exec(text.slice(from))?.[0].length ?? 0;
