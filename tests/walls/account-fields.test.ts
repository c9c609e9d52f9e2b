// What a statement says of its account (number, bank, owner, name, currency), given each payload: the rows come, and every output is plain.
// 10 payloads, each in a statement of its own; 100 with SOTTO_WALLS=whole.
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { hostileFile, minorOf } from './hostile-files.ts';
import { call, checkOutputs, engineOf, expectPlain, TODAY } from './outputs.ts';
import { payloads } from './payloads.ts';

const TEXTS = payloads(process.env['SOTTO_WALLS'] === 'whole' ? 100 : 10);
const line = (text: string) => text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
const xml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);

const FIELDS: [format: string, field: string, put: (statement: string, text: string) => string][] = [
  ['ofx', 'ACCTID', (s, t) => s.replace('<ACCTID>77', () => `<ACCTID>${xml(t)}`)],
  ['ofx', 'BANKID', (s, t) => s.replace('<BANKID>1', () => `<BANKID>${xml(t)}`)],
  ['ofx', 'CURDEF', (s, t) => s.replace('<CURDEF>EUR', () => `<CURDEF>${xml(t)}`)],
  ['ofx', 'ORG', (s, t) => s.replace('<OFX>', () => `<OFX><SIGNONMSGSRSV1><SONRS><FI><ORG>${xml(t)}</ORG></FI></SONRS></SIGNONMSGSRSV1>`)],
  ['qif', 'N', (s, t) => `!Account\nN${line(t)}\nTBank\n^\n${s}`],
  ['camt', 'IBAN', (s, t) => s.replace('DE02120300000000202051', () => xml(t))],
  [
    'camt',
    'Nm',
    (s, t) =>
      s.replace(
        '<Ccy>EUR</Ccy></Acct>',
        () =>
          `<Ccy>EUR</Ccy><Nm>${xml(t)}</Nm><Ownr><Nm>${xml(t)}</Nm></Ownr><Svcr><FinInstnId><Nm>${xml(t)}</Nm></FinInstnId></Svcr></Acct>`,
      ),
  ],
  ['camt', 'Ccy', (s, t) => s.replace('<Ccy>EUR</Ccy></Acct>', () => `<Ccy>${xml(t)}</Ccy></Acct>`)],
  ['mt940', '25', (s, t) => s.replace(':25:12030000/202051', () => `:25:${line(t)}`)],
  ['mt940', '60F', (s, t) => s.replace('EUR0,00', () => `${line(t)}0,00`)],
  ['gnucash', 'own', (s, t) => s.replace('>Giro<', () => `>${xml(t)}<`)],
  ['json', 'account', (s, t) => s.replaceAll('{"date"', () => `{"account":${JSON.stringify(t)},"date"`)],
  ['json', 'bank', (s, t) => s.replaceAll('{"date"', () => `{"bank":${JSON.stringify(t)},"date"`)],
];

/** One engine for all of them, emptied after each: SQLite in WebAssembly holds no more than 4,096 files open. */
const engine = engineOf();
await call(engine, 'open', { home: 'EUR', today: TODAY });

async function checkFile(bytes: Uint8Array, name: string, text: string): Promise<void> {
  const preview = await call(engine, 'preview', { file: new Blob([bytes as Uint8Array<ArrayBuffer>]), name, today: TODAY });
  expectPlain({ ...preview, accounts: [] }, 'preview');
  await call(engine, 'import', { previewId: preview.previewId, accountId: null, accountName: null });
  const { rows } = await call(engine, 'transactions', { search: '', accountId: null, offset: 0, limit: 9 });
  expect(rows.length, text.slice(0, 80)).toBe(2);
  await checkOutputs(engine, [minorOf(0), minorOf(1)]);
  await call(engine, 'eraseAll', null);
}

test.each(FIELDS)('%s with them as %s', async (format, _, put) => {
  const { name, bytes } = hostileFile(format, '', ['x', 'y']);
  const plain = new TextDecoder().decode(bytes);
  for (const text of TEXTS) await checkFile(new TextEncoder().encode(put(plain, text)), name, text);
});

test('xlsx with them as the name of its sheet', async () => {
  const { name, bytes } = hostileFile('xlsx', '', ['x', 'y']);
  const { 'xl/workbook.xml': book = new Uint8Array(), ...rest } = unzipSync(bytes);
  for (const text of TEXTS) {
    const named = strFromU8(book).replace('name="x"', () => `name="${xml(line(text))}"`);
    await checkFile(zipSync({ 'xl/workbook.xml': strToU8(named), ...rest }), name, text);
  }
});
