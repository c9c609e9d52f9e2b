// Names out of the networks that people send money through, numbers behind them that one row shows, and words that are no family name.
import { describe, expect, test } from 'vitest';
import { readDescriptor, readPayee } from '../../../src/ledger/payees/read-payee.ts';

const nameOf = (text: string, kind: string | null = null): string => readPayee(text, kind).name;

test.each([
  'INTERAC E-TRF PETER HALL C1AQ4PNY',
  'INTERAC E-TRANSFER SENT PETER HALL 4XK2PQ',
  'INTERAC e-Transfer From: PETER HALL',
  'SEND E-TFR PETER HALL 7GH3ZP',
  'VIREMENT INTERAC PETER HALL',
  'INTERNET TRANSFER TO PETER HALL',
  'PAYID PAYMENT PETER HALL',
  'OSKO DEPOSIT FROM PETER HALL',
  'BIZUM A FAVOR DE PETER HALL',
  'TWINT AN PETER HALL',
  'BLIK PETER HALL',
  'SEPA CREDIT TRANSFER PETER HALL',
  'SCT INST PETER HALL',
  'PAYNOW-FAST PETER HALL',
  'SPEI ENVIADO PETER HALL',
  'LYDIA*PETER HALL',
  'NEFT-N123456789-PETER HALL',
  'VENMO PAYMENT TO PETER HALL',
])('%s is Peter Hall, a person', (text) => expect(readPayee(text, null)).toEqual({ name: 'Peter Hall', kind: 'person' }));

test('what only begins like a network is a name', () => {
  expect(nameOf('LYDIA GRAHAM')).toBe('Lydia Graham');
  expect(nameOf('OSKORIP BREWERY')).toBe('Oskorip Brewery');
  expect(nameOf('VENMO')).toBe('Venmo');
  expect(nameOf('VIREMENT DE PETER HALL')).toBe('Peter Hall');
});

describe('a number that nobody can say, or one behind a person, goes', () => {
  test.each([
    ['Corner Bakery', 'CORNER BAKERY 3ESHKN'],
    ['Oakfield Nursery', 'OAKFIELD NURSERY GMHGS5'],
    ['Riverside Tennis', 'RIVERSIDE TENNIS XBSHT4'],
    ['Jen Park', 'JEN PARK 7NUPET'],
    ['Anna Kowal', 'ANNA KOWAL UGHEU8'],
    ['Aunt Carol', 'AUNT CAROL UGHEU8'],
    ['Laura Gil', 'LAURA GIL 6MARTO'],
    ['Tom Baker', 'TOM BAKER 3UBQUF'],
    ['Melodia Live', 'Melodia Live P2HXCKP6W4X'],
    ['Nordfilm', 'Nordfilm 7H3KQ9XX1'],
    ['Apex Roofing', 'APEX ROOFING CHQ#0047'],
  ])('%s', (name, text) => expect(nameOf(text)).toBe(name));

  test.each([
    ['The Mart 7eleven', 'THE MART 7ELEVEN'],
    ['Paris Hotel 4saisons', 'PARIS HOTEL 4SAISONS'],
    ['Radio B2B', 'RADIO B2B'],
    ['Old Mill 2GO', 'OLD MILL 2GO'],
    ['Phone Repair 4YOU', 'PHONE REPAIR 4YOU'],
    ['Corner Grill Rte66', 'CORNER GRILL RTE66'],
    ['Blue Fin U2', 'BLUE FIN U2'],
    ['Boxing 4ALL', 'Boxing 4ALL'],
    ['Holm MP3', 'HOLM MP3'],
    ['Holm Bakery', 'HOLM BAKERY'],
  ])('%s stays', (name, text) => expect(nameOf(text).toUpperCase()).toBe(name.toUpperCase()));
});

