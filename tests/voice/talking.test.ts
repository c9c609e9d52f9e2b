// From the press to the answer, with a scripted microphone, model and ledger: what the app does in each state of the voice table.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OwnRecogniser } from '../../src/app/own-recogniser.svelte.ts';
import { Voice, type VoiceParts } from '../../src/app/voice.svelte.ts';
import { VoiceModels } from '../../src/app/voice-models.svelte.ts';
import type { StartedWhisper } from '../../src/app/workers.ts';
import { AppError } from '../../src/base/errors.ts';
import type { Dtype } from '../../src/models/catalogue.ts';
import { emptyFile, ModelStore } from '../../src/models/store.ts';
import type { Transcript, WhisperApi } from '../../src/voice/whisper/whisper-api.ts';
import { memoryShelf } from '../models/memory-shelf.ts';
import { scriptRecogniser, type Script as RecogniserScript } from './hear/scripted-recogniser.ts';
import * as sound from './sounds.ts';

type Script = { [M in keyof WhisperApi]?: (input: WhisperApi[M]['in']) => WhisperApi[M]['out'] | Promise<WhisperApi[M]['out']> };

const said = (text: string, sure = 0.95): Transcript => ({
  text,
  words: text.split(' ').map((word) => ({ text: word, sure })),
  sure,
  took: 5,
  engine: { model: 'whisper-tiny', device: 'wasm', dtype: 'q8', threads: 1 },
});

