// What makes two rows of one account equal: day, amount, currency, state and the letters and digits of the bank's text.
// A fingerprint is a whole number below 2^53: 17 bits of day, then 36 bits of hash, so that the rows of a range of days
// are a range of fingerprints, and new rows land beside each other in the index.
import { dayNumber, type Day } from '../../base/days.ts';
import { fold } from '../../base/text.ts';
import type { StatementEntry } from '../statement.ts';

const HASHES = 2 ** 36;
const DAYS = 2 ** 17;

const dayParts = new Map<Day, number>();

function dayPart(day: Day): number {
  const known = dayParts.get(day);
  if (known !== undefined) return known;
  const part = (((dayNumber(day) % DAYS) + DAYS) % DAYS) * HASHES;
  dayParts.set(day, part);
  return part;
}

/** The letters and digits of a text, folded: "AMZN Mktp US*2K4" and "amzn mktp us 2k4" are equal. */
const matchText = (text: string): string =>
  /^[\0-~]*$/.test(text) ? text.replace(/[^A-Za-z0-9]+/g, '').toLowerCase() : fold(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** cyrb53 by bryc (public domain), cut to 36 bits, over `head` and then the matching text of `text`. Makes no string where a text is plain. */
function hash(head: string, text: string): number {
  let high = 0xdeadbeef;
  let low = 0x41c6ce57;
  for (let at = 0; at < head.length; at += 1) {
    const code = head.charCodeAt(at);
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  for (let at = 0; at < text.length; at += 1) {
    let code = text.charCodeAt(at);
    if (code > 126) return hash(head + matchText(text), '');
    // As matchText would give it.
    if (code >= 65 && code <= 90) code += 32;
    else if (!((code >= 48 && code <= 57) || (code >= 97 && code <= 122))) continue;
    high = Math.imul(high ^ code, 2654435761);
    low = Math.imul(low ^ code, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  return (low & 15) * 2 ** 32 + (high >>> 0);
}

export type Fingerprinted = Pick<StatementEntry, 'day' | 'minor' | 'descriptor' | 'memo' | 'state'>;

export const textOf = ({ descriptor, memo }: Pick<StatementEntry, 'descriptor' | 'memo'>): string => matchText(descriptor || (memo ?? ''));

export const fingerprint = (entry: Fingerprinted, currency: string): number =>
  dayPart(entry.day) + hash(`${entry.minor}|${currency}|${entry.state === 'pending' ? 'p' : ''}|`, entry.descriptor || (entry.memo ?? ''));

/** All fingerprints of the days, both included: [lowest, highest]. */
export const fingerprintsOf = (first: Day, last: Day): [number, number] => [dayPart(first), dayPart(last) + HASHES - 1];
