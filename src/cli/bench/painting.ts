// From Enter to the painted answer with its chart, and what blocks typing and scrolling, in a real Chromium on the built app.
import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median } from './measure.ts';
import type { Timing } from './talking.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Told {
  rows: number;
  painted: number[];
  typing: number[];
  scrolling: number[];
  /** The longest task each, in the processor's time and not the clock's. */
  processor: { typing: number; scrolling: number };
}

const atShare = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

/** Milliseconds; asked for is 100 at the 95th percentile, and no task above 50 while typing and scrolling. */
export async function benchPainting(): Promise<Timing[]> {
  if (!existsSync(`${root}dist/index.html`)) {
    console.log('painting: not measured, there is no dist/ (npx vite build)');
    return [];
  }
  const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/bench-painting.ts'], { cwd: root });
  const { rows, painted, typing, scrolling, processor } = JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told;
  const count = rows.toLocaleString('en');
  return [
    {
      name: `Enter to painted answer with chart on ${count} rows, 95th percentile, asked at most 100`,
      total: atShare(painted, 0.95),
      parts: { median: median(painted), slowest: Math.max(...painted) },
    },
    {
      name: `longest task while typing and scrolling on ${count} rows, asked at most 50`,
      total: Math.max(0, ...typing, ...scrolling),
      parts: {
        typing: Math.max(0, ...typing),
        scrolling: Math.max(0, ...scrolling),
        'of the processor, typing': processor.typing,
        'of the processor, scrolling': processor.scrolling,
      },
    },
  ];
}
