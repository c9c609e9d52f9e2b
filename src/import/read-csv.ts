// CSV, TSV and their kin: finds the delimiter, then reads as any table.
import type { RawReading } from './finish.ts';
import type { ReadOptions, Understood } from './reading.ts';
import { chooseDelimiter, DELIMITERS } from './table/choose-delimiter.ts';
import { readTable } from './table/read-table.ts';
import { splitText } from './table/split-text.ts';
import { toReading } from './table/to-reading.ts';

export async function readCsv(text: string, options: ReadOptions): Promise<RawReading> {
  const chosen = options.guesses?.delimiter;
  const choice = chooseDelimiter(text, Number(options.today.slice(0, 4)));
  const delimiter = chosen || choice.delimiter;
  const source = splitText(choice.from > 0 ? `\n${text.slice(choice.from)}` : text, delimiter);
  const table = await readTable(source, options);
  const layout: Understood = {
    key: 'delimiter',
    value: delimiter,
    options: DELIMITERS.map((value) => ({ value })),
    source: chosen ? 'chosen' : choice.source,
    reason: chosen ? { code: 'chosen' } : { code: 'shape', count: choice.rows },
  };
  return toReading('csv', table, [layout], delimiter);
}
