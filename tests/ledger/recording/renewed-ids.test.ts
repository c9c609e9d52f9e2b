// Banks that make new ids for each export: told by several rows that agree in all but the id, also where the text is written otherwise.
import { expect, test } from 'vitest';
import { aStatement, openLedger, posted, record } from '../open-ledger.ts';

const FIRST = ['2026-03-02 -4.00 Salary office kitchen #a1', '2026-03-03 -9.00 Bakery at the corner #a2'];

test('rows come once when only their ids and the length of their texts differ', () => {
  const db = openLedger();
  record(db, aStatement(FIRST));
  record(
    db,
    aStatement(['2026-03-02 -4.00 Salary office #b1', '2026-03-03 -9.00 Bakery at the #b2', '2026-03-04 -1.00 Kiosk in the hall #b3']),
  );
  expect(posted(db)).toHaveLength(3);
  db.close();
});

test('one row alike with another id is a twin: ids that a bank keeps tell two coffees apart', () => {
  const db = openLedger();
  record(db, aStatement(['2026-03-02 -4.00 Coffee at the corner #a1']));
  record(db, aStatement(['2026-03-02 -4.00 Coffee at the corner #a2', '2026-03-04 -1.00 Kiosk #a3']));
  expect(posted(db)).toHaveLength(3);
  db.close();
});
