// A statement in every format, with one text field of every row given: written as a bank's own program would write it, each text quoted
// or escaped as its format says. Row n costs 1.00 + n cents; all else is plain.
import { strToU8, zipSync } from 'fflate';
import { OWN_COLUMNS, OWN_HEADER, OWN_JSON, type OwnRecord } from '../../src/ledger/exports/own-columns.ts';

export interface HostileFile {
  name: string;
  bytes: Uint8Array;
}

export const minorOf = (at: number): number => -(100 + at);
const dayOf = (at: number): string => `2026-0${1 + (Math.floor(at / 28) % 3)}-${String(1 + (at % 28)).padStart(2, '0')}`;
const amountOf = (at: number): string => (minorOf(at) / 100).toFixed(2);
/** Formats without a quote cannot hold a line break; a bank's program writes a blank. */
const line = (text: string): string => text.replace(/[\r\n\u0085\u2028\u2029]+/g, ' ');
const xml = (text: string): string =>
  text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
const csv = (text: string): string => `"${text.replaceAll('"', '""')}"`;

type Fields = Record<string, string>;
interface Format {
  ending: string;
  fields: readonly string[];
  /** `of(row, field)` is the text that stands there. */
  write(rows: number, of: (at: number, field: string) => string): Uint8Array | string;
}

const each = <T>(rows: number, make: (at: number) => T): T[] => Array.from({ length: rows }, (_, at) => make(at));

function table(
  fields: readonly string[],
  rows: number,
  of: (at: number, field: string) => string,
  cell: (text: string) => string,
  by: string,
) {
  const head = ['Date', ...fields, 'Amount', 'Currency'].map(cell).join(by);
  return [head, ...each(rows, (at) => [dayOf(at), ...fields.map((field) => of(at, field)), amountOf(at), 'EUR'].map(cell).join(by))].join(
    '\r\n',
  );
}

const sheetOf = (cells: string[][]): string =>
  `<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>${cells
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((text, c) => `<c r="${String.fromCharCode(65 + c)}${r + 1}" t="inlineStr"><is><t xml:space="preserve">${xml(text)}</t></is></c>`).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`;

const TEXTS = ['Payee', 'Memo', 'Category', 'Type'] as const;

/** What Sotto writes itself and reads again. */
const OWN = ['Account', 'Account number', 'Institution', 'Bank text', 'Memo', 'Category', 'Bank kind', 'Note', 'Payee'] as const;
const ownRecord = (at: number, of: (at: number, field: string) => string): OwnRecord => ({
  ...(Object.fromEntries(OWN_COLUMNS.map((name) => [name, ''])) as OwnRecord),
  ...(Object.fromEntries(OWN.map((name) => [name, of(at, name)])) as Pick<OwnRecord, (typeof OWN)[number]>),
  Date: dayOf(at),
  Amount: amountOf(at),
  Currency: 'EUR',
  Flow: 'expense',
  State: 'posted',
  'Account kind': 'checking',
  Transaction: String(at + 1),
});

