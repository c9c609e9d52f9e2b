// The service worker: keeps the app's own files so that everything works with the network gone, and fetches model files from their
// hosts for a page that may not. It never sees a transaction. An update waits until the person takes it.
import { cleanupOutdatedCaches, precacheAndRoute, type PrecacheEntry } from 'workbox-precaching';
import { catalogue } from '../src/models/catalogue.ts';
import { isErrand, runErrand } from '../src/models/porter.ts';

type Entry = PrecacheEntry | string;
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

/** What runs voice models: 27 MB that most visits never need, so it is kept from its first use on. */
const ENGINE = 'sotto-engine';
const addressOf = (entry: Entry) => (typeof entry === 'string' ? entry : entry.url);
const isEngine = (entry: Entry) => /\/(ort-|whisper\.worker)[^/]*$/.test(addressOf(entry));

const entries = self.__WB_MANIFEST;
const engine = new Set(entries.filter(isEngine).map((entry) => new URL(addressOf(entry), self.registration.scope).href));

cleanupOutdatedCaches();
// one page, whatever the address says after its question mark (?today=, ?source=)
precacheAndRoute(
  entries.filter((entry) => !isEngine(entry)),
  { ignoreURLParametersMatching: [/./] },
);

self.addEventListener('install', (event) => event.waitUntil(renewEngine()));
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), forgetOldEngine()])));
self.addEventListener('message', (event) => {
  if (event.data === 'take-update') void self.skipWaiting();
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { scope } = self.registration;
  if (isErrand(request, scope)) event.respondWith(runErrand(request, scope, catalogue, fetch));
  else if (engine.has(request.url)) event.respondWith(fromEngine(event));
});

async function fromEngine(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const cache = await caches.open(ENGINE);
  const kept = await cache.match(request.url);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) event.waitUntil(cache.put(request.url, answer.clone()));
  return answer;
}

/** Whoever has used the engine gets a new version's with the new version, so that voice goes on working offline. */
async function renewEngine(): Promise<void> {
  const cache = await caches.open(ENGINE);
  if ((await cache.keys()).length === 0) return;
  for (const url of engine) if (!(await cache.match(url))) await cache.add(url);
}

async function forgetOldEngine(): Promise<void> {
  const cache = await caches.open(ENGINE);
  for (const { url } of await cache.keys()) if (!engine.has(url)) await cache.delete(url);
}
