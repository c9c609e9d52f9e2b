import { expect, test } from 'vitest';
import { decode } from '../../src/import/decode.ts';
import { encodeAs } from '../statements/encode.ts';
import { read, rows } from './read.ts';

const CZECH = 'Datum zaúčtování;Částka;Měna;Zpráva pro příjemce\n15.03.2024;-4,50;CZK;Káva u Šemíka\n16.03.2024;-9,00;CZK;Příspěvek\n';
const RUSSIAN = 'Дата операции;Описание;Сумма\n15.03.2024;Пятёрочка;-4,50\n16.03.2024;Аптека;-9,00\n';
const CHINESE = '交易日期,摘要,交易金额,余额\n2024-03-15,超市购物,-4.50,95.50\n2024-03-16,工资,100.00,195.50\n';
const JAPANESE = '日付,取引内容,お支払金額,お預り金額,差引残高\n2024/03/15,セブンイレブン,450,,9550\n';

test.each([
  ['windows-1250', CZECH],
  ['windows-1251', RUSSIAN],
  ['gb18030', CHINESE],
  ['shift_jis', JAPANESE],
  ['euc-jp', JAPANESE],
  // Letters that look like French ones: only the words of the header tell.
  [
    'windows-1257',
    `Grāmatošanas datums;Valutēšanas datums;Apraksts;Debets;Kredīts;Valūta;Bilance\n2021-09-15;2021-09-16;Īre, 360;18,44;;EUR;473,99\n2021-09-11;2021-09-12;Komisija;2,50;;EUR;492,43\n2021-09-09;2021-09-10;Īre;332,05;;EUR;494,93\n`,
  ],
  ['windows-1252', 'Buchungstag;Empfänger;Betrag;Währung\n15.03.2024;Bäckerei Müller;-4,50;EUR\n'],
])('%s is told without asking', async (label, text) => {
  const decoded = await decode(encodeAs(text, label));
  expect([decoded.text, decoded.source]).toEqual([text, 'guessed']);
});

test('UTF-8, with and without its mark, and UTF-16 without one', async () => {
  expect((await decode(new TextEncoder().encode(RUSSIAN))).reason.code).toBe('strict-utf-8');
  expect((await decode(new TextEncoder().encode(`\ufeff${RUSSIAN}`))).text).toBe(RUSSIAN);
  const little = new Uint8Array(Uint16Array.from('Date,Text,Amount\n2024-03-15,a,-4.50\n', (char) => char.charCodeAt(0)).buffer);
  expect((await decode(little)).encoding).toBe('utf-16le');
  expect(rows(await read(little))).toEqual(['2024-03-15 -450']);
});

test('an XML declaration and an OFX header are believed where the bytes are not UTF-8', async () => {
  const latin = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));
  expect((await decode(latin('<?xml version="1.0" encoding="ISO-8859-1"?><a>é</a>'))).encoding).toBe('windows-1252');
  expect((await decode(latin('OFXHEADER:100\nCHARSET:1252\n<OFX>é</OFX>'))).encoding).toBe('windows-1252');
});

test('a character cut at the end of the file is forgiven', async () => {
  const bytes = new TextEncoder().encode('Date,Text\n2024,é');
  expect((await decode(bytes.subarray(0, bytes.length - 1))).encoding).toBe('utf-8');
});

test('what the person chose is taken', async () => {
  expect(await decode(Uint8Array.of(0xe9), 'iso-8859-2')).toMatchObject({ text: 'é', source: 'chosen' });
});
