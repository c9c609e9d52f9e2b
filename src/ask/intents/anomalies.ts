// Charged twice, anything odd, and why a figure is what it is.
import { hears } from '../reading.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';
import { scopeOf } from '../plan/plan.ts';

export const duplicates: Intent = {
  name: 'duplicates',
  read: ({ reading, ledger }) =>
    hears(reading, 'duplicate') && !hears(reading, 'refund')
      ? { ask: 'duplicates', scope: scopeFrom(reading, ledger, { flow: 'purchases' }) }
      : null,
};

/** "that big charge in February": not the largest of all, which is the rent, but the one that stands out. */
const BIG_ONE =
  /\b(?:that|the|this|a|any) (?:really |very |one )?(?:big|large|huge|massive|enormous|giant|hefty) (?:charge|payment|purchase|transaction|expense|bill|one|debit)s?\b/;

export const unusual: Intent = {
  name: 'unusual',
  read: ({ reading, ledger }) =>
    (hears(reading, 'unusual') || BIG_ONE.test(reading.said.said)) && !hears(reading, 'how-much')
      ? { ask: 'unusual', scope: scopeFrom(reading, ledger, { flow: 'purchases' }) }
      : null,
};

export const why: Intent = {
  name: 'why',
  read({ reading, ledger, before }) {
    if (!hears(reading, 'why')) return null;
    const own = scopeFrom(reading, ledger, { flow: 'spending' });
    const last = before.at(-1);
    const silent = own.period === null && own.where.length === 0;
    if (silent) return last ? { ask: 'why', scope: { ...scopeOf(last), flow: 'spending' } } : { refuse: 'clarify', why: 'what-about' };
    return { ask: 'why', scope: own };
  },
};
