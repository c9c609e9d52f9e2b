// A file that was read before, brought to what the store holds now by the patches committed since. That it is the same file is not
// guessed from sums: every generation since must have been a patch, and the head must still name each chunk and patch that was read.
import { PAGE_SIZE, type StoredImage } from './page-store.ts';
import { damaged, patchSum, sealed, type Head, type Patch } from './records.ts';

export interface Advance {
  /** Under which the file was read. */
  known: Head;
  /** As it is now. */
  head: Head;
  /** The patches of generations after `known`, in their order. */
  since: readonly (readonly [number, Patch])[];
}

/** The same object when nothing was committed since; null when patches alone do not lead there. Throws `ledger-damaged`. */
export function advance(before: StoredImage, { known, head, since }: Advance): StoredImage | null {
  if (sealed(head).seal !== head.seal) throw damaged('its head is not what was written');
  if (!continues(known, head)) return null;
  const wanted = head.patches.slice(known.patches.length);
  if (since.length !== wanted.length) throw damaged(`it has ${since.length} new patches, not ${wanted.length}`);
  if (!wanted.length) return before;
  const bytes = new Uint8Array(head.size);
  bytes.set(before.bytes);
  const grown = new Set<number>();
  for (const [at, [generation, patch]] of since.entries()) {
    const expected = wanted[at];
    if (generation !== expected?.generation || patchSum(patch) !== expected.sum)
      throw damaged(`patch ${generation} is not what was written`);
    for (const [place, page] of patch.pages.entries()) {
      if ((page + 1) * PAGE_SIZE > head.size) throw damaged('a block lies outside the file');
      bytes.set(patch.bytes.subarray(place * PAGE_SIZE, (place + 1) * PAGE_SIZE), page * PAGE_SIZE);
      if (page * PAGE_SIZE >= before.bytes.length) grown.add(page);
    }
  }
  if (before.bytes.length + grown.size * PAGE_SIZE !== head.size) throw damaged('pages are missing');
  return { generation: head.generation, bytes };
}

/** Whether everything that was read still counts, and all that came since are patches. */
function continues(known: Head, head: Head): boolean {
  const commits = head.generation - known.generation;
  return (
    commits >= 0 &&
    head.patches.length - known.patches.length === commits &&
    head.size >= known.size &&
    head.sums.length === known.sums.length &&
    head.sums.every((sum, at) => sum === known.sums[at]) &&
    known.patches.every(({ generation, sum }, at) => head.patches[at]?.generation === generation && head.patches[at].sum === sum)
  );
}
