// The everyday questions: when, how many, how often, the biggest, the average, by month, the list, the total.
import type { Dimension, Per, Scope, Value } from '../plan/plan.ts';
import type { Grouping } from '../spans/groupings.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asRows, flowOf, scopeFrom, settledNames } from './scope.ts';

const value = (reading: Reading): Value =>
  hears(reading, 'count', 'often') && !/\bhow much\b/.test(reading.said.said) ? 'count' : hears(reading, 'average') ? 'average' : 'sum';

const isTime = (by: Dimension): by is Exclude<Per, 'purchase'> =>
  by === 'day' || by === 'week' || by === 'month' || by === 'quarter' || by === 'year';

const noun = (reading: Reading, ...styles: Grouping['style'][]): Grouping | null =>
  reading.groupings.find(({ value: { style } }) => styles.includes(style))?.value ?? null;

export const daysSince: Intent = {
  name: 'days-since',
  read: ({ reading, ledger }) =>
    hears(reading, 'days-since')
      ? { ask: 'days-since', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)), period: null }) }
      : null,
};

/** "my last paycheck", "the first thing I bought": one row by time, whatever is asked of it. */
const ONE_ROW =
  /(?:\b(?:my|our|the|that) |^(?:and )?)(?:very )?(?:first|last|latest|most recent|earliest|newest)(?: ever)? (?!\d|time|few|month|week|year|day|quarter|weekend|night|summer|winter|spring|autumn|fall|name|thing i knew)(?:\w+ ){0,2}?(?:thing|one|visit|trip|payment|charge|purchase|order|transaction|ride|paycheck|paycheque|salary|withdrawal|refund|bill|delivery|shop|stay|meal|deposit|transfer|fill up|visit|purchase|haircut|booking|receipt|wage|payslip|run)\b(?!s)/;
const ONE_TIME = /\b(?:first|last|latest|most recent) time\b/;

const outsidePeriods = ({ said: { said }, periods }: Reading): string =>
  periods.reduce((text, { start, end }) => text.slice(0, start) + ' '.repeat(end - start) + text.slice(end), said);

export const when: Intent = {
  name: 'when',
  read({ reading, ledger }) {
    const { said } = reading.said;
    // "since my last paycheck" is a time, no row.
    const one = ONE_ROW.test(outsidePeriods(reading)) && reading.limit === null;
    if (!(hears(reading, 'when') || one || ONE_TIME.test(said)) || /\bday of the week\b/.test(said) || hears(reading, 'average'))
      return null;
    if (/\b(?:most|biggest|largest|highest|least)\b/.test(said) && !/\b(?:last|first|most recent(?:ly)?|latest)\b/.test(said)) return null;
    if (hears(reading, 'count') && !hears(reading, 'when')) return null;
    const first = hears(reading, 'first') && !/\blast\b(?! (?:year|month|week))/.test(said);
    return { ask: 'edge', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }), edge: first ? 'first' : 'last' };
  },
};

/** "biggest shop at Tesco" is one purchase there. */
const namesOnePayee = ({ where }: Scope): boolean =>
  where.some((one) => one.by === 'subject' && !one.not && one.any.length === 1 && one.any[0]?.what === 'payee');

/** "which supermarkets: Aldi, Lidl" are those two, whatever they are called together. */
const payeesOnly = ({ where }: Scope): Scope['where'] =>
  where.filter((one) => one.by !== 'subject' || one.not || one.any.some(({ what }) => what === 'payee'));

const SHOPS =
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

const FAVOURITE = /\b(?:most (?:often|frequently)|favou?rite|number 1|number one|go-to|most (?:visited|used|frequented|popular|common))\b/;

