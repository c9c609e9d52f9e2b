// Talking, in a real Chromium on the built app: it needs a browser, so it runs as a program of its own and hands its times back.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, spreadOf, type Comparison } from './measure.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

/** A time without an alternative, with the parts that it is made of, in milliseconds. */
export interface Timing {
  name: string;
  total: number;
  parts: Record<string, number>;
}

interface Told {
  paths: { ours: number[]; bare: number[] };
  firstWords: { pause: number; decoding: number; answering: number }[];
}

export async function benchTalking(): Promise<{ comparison: Comparison; timing: Timing } | null> {
  if (!existsSync(`${root}dist/index.html`)) {
    console.log('talking: not measured, there is no dist/ (npx vite build)');
    return null;
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/bench-talking.ts'], { cwd: root });
  const { paths, firstWords } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told;
  const ratios = paths.ours.map((took, at) => took / (paths.bare[at] ?? Number.NaN));
  const part = (name: keyof Told['firstWords'][number]) => median(firstWords.map((each) => each[name]));
  const parts = { 'pause that ends speech': part('pause'), decoding: part('decoding'), 'question to voice': part('answering') };
  return {
    comparison: {
      name: 'speech to words, tiny model, in Chromium',
      alternative: 'a bare pipeline() call on the same sound in the same worker',
      bar: 1.05,
      ratio: median(ratios), // of neighbours in time, so that a busy machine slows both alike
      ours: median(paths.ours),
      theirs: median(paths.bare),
      unit: 'ms',
      spread: spreadOf(paths.ours),
    },
    timing: { name: 'end of speech to first word spoken, tiny model', total: Object.values(parts).reduce((a, b) => a + b, 0), parts },
  };
}
