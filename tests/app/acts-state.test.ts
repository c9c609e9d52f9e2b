// Undo as the page asks for it: twice in a row takes back two acts, whatever time the ledger takes over the first.
import { expect, test } from 'vitest';
import { Acts } from '../../src/app/acts.svelte.ts';
import type { ActSummary } from '../../src/ledger/acts/history.ts';
import { fakeLedger } from '../ui/support/fake-ledger.ts';

const at = '2026-03-05T10:00:00Z';
const note = (id: number): ActSummary => ({ id, kind: 'note', at, undoneAt: null, says: { note: `${id}` } });

test('pressed twice, the newest two are taken back, one after the other; pressed once more, none is left', async () => {
  let kept = [note(3), note(2)];
  let answerFirst = (): void => undefined;
  const firstWaits = new Promise<void>((done) => (answerFirst = done));
  const { call } = fakeLedger({
    acts: () => ({ acts: kept, total: kept.length }),
    undoAct: async ({ actId }) => {
      await firstWaits;
      kept = kept.map((act) => (act.id === actId ? { ...act, undoneAt: at } : act));
      return note(actId);
    },
  });
  const acts = new Acts({ call, now: () => Date.parse(at), onchanged: () => Promise.resolve() });
  const pressed = [acts.undoNewest(), acts.undoNewest(), acts.undoNewest()];
  answerFirst();
  const undone = await Promise.all(pressed);
  expect(undone.map((act) => act?.id ?? null)).toEqual([3, 2, null]);
});
