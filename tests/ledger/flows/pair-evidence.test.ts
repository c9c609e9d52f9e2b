// What speaks for two rows being one movement where neither says so: names, banks, rhythm. Each beside a near-miss.
import { describe, expect, test } from 'vitest';
import { emptyLedger, flowsOf, importFile, pairsOf, type Row } from './ledger-of.ts';

/** The first of so many months, from January 2025. */
const firsts = (months: number): string[] =>
  Array.from({ length: months }, (_, at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`);

function ledgerOf(files: Record<string, readonly Row[]>, currency = 'GBP') {
  const db = emptyLedger();
  for (const [name, rows] of Object.entries(files)) importFile(db, name, currency, rows);
  return { pairs: pairsOf(db), flows: flowsOf(db) };
}

describe('one name on both sides', () => {
  /** As many again of that name whose other account is not here. */
  const elsewhere = (name: string, months: number): Row[] =>
    firsts(months).flatMap((day): Row[] => [
      [day, -75, `${name} CAR`, 'SO'],
      [day, -20, `${name} GYM`, 'SO'],
    ]);

  test('in a rhythm is own money, however much more goes to that name elsewhere', () => {
    const { pairs } = ledgerOf({
      'barclays current.csv': [...firsts(4).map((day): Row => [day, -940, 'I FENWICK BILLS', 'SO']), ...elsewhere('I FENWICK', 4)],
      'monzo.csv': firsts(4).map((day): Row => [day, 940, 'Isla Fenwick', 'Faster payment', '', 'INCOME']),
    });
    expect(pairs).toEqual(Array<string>(4).fill('I FENWICK BILLS -> Isla Fenwick'));
  });

  test('what else goes to a name that moves money in a rhythm is own money too, where the other account is not here', () => {
    const { flows } = ledgerOf({
      'barclays current.csv': [
        ...firsts(4).map((day): Row => [day, -940, 'I FENWICK BILLS', 'SO']),
        ['2025-02-09', -300, 'I FENWICK CHASE', 'FP'],
        ['2025-02-09', -30, 'P FENWICK', 'FP'],
      ],
      'monzo.csv': firsts(4).map((day): Row => [day, 940, 'Isla Fenwick', 'Faster payment']),
    });
    expect(flows).toMatchObject({ '2025-02-09 I FENWICK CHASE': 'transfer', '2025-02-09 P FENWICK': 'expense' });
  });

  test('and all sums different is own money where nearly all that comes from that name has its other half', () => {
    const { pairs } = ledgerOf({
      'barclays current.csv': [...firsts(4).map((day, at): Row => [day, -940 - at, 'I FENWICK BILLS', 'SO']), ...elsewhere('I FENWICK', 4)],
      'monzo.csv': firsts(4).map((day, at): Row => [day, 940 + at, 'Isla Fenwick', 'Faster payment']),
    });
    expect(pairs).toHaveLength(4);
  });

  test('a friend who pays back now and then stays one, whatever the file calls the money', () => {
    const { flows } = ledgerOf({
      'barclays current.csv': [
        ['2025-01-04', -40, 'T ADEYEMI', 'FP'],
        ['2025-02-11', -26, 'T ADEYEMI', 'FP'],
        ['2025-03-19', -31.5, 'T ADEYEMI', 'FP'],
        ['2025-04-02', -12, 'T ADEYEMI', 'FP'],
      ],
      'monzo.csv': [
        ['2025-01-04', 40, 'Tom Adeyemi', 'Faster payment', '', 'INCOME'],
        ['2025-02-12', 26, 'Tom Adeyemi', 'Faster payment'],
        ['2025-05-30', 8, 'Tom Adeyemi', 'Faster payment'],
      ],
    });
    expect(new Set(Object.values(flows))).toEqual(new Set(['expense', 'income']));
  });

  test("known as nobody's given name, a friend stays one too", () => {
    const { pairs } = ledgerOf({
      'barclays current.csv': [
        ['2025-01-04', -40, 'Xanthe Quillfeather', 'FP'],
        ['2025-02-11', -26, 'Xanthe Quillfeather', 'FP'],
        ['2025-03-19', -31.5, 'Xanthe Quillfeather', 'FP'],
      ],
      'monzo.csv': [['2025-01-04', 40, 'Xanthe Quillfeather', 'Faster payment']],
    });
    expect(pairs).toEqual([]);
  });
});

describe('the name of the bank that the other half lies at', () => {
  const once = (out: string, into: string, days: readonly [string, string] = ['2025-03-03', '2025-03-03']) =>
    ledgerOf({
      'lloyds current.csv': [
        [days[0], -610, out, 'FPO'],
        ['2025-03-09', -90, 'I FENWICK', 'FPO'],
        ['2025-03-20', -15, 'I FENWICK', 'FPO'],
      ],
      'monzo.csv': [
        [days[1], 610, into, 'Faster payment'],
        ['2025-03-06', -9, 'Fern & Fable Books', 'Card payment'],
      ],
    }).pairs.length;

  test.each([
    ['I FENWICK MONZO', 'Isla Fenwick'],
    ['ISLA FENWICK TO MONZO', 'Isla Fenwick'],
    ['I FENWICK FOOD N FUEL MONZO', 'Isla Fenwick & Ben Osei'],
    ['FENWICK OSEI JOINT MONZO', 'Isla Fenwick'],
    ['I FENWICK', 'I FENWICK LLOYDS'],
  ])('and one name, once: %s, %s', (out, into) => expect(once(out, into)).toBe(1));

  test.each([
    ['T ADEYEMI MONZO', 'Isla Fenwick'],
    ['ADEYEMI BURNS JOINT MONZO', 'Isla Fenwick'],
    ['I FENWICK STARLING', 'Isla Fenwick'],
  ])('not where the name or the bank is another: %s, %s', (out, into) => expect(once(out, into)).toBe(0));

  test('nor where days lie between', () => expect(once('I FENWICK MONZO', 'Isla Fenwick', ['2025-03-03', '2025-03-06'])).toBe(0));

  test("the words of an account's own name do as well, in any order", () => {
    const files = (note: string): Record<string, readonly Row[]> => ({
      'lloyds current.csv': [
        ['2025-03-03', -200, `I FENWICK ${note}`, 'FPO'],
        ['2025-03-09', -90, 'I FENWICK', 'FPO'],
        ['2025-03-10', -45, 'I FENWICK', 'FPO'],
      ],
      'FENWICK I KITCHEN FUND.csv': [['2025-03-03', 200, 'I FENWICK', 'FPI']],
    });
    expect(ledgerOf(files('KITCHEN FUND')).pairs).toHaveLength(1);
    expect(ledgerOf(files('BATHROOM')).pairs).toHaveLength(0);
  });
});

describe('a series', () => {
  /** Half a year, of which one payee is written otherwise once. */
  const other = (odd: string, amount = 700) => {
    const days = firsts(6);
    return ledgerOf({
      'kestrel current.csv': days.map((day, at): Row => [
        day,
        at === 3 ? -amount : -700,
        at === 3 ? odd : 'Harbour Fund',
        'Standing order',
      ]),
      'second current.csv': days.map((day, at): Row => [day, at === 3 ? amount : 700, 'FENWICK HOUSE', 'CR']),
    }).pairs;
  };

  test('takes in the one whose payee the bank wrote otherwise', () => expect(other('Harbour Fund Q7XW2')).toHaveLength(6));

  test('but no other sum', () => expect(other('Harbour Fund Q7XW2', 655)).toHaveLength(5));

  test('of what is paid for rent and what somebody pays towards it is none', () => {
    const { flows } = ledgerOf({
      'kestrel current.csv': firsts(4).map((day): Row => [day, -700, 'Grange Lettings', 'Standing order']),
      'second current.csv': firsts(4).map((day): Row => [day, 700, 'Kit & Sons Upkeep', 'CR']),
    });
    expect(new Set(Object.values(flows))).toEqual(new Set(['expense', 'income']));
  });

  const couple = (months: number, more: readonly Row[] = []) =>
    ledgerOf(
      {
        'first chequing.csv': [...firsts(months).map((day): Row => [day, -850, 'DAVID OSEI', 'e-Transfer sent']), ...more],
        'second chequing.csv': firsts(months).map((day): Row => [day, 850, 'EMMA FINCH', 'e-Transfer received']),
      },
      'CAD',
    ).pairs.length;

  test("of a couple's two accounts, each named in the other's statement, half a year long", () => expect(couple(7)).toBe(7));

  test('shorter, two people are two people', () => expect(couple(4)).toBe(0));

  test('nor is it one where that person gets money otherwise too', () =>
    expect(
      couple(
        7,
        firsts(4).map((day, at): Row => [day.replace(/01$/, '17'), -20 - at, 'DAVID OSEI', 'e-Transfer sent']),
      ),
    ).toBe(0));
});

test("what the file calls pay is nobody's own money, what it calls income may be", () => {
  const into = (category: string): string[] =>
    ledgerOf({
      'lloyds current.csv': [['2025-03-03', -610, 'I FENWICK MONZO', 'FPO']],
      'monzo.csv': [['2025-03-03', 610, 'Isla Fenwick', 'Faster payment', '', category]],
    }).pairs;
  expect(into('Income')).toHaveLength(1);
  expect(into('Salary')).toHaveLength(0);
});

test('what is put back into savings is no refund', () => {
  const { flows } = ledgerOf({
    'marsh savings.csv': [
      ['2025-02-03', -150, 'FENWICK I & B'],
      ['2025-03-03', 100, 'FENWICK I & B'],
      ['2025-03-31', 2.4, 'GROSS INTEREST'],
    ],
  });
  expect(flows).toMatchObject({
    '2025-03-03 FENWICK I & B': 'income',
    '2025-03-31 GROSS INTEREST': 'income',
  });
});

describe('a bank whose name the other one cut', () => {
  test('is the account that is called so, and its own side names the first bank', () => {
    const days = firsts(3);
    const { pairs } = ledgerOf(
      {
        'aib_current.csv': days.map((day): Row => [day, -150, 'SO DOUGLAS CREDIT U', '', 'SHARES']),
        'douglas_credit_union.csv': days.map((day): Row => [day, 150, 'STANDING ORDER AIB ****4471']),
      },
      'EUR',
    );
    expect(pairs).toEqual(Array<string>(3).fill('SO DOUGLAS CREDIT U -> STANDING ORDER AIB ****4471'));
  });

  test('is no other payee that begins as the account does', () => {
    const { pairs } = ledgerOf(
      {
        'aib_current.csv': [['2025-01-01', -150, 'SO DOUGLAS CYCLES']],
        'douglas_credit_union.csv': [['2025-01-01', 150, 'LODGEMENT WILTON']],
      },
      'EUR',
    );
    expect(pairs).toEqual([]);
  });
});

describe("a couple's rent and bills, each with an account", () => {
  /** Ada moves money to her saver every month, by her name on both sides: she holds an account. */
  const saver = (months: number): Record<string, Row[]> => ({
    'lloyds current.csv': firsts(months).map((day): Row => [day, -90, 'A FINCH CHASE SAVER', 'FPO']),
    'chase saver.csv': firsts(months).map((day): Row => [day, 90, 'From Ada Finch', 'Transfer']),
  });
  const shared = (months: number, payee = 'Ada Finch', into = 'T BYRD RENT AND BILLS'): Record<string, Row[]> => {
    const { 'lloyds current.csv': current = [], ...more } = saver(months);
    return {
      ...more,
      'lloyds current.csv': [...current, ...firsts(months).map((day): Row => [day, 400, into, 'FPI'])],
      'starling.csv': firsts(months).map((day): Row => [day, -400, payee, 'Faster payment', 'RENT AND BILLS']),
    };
  };
  const rents = ({ pairs }: { pairs: string[] }): number => pairs.filter((pair) => pair.includes('BYRD')).length;

  test('are one movement, whatever the reference says', () => {
    const ledger = ledgerOf(shared(8));
    expect(rents(ledger)).toBe(8);
    expect(ledger.flows).toMatchObject({ '2025-03-01 T BYRD RENT AND BILLS': 'transfer', '2025-03-01 Ada Finch': 'transfer' });
  });

  test('but not where the name was seen on own money once or twice', () => {
    const { 'lloyds current.csv': current = [], 'chase saver.csv': kept = [], ...more } = shared(8);
    const isRent = ([, , text]: Row) => text.includes('RENT');
    expect(
      rents(
        ledgerOf({
          ...more,
          'lloyds current.csv': [...current.filter((row) => !isRent(row)).slice(0, 2), ...current.filter(isRent)],
          'chase saver.csv': kept.slice(0, 2),
        }),
      ),
    ).toBe(0);
  });

  test('but not where nobody on either side is known to hold an account: a landlord is paid, a lodger pays', () => {
    expect(rents(ledgerOf(shared(8, 'Rhona Marsh')))).toBe(0);
  });

  test('nor within half a year', () => {
    expect(rents(ledgerOf(shared(5)))).toBe(0);
  });

  test('nor where the sender pays as often without its coming in', () => {
    const files = shared(8);
    const more = firsts(8).map((day): Row => [day.replace(/01$/, '17'), -220, 'Ada Finch', 'Faster payment', 'MORTGAGE']);
    expect(rents(ledgerOf({ ...files, 'starling.csv': [...(files['starling.csv'] ?? []), ...more] }))).toBe(0);
  });

  test('nor of wages and what is given back', () => {
    expect(rents(ledgerOf(shared(8, 'Ada Finch', 'T BYRD RENT REFUND')))).toBe(0);
  });
});

test("what comes out of one's own saver now and then is own money", () => {
  const { flows } = ledgerOf({
    'nationwide savings.csv': [
      ['2025-05-20', -1500, 'Transfer to Rennie C & E', 'Transfer'],
      ['2025-12-08', -2500, 'Transfer to Rennie C & E', 'Transfer'],
    ],
    'joint.csv': [
      ['2025-05-20', 1500, 'C & E RENNIE SAVER 400145256597959', 'FPI'],
      ['2025-12-08', 2500, 'C & E RENNIE SAVER 184803794576214', 'FPI'],
    ],
  });
  expect(new Set(Object.values(flows))).toEqual(new Set(['transfer']));
});

test('what is sold second hand is earned, and what is given back there is not', () => {
  const { flows } = ledgerOf({
    'monzo.csv': [
      ['2025-02-03', -40, 'Vinted', 'Card payment'],
      ['2025-02-28', 37.89, 'Vinted', 'Faster payment'],
      ['2025-03-04', 12, 'Vinted refund', 'Faster payment'],
    ],
  });
  expect(flows).toMatchObject({ '2025-02-28 Vinted': 'income', '2025-03-04 Vinted refund': 'refund' });
});
