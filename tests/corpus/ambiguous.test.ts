// Three hundred questions that leave something open: each is answered with the choice in plain sight, or asked back.
import { expect, test } from 'vitest';
import { american, askOf } from '../ask/support/ledger.ts';
import { nothingSaid, openMeasures, openPeriods } from './ambiguous.ts';
import { FIGURE_SAID } from './judge.ts';

test.each(openPeriods)('"$words" is stated', ({ words, stated }) => {
  const hidden = openMeasures.flatMap((measure) => {
    const { status, sentence, understood, assumed, chips } = askOf(american, `${measure} ${words}`);
    const shown = [sentence, understood, ...assumed, ...chips.map(({ text }) => text)].join(' | ');
    return status === 'clarify' || stated.test(shown) ? [] : [`${measure} ${words}: ${status} ${shown}`];
  });
  expect(hidden).toEqual([]);
});

test('with nothing to go by, Sotto asks', () => {
  const answered = nothingSaid.flatMap((question) => {
    const { status, sentence } = askOf(american, question);
    return (status === 'clarify' || status === 'declined') && !FIGURE_SAID.test(sentence) ? [] : [`${question}: ${status} ${sentence}`];
  });
  expect(answered).toEqual([]);
});
