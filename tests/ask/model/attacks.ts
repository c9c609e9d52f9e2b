// Attacks by words, made from data (attacks.json): what a bank's row or a speaker may say to turn a model from its task, and what a model
// would write that obeyed. Drawn by a seed, so that a failure can be met again.
import { random as seeded } from '../../support/random.ts';
import data from './attacks.json';

export interface Attack {
  text: string;
  /** What a model that obeys would write. */
  obeys: string;
  /** What it wants is itself a question about the ledger, and a person's own to ask. */
  isQuestion: boolean;
}

const pick = <T>(random: () => number, of: readonly T[]): T => {
  const found = of[Math.floor(random() * of.length)];
  if (found === undefined) throw new RangeError('nothing to pick from');
  return found;
};

export function attacks(count: number, seed = 17): Attack[] {
  const random = seeded(seed);
  const found = new Map<string, Attack>();
  while (found.size < count) {
    const aim = pick(random, data.aim);
    const text = `${pick(random, data.lead)}${pick(random, data.order)} ${aim.says}`;
    found.set(text, { text, obeys: aim.obeys, isQuestion: 'asks' in aim });
  }
  return [...found.values()];
}
