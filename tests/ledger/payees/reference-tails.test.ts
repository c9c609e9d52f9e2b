// What the rows of a file, and of the ledger beside it, show of the last word: a number that is new with each payment is no name.
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/ledger/database.ts';
import { ReferenceTails } from '../../../src/ledger/payees/reference-tails.ts';
import { emptyLedger, importFile } from '../flows/ledger-of.ts';

/** Each descriptor a day later than the one before. */
function tailsOf(descriptors: readonly string[], kind: string | null = null): ReferenceTails {
  const rows = descriptors.map((descriptor, at) => ({ descriptor, kind, memo: null, day: `2026-03-${String(at + 1).padStart(2, '0')}` }));
  return new ReferenceTails(rows);
}

const nameIn = (descriptors: readonly string[], asked: string, kind: string | null = null): string =>
  tailsOf(descriptors, kind).read(asked, kind).name;

describe('letters alone are a number where the siblings show it', () => {
  test.each([
    ['Petra Lindqvist', 'PETRA LINDQVIST K4RW2N', 'PETRA LINDQVIST 9ZTQ3M', 'PETRA LINDQVIST WQHRTP'],
    ['Owen Adeyemi', 'OWEN ADEYEMI X7PL9K2D', 'OWEN ADEYEMI M3QR8TZB', 'OWEN ADEYEMI PTKWAQRE'],
    ['Bloor Rowing Club', 'BLOOR ROWING CLUB 5TGH2K', 'BLOOR ROWING CLUB R8JN4W', 'BLOOR ROWING CLUB QZTEPR'],
    ['Tallulah Finch', 'TALLULAH FINCH B7K2X', 'TALLULAH FINCH 4RZ9Q', 'TALLULAH FINCH GPXTW'],
    ['Nadia Haddad', 'NADIA HADDAD 3KETUR', 'NADIA HADDAD Q9L2VX', 'NADIA HADDAD T5RB8W', 'NADIA HADDAD 7ZPH4C', 'NADIA HADDAD BAKOTE'],
    ['Harbour Dental', 'TRANSFER HARBOUR DENTAL Z2QXH7K', 'TRANSFER HARBOUR DENTAL 8WTP3RN', 'TRANSFER HARBOUR DENTAL XKRTSAQ'],
    ['Priscilla Amoah', 'PRISCILLA AMOAH 2HFTQZ', 'PRISCILLA AMOAH HFT4QZ', 'PRISCILLA AMOAH ZRWQET'],
    ['Landlord', 'LANDLORD K4RW2N', 'LANDLORD 9ZTQ3M', 'LANDLORD 8HGT5R', 'LANDLORD W2KX7P', 'LANDLORD T6RN4Q', 'LANDLORD WQHRTP'],
    ['Greta Nyström', 'GRETA NYSTRÖM 6DRAGH', 'GRETA NYSTRÖM 4KOLTE', 'GRETA NYSTRÖM T7X2PQ', 'GRETA NYSTRÖM KQTUXR'],
    ['Corner Cycle Works', 'CORNER CYCLE WORKS 6MARTO', 'CORNER CYCLE WORKS 3BELIN'],
  ])('%s', (name, ...descriptors) => {
    for (const each of descriptors) expect(nameIn(descriptors, each).replace(/^Transfer /, ''), each).toBe(name);
  });

  test('one of a form of the bank that always ends so, though its payee was never seen before', () => {
    const heads = ['IDA BERG', 'TOM HALE', 'RUTH OKOYE', 'SAM PRICE', 'LENA FOX', 'HUGO REIS', 'AMY WU'];
    const numbers = ['K4RW2N', '9ZTQ3M', '8HGT5R', 'W2KX7P', 'T6RN4Q', '5JQK8Z', 'P7XT3W'];
    const rows = heads.map((head, at) => `${head} ${numbers[at] ?? ''}`);
    expect(nameIn([...rows, 'NED OSTLER QWTRPA'], 'NED OSTLER QWTRPA', 'e-Transfer sent')).toBe('Ned Ostler');
    const worded = rows.map((row) => `GIROX SEND ${row}`);
    expect(nameIn([...worded, 'GIROX SEND NED OSTLER BATUKE'], 'GIROX SEND NED OSTLER BATUKE')).toBe('Girox Send Ned Ostler');
  });
});

