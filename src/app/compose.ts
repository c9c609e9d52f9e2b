// What a session is given right after the first paint: talking, the language model, and what looks names up by meaning.
import { composeEmbedding } from './compose-embedding.ts';
import { composeLanguage } from './compose-language.ts';
import { composeVoice } from './compose-voice.ts';
import type { Extras, Session } from './session.svelte.ts';

export const compose = (session: Session): Extras => ({
  voice: composeVoice(session),
  language: composeLanguage(session),
  embedding: composeEmbedding(session),
});
