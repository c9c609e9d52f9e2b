// Which money the words speak of, and which of it counts as rows.
import type { Flow, Value } from '../plan/plan.ts';
import { cueSpan, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';

export function flowOf(reading: Reading): Flow {
  if (hears(reading, 'refund') && !hears(reading, 'after-refunds', 'before-refunds')) return 'refunds';
  const income = cueSpan(reading, 'income');
  // "gross income" is income, whatever was refunded.
  const gross = income !== null && reading.cues.every(({ value, text }) => value !== 'before-refunds' || text === 'gross');
  if (hears(reading, 'before-refunds') && !gross) return 'purchases';
  // "bank charges and interest paid": beside charges interest is one of them.
  const interest = hears(reading, 'interest') && !hears(reading, 'interest-charge', 'fee', 'overdraft', 'late-fee');
  if (interest) return 'income';
  const made = income !== null && /\bma[dk]e\b/.test(income.text) && hears(reading, 'noun-transaction', 'buy');
  // "when did Nolan last get paid": somebody else is.
  const others =
    income !== null &&
    /\b(?:get|gets|got|been|be|was|were) paid\b/.test(income.text) &&
    !/\b(?:i|we|us|me)\b|\bpaid by\b/.test(reading.said.said);
  // "spent since payday": the day of the pay is a time there.
  const time = income !== null && /^(?:my |our )?pay ?day$/.test(income.text) && hears(reading, 'spend', 'cost', 'buy');
  if (income && !made && !others && !time) return 'income';
  return 'spending';
}

/** Rows as things that happened: refunds are no visit, order or purchase. */
export const asRows = (flow: Flow): Flow => (flow === 'spending' ? 'purchases' : flow);

/** Counting and averaging count purchases, sums net refunds off. */
export const amountFlow = (reading: Reading, value: Value): Flow => (value === 'sum' ? flowOf(reading) : asRows(flowOf(reading)));
