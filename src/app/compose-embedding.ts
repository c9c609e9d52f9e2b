// Puts the part that looks names up by meaning together from what this browser and this session have.
import { words } from '../strings/words.ts';
import { EmbeddingModels } from './embedding-models.svelte.ts';
import { Embedding } from './embedding.svelte.ts';
import { modelPlace } from './model-place.ts';
import type { Session } from './session.svelte.ts';
import { startEmbeddingWorker } from './workers.ts';

export function composeEmbedding({ announcer, device, call }: Pick<Session, 'announcer' | 'device' | 'call'>): Embedding {
  const models = new EmbeddingModels({
    ...modelPlace(device),
    onstored() {
      embedding.reconsider();
      void device.measure();
    },
    onready: (name) => announcer.say(words.language.done(name)),
  });
  const embedding = new Embedding({ models, call, startWorker: startEmbeddingWorker, clock: () => performance.now() });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) embedding.letGo();
    else void embedding.keepUp();
  });
  void models.look().then(() => embedding.keepUp());
  return embedding;
}
