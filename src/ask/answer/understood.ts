// The question as it was understood, in words, over each card.
import type { Day } from '../../base/days.ts';
import type { Flow, QueryPlan } from '../plan/plan.ts';
import { keptOf, scopeOf } from '../plan/plan.ts';
import { pluralOf, scopeWords } from '../plan/words.ts';

const flowWords: Readonly<Record<Flow, string>> = {
  spending: 'spending',
  purchases: 'purchases',
  refunds: 'refunds',
  income: 'income',
  net: 'income less spending',
  'transfers-in': 'transfers in',
  'transfers-out': 'transfers out',
  transfers: 'transfers',
  anything: 'transactions',
};

/** " with more than 100": of the groups, those that are kept. */
function keptWords(plan: QueryPlan): string {
  const kept = keptOf(plan);
  return kept ? ` with ${kept.words}` : '';
}

function askWords(plan: QueryPlan): string {
  const flow = flowWords[scopeOf(plan).flow];
  switch (plan.ask) {
    case 'total':
      return `Total ${flow}`;
    case 'count':
      return plan.of === 'rows' ? `Number of ${flow}` : `Number of different ${pluralOf(plan.of)}${keptWords(plan)}`;
    case 'average':
      return plan.per === 'purchase' ? `Average of ${flow}` : `${plan.count ? 'Number of' : 'Average'} ${flow} per ${plan.per}`;
    case 'median':
      return `Median of ${flow}`;
    case 'extreme':
      return `${plan.order === 'largest' ? 'Largest' : 'Smallest'} ${flow}`;
    case 'edge':
      return `${plan.edge === 'first' ? 'First' : 'Last'} of ${flow}`;
    case 'how-long':
      return `How long there were ${flow}`;
    case 'days-since':
      return 'Days since the last';
    case 'list':
      return `List of ${flow}`;
    case 'breakdown':
      return `${plan.value === 'count' ? 'Number of ' : plan.value === 'average' ? 'Average ' : ''}${flow} by ${plan.by}${keptWords(plan)}`;
    case 'compare':
      return `${plan.sides.map(({ label }) => label).join(' against ')}: ${flow}`;
    case 'share':
      return `Share of ${flow}`;
    case 'savings-rate':
      return 'Savings rate';
    case 'balance':
      return 'Balance';
    case 'price':
      return plan.at === 'first'
        ? 'First price'
        : plan.at === 'both'
          ? 'First and latest price'
          : plan.scope.flow === 'income'
            ? 'Latest pay'
            : 'Latest price';
    case 'price-change':
      return 'Price changes';
    case 'subscriptions':
      return 'Regular payments';
    case 'duplicates':
      return 'Charges that occur twice';
    case 'unusual':
      return 'Unusually large charges';
    case 'exists':
      return `Whether there ${plan.scope.flow === 'income' || plan.scope.flow === 'spending' ? 'was' : 'were'} ${flow}`;
    case 'why':
      return `What made up ${flow}`;
    case 'what-if':
      return 'What would have been saved';
    case 'budget':
      return `${flow} against a budget`;
  }
}

export function understoodAs(plan: QueryPlan, today: Day): string {
  const words = askWords(plan);
  const rest = plan.ask === 'compare' ? '' : scopeWords(scopeOf(plan), today);
  const whole = rest ? `${words} ${rest}` : words;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
