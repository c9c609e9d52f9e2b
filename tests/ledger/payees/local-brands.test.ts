// Brands that the money of their country tells, and a few that were taken for something else.
import { expect, test } from 'vitest';
import { localBrand } from '../../../src/ledger/payees/local-brands.ts';
import { readPayee } from '../../../src/ledger/payees/read-payee.ts';
import { emptyLedger, importFile } from '../flows/ledger-of.ts';

test.each(['METRO 164', 'METRO #164', 'METRO', 'Metro 0312', 'METRO 45 TORONTO', 'METRO 164 TORONTO ON'])(
  '%s is a supermarket in Canada',
  (text) => expect(localBrand(text, 'CAD')).toEqual({ name: 'Metro', kind: 'groceries' }),
);

test.each([
  ['METRO 164', 'USD'],
  ['METRO 12', 'EUR'],
  ['METRO DE MADRID', 'EUR'],
  ['METRO VANCOUVER', 'GBP'],
  ['METRO FARES', 'CAD'],
  ['METRO PASS RELOAD', 'CAD'],
  ['METROLINX', 'CAD'],
])('%s paid in %s is not', (text, currency) => expect(localBrand(text, currency)).toBeNull());

test('the ledger goes by the currency of the row', () => {
  const db = emptyLedger();
  importFile(db, 'home.csv', 'CAD', [['2026-03-01', -20, 'METRO 164']]);
  expect(db.query('SELECT name, kind FROM payee').rows).toEqual([['Metro', 'groceries']]);
});

test.each([
  ['gas-utility', 'ENBRIDGE GAS MSP', 'ENBRIDGE', 'ENBRIDGE GAS ONTARIO'],
  ['transit', 'RTD MYRIDE MOBILE DENVER CO', 'RTD DENVER'],
  ['fuel', 'IRVING 40123 MONCTON NB', 'IRVING OIL', 'IRVING #1204', 'IRVING MAINWAY SUSSEX'],
])('%s', (kind, ...texts) => {
  for (const text of texts) expect(readPayee(text, null).kind, text).toBe(kind);
});

test.each(['Irving', 'IRVING PLUMBING', 'IRVING BERLIN FOUNDATION', 'RTD PLUMBING'])('%s is none of them', (text) =>
  expect(['fuel', 'transit']).not.toContain(readPayee(text, null).kind),
);
