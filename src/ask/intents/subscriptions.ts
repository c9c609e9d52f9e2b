// What is regular: the subscriptions, direct debits and standing orders there are, what they come to, which of them ended or began.
import type { Pace, QueryPlan, Scope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { hull } from '../spans/dates/period.ts';
import type { Period } from '../spans/dates/period.ts';
import type { Intent } from './intent.ts';
import { scopeFrom } from './scope.ts';
import { SUBSCRIPTION, paidByCondition, paceOf, risesOfAll, subscribedOnly } from './steady-payees.ts';

/** What was paid over and over and is no more: "what did I cancel", "anything we stopped paying for". */
const ENDED = /\bcancel|\bstop(?:ped)?\b|\bended\b|\bend\b|\bno longer\b|\bquit\b|\bdropped\b|\bgot rid of\b|\bgave up\b|\bunsubscribed\b/;
const BEGUN =
  /\bnew\b|\bstart(?:ed)?\b|\bbegan\b|\bbegun\b|\bbegin\b|\b(?:signed|sign) up\b|\btook out\b|\btaken out\b|\bset up\b|\bjoin(?:ed)?\b|\btook on\b/;

/** A payee is asked about, or a kind of payees: "the direct debits" are a way of paying, and "bills" each of them. */
const isNamed = ({ names }: Reading): boolean => names.some(({ value }) => value.is === 'subject');

/** Today, this minute: regular payments are of now by themselves. */
const isNow = (period: Period | null, today: string): boolean => period !== null && hull(period).from === today;

/** "how many streaming services do I pay for", "how many charities do we give to": those that are paid, and no payments. */
const countsServices = ({ names, said: { said } }: Reading): boolean =>
  names.some(
    ({ value, text, start, end }) =>
      value.is === 'subject' &&
      value.subject.what !== 'payee' &&
      /(?:services|charities|insurers|insurances|providers|policies|contracts|subscriptions|memberships)$/.test(text) &&
      /\b(?:how many|number of)(?: (?:different|separate))? $/.test(said.slice(0, start)) &&
      /^ (?:do|did|have|has|am|are|were)\b/.test(said.slice(end)),
  );

/** "which bill is the dearest", "what's my biggest bill": of those that keep coming. */
const WHICH_BILL =
  /^(?:(?:and|so|ok) )*(?:(?:which|what) (?:of (?:my|our|the) )?(?:\w+ )?bills? is (?:the |my |our )?|what is (?:my|our) )(?:single )?(?:biggest|largest|dearest|most expensive|priciest|highest|cheapest|smallest|lowest)(?: (?:\w+ )?bill)?(?: (?:now|at the moment|each month|every month|a month))?\s*[?.!]*$/;

export const subscriptions: Intent = {
  name: 'subscriptions',
  read({ reading, ledger, today }) {
    const { said } = reading.said;
    if (countsServices(reading)) {
      const scope = scopeFrom(reading, ledger, { flow: 'purchases' });
      return { ask: 'subscriptions', scope: { ...scope, period: isNow(scope.period, today) ? null : scope.period }, want: 'count' };
    }
    if (!(hears(reading, 'subscriptions') || WHICH_BILL.test(said)) || isNamed(reading)) return null;
    const scoped = scopeFrom(reading, ledger, { flow: 'purchases' });
    const told = paidByCondition(said, ledger);
    const whole: Scope = { ...scoped, period: isNow(scoped.period, today) ? null : scoped.period, where: [...scoped.where, ...told] };
    const { period } = whole;
    if (hears(reading, 'price-change')) return risesOfAll(whole, reading, ledger);
    // What ended is of any trade: many a service has none that is known.
    if (ENDED.test(said) && !hears(reading, 'what-if')) return { ask: 'subscriptions', scope: whole, want: 'ended' };
    const pace = paceOf(reading);
    if (BEGUN.test(said) && (period || /\bnew\b/.test(said)) && pace === null && !hears(reading, 'how-much', 'spend'))
      return { ask: 'subscriptions', scope: whole, want: 'began' };
    const scope = SUBSCRIPTION.test(said) ? subscribedOnly(whole, ledger) : whole;
    const want = wanted(reading, pace);
    // Each of them is told: what went out that way in a stretch of time is those rows, whatever their pace.
    if (told.length && period && pace === null) return toldRows(scope, want, reading);
    return { ask: 'subscriptions', scope, want, ...(want === 'total' && pace && pace !== 'month' && !period ? { per: pace } : {}) };
  },
};

function wanted(reading: Reading, pace: Pace | null): Extract<QueryPlan, { ask: 'subscriptions' }>['want'] {
  if (/\bhow many\b|\bnumber of\b/.test(reading.said.said)) return 'count';
  const sums = hears(reading, 'how-much', 'total', 'cost', 'spend');
  if (hears(reading, 'largest', 'most') && !hears(reading, 'how-much')) return 'largest';
  if (hears(reading, 'smallest', 'least') && !hears(reading, 'how-much')) return 'smallest';
  return sums || (pace !== null && !hears(reading, 'list')) ? 'total' : 'list';
}

function toldRows(scope: Scope, want: ReturnType<typeof wanted>, { limit }: Reading): QueryPlan {
  switch (want) {
    case 'total':
      return { ask: 'total', scope };
    case 'count':
      return { ask: 'count', scope, of: 'rows' };
    case 'largest':
    case 'smallest':
      return { ask: 'extreme', scope, order: want, limit: limit ?? 1 };
    default:
      return { ask: 'list', scope, order: 'oldest', limit: null };
  }
}
