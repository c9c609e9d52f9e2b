// "More than we made" is what came in, in the same stretch, and never the stretch before.
import { expect, test } from 'vitest';
import { american, askOf } from '../support/ledger.ts';

test.each([
  ['did we spend more than we made in February', 'No, less: spending $1,612.99, income $3,000.00'],
  ['did I spend more than I made in February', 'No, less: spending $1,612.99, income $3,000.00'],
  ['did we make more than we spent in February', 'Yes, more: income $3,000.00, spending $1,612.99'],
])('%s', (question, said) => expect(askOf(american, question).sentence).toContain(said));
