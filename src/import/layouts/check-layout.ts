// Checks one layout file against its own sample, with a sentence for each thing that is wrong.
import { toDecimal } from '../../base/money.ts';
import { readCsv } from '../read-csv.ts';
import type { ReadOptions } from '../reading.ts';
import { findFaults, type Layout } from './layout.ts';

/** What is wrong with the layout; empty when its sample is read as it expects. */
export async function checkLayout(value: unknown, options: ReadOptions): Promise<string[]> {
  const faults = findFaults(value);
  if (faults.length > 0) return faults;
  const layout = value as Layout;
  const reading = await readCsv(`${layout.sample.join('\n')}\n`, options, [layout]);
  const read = reading.entries.map(
    ({ day, minor, currency, account, descriptor }) =>
      `${day} ${toDecimal({ minor, currency: currency ?? '' })}${currency ? ` ${currency}` : ''} | ${account} | ${descriptor}`,
  );
  const wrong: string[] = [];
  for (let at = 0; at < Math.max(read.length, layout.expect.length); at += 1) {
    const [got, wanted] = [read[at], layout.expect[at]];
    if (got !== wanted)
      wrong.push(
        `row ${at + 1}: ${wanted === undefined ? 'nothing was expected' : `expected "${wanted}"`}, ${got === undefined ? 'nothing was read' : `read "${got}"`}`,
      );
  }
  for (const { key } of reading.asks) wrong.push(`the reading still asks about "${key}"; the layout should settle it`);
  return wrong;
}
