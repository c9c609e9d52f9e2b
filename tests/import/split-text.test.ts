import { expect, test } from 'vitest';
import { splitText } from '../../src/import/table/split-text.ts';
import { chooseDelimiter } from '../../src/import/table/choose-delimiter.ts';
import { processorTime } from '../support/processor-time.ts';

function all(text: string, delimiter = ','): { rows: string[][]; lines: number[]; open: number[] } {
  const source = splitText(text, delimiter);
  const cursor = source.open();
  const rows: string[][] = [];
  const lines: number[] = [];
  for (let cells = cursor.next(); cells; cells = cursor.next()) {
    rows.push(cells);
    lines.push(cursor.line);
  }
  return { rows, lines, open: source.openQuotes };
}

test.each([
  [
    'plain',
    'a,b\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'no line end at the end',
    'a,b\r\nc,d',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  [
    'old line ends',
    'a,b\rc,d\r',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['empty cells', ',a,,\n', [['', 'a', '', '']]],
  ['delimiter, line end and quotes inside quotes', '"a,1","b\nc","d""e"\n', [['a,1', 'b\nc', 'd"e']]],
  [
    'blank lines and lines of nothing but delimiters are no rows',
    'a,b\n\n , \n,,\nc,d\n',
    [
      ['a', 'b'],
      ['c', 'd'],
    ],
  ],
  ['a blank before a quote', 'a, "b,c" ,d\n', [['a', 'b,c', 'd']]],
  ['quotes escaped the way of programs', '"say \\"hi\\"",1\n', [['say "hi"', '1']]],
  ['a path that ends in a backslash', '"C:\\",1\n', [['C:\\', '1']]],
  ['quotes left as they are inside quotes', '"UAB "Maxima"","x",1\n', [['UAB "Maxima"', 'x', '1']]],
  ['a quote in the middle of a bare cell', 'a"b,c\n', [['a"b', 'c']]],
  ['a lost opening quote', 'NL00","b"\n', [['NL00"', 'b']]],
])('%s', (_, text, expected) => expect(all(text).rows).toEqual(expected));

test('lines are counted through quoted line ends and blank lines', () => {
  expect(all('a,b\n\n"x\ny\nz",1\nc,d\n').lines).toEqual([1, 3, 6]);
});

test('a quote that never closes is read as it stands, its line named, and the rows after it live', () => {
  expect(all('a,b\nc,"d\ne,f\n')).toEqual({
    rows: [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
    ],
    lines: [1, 2, 3],
    open: [2],
  });
});

test('a file full of stray quotes takes time by its length only', async () => {
  const text = '"a,b\n'.repeat(60_000);
  const took = await processorTime(() => expect(all(text).rows.length).toBeGreaterThan(0));
  expect(took).toBeLessThan(3000);
});

test.each([
  [';', '01.02.2024;Kauf;-1,50\n02.02.2024;Kauf, zwei;-2,50\n'],
  [',', '2024-02-01,"Shop; two",-1.50\n2024-02-02,Shop,-2.50\n'],
  ['\t', '2024-02-01\tShop, one\t-1.50\n'],
  ['|', '2024-02-01|Shop|-1.50\n'],
  [';', 'sep=;\n2024-02-01;Shop;1\n'],
])('the delimiter is "%s"', (delimiter, text) => expect(chooseDelimiter(text, 2026).delimiter).toBe(delimiter));
