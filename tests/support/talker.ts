// Speaks into a browser's microphone: a fake device that plays a WAV file, which can be another one each time it is opened.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
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
  close(): Promise<void>;
}

export async function startTalker(): Promise<Talker> {
  const folder = await mkdtemp(join(tmpdir(), 'sotto-talk-'));
  const microphone = join(folder, 'microphone.wav');
  await copyFile(`${SPEECH}silence.wav`, microphone);
  return {
    args: [
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      `--use-file-for-fake-audio-capture=${microphone}%noloop`,
    ],
    say: (file) => copyFile(SPEECH + file, microphone),
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
