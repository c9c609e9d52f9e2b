// Puts the voice part together from what this browser and this session have.
import { words } from '../strings/words.ts';
import { hasMicrophone, openMicrophone } from '../voice/hear/microphone.ts';
import { findRecogniser } from '../voice/hear/own-recogniser.ts';
import type { Adapter } from '../voice/whisper/choose-device.ts';
import { modelPlace } from './model-place.ts';
import { OwnRecogniser } from './own-recogniser.svelte.ts';
import type { Session } from './session.svelte.ts';
import { doSpokenAct } from './spoken-acts.ts';
import { inWords } from './trouble.ts';
import { VoiceModels } from './voice-models.svelte.ts';
import { Voice } from './voice.svelte.ts';
import { startWhisperWorker } from './workers.ts';

/** Names are read from so many of the newest transactions. */
const NEWEST = 5000;
const PAGE = 500;

export function composeVoice(session: Session): Voice {
  const { announcer, device, speech, thread } = session;
  const models = new VoiceModels({
    ...modelPlace(device),
    onstored: () => void device.measure(),
    onready: (name) => announcer.say(words.voice.modelReady(name)),
  });
  const names = new NamesOf(session);
  const own = new OwnRecogniser(findRecogniser(globalThis), localStorage, () => {
    const { locale } = session.settings;
    return locale.startsWith('en') ? [locale, 'en-US'] : ['en-US']; // questions are in English for now
  });
  const voice = new Voice({
    models,
    own,
    startWorker: startWhisperWorker,
    hasMicrophone,
    open: openMicrophone,
    adapter: findAdapter,
    names: () => names.read(),
    async ask(question, heard) {
      await thread.ask(question, [], heard);
      return Boolean(thread.newest?.answer?.spoken);
    },
    act: (act) => doSpokenAct(session, act),
    async readAloud(asked) {
      const { newest } = thread;
      if (!newest?.answer) {
        announcer.say(words.voice.acts.nothingToRead);
        return false;
      }
      await session.readAloud(newest, asked);
      return !speech.silent;
    },
    silence: () => void speech.stop(),
    cue,
    say(what) {
      if (typeof what === 'object') announcer.say(words.voice.heard(what.heard));
      else if (what === 'listening') announcer.say(words.voice.listening);
      else if (what === 'heard-nothing') announcer.say(words.voice.heardNothing);
      else if (what === 'hands-free-ended') announcer.say(words.voice.handsFreeEnded);
      else announcer.say(inWords(words.voice.refused[what]));
    },
  });
  document.addEventListener('visibilitychange', () => {
    if (document.hidden) voice.back();
  });
  return voice;
}

/** Payees, categories and accounts of the newest transactions, read again when the ledger has changed. */
class NamesOf {
  readonly #session: Session;
  #kept: { revision: number; names: readonly string[] } | null = null;

  constructor(session: Session) {
    this.#session = session;
  }

  async read(): Promise<readonly string[]> {
    const { revision } = this.#session;
    if (this.#kept?.revision === revision) return this.#kept.names;
    const found: string[] = [];
    for (let offset = 0; offset < NEWEST; offset += PAGE) {
      const { rows } = await this.#session.call('transactions', { search: '', accountId: null, offset, limit: PAGE });
      for (const { payee, category, account } of rows) found.push(payee, category ?? '', account);
      if (rows.length < PAGE) break;
    }
    const names = [...new Set(found)].filter((name) => name !== '');
    this.#kept = { revision, names };
    return names;
  }
}

interface Gpu {
  requestAdapter(): Promise<{
    info?: { vendor?: string; architecture?: string; isFallbackAdapter?: boolean };
    isFallbackAdapter?: boolean;
    features: { has(name: string): boolean };
  } | null>;
}

async function findAdapter(): Promise<Adapter | null> {
  const { gpu } = navigator as { gpu?: Gpu };
  const adapter = await gpu?.requestAdapter();
  if (!adapter) return null;
  const { info } = adapter;
  return {
    name: `${info?.vendor ?? ''} ${info?.architecture ?? ''}`.trim() || 'unnamed',
    isFallback: info?.isFallbackAdapter ?? adapter.isFallbackAdapter ?? false,
    halfPrecision: adapter.features.has('shader-f16'),
  };
}

/** Two soft notes upwards, a tenth of a second each. */
function cue(): void {
  const context = new AudioContext();
  for (const [at, hertz] of [520, 780].entries()) {
    const tone = context.createOscillator();
    const volume = context.createGain();
    const start = context.currentTime + at * 0.1;
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(0.0001, start);
    volume.gain.exponentialRampToValueAtTime(0.08, start + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + 0.1);
    tone.connect(volume).connect(context.destination);
    tone.start(start);
    tone.stop(start + 0.1);
    if (at === 1) tone.onended = () => void context.close();
  }
}
