// One contract for every reader: the same three movements of one account, told by bytes alone, read alike.
import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/import/reading.ts';
import { asks, issues, read, refusal, rows } from './read.ts';

const ofxRows = (end: boolean) =>
  [
    ['DEBIT', '20240315', '-4.50', 'a1', 'Coffee House'],
    ['CREDIT', '20240316120000.000[-5:EST]', '2150.00', 'a2', 'Salary &amp; bonus'],
    ['DEBIT', '20240328', '-830.25', 'a3', 'Rent'],
  ]
    .map(([kind, day, amount, id, name]) => {
      const tag = (key: string, value = '') => `<${key}>${value}${end ? `</${key}>` : '\n'}`;
      return `<STMTTRN>${tag('TRNTYPE', kind)}${tag('DTPOSTED', day)}${tag('TRNAMT', amount)}${tag('FITID', id)}${tag('NAME', name)}</STMTTRN>`;
    })
    .join('\n');
const OFX1 = `OFXHEADER:100\nDATA:OFXSGML\nVERSION:102\nCHARSET:1252\n\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>1\n<ACCTID>77\n<ACCTTYPE>CHECKING\n</BANKACCTFROM><BANKTRANLIST>${ofxRows(false)}</BANKTRANLIST><LEDGERBAL><BALAMT>1415.25\n<DTASOF>20240331\n</LEDGERBAL></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const OFX2 = `<?xml version="1.0"?><?OFX OFXHEADER="200" VERSION="211"?><OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><ACCTID>77</ACCTID></BANKACCTFROM><BANKTRANLIST>${ofxRows(true)}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`;
const QIF =
  "!Type:Bank\nD15/03'24\nT-4.50\nPCoffee House\nLFood\n^\nD16/03'24\nT2,150.00\nPSalary\n^\nD28/03'24\nT-830.25\nPRent\nSHousing\n$-800.00\nSFees\n$-30.25\n^\n";
const entry = (amount: string, way: string, day: string, name: string) =>
  `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${day}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><${way === 'DBIT' ? 'Cdtr' : 'Dbtr'}><Nm>${name}</Nm></${way === 'DBIT' ? 'Cdtr' : 'Dbtr'}></RltdPties><RmtInf><Ustrd>March</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
const balance = (code: string, amount: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2024-03-31</Dt></Dt></Bal>`;
const CAMT = `<?xml version="1.0"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id></Acct>${balance('OPBD', '100.00')}${balance('CLBD', '1415.25')}${entry('4.50', 'DBIT', '2024-03-15', 'Coffee House')}${entry('2150.00', 'CRDT', '2024-03-16', 'Acme &amp; Co')}${entry('830.25', 'DBIT', '2024-03-28', 'Rent')}</Stmt></BkToCstmrStmt></Document>`;
const MT940 =
  ':20:X\n:25:12030000/202051\n:28C:1/1\n:60F:C240301EUR100,00\n:61:2403150315D4,50NMSCNONREF//1\n:86:177?00KARTE?20SVWZ+Coffee?32Coffee House\n:61:2403160316C2150,NTRFNONREF//2\n:86:/NAME/Acme/REMI/Salary March/\n:61:2403280328D830,25NMSCRENT\n:86:Rent flat\n:62F:C240331EUR1415,25\n-\n';
const JSON_FILE = JSON.stringify({
  account: '77',
  transactions: {
    booked: [
      { bookingDate: '2024-03-15', transactionAmount: { amount: '-4.50', currency: 'EUR' }, creditorName: 'Coffee House' },
      { bookingDate: '2024-03-16', transactionAmount: { amount: '2150.00', currency: 'EUR' }, debtorName: 'Acme' },
      { bookingDate: '2024-03-28', transactionAmount: { amount: '-830.25', currency: 'EUR' }, creditorName: 'Rent' },
    ],
  },
});
const HTML =
  '<html><body><h1>Umsätze</h1><table><tr><th>Datum</th><th>Text</th><th>Betrag</th><th>Währung</th></tr><tr><td>15.03.2024</td><td>Coffee</td><td>-4,50</td><td>EUR</td></tr><tr><td>16.03.2024<td>Salary<td>2.150,00<td>EUR<tr><td>28.03.2024</td><td>Rent</td><td>-830,25</td><td>EUR</td></tr></table></body></html>';

function xlsx(): Uint8Array {
  const cell = (value: string | number, style = 0) =>
    typeof value === 'number' ? `<c s="${style}"><v>${value}</v></c>` : `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  const line = (...cells: string[]) => `<row>${cells.join('')}</row>`;
  const sheet = `<worksheet><sheetData>${line(cell('Date'), cell('Text'), cell('Amount'), cell('Currency'))}${line(cell(45366, 1), cell('Coffee'), cell(-4.5), cell('EUR'))}${line(cell(45367, 1), cell('Salary'), cell(2150), cell('EUR'))}${line(cell(45379, 1), cell('Rent'), cell(-830.25), cell('EUR'))}</sheetData></worksheet>`;
  return zipSync({
    'xl/workbook.xml': strToU8('<workbook><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>'),
    'xl/_rels/workbook.xml.rels': strToU8('<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>'),
    'xl/styles.xml': strToU8('<styleSheet><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>'),
    'xl/worksheets/sheet1.xml': strToU8(sheet),
  });
}

