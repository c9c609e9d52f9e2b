// Question sets that lie beside the project (`../shared/eval`): asked through `npm run ask`, judged by the scorer that comes with them.
// Not every checkout has them, nor every machine Python; then there are no such figures, and the document says so.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const SCORER = fileURLToPath(new URL('../../../shared/eval/score.py', import.meta.url));

export interface SetFigures {
  n: number;
  right: number;
  wrong_confident: number;
  outcomes: Record<string, number>;
  /** Of the right answers, the share whose sentence says the value. */
  spoken: number | null;
  ms_p50: number;
  ms_p95: number;
  by_dataset: Record<string, [right: number, of: number]>;
  by_kind: Record<string, [right: number, of: number]>;
}

/** The figures, or why there are none. */
export function measureQuestionSets(): SetFigures | string {
  if (!existsSync(SCORER)) return 'not measured: `../shared/eval` does not lie beside this checkout';
  const folder = mkdtempSync(join(tmpdir(), 'sotto-eval-'));
  try {
    const out = join(folder, 'figures.json');
    const run = spawnSync('python3', [SCORER, '--project', root, '--json', out], { encoding: 'utf8' });
    if (run.error || !existsSync(out)) return `not measured: the scorer did not run (${run.error?.message ?? run.stderr.slice(-300)})`;
    return JSON.parse(readFileSync(out, 'utf8')) as SetFigures;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
