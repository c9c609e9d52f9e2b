// The app's own WebAssembly, held against the hash that stands in wasm-pins.json before it runs; pins.ts holds the build to the same list.
import { AppError } from './errors.ts';
import pins from './wasm-pins.json' with { type: 'json' };

export async function sha256Hex(bytes: BufferSource): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The bytes at `url`; throws `app-altered` where they are not those that the app was built with. */
export async function fetchPinned(url: string, name: keyof typeof pins): Promise<ArrayBuffer> {
  const bytes = await (await fetch(url)).arrayBuffer();
  if ((await sha256Hex(bytes)) === pins[name]) return bytes;
  await forget(url);
  throw new AppError('app-altered', `${name} is not the file that Sotto was built with`);
}

/** What the service worker kept of it, so that the next try asks the host anew. */
async function forget(url: string): Promise<void> {
  if (!('caches' in globalThis)) return;
  for (const name of await caches.keys()) await (await caches.open(name)).delete(url, { ignoreSearch: true });
}