/** "by month", "each year", "top 5 merchants", "which category most". */
export const breakdown: Intent = {
  name: 'breakdown',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const perThing = reading.groupings.find(({ value: one }) => one.style === 'per' && !isTime(one.by))?.value ?? null;
    const each = noun(reading, 'each');
    // "every year added up" is one figure.
    const summed = /\b(?:added (?:up|together)|all together|altogether|combined|summed|in total|put together)\b/.test(said);
    const laid = noun(reading, 'by') ?? (each && !(isTime(each.by) && (summed || hears(reading, 'average'))) ? each : null) ?? perThing;
    const asked = noun(reading, 'which', 'noun');
    const spread = noun(reading, 'per', 'adverb');
    const per =
      spread &&
      isTime(spread.by) &&
      !hears(reading, 'average') &&
      !(
        spread.style === 'per' &&
        (hears(reading, 'how-much', 'count') ||
          /\bwhat (?:did|have) (?:i|we)\b/.test(said) ||
          /\bwhat (?:do|does|are|is) (?:i|we|my|our|the|\w+ (?:run|cost|set))/.test(said))
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
      /\b(?:go|goes|went|been|visit|visited|shop|shopped|eat|ate|use|used|stop)\b[^?]*\bmost\b|\bmost\b[^?]*\b(?:go|visit|visited|shop)\b/.test(
        said,
      ) &&
      !/\b(?:money|spend|spent|cost|costs)\b/.test(said);
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
        (/\b(?:merchants|stores|shops|places|categories|months|days|weeks|accounts|years|payees|vendors|companies|restaurants)\b/.test(
          said,
        ) && asked.style === 'noun'
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
    // "which coffee place do I go to most": the payees of a kind, ranked.
    const kind = reading.names.some(({ value: name }) => name.is === 'subject' && name.subject.what !== 'payee');
    if (
      !asked &&
      !laid &&
      kind &&
      (/\b(?:which|what|who)\b/.test(said) || FAVOURITE.test(said)) &&
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
    // "which supermarkets got what": each of them.
    if (!laid && kind && /\bwhich\b[^?]*\b(?:got|took|gets?|takes?|charged|received|had) (?:what|how much)\b/.test(said))
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
      const numbered = /\bby (?:the )?(?:number|count|frequency|transactions|visits|how often)/.test(said);
      return {
        ask: 'breakdown',
        scope: numbered ? { ...scope, flow: asRows(flow) } : scope,
        by,
        value: numbered ? 'count' : counting,
        order: /\brank|\bsorted|\btop\b/.test(said) ? 'most' : 'natural',
        limit: reading.limit,
      };
    }
    if (
      !hears(reading, 'how-much') &&
      asked &&
      asked.style === 'which' &&
      (hears(reading, 'most', 'more', 'largest') || /\bgot the most\b|\bgets the most\b/.test(said))
    )
      return { ask: 'breakdown', scope, by: asked.by, value: counting, order: 'most', limit: 1 };
    return null;
  },
};

const PLACES = ['first', 'second', 'third', 'fourth', 'fifth'];
/** How many come before it: "second" 1. */
const placeOf = (word: string): number => (/^\d/.test(word) ? Number.parseInt(word, 10) - 1 : PLACES.indexOf(word));

export const extreme: Intent = {
  name: 'extreme',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const small = hears(reading, 'smallest');
    if (!small && !hears(reading, 'largest'))
      return reading.limit !== null && /\btop \d+\b/.test(said) && hears(reading, 'noun-transaction')
        ? { ask: 'extreme', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }), order: 'largest', limit: reading.limit }
        : null;
    const flow = asRows(flowOf(reading));
    const nth =
      /\b(second|2nd|third|3rd|fourth|4th|fifth|5th)[ -](?:biggest|largest|highest|most expensive|priciest|smallest|cheapest|lowest|dearest)\b/.exec(
        said,
      )?.[1];
    if (nth !== undefined)
      return {
        ask: 'extreme',
        scope: scopeFrom(reading, ledger, { flow }),
        order: small ? 'smallest' : 'largest',
        limit: 1,
        skip: placeOf(nth),
      };
    return {
      ask: 'extreme',
      scope: scopeFrom(reading, ledger, { flow }),
      order: small ? 'smallest' : 'largest',
      limit:
        reading.limit ?? (/\b(?:purchases|transactions|payments|charges|expenses|bills)\b/.test(said) && hears(reading, 'list') ? 5 : 1),
    };
  },
};

export const average: Intent = {
  name: 'average',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (hears(reading, 'median')) return { ask: 'median', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }) };
    const spread = noun(reading, 'per', 'adverb', 'each');
    const summed = spread?.style === 'adverb' && /\b(?:in total|altogether|all told|added up|in all)\b/.test(said);
    const time = spread && isTime(spread.by) && !summed ? spread.by : null;
    const counting = hears(reading, 'count') && !hears(reading, 'how-much');
    const laidOut = spread?.style === 'adverb' && !hears(reading, 'average') && /\b(?:totals|figures|amounts|sums|numbers)\b/.test(said);
    if (laidOut) return null;
    // "monthly bill right now": what they cost today.
    if (spread?.style === 'adverb' && hears(reading, 'now') && !hears(reading, 'average', 'count', 'spend')) return null;
    if (time && (hears(reading, 'average', 'how-much', 'spend', 'cost', 'pay', 'count') || spread?.style === 'adverb')) {
      if (spread?.style === 'each' && !hears(reading, 'average') && /\bdid\b/.test(said)) return null;
      return {
        ask: 'average',
        scope: scopeFrom(reading, ledger, { flow: counting ? asRows(flowOf(reading)) : flowOf(reading) }),
        per: time,
        ...(counting ? { count: true } : {}),
      };
    }
    if (!hears(reading, 'average', 'per-purchase') || (hears(reading, 'list') && !hears(reading, 'average', 'how-much'))) return null;
    // Of a weekend or a Saturday: one in each week.
    if (
      reading.weekdays.length > 0 &&
      /\b(?:each|every|per|an?|typical|average|usual|normal)\s+(?:weekend|saturday|sunday|monday|tuesday|wednesday|thursday|friday)/.test(
        said,
      )
    )
      return { ask: 'average', scope: scopeFrom(reading, ledger), per: 'week' };
    const inUnit = /\b(?:average|typical|normal|usual|mean)\s+(?:calendar\s+)?(day|week|month|quarter|year)\b/.exec(said)?.[1];
    if (inUnit !== undefined)
      return {
        ask: 'average',
        scope: scopeFrom(reading, ledger, { flow: counting ? asRows(flowOf(reading)) : flowOf(reading) }),
        per: inUnit as Per,
        ...(counting ? { count: true } : {}),
      };
    return { ask: 'average', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }), per: 'purchase' };
  },
};

