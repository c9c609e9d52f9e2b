import { expect, test } from 'vitest';
import { canKeep, Kept } from '../../src/app/kept.svelte.ts';
import { AppError } from '../../src/base/errors.ts';
import { declined, fakeLedger, groceries } from '../ui/support/fake-ledger.ts';

function shelfWith(kept: string | null) {
  let text = kept;
  return { getItem: () => text, setItem: (_: string, value: string) => void (text = value), removeItem: () => void (text = null) };
}
type Script = Parameters<typeof fakeLedger>[0];
/** A ledger that keeps questions, and a shelf where an earlier version did. */
function ledgerWith(...questions: string[]): Script {
  let kept = questions;
  return {
    keptQuestions: () => kept,
    keepQuestions: (input) => {
      kept = input.questions;
      return null;
    },
    ask: () => groceries,
  };
}
const keptOn = (shelf: ReturnType<typeof shelfWith>, script: Script = ledgerWith()) =>
  new Kept({ shelf, call: fakeLedger(script).call, today: () => '2026-03-05', locale: () => 'en-GB' });
const wordsOf = (kept: Kept) => kept.questions.map(({ question }) => question);

test('what is kept is there at the next visit, and what is let go is not', async () => {
  const ledger = ledgerWith();
  const kept = keptOn(shelfWith(null), ledger);
  await kept.keep('groceries last month', groceries);
  await kept.keep('groceries last month', groceries);
  await kept.keep('coffee last month', groceries);
  await kept.drop('coffee last month');
  const next = keptOn(shelfWith(null), ledger);
  await next.refresh();
  expect(wordsOf(next)).toEqual(['groceries last month']);
});

test('what an earlier version kept beside the ledger moves into it, once', async () => {
  const ledger = ledgerWith('rent');
  const shelf = shelfWith('["groceries", "rent"]');
  await keptOn(shelf, ledger).refresh();
  expect(shelf.getItem()).toBeNull();
  const next = keptOn(shelf, ledger);
  await next.refresh();
  expect(wordsOf(next)).toEqual(['rent', 'groceries']);
});

test('a question that the ledger would not keep is not shown as kept, and what stood beside it stays', async () => {
  const full = () => {
    throw new AppError('storage-full', 'no room');
  };
  const shelf = shelfWith('["groceries"]');
  const kept = keptOn(shelf, { ...ledgerWith(), keepQuestions: full });
  await kept.refresh();
  await kept.keep('coffee', groceries);
  expect([wordsOf(kept), kept.trouble?.code, shelf.getItem()]).toEqual([[], 'storage-full', '["groceries"]']);
});

test('answers are never kept: they are asked of the ledger as it is, and a failure of one leaves the others', async () => {
  const kept = keptOn(shelfWith(null), {
    ...ledgerWith('groceries', 'slow one'),
    ask: ({ question }) => {
      if (question === 'slow one') throw new AppError('query-slow', 'over 5 s');
      return groceries;
    },
  });
  await kept.refresh();
  expect(kept.questions.map(({ answer, trouble }) => [answer?.status ?? null, trouble?.code ?? null])).toEqual([
    ['answered', null],
    [null, 'query-slow'],
  ]);
});

test.each(['{', '7', 'null', '[1, {}]'])('a shelf that holds %s holds nothing', async (text) => {
  const kept = keptOn(shelfWith(text));
  await kept.refresh();
  expect(kept.questions).toEqual([]);
});

test('only an answer that stands alone can be kept', () => {
  const said = { ...groceries, chips: groceries.chips.filter(({ source }) => source !== 'carried') };
  expect([said, groceries, declined].map(canKeep)).toEqual([true, false, false]);
});
