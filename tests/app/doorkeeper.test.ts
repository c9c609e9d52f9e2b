import { expect, test } from 'vitest';
import { passageOf } from '../../src/app/doorkeeper.ts';
import { headers, headersFile, headersOf, walled } from '../../src/app/policy.ts';

const scope = 'https://sotto.example/app/';
const house = { scope, files: new Set([`${scope}index.html`, `${scope}assets/a.js`]) };
const pass = (path: string, method = 'GET') => passageOf({ url: new URL(path, scope).href, method }, house);

test.each([
  ['', 'index.html'],
  ['?today=2026-03-18', 'index.html'],
  ['index.html?rows=1#rows', 'index.html'],
  ['assets/a.js', 'assets/a.js'],
  ['assets/a.js?rows=1280', 'assets/a.js'],
])('"%s" is the app’s own file, and what it carries stays here', (path, file) => {
  expect(pass(path)).toEqual({ kind: 'own', address: scope + file });
});

test.each(['models/whisper-base/config.json', 'models/x?rows=1'])('"%s" is for the porter to judge', (path) => {
  expect(pass(path)).toEqual({ kind: 'errand' });
});

test.each([
  ['GET', 'rows'],
  ['GET', 'models/../rows'],
  ['GET', 'models%2fx'],
  ['GET', 'assets/'],
  ['GET', 'sw.js'],
  ['GET', '../rows'],
  ['GET', '/app2/index.html'],
  ['GET', 'https://elsewhere.example/app/index.html'],
  ['GET', 'https://sotto.example.evil/app/'],
  ['POST', ''],
  ['HEAD', 'assets/a.js'],
  ['POST', 'models/whisper-base/config.json'],
])('%s "%s" is refused and reaches nobody', (method, path) => {
  expect(pass(path, method)).toMatchObject({ kind: 'refused', status: expect.any(Number) as number });
});

test('what the service worker serves has every wall, and keeps what the file said of itself', async () => {
  const dressed = walled(new Response('x', { headers: { 'Content-Type': 'text/css', 'Content-Security-Policy': 'default-src *' } }));
  for (const [name, value] of Object.entries(headers)) expect(dressed.headers.get(name)).toBe(value);
  expect(dressed.headers.get('Content-Type')).toBe('text/css');
  expect(await dressed.text()).toBe('x');
});

test('the file for static hosts gives each path each header once', () => {
  const rules = headersFile().split(/\n(?=\/)/);
  const said = (path: string) =>
    rules
      .filter((rule) => {
        const pattern = rule.split('\n')[0] ?? '';
        return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
      })
      .flatMap((rule) => [...rule.matchAll(/^ {2}([^:]+): (.*)$/gm)].map(([, name = '', value = '']) => [name, value] as const));
  for (const path of ['/', '/index.html', '/assets/x.js', '/icons/icon.svg', '/manifest.webmanifest', '/sw.js'])
    expect([...said(path)].sort(), path).toEqual(Object.entries(headersOf(path)).sort());
});

test.each([
  ['POST', 'share', 'shared'],
  ['GET', 'share', 'refused'],
  ['PUT', 'share', 'refused'],
  ['POST', 'share?rows=1', 'refused'],
  ['POST', 'share/more', 'refused'],
])('%s "%s" is %s: only the share sheet’s own post is taken', (method, path, kind) => expect(pass(path, method).kind).toBe(kind));
