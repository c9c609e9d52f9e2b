// Build and serve. The page, its workers and its service worker are built from here; `vite preview` is what `npm start` runs.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { defineConfig, type Plugin } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { budget } from './budget.ts';
import { wasmPins } from './pins.ts';
import { headersFile, headersOf, metaPolicy } from './src/app/policy.ts';

/** The walls of src/app/policy.ts, on every way the built app is served. */
const walls = (): Plugin => ({
  name: 'sotto-walls',
  apply: (_, { command, isPreview }) => command === 'build' || isPreview === true,
  configurePreviewServer(server) {
    server.middlewares.use((request: IncomingMessage, response: ServerResponse, next: () => void) => {
      const { pathname } = new URL(request.url ?? '/', 'http://here');
      for (const [name, value] of Object.entries(headersOf(pathname))) response.setHeader(name, value);
      next();
    });
  },
  transformIndexHtml: () => [
    { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: metaPolicy }, injectTo: 'head-prepend' },
  ],
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: '_headers', source: headersFile() });
  },
});

const port = Number(process.env['PORT'] ?? 4173);

export default defineConfig({
  base: './',
  plugins: [
    svelte(),
    walls(),
    budget(),
    wasmPins(),
    VitePWA({
      strategies: 'injectManifest',
      srcDir: 'workers',
      filename: 'sw.ts',
      injectRegister: false,
      manifest: false,
      injectManifest: {
        rollupFormat: 'iife',
        globPatterns: ['**/*.{js,mjs,css,html,wasm,svg,png,webmanifest}'],
        maximumFileSizeToCacheInBytes: 32 * 1024 * 1024, // the voice engine's wasm is listed; workers/sw.ts keeps it only once it is used
      },
    }),
  ],
  worker: { format: 'es' },
  build: {
    target: 'es2022',
    modulePreload: { polyfill: false },
    // What stands before the first paint is one file: twenty small ones take a phone a second longer.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', tags: ['$initial'] }] } } },
  },
  preview: { host: 'localhost', port, strictPort: process.env['PORT'] !== undefined },
});
