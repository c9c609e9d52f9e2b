// Reading a CSV (encoding, layout, dates, signs, entries) against the CSV library's parse of the same text alone.
import Papa from 'papaparse';
import { readStatement } from '../../import/read-statement.ts';
import { inventedCsv, TODAY } from './invented.ts';
import { compare, type Comparison } from './measure.ts';

export function benchReading(count: number, rounds: number): Promise<Comparison> {
  const text = inventedCsv(count);
  const bytes = new TextEncoder().encode(text);
  return compare({
    name: `reading a CSV of ${count.toLocaleString('en')} rows into entries`,
    alternative: 'papaparse into rows of text, and no more',
    bar: null,
    rounds,
    ours: () => readStatement(bytes, { name: 'bench.csv', today: TODAY }),
    theirs: () => Papa.parse<string[]>(new TextDecoder().decode(bytes), { skipEmptyLines: true }),
  });
}
