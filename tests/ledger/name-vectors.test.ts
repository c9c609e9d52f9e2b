// The index by meaning: kept with the ledger, true after every act, and read whatever a restored file holds.
import { expect, test } from 'vitest';
import { keepVectors, nearestNames, withoutVector } from '../../src/ledger/name-vectors.ts';
import { undoImport } from '../../src/ledger/recording/undo-import.ts';
import { openLedger, record } from './open-ledger.ts';
import { aLedger, everyday, savings } from './acts/acts-ledger.ts';

const MODEL = 'tiny-meanings';
/** A plane in which coffee and books lie at right angles. */
const DIRECTIONS: Record<string, [number, number]> = { Coffee: [1, 0], Books: [0, 1], 'Blue Bottle Coffee, coffee': [0.9, 0.1] };
const vectorOf = (text: string) => Float32Array.from(DIRECTIONS[text] ?? [-1, -1]);

function indexed() {
  const db = aLedger();
  const texts = withoutVector(db, MODEL, 1000);
  keepVectors(
    db,
    MODEL,
    texts.map((text) => ({ text, vector: vectorOf(text) })),
  );
  return { db, texts };
}

test('each category and payee with rows is placed once, categories first', () => {
  const { db, texts } = indexed();
  expect(texts.slice(0, 2)).toEqual(['Coffee', 'Books']);
  expect(texts).toContain('Blue Bottle Coffee, coffee');
  expect(withoutVector(db, MODEL, 1000)).toEqual([]);
  expect(withoutVector(db, 'another-model', 1000)).toEqual(texts);
});

test('a few at a time, what matters first', () => {
  const db = aLedger();
  expect(withoutVector(db, MODEL, 1)).toEqual(['Coffee']);
});

test('the nearest by direction, whatever their length; names with their ids', () => {
  const { db } = indexed();
  const [near = []] = nearestNames(db, MODEL, [Float32Array.from([40, 2])], 2);
  expect(near.map(({ what, text }) => [what, text])).toEqual([
    ['category', 'Coffee'],
    ['payee', 'Blue Bottle Coffee, coffee'],
  ]);
  expect(near[0]?.likeness).toBeGreaterThan(0.99);
  expect(db.query('SELECT name FROM category WHERE id = ?', [near[0]?.id ?? 0]).rows).toEqual([['Coffee']]);
});

test('an undone import takes its names out of the index', () => {
  const db = openLedger();
  record(db, savings());
  const { statementId } = record(db, everyday());
  keepVectors(
    db,
    MODEL,
    withoutVector(db, MODEL, 1000).map((text) => ({ text, vector: vectorOf(text) })),
  );
  undoImport(db, statementId, '2026-03-18T12:00:00Z');
  const left = db.query('SELECT name FROM name_vector ORDER BY name').rows.flat();
  expect(left.length).toBeGreaterThan(0);
  expect(left).not.toContain('Books');
  expect(left).not.toContain('Blue Bottle Coffee, coffee');
});

test('a name that is not here is not kept, and vectors of another length or shape are passed over', () => {
  const { db } = indexed();
  keepVectors(db, MODEL, [{ text: 'Nobody', vector: vectorOf('Coffee') }]);
  expect(db.query("SELECT count(*) FROM name_vector WHERE name = 'Nobody'").rows).toEqual([[0]]);
  db.execute("UPDATE name_vector SET vector = '<script>' WHERE name = 'Coffee'");
  db.execute("UPDATE name_vector SET vector = 'AAAA' WHERE name = 'Books'");
  const [near = []] = nearestNames(db, MODEL, [vectorOf('Coffee')], 9);
  expect(near.map(({ text }) => text)).toEqual(expect.not.arrayContaining(['Coffee', 'Books']));
  expect(near.map(({ text }) => text)).toContain('Blue Bottle Coffee, coffee');
});

test('a vector of zeros is like nothing', () => {
  const { db } = indexed();
  expect(nearestNames(db, MODEL, [new Float32Array(2)], 1)[0]?.[0]?.likeness).toBe(0);
});
