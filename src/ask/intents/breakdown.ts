// One figure for each of many: by month, each year, the top five merchants, the category that takes most.
import type { LedgerNames } from '../names/ledger-names.ts';
import { IS_THE_MOST } from '../plan/accounted.ts';
import type { QueryPlan, Scope, Value } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Asked, Intent, Refusal } from './intent.ts';
import { asksOneFigure, isTime, noun } from './said-groupings.ts';
import { asRows, flowOf } from './flows.ts';
import { WHAT_ON } from './list.ts';
import { scopeFrom } from './scope.ts';
import { SUBSCRIPTION, subscribedOnly } from './steady-payees.ts';
import { settledNames } from './settled-names.ts';

const value = (reading: Reading): Value =>
  hears(reading, 'count', 'often') && !/\bhow much\b/.test(reading.said.said) ? 'count' : hears(reading, 'average') ? 'average' : 'sum';

/** "biggest shop at Tesco" is one purchase there. */
const namesOnePayee = ({ where }: Scope): boolean =>
  where.some((one) => one.by === 'subject' && !one.not && one.any.length === 1 && one.any[0]?.what === 'payee');

/** "which supermarkets: Aldi, Lidl" are those two, whatever they are called together. */
const payeesOnly = ({ where }: Scope): Scope['where'] =>
  where.filter((one) => one.by !== 'subject' || one.not || one.any.some(({ what }) => what === 'payee'));

/** What people who are paid are called together. */
export const SHOPS =
  /(?:shops|stores|supermarkets|restaurants|cafes|pubs|bars|places|takeaways|pharmacies|chemists|stations|airlines|hotels|retailers|grocers|bakeries|chains|merchants|services|companies|gyms|salons|barbers|utilities|insurers|apps)$/;

/** A number beside people who are paid: "top 2 supermarkets", "the 3 restaurants that got most". */
const ranksShops = ({ said: { said }, names, limit }: Reading): boolean =>
  names.some(
    ({ value: name, text, start }) =>
      name.is === 'subject' &&
      name.subject.what !== 'payee' &&
      SHOPS.test(text) &&
      new RegExp(`\\b${String(limit)}\\s+(?:(?:biggest|top|main|largest|priciest|dearest|best|worst|cheapest|most \\w+)\\s+)?$`).test(
        said.slice(0, start),
      ),
  );

/** "how much at each", "what did each of them cost": of a kind, every payee. */
const EACH_OF_KIND =
  /\b(?:how much|what|how often|how many times)\b[^?]*\b(?:at|in|on|with|to|for|from|did|do|does) each\b(?! (?:day|week|month|quarter|year|time|weekend|visit|order|trip))|\beach of (?:them|those|the)\b|\bhow much each\b/;

const MOST_ON =
  /\bwhat (?:do|did|have|has) (?:i|we) (?:usually |generally |normally )?(?:spend|spent|been spending) (?:the |our |my )?(?:most|bulk)(?: of (?:it|(?:my|our|the) money))?(?: money)? on\b/;
const MONEY_WENT =
  /^(?:(?:and|so|ok) )*(?:where|what) (?:do|did|does|has|have|is) (?:all |most of )?(?:\S+ ){0,4}?(?:money|spending|spend|cash|outgoings) (?:all |mostly |mainly )?(?:go|going|gone|went)\b/;

/** "which categories have the most": more than one is wanted; "which of the categories" is one. */
const MANY_ASKED =
  /\b(?:which|what) (?:spending )?(?:merchants|stores|shops|places|categories|months|weeks|weekends|payees|vendors|companies)\b/;

const WHICH_OF_MANY =
  /\b(?:which|what) (?:of (?:my|the|our) )?(?:spending )?(?:\w+s|categories) (?:got|get|gets|took|take|have had|had|received|saw|made up|make up|did (?:my|our|the) (?:\w+ )?(?:money|spending)|does (?:my|our) (?:\w+ )?(?:money|spending)|(?:\w+ )?(?:money|spending) (?:went|goes|go) (?:to|on))\b/;

/** "what is our daily spend": one figure, as a day's spending is. */
const ONE_FIGURE =
  /\b(?:what|how much|how high|how big) (?:is|was|has been|are|were)\b (?:my|our|the) (?:usual |typical |current |actual )?(?:daily|weekly|monthly|quarterly|yearly|annual) (?:\w+ ){0,2}(?:spend|spending|outlay|outgo|cost|bill|figure|rate|average)\b(?!s)/;

const FAVOURITE = /\b(?:most (?:often|frequently)|favou?rite|number 1|number one|go-to|most (?:visited|used|frequented|popular|common))\b/;

/** "... I go to the most" */
const WE_MOST = /^(?:,? (?:that|which|where))? (?:i|we) (?:\w+ ){0,6}?(?:the )?most\b/;

