// What one costs that is paid again and again: its price, when it rose, at what it began, whether and until when it was paid.
import { addDays } from '../../base/days.ts';
import { hull, oneRange, openPeriod } from '../spans/dates/period.ts';
import { dayAgo } from '../spans/dates/units.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Subject } from '../names/subject.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import { cueSpans, hears, type Reading } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf } from './flows.ts';
import { scopeFrom } from './scope.ts';
import { settledPeriods } from './settled-periods.ts';
import {
  PACES,
  isMonthly,
  SUBSCRIPTION,
  isSteady,
  movesSaid,
  ofAll,
  paceOf,
  risesOfAll,
  subjectsOf,
  subscribedOnly,
} from './steady-payees.ts';
import { isLastOfName } from './when.ts';

const MONTH_AND_MORE = 31;

/** Of that day and all after it, up to today. */
export const openFrom = (from: string, scope: Scope, today: string): Scope => ({ ...scope, period: openPeriod(from, today) });

/** "than a year ago", "since 2024": from there to today; of a day so long ago from the payment before it on, which was the price then. */
function sinceThen(scope: Scope, said: string, today: string): Scope {
  const { period } = scope;
  const then = /\b(?:than|compared|against|cheaper|dearer|pricier|less expensive)\b/.test(said) ? dayAgo(said, today) : null;
  if (period && then !== null) return openFrom(addDays(then, -MONTH_AND_MORE), scope, today);
  if (!period || period.open || !/\bthan\b|\bcompared\b|\bagainst\b/.test(said)) return scope;
  return openFrom(hull(period).from, scope, today);
}

/** "what's gone up this year", "has anything gone up": of all that is paid over and over. */
const WHAT_ROSE =
  /^(?:(?:and|so|ok|but) )*(?:(?:what|which ones?)(?: else)?(?: (?:is|has|have|of mine|of ours))*|(?:has|have|did|is|are) any(?:thing|one)?(?: else)?(?: of (?:them|my|our|those|these))?) (?:gone|went|go|going|got|gotten|get|getting|risen|rose|rise|increased|become|became|more|dearer)\b/;

/** "when did the mortgage change", "when did our mortgage payment drop"; "when did I drop the gym" is a payment given up. */
const WHEN_CHANGED = /^(?:(?:and|so|ok) )*when\b[^?]*\b(?:changed?\b|(?:drop|dropped)\s*[?.!]*$)/;
/** "has the mortgage changed since it began": up or down, then against now. */
const HAS_CHANGED = /^(?:(?:and|so|ok|but) )*(?:has|have|did|does) [^?]*\bchanged?\b/;

const BILLS = /^(?:(?:my|our|the|all|household|utility|monthly|regular) )*bills$/;

