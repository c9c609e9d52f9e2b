// The built app on a host that sets no headers at all, or those of src/app/policy.ts; it remembers every path that it was asked for.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { headersOf } from '../../src/app/policy.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.mjs': 'text/javascript',
  '.css': 'text/css',
  '.wasm': 'application/wasm',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

export interface StaticHost {
  url: string;
  /** "GET /path?query", in order; without the browser's own look, at a time it chooses, whether the service worker's script changed. */
  heard: string[];
  close(): Promise<void>;
}

const packs = new Map<string, Buffer>();
const packed = (file: string): Buffer => {
  const bytes = packs.get(file) ?? gzipSync(readFileSync(file));
  packs.set(file, bytes);
  return bytes;
};

/** The app stands under /sotto/, as on a host that serves other things too. `instead`: what stands in the place of a file that was built. */
export async function serveDist(walls: boolean, instead: (path: string) => string | Uint8Array | null = () => null): Promise<StaticHost> {
  if (!existsSync(join(dist, 'index.html'))) throw new Error('no dist/index.html: run `npx vite build` first');
  const heard: string[] = [];
  const server = createServer((request, response) => {
    const looksForUpdate = request.headers['service-worker'] === 'script' && request.url === '/sotto/sw.js';
    if (!looksForUpdate) heard.push(`${request.method} ${request.url}`);
    const { pathname } = new URL(request.url ?? '/', 'http://here');
    const inside = normalize(pathname).replace(/^\/sotto\/$/, '/sotto/index.html');
    const file = join(dist, inside.replace(/^\/sotto\//, ''));
    if (!inside.startsWith('/sotto/') || !existsSync(file) || !statSync(file).isFile()) {
      response.writeHead(404).end();
      return;
    }
    const said = walls ? headersOf(pathname) : {};
    const type = TYPES[extname(file)] ?? 'application/octet-stream';
    const other = instead(inside);
    const shrinks = other === null && !type.startsWith('image/png') && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    response.writeHead(200, { ...said, 'Content-Type': type, ...(shrinks ? { 'Content-Encoding': 'gzip' } : {}) });
    response.end(other ?? (shrinks ? packed(file) : readFileSync(file)));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/sotto/`,
    heard,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
