// What the corpus says of the engine, as figures: npx tsx tests/corpus/accuracy.ts [--show]
// Right, silent (asked back, declined) and wrong with confidence by kind; how often other talk is captured; what slips of 5, 10
// and 20 % of the words and unrelated talk do; and the risk-coverage curve by the share of unclaimed words. Chance is seeded:
// the same engine prints the same figures.
import { askOf, ledgers } from '../ask/support/ledger.ts';
import { measure, riskCoverage, shareOf, type Outcome } from './measure.ts';
import { kinds } from './meanings.ts';
import { foreign, nearMisses } from './sentences.ts';
import { withSlips, withTalk } from './slips.ts';

const show = process.argv.includes('--show');
const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(7);
const all = Object.values(kinds).flat();

function line(name: string, outcomes: readonly Outcome[]): void {
  const [right, silent, wrong] = [shareOf(outcomes, 'right'), shareOf(outcomes, 'silent'), shareOf(outcomes, 'wrong')];
  console.log(
    `${name.padEnd(26)} ${String(outcomes.length).padStart(5)}  right ${percent(right)}  silent ${percent(silent)}  wrong ${percent(wrong)}`,
  );
  if (show) for (const { is, question, why } of outcomes) if (is === 'wrong') console.log(`    "${question}" ${why ?? ''}`);
}

console.log('As written');
for (const [kind, meanings] of Object.entries(kinds)) line(kind, measure(meanings));

console.log('\nWith slips, all kinds');
const slips = [0.05, 0.1, 0.2].map((share) => ({ share, outcomes: measure(all, (question, seed) => withSlips(question, share, seed)) }));
for (const { share, outcomes } of slips) line(`${String(share * 100)} % of words changed`, outcomes);
const talk = measure(all, withTalk);
line('unrelated words added', talk);

console.log('\nNot ours, on both households');
for (const [name, sentences, empties] of [
  ['foreign', foreign, true],
  ['near-misses', nearMisses, false],
] as const) {
  const statuses = sentences.flatMap((question) => Object.values(ledgers).map((db) => askOf(db, question).status));
  const captured = statuses.filter((status) => status === 'answered' || (empties && status === 'empty')).length;
  console.log(`${name.padEnd(26)} ${String(sentences.length).padStart(5)}  captured ${percent(captured / statuses.length)}`);
}

console.log('\nRisk and coverage by the share of unclaimed words, slips and talk together');
const mixed = [...slips.flatMap(({ outcomes }) => outcomes), ...talk];
for (const { atMost, coverage, risk } of riskCoverage(mixed, [0, 0.05, 0.1, 0.15, 0.2, 0.3, 1]))
  console.log(`at most ${percent(atMost)}  coverage ${percent(coverage)}  risk ${percent(risk)}`);