/** "the restaurant that took the most from me", "the supermarket we visit most", "top restaurant of 2025": one of a kind, and no purchase there. */
const asksWhichOfKind = ({ said: { said }, names }: Reading): boolean =>
  names.some(({ value: name, text, start, end }) => {
    if (name.is !== 'subject' || name.subject.what === 'payee') return false;
    const one = SHOPS.test(`${text}s`);
    const [before, after] = [said.slice(0, start), said.slice(end)];
    if (one && (/\b(?:top|number 1|number one|no 1)\s+$/.test(before) || WE_MOST.test(after))) return true;
    return (
      (one || SHOPS.test(text) || SHOPS.test(text.replace(/y$/, 'ies'))) &&
      /(?:^|\b(?:the|my|our)\s+|[,:]\s+(?:the |my |our )?)$/.test(before) &&
      /^\s+(?:that|which|who|where|i|we|to)\b/.test(after)
    );
  });

/** Of which all there is may be the biggest. */
const ANY_EXPENSE =
  /^\s+(?:single |regular |monthly )?(?:expenses?|expenditure|costs?|outgoings?|bills?|spend|spending|category|shops?|stores?|places?|payees?|merchants?|suppliers?|drain)\b/;

/** "is Tesco my biggest supermarket", "was rent our biggest expense": the one that is, of its kind or of all. */
function mostOf(reading: Reading, ledger: LedgerNames): QueryPlan | Refusal | null {
  const end = IS_THE_MOST.exec(reading.said.said)?.[0].length;
  const [first, ...rest] = settledNames(reading);
  if (end === undefined || first?.value.is !== 'subject' || first.end > end || rest.some((name) => name.start < end)) return null;
  // Of bills the dearest is told by what each takes, as of subscriptions.
  if (
    hears(reading, 'subscriptions') ||
    (rest.length === 0 && /^\s+(?:regular |monthly |household )?bills?\b/.test(reading.said.said.slice(end)))
  ) {
    const scope = scopeFrom(reading, ledger, { names: rest, flow: 'purchases' });
    return { ask: 'subscriptions', scope: SUBSCRIPTION.test(reading.said.said) ? subscribedOnly(scope, ledger) : scope, want: 'largest' };
  }
  if (rest.length === 0 && !ANY_EXPENSE.test(reading.said.said.slice(end))) return { refuse: 'clarify', why: 'what-about' };
  return {
    ask: 'breakdown',
    scope: scopeFrom(reading, ledger, { names: rest }),
    by: first.value.subject.what === 'category' ? 'category' : 'payee',
    value: 'sum',
    order: 'most',
    limit: 1,
  };
}

/** "by month", "each year", "top 5 merchants", "which category most". */
export const breakdown: Intent = {
  name: 'breakdown',
  read: laidOut,
};