async function xls(): Promise<Uint8Array> {
  const { utils, write } = await import('@e965/xlsx');
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([
      ['Date', 'Text', 'Amount', 'Currency'],
      ['2024-03-15', 'Coffee', -4.5, 'EUR'],
      ['2024-03-16', 'Salary', 2150, 'EUR'],
      ['2024-03-28', 'Rent', -830.25, 'EUR'],
    ]),
    'A',
  );
  return new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}

const split = (account: string, value: string) =>
  `<trn:split><split:id>${account}${value}</split:id><split:quantity>${value}</split:quantity><split:account>${account}</split:account></trn:split>`;
const booked = (day: string, text: string, value: number, other: string) =>
  `<gnc:transaction version="2.0.0"><trn:date-posted><ts:date>${day} 10:59:00 +0000</ts:date></trn:date-posted><trn:description>${text}</trn:description><trn:splits>${split('bank', `${value}/100`)}${split(other, `${-value}/100`)}</trn:splits></gnc:transaction>`;
const account = (id: string, name: string, type: string) =>
  `<gnc:account version="2.0.0"><act:name>${name}</act:name><act:id>${id}</act:id><act:type>${type}</act:type><act:commodity><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id></act:commodity></gnc:account>`;
const GNUCASH = `<?xml version="1.0"?><gnc-v2 xmlns:gnc="http://www.gnucash.org/XML/gnc">${account('bank', 'Current', 'BANK')}${account('food', 'Food', 'EXPENSE')}${account('pay', 'Pay', 'INCOME')}${booked('2024-03-15', 'Coffee House', -450, 'food')}${booked('2024-03-16', 'Acme', 215000, 'pay')}${booked('2024-03-28', 'Rent', -83025, 'food')}</gnc-v2>`;

const SAMPLES: [string, Format, () => string | Uint8Array | Promise<Uint8Array>][] = [
  [
    'CSV',
    'csv',
    () => 'Date;Text;Amount;Currency\n2024-03-15;Coffee;-4.50;EUR\n2024-03-16;Salary;2150.00;EUR\n2024-03-28;Rent;-830.25;EUR\n',
  ],
  ['OFX 1', 'ofx', () => OFX1],
  ['OFX 2', 'ofx', () => OFX2],
  ['QIF', 'qif', () => QIF],
  ['CAMT.053', 'camt', () => CAMT],
  ['MT940', 'mt940', () => MT940],
  ['XLSX', 'xlsx', xlsx],
  ['XLS', 'xls', xls],
  ['JSON', 'json', () => JSON_FILE],
  ['a table in a page', 'html', () => HTML],
  ['GnuCash', 'gnucash', () => GNUCASH],
  ['GnuCash, packed', 'gnucash', () => gzipSync(strToU8(GNUCASH))],
  [
    'a CSV alone in a zip',
    'csv',
    () =>
      zipSync({
        'export/statement.csv': strToU8(
          'Date;Text;Amount;Currency\n2024-03-15;Coffee;-4.50;EUR\n2024-03-16;Salary;2150.00;EUR\n2024-03-28;Rent;-830.25;EUR\n',
        ),
      }),
  ],
];