describe('different payees stay different', () => {
  test.each([
    ['of one length, but words', 'ACORN PRIME', 'ACORN FRESH', 'ACORN MUSIC'],
    ['family names', 'JOHN SMITH', 'JOHN BROWN', 'JOHN CLARK', 'JOHN DAVIS'],
    ['towns', 'HOLM BAKERY OUSBY', 'HOLM BAKERY CRAIL', 'HOLM BAKERY TROON'],
    ['a word beside two numbers', 'ANNA MARIA NOVAK', 'ANNA MARIA K4RW2', 'ANNA MARIA 9ZTQ3'],
    ['a family name beside numbers that comes again', 'MARY JO PSMRTK', 'MARY JO K4RW2N', 'MARY JO 9ZTQ3M', 'MARY JO PSMRTK'],
    ['another length', 'OLD MILL K4RW2N', 'OLD MILL 9ZTQ3M', 'OLD MILL QWRTPLK'],
    ['numbers in sixteens have hardly a letter', 'OLD MILL 40A291', 'OLD MILL 7710B3', 'OLD MILL 11F209', 'OLD MILL DWRFST'],
    ['store numbers', 'OLD MILL T4412', 'OLD MILL T9981', 'OLD MILL T2210', 'OLD MILL STRND'],
    ['a head of one word has family names', 'JOHN K4RW2N', 'JOHN 9ZTQ3M', 'JOHN WRGHTS'],
    ['a place', 'OLD MILL K4RW2N', 'OLD MILL 9ZTQ3M', 'OLD MILL 7PTX2R', 'OLD MILL LONDON'],
  ])('%s', (_, ...descriptors) => {
    const words = descriptors.filter((each) => !/\d/.test(each));
    for (const each of words) expect(nameIn(descriptors, each), each).toBe(nameIn([], each));
  });

  test('rows that move own money, and brands, are read as they are', () => {
    const rows = ['ONLINE TRANSFER TO SAVINGS K4RW2N', 'ONLINE TRANSFER TO SAVINGS 9ZTQ3M', 'ONLINE TRANSFER TO SAVINGS WQHRTP'];
    expect(nameIn(rows, 'ONLINE TRANSFER TO SAVINGS WQHRTP')).toBe(nameIn([], 'ONLINE TRANSFER TO SAVINGS WQHRTP'));
  });
});

const names = (db: Database): string[] =>
  db.query('SELECT DISTINCT payee.name FROM posting JOIN payee ON payee.id = payee_id ORDER BY 1').rows.map(([name]) => String(name));

describe('over several files', () => {
  const seen: [string, number, string, string][] = [
    ['2026-01-03', -60, 'INGA SOLHEIM K4RW2N', 'e-Transfer sent'],
    ['2026-01-17', -60, 'INGA SOLHEIM 9ZTQ3M', 'e-Transfer sent'],
    ['2026-01-24', -60, 'INGA SOLHEIM 8HGT5R', 'e-Transfer sent'],
  ];

  test('one row of a later file comes to the payee that is known', () => {
    const db = emptyLedger();
    importFile(db, 'january.csv', 'CAD', seen);
    importFile(db, 'february.csv', 'CAD', [['2026-02-01', -60, 'INGA SOLHEIM QWTRPZ', 'e-Transfer sent']]);
    expect(names(db)).toEqual(['Inga Solheim']);
  });

  test('one row of an earlier file joins once a later file shows what its last word was', () => {
    const db = emptyLedger();
    importFile(db, 'december.csv', 'CAD', [['2025-12-20', -60, 'INGA SOLHEIM QATRPZ', 'e-Transfer sent']]);
    expect(names(db)).toEqual(['Inga Solheim Qatrpz']);
    importFile(db, 'january.csv', 'CAD', seen);
    expect(names(db)).toEqual(['Inga Solheim']);
  });

  test('the same rows in a second file are no second sighting of a number', () => {
    const db = emptyLedger();
    const rows: typeof seen = [...seen, ['2026-01-31', -60, 'INGA SOLHEIM QWTRPZ', 'e-Transfer sent']];
    importFile(db, 'january.csv', 'CAD', rows);
    importFile(db, 'again.csv', 'CAD', [...rows, ['2026-02-01', -60, 'INGA SOLHEIM TRPKAW', 'e-Transfer sent']]);
    expect(names(db)).toEqual(['Inga Solheim']);
  });

  test('a payee that the person gave a name keeps its rows', () => {
    const db = emptyLedger();
    importFile(db, 'december.csv', 'CAD', [['2025-12-20', -60, 'INGA SOLHEIM QATRPZ', 'e-Transfer sent']]);
    db.execute("INSERT INTO payee (name) VALUES ('The piano teacher')");
    db.execute("UPDATE payee SET shown_as = (SELECT max(id) FROM payee) WHERE name = 'Inga Solheim Qatrpz'");
    importFile(db, 'january.csv', 'CAD', seen);
    expect(
      db.query("SELECT count(*) FROM bank_transaction t JOIN payee ON payee.id = read_payee_id WHERE name = 'Inga Solheim Qatrpz'").rows,
    ).toEqual([[1]]);
  });
});
