// Faults beneath the store: batches cut, with writes dropped, doubled, reordered or with damaged bytes. A torn batch may be
// loaded as the state before or after, or told as damage; never as anything else.
import { expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { changedPages, PAGE_SIZE } from '../../../src/ledger/store/page-store.ts';
import { random } from '../../support/random.ts';
import { describeStore } from './page-store-contract.ts';
import { loadRecords, planFor, Records, RecordStore, salvageRecords, stepsOf, type Step } from './record-store.ts';

describeStore('records in batches', async () => new RecordStore());

const points = Number(process.env['SOTTO_FAULTS'] ?? 400);

type Chance = () => number;
const below = (chance: Chance, limit: number) => Math.floor(chance() * limit);

/** Pages of one number each; compared by that number. */
function nextImage(before: Uint8Array, chance: Chance): Uint8Array {
  const roll = chance();
  const size = before.length / PAGE_SIZE;
  const pages = roll < 0.3 ? size + below(chance, 40) : roll < 0.4 ? Math.max(1, size - below(chance, 30)) : Math.max(1, size);
  const image = new Uint8Array(pages * PAGE_SIZE);
  image.set(before.subarray(0, image.length));
  for (let page = size; page < pages; page += 1) image[page * PAGE_SIZE] = 1 + below(chance, 255);
  const changes = roll > 0.9 ? 300 : 1 + below(chance, 6);
  for (let change = 0; change < changes; change += 1)
    image[below(chance, pages) * PAGE_SIZE + below(chance, 3) * 1024] = below(chance, 256);
  return image;
}

/** The batch as a failing disk might take it. */
function torn(steps: readonly Step[], chance: Chance): Step[] {
  const some = [...steps];
  const roll = below(chance, 5);
  if (roll === 0) return some.slice(0, below(chance, some.length)); // cut
  if (roll === 1) return some.filter(() => chance() < 0.8); // writes dropped
  if (roll === 2) return shuffled(some, chance).slice(0, 1 + below(chance, some.length)); // reordered and cut
  if (roll === 3) return [...some, some[below(chance, some.length)] ?? (() => undefined)]; // a write comes twice
  return [...some, (records) => damage(records, chance)];
}

function shuffled<T>(items: readonly T[], chance: Chance): T[] {
  return items
    .map((item) => ({ item, at: chance() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

function damage(records: Records, chance: Chance): void {
  const blocks = [...records.chunks, ...records.patches];
  const [number, block] = blocks[below(chance, blocks.length)] ?? [];
  if (number === undefined || block === undefined) return;
  const bytes = block.bytes.slice(0, chance() < 0.3 ? below(chance, block.bytes.length) & ~3 : undefined);
  if (bytes.length) bytes[below(chance, bytes.length)] = 77;
  const patch = records.patches.get(number);
  if (patch && block === patch) records.patches.set(number, { pages: patch.pages, bytes });
  else records.chunks.set(number, { bytes });
}

const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && Buffer.compare(a, b) === 0;

test(`${points} torn batches are the state before, the state after, or told as damage`, { timeout: 60_000 + points * 200 }, async () => {
  const chance = random(7);
  const found = { before: 0, after: 0, damaged: 0 };
  let records = new Records();
  let image = new Uint8Array();
  let history: Uint8Array[] = [image];
  let left = 0;
  for (let point = 0; point < points; point += 1) {
    left -= 1;
    if (left < 0) {
      left = below(chance, 10) === 0 ? 100 : 20; // a long life fills its patches until they are folded
      records = new Records();
      image = new Uint8Array();
      history = [image];
    }
    const next = nextImage(image, chance);
    const generation = (records.head?.generation ?? 0) + 1;
    const steps = stepsOf(await planFor(records, { generation, image: next, pages: changedPages(image.length ? image : null, next) }));

    const broken = records.copy();
    for (const step of torn(steps, chance)) step(broken);
    found[stateOf(broken, image, next)] += 1;
    history.push(next);
    checkSalvage(broken, history);

    for (const step of steps) step(records); // and goes on from the whole batch
    image = next as Uint8Array<ArrayBuffer>;
  }
  expect(found.before).toBeGreaterThan(0);
  expect(found.after).toBeGreaterThan(0);
  expect(found.damaged).toBeGreaterThan(0);
});

/** What can be saved is a state that once was, or the last one with holes of zeros: never a mixture. */
function checkSalvage(broken: Records, history: readonly Uint8Array[]): void {
  const saved = salvageRecords(broken)?.bytes;
  if (!saved || history.some((each) => same(each, saved))) return;
  const last = history.filter((each) => each.length === saved.length).find((each) => isWithHoles(saved, each));
  if (!last) throw new Error('what was saved never was');
}

function isWithHoles(saved: Uint8Array, image: Uint8Array): boolean {
  for (let at = 0; at < image.length; at += PAGE_SIZE) {
    const page = saved.subarray(at, at + PAGE_SIZE);
    if (!same(page, image.subarray(at, at + PAGE_SIZE)) && page.some((byte) => byte !== 0)) return false;
  }
  return true;
}

function stateOf(records: Records, before: Uint8Array, after: Uint8Array): 'before' | 'after' | 'damaged' {
  try {
    const bytes = loadRecords(records)?.bytes ?? new Uint8Array();
    if (same(bytes, after)) return 'after';
    if (same(bytes, before)) return 'before';
  } catch (error) {
    if (error instanceof AppError && error.code === 'ledger-damaged') return 'damaged';
    throw error;
  }
  throw new Error('a torn batch was loaded as something that never was');
}
