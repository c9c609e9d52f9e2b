// Backup files: what comes out is what went in, and every file that is not exactly what was written is told.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { isBackup, readBackup, readBackupHead, writeBackup } from '../../../src/ledger/backup/backup-file.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';
import { random } from '../../support/random.ts';

const PASSPHRASE = 'green beans are cheap';
const MADE = '2026-03-18T10:00:00Z';
const cost = { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 };
const WORD = 'Blue Bottle Coffee, Oakland';

/** Noise, which no squeezing makes smaller, so that there are several pieces; with a word in it. */
function ledgerFile(length: number): Uint8Array<ArrayBuffer> {
  const chance = random(7);
  const bytes = Uint8Array.from({ length }, () => Math.floor(chance() * 256));
  bytes.set(new TextEncoder().encode(WORD), 100);
  return bytes;
}

const file = ledgerFile(2_500_000);
const backup = await writeBackup(file, { passphrase: PASSPHRASE, made: MADE, cost });
const bytes = new Uint8Array(await backup.arrayBuffer());
const codeOf = async (spoilt: Uint8Array<ArrayBuffer>, passphrase = PASSPHRASE): Promise<string> => {
  try {
    const read = await readBackup(new Blob([spoilt]), passphrase);
    return read.length === file.length && read.every((byte, at) => byte === file[at]) ? 'the same' : 'another';
  } catch (error) {
    if (error instanceof AppError) return error.code;
    throw error;
  }
};

describe('a backup file', () => {
  test('gives the same ledger again, and nothing without the passphrase', async () => {
    expect(await isBackup(backup)).toBe(true);
    expect(await codeOf(bytes)).toBe('the same');
    expect(await codeOf(bytes, 'green beans are dear')).toBe('passphrase-wrong');
    expect(await codeOf(bytes, '')).toBe('passphrase-wrong');
    expect(Buffer.from(bytes).includes(WORD)).toBe(false);
    expect(await readBackupHead(backup)).toMatchObject({ version: 1, made: MADE, size: file.length, cost });
  });

  test('of another size and date under the same passphrase lends its pieces to no other', async () => {
    const other = new Uint8Array(
      await (await writeBackup(ledgerFile(2_500_000), { passphrase: PASSPHRASE, made: MADE, cost })).arrayBuffer(),
    );
    expect(other.length).toBe(bytes.length);
    const mixed = bytes.slice();
    mixed.set(other.subarray(-1_000_000), bytes.length - 1_000_000);
    expect(await codeOf(mixed)).toBe('ledger-damaged');
  });

  test.each<[string, (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['is empty', () => new Uint8Array()],
    ['is cut within its head', (all) => all.slice(0, 60)],
    ['is cut within a piece', (all) => all.slice(0, 1_500_000)],
    ['lacks its last byte', (all) => all.slice(0, -1)],
    ['has a byte too many', (all) => new Uint8Array(Buffer.concat([all, Buffer.of(0)]))],
    ['is a SQLite file', () => new TextEncoder().encode('SQLite format 3\0')],
  ])('that %s is no whole backup', async (_, spoil) => expect(await codeOf(spoil(bytes))).toBe('ledger-damaged'));

  test('of a later version is told as that', async () => {
    const later = new TextEncoder().encode(JSON.stringify({ ...(await readBackupHead(backup)), version: 2 }));
    const front = new Uint8Array(12 + later.length);
    front.set(bytes.subarray(0, 8));
    new DataView(front.buffer).setUint32(8, later.length);
    front.set(later, 12);
    const sum = new Uint8Array(await crypto.subtle.digest('SHA-256', front));
    await expect(readBackupHead(new Blob([front, sum]))).rejects.toMatchObject({ code: 'ledger-newer' });
  });

  const MUTATIONS = Number(process.env['SOTTO_MUTATIONS'] ?? 200);
  test(`${MUTATIONS} mutations are each told as damage`, { timeout: 300_000 + MUTATIONS * 1_000 }, async () => {
    const small = new Uint8Array(
      await (await writeBackup(file.slice(0, 60_000), { passphrase: PASSPHRASE, made: MADE, cost })).arrayBuffer(),
    );
    const chance = random(20_260_318);
    const below = (limit: number) => Math.floor(chance() * limit);
    const codes = new Set<string>();
    for (let round = 0; round < MUTATIONS; round += 1) codes.add(await codeOf(mutated(small, below)));
    expect([...codes]).toEqual(['ledger-damaged']);
  });
});

/** Bits turned, bytes cut out, put in, doubled or exchanged; a third of them in the head. */
function mutated(bytes: Uint8Array<ArrayBuffer>, below: (limit: number) => number): Uint8Array<ArrayBuffer> {
  const at = below(3) === 0 ? below(500) : below(bytes.length);
  const length = 1 + below(300);
  const parts: Record<number, () => Uint8Array[]> = {
    0: () => [bytes.subarray(0, at), bytes.subarray(at + length)],
    1: () => [bytes.subarray(0, at), Uint8Array.from({ length }, () => below(256)), bytes.subarray(at)],
    2: () => [bytes.subarray(0, at + length), bytes.subarray(at)],
    3: () => [bytes.subarray(0, at)],
    4: () => [bytes, bytes.subarray(0, length)],
  };
  const made = parts[below(8)]?.();
  if (made) return new Uint8Array(Buffer.concat(made));
  const turned = bytes.slice();
  turned[at] = (turned[at] ?? 0) ^ (1 << below(8));
  return turned;
}
