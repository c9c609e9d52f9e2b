// Timing two things side by side in one run: each round runs both, in turn, so that a busy machine slows both alike.
import { performance } from 'node:perf_hooks';

export interface Comparison {
  name: string;
  /** ours / theirs by medians; lower is better. */
  ratio: number;
  /** What was asked for, or null where nothing was. */
  bar: number | null;
  ours: number;
  theirs: number;
  unit: 'ms' | 'MB' | 'KiB';
  /** Half the range of the middle half of our rounds, as a share of the median. */
  spread: number;
  alternative: string;
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** The value below which such a share of them lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

/** Half the range of the middle half, as a share of the median. */
export function spreadOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return (at(0.75) - at(0.25)) / 2 / median(values);
}

export async function time(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

export interface Contest {
  name: string;
  alternative: string;
  bar: number | null;
  rounds: number;
  ours: () => unknown;
  theirs: () => unknown;
}

/** One warm-up of each, unless there is but one round, then `rounds` of both. */
export async function compare({ name, alternative, bar, rounds, ours, theirs }: Contest): Promise<Comparison> {
  if (rounds > 1) {
    await ours();
    await theirs();
  }
  const ourTimes: number[] = [];
  const theirTimes: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ourTimes.push(await time(ours));
    theirTimes.push(await time(theirs));
  }
  const [a, b] = [median(ourTimes), median(theirTimes)];
  return { name, alternative, bar, ratio: a / b, ours: a, theirs: b, unit: 'ms', spread: spreadOf(ourTimes) };
}
