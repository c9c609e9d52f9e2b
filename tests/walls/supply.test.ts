// What the app is built of: every wasm file by its hash, and a build that is the same bit for bit when it is made again.
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, expect, test, vi } from 'vitest';
import { build } from 'vite';
import { strangers } from '../../pins.ts';
import { fetchPinned, sha256Hex } from '../../src/base/pinned.ts';
import pins from '../../src/base/wasm-pins.json' with { type: 'json' };

const root = fileURLToPath(new URL('../..', import.meta.url));
const sqlWasm = readFileSync(`${root}/node_modules/sql.js/dist/sql-wasm.wasm`);

afterEach(() => void vi.restoreAllMocks());

test('the build takes wasm files that are listed, and no other, no altered and no missing one', () => {
  const listed = { 'sql-wasm': pins['sql-wasm'] };
  const file = (name: string, bytes: Uint8Array) => new Map([[`assets/${name}`, bytes]]);
  expect(strangers(file('sql-wasm-CXIAVl5-.wasm', sqlWasm), listed)).toEqual([]);
  const altered = Uint8Array.from(sqlWasm);
  altered[1000] = (altered[1000] ?? 0) ^ 1;
  expect(strangers(file('sql-wasm-CXIAVl5-.wasm', altered), listed)).toEqual([
    expect.stringContaining('sql-wasm-CXIAVl5-.wasm has the hash'),
  ]);
  expect(strangers(file('other-CXIAVl5-.wasm', sqlWasm), listed)).toHaveLength(2);
  expect(strangers(new Map(), listed)).toEqual(['sql-wasm is not in the build']);
});

test('SQLite runs only if it is the file of the build', async () => {
  const serve = (bytes: Uint8Array) => vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(bytes as Uint8Array<ArrayBuffer>));
  serve(sqlWasm);
  expect(await sha256Hex(await fetchPinned('x', 'sql-wasm'))).toBe(pins['sql-wasm']);
  serve(sqlWasm.subarray(1));
  await expect(fetchPinned('x', 'sql-wasm')).rejects.toMatchObject({ code: 'app-altered' });
});

/** Every file of a build with its hash. */
async function hashesOfBuild(): Promise<Record<string, string>> {
  const outDir = mkdtempSync(join(tmpdir(), 'sotto-build-'));
  await build({ root, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const files = readdirSync(outDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const hashes = files.map(({ parentPath, name }) => {
    const path = join(parentPath, name);
    return [relative(outDir, path), createHash('sha256').update(readFileSync(path)).digest('hex')] as const;
  });
  rmSync(outDir, { recursive: true });
  return Object.fromEntries(hashes.sort());
}

test.runIf(process.env['SOTTO_WALLS'] === 'whole')('two clean builds are equal, bit for bit', async () => {
  const first = await hashesOfBuild();
  expect(Object.keys(first).length).toBeGreaterThan(30);
  expect(await hashesOfBuild()).toEqual(first);
});
