// What changed as the page shows it: a look that began before one was put away does not bring it back.
import { expect, test } from 'vitest';
import { Changes } from '../../src/app/changes.svelte.ts';
import type { Told } from '../../src/app/engine/telling.ts';
import { fakeLedger } from '../ui/support/fake-ledger.ts';

const told = (isAway: boolean) => ({ insight: { key: 'one' }, evidence: null, isAway }) as unknown as Told;

test('put away while an earlier look is under way, it stays away', async () => {
  let isAway = false;
  const answers: ((all: Told[]) => void)[] = [];
  const { call } = fakeLedger({
    insights: () => {
      const seen = isAway;
      return answers.length > 0 ? [told(isAway)] : new Promise((done) => answers.push(() => done([told(seen)])));
    },
    putAway: ({ away }) => {
      isAway = away;
      return null;
    },
  });
  const changes = new Changes({ call, today: () => '2026-03-05' });
  const looking = changes.look();
  await expect.poll(() => answers.length).toBe(1);
  await changes.putAway('one', true);
  answers[0]?.([]);
  await looking;
  expect(changes.all?.map((each) => each.isAway)).toEqual([true]);
});
