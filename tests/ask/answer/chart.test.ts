// A chart comes with an answer where it helps: bars for kinds, a line for time, none for one figure.
import { expect, test } from 'vitest';
import { american, askOf } from '../support/ledger.ts';

test.each<[string | undefined, ...string[]]>([
  ['bars', 'spending by category last month', 'groceries by shop since January'],
  ['line', 'spending by month since December', 'groceries by month since December'],
  [undefined, 'how much did I spend last month', 'when did I last pay rent', 'what is my balance'],
])('%s', (kind, ...questions) => {
  for (const question of questions) expect(askOf(american, question).chart?.kind, question).toBe(kind);
});
