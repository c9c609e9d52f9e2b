// npm run eval:model: the question sets beside the checkout (../shared/eval) asked of each lane, the rules alone, the rules and then the
// model, the model alone, and how often each is right. Needs a graphics device and a model (docs/language-model.md); another module than
// the browser's may reach the model: npm run eval:model -- --model PATH.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { LANES } from '../../src/cli/asking/ask-engine.ts';
import { table } from '../../src/cli/report/provenance.ts';
import type { SetFigures } from './question-sets.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const { values } = parseArgs({
  options: {
    model: { type: 'string', default: fileURLToPath(new URL('browser-model.ts', import.meta.url)) },
    eval: { type: 'string', default: fileURLToPath(new URL('../../../shared/eval', import.meta.url)) },
    dataset: { type: 'string' },
  },
});
const scorer = join(values.eval, 'score.py');
if (!existsSync(scorer)) {
  console.error(`no question sets at ${values.eval}: name their folder with --eval`);
  process.exit(1);
}

function measure(lane: (typeof LANES)[number]): SetFigures | null {
  const folder = mkdtempSync(join(tmpdir(), 'sotto-lane-'));
  try {
    const out = join(folder, 'figures.json');
    const asks = `npm run --silent ask -- --engine ${lane}${lane === 'rules' ? '' : ` --model ${values.model}`}`;
    const only = values.dataset === undefined ? [] : ['--dataset', values.dataset];
    spawnSync('python3', [scorer, '--project', root, '--json', out, '--cmd', asks, '--timeout', '86400', ...only], {
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    return existsSync(out) ? (JSON.parse(readFileSync(out, 'utf8')) as SetFigures) : null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const rows = LANES.map((lane) => {
  const figures = measure(lane);
  if (!figures) return [lane, '', '', '', 'did not run'];
  const { n, right, wrong_confident: wrong, ms_p50: half, ms_p95: most } = figures;
  return [lane, n, `${right} (${((100 * right) / n).toFixed(1)} %)`, wrong, `${Math.round(half)} / ${Math.round(most)}`];
});
console.log(table(['lane', 'questions', 'right', 'wrong, said as sure', 'ms, half / nearly all'], rows));
