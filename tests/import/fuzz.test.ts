// No bytes crash a reader or hang it: every mutation ends in a reading or in an AppError with words, within a second.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { AppError } from '../../src/base/errors.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import { processorTime } from '../support/processor-time.ts';
import { generate, random } from '../statements/generate.ts';

const SHARED = '../shared/fixtures/imports';

async function survives(bytes: Uint8Array, what: string): Promise<void> {
  const took = await processorTime(() => reads(bytes, what));
  expect(took, what).toBeLessThan(5000 + bytes.length / 200);
}

async function reads(bytes: Uint8Array, what: string): Promise<void> {
  try {
    const { entries } = await readStatement(bytes, { name: 'x', today: '2026-11-20' });
    expect(
      entries.every(({ minor, day }) => Number.isSafeInteger(minor) && /^\d{4}-\d\d-\d\d$/.test(day)),
      what,
    ).toBe(true);
  } catch (error) {
    if (!(error instanceof AppError)) throw new Error(`${what}: ${String(error)}`, { cause: error });
    expect(error.message.length, what).toBeGreaterThan(10);
  }
}

function mutate(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes);
  const at = () => Math.floor(next() * copy.length);
  const kind = Math.floor(next() * 6);
  if (kind === 0) return copy.subarray(0, at());
  if (kind === 1) return copy.subarray(at());
  if (kind === 2) for (let times = 1 + Math.floor(next() * 12); times > 0; times -= 1) copy[at()] = Math.floor(next() * 256);
  else if (kind === 3)
    for (let times = 1 + Math.floor(next() * 12); times > 0; times -= 1)
      copy[at()] = [34, 44, 59, 10, 13, 0, 60, 62, 38, 58][Math.floor(next() * 10)] ?? 0;
  else if (kind === 4) {
    const [from, until] = [at(), at()].sort((a, b) => a - b);
    return Uint8Array.from([...copy.subarray(0, until), ...copy.subarray(from)]);
  } else copy.fill(48 + Math.floor(next() * 10), at(), at());
  return copy;
}

const SEEDS: [string, string][] = [
  [
    'OFX',
    'OFXHEADER:100\n\n<OFX><STMTRS><CURDEF>EUR<BANKACCTFROM><ACCTID>7</BANKACCTFROM><BANKTRANLIST><STMTTRN><TRNTYPE>DEBIT<DTPOSTED>20240315<TRNAMT>-4.50<FITID>1<NAME>A &amp; B</STMTTRN><STMTTRN><DTPOSTED>20240316<TRNAMT>9<NAME>C</STMTTRN></BANKTRANLIST></STMTRS></OFX>',
  ],
  ['QIF', "!Type:Bank\nD15/03'24\nT-4.50\nPCoffee\nSFood\n$-4.50\n^\n!Account\nNA\nTBank\n^\nD16/03'24\nT2,150.00\nPSalary\n^\n"],
  [
    'CAMT',
    '<?xml version="1.0"?><Document><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE1</IBAN></Id></Acct><Ntry><Amt Ccy="EUR">4.50</Amt><CdtDbtInd>DBIT</CdtDbtInd><BookgDt><Dt>2024-03-15</Dt></BookgDt></Ntry></Stmt></BkToCstmrStmt></Document>',
  ],
  [
    'MT940',
    ':20:X\n:25:1/2\n:60F:C240301EUR100,00\n:61:2403150315D4,50NMSCNONREF//1\n:86:177?00KARTE?20SVWZ+Coffee?32House\n:62F:C240331EUR95,50\n-\n',
  ],
  [
    'JSON',
    '{"a":[{"date":"2024-03-15","amount":{"value":-450,"precision":2},"text":"x"},{"date":"2024-03-16","amount":{"value":9,"precision":2},"text":"y"}]}',
  ],
  ['HTML', '<html><table><tr><th>Date<th>Text<th>Amount<tr><td>2024-03-15<td>a<td>-4.50<tr><td>2024-03-16<td>b<td>9.00</table>'],
  [
    'GnuCash',
    '<gnc-v2><gnc:account><act:name>A</act:name><act:id>b</act:id><act:type>BANK</act:type><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id></gnc:account><gnc:transaction><trn:date-posted><ts:date>2024-03-15</ts:date></trn:date-posted><trn:description>x</trn:description><trn:split><split:quantity>-450/100</split:quantity><split:account>b</split:account></trn:split></gnc:transaction></gnc-v2>',
  ],
  ['CSV', 'Date;"Text";Amount;Balance\n15.03.2024;"a ""b"" c";-4,50;95,50\n16.03.2024;d;10,00;105,50\n'],
];

