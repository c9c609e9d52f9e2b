// The keys of a grid as the Authoring Practices Guide has them.
import { expect, test } from 'vitest';
import { moveIn, type Cell } from '../../src/ui/parts/grid-moves.ts';

const size = { rows: 100, columns: 5, page: 12 };
const middle: Cell = { row: 50, column: 2 };
const press = (said: string, from: Cell = middle, rightToLeft = false) => {
  const ctrl = said.startsWith('Ctrl+');
  const to = moveIn(from, { key: said.replace('Ctrl+', ''), ctrl, rightToLeft }, size);
  return to && [to.row, to.column];
};

test.each([
  ['ArrowDown', 51, 2],
  ['ArrowUp', 49, 2],
  ['ArrowRight', 50, 3],
  ['ArrowLeft', 50, 1],
  ['PageDown', 62, 2],
  ['PageUp', 38, 2],
  ['Home', 50, 0],
  ['End', 50, 4],
  ['Ctrl+Home', 0, 0],
  ['Ctrl+End', 99, 4],
])('%s', (key, row, column) => expect(press(key)).toEqual([row, column]));

test('at an edge it stays', () => {
  for (const key of ['ArrowUp', 'ArrowLeft', 'PageUp']) expect(press(key, { row: 0, column: 0 }), key).toEqual([0, 0]);
  for (const key of ['ArrowDown', 'ArrowRight', 'PageDown']) expect(press(key, { row: 99, column: 4 }), key).toEqual([99, 4]);
});

test('from right to left, right leads back', () => {
  expect([press('ArrowRight', middle, true), press('ArrowLeft', middle, true)]).toEqual([
    [50, 1],
    [50, 3],
  ]);
});

test.each(['Tab', 'Enter', 'j', ' ', 'Escape', 'Ctrl+ArrowDown', 'Ctrl+z'])('%s is not the grid’s', (key) => {
  expect(press(key)).toBeNull();
});
