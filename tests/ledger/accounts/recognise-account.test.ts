import { describe, expect, test } from 'vitest';
import { guessHomeCurrency, recogniseAccount } from '../../../src/ledger/accounts/recognise-account.ts';
import type { StatementAccount } from '../../../src/ledger/statement.ts';

const nameless: StatementAccount = {
  key: '',
  name: null,
  number: null,
  institution: null,
  currency: null,
  kind: 'unknown',
  closing: null,
  opening: null,
};
const row = (descriptor: string, minor = -1000, kind: string | null = null) => ({ descriptor, memo: null, kind, minor });
const told = (fileName: string, rows: ReturnType<typeof row>[] = [], account: Partial<StatementAccount> = {}) => {
  const { name, institution, kind } = recogniseAccount({ ...nameless, ...account }, fileName, rows);
  return `${name} | ${institution ?? '-'} | ${kind}`;
};

describe('from the name of the file', () => {
  test.each([
    ['credit-card.csv', 'Credit card | - | card'],
    ['checking.csv', 'Checking | - | checking'],
    ['savings.csv', 'Savings | - | savings'],
    ['douglas_credit_union.csv', 'Douglas credit union | - | unknown'],
    ['becu_credit_union_credit_card.csv', 'BECU credit union credit card | BECU | card'],
    ['anpost_credit_card.csv', 'An Post Money credit card | An Post Money | card'],
    ['principality-savings.csv', 'Principality savings | Principality | savings'],
    ['internationalist-savings.csv', 'Internationalist savings | - | savings'],
    ['BankOfScotland_current.csv', 'Bank of Scotland current | Bank of Scotland | checking'],
    ['bank-of-the-valley-savings.csv', 'Bank of the valley savings | - | savings'],
    ['travel-card-eur.csv', 'Travel card EUR | - | card'],
    ['monzo.csv', 'Monzo | Monzo | checking'],
    ['MonzoDataExport_Alltime_2026-06-18_101112.csv', 'Monzo | Monzo | checking'],
    ['amex.csv', 'American Express | American Express | card'],
    ['Chase4471_Activity20260101_20260618_20260618.CSV', 'Chase 4471 | Chase | unknown'],
    ['barclays-current-account.csv', 'Barclays current | Barclays | checking'],
    ['barclaycard.csv', 'Barclaycard | Barclaycard | card'],
    ['nationwide_cash_isa_2026.csv', 'Nationwide cash ISA | Nationwide | savings'],
    ['girokonto-2026.csv', 'Girokonto | - | checking'],
    ['debit card.csv', 'Debit card | - | checking'],
    ['PayPal_activity.csv', 'PayPal | PayPal | checking'],
    ['BofA_checking.csv', 'Bank of America checking | Bank of America | checking'],
    ['capitalone360-savings.csv', 'Capital One savings | Capital One | savings'],
    ['x9f8e7d6c5b4a-savings.csv', 'Savings | - | savings'],
    ['CheckingAccount.csv', 'Checking | - | checking'],
  ])('%s is %s', (fileName, meaning) => expect(told(fileName)).toBe(meaning));
});

describe('from what the file says of itself', () => {
  test('whose it is says less than the bank, and stands behind it', () => {
    expect(told('natwest.csv', [], { name: "'OSEI M" })).toBe('NatWest M Osei | NatWest | unknown');
    expect(told('monzo.csv', [], { name: 'Lucy savings' })).toBe('Lucy savings | Monzo | savings');
    expect(told('natwest.csv', [], { name: 'Bills pot' })).toBe('Bills pot | NatWest | unknown');
    expect(told('export.csv', [], { name: 'MR J OSEI' })).toBe('MR J OSEI | - | unknown');
  });

  test('its own name and kind win over the file name', () => {
    expect(told('export.csv', [], { name: 'Joint account', kind: 'checking' })).toBe('Joint account | - | checking');
    expect(told('stmt.csv', [], { institution: 'Penny Bank', number: '12344471', kind: 'savings' })).toBe(
      'Penny Bank savings 4471 | Penny Bank | savings',
    );
  });
});

