// One durable edit and one opening, in a real Chromium on IndexedDB, at several sizes: an edit beside saving the whole file in the same run.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { median, spreadOf, type Comparison } from './measure.ts';
import type { Timing } from './talking.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Told {
  count: number;
  fileBytes: number;
  opening: number[];
  edit: number[];
  editBytes: number[];
  whole: number[];
}

const KIB = 1024;
const mebibytes = (bytes: number) => (bytes / KIB / KIB).toFixed(1);

export async function benchStorage(): Promise<{ results: Comparison[]; timings: Timing[] }> {
  const told = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/bench-storage.ts'], { cwd: root });
  const sizes = JSON.parse(told.stdout.trim().split('\n').at(-1) ?? '') as Told[];
  const rows = ({ count }: Told) => `${count.toLocaleString('en')} rows`;
  const results = sizes.flatMap((size): Comparison[] => [
    {
      name: `one durable edit in ${rows(size)}`,
      alternative: `the whole file of ${mebibytes(size.fileBytes)} MiB saved as one record`,
      bar: null,
      ratio: median(size.edit) / median(size.whole),
      ours: median(size.edit),
      theirs: median(size.whole),
      unit: 'ms',
      spread: spreadOf(size.edit),
    },
    {
      name: `written by one edit in ${rows(size)}, at most`,
      alternative: 'the whole file',
      bar: null,
      ratio: Math.max(...size.editBytes) / size.fileBytes,
      ours: Math.max(...size.editBytes) / KIB,
      theirs: size.fileBytes / KIB,
      unit: 'KiB',
      spread: 0,
    },
  ]);
  const timings = sizes.map((size): Timing => ({ name: `start to ready, ${rows(size)}`, total: median(size.opening), parts: {} }));
  return { results, timings };
}
