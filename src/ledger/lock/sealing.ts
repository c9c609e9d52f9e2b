// Authenticated encryption of one record: AES-256-GCM by the browser, a fresh random nonce each time, and the record's place bound
// in, so that a record moved elsewhere opens as little as one that was changed. 2^32 records under one key are its limit.
import { AppError } from '../../base/errors.ts';

export interface Sealed {
  iv: Uint8Array<ArrayBuffer>;
  sealed: Uint8Array<ArrayBuffer>;
}

const NONCE = 12;
const TAG = 16;

/** 256 bits that only this device's random source knows. */
export const freshKey = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(32));

/** As a key that opens and seals, and that nothing can read out again. */
export const toKey = (bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

export async function seal(key: CryptoKey, bytes: Uint8Array<ArrayBuffer>, place: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(NONCE));
  const sealed = await crypto.subtle.encrypt(gcm(iv, place), key, bytes);
  return { iv, sealed: new Uint8Array(sealed) };
}

/** Null when it is not what was sealed with this key for this place. */
export async function unseal(key: CryptoKey, record: unknown, place: string): Promise<Uint8Array<ArrayBuffer> | null> {
  if (!isSealed(record)) return null;
  try {
    return new Uint8Array(await crypto.subtle.decrypt(gcm(record.iv, place), key, record.sealed));
  } catch (error) {
    if (isRefusal(error)) return null;
    throw new AppError('unexpected', 'the browser would not decrypt', undefined, { cause: error });
  }
}

const gcm = (iv: Uint8Array<ArrayBuffer>, place: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(place),
  tagLength: TAG * 8,
});

const isSealed = (record: unknown): record is Sealed => {
  const { iv, sealed } = Object(record) as Partial<Sealed>;
  return iv instanceof Uint8Array && iv.length === NONCE && sealed instanceof Uint8Array && sealed.length >= TAG;
};

/** A tag that does not fit: the standard's OperationError. */
const isRefusal = (error: unknown): boolean => error instanceof Error && error.name === 'OperationError';
