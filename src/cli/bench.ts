// npm run bench [-- --json FILE] [-- --only import,questions,storage] [-- --largest 100000]: each figure beside its alternative in the same run, and writes
// docs/bench.md when everything was measured. Nothing fails here when a machine is slow.
import { writeFileSync } from 'node:fs';
import { loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { loadSqlEngine } from '../ledger/sql-js-database.ts';
import { benchDocument, LARGEST } from './bench/document.ts';
import { benchEdits } from './bench/edits.ts';
import { benchImport } from './bench/importing.ts';
import type { Comparison } from './bench/measure.ts';
import { benchMemory } from './bench/memory.ts';
import { benchPainting } from './bench/painting.ts';
import { benchQuestions } from './bench/questions.ts';
import { benchReading } from './bench/reading.ts';
import { benchStorage } from './bench/storage.ts';
import { benchTalking, type Timing } from './bench/talking.ts';
import { provenance } from './report/provenance.ts';

interface Found {
  results?: Comparison[];
  timings?: Timing[];
}

const valueOf = (flag: string): string | null => {
  const at = process.argv.indexOf(flag);
  return at > 0 ? (process.argv[at + 1] ?? null) : null;
};
const largest = Number(valueOf('--largest') ?? LARGEST);
/** How often an import of so many rows is timed. */
const ROUNDS: Record<number, number> = { 10_000: 5, 100_000: 3, [LARGEST]: 1 };
const sizes = Object.keys(ROUNDS)
  .map(Number)
  .filter((count) => count <= largest);

const load = loadavg()[0] ?? 0;
const made = provenance('npm run bench');
const engine = await loadSqlEngine();

/** In the order in which they are told; each part can be run alone by its name. */
const PARTS: Record<string, () => Promise<Found>> = {
  reading: async () => ({ results: [await benchReading(100_000, 5)] }),
  import: async () => {
    const results = [];
    for (const count of sizes) results.push(await benchImport(engine, count, ROUNDS[count] ?? 1));
    return { results };
  },
  questions: async () => {
    const results = [];
    for (const count of sizes) results.push(...(await benchQuestions(engine, count)));
    return { results };
  },
  edits: async () => {
    const [small, large] = [await benchEdits(engine, 10_000), await benchEdits(engine, 100_000)];
    return { results: [...small.results, ...large.results], timings: [...small.timings, ...large.timings] };
  },
  storage: benchStorage,
  memory: () => Promise.resolve({ results: [benchMemory(100_000)] }),
  painting: async () => ({ timings: await benchPainting() }),
  talking: async () => {
    const talking = await benchTalking();
    return talking ? { results: [talking.comparison], timings: [talking.timing] } : {};
  },
}; // prettier-ignore

const only = valueOf('--only')?.split(',') ?? null;
const unknown = only?.filter((part) => !(part in PARTS)) ?? [];
if (unknown.length > 0) throw new Error(`--only knows ${Object.keys(PARTS).join(', ')}, not ${unknown.join(', ')}`);

const results: Comparison[] = [];
const timings: Timing[] = [];
for (const [name, measure] of Object.entries(PARTS)) {
  if (only && !only.includes(name)) continue;
  console.error(`measuring ${name} ...`);
  const found = await measure();
  results.push(...(found.results ?? []));
  timings.push(...(found.timings ?? []));
}

const document = benchDocument(results, timings, made, { load, largest });
console.log(document);
if (!only) writeFileSync(fileURLToPath(new URL('../../docs/bench.md', import.meta.url)), document);
const file = valueOf('--json');
if (file) writeFileSync(file, `${JSON.stringify({ results, timings }, null, 1)}\n`);
