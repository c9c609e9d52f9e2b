// "which account does the mortgage come out of", "which card is Spotify on": where the rows of what is named lie.
import { hears } from '../reading.ts';
import { flowOf } from './flows.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';

export const whichAccount: Intent = {
  name: 'which-account',
  read({ reading, ledger }) {
    const [group, ...more] = reading.groupings;
    if (group?.value.by !== 'account' || group.value.style !== 'which' || more.length > 0 || reading.amounts.length > 0) return null;
    if (!reading.names.some(({ value }) => value.is === 'subject') || reading.names.some(({ value }) => value.is === 'account'))
      return null;
    if (
      hears(
        reading,
        'largest',
        'smallest',
        'most',
        'least',
        'often',
        'average',
        'median',
        'compare',
        'more',
        'less',
        'when',
        'last',
        'first',
        'count',
        'share',
        'refund',
        'except',
      )
    )
      return null;
    if (hears(reading, 'transfer') && !hears(reading, 'income')) return null;
    return {
      ask: 'breakdown',
      scope: scopeFrom(reading, ledger, { flow: flowOf(reading) }),
      by: 'account',
      value: 'sum',
      order: 'most',
      limit: null,
    };
  },
};