export const FORMATS: Readonly<Record<string, Format>> = {
  'own csv': {
    ending: 'csv',
    fields: OWN,
    write: (rows, of) =>
      [OWN_HEADER, ...each(rows, (at) => OWN_COLUMNS.map((name) => csv(ownRecord(at, of)[name])).join(','))].join('\r\n'),
  },
  'own json': {
    ending: 'json',
    fields: ['Account', 'Bank text', 'Category'],
    write: (rows, of) => `${OWN_JSON},"transactions":${JSON.stringify(each(rows, (at) => ownRecord(at, of)))}}`,
  },
  csv: { ending: 'csv', fields: [...TEXTS, 'Reference'], write: (rows, of) => table([...TEXTS, 'Reference'], rows, of, csv, ',') },
  'csv with semicolons': { ending: 'csv', fields: ['Payee', 'Memo'], write: (rows, of) => table(['Payee', 'Memo'], rows, of, csv, ';') },
  ofx: {
    ending: 'ofx',
    fields: ['NAME', 'MEMO', 'FITID'],
    write: (rows, of) =>
      `<?xml version="1.0" encoding="UTF-8"?>\n<?OFX OFXHEADER="200" VERSION="220"?>\n<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR</CURDEF><BANKACCTFROM><BANKID>1</BANKID><ACCTID>77</ACCTID></BANKACCTFROM><BANKTRANLIST>${each(
        rows,
        (at) =>
          `<STMTTRN><TRNTYPE>DEBIT</TRNTYPE><DTPOSTED>${dayOf(at).replaceAll('-', '')}</DTPOSTED><TRNAMT>${amountOf(at)}</TRNAMT><FITID>${xml(of(at, 'FITID'))}</FITID><NAME>${xml(of(at, 'NAME'))}</NAME><MEMO>${xml(of(at, 'MEMO'))}</MEMO></STMTTRN>`,
      ).join('\n')}</BANKTRANLIST></STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>`,
  },
  qif: {
    ending: 'qif',
    fields: ['P', 'M', 'L', 'N'],
    write: (rows, of) =>
      `!Type:Bank\n${each(rows, (at) => {
        const [year = '', month = '', day = ''] = dayOf(at).split('-');
        return `D${day}/${month}/${year}\nT${amountOf(at)}\n${['P', 'M', 'L', 'N'].map((field) => `${field}${line(of(at, field))}\n`).join('')}^\n`;
      }).join('')}`,
  },
  camt: {
    ending: 'xml',
    fields: ['Nm', 'Ustrd', 'AddtlNtryInf'],
    write: (rows, of) =>
      `<?xml version="1.0" encoding="UTF-8"?><Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><Stmt><Id>1</Id><Acct><Id><IBAN>DE02120300000000202051</IBAN></Id><Ccy>EUR</Ccy></Acct>${each(
        rows,
        (at) =>
          `<Ntry><Amt Ccy="EUR">${amountOf(at).slice(1)}</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts><BookgDt><Dt>${dayOf(at)}</Dt></BookgDt><NtryDtls><TxDtls><RltdPties><Cdtr><Nm>${xml(of(at, 'Nm'))}</Nm></Cdtr></RltdPties><RmtInf><Ustrd>${xml(of(at, 'Ustrd'))}</Ustrd></RmtInf></TxDtls></NtryDtls><AddtlNtryInf>${xml(of(at, 'AddtlNtryInf'))}</AddtlNtryInf></Ntry>`,
      ).join('\n')}</Stmt></BkToCstmrStmt></Document>`,
  },
  mt940: {
    ending: 'sta',
    fields: ['?20', '?32'],
    write: (rows, of) =>
      `:20:X\n:25:12030000/202051\n:28C:1/1\n:60F:C251231EUR0,00\n${each(
        rows,
        (at) =>
          `:61:${dayOf(at).slice(2).replaceAll('-', '')}D${amountOf(at).slice(1).replace('.', ',')}NMSCNONREF\n:86:177?00KARTE?20${line(of(at, '?20'))}?32${line(of(at, '?32'))}\n`,
      ).join('')}-\n`,
  },
  json: {
    ending: 'json',
    fields: ['payee', 'memo', 'category'],
    write: (rows, of) =>
      JSON.stringify(
        each(rows, (at): Fields => ({
          date: dayOf(at),
          amount: amountOf(at),
          currency: 'EUR',
          payee: of(at, 'payee'),
          memo: of(at, 'memo'),
          category: of(at, 'category'),
        })),
      ),
  },
  xlsx: {
    ending: 'xlsx',
    fields: ['Payee', 'Memo', 'Category'],
    write: (rows, of) => {
      const cells = [
        ['Date', 'Payee', 'Memo', 'Category', 'Amount', 'Currency'],
        ...each(rows, (at) => [dayOf(at), of(at, 'Payee'), of(at, 'Memo'), of(at, 'Category'), amountOf(at), 'EUR']),
      ];
      return zipSync({
        'xl/workbook.xml': strToU8(
          '<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="x" sheetId="1" r:id="rId1"/></sheets></workbook>',
        ),
        'xl/_rels/workbook.xml.rels': strToU8(
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
        ),
        'xl/worksheets/sheet1.xml': strToU8(sheetOf(cells)),
      });
    },
  },
  'html table': {
    ending: 'xls',
    fields: ['Payee', 'Memo'],
    write: (rows, of) =>
      `<html><head><meta charset="utf-8"></head><body><table><tr>${['Date', 'Payee', 'Memo', 'Amount', 'Currency'].map((head) => `<th>${head}</th>`).join('')}</tr>${each(
        rows,
        (at) =>
          `<tr>${[dayOf(at), of(at, 'Payee'), of(at, 'Memo'), amountOf(at), 'EUR'].map((text) => `<td>${xml(text)}</td>`).join('')}</tr>`,
      ).join('\n')}</table></body></html>`,
  },
  gnucash: {
    ending: 'gnucash',
    fields: ['trn:description', 'split:memo', 'act:name'],
    write: (rows, of) => {
      const account = (id: string, name: string, type: string) =>
        `<gnc:account version="2.0.0"><act:name>${xml(name)}</act:name><act:id type="guid">${id}</act:id><act:type>${type}</act:type><act:commodity><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id></act:commodity></gnc:account>`;
      return `<?xml version="1.0" encoding="utf-8" ?><gnc-v2 xmlns:gnc="http://www.gnucash.org/XML/gnc"><gnc:book>${account('own', 'Giro', 'BANK')}${each(rows, (at) => account(`e${at}`, of(at, 'act:name'), 'EXPENSE')).join('')}${each(
        rows,
        (at) =>
          `<gnc:transaction version="2.0.0"><trn:id>t${at}</trn:id><trn:currency><cmdty:space>CURRENCY</cmdty:space><cmdty:id>EUR</cmdty:id></trn:currency><trn:date-posted><ts:date>${dayOf(at)} 10:59:00 +0000</ts:date></trn:date-posted><trn:description>${xml(of(at, 'trn:description'))}</trn:description><trn:splits><trn:split><split:memo>${xml(of(at, 'split:memo'))}</split:memo><split:value>${minorOf(at)}/100</split:value><split:quantity>${minorOf(at)}/100</split:quantity><split:account type="guid">own</split:account></trn:split><trn:split><split:value>${-minorOf(at)}/100</split:value><split:quantity>${-minorOf(at)}/100</split:quantity><split:account type="guid">e${at}</split:account></trn:split></trn:splits></gnc:transaction>`,
      ).join('\n')}</gnc:book></gnc-v2>`;
    },
  },
};

/** Every row's `field` is one of `texts`; the other fields are plain. */
export function hostileFile(format: string, field: string, texts: readonly string[]): HostileFile {
  const { ending, write } = FORMATS[format] ?? { ending: '', write: () => '' };
  const plain = (at: number, name: string) =>
    /^(FITID|Reference|N|L|Category|category|act:name|Type|Bank kind|Note|Institution)$/.test(name)
      ? `${name} ${at}`
      : /^Account/.test(name)
        ? `${name} 1`
        : `Corner Shop ${at}`;
  const written = write(texts.length, (at, name) => (name === field ? (texts[at] ?? '') : plain(at, name)));
  const bytes = typeof written === 'string' ? new TextEncoder().encode(written) : written;
  return { name: `statement.${ending}`, bytes };
}
