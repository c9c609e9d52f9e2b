// What cannot be read ends in an AppError whose code and detail let words say what happened and what to do.
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { refusal } from './read.ts';
import { processorTime } from '../support/processor-time.ts';

const PNG = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);

test.each<[string, string, string | Uint8Array, Record<string, unknown>]>([
  ['an empty file', 'statement-empty', '', { size: 0 }],
  ['blanks only', 'statement-empty', ' \n\n\t\n', {}],
  ['NUL bytes only', 'statement-empty', new Uint8Array(400), {}],
  ['a PDF', 'statement-unsupported', '%PDF-1.7\n...', { kind: 'pdf' }],
  ['an image', 'statement-binary', PNG, { kind: 'image' }],
  ['noise', 'statement-binary', Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919 + (at >> 3) * 31) % 256), { kind: 'binary' }],
  [
    'a sign-in page',
    'statement-unsupported',
    '<!DOCTYPE html><html><body><form>Session expired</form></body></html>',
    { kind: 'web-page' },
  ],
  [
    'a page with a table of other things',
    'statement-unsupported',
    '<html><table><tr><td>Menu</td><td>Help</td></tr></table></html>',
    { kind: 'web-page' },
  ],
  [
    'no dates and no amounts',
    'statement-no-transactions',
    'Name,Length,Category\nAvatar,3h,scifi\nHeat,2.8h,crime\n',
    { headerLine: null },
  ],
  ['a header and nothing under it', 'statement-no-transactions', 'Date,Description,Amount\n', { headerLine: 1 }],
  ['balances and no movements', 'statement-no-transactions', 'Datum,Saldo,Saldo EUR\n2024-01-01,13.20,13.20\n2024-01-02,13.20,13.20\n', {}],
  [
    'entities in XML',
    'statement-unreadable',
    '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "b">]><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt><Stmt><Id>&a;</Id></Stmt></BkToCstmrStmt></Document>',
    { kind: 'entities' },
  ],
  ['XML of another kind', 'statement-unsupported', '<?xml version="1.0"?><feed><entry/></feed>', { kind: 'xml' }],
  ['a statement cut before its end', 'statement-cut', ':20:X\n:25:1\n:60F:C240301EUR100,00\n:61:2403', { missing: ':62F:' }],
  [
    'an OFX file cut before its first row',
    'statement-cut',
    'OFXHEADER:100\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><BANKTRANLIST>',
    { format: 'ofx' },
  ],
  [
    'a spreadsheet cut in half',
    'statement-unreadable',
    zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'.repeat(500)) }).subarray(0, 60),
    {},
  ],
  ['a zip of many files', 'statement-unsupported', zipSync({ 'a.csv': strToU8('x'), 'b.csv': strToU8('y') }), { kind: 'archive' }],
  [
    'a zip bomb',
    'statement-too-large',
    zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(40_000_000) }),
    {},
  ],
  ['JSON without rows', 'statement-no-transactions', '{"ok":true,"items":[{"name":"a"}]}', {}],
  ['JSON cut off', 'statement-unreadable', '{"transactions":[{"date":"2024-01-01","amount":"1.00"},{"da', { format: 'json' }],
])('%s is %s', async (_, code, file, detail) => {
  const refused = await refusal(file);
  expect(refused?.code).toBe(code);
  expect(refused?.message).toMatch(/\S+ \S+ \S+/);
  expect(refused?.detail).toMatchObject(detail);
});

test('a line of two million characters ends in an error within seconds', async () => {
  const took = await processorTime(async () => expect((await refusal('A'.repeat(2_000_000)))?.code).toBe('statement-no-transactions'));
  expect(took).toBeLessThan(4000);
});