function laidOut({ reading, ledger }: Asked): QueryPlan | Refusal | null {
  const { said } = reading.said;
  const ofItsKind = mostOf(reading, ledger);
  if (ofItsKind) return ofItsKind;
  const perThing = reading.groupings.find(({ value: one }) => one.style === 'per' && !isTime(one.by))?.value ?? null;
  const each = noun(reading, 'each');
  // "piano teacher how much each month now": its price.
  if (each && isTime(each.by) && hears(reading, 'now') && !hears(reading, 'spend', 'breakdown', 'list', 'trend')) return null;
  // "every year added up" is one figure.
  const summed = /\b(?:added (?:up|together)|all together|altogether|combined|summed|in total|put together)\b/.test(said);
  const laid = noun(reading, 'by') ?? (each && !(isTime(each.by) && (summed || hears(reading, 'average'))) ? each : null) ?? perThing;
  const asked = noun(reading, 'which', 'noun');
  const spread = noun(reading, 'per', 'adverb');
  const per =
    spread &&
    isTime(spread.by) &&
    !hears(reading, 'average') &&
    !(spread.style === 'adverb' && ONE_FIGURE.test(said)) &&
    !(
      spread.style === 'per' &&
      (hears(reading, 'how-much', 'count') ||
        // "September spend per day": one figure; so many days nobody wants listed.
        (spread.by === 'day' && hears(reading, 'spend', 'cost') && !hears(reading, 'list', 'breakdown', 'trend')) ||
        asksOneFigure(said))
    )
      ? spread
      : null;
  if (
    hears(reading, 'when') &&
    hears(reading, 'most') &&
    hears(reading, 'spend') &&
    !hears(reading, 'last', 'first') &&
    !/\bday of the week|weekday\b/.test(said)
  )
    return {
      ask: 'breakdown',
      scope: scopeFrom(reading, ledger),
      by: /\bmonth\b/.test(said) ? 'month' : 'day',
      value: 'sum',
      order: 'most',
      limit: 1,
    };
  // Where one goes most is counted; what takes most is summed.
  const goes =
    hears(reading, 'go') &&
    !hears(reading, 'refund') &&
    /\b(?:go|goes|went|been|visit|visited|shop|shopped|eat|ate|use|used|stop)\b[^?]*\bmost\b|\bmost\b[^?]*\b(?:go|visit|visited|shop)\b/.test(
      said,
    ) &&
    !/\b(?:money|cash|spend|spent|cost|costs)\b/.test(said);
  const ranked = hears(reading, 'most', 'largest', 'often') && asked;
  const least = hears(reading, 'least', 'smallest');
  const counting = value(reading);
  const flow = counting === 'sum' ? flowOf(reading) : asRows(flowOf(reading));
  const scope = scopeFrom(reading, ledger, { flow });
  if (
    asked &&
    (ranked || least || hears(reading, 'most', 'more') || reading.limit !== null) &&
    !(asked.by === 'payee' && (hears(reading, 'when') || (asked.style === 'noun' && namesOnePayee(scope))))
  ) {
    const single =
      reading.limit ??
      (/\b(?:merchants|stores|shops|places|categories|months|days|weeks|weekends|accounts|years|payees|vendors|companies|restaurants)\b/.test(
        said,
      ) &&
      (asked.style === 'noun' || (asked.style === 'which' && MANY_ASKED.test(said)))
        ? 5
        : 1);
    const by = asked.by === 'day' && /\bday of the week|weekday|which day do\b|what day do\b/.test(said) ? 'weekday' : asked.by;
    return {
      ask: 'breakdown',
      scope,
      by,
      value: (hears(reading, 'often') || goes) && counting === 'sum' ? 'count' : counting,
      order: least ? 'least' : 'most',
      limit: single,
    };
  }
  if (!asked && !laid && /\b(?:where|who)\b/.test(said) && hears(reading, 'most', 'often') && !hears(reading, 'how-much', 'when')) {
    const often = goes || hears(reading, 'often');
    return {
      ask: 'breakdown',
      scope: often ? { ...scope, flow: asRows(flow) } : scope,
      by: 'payee',
      value: often ? 'count' : 'sum',
      order: 'most',
      limit: reading.limit ?? 1,
    };
  }
  // "what did I spend most on", "what does our money go on": laid out by what it is for, the most of it first.
  const bought =
    !asked && !laid && !hears(reading, 'how-much', 'when', 'count', 'compare') && /^(?:(?:and|so|ok) )*(?:what|where)\b/.test(said);
  const mostOn = MOST_ON.test(said);
  if (bought && (mostOn || MONEY_WENT.test(said)) && !namesOnePayee(scope))
    return {
      ask: 'breakdown',
      scope,
      by: ledger.categories.length > 0 && scope.where.every(({ by }) => by === 'account') ? 'category' : 'payee',
      value: 'sum',
      order: 'most',
      limit: reading.limit ?? (mostOn ? 3 : null), // one alone may be what has no category
    };
  // "which hotel did we stay in": whoever it was, of that kind.
  const whichOne = reading.names.find(
    ({ value: name, text, start, end }) =>
      name.is === 'subject' &&
      name.subject.what !== 'payee' &&
      SHOPS.test(`${text}s`) &&
      /^(?:(?:and|so|ok|but) )*(?:which|what) $/.test(said.slice(0, start)) &&
      /^ (?:did|do|have|was|were) (?:i|we|it|that)\b/.test(said.slice(end)),
  );
  if (whichOne && !asked && !laid && !hears(reading, 'most', 'least', 'largest', 'smallest', 'often', 'more', 'when', 'how-much'))
    return { ask: 'breakdown', scope, by: 'payee', value: counting, order: 'most', limit: null };
  // "how much each: Costco, Safeway, Target".
  const several = reading.names.filter(({ value: name }) => name.is === 'subject' && name.subject.what === 'payee').length > 1;
  if (several && hears(reading, 'each') && !laid && !hears(reading, 'average'))
    return {
      ask: 'breakdown',
      scope: { ...scope, where: payeesOnly(scope) },
      by: 'payee',
      value: counting,
      order: 'natural',
      limit: null,
    };
  // "which coffee place do I go to most", "the restaurant that took the most": the payees of a kind, ranked.
  const kind = reading.names.some(({ value: name }) => name.is === 'subject' && name.subject.what !== 'payee');
  if (
    !asked &&
    !laid &&
    kind &&
    (/\b(?:which|what|who)\b/.test(said) || FAVOURITE.test(said) || asksWhichOfKind(reading)) &&
    hears(reading, 'most', 'least', 'often') &&
    !hears(reading, 'how-much', 'when', 'largest', 'smallest')
  ) {
    return {
      ask: 'breakdown',
      scope: hears(reading, 'often') || goes ? { ...scope, flow: asRows(flow) } : scope,
      by: 'payee',
      value: hears(reading, 'often') || goes ? 'count' : counting,
      order: least ? 'least' : 'most',
      limit: reading.limit ?? 1,
    };
  }
  // "the top two supermarkets", "two biggest restaurants": payees of a kind, no purchases there.
  if (!asked && !laid && kind && reading.limit !== null && ranksShops(reading))
    return { ask: 'breakdown', scope, by: 'payee', value: counting, order: least ? 'least' : 'most', limit: reading.limit };
  // "which supermarkets got what", "which pubs did we go to and how much at each": each of them.
  if (
    !laid &&
    kind &&
    (/\bwhich\b[^?]*\b(?:got|took|gets?|takes?|charged|received|had) (?:what|how much)\b/.test(said) || EACH_OF_KIND.test(said))
  )
    return { ask: 'breakdown', scope, by: 'payee', value: 'sum', order: 'most', limit: null };
  // "who paid me and how much each", "who gave me money".
  if (
    /\bwho\b/.test(said) &&
    flowOf(reading) === 'income' &&
    (!hears(reading, 'how-much') || hears(reading, 'each')) &&
    !hears(reading, 'when')
  )
    return { ask: 'breakdown', scope, by: 'payee', value: 'sum', order: 'most', limit: hears(reading, 'most') ? 1 : null };
  if (laid)
    return {
      ask: 'breakdown',
      scope,
      by: laid.by === 'day' && /\bday of the week|days of the week/.test(said) ? 'weekday' : laid.by,
      value: counting,
      order: hears(reading, 'most', 'largest') || /\brank/.test(said) ? 'most' : 'natural',
      limit: reading.limit,
    };
  const figures = /\b(?:totals|figures|amounts|sums|numbers)\b/.test(said);
  if (per && (figures || hears(reading, 'breakdown', 'list', 'spend', 'trend') || reading.cues.length === 0 || per.style === 'per'))
    return { ask: 'breakdown', scope, by: per.by, value: counting, order: 'natural', limit: null };
  if (hears(reading, 'breakdown') || (hears(reading, 'list') && asked && !ranked)) {
    const by =
      asked?.by ??
      (/\b(?:categor\w+)\b/.test(said)
        ? 'category'
        : scope.where.some((one) => one.by === 'subject' && !one.not)
          ? 'payee'
          : ledger.categories.length
            ? 'category'
            : 'payee');
    const numbered = /\bby (?:the )?(?:number|count|frequency|transactions|visits|how often|how many)/.test(said);
    return {
      ask: 'breakdown',
      scope: numbered ? { ...scope, flow: asRows(flow) } : scope,
      by,
      value: numbered ? 'count' : counting,
      order: /\brank|\bsorted|\btop\b/.test(said) ? 'most' : 'natural',
      limit: reading.limit,
    };
  }
  // "which shops got my grocery money": each of them, the most first.
  if (asked?.style === 'which' && WHICH_OF_MANY.test(said) && !isTime(asked.by) && !hears(reading, 'how-much', 'when', 'count', 'compare'))
    return { ask: 'breakdown', scope, by: asked.by, value: counting, order: 'most', limit: null };
  const single = reading.periods.length > 0 && reading.periods.every(({ value: { grain } }) => grain === 'day' || grain === 'weekend');
  if (WHAT_ON.test(said) && !single && !asked && !reading.names.some(({ value: name }) => name.is === 'subject'))
    return { ask: 'breakdown', scope, by: ledger.categories.length ? 'category' : 'payee', value: 'sum', order: 'most', limit: null };
  // "who took money off us last week", "which shops did we go to in May": each of them, the most first.
  const open = !hears(reading, 'how-much', 'when', 'count', 'compare') && !namesOnePayee(scope) && !isTime(asked?.by ?? 'payee');
  const whom = !asked && /^(?:(?:and|so|ok|well) )*(?:to )?whom?\b/.test(said) && hears(reading, 'pay', 'spend', 'cost', 'money', 'buy');
  const many = asked?.style === 'which' && MANY_ASKED.test(said) && hears(reading, 'go', 'spend', 'buy', 'pay');
  if (
    open &&
    (whom || many) &&
    reading.amounts.length === 0 &&
    !hears(reading, 'in-one-go') &&
    (scope.period !== null || scope.where.length > 0)
  )
    return { ask: 'breakdown', scope, by: asked?.by ?? 'payee', value: counting, order: 'most', limit: null };
  if (
    !hears(reading, 'how-much') &&
    asked &&
    asked.style === 'which' &&
    (hears(reading, 'most', 'more', 'largest') || /\bgot the most\b|\bgets the most\b/.test(said))
  )
    return { ask: 'breakdown', scope, by: asked.by, value: counting, order: 'most', limit: 1 };
  return null;
}
