// Speaks into a browser's microphone: a fake device that plays a WAV file, which can be another one each time it is opened.
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from 'playwright-core';

const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url));
export const WHISPER = `${fixtures}tiny-whisper/`;
const SPEECH = `${fixtures}speech/`;

/** The files that the model rows ask for; each by its own name, as a file dialog gives them. */
export const WHISPER_FILES = [
  'config.json',
  'generation_config.json',
  'preprocessor_config.json',
  'tokenizer.json',
  'tokenizer_config.json',
  'onnx/encoder_model_quantized.onnx',
  'onnx/decoder_model_merged_quantized.onnx',
].map((path) => WHISPER + path);

export interface Talker {
  /** For the browser's command line. */
  args: string[];
  /** What the microphone hears from its next opening on. */
  say(file: string): Promise<void>;
  /** From its next load on, the page hears whole what is said, however busy the machine: see WHOLE. */
  speakWholeTo(page: Page): Promise<void>;
  /** Resolves when such a page has heard the last word of what `say` set last. */
  ended(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The fake device plays by the clock: where the machine is busy it drops what it is late with, and the words come in broken. So the
 * page opens that device, and then hears the same file from a node of the very graph that records: late perhaps, but every sample.
 * Silence goes on after the last word, as in a room. What is to be done before that silence ends the recording, the page does itself, at
 * `globalThis.atLastWord`: from here it could come too late.
 */
const WHOLE = `
  AudioContext.prototype.createMediaStreamSource = function () {
    const room = new ConstantSourceNode(this, { offset: 0 });
    const heard = new GainNode(this);
    room.connect(heard);
    room.start();
    void (async () => {
      const bytes = Uint8Array.from(atob(await globalThis.microphoneSound()), (letter) => letter.charCodeAt(0));
      const buffer = await this.decodeAudioData(bytes.buffer);
      const source = new AudioBufferSourceNode(this, { buffer });
      source.onended = () => {
        globalThis.atLastWord?.();
        globalThis.atLastWord = undefined;
        void globalThis.microphoneFellSilent();
      };
      source.connect(heard);
      const lastWord = buffer.getChannelData(0).findLastIndex((sample) => Math.abs(sample) > 0.02);
      source.start(0, 0, Math.max(0, lastWord) / buffer.sampleRate);
    })();
    return heard;
  };
`;

export async function startTalker(): Promise<Talker> {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-talk-'));
  const microphone = join(folder, 'microphone.wav');
  await copyFile(`${SPEECH}silence.wav`, microphone);
  let saidAll: () => void = () => undefined;
  let said = Promise.resolve();
  return {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${microphone}%noloop`,
    ],
    async say(file) {
      await copyFile(SPEECH + file, microphone);
      said = new Promise((resolve) => (saidAll = resolve));
    },
    async speakWholeTo(page) {
      await page.exposeFunction('microphoneSound', () => readFile(microphone, 'base64'));
      await page.exposeFunction('microphoneFellSilent', () => saidAll());
      await page.addInitScript(WHOLE);
    },
    ended: () => said,
    close: () => rm(folder, { recursive: true, force: true }),
  };
}

export const modelRow = (page: Page, name: string): Locator =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name, exact: true }) });

/** Brings the tiny test model from disk into the row of that name. */
export async function bringWhisper(page: Page, name = 'Whisper tiny', files: string | string[] = WHISPER_FILES): Promise<void> {
  await page.getByRole('link', { name: 'Models and privacy', exact: true }).first().click();
  const row = modelRow(page, name);
  const chooser = page.waitForEvent('filechooser');
  await row
    .getByRole('button', { name: typeof files === 'string' && !files.endsWith('.zip') ? 'Choose a folder' : 'Choose files' })
    .click();
  await (await chooser).setFiles(files);
  await row.getByText(/^On this device/).waitFor();
}

/** Whether the service worker keeps the worker that writes down, and what it runs on. */
export const keptEngine = (on: Page) =>
  on.evaluate(async () => {
    const kept = await (await caches.open('sotto-engine')).keys();
    return [/\/whisper\.worker[^/]*$/, /\/ort-[^/]*$/].map((file) => kept.some(({ url }) => file.test(url)));
  });
