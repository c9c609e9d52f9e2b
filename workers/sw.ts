// The service worker: keeps the app's own files so that everything works with the network gone, puts the walls on what it serves,
// fetches model files from their hosts for a page that may not, hands shared files to the page unread, and refuses every other request.
// It never sees a transaction. An update waits until the person takes it.
import { cleanupOutdatedCaches, matchPrecache, precache, type PrecacheEntry } from 'workbox-precaching';
import { passageOf, type House } from '../src/app/doorkeeper.ts';
import { engineAskedFor, type EngineFamily } from '../src/app/keep-engine.ts';
import { walled } from '../src/app/policy.ts';
import { RequestLog } from '../src/app/request-log.ts';
import { ShareDesk } from '../src/app/share-desk.ts';
import { catalogue } from '../src/models/catalogue.ts';
import { runErrand } from '../src/models/porter.ts';

type Entry = PrecacheEntry | string;
declare const self: ServiceWorkerGlobalScope & { __WB_MANIFEST: Entry[] };

/** What runs models, for voice 27 MB and for language 6: most visits never need it, so each is kept from its first use on. */
const ENGINE = 'sotto-engine';
const FAMILIES: Readonly<Record<EngineFamily, RegExp>> = { voice: /\/(ort-|whisper\.worker)[^/]*$/, language: /\/llm\.worker[^/]*$/ };
const addressOf = (entry: Entry) => (typeof entry === 'string' ? entry : entry.url);
const isEngine = (entry: Entry) => Object.values(FAMILIES).some((family) => family.test(addressOf(entry)));
const wholeAddress = (entry: Entry) => new URL(addressOf(entry), self.registration.scope).href;

const entries = self.__WB_MANIFEST;
const engine = new Set(entries.filter(isEngine).map(wholeAddress));
const house: House = { scope: self.registration.scope, files: new Set(entries.map(wholeAddress)) };

const desk = new ShareDesk();

const log = new RequestLog();
const now = () => new Date().toISOString();
const send = (address: string, init: RequestInit) => fetch(address, init);
const fetchModel = log.fetching('model', send, now);
const fetchOwn = log.fetching('app', send, now);

cleanupOutdatedCaches();
const ownFiles = entries.filter((entry) => !isEngine(entry));
precache(ownFiles);

self.addEventListener('install', (event) => event.waitUntil(Promise.all([noteInstalling(), renewEngine()])));
self.addEventListener('activate', (event) => event.waitUntil(Promise.all([self.clients.claim(), forgetOldEngine()])));
self.addEventListener('message', (event) => {
  const asked = engineAskedFor(event.data);
  if (asked) event.waitUntil(keepFamilies([FAMILIES[asked]]));
  else if (event.data === 'take-update') void self.skipWaiting();
  else desk.hand(event.data, event.source);
});
self.addEventListener('fetch', (event) => event.respondWith(answer(event)));

async function answer(event: FetchEvent): Promise<Response> {
  const passage = passageOf(event.request, house);
  if (passage.kind === 'refused') return walled(new Response(passage.why, { status: passage.status }));
  if (passage.kind === 'shared') return desk.take(event.request, house.scope, (until) => event.waitUntil(until));
  if (passage.kind === 'errand') return walled(await runErrand(event.request, house.scope, catalogue, fetchModel));
  return walled(engine.has(passage.address) ? await fromEngine(event, passage.address) : await fromHouse(passage.address));
}

/** A browser may have cleared the cache; then the host is asked once more, for the file and nothing else. */
const fromHouse = async (address: string): Promise<Response> => (await matchPrecache(address)) ?? ask(address);

const ask = (address: string) => fetchOwn(address, { credentials: 'omit', referrerPolicy: 'no-referrer' });

async function fromEngine(event: FetchEvent, address: string): Promise<Response> {
  const cache = await caches.open(ENGINE);
  const kept = await cache.match(address);
  if (kept) return kept;
  const fresh = await ask(address);
  if (fresh.ok) event.waitUntil(cache.put(address, fresh.clone()));
  return fresh;
}

/** The app's own files come with it, from its own host, before any page is answered. */
const noteInstalling = () => log.add({ at: now(), why: 'app', address: house.scope, files: ownFiles.length, status: null, bytes: null });

/** Whoever has used an engine gets a new version's with the new version, so that it goes on working offline. */
async function renewEngine(): Promise<void> {
  const cache = await caches.open(ENGINE);
  const kept = (await cache.keys()).map(({ url }) => url);
  await keepFamilies(Object.values(FAMILIES).filter((family) => kept.some((url) => family.test(url))));
}

async function keepFamilies(families: readonly RegExp[]): Promise<void> {
  const cache = await caches.open(ENGINE);
  for (const url of engine)
    if (families.some((family) => family.test(url)) && !(await cache.match(url))) await cache.put(url, await ask(url));
}

async function forgetOldEngine(): Promise<void> {
  const cache = await caches.open(ENGINE);
  for (const { url } of await cache.keys()) if (!engine.has(url)) await cache.delete(url);
}
