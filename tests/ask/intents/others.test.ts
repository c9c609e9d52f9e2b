// What a person who pays us, or whom we pay, is paid by others stands in no statement of ours.
import { expect, test } from 'vitest';
import { american, askOf } from '../names/households.ts';

test.each([
  'what does Margaret Chen earn',
  'how much does Trey Cole make',
  'what did Margaret Chen earn in 2026',
  'how much did Trey Cole get paid last month',
  'what does Trey Cole take home',
  'how much did Margaret Chen really make in February',
])('"%s" is about somebody else', (question) => {
  expect(askOf(american, question).status).toBe('declined');
});

test.each([
  'how much have I paid Margaret Chen',
  'did Margaret Chen get a payment in February',
  'what did I send to Trey Cole in 2026',
  'when did I last pay Trey Cole',
])('"%s" is about our own payments', (question) => {
  expect(askOf(american, question).status).toBe('answered');
});
