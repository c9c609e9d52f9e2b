import { expect, test } from 'vitest';
import { canKeep, Kept } from '../../src/app/kept.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import { declined, fakeLedger, groceries } from '../ui/support/fake-ledger.ts';

function shelfWith(kept: string | null) {
  let text = kept;
  return { getItem: () => text, setItem: (_: string, value: string) => void (text = value), removeItem: () => void (text = null) };
}
type Script = Parameters<typeof fakeLedger>[0];
const keptOn = (shelf: ReturnType<typeof shelfWith>, script: Script = {}) =>
  new Kept({ shelf, call: fakeLedger(script).call, today: () => '2026-03-05', locale: () => 'en-GB' });

test('what is kept is there at the next visit, and what is let go is not', () => {
  const shelf = shelfWith(null);
  const kept = keptOn(shelf);
  kept.keep('groceries last month', groceries);
  kept.keep('groceries last month', groceries);
  kept.keep('coffee last month', groceries);
  kept.drop('coffee last month');
  expect(keptOn(shelf).questions.map(({ question }) => question)).toEqual(['groceries last month']);
  kept.forget();
  expect(keptOn(shelf).questions).toEqual([]);
});

test('answers are never kept: they are asked of the ledger as it is, and a failure of one leaves the others', async () => {
  const shelf = shelfWith('["groceries", "slow one"]');
  const kept = keptOn(shelf, {
    ask: ({ question }) => {
      if (question === 'slow one') throw new AppError('query-slow', 'over 5 s');
      return groceries;
    },
  });
  expect(kept.questions.map(({ answer }) => answer)).toEqual([null, null]);
  await kept.refresh();
  expect(kept.questions.map(({ answer, trouble }) => [answer?.status ?? null, trouble?.code ?? null])).toEqual([
    ['answered', null],
    [null, 'query-slow'],
  ]);
  expect(shelf.getItem()).not.toContain('412');
});

test.each(['{', '7', 'null', '[1, {}]'])('a shelf that holds %s holds nothing', (text) =>
  expect(keptOn(shelfWith(text)).questions).toEqual([]),
);

test('only an answer that stands alone can be kept', () => {
  const said = { ...groceries, chips: groceries.chips.filter(({ source }) => source !== 'carried') };
  expect([said, groceries, declined].map(canKeep)).toEqual([true, false, false]);
});
