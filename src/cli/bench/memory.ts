// Memory at its highest: a fresh process that imports and answers one question, against one that fills a bare table from the same file.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ask } from '../../ask/ask.ts';
import { readOnly } from '../../ledger/read-only.ts';
import { loadSqlEngine } from '../../ledger/sql-js-database.ts';
import { floor, ledgerOf } from './importing.ts';
import { inventedCsv, TODAY } from './invented.ts';
import type { Comparison } from './measure.ts';

/** Highest resident memory of a process of its own, in megabytes. */
function highest(who: 'ours' | 'bare', count: number): number {
  const program = fileURLToPath(import.meta.url);
  const said = execFileSync(process.execPath, ['--import', 'tsx', program, who, String(count)], { encoding: 'utf8' });
  return Number(said.trim().split('\n').at(-1));
}

/**
 * Of this process since it became what it is, in megabytes. What `getrusage` tells on Linux is never below the process that started
 * it (getrusage(2) keeps the highest across exec), and the bench that starts it may be large.
 */
function highestOfThis(): number {
  const own = existsSync('/proc/self/status') ? /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1000;
}

export function benchMemory(count: number): Comparison {
  const [ours, theirs] = [highest('ours', count), highest('bare', count)];
  return {
    name: `memory at its highest, import of ${count.toLocaleString('en')} rows and a question`,
    alternative: 'papaparse into a bare table with two indexes',
    bar: null,
    ratio: ours / theirs,
    ours,
    theirs,
    unit: 'MB',
    spread: 0,
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , who, count] = process.argv;
  const text = inventedCsv(Number(count));
  const engine = await loadSqlEngine();
  if (who === 'ours') ask(readOnly(await ledgerOf(engine, new TextEncoder().encode(text))), { question: 'total spending', today: TODAY });
  else floor(engine, text);
  console.log(highestOfThis());
}