function memory(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

interface Setting {
  script?: Script;
  heard?: Float32Array;
  model?: Dtype | null;
  parts?: Partial<VoiceParts>;
  names?: string[];
  /** A recogniser of the browser's own, chosen or not. */
  own?: RecogniserScript & { chosen: boolean };
}

async function setUp({ script = {}, heard = spoken(), model = 'q8', parts = {}, names = [], own }: Setting = {}) {
  const store = new ModelStore(memoryShelf());
  if (model) {
    const file = { ...emptyFile('config.json'), bytes: 1, parts: [1], sha256: 'a', vouched: 'own-files' as const };
    await store.save({ id: 'whisper-tiny', origin: 'own-files', dtype: model, revision: null, ready: true, files: [file] });
  }
  const models = new VoiceModels({
    store,
    fetch: () => Promise.reject(new Error('no network here')),
    porter: () => Promise.resolve(),
    locks: { request: ((_: string, __: object, act: (lock: object) => unknown) => Promise.resolve(act({}))) as LockManager['request'] },
    shelf: memory(),
    clock: () => 0,
    keep: () => Promise.resolve(),
    onstored: () => undefined,
    onready: () => undefined,
  });
  const log: string[] = [];
  const recogniser = scriptRecogniser(own ?? {});
  const chosen = new OwnRecogniser(own ? recogniser.kind : null, memory(), () => ['en-US']);
  if (own?.chosen) await chosen.choose(true);
  const started = { workers: 0, closed: 0 };
  const startWorker = (): StartedWhisper => {
    started.workers += 1;
    const call: StartedWhisper['call'] = async (method, input, { signal } = {}) => {
      log.push(method);
      signal?.throwIfAborted();
      const act = script[method];
      if (act) {
        return new Promise((done, fail) => {
          signal?.addEventListener('abort', () => fail(signal.reason as Error), { once: true });
          Promise.resolve(input).then(act).then(done, fail);
        });
      }
      if (method === 'load') return { took: 1 } as never;
      return said('What is my balance?') as never;
    };
    return { call, stop: () => log.push('stop') };
  };
  const voice = new Voice({
    models,
    own: chosen,
    startWorker,
    hasMicrophone: () => true,
    open: (onPiece) => {
      setTimeout(() => {
        for (let at = 0; at < heard.length; at += 384) onPiece(heard.subarray(at, at + 384));
      });
      return Promise.resolve({ close: () => void (started.closed += 1) });
    },
    adapter: () => Promise.resolve(null),
    names: () => Promise.resolve(names),
    ask: (question) => {
      log.push(`ask ${question}`);
      return Promise.resolve(true);
    },
    act: (act) => {
      log.push(`do ${act}`);
      return Promise.resolve(act !== 'undo');
    },
    readAloud: () => {
      log.push('read');
      return Promise.resolve(true);
    },
    silence: () => undefined,
    cue: () => log.push('cue'),
    say: (what) => log.push(`say ${typeof what === 'object' ? what.heard : what}`),
    ...parts,
  });
  return { voice, models, log, started, recogniser };
}

const spoken = () => sound.join(sound.silence(0.3), sound.mono('16-what-is-my-balance.wav'), sound.silence(1.5));

describe('talking', () => {
  test('hears, asks, reads aloud, and rests; the microphone is closed', async () => {
    const { voice, log, started } = await setUp();
    await voice.talk();
    expect(log.filter((line) => line !== 'load')).toEqual([
      'say listening',
      'transcribe',
      'say What is my balance?',
      'ask What is my balance?',
      'read',
    ]);
    expect(voice.state).toEqual({ kind: 'ready' });
    expect(started).toEqual({ workers: 1, closed: 1 });
  });

  test('the model is loaded once, for many questions', async () => {
    const { voice, log, started } = await setUp();
    await voice.warm();
    await voice.talk();
    await voice.talk();
    expect(log.filter((line) => line === 'load')).toHaveLength(1);
    expect(started.workers).toBe(1);
  });

  test.each([
    ['silence', sound.silence(9)],
    ['music', sound.melody(9, 0.4)],
  ])('%s asks nothing, and the model is not even tried', async (_, heard) => {
    const { voice, log } = await setUp({ heard });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'heard-nothing' });
    expect(log).not.toContain('transcribe');
    expect(log).toContain('say heard-nothing');
  });

  test.each(['', 'Thank you.', '[Music]'])('a model that heard "%s" asks nothing', async (text) => {
    const { voice, log } = await setUp({ script: { transcribe: () => said(text) } });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'heard-nothing' });
    expect(log.some((line) => line.startsWith('ask'))).toBe(false);
  });

  test('unsure of a word, it waits to be looked over', async () => {
    const { voice, log } = await setUp({ script: { transcribe: () => said('What is my ballast?', 0.3) } });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'heard', text: 'What is my ballast?', waits: true });
    expect(log.some((line) => line.startsWith('ask'))).toBe(false);
  });

  test('names of the ledger are put in, told, and can be taken back', async () => {
    const { voice, log } = await setUp({
      script: { transcribe: () => said('How much did I spend at whole food’s last month?') },
      names: ['Whole Foods'],
    });
    await voice.talk();
    expect(log).toContain('ask How much did I spend at Whole Foods last month?');
    expect(voice.heard?.changes).toEqual([{ said: 'whole food’s', name: 'Whole Foods' }]);
    await voice.unmend();
    expect(log.at(-1)).toBe('ask How much did I spend at whole food’s last month?');
    expect(voice.heard?.changes).toEqual([]);
  });

  test('Esc while it decodes discards the words', async () => {
    let decoding: () => void = () => undefined;
    const begun = new Promise<void>((done) => (decoding = done));
    const { voice, log } = await setUp({
      script: {
        transcribe: () => {
          decoding();
          return new Promise<never>(() => undefined);
        },
      },
    });
    const talking = voice.talk();
    await begun;
    expect(voice.state.kind).toBe('transcribing');
    expect(voice.back()).toBe(true);
    await talking;
    expect(voice.state).toEqual({ kind: 'ready' });
    expect(log.some((line) => line.startsWith('ask'))).toBe(false);
  });

  describe('Talk while it decodes', () => {
    /** The first sound is never written down to its end; the second is. */
    async function decoding() {
      let begin: () => void = () => undefined;
      const begun = new Promise<void>((done) => (begin = done));
      let times = 0;
      const transcribe = () => {
        times += 1;
        if (times > 1) return said('How much did I earn?');
        begin();
        return new Promise<never>(() => undefined);
      };
      const set = await setUp({ script: { transcribe } });
      const first = set.voice.talk();
      await begun;
      expect(set.voice.state.kind).toBe('transcribing');
      return { ...set, first };
    }
    afterEach(() => void vi.restoreAllMocks());

    test('lets those words go and listens anew', async () => {
      const { voice, log, first, started } = await decoding();
      const now = performance.now();
      vi.spyOn(performance, 'now').mockImplementation(() => now + 1000);
      const second = voice.talk();
      await Promise.all([first, second]);
      expect(log.filter((line) => line === 'say listening')).toHaveLength(2);
      expect(log.filter((line) => line.startsWith('ask'))).toEqual(['ask How much did I earn?']);
      expect(voice.state).toEqual({ kind: 'ready' });
      expect(started.closed).toBe(2);
    });
    test('right after the tap that ended the listening is a double tap: what was said stays', async () => {
      const { voice, log, first } = await decoding();
      vi.spyOn(performance, 'now').mockImplementation(() => voice.since);
      await voice.talk(true);
      expect(voice.state.kind).toBe('transcribing');
      voice.back();
      await first;
      expect(log.filter((line) => line === 'say listening')).toHaveLength(1);
    });
  });

  test('a held press is not ended by silence, only by letting go', async () => {
    const { voice } = await setUp();
    const talking = voice.talk(true);
    await expect.poll(() => voice.state).toEqual({ kind: 'listening', held: true });
    await new Promise((done) => setTimeout(done, 50));
    expect(voice.state.kind).toBe('listening');
    voice.finish();
    await talking;
    expect(voice.state).toEqual({ kind: 'ready' });
  });

  test('a press let go before the microphone is open counts as a tap: nothing is left listening without end', async () => {
    const { voice, log } = await setUp();
    const talking = voice.talk(true);
    voice.finish();
    expect(voice.state).toEqual({ kind: 'asking-leave', held: false });
    await talking;
    expect(log).toContain('ask What is my balance?');
  });
});

