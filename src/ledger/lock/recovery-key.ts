// The recovery key: 160 random bits as eight groups to print and type again. Each group is four digits of Crockford's base 32 and
// one check digit that knows its place, so that a slip is named by its group, and two groups exchanged are noticed.
const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 8;
const DATA = 4;
const BITS = 5;

const BYTES = (GROUPS * DATA * BITS) / 8;

export const freshRecovery = (): Uint8Array<ArrayBuffer> => crypto.getRandomValues(new Uint8Array(BYTES));

/** "7C2KX-..."; `bytes` are 20. */
export function writeRecovery(bytes: Uint8Array): string {
  const digits: number[] = [];
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    for (; bits >= BITS; bits -= BITS) digits.push((held >>> (bits - BITS)) & 31);
    held &= (1 << bits) - 1;
  }
  const groups = Array.from({ length: GROUPS }, (_, at) => digits.slice(at * DATA, (at + 1) * DATA));
  return groups.map((group, at) => [...group, checkOf(group, at)].map((digit) => DIGITS[digit]).join('')).join('-');
}

export type RecoveryReading = { bytes: Uint8Array<ArrayBuffer> } | { wrongGroups: number[] } | { wrongLength: number };

/** Reads what a person typed: small letters, missing or other dashes, O for 0, I and L for 1. `wrongGroups` count from 1. */
export function readRecovery(text: string): RecoveryReading {
  const plain = text
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
  if (plain.length !== GROUPS * (DATA + 1)) return { wrongLength: plain.length };
  const groups = Array.from({ length: GROUPS }, (_, at) =>
    [...plain.slice(at * (DATA + 1), (at + 1) * (DATA + 1))].map((letter) => DIGITS.indexOf(letter)),
  );
  const isWrong = (group: number[], at: number) => group.includes(-1) || checkOf(group.slice(0, DATA), at) !== group[DATA];
  const wrongGroups = groups.flatMap((group, at) => (isWrong(group, at) ? [at + 1] : []));
  if (wrongGroups.length) return { wrongGroups };
  return { bytes: toBytes(groups.flatMap((group) => group.slice(0, DATA))) };
}

/** Odd weights: any one digit changed changes it. */
const checkOf = (group: readonly number[], at: number): number =>
  group.reduce((sum, digit, place) => sum + digit * (2 * place + 3), 7 * (at + 1)) % 32;

function toBytes(digits: readonly number[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(BYTES);
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    held = (held << BITS) | digit;
    bits += BITS;
    if (bits < 8) continue;
    bits -= 8;
    bytes[at] = held >>> bits;
    at += 1;
    held &= (1 << bits) - 1;
  }
  return bytes;
}
