// What was made of the last recording, for the page and for "How I got this".
import type { LeadIn } from '../trace/lead-in.ts';
import type { NameChange } from '../voice/names/match-names.ts';
import type { Transcript } from '../voice/whisper/whisper-api.ts';

export interface Heard {
  said: string;
  text: string;
  changes: readonly NameChange[];
  transcript: Transcript;
  seconds: number;
}

/** The first row of "How I got this". The sound itself is not kept. */
export const leadInOf = ({ said, text, changes, transcript, seconds }: Heard): LeadIn => ({
  name: 'hear',
  kind: 'TOOL',
  duration: transcript.took,
  output: text,
  detail: {
    seconds,
    engine: transcript.engine,
    sure: transcript.sure,
    words: transcript.words,
    ...(changes.length > 0 ? { said, names: changes } : {}),
  },
});