describe.each(SAMPLES)('%s', (_, format, make) => {
  test('gives the three movements, one account, its currency, exact sums, nothing set aside in silence', async () => {
    const reading = await read(await make(), {}, 'any name at all.bin');
    const currency = format === 'qif' ? '' : ' EUR';
    expect(reading.format).toBe(format);
    expect(rows(reading)).toEqual([`2024-03-15 -450${currency}`, `2024-03-16 215000${currency}`, `2024-03-28 -83025${currency}`]);
    expect(reading.accounts).toHaveLength(1);
    expect(new Set(reading.entries.map((each) => each.account))).toEqual(new Set(reading.accounts.map(({ key }) => key)));
    expect(reading.net).toEqual([{ currency: currency.trim(), decimal: '1315.25' }]);
    expect([reading.setAside, reading.asks, reading.rounded]).toEqual([[], [], 0]);
    expect(reading.entries.every(({ descriptor }) => descriptor.length > 0 && descriptor === descriptor.trim())).toBe(true);
    expect(reading.sample.length).toBeGreaterThan(0);
    expect(reading.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(structuredClone(reading)).toEqual(reading);
  });

  test('stops when asked to', async () => {
    const { readStatement } = await import('../../src/import/read-statement.ts');
    const bytes = await make();
    const stop = AbortSignal.abort();
    await expect(
      readStatement(typeof bytes === 'string' ? strToU8(bytes) : bytes, { name: 'x', today: '2026-11-20', signal: stop }),
    ).rejects.toBe(stop.reason);
  });

  test('a file cut in half ends in a clear error or in fewer rows, never in another figure', async () => {
    const made = await make();
    const bytes = typeof made === 'string' ? strToU8(made) : made;
    const half = bytes.subarray(0, Math.floor(bytes.length * 0.55));
    const trouble = await refusal(half);
    if (trouble) expect(trouble.message.length).toBeGreaterThan(20);
    else for (const row of rows(await read(half))) expect(row).toMatch(/^2024-03-(?:15 -450|16 215000|28 -83025)/);
  });
});

test('statement checks: opening plus rows against closing', async () => {
  for (const text of [CAMT, MT940])
    expect((await read(text)).checks).toMatchObject([{ opening: 10000, closing: 141525, rows: 3, agrees: true }]);
  expect((await read(MT940.replace('1415,25', '1415,26'))).checks).toMatchObject([{ agrees: false }]);
});

test('splits of QIF and GnuCash add up to their row', async () => {
  const { entries } = await read(QIF);
  expect(entries[2]?.splits).toEqual([
    { minor: -80000, category: 'Housing', memo: null },
    { minor: -3025, category: 'Fees', memo: null },
  ]);
});

test('QIF dates are judged from the whole file, and asked about when nothing decides', async () => {
  expect(asks(await read("!Type:Bank\nD1/ 2'24\nT-1.00\nPa\n^\n"))).toEqual(['date-order']);
  expect(rows(await read('!Type:CCard\nD03/04/2024\nT-1,000.00\nPa\n^\nD03/28/2024\nT-2.00\nPb\n^\n'))).toEqual([
    '2024-03-04 -100000',
    '2024-03-28 -200',
  ]);
});

test('MT940 takes back what was reversed, and reads four-digit years', async () => {
  const text = ':20:X\n:25:1\n:60F:C240301EUR100,00\n:61:240315RC4,50NMSC\n:86:a\n:61:240316RD5,NMSC\n:86:b\n:62F:C240331EUR100,50\n-\n';
  expect(rows(await read(text))).toEqual(['2024-03-15 -450 EUR', '2024-03-16 500 EUR']);
});

test('a CAMT batch is one entry, pending ones are apart', async () => {
  const batch = CAMT.replace('</TxDtls></NtryDtls>', '</TxDtls><TxDtls></TxDtls></NtryDtls>').replace(
    '<Sts>BOOK</Sts>',
    '<Sts><Cd>PDNG</Cd></Sts>',
  );
  const reading = await read(batch);
  expect([reading.entries.length, reading.entries[0]?.state, asks(reading)]).toEqual([3, 'pending', ['pending']]);
});

test('an OFX file cut after two rows keeps them and says so', async () => {
  const reading = await read(OFX1.slice(0, OFX1.indexOf('a3') - 30));
  expect(rows(reading)).toEqual(['2024-03-15 -450 EUR', '2024-03-16 215000 EUR']);
  expect([...issues(reading), ...reading.warnings.map(({ why }) => why)].join()).toContain('cut');
});

test.each([
  [
    'YNAB',
    '"Account","Flag","Date","Payee","Category Group/Category","Category Group","Category","Memo","Outflow","Inflow","Cleared"\n"Current","","15/03/2024","Coffee House","Food: Out","Food","Out","","€4,50","€0,00","Cleared"\n"Current","","16/03/2024","Acme","Inflow: Ready","Inflow","Ready","pay","€0,00","€2150,00","Cleared"\n"Current","","28/03/2024","Rent","Home: Rent","Home","Rent","","€830,25","€0,00","Cleared"\n',
  ],
  [
    'Mint',
    '"Date","Description","Original Description","Amount","Transaction Type","Category","Account Name","Labels","Notes"\n"3/15/2024","Coffee House","COFFEE 1","4.50","debit","Coffee Shops","CHECKING","",""\n"3/16/2024","Acme","ACME PAY","2150.00","credit","Paycheck","CHECKING","",""\n"3/28/2024","Rent","RENT","830.25","debit","Rent","CHECKING","",""\n',
  ],
  [
    'Actual',
    'Account,Date,Payee,Notes,Category,Amount,Split_Amount,Cleared\nCurrent,2024-03-15,Coffee House,,Food,-4.50,0,Cleared\nCurrent,2024-03-16,Acme,,Income,2150.00,0,Cleared\nCurrent,2024-03-28,Rent,,Home,-830.25,0,Not cleared\n',
  ],
])('the export of %s is read with its payees and categories', async (_, text) => {
  const reading = await read(text);
  expect(rows(reading).map((row) => row.slice(0, row.endsWith('EUR') || row.endsWith('USD') ? -4 : undefined))).toEqual([
    '2024-03-15 -450',
    '2024-03-16 215000',
    '2024-03-28 -83025',
  ]);
  expect(reading.entries[0]).toMatchObject({ descriptor: 'Coffee House' });
  expect(reading.entries.every(({ category }) => category)).toBe(true);
});
