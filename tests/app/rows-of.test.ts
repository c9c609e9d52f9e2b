// What the ledger is opened on, from an answer or one figure of it.
import { describe, expect, test } from 'vitest';
import { rowsBehind, rowsOfFigure, toSide } from '../../src/app/rows-of.ts';
import { comparison, groceries } from '../ui/support/fake-ledger.ts';

const { evidence: whole } = groceries;
const { evidence: sides } = comparison;
if (!whole || !sides) throw new Error('the answers have rows');
const asked = 'What did I spend?';

describe('the rows behind an answer', () => {
  test('are those it adds up', () => {
    expect(rowsBehind(asked, whole)).toEqual({ question: asked, sql: whole.sql, params: whole.params });
  });
  test('are of a comparison those of its first side, the others at hand', () => {
    const rows = rowsBehind(asked, sides);
    expect(rows).toMatchObject({ side: 'groceries', params: ['groceries'] });
    expect(rows.sides?.map(({ name }) => name)).toEqual(['groceries', 'restaurants']);
  });
  test('are those of another side once that is chosen', () => {
    const there = toSide(rowsBehind(asked, sides), 'restaurants');
    expect(there).toMatchObject({ question: asked, side: 'restaurants', params: ['restaurants'] });
    expect(toSide(there, 'groceries')).toEqual(rowsBehind(asked, sides));
  });
  test('stay where there is no such side', () => {
    for (const rows of [rowsBehind(asked, whole), rowsBehind(asked, sides)]) expect(toSide(rows, 'rent')).toEqual(rows);
  });
});

describe('the rows of one figure', () => {
  test('of a side are that side’s', () => {
    expect(rowsOfFigure(asked, sides, { label: 'restaurants' })).toEqual(rowsBehind(asked, sides, 'restaurants'));
  });
  test('of a group are found by its label, and named as it is shown', () => {
    const evidence = { ...whole, groupSql: 'SELECT ... = ?', params: ['expense'] };
    expect(rowsOfFigure(asked, evidence, { label: '2026-02' }, 'Feb 2026')).toEqual({
      question: `${asked} · Feb 2026`,
      sql: 'SELECT ... = ?',
      params: ['expense', '2026-02'],
    });
  });
  test('of a line are found by its key; what stands for all lines has none of its own', () => {
    const evidence = { ...whole, groupSql: 'SELECT ... json_each(?)', params: ['x'], keys: ['[4]', '[9]'] };
    expect(rowsOfFigure(asked, evidence, { label: 'Uber', line: 1 })?.params).toEqual(['x', '[9]']);
    expect(rowsOfFigure(asked, evidence, { label: 'together' })).toBeNull();
  });
  test('there are none of a difference, of a label that two sides share, and where nothing is broken down', () => {
    const [first] = sides.sides ?? [];
    const alike = { ...sides, sides: first ? [first, first] : [] };
    expect(rowsOfFigure(asked, sides, { label: 'difference' })).toBeNull();
    expect(rowsOfFigure(asked, alike, { label: 'groceries' })).toBeNull();
    expect(rowsOfFigure(asked, whole, { label: 'x' })).toBeNull();
  });
});
