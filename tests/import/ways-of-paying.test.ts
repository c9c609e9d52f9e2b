// A text that says only how money moved is no name; the next column of description then holds it.
import { describe, expect, test } from 'vitest';
import { readStatement } from '../../src/import/read-statement.ts';
import { saysOnlyHow } from '../../src/import/words/ways-of-paying.ts';

const read = (...lines: string[]) =>
  readStatement(new TextEncoder().encode(lines.join('\n')), { name: 'statement.csv', today: '2026-10-08' });

describe('says only how', () => {
  test.each([
    'Contactless Interac purchase - 6162',
    'INTERAC e-Transfer sent',
    'Misc Payment',
    'PREAUTHORIZED DEBIT',
    'Online Banking payment - 4418',
    'Mortgage payment',
    'Insurance',
    'Rent/Lease',
    'Utility Bill Pmt',
    'Payroll Deposit',
    'Federal Payment - Canada',
    'Paiement préautorisé'.replace('préautorisé', 'de facture'),
  ])('%s', (text) => expect(saysOnlyHow(text)).toBe(true));
  test.each([
    'TIM HORTONS #123',
    'Monthly fee',
    'ATM withdrawal',
    'Interest',
    'Card Factory',
    'Canada',
    'Visa',
    'Payless Shoes',
    '4821',
    'Rent',
  ])('not %s', (text) => expect(saysOnlyHow(text)).toBe(false));
});

test('the name is that of the second column on such rows, and the way of paying is kept', async () => {
  const { entries } = await read(
    '"Account Type","Account Number","Transaction Date","Cheque Number","Description 1","Description 2","CAD$","USD$"',
    'Chequing,01234-1234567,10/1/2026,,"Contactless Interac purchase - 6162","CORNER GROCER 339",-109.68,,',
    'Chequing,01234-1234567,10/2/2026,,"INTERAC e-Transfer sent","Ada Byrd",-60.00,,',
    'Chequing,01234-1234567,10/3/2026,,"Payroll Deposit","ACME LTD",2000.00,,',
    'Chequing,01234-1234567,10/5/2026,,"BLUE BOTTLE","",-4.50,,',
    'Chequing,01234-1234567,10/6/2026,,"Monthly fee","SIGNATURE BANKING",-16.95,,',
    'Chequing,01234-1234567,10/7/2026,,"Misc Payment","",-20.00,,',
  );
  expect(entries.map(({ descriptor, kind }) => [descriptor, kind])).toEqual([
    ['CORNER GROCER 339', 'Contactless Interac purchase - 6162'],
    ['Ada Byrd', 'INTERAC e-Transfer sent'],
    ['ACME LTD', 'Payroll Deposit'],
    ['BLUE BOTTLE', 'Chequing'],
    ['Monthly fee', 'Chequing'],
    ['Misc Payment', 'Chequing'],
  ]);
});
