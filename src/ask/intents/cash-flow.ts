// What is left over: saved, net, and the share of income that was saved.
import type { Day } from '../../base/days.ts';
import { addDays, unitRange } from '../../base/days.ts';
import type { Period } from '../spans/dates/period.ts';
import { oneRange } from '../spans/dates/period.ts';
import { show } from './compared-by.ts';
import { periodWords } from '../plan/words.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Intent } from './intent.ts';
import { LESS_SPENDING } from './compare-flows.ts';
import { scopeFrom } from './scope.ts';
import { settledPeriods } from './settled-periods.ts';

export const savingsRate: Intent = {
  name: 'savings-rate',
  read({ reading, ledger }) {
    if (!hears(reading, 'savings-rate')) return null;
    if (!ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
    return {
      ask: 'savings-rate',
      scope: scopeFrom({ ...reading, names: reading.names.filter(({ value }) => value.is !== 'account') }, ledger, { flow: 'net' }),
    };
  },
};

/** "left at the end of August", "over at the end of 2025": what the month or the year left, no day of it. */
const wholeMonths = (reading: Reading): Reading => ({
  ...reading,
  periods: reading.periods.map((span) => {
    const [range, ...more] = span.value.ranges;
    if (
      !range ||
      more.length ||
      !/\b(?:by |at )?(?:the )?end of\b/.test(span.text) ||
      !(span.by === 'edge-of' || span.text.startsWith('by '))
    )
      return span;
    const yearly = /\bend of (?:the |this |last )?(?:year\b|\d{4})/.test(span.text);
    const last = addDays(range.until, -1);
    const from = yearly ? `${last.slice(0, 4)}-01-01` : `${last.slice(0, 8)}01`;
    return {
      ...span,
      value: { ranges: [{ from, until: range.until }], grain: yearly ? ('year' as const) : ('month' as const) },
    };
  }),
});

/** "2025 savings: what was left of our income": what was saved, and no account of that name. */
const withoutSaved = (reading: Reading): Reading => ({
  ...reading,
  names: reading.names.filter(
    ({ value, text, start, end }) =>
      value.is !== 'account' ||
      text !== 'savings' ||
      /\b(?:in|into|to|from|on|of|out of|the|my|our)\s+$/.test(reading.said.said.slice(0, start)) ||
      /^\s+(?:account|pot|acct)\b/.test(reading.said.said.slice(end)),
  ),
});

/** The week, month, quarter or year that runs today, where that one is over. */
function runningNow({ grain, ranges }: Period, today: Day): Period | null {
  if ((grain !== 'week' && grain !== 'month' && grain !== 'quarter' && grain !== 'year') || (ranges.at(-1)?.until ?? '') > today)
    return null;
  return oneRange(unitRange(today, grain).from, addDays(today, 1), grain);
}

/** "am I up or down with Vinted", "in and out with Ailsa": what came in from somebody less what was paid there. */
export const UP_OR_DOWN =
  /\b(?:am i|are we|was i|were we|have i been|have we been) (?:up or down|in profit|out of pocket or not|better off)\b|\bins? and outs?\b/;

/** Income less spending; never what was paid into a savings account. */
export const net: Intent = {
  name: 'net',
  read({ reading, ledger, today }) {
    const { said } = reading.said;
    const less = LESS_SPENDING.test(said) && hears(reading, 'income');
    const named = reading.names.filter(({ value }) => value.is !== 'account');
    const withSomebody = UP_OR_DOWN.test(said) && named.every(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
    if (!(hears(reading, 'net') || less) || hears(reading, 'after-refunds') || (named.length > 0 && !withSomebody)) return null;
    // "how much have we put by in the savings": what stands there.
    if (hears(reading, 'balance') && reading.names.some(({ value }) => value.is === 'account') && /\bhow much\b/.test(said)) return null;
    if (/\bsav(?:e|ed|ing)\b/.test(said) && /\b(?:into|in|to) (?:my |our |the )?sav(?:ings|er)\b/.test(said)) return null;
    const compares = hears(reading, 'more', 'less', 'compare') && !LESS_SPENDING.test(said);
    // "am I saving more than last year": one of two times, and the figure would be of the other alone.
    const than =
      /\b(?:more|less|better|worse) (?:\w+ ){0,4}than (?:the |in |during |for )?(?:last|previous|year|month|\d{4}|january|february|march|april|may|june|july|august|september|october|november|december)\b/.exec(
        said,
      )?.[0];
    if (hears(reading, 'income') && compares && hears(reading, 'spend') && !hears(reading, 'difference')) return null;
    if (!ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
    const scope = scopeFrom(withoutSaved(wholeMonths(reading)), ledger, { flow: 'net' });
    // "how are we doing this month compared to last", "am I saving more than last year": what was left of each.
    const [a, b, ...more] = settledPeriods(reading);
    const beside =
      a && !b && compares && (than !== undefined || /\bthan (?:i|we) (?:was|were|did)\b/.test(said)) ? runningNow(a, today) : null;
    if (a && !b && compares && than !== undefined && !beside) return { refuse: 'clarify', why: 'unheard', words: [than] };
    const sides = a && beside ? [beside, a] : a && b && more.length === 0 ? [a, b] : [];
    if (sides.length > 0 && hears(reading, 'compare', 'more', 'less', 'difference'))
      return {
        ask: 'compare',
        sides: sides.map((period) => ({ label: periodWords(period, today), scope: { ...scope, period } })),
        value: 'sum',
        show: show(reading),
      };
    const group = reading.groupings.find(
      ({ value }) => value.by === 'month' || value.by === 'year' || value.by === 'quarter' || value.by === 'week',
    );
    if (group && (hears(reading, 'average') || (group.value.style === 'per' && hears(reading, 'how-much'))))
      return { ask: 'average', scope, per: group.value.by as 'month' };
    // "which months was I in the red": all that were, and no plan keeps them by what was left.
    if (group?.value.style === 'which' && /s$/.test(group.text) && /\b(?:in the red|deficit|negative|overspent|short)\b/.test(said))
      return { refuse: 'clarify', why: 'unheard', words: [group.text] };
    if (group) {
      const most = group.value.style === 'which' || group.value.style === 'noun';
      return {
        ask: 'breakdown',
        scope,
        by: group.value.by,
        value: 'sum',
        order: most ? (hears(reading, 'least', 'smallest') || /\b(?:worst|deficit|negative)\b/.test(said) ? 'least' : 'most') : 'natural',
        limit: most ? 1 : null,
      };
    }
    return { ask: 'total', scope };
  },
};