export const count: Intent = {
  name: 'count',
  read({ reading, ledger }) {
    const { said } = reading.said;
    // "how much and how often": the total comes with its count.
    if (
      !hears(reading, 'count') ||
      reading.cues.some(({ value: cue, text }) => cue === 'how-much' && text.startsWith('how many')) ||
      (/\bhow much\b/.test(said) && /\bhow (?:often|many)\b/.test(said))
    )
      return null;
    // "how many months did groceries go over 500": a bound on a sum of months, which no plan says.
    const ofStretches = /\bhow many (?:different )?(months|weeks|quarters|years|days)\b/.exec(said)?.[1];
    if (ofStretches !== undefined && (reading.amounts.length > 0 || hears(reading, 'more', 'less', 'budget')))
      return { refuse: 'clarify', why: 'unheard', words: [`how many ${ofStretches}`] };
    if (/\bdays\b.*\b(?:nothing|no|not|zero|without)\b/.test(said)) return { refuse: 'clarify', why: 'unheard', words: ['nothing'] };
    const dimension =
      /\bhow many (?:different |distinct |unique |separate |various |of my )?(?<what>merchants|stores|shops|places|payees|vendors|companies|restaurants|retailers|businesses|categories|accounts|cards|days)\b/.exec(
        said,
      )?.groups?.what ??
      /\bnumber of (?:different |distinct |unique )(?<what>merchants|stores|shops|places|payees|vendors|companies|categories|accounts|days)\b/.exec(
        said,
      )?.groups?.what;
    const kinds =
      hears(reading, 'distinct') && reading.names.some(({ value: name }) => name.is === 'subject' && name.subject.what !== 'payee');
    const of =
      dimension === undefined
        ? kinds
          ? 'payee'
          : 'rows'
        : dimension === 'categories'
          ? 'category'
          : /accounts|cards/.test(dimension)
            ? 'account'
            : dimension === 'days'
              ? 'day'
              : 'payee';
    const names =
      of === 'payee'
        ? settledNames(reading).filter(
            ({ text }) => !/^(?:the |different )?(?:shops?|stores?|places?|merchants?|retail|shopping)$/.test(text),
          )
        : settledNames(reading);
    return { ask: 'count', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)), names }), of };
  },
};

