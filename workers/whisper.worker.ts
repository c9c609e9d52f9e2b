// The whisper worker: opens the engine on this device's model shelf and serves its calls.
import '../src/app/trusted-types.ts';
import type { DeviceKind } from '../src/models/catalogue.ts';
import { cacheShelf } from '../src/models/shelf.ts';
import { ModelStore } from '../src/models/store.ts';
import { serve, type ServerPort } from '../src/rpc/serve.ts';
import { TransformersEngine } from '../src/voice/whisper/transformers-engine.ts';
import type { WhisperApi } from '../src/voice/whisper/whisper-api.ts';

const engine = new TransformersEngine(new ModelStore(cacheShelf(caches)));

async function timed<T>(work: () => Promise<T>): Promise<{ value: T; took: number }> {
  const began = performance.now();
  const value = await work();
  return { value, took: performance.now() - began };
}

/** A second of a rising tone: enough to run the encoder and some steps of the decoder. */
const tone = Float32Array.from({ length: 16000 }, (_, at) => 0.3 * Math.sin((at * at) / 40000));
/** Milliseconds that a device may take over it, its compiling included. */
const TRIAL = 20_000;
const silence = new AbortController().signal;

serve<WhisperApi>(self as unknown as ServerPort, {
  async load(order) {
    const { took } = await timed(async () => {
      await engine.load(order);
      await engine.transcribe(tone, 'en', silence, () => undefined); // the first run compiles and allocates
    });
    return { took };
  },
  transcribe: ({ samples, language }, { signal, note }) => engine.transcribe(samples, language, signal, note),
  async trial({ model, dtype, devices }) {
    const results: { device: DeviceKind; took: number }[] = [];
    const failures: unknown[] = [];
    for (const device of devices) {
      // A device that cannot run it, or takes too long over one second of sound, has lost the trial.
      const patience = AbortSignal.timeout(TRIAL);
      const run = () => engine.transcribe(tone, 'en', patience, () => undefined);
      try {
        await engine.load({ model, dtype, device });
        await run(); // compiles
        results.push({ device, took: (await timed(run)).took });
      } catch (error) {
        failures.push(error);
      }
    }
    await engine.unload();
    if (results.length === 0) throw failures[0];
    return results;
  },
  async bare({ samples, language }) {
    const { value, took } = await timed(() => engine.bare(samples, language));
    return { text: value, took };
  },
  async unload() {
    await engine.unload();
    return null;
  },
});