test.each(SEEDS)('%s, mutated', async (name, text) => {
  const next = random(name.length * 977);
  const bytes = strToU8(text);
  for (let at = 0; at < 40; at += 1) await survives(mutate(mutate(bytes, next), next), `${name} ${at}`);
});

test('generated statements, mutated', async () => {
  const next = random(4711);
  for (let seed = 1; seed <= 30; seed += 1) await survives(mutate(generate(seed).bytes, next), `seed ${seed}`);
});

test('random bytes under every magic number', async () => {
  const next = random(99);
  for (const magic of [
    '',
    'PK\x03\x04',
    '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1',
    '\x1f\x8b\x08',
    '%PDF',
    '<?xml ',
    '{"',
    '[{',
    ':20:',
    '!Type:Bank\n',
    '<OFX>',
    '\xff\xfe',
    '\xef\xbb\xbf',
  ])
    for (let at = 0; at < 6; at += 1) {
      const noise = Uint8Array.from({ length: Math.floor(next() * 3000) }, () => Math.floor(next() * 256));
      await survives(Uint8Array.from([...Uint8Array.from(magic, (char) => char.charCodeAt(0)), ...noise]), `${magic} ${at}`);
    }
});

test.each<[string, () => Uint8Array]>([
  ['a gzip bomb', () => gzipSync(new Uint8Array(20_000_000))],
  [
    'a zip bomb under the name of a sheet',
    () => zipSync({ 'xl/workbook.xml': strToU8('<workbook/>'), 'xl/sharedStrings.xml': new Uint8Array(20_000_000) }),
  ],
  ['a zip in a zip in a zip', () => zipSync({ 'a.zip': zipSync({ 'b.zip': zipSync({ 'c.csv': strToU8('x') }) }) })],
  ['brackets nested a hundred thousand deep', () => strToU8('['.repeat(100_000))],
  ['tags nested fifty thousand deep', () => strToU8(`<Document><BkToCstmrStmt>${'<a>'.repeat(50_000)}`)],
  ['two million quotes', () => strToU8('"'.repeat(2_000_000))],
  ['two million delimiters', () => strToU8(','.repeat(2_000_000))],
  ['two million digits', () => strToU8(`Date,Text,Amount\n2024-01-01,a,${'9'.repeat(2_000_000)}\n`)],
  [
    'a line of two million letters among rows',
    () => strToU8(`Date,Text,Amount\n2024-01-01,${'x'.repeat(2_000_000)},-1.00\n2024-01-02,b,-2.00\n`),
  ],
  ['a hundred thousand stray quotes', () => strToU8(`Date,Text,Amount\n${'2024-01-01,"a,-1.00\n'.repeat(100_000)}`)],
  ['fifty thousand rows of one cell', () => strToU8('x\n'.repeat(50_000))],
])('%s', async (name, make) => survives(make(), name));

describe.skipIf(!existsSync(SHARED))('the shared sample files, mutated (skipped where ../shared is absent)', () => {
  test.each(
    existsSync(SHARED)
      ? readdirSync(SHARED, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() && entry.name !== 'bad' ? [entry.name] : []))
      : [],
  )('%s', async (folder) => {
    const next = random(folder.length * 131);
    for (const file of readdirSync(`${SHARED}/${folder}`).slice(0, 25))
      await survives(mutate(readFileSync(`${SHARED}/${folder}/${file}`), next), file);
  });
});
