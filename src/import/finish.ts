// What every reader hands over, and what all readings have in common: digest, encoding, fingerprint.
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
  return {
    ...raw,
    layout: [...encoding, ...raw.layout],
    encoding: decoded?.encoding ?? 'binary',
    fingerprint: await sha256(new TextEncoder().encode(`${raw.format}\n${raw.fingerprint}`)),
    digest: await sha256(bytes),
  };
}

async function sha256(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
