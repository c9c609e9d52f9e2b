// CSV, TSV and their kin: finds the delimiter, then reads as any table.
import { AppError } from '../base/errors.ts';
import type { RawReading } from './finish.ts';
import type { ReadOptions, Understood } from './reading.ts';
import { chooseDelimiter, DELIMITERS } from './table/choose-delimiter.ts';
import { LAYOUTS } from './layouts/apply-layout.ts';
import type { Layout } from './layouts/layout.ts';
import { readBlocks } from './read-blocks.ts';
import { readFixedWidth } from './table/fixed-width.ts';
import { readTable, type TableReading } from './table/read-table.ts';
import { withoutLineQuotes } from './table/quoted-lines.ts';
import { splitText } from './table/split-text.ts';
import { toReading } from './table/to-reading.ts';

/** `layouts` are those in the house unless one is being checked. */
export async function readCsv(given: string, options: ReadOptions, layouts: readonly Layout[] = LAYOUTS): Promise<RawReading> {
  const text = withoutLineQuotes(given) ?? given;
  const blocks = readBlocks(text);
  if (blocks) return toReading('csv', await readTable(blocks, options), [], 'one field a line');
  const chosen = options.guesses?.delimiter;
  const choice = chooseDelimiter(text, Number(options.today.slice(0, 4)));
  const delimiter = chosen || choice.delimiter;
  const source = splitText(choice.from > 0 ? `\n${text.slice(choice.from)}` : text, delimiter);
  let table: TableReading;
  try {
    table = await readTable(source, options, layouts);
  } catch (error) {
    const aligned = chosen || !(error instanceof AppError) || error.code !== 'statement-no-transactions' ? null : readFixedWidth(text);
    if (!aligned) throw error;
    const reading = toReading('csv', await readTable(aligned.source, options), [], 'fixed width');
    // Text out of a PDF is aligned too, here and there; what does not take in nearly every such line is no table.
    if (reading.entries.length * 10 < aligned.lines * 9) throw error;
    return reading;
  }
  const layout: Understood = {
    key: 'delimiter',
    value: delimiter,
    options: DELIMITERS.map((value) => ({ value })),
    source: chosen ? 'chosen' : choice.source,
    reason: chosen ? { code: 'chosen' } : { code: 'shape', count: choice.rows },
  };
  return toReading('csv', table, [layout], delimiter);
}