describe('what it cannot do', () => {
  test('no model', async () => {
    const { voice, log, started } = await setUp({ model: null });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'could-not', why: 'no-model' });
    expect(log).toEqual(['say no-model']);
    expect(started.workers).toBe(0);
  });
  test('no microphone in this browser', async () => {
    const { voice } = await setUp({ parts: { hasMicrophone: () => false } });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'could-not', why: 'not-here' });
  });
  test.each([
    ['NotAllowedError', 'no-leave'],
    ['NotFoundError', 'no-microphone'],
    ['NotReadableError', 'busy-device'],
  ])('%s', async (name, why) => {
    const { voice } = await setUp({ parts: { open: () => Promise.reject(new DOMException('no', name)) } });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'could-not', why });
  });
  test('a model that will not load is told with its trouble, and the next try starts a fresh worker', async () => {
    let tries = 0;
    const script: Script = {
      load: () => {
        tries += 1;
        if (tries <= 2) throw new AppError('model-failed', 'out of memory');
        return { took: 1 };
      },
    };
    const { voice, log, started } = await setUp({ script });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'could-not', why: 'model-failed' });
    expect(voice.trouble?.message).toBe('out of memory');
    await voice.talk();
    expect(log).toContain('ask What is my balance?');
    expect(started.workers).toBe(3);
  });
});

describe('hands free', () => {
  test('listens again after each answer, with a cue, until nobody speaks', async () => {
    let turns = 0;
    const { voice, log } = await setUp({
      parts: {
        open: (onPiece) => {
          turns += 1;
          const heard = turns < 3 ? spoken() : sound.silence(9);
          setTimeout(() => {
            for (let at = 0; at < heard.length; at += 384) onPiece(heard.subarray(at, at + 384));
          });
          return Promise.resolve({ close: () => undefined });
        },
      },
    });
    voice.setHandsFree(true);
    await expect.poll(() => log).toContain('say hands-free-ended');
    expect(log.filter((line) => line.startsWith('ask'))).toHaveLength(2);
    expect(log.filter((line) => line === 'cue')).toHaveLength(3);
    expect(voice.handsFree).toBe(false);
  });

  test('"stop" ends it and is no question', async () => {
    const { voice, log } = await setUp({ script: { transcribe: () => said('Stop.') } });
    voice.setHandsFree(true);
    await expect.poll(() => log).toContain('say hands-free-ended');
    expect(log.some((line) => line.startsWith('ask'))).toBe(false);
    expect(voice.state).toEqual({ kind: 'ready' });
  });
});