export const priceChange: Intent = {
  name: 'price-change',
  read({ reading, ledger, today }) {
    const { said } = reading.said;
    const thenAndNow = /\b(?:more|less)\b[^?]*\bnow\b[^?]*\bthan\b|\bnow than\b|\bthan (?:it|they) (?:was|did|were)\b/.test(said);
    const several = subjectsOf(scopeFrom(reading, ledger, { flow: 'purchases' })).filter(({ what }) => what === 'payee').length > 1;
    // "was May cheaper than April": two stretches of time, no price.
    if (several || settledPeriods(reading).length > 1 || reading.periods.length > 1) return null;
    const more =
      /\bhow much (?:more|less) (?:is|are|does|do|am)\b[^?]*\bthan\b/.test(said) &&
      !reading.cues.some(({ value, text }) => value === 'spend' && text !== 'spend on');
    // "how much is Netflix compared to a year ago"
    const since =
      /\b(?:is|are|does|do)\b[^?]*\bcompared (?:to|with)\b[^?]*\bago\b/.test(said) ||
      (hears(reading, 'now') && /\bcompared (?:to|with)\b[^?]*\b(?:last year|then|before)\b/.test(said));
    // "since when is the mortgage higher"
    const when =
      /\b(?:since|from) when\b|^(?:(?:and|so) )*when\b/.test(said) &&
      /\b(?:higher|lower|dearer|more expensive|pricier|cheaper)\b/.test(said) &&
      !reading.amounts.length;
    // "is there a cheaper month for eating out" asks for a month.
    // "is the mortgage lower than a year ago", "is broadband more than last year": of what has a price, the price.
    const dearer =
      /^(?:(?:and|so|ok|but) )*(?:is|are) [^?]*\b(?:higher|lower|more|less) (?:now )?than\b/.test(said) &&
      !hears(reading, 'spend', 'income', 'net') &&
      isSteady(byItsPayees(scopeFrom(reading, ledger, { flow: 'purchases' }), ledger), ledger);
    const compared =
      dearer ||
      thenAndNow ||
      more ||
      since ||
      when ||
      /\b(?:cheaper|dearer|pricier|more expensive|less expensive)\b(?! (?:day|week|weekend|month|quarter|year)\b)/.test(said);
    if (
      !(hears(reading, 'price-change') || compared || WHEN_CHANGED.test(said) || HAS_CHANGED.test(said)) ||
      cueSpans(reading, 'spend').some(({ text, end }) => !/^drop/.test(text) && !/^ (?:up|down)\b/.test(said.slice(end))) ||
      hears(reading, 'smallest', 'list')
    )
      return null;
    // "when did my salary go up": what comes in has its rises too.
    const named = subjectsOf(scopeFrom(reading, ledger, { flow: 'income' })).flatMap(({ payees }) => [...payees]);
    const paid = flowOf(reading) === 'income' || (named.length > 0 && named.every((id) => ledger.givers.has(id)));
    const scope = byItsPayees(scopeFrom(reading, ledger, { flow: paid ? 'income' : 'purchases' }), ledger);
    const prices =
      compared ||
      /\bput(?:s|ting)?\b[^?]*\bup\b|\b(?:drop|lower|reduc|cut|slash)\w*\b[^?]*\b(?:direct debit|bills?|payments?|premiums?|charges?|fees?|rates?)\b/.test(
        said,
      ) ||
      /\bbefore the (?:last )?(?:rise|increase|hike)\b|\bprices?\b|\braise|\bhike|\b(?:jump|leap|leapt|climb|soar)|\bsubscriptions?\b|\brent\b/.test(
        said,
      );
    if (!subjectsOf(scope).length)
      return WHAT_ROSE.test(said) || /\bprices?\b|\bhike|\bsubscriptions?\b|\b(?:bills?|direct debits?|standing orders?)\b/.test(said)
        ? risesOfAll(SUBSCRIPTION.test(said) ? subscribedOnly(scope, ledger) : scope, reading, ledger)
        : null;
    // Of bills each thing that is paid over and over may be meant: council tax, the licence, the insurance.
    if (!paid && subjectsOf(scope).every(({ words }) => BILLS.test(words)))
      return risesOfAll({ ...sinceThen(scope, said, today), where: scope.where.filter(({ by }) => by !== 'subject') }, reading, ledger);
    const steady = isSteady(scope, ledger);
    if (!paid && !steady && !prices && !(hears(reading, 'when') && isMonthly(scope, ledger))) return null;
    // "are groceries getting dearer": what is bought each time for another sum has no price, and rose or fell by what went on it.
    if (!paid && !steady && hears(reading, 'trend') && !/\bprices?\b/.test(said) && subjectsOf(scope).every(({ what }) => what !== 'payee'))
      return null;
    // "which bills went up": of several each has its rises.
    const each =
      subjectsOf(scope).every(({ what }) => what !== 'payee') && new Set(subjectsOf(scope).flatMap(({ payees }) => payees)).size > 1;
    if (each)
      return {
        ask: 'price-change',
        scope: sinceThen(scope, said, today),
        want: ofAll(reading),
        ...movesSaid(said),
      };
    const many = /\b(?:rises|hikes|increases|changes|each time|how often|history|times|how frequently)\b/.test(said);
    const moves = movesSaid(said);
    // Of what has no steady price the payments of a while are held against those of another.
    const standing = paid || steady ? {} : { standing: true as const };
    if (many) return { ask: 'price-change', scope, want: 'list', ...moves, ...standing };
    // "has it changed", "has it gone up since last year": then against now, be it up or down.
    const changed = HAS_CHANGED.test(said) && !hears(reading, 'price-change');
    const sinceADay = scope.period?.open === true && /^(?:(?:and|so|ok|but) )*(?:has|have|is|are|did|does)\b/.test(said);
    const against = scope.period !== null && (compared || /\bcompared (?:to|with)\b|\bagainst\b|\bversus\b/.test(said));
    const size = hears(reading, 'how-much', 'difference', 'percent-change') || against || changed || sinceADay;
    const whole = changed && scope.period === null ? openFrom(ledger.firstDay ?? today, scope, today) : sinceThen(scope, said, today);
    return {
      ask: 'price-change',
      scope: size ? whole : scope,
      want: size ? 'how-much' : 'when',
      ...moves,
      ...standing,
    };
  },
};

