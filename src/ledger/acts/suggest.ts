// A category for a row that has none: what the person chose for this payee before, what the payee's other rows have, what the brand
// file says of its kind. Suggested, never written unasked; rules need no suggesting, they hold by themselves.
import { fold } from '../../base/text.ts';
import type { ReadableDatabase } from '../database.ts';
import { suggestCategory } from '../payees/kinds.ts';
import type { Origin } from './said.ts';

export interface Suggestion {
  category: string;
  by: Extract<Origin, 'earlier' | 'brand'>;
}

/** The best first, each category once. */
export function suggestFor(db: ReadableDatabase, payeeId: number): Suggestion[] {
  const earlier = db
    .query(
      `SELECT category.name FROM posting JOIN category ON category.id = category_id WHERE payee_id = ?
       GROUP BY category_id ORDER BY max(origin IS 'person') DESC, count(*) DESC, max(day) DESC LIMIT 3`,
      [payeeId],
    )
    .rows.map(([name]): Suggestion => ({ category: String(name), by: 'earlier' }));
  const kind = db.query('SELECT kind FROM payee WHERE id = ?', [payeeId]).rows[0]?.[0];
  const brand = typeof kind === 'string' ? suggestCategory(kind) : null;
  if (brand === null || earlier.some(({ category }) => fold(category) === fold(brand))) return earlier;
  return [...earlier, { category: asWritten(db, brand), by: 'brand' }];
}

/** As this ledger spells it. */
function asWritten(db: ReadableDatabase, name: string): string {
  const same = db.query('SELECT name FROM category').rows.find(([each]) => fold(String(each)) === fold(name));
  return same ? String(same[0]) : name;
}
