// A file of SQLite with pages that are gone, filled with zeros. SQLite refuses such a page where it expects a node of a tree, but takes
// the zeros for text where the end of a long row should lie (an overflow page). So a page with a row that runs on into a hole is made
// a hole as well, and a question is answered rightly or not at all. https://www.sqlite.org/fileformat2.html, sections 1.6 and 1.7.
import { PAGE_SIZE } from './page-store.ts';

const TABLE_LEAF = 13;
const INDEX_LEAF = 10;
const INDEX_NODE = 2;
/** The first page begins with the header of the file; one byte of it says how many bytes each page leaves unused. */
const FILE_HEADER = 100;
const UNUSED_AT = 20;

/** `holes` are numbers of pages from 0, filled with zeros; those that must be follow them. Any bytes will do: what looks like a row counts as one. */
export function spreadHoles(bytes: Uint8Array, holes: ReadonlySet<number>): void {
  if (!holes.size || holes.has(0)) return; // without its first page SQLite reads nothing
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const gone = new Set(holes);
  const pages = bytes.length / PAGE_SIZE;
  for (let before = 0; before !== gone.size;) {
    before = gone.size;
    for (let page = 0; page < pages; page += 1) {
      if (gone.has(page) || !continuesOf(view, page).some((next) => leadsInto(view, next, gone))) continue;
      bytes.fill(0, page * PAGE_SIZE, (page + 1) * PAGE_SIZE);
      gone.add(page);
    }
  }
}

/** Follows the chain of overflow pages from this one. */
function leadsInto(view: DataView, first: number, gone: ReadonlySet<number>): boolean {
  const pages = view.byteLength / PAGE_SIZE;
  let page = first;
  for (let steps = 0; page >= 0 && steps <= pages; steps += 1) {
    if (page >= pages || gone.has(page)) return true;
    page = view.getUint32(page * PAGE_SIZE) - 1;
  }
  return false;
}

/** Where the rows of a leaf, or the keys of an index, that are too long for their page go on. */
function continuesOf(view: DataView, page: number): number[] {
  const start = page * PAGE_SIZE;
  const head = start + (page === 0 ? FILE_HEADER : 0);
  const kind = view.getUint8(head);
  if (kind !== TABLE_LEAF && kind !== INDEX_LEAF && kind !== INDEX_NODE) return [];
  const usable = PAGE_SIZE - view.getUint8(UNUSED_AT);
  const most = kind === TABLE_LEAF ? usable - 35 : Math.floor(((usable - 12) * 64) / 255) - 23;
  const least = Math.floor(((usable - 12) * 32) / 255) - 23;
  const cells = head + (kind === INDEX_NODE ? 12 : 8);
  const count = Math.min(view.getUint16(head + 3), Math.floor((start + PAGE_SIZE - cells) / 2));
  const found: number[] = [];
  for (let cell = 0; cell < count; cell += 1) {
    const at = start + view.getUint16(cells + 2 * cell) + (kind === INDEX_NODE ? 4 : 0);
    const size = numberAt(view, at);
    if (size.value <= most) continue;
    const payload = kind === TABLE_LEAF ? numberAt(view, size.end).end : size.end;
    const fitting = least + ((size.value - least) % (usable - 4));
    const link = payload + (fitting <= most ? fitting : least);
    if (link + 4 <= start + PAGE_SIZE) found.push(view.getUint32(link) - 1);
  }
  return found;
}

/** SQLite's number of one to nine bytes; beyond the end of the bytes it is 0. */
function numberAt(view: DataView, at: number): { value: number; end: number } {
  let value = 0;
  for (let end = at; end < at + 9 && end < view.byteLength; end += 1) {
    const byte = view.getUint8(end);
    if (end === at + 8) return { value: value * 256 + byte, end: end + 1 };
    value = value * 128 + (byte & 127);
    if (byte < 128) return { value, end: end + 1 };
  }
  return { value: 0, end: at };
}
