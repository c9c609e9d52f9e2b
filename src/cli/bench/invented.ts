// An invented card statement of any length, the same on every machine: a linear congruential generator, no clock.
import { addDays } from '../../base/days.ts';

const SHOPS = [
  ['Green Grocer', 'Groceries'], ['Corner Market', 'Groceries'], ['Blue Bottle Coffee', 'Coffee'], ['Starbucks', 'Coffee'],
  ['City Transport', 'Travel'], ['Northern Rail', 'Travel'], ['Trattoria Bella', 'Restaurants'], ['Noodle Bar', 'Restaurants'],
  ['Netflix', 'Entertainment'], ['Book Nook', 'Shopping'], ['Hardware Store', 'Home'], ['Pharmacy Plus', 'Health'],
] as const; // prettier-ignore

const FIRST_DAY = '2016-01-01';
export const TODAY = '2026-01-10';
const DAYS = 3650;

/** `count` rows over ten years, oldest first. */
export function inventedCsv(count: number): string {
  const lines = ['Date,Description,Category,Amount'];
  let seed = 20_260_110;
  const next = (limit: number) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return (seed >>> 8) % limit; // the low bits of such a generator repeat too soon
  };
  for (let row = 0; row < count; row++) {
    const day = addDays(FIRST_DAY, Math.floor((row * DAYS) / count));
    const [shop, category] = SHOPS[next(SHOPS.length)] ?? SHOPS[0];
    lines.push(`${day},"${shop} ${next(400)}",${category},-${next(200)}.${String(next(100)).padStart(2, '0')}`);
  }
  return lines.join('\n');
}
