// Amounts in hundredths that do not say so.
import { expect, test } from 'vitest';
import { asks, read, rows } from './read.ts';

const of = (amounts: readonly (number | string)[], currency = 'GBP') =>
  JSON.stringify(amounts.map((amount, at) => ({ date: `2024-03-${at + 13}`, amount, currency, description: `Shop ${at}` })));
const HUNDREDTHS = [-4510, -1299, 215_000, -83_025, -377];

test('whole figures that look like hundredths are read so, and asked about', async () => {
  const reading = await read(of(HUNDREDTHS));
  expect(rows(reading)[0]).toBe('2024-03-13 -4510 GBP');
  expect(asks(reading)).toEqual(['unit']);
  expect(reading.asks[0]?.readings.map(({ value, rows: [row] }) => [value, row?.minor])).toEqual([
    ['hundredths', -4510],
    ['whole', -451_000],
  ]);
});

test('what was chosen counts, and asks no more', async () => {
  const whole = await read(of(HUNDREDTHS), { unit: 'whole' });
  expect(rows(whole)[0]).toBe('2024-03-13 -451000 GBP');
  const hundredths = await read(of(HUNDREDTHS), { unit: 'hundredths' });
  expect(rows(hundredths)[0]).toBe('2024-03-13 -4510 GBP');
  expect([...asks(whole), ...asks(hundredths)]).toEqual([]);
  expect(whole.layout.find(({ key }) => key === 'unit')).toMatchObject({ value: 'whole', source: 'chosen' });
});

test.each([
  ['one of them has a point', [-45.1, -12, 2150, -830, -377], 'GBP', -4510],
  ['round sums of a budget', [-450, -1200, 2150, -830, -370], 'GBP', -45_000],
  ['small sums', [-45, -12, 215, -83, -37], 'GBP', -4500],
  ['a currency without cents', HUNDREDTHS, 'JPY', -4510],
  ['a currency whose cents nobody uses', HUNDREDTHS, 'HUF', -451_000],
])('%s: whole units, and nothing to ask', async (_, amounts, currency, first) => {
  const reading = await read(of(amounts, currency));
  expect(reading.entries[0]?.minor).toBe(first);
  expect(asks(reading)).toEqual([]);
});
