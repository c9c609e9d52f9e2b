// Letters under a header that names both ways, marks that only some countries write, and words that the figures contradict.
import { expect, test } from 'vitest';
import { asks, read, rows } from './read.ts';

const file = (header: string, ...lines: string[]): string => [header, ...lines].join('\n');

test.each([
  ['Cargo/Abono', 'C', 'A'],
  ['CARGO | ABONO', 'c', 'a'],
  ['Abono / Cargo', 'C', 'A'],
  ['Dare/Avere', 'D', 'A'],
  ['Debe-Haber', 'D', 'H'],
])('the letters stand for the words of the header: %s', async (header, out, into) => {
  const reading = await read(file(`Fecha;Glosa;Monto;${header}`, `15/03/2024;Tienda;4500;${out}`, `28/03/2024;Sueldo;900000;${into}`));
  expect(rows(reading).map((row) => row.split(' ')[1]?.startsWith('-'))).toEqual([true, false]);
  expect(asks(reading)).toEqual([]);
});

test('words of two parts: Nota Débito and Nota Crédito', async () => {
  const reading = await read(
    file(
      'Fecha,Documento,Descripción Motivo,Transacción,Valor Total',
      '02/07/2024,171638,PAGO LUZ,Nota Débito,"$ 28,024.31"',
      '16/07/2024,612084,TRANSFERENCIA RECIBIDA,Nota Crédito,"$ 180,208.05"',
      '28/07/2024,884213,TIENDA,Nota Débito,"$ 4,735.02"',
    ),
  );
  expect(rows(reading)).toEqual(['2024-07-02 -2802431', '2024-07-16 18020805', '2024-07-28 -473502']);
  expect(asks(reading)).toEqual([]);
});

test('letters on one side alone, and figures that have a sign already', async () => {
  const alone = await read(file('Fecha;Glosa;Monto;Cargo/Abono', '15/03/2024;Tienda;4500,50;C', '28/03/2024;Kiosco;120,00;C'));
  expect(rows(alone)).toEqual(['2024-03-15 -450050', '2024-03-28 -12000']);
  const signed = await read(file('Fecha;Glosa;Monto;Cargo/Abono', '15/03/2024;Tienda;-4500,50;C', '28/03/2024;Sueldo;9000,00;A'));
  expect(rows(signed)).toEqual(['2024-03-15 -450050', '2024-03-28 900000']);
});

test('where a letter could stand for both words, or for neither, the header says nothing of it', async () => {
  const both = await read(file('Date,Text,Amount,Debit/Deposit', '2024-03-15,Shop,4.50,D', '2024-03-28,Pay,900.00,D'));
  expect(asks(both)).toContain('sign');
  const neither = await read(file('Date,Text,Amount,Cargo/Abono', '2024-03-15,Shop,4.50,X', '2024-03-28,Pay,900.00,Y'));
  expect(asks(neither)).toContain('sign');
});

test('one word on every row, and figures of both signs: the word says nothing', async () => {
  const reading = await read(
    file('Date,Text,Amount,Type', '2024-03-15,Shop,-4.50,CREDIT', '2024-03-16,Cafe,-3.10,CREDIT', '2024-03-28,Pay,900.00,CREDIT'),
  );
  expect(rows(reading)).toEqual(['2024-03-15 -450', '2024-03-16 -310', '2024-03-28 90000']);
});

test('triangles are minus, and a wide dash is nothing', async () => {
  expect(rows(await read(file('取引日,内容,金額', '2024/03/15,店,"▲1,376"', '2024/03/28,給与,"300,000"', '2024/03/29,店,△500')))).toEqual([
    '2024-03-15 -137600',
    '2024-03-28 30000000',
    '2024-03-29 -50000',
  ]);
  const pair = await read(file('交易日期,說明,提出,存入', '2024/03/15,店,"1,376",－', '2024/03/28,薪資,－,"52,000"'));
  expect(rows(pair).map((row) => row.split(' ')[1])).toEqual(['-137600', '5200000']);
});

test('the letterhead names a currency of three decimals, so a point with three figures behind it is no thousand', async () => {
  const reading = await read(
    file('Account,2001,Currency,KWD', 'Date,Description,Amount', '15/03/2024,Shop,-2.180', '28/03/2024,Pay,9.500'),
  );
  expect(rows(reading)).toEqual(['2024-03-15 -2180 KWD', '2024-03-28 9500 KWD']);
  expect(asks(reading)).toEqual([]);
  const dollars = await read(
    file('Account,2001,Currency,USD', 'Date,Description,Amount', '15/03/2024,Shop,-2.180', '28/03/2024,Pay,9.500'),
  );
  expect(asks(dollars)).toEqual(['decimal-mark']);
});

test('two columns whose words the balance contradicts on each of a few rows are asked about', async () => {
  const head = 'Date,Description,Debit,Credit,Running Balance';
  const against = await read(
    file(head, '2024-03-15,Shop,,40.22,1459.78', '2024-03-18,Cafe,,5.00,1454.78', '2024-03-28,Pay,900.00,,2354.78'),
  );
  expect(asks(against)).toEqual(['sign']);
  const along = await read(file(head, '2024-03-15,Shop,40.22,,1459.78', '2024-03-18,Cafe,5.00,,1454.78', '2024-03-28,Pay,,900.00,2354.78'));
  expect(asks(along)).toEqual([]);
});
