// Names that a bank cuts at a fixed width, and the payee of another account that they are.
import { describe, expect, test } from 'vitest';
import type { Database } from '../../../src/ledger/database.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { emptyLedger, importFile, type Row } from '../flows/ledger-of.ts';

const names = (db: Database): string[] =>
  db.query('SELECT DISTINCT payee.name FROM posting JOIN payee ON payee.id = payee_id ORDER BY 1').rows.map(([name]) => String(name));

const rowsOf = (descriptors: readonly string[]): Row[] =>
  descriptors.map((descriptor, at) => [`2026-03-${String(at + 1).padStart(2, '0')}`, -10 - at, descriptor]);

/** Sixteen letters and no more. */
const WIDTH = 16;
const PILE = ['HARBOUR PANTRY AND SUNDRIES', 'MERIDIAN STATIONERY', 'ORCHARD GARDEN SUPPLY', 'COPPERFIELD LANTERNS', 'ZEN TEA'];
const cut = (descriptors: readonly string[]) => descriptors.map((each) => each.slice(0, WIDTH).trim());

function namesAfter(bank: readonly string[], card: readonly string[], order: 'bank first' | 'card first'): string[] {
  const db = emptyLedger();
  const files = [
    () => importFile(db, 'bank.csv', 'CAD', rowsOf(bank), '11112222'),
    () => importFile(db, 'card.csv', 'CAD', rowsOf(card), '33334444'),
  ];
  for (const file of order === 'bank first' ? files : files.reverse()) file();
  return names(db);
}

describe.each(['bank first', 'card first'] as const)('%s', (order) => {
  test.each([
    ['DANFORTH BAKEHOUSE'],
    ['BROADVIEW BARBERS'],
    ['EAST END CYCLE COOP'],
    ['PEMBROKE CANDLEMAKERS'],
    ['LITTLE ITALY ESPRESSO'],
    ['RIVERDALE UPHOLSTERY'],
    ['OSSINGTON VINTAGE'],
    ['LESLIEVILLE POTTERY'],
    ['QUEEN STREET FROMAGERIE'],
    ['THISTLE AND BRIAR'],
  ])('%s is one payee', (shop) => {
    const found = namesAfter(cut([...PILE, shop]), [shop, 'BLUE HERON BOOKS'], order);
    const words = shop.split(' ').slice(0, 2).join(' ');
    expect(found.filter((name) => name.toUpperCase().startsWith(words.slice(0, 10)))).toHaveLength(1);
    expect(found.map((name) => name.toUpperCase())).toContain(shop);
  });

  test('the bank marks purchases by another road behind the name', () => {
    const bank = [...cut([...PILE, 'DANFORTH BAKEHOUSE']).map((each) => `${each} _F`), 'A PAYMENT WITHOUT A MARK THAT IS LONGER THAN ALL'];
    expect(namesAfter(bank, ['DANFORTH BAKEHOUSE'], order)).not.toContain('Danforth Bakehou');
  });

  test.each<[string, string[], string[], string]>([
    ['two payees fit', cut([...PILE, 'DANFORTH BAKEHOUSE']), ['DANFORTH BAKEHOUSE', 'DANFORTH BAKEHOUND'], 'Danforth Bakehou'],
    ['no other text ends there', ['ZEN TEA', 'DANFORTH BAKEHOU'], ['DANFORTH BAKEHOUSE'], 'Danforth Bakehou'],
    [
      'longer texts stand beside it',
      [...cut(PILE), 'DANFORTH BAKEHOU', 'A NAME LONGER THAN THOSE'],
      ['DANFORTH BAKEHOUSE'],
      'Danforth Bakehou',
    ],
    ['it is shorter than the edge', [...cut(PILE), 'DANFORTH BAKER'], ['DANFORTH BAKERY HOUSE'], 'Danforth Baker'],
    ['a word stands alone', [...cut(PILE), 'CONSTANTINOPOLIS'], ['CONSTANTINOPOLISH'], 'Constantinopolis'],
    ['another word follows', [...cut(PILE), 'BROADVIEW BARBER'], ['BROADVIEW BARBER LOUNGE'], 'Broadview Barber'],
    [
      'the whole name stands in the other file',
      [...cut(PILE), 'BROADVIEW BARBER'],
      ['BROADVIEW BARBER', 'BROADVIEW BARBERS'],
      'Broadview Barber',
    ],
    [
      'the text is of every width',
      [
        'A FINE OLD MILL',
        'A FINE OLD MILLS',
        'THE OLD TANNERY',
        'AN OLD TANNERYS',
        'ALL SOULS FARM X',
        'ALL SOULS FARM',
        'BROADVIEW BARBER',
        'GREY GOOSE FARMS',
      ],
      ['BROADVIEW BARBERS'],
      'Broadview Barber',
    ],
  ])('they stay two where %s', (_, bank, card, stays) => {
    expect(namesAfter(bank, card, order)).toContain(stays);
  });
});

test('a payee that the person gave a name keeps its rows', () => {
  const db = emptyLedger();
  importFile(db, 'bank.csv', 'CAD', rowsOf(cut([...PILE, 'DANFORTH BAKEHOUSE'])), '11112222');
  db.execute("INSERT INTO payee (name) VALUES ('The bakers')");
  db.execute("UPDATE payee SET shown_as = (SELECT max(id) FROM payee) WHERE name = 'Danforth Bakehou'");
  importFile(db, 'card.csv', 'CAD', rowsOf(['DANFORTH BAKEHOUSE']), '33334444');
  expect(
    db.query("SELECT count(*) FROM bank_transaction t JOIN payee ON payee.id = read_payee_id WHERE name = 'Danforth Bakehou'").rows,
  ).toEqual([[1]]);
});

test('the next month comes to the same payee', () => {
  const db = emptyLedger();
  importFile(db, 'bank.csv', 'CAD', rowsOf(cut([...PILE, 'DANFORTH BAKEHOUSE'])), '11112222');
  importFile(db, 'card.csv', 'CAD', rowsOf(['DANFORTH BAKEHOUSE']), '33334444');
  importFile(db, 'april.csv', 'CAD', [['2026-04-02', -12, 'DANFORTH BAKEHOU']], '11112222');
  expect(names(db)).not.toContain('Danforth Bakehou');
});

test('with the file undone that showed the whole name, the row has its own again', () => {
  const db = emptyLedger();
  importFile(db, 'bank.csv', 'CAD', rowsOf(cut([...PILE, 'DANFORTH BAKEHOUSE'])), '11112222');
  const before = names(db);
  importFile(db, 'card.csv', 'CAD', rowsOf(['DANFORTH BAKEHOUSE']), '33334444');
  expect(names(db)).not.toContain('Danforth Bakehou');
  undoImport(db, Number(db.query('SELECT max(id) FROM statement').rows[0]?.[0]));
  expect(names(db)).toEqual(before);
});
