// Whether a file is what it should be, and by whose word. A hash comes from the catalogue's named source, from the host itself,
// from the list that came with the model, or from the first time this device saw the file; a page says which. Never from nowhere.
import type { ModelFile } from './catalogue.ts';

/** Whose hash a stored file was found equal to; `first-seen` was recorded here and held ever since. */
export type Vouched = 'catalogue' | 'host' | 'list' | 'first-seen' | 'own-files';

export interface Expected {
  file: ModelFile;
  /** What the host itself says the file's hash is; null where it does not say. */
  hostSha256: string | null;
  /** The hash of this file when this device first had it; null at the first download. */
  seenSha256: string | null;
}

export interface Found {
  bytes: number;
  sha256: string;
  /** Null where nothing asks for it. */
  md5: string | null;
}

export type Verdict = { ok: true; by: Vouched } | { ok: false; why: 'length' | 'hash' };

/**
 * A part that its model's list tells otherwise is damaged, whoever vouches for it. Then the host's own word comes first: the catalogue's
 * copy may be an older revision. A file of the catalogue's length with another hash is damaged; one of another length is another
 * revision, recorded as first seen.
 */
export function judge({ file, hostSha256, seenSha256 }: Expected, { bytes, sha256, md5 }: Found): Verdict {
  if (file.md5 !== undefined && file.bytes !== bytes) return { ok: false, why: 'length' };
  if (file.md5 && file.md5 !== md5) return { ok: false, why: 'hash' };
  if (hostSha256) return hostSha256 === sha256 ? { ok: true, by: 'host' } : { ok: false, why: 'hash' };
  if (file.sha256 === sha256) return { ok: true, by: 'catalogue' };
  if (seenSha256) return seenSha256 === sha256 ? { ok: true, by: 'first-seen' } : { ok: false, why: 'hash' };
  if (file.sha256 && file.bytes === bytes) return { ok: false, why: 'hash' };
  if (file.md5) return { ok: true, by: 'list' };
  return { ok: true, by: 'first-seen' };
}

/** Lower-case hexadecimal SHA-256. The whole file is in memory for a moment, as it is when the model is loaded. */
export async function sha256Of(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer());
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Lower-case hexadecimal MD5: no proof against a forger, but MLC's lists tell it, and it finds what a network spoils. */
export async function md5Of(blob: Blob): Promise<string> {
  const { createMD5 } = await import('hash-wasm'); // only language models have such lists
  const md5 = await createMD5();
  const reader = blob.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return md5.digest();
    md5.update(value);
  }
}