export const list: Intent = {
  name: 'list',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (hears(reading, 'how-much', 'total') && !/^(?:list|show)/.test(said)) return null;
    if (/\bhow many\b/.test(said) && (/^(?:(?:and|so|ok|but) )*how many\b/.test(said) || !hears(reading, 'list'))) return null;
    // "I'd like to see what Ryanair has had out of us" is a sum.
    if (/\b(?:see|know|tell me|show me) what\b/.test(said) && hears(reading, 'cost', 'spend') && !hears(reading, 'noun-transaction', 'buy'))
      return null;
    const bounded = reading.amounts.some(({ value: { is, money } }) => is !== 'bare' || money);
    const recent =
      hears(reading, 'last') &&
      hears(reading, 'noun-transaction') &&
      (reading.limit !== null || /\b(?:latest|recent|last|most recent|newest)\b/.test(said)) &&
      !hears(reading, 'spend');
    const scope = () => scopeFrom(reading, ledger, { flow: listFlow(reading) });
    // "my last 5 Starbucks": so many rows of somebody's.
    const latestOf =
      hears(reading, 'last') &&
      reading.limit !== null &&
      reading.names.some(({ value: name }) => name.is === 'subject' || name.is === 'account') &&
      !hears(reading, 'spend', 'how-much', 'total', 'average');
    if ((recent || latestOf) && (reading.periods.length === 0 || reading.limit !== null))
      return {
        ask: 'list',
        scope: scope(),
        order: 'newest',
        limit: reading.limit ?? (/\b(?:transaction|purchase|payment|charge|order)\b/.test(said) ? 1 : 10),
      };
    const onlyAll = flowOf(reading) === 'income' && !/\b(?:list|show|display|itemi[sz]e|see|each|details?)\b/.test(said);
    // "all my July spending" is its sum.
    const onlySum =
      /\b(?:spending|outgoings|expenditure|spend)\b/.test(said) &&
      reading.cues.every(({ value: cue, text }) => cue !== 'list' || /^all\b/.test(text));
    const shown = (hears(reading, 'list') && !onlyAll && !onlySum) || hears(reading, 'uncategorised');
    const bought =
      flowOf(reading) === 'spending' &&
      /\bwhat (?:did|have) (?:i|we) (?:buy|bought|purchase|purchased|order|ordered|get(?! through)|pay for)\b/.test(said);
    const spentOn = /\bwhat (?:did|have) (?:i|we) spen[dt] [^?]*\bon\b/.test(said);
    const nounFirst =
      /^(?:all |all my |my |the |every |each )?(?:purchases?|transactions?|payments?|charges?|orders?|expenses|debits?|withdrawals?|anything|everything|things|stuff|items)\b/.test(
        said,
      ) && !hears(reading, 'spend', 'total');
    const every =
      /^(?:show |list |give me )?(?:every|each|all|any)\b[^?]*\b(?:charges?|purchases?|payments?|transactions?|orders?|visits?|trips?|rides?)\b/.test(
        said,
      ) && !hears(reading, 'spend', 'total', 'income');
    const whatFees =
      /^(?:and )?what (?:\w+ ){0,2}?(?:fees?|refunds?|charges?|penalties)\b/.test(said) &&
      hears(reading, 'fee', 'late-fee', 'refund') &&
      !/\bwhat (?:did|have|do) (?:i|we) (?:pay|spend|paid|spent)\b/.test(said);
    if (
      bounded &&
      (shown || bought || spentOn || every || nounFirst || /\bany(?:thing)?\b|^(?:what|which)\b/.test(said)) &&
      !/\bhow much\b/.test(said)
    )
      return {
        ask: 'list',
        scope: { ...scope(), flow: listFlow(reading) === 'spending' ? 'purchases' : listFlow(reading) },
        order: 'oldest',
        limit: reading.limit,
      };
    // "all our July spending" is its sum.
    if (
      /^(?:everything|all) (?:i|we) spen[dt]\b|^all (?:of )?(?:my|our|the) (?:\w+ ){0,3}(?:spending|spend|expenditure|outgoings)\b/.test(
        said,
      )
    )
      return null;
    // "transactions on the second Friday of June".
    const ofDays = reading.periods.length > 0 && reading.periods.every(({ value: { grain } }) => grain === 'day' || grain === 'weekend');
    if (
      ofDays &&
      /^(?:all |my |the )*(?:transactions|purchases|charges)\b/.test(said) &&
      !hears(reading, 'breakdown', 'average', 'count', 'total', 'how-much', 'spend')
    )
      return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    if (every && !hears(reading, 'breakdown', 'average', 'count'))
      return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    if (shown || bought || whatFees) return { ask: 'list', scope: scope(), order: 'oldest', limit: reading.limit };
    return null;
  },
};

const listFlow = (reading: Reading) => flowOf(reading);

export const exists: Intent = {
  name: 'exists',
  read({ reading, ledger }) {
    const { said } = reading.said;
    const verb =
      /^(?:(?:and|so|but|ok|well|also|hey|um) )*(?:did|have|has|do|does|was|were|is|are|am|any)\b/.test(said) ||
      /\b(?:paid|bought|done|arrived|came|been)\b[^?]*\?$/.test(said);
    if (!verb || hears(reading, 'how-much', 'count')) return null;
    const scope = scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) });
    return scope.where.length || scope.period || scope.flow !== 'purchases' ? { ask: 'exists', scope, still: false } : null;
  },
};

export const total: Intent = {
  name: 'total',
  read({ reading, ledger }) {
    const scope = scopeFrom(reading, ledger);
    const asks = hears(
      reading,
      'how-much',
      'total',
      'spend',
      'cost',
      'pay',
      'income',
      'refund',
      'buy',
      'fee',
      'cash',
      'interest',
      'go',
      'noun-transaction',
      'money',
      'net',
    );
    const slots = scope.where.length > 0 || scope.period !== null;
    const bare = !slots && !hears(reading, 'spend', 'total', 'income', 'refund', 'cost', 'pay');
    if (bare) return asks ? { refuse: 'clarify', why: 'what-about' } : null;
    return asks || slots ? { ask: 'total', scope } : null;
  },
};
