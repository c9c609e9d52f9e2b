// docs/bench.md from what was measured: what is slower than its alternative comes first.
import { madeBy, table, type Provenance } from '../report/provenance.ts';
import type { Comparison } from './measure.ts';
import type { Timing } from './talking.ts';

const figure = (value: number, unit: string) =>
  `${value >= 100 ? value.toFixed(0) : value >= 1 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : value.toPrecision(2)} ${unit}`;
const times = (ratio: number) => `${ratio >= 10 ? ratio.toFixed(0) : ratio >= 0.1 ? ratio.toFixed(2) : ratio.toPrecision(2)} times`;
const barOf = ({ bar, ratio }: Comparison) => (bar === null ? '' : `${bar} ${ratio <= bar ? '(met)' : '(not met)'}`);

const rows = (results: readonly Comparison[]) =>
  results.map((each) => [
    each.name,
    times(each.ratio),
    `${figure(each.ours, each.unit)}${each.spread > 0 ? ` ± ${(each.spread * 100).toFixed(0)} %` : ''}`,
    figure(each.theirs, each.unit),
    each.alternative,
    barOf(each),
  ]);
const HEAD = ['what', 'ours / theirs', 'ours', 'theirs', 'the alternative', 'asked, at most'];

/** Rows of the largest ledger that is measured. */
export const LARGEST = 1_000_000;

export interface Run {
  /** Of the machine, as it began. */
  load: number;
  largest: number;
}

export function benchDocument(
  results: readonly Comparison[],
  timings: readonly Timing[],
  made: Provenance,
  { load, largest }: Run,
): string {
  const slower = results.filter(({ ratio }) => ratio > 1).sort((a, b) => b.ratio - a.ratio);
  const faster = results.filter(({ ratio }) => ratio <= 1).sort((a, b) => a.ratio - b.ratio);
  const missed = results.filter(({ bar, ratio }) => bar !== null && ratio > bar);
  return `# How fast it is, beside the alternative

${madeBy(made)}The machine's load as it began was ${load.toFixed(1)}${load > 1 ? ': others were at work on it, so ratios say more than times' : ''}.${largest < LARGEST ? ` Ledgers above ${largest.toLocaleString('en')} rows were left out (\`--largest ${largest}\`).` : ''}
Both sides of a line run in turns in the same run; ours and theirs are medians, ± is half the range of the middle half.

## Slower than the alternative

Most alternatives here do less: the bare figure without its rows, its sentence and what was assumed; rows of text without days and signs.${
    missed.length > 0
      ? ` **Asked and not met: ${missed.map(({ name, ratio, bar }) => `${name} (${times(ratio)}, asked ${bar})`).join('; ')}.**`
      : ''
  }

${slower.length > 0 ? table(HEAD, rows(slower)) : 'Nothing.'}

## As fast, or faster

${faster.length > 0 ? table(HEAD, rows(faster)) : 'Nothing.'}

## Times without an alternative

${
  timings.length > 0
    ? table(
        ['what', 'milliseconds', 'made of'],
        timings.map(({ name, total, parts }) => [
          name,
          figure(total, 'ms'),
          Object.entries(parts)
            .map(([part, took]) => `${part} ${figure(took, 'ms')}`)
            .join(', '),
        ]),
      )
    : 'None was measured on this machine.'
}
`;
}
