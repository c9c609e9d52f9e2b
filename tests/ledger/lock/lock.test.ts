import { describe, expect, test } from 'vitest';
import { changePassphrase, makeLock, readLock, unlock, type Lock } from '../../../src/ledger/lock/lock.ts';
import { seal, unseal } from '../../../src/ledger/lock/sealing.ts';
import { LEAST_MEMORY_KIB, tunedCost } from '../../../src/ledger/lock/stretch.ts';

const QUICK = { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 };
const PASSPHRASE = 'grüne Bohnen kosten wenig';
const { lock, held, recoveryKey } = await makeLock(PASSPHRASE, QUICK);
const secret = await seal(held.key, new TextEncoder().encode('Blue Bottle'), 'here');
const opens = async (key: CryptoKey) => new TextDecoder().decode((await unseal(key, secret, 'here')) ?? new Uint8Array());

describe('a lock', () => {
  test('is opened by its passphrase and by its recovery key, to the same key', async () => {
    expect(await opens((await unlock(lock, { by: 'passphrase', text: PASSPHRASE })).key)).toBe('Blue Bottle');
    expect(await opens((await unlock(lock, { by: 'recovery', text: recoveryKey.toLowerCase() })).key)).toBe('Blue Bottle');
  });

  test('takes an accent however it was typed', async () => {
    expect(await opens((await unlock(lock, { by: 'passphrase', text: PASSPHRASE.normalize('NFD') })).key)).toBe('Blue Bottle');
  });

  test.each([
    ['another passphrase', { by: 'passphrase', text: 'grüne Bohnen kosten viel' }, 'passphrase-wrong'],
    ['none', { by: 'passphrase', text: '' }, 'passphrase-wrong'],
    ['half a recovery key', { by: 'recovery', text: recoveryKey.slice(0, 20) }, 'recovery-wrong'],
  ] as const)('is not opened by %s', async (_, wrong, code) => {
    await expect(unlock(lock, wrong)).rejects.toMatchObject({ code });
  });

  test('is not opened by the recovery key of another', async () => {
    const other = await makeLock(PASSPHRASE, QUICK);
    await expect(unlock(lock, { by: 'recovery', text: other.recoveryKey })).rejects.toMatchObject({ code: 'recovery-wrong' });
  });

  test('says nothing of its key or its passphrase in the open', () => {
    expect(JSON.stringify(lock)).not.toMatch(/Bohnen/);
    expect(held.key.extractable).toBe(false);
  });

  test('gets a new passphrase without a new key; the old one opens it no more, the recovery key still does', async () => {
    const changed = await changePassphrase(lock, { by: 'passphrase', text: PASSPHRASE }, 'four other words here', QUICK);
    expect(changed.byRecovery).toEqual(lock.byRecovery);
    expect(await opens((await unlock(changed, { by: 'passphrase', text: 'four other words here' })).key)).toBe('Blue Bottle');
    expect(await opens((await unlock(changed, { by: 'recovery', text: recoveryKey })).key)).toBe('Blue Bottle');
    await expect(unlock(changed, { by: 'passphrase', text: PASSPHRASE })).rejects.toMatchObject({ code: 'passphrase-wrong' });
  });

  test('that was changed by hand is damage, whatever was changed', async () => {
    const mutations: ((lock: Lock) => void)[] = [
      (each) => (each.cost.iterations += 1),
      (each) => (each.cost.memoryKiB = 8),
      (each) => (each.byPassphrase.salt = each.byRecovery.salt),
      (each) => (each.byRecovery.sealed = each.byPassphrase.sealed),
      (each) => (each.keyId = 'another'),
      (each) => Object.assign(each, { version: 2 }),
      (each) => Object.assign(each, { byRecovery: null }),
    ];
    for (const mutate of mutations) {
      const copy = structuredClone(lock);
      mutate(copy);
      await expect(readLock(copy), String(mutate)).rejects.toMatchObject({ code: 'ledger-damaged' });
    }
    for (const none of [null, 'lock', {}]) await expect(readLock(none)).rejects.toMatchObject({ code: 'ledger-damaged' });
  });
});

test('a quick device does more passes, a slow one never fewer than three, both over 64 MiB', async () => {
  const clockOf = (pass: number) => {
    let at = -pass;
    return () => (at += pass);
  };
  expect(await tunedCost(clockOf(60))).toEqual({ memoryKiB: LEAST_MEMORY_KIB, iterations: 15 });
  expect(await tunedCost(clockOf(5_000))).toEqual({ memoryKiB: LEAST_MEMORY_KIB, iterations: 3 });
});
