// What comes back by itself: subscriptions, what one costs now, when its price rose, whether and until when it was paid.
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import type { Scope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, scopeFrom } from './scope.ts';

const KINDS = new Set([
  'streaming',
  'music',
  'software',
  'gym',
  'internet',
  'mobile',
  'news',
  'insurance',
  'car-insurance',
  'rent',
  'mortgage',
  'student-loan',
  'subscription',
  'membership',
  'fitness-app',
  'childcare',
  'pet-insurance',
  'insurance-health',
  'car-loan',
  'loan',
  'dating',
  'games',
]);

const subjectsOf = ({ where }: Scope): Subject[] =>
  where.flatMap((condition) => (condition.by === 'subject' && !condition.not ? [...condition.any] : []));

/** Every payee asked about is of a sort that is paid at a steady pace. */
const isSteady = (scope: Scope, { payees }: LedgerNames): boolean => {
  const ids = subjectsOf(scope).flatMap((subject) => [...subject.payees]);
  return ids.length > 0 && ids.every((id) => KINDS.has(payees.get(id)?.kind ?? ''));
};

export const subscriptions: Intent = {
  name: 'subscriptions',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (!hears(reading, 'subscriptions') || reading.names.some(({ value }) => value.is === 'subject')) return null;
    if (hears(reading, 'price-change'))
      return { ask: 'price-change', scope: scopeFrom(reading, ledger, { flow: 'purchases' }), want: 'list' };
    const scope = scopeFrom(reading, ledger, { flow: 'purchases' });
    const want = /\bhow many\b|\bnumber of\b/.test(said)
      ? 'count'
      : hears(reading, 'largest', 'most') && !hears(reading, 'how-much')
        ? 'largest'
        : hears(reading, 'how-much', 'total', 'cost')
          ? 'total'
          : 'list';
    return { ask: 'subscriptions', scope, want };
  },
};

export const priceChange: Intent = {
  name: 'price-change',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (!hears(reading, 'price-change') || hears(reading, 'spend')) return null;
    const scope = scopeFrom(reading, ledger, { flow: 'purchases' });
    const anyPrices = /\bprices?\b|\bmore expensive\b|\bdearer\b|\braise|\bhike|\bsubscriptions?\b|\brent\b/.test(said);
    const steady = isSteady(scope, ledger);
    if (!subjectsOf(scope).length)
      return anyPrices && /\bprices?\b|\bhike|\bsubscription/.test(said) ? { ask: 'price-change', scope, want: 'list' } : null;
    if (!steady && !anyPrices) return null;
    if (hears(reading, 'how-much', 'difference', 'percent-change')) return { ask: 'price-change', scope, want: 'how-much' };
    if (hears(reading, 'when', 'last', 'first') || /^(?:did|has|have)\b/.test(said)) return { ask: 'price-change', scope, want: 'when' };
    return steady || anyPrices ? { ask: 'price-change', scope, want: 'list' } : null;
  },
};

/** "Am I still paying for Hulu?", "when did I cancel the gym?" */
export const stillPaying: Intent = {
  name: 'still-paying',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const scope = scopeFrom(reading, ledger, { flow: 'purchases' });
    if (!subjectsOf(scope).length) return null;
    const cancelled =
      hears(reading, 'cancelled') &&
      /\bcancel|\bstop(?:ped)? (?:paying|going|my|the|using)|\bquit|\bunsubscrib|\bgive up|\bgave up|\bditch|\bend(?:ed)?\b/.test(said) &&
      !hears(reading, 'what-if');
    if (cancelled && hears(reading, 'when', 'last')) return { ask: 'edge', scope: { ...scope, flow: 'purchases' }, edge: 'last' };
    if (cancelled && /^(?:did|have|has|is|was)\b/.test(said)) return { ask: 'exists', scope, still: true };
    if (
      hears(reading, 'still') &&
      /\bstill\b|\banymore\b|\bany more\b|\bany longer\b|\bactive\b/.test(said) &&
      hears(reading, 'exists', 'pay', 'subscriptions')
    )
      return { ask: 'exists', scope, still: true };
    return null;
  },
};

/** "How much does Spotify cost now", "spotify price", "what do I pay each month for YouTube Premium". */
export const price: Intent = {
  name: 'price',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (
      !hears(reading, 'how-much', 'price', 'cost', 'now', 'pay', 'subscriptions') ||
      reading.periods.some(({ value }) => value.grain !== 'month' || value.yearless === undefined)
    )
      return null;
    if (hears(reading, 'average', 'spend', 'count', 'largest', 'smallest', 'when', 'share', 'compare', 'list', 'breakdown', 'total')) {
      if (!hears(reading, 'price') || hears(reading, 'average', 'compare', 'count', 'list')) return null;
    }
    const scope = { ...scopeFrom(reading, ledger, { flow: asRows('spending') }), period: null };
    if (!subjectsOf(scope).length || subjectsOf(scope).some(({ payees }) => payees.length === 0)) return null;
    const steady = isSteady(scope, ledger);
    const monthly = reading.groupings.some(({ value }) => value.by === 'month' && (value.style === 'per' || value.style === 'each'));
    const present =
      /\b(?:does|do|is|am|are)\b|\bcosts?\b|\bcosting\b|\bpaying\b/.test(said) &&
      !/\b(?:did|have|has|was|were|spent|paid|went)\b/.test(said);
    const priced = hears(reading, 'price') || hears(reading, 'now');
    if (reading.periods.length) return null;
    return priced && (steady || hears(reading, 'price') || present)
      ? { ask: 'price', scope }
      : steady && present && (monthly || hears(reading, 'cost', 'how-much', 'pay') || /\bwhat is my\b/.test(said))
        ? { ask: 'price', scope }
        : null;
  },
};
