// What every reader hands over, and what all readings have in common: digest, encoding, fingerprint.
import { fitText as fit, plainly } from '../base/plain-text.ts';
import type { StatementEntry } from '../ledger/statement.ts';
import type { Decoded } from './decode.ts';
import { ENCODINGS } from './decode.ts';
import type { StatementReading, Understood } from './reading.ts';

/** A reading before its bytes are known. */
export type RawReading = Omit<StatementReading, 'encoding' | 'digest'>;

export async function finish(raw: RawReading, decoded: Decoded | null, bytes: Uint8Array): Promise<StatementReading> {
  const encoding: Understood[] = decoded
    ? [
        {
          key: 'encoding',
          value: decoded.encoding,
          options: ENCODINGS.map((value) => ({ value })),
          source: decoded.source,
          reason: decoded.reason,
        },
      ]
    : [];
  for (const entry of raw.entries) makePlain(entry);
  const { entries, layout, ...told } = raw;
  return {
    ...plainly(told, MARKS),
    entries,
    layout: [...encoding, ...plainly(layout, MARKS)],
    encoding: decoded?.encoding ?? 'binary',
    fingerprint: await sha256(new TextEncoder().encode(`${raw.format}\n${raw.fingerprint}`)),
    digest: await sha256(bytes),
  };
}

/** What parts of a reading are known by, among each other; no text to look at. */
const MARKS: ReadonlySet<string> = new Set(['key', 'value', 'assumed', 'account']);

/** In place: a statement may have a million entries. */
function makePlain(entry: StatementEntry): void {
  entry.descriptor = fit(entry.descriptor);
  if (entry.memo !== null) entry.memo = fit(entry.memo);
  if (entry.category !== null) entry.category = fit(entry.category);
  if (entry.kind !== null) entry.kind = fit(entry.kind);
  if (entry.bankId !== null) entry.bankId = fit(entry.bankId);
  for (const split of entry.splits) {
    if (split.category !== null) split.category = fit(split.category);
    if (split.memo !== null) split.memo = fit(split.memo);
  }
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
