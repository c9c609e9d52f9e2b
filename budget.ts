// How much a first visit loads, and a build that fails when it is too much. Sizes are gzipped, as hosts send them.
// Counted are the JavaScript that stands between the address and the first paint, and with it the worker and the SQLite that open
// the ledger. What is fetched with its first use (readers, questions, charts, voice) is not a first visit's.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Plugin } from 'vite';

export const BUDGET = { firstPaint: 70_000, withDatabase: 500_000 };

export interface FirstLoad {
  firstPaint: number;
  withDatabase: number;
  files: { name: string; bytes: number }[];
}

/** A script and all that it imports outright; an `import()` is not followed. */
function withImports(folder: string, name: string, seen = new Set<string>()): Set<string> {
  if (seen.has(name)) return seen;
  seen.add(name);
  const text = readFileSync(`${folder}/${name}`, 'utf8');
  for (const [, found] of text.matchAll(/(?:\bfrom|\bimport)\s*["'`]\.\/([\w.-]+\.js)["'`]/g)) if (found) withImports(folder, found, seen);
  return seen;
}

/** Reads a built `dist`. */
export function measureFirstLoad(dist: string): FirstLoad {
  const assets = `${dist}/assets`;
  const page = readFileSync(`${dist}/index.html`, 'utf8');
  const entry = /<script[^>]+src="[^"]*assets\/([\w.-]+\.js)"/.exec(page)?.[1];
  const all = readdirSync(assets);
  const worker = all.find((name) => /^ledger\.worker-.*\.js$/.test(name));
  const engine = all.find((name) => /^sql-wasm-.*\.wasm$/.test(name));
  if (!entry || !worker || !engine) throw new Error(`${dist} holds no page, ledger worker and SQLite to measure`);
  const size = (name: string) => gzipSync(readFileSync(`${assets}/${name}`), { level: 9 }).length;
  const sum = (files: { bytes: number }[]) => files.reduce((total, { bytes }) => total + bytes, 0);
  const first = [...withImports(assets, entry)].map((name) => ({ name, bytes: size(name) }));
  const behind = [...withImports(assets, worker), engine].map((name) => ({ name, bytes: size(name) }));
  return { firstPaint: sum(first), withDatabase: sum(first) + sum(behind), files: [...first, ...behind] };
}

/** Fails the build above the budget, and says by which files. */
export const budget = (): Plugin => {
  let dist = 'dist';
  return {
    name: 'sotto-budget',
    apply: 'build',
    configResolved: (config) => {
      dist = resolve(config.root, config.build.outDir);
    },
    closeBundle: {
      sequential: true,
      handler() {
        const load = measureFirstLoad(dist);
        const said = load.files.map(({ name, bytes }) => `  ${bytes} ${name}`).join('\n');
        for (const part of ['firstPaint', 'withDatabase'] as const) {
          if (load[part] > BUDGET[part]) this.error(`${part}: ${load[part]} bytes gzipped, ${BUDGET[part]} allowed\n${said}`);
        }
        this.info(`first load, gzipped: ${load.firstPaint} bytes of JavaScript before first paint, ${load.withDatabase} with the database`);
      },
    },
  };
};
