// Holds the house's one-way flow: each room uses only rooms to its left (docs/architecture.md).
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Left to right. Rooms in one column do not know each other, except `app` which composes. */
const COLUMNS = [
  ['base'],
  ['rpc', 'trace', 'strings'],
  ['ledger', 'models'],
  ['import', 'ask', 'voice', 'language'],
  ['app'],
  ['ui', 'cli'],
  ['main'],
];
const columnOf = (room: string) => COLUMNS.findIndex((rooms) => rooms.includes(room));

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesUnder(path);
    return /\.(ts|svelte)$/.test(entry.name) ? [path] : [];
  });
}

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom\s*|\bimport\s*\(?\s*)['"](\.[^'"]+)['"]/g)].map((match) => match[1] ?? '');

/** `src/ask/plan/x.ts` is in room `ask`; `src/main.ts` is the room `main`. */
const roomOf = (file: string): string => (relative(join(root, 'src'), file).split(sep)[0] ?? '').replace(/\.ts$/, '');

const crossings = filesUnder(join(root, 'src')).flatMap((file) =>
  importsOf(file)
    .map((target) => resolve(dirname(file), target))
    .map((target) => ({ file: relative(root, file), target: relative(root, target), from: roomOf(file), to: roomOf(target) })),
);

test('every room stands in the picture', () => {
  const rooms = new Set(filesUnder(join(root, 'src')).map(roomOf));
  expect([...rooms].filter((room) => columnOf(room) < 0)).toEqual([]);
});

test('imports point one way', () => {
  const wrong = crossings.filter(({ from, to, target }) => {
    if (target.startsWith('..') || !target.startsWith('src')) return !target.startsWith('package.json');
    return from !== to && columnOf(to) >= columnOf(from);
  });
  expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});

test('only src/app/workers.ts starts a worker', () => {
  const starters = filesUnder(join(root, 'src')).filter((file) => /new\s+(Shared)?Worker\s*\(/.test(readFileSync(file, 'utf8')));
  expect(starters.map((file) => relative(root, file)).filter((file) => file !== join('src', 'app', 'workers.ts'))).toEqual([]);
});

test('the ledger has never heard of a question', () => {
  expect(crossings.filter(({ from, to }) => from === 'ledger' && ['ask', 'import', 'voice'].includes(to))).toEqual([]);
});

test('components draw values: no worker, SQL or protocol in src/ui', () => {
  const wrong = crossings.filter(({ from, to, target }) => from === 'ui' && (to === 'rpc' || target.endsWith('workers.ts')));
  expect(wrong.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
});
