// What the app is built of: every package pinned by its hash and told in docs/dependencies.md, every wasm file by its hash, and a build
// that is the same bit for bit when it is made again.
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

interface Locked {
  version?: string;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
}
const json = <T>(name: string) => JSON.parse(readFileSync(join(root, name), 'utf8')) as T;
const locked = Object.entries(json<{ packages: Record<string, Locked> }>('package-lock.json').packages).filter(([path]) => path !== '');
const manifest = json<{ dependencies: Record<string, string>; devDependencies: Record<string, string> }>('package.json');
const told = readFileSync(join(root, 'docs/dependencies.md'), 'utf8');

test('every package is pinned by its SHA-512, and none comes from anywhere but the registry', () => {
  expect(locked.length).toBeGreaterThan(100);
  expect(locked.filter(([, { integrity }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity ?? '')).map(([path]) => path)).toEqual([]);
  const elsewhere = locked.filter(
    ([, { resolved = 'https://registry.npmjs.org/' }]) => !resolved.startsWith('https://registry.npmjs.org/'),
  );
  expect(elsewhere.map(([path]) => path)).toEqual([]);
  const asked = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
  expect(asked.filter(([, version]) => !/^(npm:@[\w/-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version)).map(([name]) => name)).toEqual([]);
});

test('package.json and docs/dependencies.md name the same packages', () => {
  const rows = told.slice(0, told.indexOf('## Overrides')).matchAll(/^\| (`[^|]+`) \|/gm);
  const named = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name));
  expect(named.sort()).toEqual(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }).sort());
});

test('only the packages that docs/dependencies.md tells of run a script when they are installed', () => {
  const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true);
  expect(scripted.map(([path]) => path.replace(/^.*node_modules\//, ''))).toEqual(['esbuild', 'protobufjs']);
});

test('each advisory is answered for the version that is pinned', () => {
  const rows = [...told.slice(told.indexOf('## Advisories')).matchAll(/^\| `([^`]+)` (\S+) \|/gm)];
  expect(rows.length).toBeGreaterThan(5);
  const versions = new Map(locked.map(([path, { version }]) => [path, version]));
  expect(rows.filter(([, name, version]) => versions.get(`node_modules/${name}`) !== version).map(([, name]) => name)).toEqual([]);
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
