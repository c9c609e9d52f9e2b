// The build measures what a first visit loads: what is imported outright counts, what is fetched at first use does not.
import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { measureFirstLoad } from '../../budget.ts';

const dist = mkdtempSync(join(tmpdir(), 'sotto-dist-'));
afterAll(() => rmSync(dist, { recursive: true }));

/** Noise does not shrink, so its size gzipped is known within a few bytes. */
const noise = (bytes: number) => `/*${randomBytes(bytes).toString('latin1').replaceAll('*', '+')}*/`;

test('a page counts with what it imports, the worker with its SQLite, and nothing fetched later', () => {
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'index.html'), '<script type="module" crossorigin src="./assets/index-a.js"></script>');
  const files = {
    'index-a.js': `import{a}from"./shared-b.js";import"./side-c.js";const later=()=>import("./later-d.js");`,
    'shared-b.js': noise(1000),
    'side-c.js': '',
    'later-d.js': noise(90_000),
    'ledger.worker-e.js': 'import * as x from "./shared-b.js"',
    'sql-wasm-f.wasm': noise(5000),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(dist, 'assets', name), text, 'latin1');
  const load = measureFirstLoad(dist);
  expect(load.files.map(({ name }) => name)).toEqual([
    'index-a.js',
    'shared-b.js',
    'side-c.js',
    'ledger.worker-e.js',
    'shared-b.js',
    'sql-wasm-f.wasm',
  ]);
  expect(load.firstPaint).toBeGreaterThan(1000);
  expect(load.firstPaint).toBeLessThan(2000);
  expect(load.withDatabase - load.firstPaint).toBeGreaterThan(6000);
});

test('a folder that is no build is refused', () => {
  writeFileSync(join(dist, 'index.html'), '<p>nothing</p>');
  expect(() => measureFirstLoad(dist)).toThrow(/holds no page/);
});