describe('from the rows, when no word tells', () => {
  test('payments received make a card', () =>
    expect(told('transactions.csv', [row('PAYMENT RECEIVED - THANK YOU', 50000), row('HEATHLAND DELI'), row('OAK ST GARAGE')])).toBe(
      'Credit card | - | card',
    ));
  test('transfers and interest alone make savings', () =>
    expect(told('export (1).csv', [row('Transfer from current account', 20000), row('GROSS INTEREST', 312)])).toBe(
      'Savings | - | savings',
    ));
  test('wages and bills make a current account', () =>
    expect(
      told('statement.csv', [row('HARROW TOOLS LTD SALARY', 210000, 'BGC'), row('THAMES WATER', -4000, 'DD'), row('HEATHLAND DELI')]),
    ).toBe('Checking account | - | checking'));
  test('nothing tells: an account', () => expect(told('data.csv', [row('HEATHLAND DELI')])).toBe('Account | - | unknown'));
});

describe('home currency', () => {
  const rows = (...texts: string[]) => texts.map((text) => row(text));
  test.each([
    ['the person says so', 'CHF', [{ currency: 'EUR' }], { chosen: 'CHF' }],
    ['most accounts say', 'GBP', [{ currency: 'EUR' }, { currency: 'GBP' }, { currency: 'GBP' }], {}],
    [
      'American states',
      'USD',
      [{ currency: null }],
      { entries: rows('FERN CAFE BOULDER CO', 'OAK GARAGE DENVER CO', 'HEATH DELI OMAHA NE') },
    ],
    ['British payment words', 'GBP', [{ currency: null }], { entries: rows('TFL TRAVEL CH', 'COUNCIL TAX DD', 'ADA BYRD FPI') }],
    ['SEPA words', 'EUR', [{ currency: null }], { entries: rows('SEPA LASTSCHRIFT STROM', 'PRLV SEPA EAU', 'Kartenzahlung Markt') }],
    ['the bank of the file', 'GBP', [{ currency: null }], { fileNames: ['starling-june.csv'] }],
    [
      'Canadian provinces',
      'CAD',
      [{ currency: null }],
      { entries: rows('SOBEYS #512 HALIFAX NS', 'TIM HORTONS #33 OTTAWA ON', 'METRO MONTREAL QC') },
    ],
    [
      'Australian states',
      'AUD',
      [{ currency: null }],
      { entries: rows('COLES FITZROY VIC', 'WOOLWORTHS NEWTOWN NSW', 'FERN CAFE HOBART TAS') },
    ],
    ['the other files, by their rows', 'CAD', [{ currency: null }], { besides: ['USD', 'CAD', 'CAD'] }],
    [
      'an American bank that puts the day first',
      'GBP',
      [{ currency: null }],
      { fileNames: ['discover.csv'], dateOrder: 'dmy' as const, besides: ['GBP'] },
    ],
    ['a bank of more countries than one', 'GBP', [{ currency: null }], { fileNames: ['capital-one.csv'], besides: ['GBP'] }],
    ['nothing', 'USD', [], {}],
  ])('%s: %s', (_, currency, accounts, hints) => expect(guessHomeCurrency(accounts, hints)).toBe(currency));
});

test.each([
  ['DE10860555921043277012', 'Sparkasse 7012 | Sparkasse | unknown'],
  ['DE77 1203 0000 1099 8877 66', 'DKB 7766 | DKB | unknown'],
  ['NL91ABNA0417164300', 'ABN AMRO 4300 | ABN AMRO | unknown'],
  ['IE29AIBK93115212345678', 'AIB 5678 | AIB | unknown'],
  // No IBAN, or a bank code that tells nobody.
  ['86055592', 'Account 5592 | - | unknown'],
  ['FR7630006000011234567890189', 'Account 0189 | - | unknown'],
])('the bank code of %s: %s', (number, meaning) => expect(told('umsatz.csv', [], { number })).toBe(meaning));

test('whose it is, given names first', () => {
  expect(told('natwest-joint.csv', [], { name: "'BYRD G & C" })).toMatch(/^NatWest joint G & C Byrd \|/);
  expect(told('natwest.csv', [], { name: "'BYRD M" })).toMatch(/^NatWest M Byrd \|/);
});
