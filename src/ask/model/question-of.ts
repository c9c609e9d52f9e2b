// A plan as the question that a person would ask for it, in words that the rules read. It is offered only where the rules read back the
// very plan it was made from, so that a tap asks what was shown and nothing else.
import type { Day } from '../../base/days.ts';
import type { Flow, QueryPlan, Scope } from '../plan/plan.ts';
import { conditionWords, pluralOf, whenWords } from '../plan/words.ts';

const spent: Partial<Readonly<Record<Flow, string>>> = {
  spending: 'did I spend',
  purchases: 'did I spend',
  income: 'did I receive',
  refunds: 'did I get refunded',
};

const rest = (scope: Scope, today: Day): string =>
  [...scope.where.map(conditionWords), whenWords(scope.period, today)].filter(Boolean).join(' ');

function words(plan: QueryPlan, today: Day): string | null {
  if (plan.ask === 'compare') {
    const [a, b] = plan.sides;
    if (!a || !b || plan.sides.length > 2 || plan.value !== 'sum' || a.scope.flow !== 'spending') return null;
    return `compare what I spent ${rest(a.scope, today)} with what I spent ${rest(b.scope, today)}`;
  }
  const { scope } = plan;
  const verb = spent[scope.flow];
  if (verb === undefined) return null;
  const where = rest(scope, today);
  switch (plan.ask) {
    case 'total':
      return `how much ${verb} ${where}`;
    case 'count':
      return plan.of === 'rows' ? `how many purchases did I make ${where}` : `how many different ${pluralOf(plan.of)} did I spend ${where}`;
    case 'average':
      return plan.per === 'purchase' ? `what was my average purchase ${where}` : `how much do I spend per ${plan.per} on average ${where}`;
    case 'median':
      return `what was my median purchase ${where}`;
    case 'extreme':
      return `what ${plan.limit === 1 ? 'was' : 'were'} my ${plan.limit === 1 ? '' : `${plan.limit} `}${plan.order} ${plan.limit === 1 ? 'purchase' : 'purchases'} ${where}`;
    case 'edge':
      return `when did I ${plan.edge === 'first' ? 'first' : 'last'} buy anything ${where}`;
    case 'list':
      return plan.limit === null ? `list my purchases ${where}` : null;
    case 'breakdown':
      return plan.value === 'sum' && plan.order === 'natural' && plan.limit === null ? `spending ${where} by ${plan.by}` : null;
    case 'subscriptions':
      return plan.want === 'list' ? 'list my subscriptions' : null;
    case 'days-since':
      return `how many days since I last spent ${where}`;
    default:
      return null;
  }
}

/** "How much did I spend on groceries in May 2026?", or null where no plain question says it. */
export function questionOf(plan: QueryPlan, today: Day): string | null {
  const said = words(plan, today)?.replace(/\s+/g, ' ').trim();
  return said === undefined ? null : `${said.charAt(0).toUpperCase()}${said.slice(1)}?`;
}

/** What a plan reads from the ledger, without the words it was said in. */
const meaningOf = (plan: QueryPlan): string =>
  JSON.stringify(plan, (key, value: unknown) =>
    ['words', 'assumed', 'grain', 'yearless', 'year', 'open', 'relative', 'label', 'what'].includes(key) ? undefined : value,
  );

export const isSamePlan = (one: QueryPlan, other: QueryPlan): boolean => meaningOf(one) === meaningOf(other);
