// Every record of a locked ledger, sealed: a chunk with its number and the generation that wrote it, a patch with its generation,
// the head as such. The head, which only the key can write, names those generations; so an old block put back does not open.
import { asHead, type Coder } from '../store/coder.ts';
import { PAGE_SIZE } from '../store/page-store.ts';
import { each } from '../store/record-page-store.ts';
import { damaged, type Batch, type Chunk, type Head, type Patch } from '../store/records.ts';
import type { HeldKey, Lock } from './lock.ts';
import { seal, unseal } from './sealing.ts';

interface SealedHead extends Head {
  /** The generation that wrote each chunk. */
  born: Uint32Array<ArrayBuffer>;
}

/** `lock` is written beside the first records. */
export const sealedCoder = ({ id, key }: HeldKey, lock: Lock): Coder => ({
  async openHead(stored) {
    return readHead(await opened(key, stored, headPlace(id)));
  },

  async openChunk(stored, number, head) {
    return { bytes: await opened(key, stored, chunkPlace(id, number, bornOf(head)[number] ?? 0)) };
  },

  async openPatch(stored, generation) {
    return readPatch(await opened(key, stored, patchPlace(id, generation)));
  },

  async encode({ head, chunks, patches, chunksUntil, folds }: Batch, before) {
    const { generation } = head;
    const born = new Uint32Array(head.sums.length);
    if (before) born.set(bornOf(before).subarray(0, born.length));
    for (const [number] of chunks) born[number] = generation;
    return {
      head: await seal(key, writeHead({ ...head, born }), headPlace(id)),
      chunks: await each(chunks, ({ bytes }: Chunk, number) => seal(key, bytes, chunkPlace(id, number, generation))),
      patches: await each(patches, (patch, at) => seal(key, writePatch(patch), patchPlace(id, at))),
      chunksUntil,
      folds,
      ...(before ? {} : { lock }),
    };
  },

  markOf(stored) {
    if (stored === null) return '';
    const { iv } = Object(stored) as { iv?: unknown };
    return iv instanceof Uint8Array ? iv.join(' ') : 'strange';
  },
});

const headPlace = (id: string) => `head ${id}`;
const chunkPlace = (id: string, number: number, born: number) => `chunk ${id} ${number} ${born}`;
const patchPlace = (id: string, generation: number) => `patch ${id} ${generation}`;

const bornOf = (head: Head): Uint32Array<ArrayBuffer> => (head as SealedHead).born;

async function opened(key: CryptoKey, stored: unknown, place: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await unseal(key, stored, place);
  if (!bytes) throw damaged(`what lies at "${place}" is not what was written`);
  return bytes;
}

/** Its numbers as JSON behind their length, then the sums and the generations of the chunks. */
function writeHead({ sums, born, ...rest }: SealedHead): Uint8Array<ArrayBuffer> {
  const text = new TextEncoder().encode(JSON.stringify({ ...rest, chunks: sums.length }));
  const bytes = new Uint8Array(4 + text.length + 8 * sums.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, text.length);
  bytes.set(text, 4);
  const at = 4 + text.length;
  for (const [number, sum] of sums.entries()) view.setUint32(at + 4 * number, sum);
  for (const [number, generation] of born.entries()) view.setUint32(at + 4 * (sums.length + number), generation);
  return bytes;
}

function readHead(bytes: Uint8Array<ArrayBuffer>): SealedHead {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const length = view.getUint32(0);
  const { chunks, ...rest } = JSON.parse(new TextDecoder().decode(bytes.subarray(4, 4 + length))) as Head & { chunks: number };
  const numbers = (from: number) => Uint32Array.from({ length: chunks }, (_, number) => view.getUint32(from + 4 * number));
  const at = 4 + length;
  const head = asHead({ ...rest, sums: numbers(at) });
  return { ...head, born: numbers(at + 4 * chunks) };
}

/** How many pages, their numbers, and then the pages. */
function writePatch({ pages, bytes }: Patch): Uint8Array<ArrayBuffer> {
  const written = new Uint8Array(4 + 4 * pages.length + bytes.length);
  const view = new DataView(written.buffer);
  view.setUint32(0, pages.length);
  for (const [at, page] of pages.entries()) view.setUint32(4 + 4 * at, page);
  written.set(bytes, 4 + 4 * pages.length);
  return written;
}

function readPatch(written: Uint8Array<ArrayBuffer>): Patch {
  const view = new DataView(written.buffer, written.byteOffset, written.length);
  const count = view.getUint32(0);
  const pages = Array.from({ length: count }, (_, at) => view.getUint32(4 + 4 * at));
  const bytes = written.slice(4 + 4 * count);
  if (bytes.length !== count * PAGE_SIZE) throw damaged('a patch has another number of pages than it says');
  return { pages, bytes };
}