describe('something to do, not to ask', () => {
  const hears = (text: string) => setUp({ script: { transcribe: () => said(text) } });
  const done = (log: readonly string[]) => log.filter((line) => /^(do|ask|read)/.test(line));
  test.each([
    ['Read that again.', ['read']],
    ['Show the rows.', ['do show-rows']],
    ['Stop.', ['do stop']],
    ['Cancel.', ['do cancel']],
    ['Undo.', ['do undo', 'ask Undo.', 'read']], // nothing of the app's to undo: the conversation takes it back
    ['What did I cancel?', ['ask What did I cancel?', 'read']],
  ])('"%s"', async (sentence, acts) => {
    const { voice, log } = await hears(sentence);
    await voice.talk();
    expect(done(log)).toEqual(acts);
    expect(voice.state).toEqual({ kind: 'ready' });
  });
  test('unsure of it, it is not done but looked over', async () => {
    const { voice, log } = await setUp({ script: { transcribe: () => said('Undo.', 0.3) } });
    await voice.talk();
    expect(done(log)).toEqual([]);
    expect(voice.state).toEqual({ kind: 'heard', text: 'Undo.', waits: true });
  });
});

describe('the browser’s own recogniser', () => {
  const available = () => 'available';
  test('chosen and proved, it hears in place of the model, without a worker or our microphone', async () => {
    const { voice, log, started, recogniser } = await setUp({ own: { chosen: true, available, hears: [{ says: 'What is my balance?' }] } });
    await voice.talk();
    expect(log).toContain('ask What is my balance?');
    expect(started).toEqual({ workers: 0, closed: 0 });
    expect(recogniser.log.filter((line) => line.startsWith('start'))).toEqual(['start en-US local']);
    expect(voice.heard?.transcript.engine.model).toBe('browser');
  });
  test('not chosen, it is neither asked nor started', async () => {
    const { voice, log, recogniser } = await setUp({ own: { chosen: false, available, hears: [{ says: 'Anything' }] } });
    await voice.talk();
    expect(log).toContain('transcribe');
    expect(recogniser.log).toEqual([]);
  });
  test('no longer proved, the model hears instead', async () => {
    let answer = 'available';
    const { voice, log, recogniser } = await setUp({ own: { chosen: true, available: () => answer, hears: [{ says: 'Anything' }] } });
    answer = 'downloadable';
    await voice.talk();
    expect(log).toContain('transcribe');
    expect(recogniser.log.some((line) => line.startsWith('start'))).toBe(false);
  });
  test('one that refuses to stay on the device is switched off and told', async () => {
    const { voice, log } = await setUp({ own: { chosen: true, available, hears: [{ error: 'service-not-allowed' }] } });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'could-not', why: 'not-on-device' });
    expect(log).toContain('say not-on-device');
    expect(voice.own.chosen).toBe(false);
  });
  test('nobody spoke: no question', async () => {
    const { voice } = await setUp({ own: { chosen: true, available, hears: [{ error: 'no-speech' }] } });
    await voice.talk();
    expect(voice.state).toEqual({ kind: 'heard-nothing' });
  });
});

describe('where the model runs', () => {
  const adapter = () => Promise.resolve({ name: 'a card', isFallback: false, halfPrecision: true });
  test('a trial decides, once, and is remembered', async () => {
    const orders: unknown[] = [];
    const script: Script = {
      trial: () => [
        { device: 'wasm', took: 900 },
        { device: 'webgpu', took: 200 },
      ],
      load: (order) => {
        orders.push(order);
        return { took: 1 };
      },
    };
    const { voice, log, models } = await setUp({ model: 'fp16', script, parts: { adapter } });
    await voice.talk();
    voice.rest();
    await voice.talk();
    expect(log.filter((line) => line === 'trial')).toHaveLength(1);
    expect(orders).toEqual([
      { model: 'whisper-tiny', dtype: 'fp16', device: 'webgpu' },
      { model: 'whisper-tiny', dtype: 'fp16', device: 'webgpu' },
    ]);
    expect(models.trial('whisper-tiny fp16 a card')).toBe('webgpu');
  });
  test('small weights need no trial', async () => {
    const { voice, log } = await setUp({ parts: { adapter } });
    await voice.talk();
    expect(log).not.toContain('trial');
  });
});
