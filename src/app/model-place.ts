// Where models of every kind are kept in this browser, and by what they are fetched.
import { cacheShelf } from '../models/shelf.ts';
import { ModelStore } from '../models/store.ts';
import { controlled } from './controlled.ts';
import type { Device } from './device.svelte.ts';
import type { ModelParts } from './model-rows.svelte.ts';

export const modelPlace = (device: Device): Omit<ModelParts, 'onstored' | 'onready'> => ({
  store: new ModelStore(cacheShelf(caches)),
  fetch: (path, init) => fetch(new URL(path, document.baseURI), init),
  porter: controlled,
  locks: navigator.locks,
  shelf: localStorage,
  clock: () => performance.now(),
  keep: () => device.keep(),
});
