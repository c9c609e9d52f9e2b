// npm run bench [-- --json FILE] [-- --only talking]: each figure beside its alternative in the same run. Nothing fails here when a machine is slow.
import { writeFileSync } from 'node:fs';
import { loadSqlEngine } from '../ledger/sql-js-database.ts';
import { benchImport } from './bench/importing.ts';
import type { Comparison } from './bench/measure.ts';
import { benchQuestions } from './bench/questions.ts';
import { benchTalking, type Timing } from './bench/talking.ts';

const results: Comparison[] = [];
const timings: Timing[] = [];
if (!process.argv.includes('talking')) {
  const engine = await loadSqlEngine();
  results.push(await benchImport(engine, 10_000, 5), await benchImport(engine, 100_000, 3));
  for (const count of [10_000, 50_000, 100_000]) results.push(...(await benchQuestions(engine, count)));
}
const talking = await benchTalking();
if (talking) {
  results.push(talking.comparison);
  timings.push(talking.timing);
}

const figure = (value: number) => (value >= 100 ? value.toFixed(0) : value.toFixed(2));
for (const { name, ratio, bar, ours, theirs, unit, spread, alternative } of results) {
  const wanted = bar === null ? '' : `, asked at most ${bar}`;
  console.log(
    `${name}: ${ratio.toFixed(2)} times (${figure(ours)} ${unit} ± ${(spread * 100).toFixed(0)} %, ${figure(theirs)} ${unit} for ${alternative}${wanted})`,
  );
}
for (const { name, total, parts } of timings) {
  const told = Object.entries(parts).map(([part, took]) => `${part} ${figure(took)}`);
  console.log(`${name}: ${figure(total)} ms (${told.join(', ')})`);
}

const flag = process.argv.indexOf('--json');
const file = flag > 0 ? process.argv[flag + 1] : undefined;
if (file) writeFileSync(file, `${JSON.stringify({ results, timings }, null, 1)}\n`);
