// The llm worker: opens WebLLM on this device's model shelf and serves its calls. It is given texts and knows no ledger.
import '../src/app/trusted-types.ts';
import type { LlmApi } from '../src/language/llm-api.ts';
import { WebLlmEngine } from '../src/language/web-llm-engine.ts';
import { cacheShelf } from '../src/models/shelf.ts';
import { ModelStore } from '../src/models/store.ts';
import { serve, type ServerPort } from '../src/rpc/serve.ts';

const engine = new WebLlmEngine(new ModelStore(cacheShelf(caches)));

serve<LlmApi>(self as unknown as ServerPort, {
  async load({ model }, { signal, note }) {
    const began = performance.now();
    await engine.load(model, note, signal);
    return { took: performance.now() - began };
  },
  complete: (order, { signal }) => engine.complete(order, signal),
  async settle() {
    await engine.settle();
    return null;
  },
  async unload() {
    await engine.unload();
    return null;
  },
});