export const BEGAN =
  /\b(?:start(?:ed)? (?:out|off)\b|(?:start(?:ed)?|began|begin) at\b|originally|initially|(?<!first )at first\b|(?:at|since|from) the (?:very )?(?:start|beginning|outset|first)\b|in the beginning|back when|when (?:i|we) (?:first |\w+ )?(?:joined|started|signed up|began|took it out|moved in)|since (?:i|we) (?:joined|started|signed up|began|moved in)|(?:first|starting|original|initial|opening|introductory|intro) (?:monthly |weekly )?(?:price|rate|cost|payment|fee|charge|bill|rent|premium|monthly))\b/;
const THEN_AND_NOW =
  /\b(?:then|back then|before) (?:and|vs|versus|against|compared (?:to|with)) now\b|\b(?:old|original) price (?:and|vs|against) (?:the )?(?:new|current)\b|\b(?:go|gone|went|rise|rose|risen|move|moved|jump|jumped|change|changed) from (?:what )?(?:and |, )?to(?: what)?\s*\??$/;
const DEARER =
  /\b(?:dearer|pricier|costlier|steeper|more expensive|gone up|went up|go up|risen|rise|rose|increase\w*|hike\w*|difference|gap|extra|how much more|more than|creep|crept)\b/;

/** "What have I paid Netflix since I joined", "what has Sky cost me since we signed up": what has been paid since then is a sum. */
const PAID_SINCE =
  /\b(?:have|has) [^?]*\b(?:paid|cost|given|gone|went|come|charged|taken|had|set (?:me|us) back|handed|sent|donated)\b[^?]*\bsince (?:i|we|the|day)\b/;

/** What a steady payment began at: "what did Netflix start out at", "Spotify, then and now", "how much dearer than when we joined". */
export const priceHistory: Intent = {
  name: 'price-history',
  read({ reading, ledger, today }) {
    const { said } = reading.said;
    const both = THEN_AND_NOW.test(said) || (BEGAN.test(said) && /\b(?:now|today|currently|these days|current|nowadays)\b/.test(said));
    const counts = hears(reading, 'count') && !hears(reading, 'difference');
    // "how much have I spent on Netflix since I signed up" is a sum, and no price.
    if (PAID_SINCE.test(said) && !both && !DEARER.test(said)) return null;
    if (hears(reading, 'spend') && /\bsince (?:i|we) \w+/.test(said) && !both) return null;
    if ((!both && !BEGAN.test(said)) || counts || hears(reading, 'average', 'list', 'breakdown', 'largest', 'smallest', 'refund'))
      return null;
    if (/^(?:and |so )?when\b/.test(said) || cueSpans(reading, 'when').some(({ text }) => /^(?:what|which)\b/.test(text))) return null;
    // "the first payment at the new price" is when it changed.
    if (/\bat (?:the |its |their )?(?:new|higher|raised|increased|bigger|dearer|lower)\b/.test(said)) return null;
    const scope = scopeFrom(reading, ledger, { flow: 'purchases', period: null });
    if (!subjectsOf(scope).length || !isSteady(scope, ledger) || !scope.where.every(({ by }) => by === 'subject')) return null;
    if (DEARER.test(said))
      return {
        ask: 'price-change',
        scope: openFrom(ledger.firstDay ?? today, scope, today),
        want: 'how-much',
      };
    // A stretch of its own is no beginning: "back when we joined in 2024".
    if (settledPeriods(reading).some(({ grain }) => grain !== 'day')) return null;
    return { ask: 'price', scope, at: both ? 'both' : 'first' };
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
      /\bcancel|\bstop(?:ped)? (?:paying|charging|billing|going|my|the|using)|\bquit|\bunsubscrib|\bgive up|\bgave up|\bditch|\bend(?:ed)?\b/.test(
        said,
      ) &&
      !hears(reading, 'what-if');
    // Of "is it cancelled" a Yes or No would be read both ways: the last payment says it.
    if (cancelled && (hears(reading, 'when', 'last') || (!hears(reading, 'still') && /^(?:did|have|has|is|was)\b/.test(said))))
      return { ask: 'edge', scope, edge: 'last' };
    if (
      hears(reading, 'still') &&
      /\bstill\b|\banymore\b|\bany more\b|\bany longer\b|\bactive\b/.test(said) &&
      (hears(reading, 'exists', 'pay', 'subscriptions') || /^(?:and |so |ok )?(?:is|are|am|do|does)\b/.test(said))
    )
      return { ask: 'exists', scope, still: true };
    return null;
  },
};

