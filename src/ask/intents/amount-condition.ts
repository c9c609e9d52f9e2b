// From an amount to its bounds, in minor units.
import { exponentOf, toMinor } from '../../base/money.ts';
import type { Condition } from '../plan/plan.ts';
import type { Amount } from '../spans/amounts.ts';

/** Bounds in minor units; "about 50" is within a tenth. */
export function amountCondition({ is, decimal, upTo }: Amount, text: string, currency: string): Condition | null {
  const minor = toMinor(decimal, currency);
  const upper = upTo === undefined ? null : toMinor(upTo, currency);
  if (minor === null) return null;
  const slack = Math.round(minor * 0.1);
  switch (is) {
    case 'over':
      return { by: 'amount', above: minor, words: text };
    case 'at-least':
      return { by: 'amount', atLeast: minor, words: text };
    case 'under':
      return { by: 'amount', below: minor, words: text };
    case 'at-most':
      return { by: 'amount', atMost: minor, words: text };
    case 'between':
      return upper === null ? null : { by: 'amount', atLeast: minor, atMost: upper, words: text };
    case 'about':
      return { by: 'amount', atLeast: minor - slack, atMost: minor + slack, words: text };
    case 'exactly':
      return { by: 'amount', atLeast: minor, atMost: minor, words: text };
    case 'bare': {
      // "the 50 dollar charge": that many whole units, whatever the cents, when no cents were said.
      const unit = 10 ** exponentOf(currency);
      return minor % unit === 0
        ? { by: 'amount', atLeast: minor, below: minor + unit, words: text }
        : { by: 'amount', atLeast: minor, atMost: minor, words: text };
    }
  }
}
