// One durable edit, in a real Chromium: against saving the whole file, and against the official SQLite WASM build on OPFS. It needs a
// browser, so it runs as a program of its own and hands its times back.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { SqlEngine } from '../../ledger/sql-js-database.ts';
import { inventedLedger } from './importing.ts';
import { median, spreadOf, type Comparison } from './measure.ts';
import type { Timing } from './talking.ts';

const root = fileURLToPath(new URL('../../..', import.meta.url));

interface Told {
  ours: number[];
  bytes: number[];
  whole: number[];
  wholeBytes: number;
  opfs: number[];
  start: number[];
}

export async function benchEdits(engine: SqlEngine, count: number): Promise<{ results: Comparison[]; timings: Timing[] }> {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-bench-'));
  try {
    const file = join(folder, 'ledger.sqlite');
    writeFileSync(file, (await inventedLedger(engine, count)).export());
    const { stdout } = await promisify(execFile)(process.execPath, ['--import', 'tsx', 'tests/support/bench-edits.ts', file], {
      cwd: root,
    });
    return told(JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Told, `${count.toLocaleString('en')} rows`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function told({ ours, bytes, whole, wholeBytes, opfs, start }: Told, rows: string): { results: Comparison[]; timings: Timing[] } {
  const line = (name: string, mine: number[], theirs: number[], alternative: string, unit: Comparison['unit']): Comparison => ({
    name: `${name} in a ledger of ${rows}`,
    alternative,
    bar: null,
    ratio: median(mine) / median(theirs),
    ours: median(mine),
    theirs: median(theirs),
    unit,
    spread: spreadOf(mine),
  });
  const edit = 'a row recategorised, journalled and durable,';
  return {
    results: [
      line(edit, ours, whole, 'one UPDATE, then the whole file into IndexedDB', 'ms'),
      line(edit, ours, opfs, 'one UPDATE by the official SQLite WASM build on OPFS', 'ms'),
      line('bytes written by that edit', bytes.map((each) => each / 1e6), [wholeBytes / 1e6], 'the whole file', 'MB'),
    ], // prettier-ignore
    timings: [{ name: `opening a kept ledger of ${rows} in Chromium`, total: median(start), parts: {} }],
  };
}