/** A kind that an export's category stands for ("the gym"), by the few payees that it holds, where each is paid at a steady pace. */
function byItsPayees(scope: Scope, { payeesIn, steady }: LedgerNames): Scope {
  const told = (subject: Subject): Subject => {
    if (subject.what === 'payee' || subject.payees.length) return subject;
    const ids = [...new Set([...subject.categories.flatMap((id) => [...(payeesIn.get(id) ?? [])]), ...subject.loose])];
    return ids.length > 0 && ids.length <= 3 && ids.every((id) => steady.has(id))
      ? { words: subject.words, payees: ids, categories: [], loose: [], what: 'kind' }
      : subject;
  };
  return { ...scope, where: scope.where.map((one) => (one.by === 'subject' && !one.not ? { ...one, any: one.any.map(told) } : one)) };
}

/** A stretch of paying, and no price: "what has it set me back so far". */
const SUMMED_UP =
  /\b(?:so far|to date|up to now|until now|by now|add(?:s|ed)? up to|all told|over the years|over time|lifetime|since we (?:began|started|joined|signed))\b/;

const WAS =
  /\b(?:was|were|did|used to)\b[^?]*\b(?:pay|paying|charged?|charging|cost|costing|price)\b|\b(?:how much|what) (?:was|were)\b|\b(?:price|cost)\b/;

/** "how much was Netflix a year ago", "what were we paying for broadband six months ago": the price of then, of what is paid at a steady pace. */
export const priceThen: Intent = {
  name: 'price-then',
  read({ reading, ledger, today }) {
    const { said } = reading.said;
    const [period, ...more] = reading.periods;
    const then = period && more.length === 0 ? dayAgo(period.text, today) : null;
    if (then === null || !WAS.test(said) || reading.weekdays.length + reading.amounts.length > 0 || ledger.firstDay === null) return null;
    if (
      hears(
        reading,
        'spend',
        'total',
        'average',
        'count',
        'largest',
        'smallest',
        'share',
        'compare',
        'list',
        'breakdown',
        'now',
        'more',
        'less',
      )
    )
      return null;
    const scope = byItsPayees({ ...scopeFrom(reading, ledger, { flow: asRows('spending') }), period: null }, ledger);
    if (!isSteady(scope, ledger) || then < ledger.firstDay) return null;
    const pace = paceOf(reading);
    return {
      ask: 'price',
      scope: { ...scope, period: oneRange(ledger.firstDay, addDays(then, 1), 'other') },
      ...(pace ? { per: pace } : {}),
    };
  },
};

/** "what's the mortgage", "what is the BT bill": what is named is all that is asked of. */
const isNamedAlone = ({ said: { said }, names: [name, ...more] }: Reading): boolean =>
  name !== undefined &&
  more.length === 0 &&
  /^(?:(?:and|so|ok|well) )*what (?:is|are) (?:(?:my|our|the) )?$/.test(said.slice(0, name.start)) &&
  /^(?: (?:bill|payment|charge|premium|fee|price|subscription|contract))?\s*[?.!]*$/.test(said.slice(name.end));

/** "YouTube Premium per month", "Netflix, Spotify and Disney plus each month in total": names and a pace are all that is said. */
const isPaceAlone = ({ said: { said }, names }: Reading): boolean =>
  names.length > 0 &&
  /^(?:and|so|ok|well|for|of|my|our|the|plus|what|is|do|does|add(?:s)? up to|come to|total|monthly|(?:a|per|each|every) (?:month|week|year)|(?:in total|altogether|together|combined|in all|all told)|[\s,:&?.!])*$/.test(
    [...names].reverse().reduce((rest, { start, end }) => `${rest.slice(0, start)} ${rest.slice(end)}`, said),
  ) &&
  /\b(?:a|per|each|every) month\b|\bmonthly\b/.test(said);