describe('kin and titles are no family name', () => {
  test.each([
    ['Aunt Carol', 'AUNT CAROL'],
    ['Uncle Joe', 'UNCLE JOE'],
    ['Grandma Rose', 'GRANDMA ROSE'],
    ['Nan Ruth', 'NAN RUTH'],
    ['Dad Peter', 'DAD PETER'],
    ['Cousin Maria', 'COUSIN MARIA'],
    ['Tante Anna', 'TANTE ANNA'],
    ['Dr Michael', 'DR MICHAEL'],
    ['Mrs Anna', 'MRS ANNA'],
    ['Oma Maria', 'OMA MARIA'],
  ])('%s', (name, text) => expect(readPayee(text, 'Faster payment')).toEqual({ name, kind: 'person' }));

  test('a family name first is still turned, and a shop of an uncle is no person', () => {
    expect(nameOf('VOSS HANNAH', 'Zelle')).toBe('Hannah Voss');
    expect(readPayee('UNCLE JOES PIZZA', 'Card payment').kind).not.toBe('person');
    expect(readPayee('TIA SOPHIAS', null).kind).not.toBe('person');
  });
});

test('what a bank sets behind a name goes: an agreed debit, a bill, a purchase abroad', () => {
  expect(nameOf('WEE OAKS DAYCARE PAD')).toBe('Wee Oaks Daycare');
  expect(nameOf('GRAND RIVER POWER BPY')).toBe('Grand River Power');
  expect(nameOf('HARBOUR FISH _F')).toBe('Harbour Fish');
  expect(nameOf('THE LAUNCH PAD')).toBe('The Launch Pad');
  expect(nameOf('LAUNCH PAD')).toBe('Launch Pad');
});

test('pay behind a company is pay and no part of its name', () => {
  expect(readPayee('NORTHGATE PRINT CO PAY', null)).toEqual({ name: 'Northgate Print Co', kind: 'pay' });
  expect(readPayee('FENWICK TOOLS LTD PAY 0047', null).kind).toBe('pay');
  expect(readPayee('GOOGLE PAY', null).kind).not.toBe('pay');
});

test.each([
  ['FEE-QTR TO 20NOV', 'bank-fee'],
  ['OVERDRAFT FEE FOR A TRANSACTION POSTED ON 02/26 $35.00', 'bank-fee'],
  ['PAST DUE FEE', 'bank-fee'],
  ['PAST DUE BARBERS', 'hairdresser'],
  ['CANADA CCB', 'benefit'],
  ["NOFRILLS JOE'S #3660", 'groceries'],
])('%s: %s', (text, kind) => expect(readPayee(text, null).kind).toBe(kind));

test.each([
  ['FERNHILL WATER DD 1009384756', 'Fernhill Water'],
  ['FERNHILL WATER DD', 'Fernhill Water'],
  ['FERNHILL WATER DDR 7719002', 'Fernhill Water'],
  ['FERNHILL WATER D/D 55012', 'Fernhill Water'],
  ['FERNHILL WATER STO', 'Fernhill Water'],
  ['ROLLO TENNIS CLUB BGC 0091', 'Rollo Tennis Club'],
])('how it was paid is no part of a name, behind it: %s', (text, name) => expect(nameOf(text)).toBe(name));

test.each([
  ['CORNER STORE VALERO 1290 SAN ANTONIO TX', 'Valero'],
  ['SERVICE STATION ESSO 221', 'Esso'],
  ['GAS STATION CHEVRON 0098', 'Chevron'],
  ['PETROL STATION SHELL 99', 'Shell'],
  ['TRAVEL STOP', 'Travel Stop'],
  ['STORE NEXT DOOR', 'Store Next Door'],
  ['KRAMER VALERO HARDWARE', 'Kramer Valero Hardware'],
])('a brand behind what kind of place it is: %s', (text, name) => expect(nameOf(text)).toBe(name));

test.each(['CLUB LLOYDS SAVER', 'MONTHLY SAVER', 'LIMITED ACCESS SAVER', 'TRIPLE ACCESS SAVER', 'LOYALTY SAVER'])(
  'one’s own saver: %s',
  (text) => expect(readDescriptor(text, null).movement).toBe('transfer'),
);
test.each(['SUPER SAVER STORES', 'PRICE SAVER LTD'])('a shop: %s', (text) =>
  expect(readDescriptor(text, null).movement).not.toBe('transfer'),
);

test.each([
  ['Fork Restaurant', 'TST* FORK RESTAURANTBOISE ID'],
  ['Treasure Valley YMCA', 'TREASURE VALLEY YMCABOISE ID'],
])('%s fills its field and runs into the town', (name, text) => expect(nameOf(text)).toBe(name));

test('a name that its field cuts still tells what it is', () => {
  expect(readPayee('SQ *FLYING M COFFEEHBOISE ID', null).kind).toBe('coffee');
});
