// Where the marks of a chart stand: time to scale, labels apart, zero always in sight.
import { describe, expect, test } from 'vitest';
import { fit, labelled, placesOf, reachOf } from '../../src/ui/charts/points.ts';

describe('places along a line', () => {
  test.each([
    ['months, to scale', ['2026-01', '2026-02', '2026-03'], [0, 31, 59]],
    ['a month without rows leaves its room', ['2026-01', '2026-03'], [0, 59]],
    ['days', ['2026-02-27', '2026-03-02'], [0, 3]],
    ['quarters', ['2025-Q4', '2026-Q1'], [0, 92]],
    ['years', ['2024', '2025'], [0, 366]],
    ['what is no time stands one step apart', ['Spring', '2026-01'], [0, 1]],
  ])('%s', (_, labels, places) => expect(placesOf(labels)).toEqual(places));
});

test.each([
  ['all above zero', [{ value: 5 }, { value: 9 }], [0, 9]],
  ['money that came back', [{ value: -3 }, { value: 4 }], [-3, 4]],
  ['all below', [{ value: -3 }], [-3, 0]],
  ['the second series counts', [{ value: 1, second: { value: 7, text: '' } }], [0, 7]],
])('a chart reaches from zero: %s', (_, points, reach) => {
  expect(reachOf(points.map((point) => ({ label: '', text: '', ...point })))).toEqual(reach);
});

describe('labels of an axis', () => {
  test('never run into each other, and the last is among them', () => {
    for (let count = 2; count < 80; count++) {
      for (const width of [240, 320, 700]) {
        const wide = 56;
        const middles = Array.from({ length: count }, (_, at) =>
          Math.max(wide / 2, Math.min(width - wide / 2, (at * width) / (count - 1))),
        );
        const at = [...labelled(middles, Array<number>(count).fill(wide))].sort((a, b) => a - b);
        expect(at).toContain(count - 1);
        for (const [nth, index] of at.entries()) {
          const next = at[nth + 1];
          if (next !== undefined) expect((middles[next] ?? 0) - (middles[index] ?? 0)).toBeGreaterThan(wide);
        }
      }
    }
  });
});

test.each([
  ['Groceries', 90, 'Groceries'],
  ['Groceries', 50, 'Groc…'],
  ['🧀🧀🧀', 20, '🧀…'],
])('%s in %i', (text, room, shown) => expect(fit(text, room, (said) => Array.from(said).length * 10)).toBe(shown));