const TERSE_PACE =
  /^(?!.*\b(?:do|did|does|is|are|was|were|have|has|spend|spent|paid|went)\b)[^?]*\b(?:how much|what)(?: cost)? (?:a|per|each|every) (?:month|week|year)\s*[?.!]*$/;

/** Of us, not of anybody: what one of them costs in a shop is no question of a statement. */
const A_TIME = /^(?:(?:and|so|ok|well) )*(?:how much|what) (?:is|does|do) (?:an?|one) [^?]*\b(?:us|me|we|i)\b/;

/** "How much does Spotify cost now", "spotify price", "what do I pay each month for YouTube Premium". */
export const price: Intent = {
  name: 'price',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const alone = isPaceAlone(reading);
    if (
      !(
        alone ||
        hears(reading, 'how-much', 'price', 'cost', 'now', 'pay', 'subscriptions') ||
        /\bcharges? (?:me|us)\b|\bwhat is (?:my|our|the) (?:\w+ ){1,3}(?:a|per|each|every) month\b|\bwhat is (?:my|our|the) (?:total |combined )?monthly (?:bill|cost|price|charge|fee|payment|total)\b/.test(
          said,
        ) ||
        isNamedAlone(reading)
      ) ||
      reading.periods.some(({ value }) => value.grain !== 'month' || value.yearless === undefined)
    )
      return null;
    // "Netflix and Spotify a month all together": together they have a price as each has.
    const summed =
      !alone && reading.cues.some(({ value, text }) => value === 'total' && !/^(?:al)?(?:l )?together$|^combined$|^in all$/.test(text));
    if (summed || hears(reading, 'average', 'spend', 'count', 'largest', 'smallest', 'when', 'share', 'compare', 'list', 'breakdown')) {
      const handed = hears(reading, 'spend') && !reading.groupings.some(({ value }) => value.by === 'month' && value.style !== 'which');
      const today = hears(reading, 'now') && !handed && !hears(reading, 'when', 'share', 'breakdown', 'largest', 'smallest');
      if (!(hears(reading, 'price') || today) || hears(reading, 'average', 'compare', 'count', 'list')) return null;
    }
    if (isLastOfName(reading) || (!alone && SUMMED_UP.test(said))) return null;
    const scope = byItsPayees({ ...scopeFrom(reading, ledger, { flow: asRows('spending') }), period: null }, ledger);
    if (!subjectsOf(scope).length || subjectsOf(scope).some(({ payees }) => payees.length === 0)) return null;
    const steady = isSteady(scope, ledger);
    // "what did the Leeds trip set us back": a town or a kind has no price.
    if (!steady && subjectsOf(scope).some(({ what }) => what === 'category')) return null;
    // "spending on groceries each month now" is an average, "handing over to the creche" a price.
    if (hears(reading, 'spend') && !hears(reading, 'price') && !steady) return null;
    // "how much is a Nando's for us": what it costs each time.
    if (!steady && A_TIME.test(said) && reading.periods.length + reading.amounts.length === 0)
      return { ask: 'average', scope, per: 'purchase' };
    const monthly = reading.groupings.some(({ value }) => PACES.has(value.by) && (value.style === 'per' || value.style === 'each'));
    const present =
      /\b(?:does|do|is|am|are)\b|\bcosts?\b|\bcosting\b|\bpaying\b|\bcharges? (?:me|us)\b|\bwhat (?:i|we) pay\b/.test(said) &&
      !/\b(?:did|have|has|was|were|spent|paid|went)\b/.test(said);
    // "YT Premium how much a month"
    const terse = alone || TERSE_PACE.test(said);
    const priced = hears(reading, 'price') || hears(reading, 'now');
    if (reading.periods.length) return null;
    const pace = steady ? paceOf(reading) : null;
    const plan: QueryPlan = { ask: 'price', scope, ...(pace ? { per: pace } : {}) };
    return priced && (steady || hears(reading, 'price') || present || (monthly && hears(reading, 'now') && isMonthly(scope, ledger)))
      ? plan
      : steady &&
          (present || terse) &&
          (alone ||
            monthly ||
            hears(reading, 'cost', 'how-much', 'pay') ||
            /\bwhat (?:is|are) (?:my|our|the)\b|\bcharges? (?:me|us)\b/.test(said))
        ? plan
        : null;
  },
};
