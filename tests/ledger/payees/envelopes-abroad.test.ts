// Australian and German banks: their envelopes, their states behind a town, and what the words beside a name tell.
import { describe, expect, test } from 'vitest';
import { kindOfPurpose } from '../../../src/ledger/payees/kind-of-purpose.ts';
import { readDescriptor, readPayee } from '../../../src/ledger/payees/read-payee.ts';

describe('one payee, however an Australian bank writes it', () => {
  test.each([
    ['AGL, electricity', 'AGL SALES PTY LTD NetBank BPAY 208892 40118812 Electricity', 'INTERNET BPAY AGL SALES 12345'],
    ['Darebin City Council, council-tax', 'DAREBIN CITY COUNCIL NetBank BPAY 12112 83004411 Rates'],
    ['Mick Doyle, education', 'Transfer To Mick Doyle PayID Phone from CommBank App guitar lesson'],
    ['Tess Hargreaves, person', 'Fast Transfer From TESS HARGREAVES PayID dinner', 'DEPOSIT-OSKO PAYMENT 2345678 TESS HARGREAVES'],
    ['John Citizen, person', 'ANZ MOBILE BANKING PAYMENT 123456 TO JOHN CITIZEN'],
    ['Telstra, mobile', 'Direct Debit 000123 TELSTRA BILL 032591'],
    ['Coles, groceries', 'COLES 7749 NORTHCOTE PLAZ', 'V1234 03/05 COLES 0447 CARLTON', 'DEBIT CARD PURCHASE COLES 1234 NORTHCOTE AUS'],
    ['Market Lane Coffee, coffee', 'SQ *MARKET LANE COFFEE Melbourne VI AUS Card xx2046 Value Date: 01/08/2025'],
    ['Pho Nom, restaurant', 'PHO NOM NORTHCOTE VI AUS Card xx2046 Value Date: 02/05/2026'],
    ['Royal Melbourne Hospital, pay', 'Salary ROYAL MELB HOSPITAL PAY 006347'],
    ['Medicare, benefit', 'Direct Credit 035210 MCARE BENEFITS 128843'],
    ['Transfer, transfer', 'WITHDRAWAL ONLINE 1188204 TFR CBA EVERYDAY', 'Transfer to other Bank NetBank Rainy day saver'],
  ])('%s', (meaning, ...rows) => {
    for (const row of rows) {
      const { name, kind } = readPayee(row, null);
      expect(`${name}, ${kind ?? '?'}`, row).toBe(meaning);
    }
  });

  test('what only looks so stays', () => {
    expect(readPayee('JOHN COLES', null).name).toBe('John Coles');
    expect(readPayee('HARGREAVES LANSDOWN', null).name).toBe('Hargreaves Lansdown');
    expect(readPayee('VI VIETNAMESE KITCHEN', null).name).toBe('Vi Vietnamese Kitchen');
  });
});

describe('one payee, however an Irish bank writes it', () => {
  test.each([
    ['The Wilton Bar, pub', 'POS05APR THE WILTON BAR CORK', 'POSC17JUN THE WILTON BAR CORK'],
    ['NOW TV, streaming', 'POS20FEB NOWTV.COM/IE'],
    ['Sky Ireland, ?', 'SKY IRELAND SEPA DD'],
    ['D Crowley, person', 'EFT Lodgement D CROWLEY', 'EFT Withdrawal to D CROWLEY'],
    ['Lough Cu, ?', '365 Online LOUGH CU'],
  ])('%s', (meaning, ...rows) => {
    for (const row of rows) {
      const { name, kind } = readPayee(row, null);
      expect(`${name}, ${kind ?? '?'}`, row).toBe(meaning);
    }
  });

  test('a fee for the account is one by its short form too', () => {
    expect(readDescriptor('MAINTAINING A/C FEE', null).movement).toBe('fee');
    expect(readDescriptor('POSTMAN05 PAT TOYS', null).name).toBe('Postman05 Pat Toys');
  });
});

test('the words for the movement beside a German name tell cash, fees, pay and a practice', () => {
  expect(readDescriptor('Sparkasse Leipzig', 'BARGELDAUSZAHLUNG')).toMatchObject({ name: 'Cash withdrawal', movement: 'cash' });
  expect(readDescriptor('Entgeltabrechnung Kontofuehrung 01/2026', 'ENTGELTABSCHLUSS')).toMatchObject({
    name: 'Entgeltabrechnung Kontofuehrung',
    movement: 'fee',
  });
  expect(readDescriptor('Landesamt fuer Finanzen', 'LOHN  GEHALT')).toMatchObject({ kind: 'pay', isPay: true });
  expect(readPayee('Dr. med. dent. Krause', 'ONLINE-UEBERWEISUNG').kind).toBe('dentist');
  expect(readPayee('Sparkasse Leipzig', 'LASTSCHRIFT').name).not.toBe('Cash withdrawal');
});

test.each([
  ['Miete Whg 14 Karl-Heine-Str.', -112850, 'rent'],
  ['Elternbeitrag Kita Sonnenkaefer 05/2026', -31200, 'childcare'],
  ['Kfz-Versicherung 2026 L-EV 221', -42870, 'car-insurance'],
  ['Bezuege 04/2026 Gehalt', 279052, 'pay'],
  ['Kindergeld', 25900, 'benefit'],
  // What was bought, or the wrong way round: no contract.
  ['Miete zurueck', 5000, null],
  ['Gehalt', -5000, null],
  ['coffee with Tom', -450, null],
  ['online payment mobile', -450, null],
])('"%s" (%d): %s', (memo, minor, kind) => expect(kindOfPurpose(memo, minor)).toBe(kind));
