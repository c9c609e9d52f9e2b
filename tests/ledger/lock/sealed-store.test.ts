// The contract over sealed records, and what changed, exchanged or old records come to.
import { describe, expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { makeLock } from '../../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../../src/ledger/lock/sealed-coder.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';
import { changedPages, PAGE_SIZE } from '../../../src/ledger/store/page-store.ts';
import { plainCoder } from '../../../src/ledger/store/coder.ts';
import { RecordPageStore } from '../../../src/ledger/store/record-page-store.ts';
import { random } from '../../support/random.ts';
import { describeStore, image } from '../store/page-store-contract.ts';
import { MemoryRecords, spoilt } from './memory-records.ts';

const { lock, held } = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });
const sealed = (records: MemoryRecords) => new RecordPageStore(records, sealedCoder(held, lock));
const plain = (records: MemoryRecords) => new RecordPageStore(records, plainCoder);

describeStore('sealed records', async () => sealed(new MemoryRecords()));
describeStore('plain records through the same door', async () => plain(new MemoryRecords()));

const SECRET = 'Blue Bottle Coffee, Oakland';

function withSecret(pages: number): Uint8Array {
  const bytes = image(...Array.from({ length: pages }, (_, at) => at % 251));
  for (let page = 0; page < pages; page += 1) bytes.set(new TextEncoder().encode(SECRET), page * PAGE_SIZE + 100);
  return bytes;
}

/** Chunks, and patches over them. */
async function filled(open: (records: MemoryRecords) => RecordPageStore) {
  const records = new MemoryRecords();
  const store = open(records);
  const states: Uint8Array[] = [];
  const earlier: MemoryRecords[] = [];
  let before: Uint8Array | null = null;
  const commit = async (next: Uint8Array) => {
    await store.commit({ generation: states.length + 1, image: next, pages: changedPages(before, next) });
    before = next;
    states.push(next);
    earlier.push(records.copy());
  };
  const first = withSecret(70);
  await commit(first);
  for (let round = 0; round < 4; round += 1) {
    const next = first.slice();
    next.fill(40 + round, (round + 3) * PAGE_SIZE + 200, (round + 3) * PAGE_SIZE + 300);
    await commit(next);
  }
  return { records, states, earlier };
}

test('nothing of the file lies in sealed records, and the wrapped key lies beside them', async () => {
  const { records } = await filled(sealed);
  const all = JSON.stringify([records.head, [...records.chunks], [...records.patches]], (_, value: unknown) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : value,
  );
  expect(all.length).toBeGreaterThan(70 * PAGE_SIZE);
  expect(all).not.toContain('Blue Bottle');
  expect(records.lock).toEqual(lock);
});

test('every record has a nonce of its own', async () => {
  const { records, earlier } = await filled(sealed);
  const nonces = [records, ...earlier].flatMap(({ head, chunks, patches }) =>
    [head, ...chunks.values(), ...patches.values()].map((each) => ({
      iv: Buffer.from((each as { iv: Uint8Array }).iv).toString('hex'),
      sealed: Buffer.from((each as { sealed: Uint8Array }).sealed).toString('base64'),
    })),
  );
  const byNonce = new Map(nonces.map(({ iv, sealed: text }) => [iv, text]));
  expect(new Set(nonces.map(({ sealed: text }) => text)).size).toBe(byNonce.size);
});

describe('what was written before, put back, is told', () => {
  test.each(['chunk', 'patch'] as const)('an old %s', async (kind) => {
    const records = new MemoryRecords();
    const store = sealed(records);
    const [first, second] = [withSecret(300), withSecret(300)];
    second.fill(9, 0, 300 * PAGE_SIZE);
    await store.commit({ generation: 1, image: first, pages: changedPages(null, first) });
    const old = records.copy();
    await store.commit({ generation: 2, image: second, pages: changedPages(first, second) });
    const third = second.slice();
    third.fill(7, 0, PAGE_SIZE);
    await store.commit({ generation: 3, image: third, pages: [0] });
    const before = records.copy();
    const fourth = third.slice();
    fourth.fill(8, 0, PAGE_SIZE);
    await store.commit({ generation: 4, image: fourth, pages: [0] });
    if (kind === 'chunk') records.chunks.set(5, old.chunks.get(5));
    else records.patches.set(4, before.patches.get(3));
    await expect(store.load()).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('two chunks exchanged', async () => {
    const { records } = await filled(sealed);
    const [a, b] = [records.chunks.get(3), records.chunks.get(4)];
    records.chunks.set(3, b).set(4, a);
    await expect(sealed(records).load()).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('the head of yesterday over the blocks of today', async () => {
    const { records, earlier } = await filled(sealed);
    records.head = earlier[2]?.head;
    await expect(sealed(records).load()).rejects.toMatchObject({ code: 'ledger-damaged' });
  });

  test('blocks of another ledger with the same words', async () => {
    const other = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });
    const { records } = await filled((each) => new RecordPageStore(each, sealedCoder(other.held, other.lock)));
    await expect(sealed(records).load()).rejects.toMatchObject({ code: 'ledger-damaged' });
  });
});

const MUTATIONS = Number(process.env['SOTTO_MUTATIONS'] ?? 1_000);

describe.each([
  ['sealed', sealed],
  ['plain', plain],
] as const)('%s records', (_, open) => {
  test(`${MUTATIONS} mutations are each told as damage, or change nothing`, { timeout: 300_000 + MUTATIONS * 500 }, async () => {
    const { records, states, earlier } = await filled(open);
    const last = Buffer.from(states.at(-1) ?? []);
    const chance = random(20_261_121);
    const found = { told: 0, harmless: 0 };
    for (let round = 0; round < MUTATIONS; round += 1) {
      const copy = records.shallow();
      mutate(copy, earlier, chance);
      try {
        const stored = await open(copy).load();
        if (!stored || Buffer.compare(Buffer.from(stored.bytes), last) !== 0)
          throw new Error(`mutation ${round} was loaded as another file`);
        found.harmless += 1;
      } catch (error) {
        if (!(error instanceof AppError) || error.code !== 'ledger-damaged') throw error;
        found.told += 1;
      }
    }
    expect(found.told).toBeGreaterThan(MUTATIONS * 0.9);
  });
});

function mutate(records: MemoryRecords, earlier: readonly MemoryRecords[], chance: () => number): void {
  const below = (limit: number) => Math.floor(chance() * limit);
  const map = chance() < 0.6 ? records.chunks : records.patches;
  const keys = [...map.keys()];
  const key = keys[below(keys.length)] ?? 0;
  const roll = below(10);
  if (roll === 0) map.delete(key);
  else if (roll === 1) map.set(key, map.get(keys[(keys.indexOf(key) + 1) % keys.length] ?? 0));
  else if (roll === 2) map.set(Math.max(...keys) + 1, map.get(key));
  else if (roll === 3) map.set(key, [null, 'text', {}, 7, new Uint8Array(5)][below(5)]);
  else if (roll === 4)
    records.head = earlier[below(earlier.length - 1)]?.head; // of another day
  else if (roll === 5) records.head = spoilt(records.head, below);
  else map.set(key, spoilt(map.get(key), below));
}
