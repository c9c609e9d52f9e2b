// Bytes -> text without asking: byte order mark, UTF-16 by its NUL pattern, strict UTF-8, what the file declares, then a
// detector whose candidates are weighed by how many known header words each makes readable. Decoded by TextDecoder.
import { weighHeaderWords } from './words/header-words.ts';
import { directionOf, hintOf, isSummary } from './words/row-words.ts';
import type { Reason, Source } from './reading.ts';

export interface Decoded {
  text: string;
  /** A label of the Encoding Standard, lower case. */
  encoding: string;
  source: Source;
  reason: Reason;
}

/** What the preview offers when the person knows better. */
export const ENCODINGS = [
  'utf-8',
  'windows-1252',
  'windows-1250',
  'windows-1251',
  'windows-1257',
  'iso-8859-2',
  'iso-8859-15',
  'windows-1253',
  'windows-1254',
  'windows-1255',
  'windows-1256',
  'koi8-r',
  'ibm866',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'utf-16le',
  'utf-16be',
] as const;

export async function decode(bytes: Uint8Array, chosen?: string): Promise<Decoded> {
  if (chosen) return { text: decodeAs(bytes, chosen), encoding: chosen, source: 'chosen', reason: { code: 'chosen' } };
  const marked = byMark(bytes) ?? byNulPattern(bytes);
  if (marked) return { text: decodeAs(bytes, marked), encoding: marked, source: 'proved', reason: { code: 'mark' } };
  const strict = strictUtf8(bytes);
  if (strict !== null) return { text: strict, encoding: 'utf-8', source: 'proved', reason: { code: 'strict-utf-8' } };
  const declared = declaredEncoding(bytes);
  if (declared)
    return { text: decodeAs(bytes, declared), encoding: declared, source: 'proved', reason: { code: 'declared', text: declared } };
  const encoding = await detect(bytes);
  return { text: decodeAs(bytes, encoding), encoding, source: 'guessed', reason: { code: 'detector', text: encoding } };
}

const decodeAs = (bytes: Uint8Array, label: string): string => new TextDecoder(label).decode(bytes);

function byMark(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return strictUtf8(bytes) === null ? null : 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

/** Text in UTF-16 has NULs at every other place, and at those places only. */
function byNulPattern(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even += 1;
    if (bytes[at + 1] === 0) odd += 1;
  }
  const half = length / 2;
  if (odd > half * 0.3 && even < half * 0.05) return 'utf-16le';
  if (even > half * 0.3 && odd < half * 0.05) return 'utf-16be';
  return null;
}

/** The text when every byte is UTF-8; a last character cut by the end of the file is forgiven. */
function strictUtf8(bytes: Uint8Array): string | null {
  for (let cut = 0; cut < 4 && cut <= bytes.length; cut += 1) {
    if (cut > 0 && (bytes[bytes.length - cut] ?? 0) < 0x80) return null;
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, bytes.length - cut));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
    }
  }
  return null;
}

/** The encoding that an XML declaration or an OFX header names, when it is one that TextDecoder knows. */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('windows-1252').decode(bytes.subarray(0, 1024));
  const xml = /<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]+)["']/i.exec(head)?.[1];
  const page = /CHARSET\s*:\s*(\d{4}|[\w-]+)/i.exec(head)?.[1];
  const label = xml ?? (page && /^\d{4}$/.test(page) ? `windows-${page}` : page);
  if (!label || /^(utf-?8|us-?ascii|none)$/i.test(label)) return null;
  try {
    return new TextDecoder(label).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The parts of a large file that tell most: around its first bytes beyond ASCII. */
function telling(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= 65536) return bytes;
  const first = bytes.findIndex((byte) => byte >= 0x80);
  const from = Math.max(0, first - 2048);
  return from < 16384 ? bytes.subarray(0, 65536) : bytes.subarray(from, from + 65536);
}

async function detect(bytes: Uint8Array): Promise<string> {
  const sample = telling(bytes);
  if (mostlyUtf8(sample)) return 'utf-8';
  const { analyse } = await import('chardet');
  const candidates = new Map<string, number>();
  for (const { name, confidence } of analyse(sample)) {
    const label = labelOf(name);
    if (label) candidates.set(label, Math.max(candidates.get(label) ?? 0, confidence));
  }
  for (const label of ['windows-1252', 'windows-1250', 'windows-1251', 'windows-1257', 'ibm866'])
    if (!candidates.has(label)) candidates.set(label, 5);
  let best = 'windows-1252';
  let bestScore = -Infinity;
  for (const [label, confidence] of candidates) {
    const text = decodeAs(sample, label);
    const score = confidence + weighHeaderWords(text.slice(0, 8192)) + 6 * countRowWords(text) - 3 * oddities(text);
    if (score > bestScore) [best, bestScore] = [label, score];
  }
  return best;
}

/** Cells of the first rows that say something known of money, at most ten: for short files without a header. */
function countRowWords(text: string): number {
  let count = 0;
  for (const cell of text.slice(0, 4096).split(/[;,\t|\r\n"]+/)) {
    const beyond = [...cell].some((char) => char > '~');
    if (beyond && cell.length < 40 && (hintOf(cell) !== 0 || isSummary(cell) || directionOf(cell) !== null)) count += 1;
  }
  return Math.min(count, 10);
}

/** Names of the detector as labels of the Encoding Standard, or null for what TextDecoder cannot read. */
function labelOf(name: string): string | null {
  if (/^(ASCII|UTF-|ISO-2022)/.test(name)) return null;
  try {
    return new TextDecoder(name).encoding;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** Per cent of characters that no bank writes: replacement characters, C1 controls, lone currency and fraction signs in words. */
function oddities(text: string): number {
  let odd = 0;
  let beyond = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x80) continue;
    beyond += 1;
    if (code === 0xfffd || (code < 0xa0 && code >= 0x80) || (code >= 0x2500 && code < 0x25a0) || (code >= 0xe000 && code < 0xf900))
      odd += 1;
  }
  return beyond === 0 ? 0 : (100 * odd) / beyond;
}

/** UTF-8 with a few broken characters: nearly every byte beyond ASCII belongs to a whole sequence. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  let whole = 0;
  let broken = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte < 0x80) continue;
    const more = byte >= 0xf0 ? 3 : byte >= 0xe0 ? 2 : byte >= 0xc2 ? 1 : 0;
    let follow = 0;
    while (follow < more && ((bytes[at + 1 + follow] ?? 0) & 0xc0) === 0x80) follow += 1;
    if (more > 0 && follow === more) whole += 1;
    else broken += 1;
    at += follow;
  }
  return whole >= 4 && broken * 4 <= whole;
}
