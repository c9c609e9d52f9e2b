// Makes many statement files and reads each: npx tsx tests/statements/run.ts [--count 5000] [--from 1] [--show 20] [--pairs 1000]
// Prints how many were read rightly, how many wrongly with a question and how many in silence; exits 1 below 99.5 % or on any
// silent one, and on a pair of overlapping files after which the ledger has a row twice or lacks one. A file whose dates or sign nobody could know counts as right when it asks.
import { generate } from './generate.ts';
import { generateRich } from './generate-rich.ts';
import { judge, judgeRich } from './judge.ts';
import { importPair } from './overlap.ts';

const option = (name: string, usual: number): number => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? usual : Number(process.argv[at + 1] ?? usual);
};
/** Two kinds of file in turn: many layouts of plain rows, and rows with all that real exports hold beside them. */
async function judged(seed: number) {
  if (seed % 2 === 0) {
    const file = generateRich(seed);
    const verdict = await judgeRich(file);
    return { file, verdict, open: verdict.open };
  }
  const file = generate(seed);
  const verdict = await judge(file);
  const open = (file.truth.openDates && verdict.asks.includes('date-order')) || (file.truth.openSign && verdict.asks.includes('sign'));
  return { file, verdict, open };
}

const count = option('count', 5000);
const from = option('from', 1);
let shown = option('show', 20);
const tally = { right: 0, open: 0, asked: 0, silent: 0, needless: 0 };
for (let seed = from; seed < from + count; seed += 1) {
  const { file, verdict, open } = await judged(seed);
  if (verdict.right) {
    tally.right += 1;
    if (verdict.asks.length > 0 && !open) tally.needless += 1;
    continue;
  }
  if (open) {
    tally.open += 1;
    continue;
  }
  tally[verdict.silent ? 'silent' : 'asked'] += 1;
  if (shown > 0) {
    shown -= 1;
    console.log(seed, verdict.silent ? 'SILENT' : 'asked', verdict.why, verdict.asks.join(','), JSON.stringify(file.recipe));
  }
}
const share = (100 * (tally.right + tally.open)) / count;
console.log(
  `${count} files: right ${tally.right}, undecidable and asked ${tally.open}, wrong but asked ${tally.asked}, silently wrong ${tally.silent}; asked without need ${tally.needless}; ${share.toFixed(2)} %`,
);
const pairs = option('pairs', 1000);
let broken = 0;
for (let seed = from; seed < from + pairs; seed += 1) {
  const fault = await importPair(seed);
  if (fault === null) continue;
  broken += 1;
  if (broken <= 10) console.log(`pair ${seed}: ${fault}`);
}
console.log(`${pairs} pairs of overlapping files: nothing twice and nothing lost in ${pairs - broken}, wrong in ${broken}`);
process.exitCode = share >= 99.5 && tally.silent === 0 && broken === 0 ? 0 : 1;
