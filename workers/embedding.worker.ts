// The embedding worker: opens the engine on this device's model shelf and serves its calls.
import '../src/app/trusted-types.ts';
import type { EmbeddingApi } from '../src/language/embedding-api.ts';
import { EmbeddingEngine } from '../src/language/embedding-engine.ts';
import { cacheShelf } from '../src/models/shelf.ts';
import { ModelStore } from '../src/models/store.ts';
import { serve, type ServerPort } from '../src/rpc/serve.ts';

const engine = new EmbeddingEngine(new ModelStore(cacheShelf(caches)));

serve<EmbeddingApi>(self as unknown as ServerPort, {
  async load(order) {
    await engine.load(order);
    return null;
  },
  embed: ({ texts }) => engine.embed(texts),
});
