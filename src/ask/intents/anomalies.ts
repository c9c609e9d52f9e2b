// Charged twice, anything odd, and why a figure is what it is.
import { hears } from '../reading.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';
import { scopeOf } from '../plan/plan.ts';

export const duplicates: Intent = {
  name: 'duplicates',
  read: ({ reading, ledger }) => (hears(reading, 'duplicate') && !hears(reading, 'refund') ? { ask: 'duplicates', scope: scopeFrom(reading, ledger, { flow: 'purchases' }) } : null),
};

export const unusual: Intent = {
  name: 'unusual',
  read: ({ reading, ledger }) =>
    hears(reading, 'unusual') && !hears(reading, 'how-much') ? { ask: 'unusual', scope: scopeFrom(reading, ledger, { flow: 'purchases' }) } : null,
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
