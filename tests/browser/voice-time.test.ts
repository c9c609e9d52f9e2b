// The times of talking can be taken, and both paths hear the same words. How long they take is for `npm run bench`: a slow machine
// fails nothing here.
import { expect, test } from 'vitest';
import { measureTalking } from '../support/talking-times.ts';

test('our path and the bare call hear the same; the parts from the end of speech to the voice are known', async () => {
  const { paths, firstWords } = await measureTalking({ paths: 2, words: 1 });
  expect(paths.words.ours).toBe('What did I spend on groceries last month?');
  expect(paths.words.bare).toBe(paths.words.ours);
  expect([paths.ours.length, paths.bare.length]).toEqual([2, 2]);
  expect(firstWords).toHaveLength(1);
  for (const { pause, decoding, answering } of firstWords) expect(Math.min(pause, decoding, answering)).toBeGreaterThan(0);
});
