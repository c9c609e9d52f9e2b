// Puts the language part together from what this browser and this session have.
import type { GraphicsFacts } from '../models/suggest.ts';
import { words } from '../strings/words.ts';
import { LanguageModels } from './language-models.svelte.ts';
import { Language } from './language.svelte.ts';
import { modelPlace } from './model-place.ts';
import type { Session } from './session.svelte.ts';
import { startLlmWorker } from './workers.ts';

export function composeLanguage({ announcer, device }: Pick<Session, 'announcer' | 'device'>): Language {
  const models = new LanguageModels({
    ...modelPlace(device),
    onstored() {
      language.reconsider();
      void device.measure();
    },
    onready: (name) => announcer.say(words.language.done(name)),
  });
  const language = new Language({ models, startWorker: startLlmWorker });
  document.addEventListener('visibilitychange', () => language.hide(document.hidden));
  void models.look(); // whether a model may be asked is known before the first question
  return language;
}

interface Gpu {
  requestAdapter(): Promise<{
    info?: { isFallbackAdapter?: boolean };
    isFallbackAdapter?: boolean;
    features: { has(name: string): boolean };
    limits: { maxBufferSize: number };
  } | null>;
}

/** Null where the browser gives no adapter. */
export async function findGraphics(): Promise<GraphicsFacts | null> {
  const { gpu } = navigator as { gpu?: Gpu };
  const adapter = await gpu?.requestAdapter();
  if (!adapter) return null;
  return {
    isFallback: adapter.info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
    halfPrecision: adapter.features.has('shader-f16'),
    largestBuffer: adapter.limits.maxBufferSize,
  };
}
