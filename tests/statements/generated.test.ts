// A short run of the maker of statements; `npx tsx tests/statements/run.ts` makes thousands.
import { expect, test } from 'vitest';
import { generate } from './generate.ts';
import { generateRich } from './generate-rich.ts';
import { judge, judgeRich } from './judge.ts';
import { importPair } from './overlap.ts';

test('invented statements of forty countries are read rightly, or ask where nobody could know', async () => {
  for (let seed = 20_001; seed <= 20_100; seed += 1) {
    const file = generate(seed);
    const verdict = await judge(file);
    const open = (file.truth.openDates && verdict.asks.includes('date-order')) || (file.truth.openSign && verdict.asks.includes('sign'));
    expect(verdict.right || open, `${seed}: ${verdict.why} ${JSON.stringify(file.recipe)}`).toBe(true);
  }
});

test('statements with states, fees, taxes, several accounts and currencies are read rightly, or ask where nobody could know', async () => {
  for (let seed = 30_001; seed <= 30_060; seed += 1) {
    const file = generateRich(seed);
    const verdict = await judgeRich(file);
    expect(verdict.right || verdict.open, `${seed}: ${verdict.why} ${JSON.stringify(file.recipe)}`).toBe(true);
  }
});

test('two files that share rows leave nothing twice and nothing out', async () => {
  for (let seed = 1; seed <= 15; seed += 1) expect(await importPair(seed), `pair ${seed}`).toBeNull();
});

test('the same seed makes the same file', () => {
  expect(generate(7)).toEqual(generate(7));
});
