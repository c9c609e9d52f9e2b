// Income beside spending.
import type { Side } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import { show } from './compared-by.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';

/** "Income less spending", "what came in less what went out": what was left, and no comparison. */
export const LESS_SPENDING =
  /\b(?:less|minus) (?:the |my |our |what )?(?:all )?(?:spending|spend|expenses|outgoings|expenditure|went out|goes out|i spent|we spent)\b/;

/** "more went out than came in": money, where no word says so. */
const OUT = /\b(?:go|goes|going|went|gone|money|paid) out\b/;
const IN = /\b(?:came|come|comes|coming|money|paid|went|goes|go) in\b/;

export const compareFlows: Intent = {
  name: 'compare-flows',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const both = (hears(reading, 'income') && hears(reading, 'spend')) || (OUT.test(said) && IN.test(said));
    if (
      !both ||
      !(
        hears(reading, 'more', 'less', 'compare', 'over-budget') ||
        /\b(?:make|made|earn|earned|get|got|bring in|brought in|take in|took in) and (?:how much )?(?:(?:did|do|have) (?:i|we) )?(?:spend|spent)\b|\bspen[dt] and (?:how much )?(?:(?:did|do|have) (?:i|we) )?(?:make|made|earn|earned)\b|\bincome (?:and|vs|versus|against) (?:spending|expenses|outgoings)|\b(?:spending|expenses) (?:and|vs|versus|against) income/.test(
          said,
        )
      ) ||
      LESS_SPENDING.test(said) ||
      reading.names.some(({ value }) => value.is === 'subject')
    )
      return null;
    if (!ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
    const base = scopeFrom(reading, ledger, { flow: 'spending' });
    const spent: Side = { label: 'spending', scope: base };
    const earned: Side = { label: 'income', scope: { ...base, flow: 'income' } };
    const spendFirst =
      said.search(/\b(?:spen[dt]|spending|expenses|outgoings|(?:go|goes|going|went|gone|paid|money) out)\b/) <
      said.search(/\b(?:income|earn\w*|made|make|brought|bring|came|come|coming|took|take|(?:money|paid|went|goes) in)\b/);
    return { ask: 'compare', sides: spendFirst ? [spent, earned] : [earned, spent], value: 'sum', show: show(reading) };
  },
};
