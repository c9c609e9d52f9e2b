// A short run of the maker of statements; `npx tsx tests/statements/run.ts` makes thousands.
import { expect, test } from 'vitest';
import { generate } from './generate.ts';
import { judge } from './judge.ts';

test('invented statements of forty countries are read rightly, or ask where nobody could know', async () => {
  for (let seed = 20_001; seed <= 20_100; seed += 1) {
    const file = generate(seed);
    const verdict = await judge(file);
    const open = (file.truth.openDates && verdict.asks.includes('date-order')) || (file.truth.openSign && verdict.asks.includes('sign'));
    expect(verdict.right || open, `${seed}: ${verdict.why} ${JSON.stringify(file.recipe)}`).toBe(true);
  }
});

test('the same seed makes the same file', () => {
  expect(generate(7)).toEqual(generate(7));
});
