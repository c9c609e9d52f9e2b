// What the rows of a file show that one row does not: where a shop is, and what somebody wrote behind a name.
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/ledger/database.ts';
import { RowReader } from '../../../src/ledger/payees/row-reader.ts';
import { emptyLedger, importFile } from '../flows/ledger-of.ts';

type Row = string | [descriptor: string, memo: string];

function readerOf(rows: readonly Row[], kind: string | null): RowReader {
  return new RowReader(
    rows.map((row, at) => ({
      descriptor: typeof row === 'string' ? row : row[0],
      memo: typeof row === 'string' ? null : row[1],
      kind,
      day: `2026-03-${String(at + 1).padStart(2, '0')}`,
    })),
  );
}

const nameIn = (rows: readonly Row[], asked: string, kind: string | null = null): string => readerOf(rows, kind).read(asked, kind).name;

describe('a place that no list has', () => {
  test.each<[string, string, ...Row[]]>([
    ['Quayle & Sons Butchers', 'QUAYLE & SONS BUTCHERS ORMESTHWAITE', 'BOOTS 0914 ORMESTHWAITE', 'KWIK FIT 0571 ORMESTHWAITE'],
    ['The Blue Boar', 'THE BLUE BOAR NETHER ORME', 'BOOTS 0914 NETHER ORME', 'THE BLUE BOAR NETHER ORME'],
    ['Pell Dance Studio', 'PELL DANCE STUDIO TOGHER', ['LIDL IRELAND', 'TOGHER'], 'PELL DANCE STUDIO TOGHER'],
    ['Gilpin Sweets', 'GILPIN SWEETS NETHER ORME GB', 'ALDI PLC NETHER ORME GB', 'HALE SHOES NETHER ORME GB', 'TOVEY LTD NETHER ORME GB'],
    ['Gilpin Sweets', 'GILPIN SWEETS NETHER ORME REFUND', 'BOOTS 0914 NETHER ORME', 'GILPIN SWEETS NETHER ORME'],
    ['Gilpin Sweets', 'GILPIN SWEETS PARNELL RD'],
  ])('%s of %s', (name, asked, ...rows) => {
    expect(nameIn([...rows, asked], asked)).toBe(name);
  });

  test.each<[string, string, string, ...Row[]]>([
    ['one shop alone says it', 'QUAYLE ORMESTHWAITE', 'Quayle Ormesthwaite', 'QUAYLE 0914 ORMESTHWAITE'],
    ['no number, no mark', 'QUAYLE PRIME', 'Quayle Prime', 'ACORN PRIME', 'TOVEY PRIME', 'HALE PRIME'],
    [
      'half a place',
      'CAFE BRIG HEATHE',
      'Cafe Brig Heathe',
      'ALDI PLC NETHER HEATHE GB',
      'HALE SHOES NETHER HEATHE GB',
      'TOVEY LTD NETHER HEATHE GB',
    ],
    ['a trade', 'QUAYLE DENTAL', 'Quayle Dental', 'BOOTS 0914 DENTAL', 'HALE 221 DENTAL'],
    ['a shop called after the place', 'THE ORMESTHWAITE', 'The Ormesthwaite', 'BOOTS 0914 ORMESTHWAITE', 'HALE 221 ORMESTHWAITE'],
    ['a trade and nothing else before it', 'VETS ORMESTHWAITE', 'Vets Ormesthwaite', 'BOOTS 0914 ORMESTHWAITE', 'HALE 221 ORMESTHWAITE'],
    ['what belongs to it', 'MUSEUM OF ORMESTHWAITE', 'Museum of Ormesthwaite', 'BOOTS 0914 ORMESTHWAITE', 'HALE 221 ORMESTHWAITE'],
    ['a dwelling', 'FLAT 2 PARNELL RD', 'Flat 2 Parnell Rd'],
    ['a word that binds a street', 'COFFEE ON PARNELL STREET', 'Coffee On Parnell Street'],
    ['written by a person', 'Quayle Ormesthwaite', 'Quayle Ormesthwaite', 'BOOTS 0914 ORMESTHWAITE', 'HALE 221 ORMESTHWAITE'],
  ])('but not where there is %s', (_, asked, name, ...rows) => {
    expect(nameIn([...rows, asked], asked)).toBe(name);
  });
});

describe('a note behind a name', () => {
  const fence = ['CIARAN DOHERTY BACK FENCE', 'CIARAN DOHERTY GATE'];

  test('is told by another behind the same name', () => {
    for (const each of fence) expect(nameIn(fence, each, 'Standing order'), each).toBe('Ciaran Doherty');
    expect(nameIn(fence.slice(1), 'CIARAN DOHERTY GATE', 'Standing order')).toBe('Ciaran Doherty Gate');
  });

  test('is told of a kind by several others, and where the family name is a given one too', () => {
    const mason = ['CLAIRE MASON EASTER CLUB', 'CLAIRE MASON POPPY SHOES', 'CLAIRE MASON HALF TERM', 'CLAIRE MASON SCHOOL TRIP'];
    for (const each of mason) expect(nameIn(mason, each, 'Payment to'), each).toBe('Claire Mason');
    const rent = ['MATTHEW PASCOE RENT HELP', 'MATTHEW PASCOE IRIS PRAM', 'MATTHEW PASCOE TRAIN FARE'];
    for (const each of rent) expect(nameIn(rent, each, 'Standing order'), each).toBe('Matthew Pascoe');
  });

  test('whoever is printed by family name and initial is the one person of that name', () => {
    const rows = ['MATTHEW PASCOE IRIS PRAM', 'MATTHEW PASCOE TRAIN FARE', 'MATTHEW PASCOE BOILER LOAN', 'PASCOE M CAR MONEY'];
    expect(nameIn(rows, 'PASCOE M CAR MONEY', 'Bank credit')).toBe('Matthew Pascoe');
    const two = [...rows, 'MARY PASCOE', 'MARY PASCOE GIFT'];
    expect(nameIn(two, 'PASCOE M CAR MONEY', 'Bank credit')).not.toMatch(/^(?:Matthew|Mary) Pascoe$/);
    expect(nameIn(rows, 'PASCOE J CAR MONEY', 'Bank credit')).not.toBe('Matthew Pascoe');
  });

  test.each([
    ['second family names', 'MARIA GARCIA LOPEZ', 'MARIA GARCIA RUIZ'],
    ['names of particles', 'ANNA VAN DYK', 'ANNA VAN DER MEER', 'ANNA VAN DEN BERG'],
    ['names of three given ones', 'MARY ANN JAMES', 'MARY ANN PAUL WHITE'],
  ])('but %s are not one', (_, ...rows) => {
    const names = rows.map((row) => nameIn(rows, row, 'Standing order'));
    expect(new Set(names).size).toBe(rows.length);
  });
});

const names = (db: Database): string[] =>
  db.query('SELECT DISTINCT payee.name FROM posting JOIN payee ON payee.id = payee_id ORDER BY 1').rows.map(([name]) => String(name));

test('rows of an earlier file lose the place that a later one shows', () => {
  const db = emptyLedger();
  importFile(db, 'card.csv', 'GBP', [['2026-01-03', -6, 'GILPIN SWEETS NETHER ORME']]);
  expect(names(db)).toEqual(['Gilpin Sweets Nether Orme']);
  importFile(db, 'current.csv', 'GBP', [
    ['2026-02-03', -9, 'BOOTS 0914 NETHER ORME'],
    ['2026-02-04', -7, 'GILPIN SWEETS'],
  ]);
  expect(names(db)).toEqual(['Boots', 'Gilpin Sweets']);
});
