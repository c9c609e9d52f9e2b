// Turns that ask something else of what the turn before was about: "top three there", "when did that go up", "add them up",
// "who was it from", "take the rent out". Each keeps the period, names, account and sizes that it does not change itself.
import lexicon from '../lexicon/occasions.json';
import type { Condition, QueryPlan, Scope } from '../plan/plan.ts';
import { scopeOf, withScope } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import { hull, openPeriod } from '../spans/dates/period.ts';
import { asRows } from './flows.ts';
import { hasOwnSlots, isOnePayee, leads, named, payeesOf, WHICH_MEANT, type FollowUp, type SubjectCondition } from './follow-up.ts';
import { PRICE_OF_THAT } from './price-of-that.ts';
import { scopeFrom } from './scope.ts';

const rowsOf = (scope: Scope): Scope => ({ ...scope, flow: asRows(scope.flow) });

const RANKING = leads(
  '(?:(?:what|which|who) (?:is|are|was|were) |show me |give me |just )?(?:the |my |your )?(?:top|biggest|largest|highest)\\b',
);

/** "top three there" after a total: the payees that took most of it; at one payee, its largest rows. */
const ranked: FollowUp = (asked, last) => {
  const { reading } = asked;
  if (reading.limit === null || hasOwnSlots(asked) || !RANKING.test(reading.said.said)) return null;
  if (reading.groupings.length > 0 || hears(reading, 'noun-transaction')) return null;
  if (last.ask === 'list') return { ask: 'extreme', scope: last.scope, order: 'largest', limit: reading.limit };
  if (last.ask !== 'total' && last.ask !== 'average' && last.ask !== 'count' && last.ask !== 'why') return null;
  return isOnePayee(last.scope)
    ? { ask: 'extreme', scope: rowsOf(last.scope), order: 'largest', limit: reading.limit }
    : { ask: 'breakdown', scope: last.scope, by: 'payee', value: 'sum', order: 'most', limit: reading.limit };
};

const OCCASION = new RegExp(`^(?:${lexicon.words.join('|')})$`);
const OCCASIONS = new RegExp(`\\bhow many (?:different |separate )?(?:${lexicon.words.join('|')})\\b`);

/** "and how many fill-ups?": the payments of what was just asked about, as people count them. */
const occasions: FollowUp = ({ reading }, last) => {
  const { said } = reading.said;
  const scope = scopeOf(last);
  if (/\b(?:between|over|across|in|of) (?:the|both|those|these) (?:2 )?(?:months|weeks|years|quarters|weekends)\b/.test(said)) return null;
  if (!OCCASIONS.test(said) || reading.periods.length > 0 || reading.amounts.length > 0 || named(scope).length === 0) return null;
  const ids = new Set(payeesOf(scope));
  // "how many rides" after Uber counts Uber; after groceries it speaks of something else.
  // "How many shops was that" at Tesco: no shops in the plural are left to count.
  const ofShops = named(scope).every(({ any }) => any.every(({ what }) => what === 'payee'));
  const speaksOfThem = reading.names.every(
    ({ value, text }) =>
      value.is === 'unknown' ||
      (ofShops && OCCASION.test(text)) ||
      (value.is === 'subject' &&
        value.subject.what === 'kind' &&
        ids.size > 0 &&
        [...ids].every((id) => value.subject.payees.includes(id))),
  );
  // After groceries the shops in "how many shops was that" are those that were gone to.
  const [shops, ...others] = reading.names;
  if (!ofShops && shops && others.length === 0 && /^(?:shops|stores|places)$/.test(shops.text))
    return last.ask === 'compare' || last.ask === 'share' ? null : { ask: 'count', scope: rowsOf(scope), of: 'payee' };
  const inside = reading.names.every(({ start }) => start >= (/\bhow many\b/.exec(said)?.index ?? said.length));
  return speaksOfThem && inside && last.ask !== 'compare' && last.ask !== 'share'
    ? { ask: 'count', scope: rowsOf(scope), of: 'rows' }
    : null;
};

const DEAREST_SHOP = leads(
  '(?:(?:what|which) (?:was|is) )?(?:the |my |our )?(?<most>biggest|dearest|largest|priciest|most expensive|costliest)?(?<least>smallest|cheapest|lowest|least expensive)? ?(?:single )?shop\\s*\\??$',
);

/** "what was the dearest shop" at one payee: its largest row. */
const dearestShop: FollowUp = ({ reading }, last) => {
  const groups = DEAREST_SHOP.exec(reading.said.said)?.groups;
  const scope = scopeOf(last);
  if (!(groups?.['most'] ?? groups?.['least']) || !named(scope).length || last.ask === 'compare' || last.ask === 'share') return null;
  if (!named(scope).every(({ any }) => any.every(({ what }) => what === 'payee'))) return null;
  return { ask: 'extreme', scope: rowsOf(scope), order: groups?.['most'] ? 'largest' : 'smallest', limit: 1 };
};

const ADD_UP = leads(
  '(?:(?:can you |could you )?(?:add|sum|total|tot|tally) (?:them|those|these|that|it|all of (?:them|those|it))(?: all)?(?: up| together)?|(?:(?:what|how much) (?:is|was) )?(?:the )?(?:sum|total) of (?:them|those|these|that|it|all of (?:them|those|it))(?: all)?|(?:what|how much) (?:do|does|did|is|are|was|were) (?:they|those|these|that|it|all of (?:them|those|that)) (?:all )?(?:come to|add up to|make|total|altogether|in total|in all)(?: altogether| in total)?)\\s*\\??$',
);

/** "add them up" after a list. Of the largest few the sum is no plan, so it is asked back. */
const addedUp: FollowUp = (asked, last) => {
  if (!ADD_UP.test(asked.reading.said.said) || hasOwnSlots(asked)) return null;
  if (last.ask === 'list' && last.limit === null) return { ask: 'total', scope: last.scope };
  if (last.ask === 'list' || last.ask === 'extreme') return last.limit === 1 ? last : WHICH_MEANT;
  if (last.ask === 'breakdown' && last.limit === null && last.value === 'sum') return { ask: 'total', scope: last.scope };
  return null;
};

const COST_OF = leads(
  '(?:how much|what) (?:did|do|does|have|has|was|were|is|are) (?:that|those|these|they|it|all (?:of )?(?:that|those|them|these)) (?:all )?(?:cost|come to|add up to|set|run|total)(?: (?:me|us))?(?: back)?(?: (?:in total|altogether|all together|in all))?\\s*\\??$|how much (?:was|were|is|are) (?:that|those|these|they|it|all (?:of )?(?:that|those|them|these))(?: (?:in total|altogether|all together|in all))?\\s*\\??$',
);

/** "and what did those cost me" after a count: what was counted, added up. */
const costOfThem: FollowUp = (asked, last) =>
  last.ask === 'count' && last.of === 'rows' && !last.kept && !hasOwnSlots(asked) && COST_OF.test(asked.reading.said.said)
    ? { ask: 'total', scope: last.scope.flow === 'purchases' ? { ...last.scope, flow: 'spending' } : last.scope }
    : null;

const FROM_WHOM = leads(
  '(?:from whom|to whom|from who|with whom|who from|who to|who with|where|whereabouts|at which (?:shops?|stores?|places?)|which (?:shops?|stores?|places?|payees?|merchants?)|where (?:was|were|did) (?:that|it|those|they|all that|i)(?: spend| spent| buy| go)?(?: it| that| from| at| to)?|who (?:was|were|is) (?:that|it|those|they) (?:from|to|with)|who did (?:i|we|that|it|those|they) (?:pay|come from|go to))\\s*\\??$',
);
const ON_WHAT = leads(
  '(?:on what|for what|what for|what on|what (?:was|were|is|are) (?:that|it|those|they|these) (?:all |mostly |mainly )?(?:for|on|spent on|made up of)|what (?:did|does) (?:that|it) (?:all )?(?:go|went) on|what did (?:i|we) (?:buy|get|spend (?:it|that) on)|what (?:is|was) in (?:that|it)|what makes (?:that|it) up|which ones)\\s*\\??$',
);

/** "from whom?", "what was it for?" after a figure that several rows make. */
const behindFigure: FollowUp = (asked, last) => {
  if ((last.ask !== 'total' && last.ask !== 'count' && last.ask !== 'average') || hasOwnSlots(asked)) return null;
  const { said } = asked.reading.said;
  if (ON_WHAT.test(said)) return { ask: 'list', scope: last.scope, order: 'newest', limit: null };
  if (FROM_WHOM.test(said)) return { ask: 'breakdown', scope: last.scope, by: 'payee', value: 'sum', order: 'most', limit: null };
  return null;
};

const TAKE_OUT = leads(
  '(?:(?:drop|lose|scrap|ditch|ignore|remove|forget(?: about)?|exclude|skip|deduct|subtract)\\b|(?:take|leave|strip|cut|knock|throw|count|filter)\\b.*\\b(?:out|off|away|aside)\\b|(?:leave|take|strip|cut|filter) out\\b|do not (?:count|include)\\b)',
);
const PUT_BACK = leads('(?:put|bring|add|let|count|include)\\b.*\\b(?:back|again|after all)\\b');

const overlaps = (a: Condition, b: Condition): boolean => {
  if (a.by === 'account' && b.by === 'account') return a.ids.some((id) => b.ids.includes(id));
  if (a.by !== 'subject' || b.by !== 'subject') return false;
  const idsOf = ({ any }: SubjectCondition) =>
    any.flatMap(({ payees, categories }) => [...payees.map((id) => `p${id}`), ...categories.map((id) => `c${id}`)]);
  const ids = new Set(idsOf(a));
  return idsOf(b).some((id) => ids.has(id));
};

const rescoped = (last: QueryPlan, where: Condition[]): QueryPlan | null =>
  last.ask === 'compare' || last.ask === 'share' ? null : { ...last, scope: { ...last.scope, where } };

/** "take the rent out", "drop Whole Foods", "put the rent back". */
const takenOut: FollowUp = ({ reading, ledger }, last) => {
  const { said } = reading.said;
  const out = TAKE_OUT.test(said);
  const back = PUT_BACK.test(said);
  if (!out && !back) return null;
  if (
    !reading.names.length ||
    reading.periods.length > 0 ||
    reading.names.some(({ value }) => value.is === 'unknown' || value.is === 'ambiguous')
  )
    return null;
  const { where } = scopeOf(last);
  const said_ = scopeFrom(reading, ledger, { period: null }).where.filter((one) => one.by === 'subject' || one.by === 'account');
  if (!said_.length) return null;
  if (back) {
    const kept = where.filter((one) => !('not' in one && one.not && said_.some((other) => overlaps(one, other))));
    return kept.length < where.length ? rescoped(last, kept) : null;
  }
  const same = (a: Condition, b: Condition) =>
    a.by === 'subject' && b.by === 'subject'
      ? JSON.stringify(a.any.map(({ payees, categories }) => [payees, categories])) ===
        JSON.stringify(b.any.map(({ payees, categories }) => [payees, categories]))
      : a.by === 'account' && b.by === 'account' && a.ids.join() === b.ids.join();
  let left = [...where];
  for (const one of said_) {
    const without = left.flatMap((each): Condition[] => {
      if (!('not' in each) || each.not) return [each];
      if (same(each, one)) return [];
      if (each.by !== 'subject' || one.by !== 'subject') return [each];
      // One of several that were joined by "and".
      const any = each.any.filter((subject) => !same({ ...each, any: [subject] }, one));
      return any.length ? [{ ...each, any }] : [];
    });
    left = JSON.stringify(without) === JSON.stringify(left) ? [...left, { ...one, not: true } as Condition] : without;
  }
  return rescoped(last, left);
};

/** "as a percentage" of a comparison; of a part, its share of all. */
const asPercentage: FollowUp = (asked, last) => {
  const { said } = asked.reading.said;
  if (hasOwnSlots(asked) || !leads('(?:(?:what|how much) (?:is|was) (?:that|it) )?(?:as|in) (?:an? )?(?:percent(?:age)?|%)').test(said))
    return null;
  if (last.ask === 'compare') return { ...last, show: 'percent' };
  if (last.ask !== 'total' || !named(last.scope).length) return null;
  return {
    ask: 'share',
    part: last.scope,
    scope: { ...last.scope, where: last.scope.where.filter((one) => one.by !== 'subject' || one.not) },
  };
};

/** "and the time before that" after the last time: both, the newest first. */
const timeBefore: FollowUp = ({ reading }, last) =>
  last.ask === 'edge' &&
  last.edge === 'last' &&
  reading.names.length === 0 &&
  /\b(?:time|one|visit|before that|before then)\b/.test(reading.said.said) &&
  /\b(?:before|previous|prior)\b/.test(reading.said.said)
    ? { ask: 'list', scope: last.scope, order: 'newest', limit: 2 }
    : null;

const SINCE_THEN = leads(
  '(?:(?:what|how)(?: about| much| many)? (?:(?:is|was|have (?:i|we) \\w+|did (?:i|we) \\w+) )?)?(?:and )?(?:since(?: then| that| it)?|after that|from then on)\\s*[?.!]*$|since (?:then|that),? (?:how much|what)(?: (?:is|was|have (?:i|we) \\w+|did (?:i|we) \\w+|has (?:it|that) (?:been|cost))(?: it| that)?)?\\s*[?.!]*$',
);

/** "and since then?" after a stretch that is over: the same of all the days behind it. */
const sinceThen: FollowUp = (asked, last) => {
  const { period } = scopeOf(last);
  if (hasOwnSlots(asked) || !SINCE_THEN.test(asked.reading.said.said) || last.ask === 'compare' || last.ask === 'share' || !period)
    return null;
  const { until } = hull(period);
  if (period.open) return last;
  return until > asked.today ? WHICH_MEANT : withScope(last, (scope) => ({ ...scope, period: openPeriod(until, asked.today) }));
};

const BACK_OUT = leads(
  '(?:taken|took|taking|pulled|drawn|drew|withdrawn|withdrew|come|came|moved) (?:back )?out(?: again)?\\s*[?.!]*$|(?:how much|what) (?:did|do|have|has|had|was|is) (?:(?:i|we|he|she|they) )?(?:\\w+ ){0,2}(?:take|took|taken|taking|draw|drew|drawn|pull|pulled|withdraw|withdrew|withdrawn|get|got|move|moved|transfer|transferred|come|came|go|went|gone|dip|dipped)(?: money| any| anything| it)? (?:back )?(?:out|back)(?: again)?(?: of (?:it|that|there))?\\s*[?.!]*$',
);

/** "and how much did I take back out?" after what was moved into an account. */
const takenBackOut: FollowUp = (asked, last) => {
  const scope = scopeOf(last);
  if (
    hasOwnSlots(asked) ||
    last.ask === 'compare' ||
    last.ask === 'share' ||
    scope.flow !== 'transfers-in' ||
    !BACK_OUT.test(asked.reading.said.said)
  )
    return null;
  return { ask: 'total', scope: { ...scope, flow: 'transfers-out' } };
};

export const CARRIED_SCOPE: readonly FollowUp[] = [
  sinceThen,
  takenBackOut,
  addedUp,
  costOfThem,
  occasions,
  dearestShop,
  ranked,
  ...PRICE_OF_THAT,
  behindFigure,
  takenOut,
  asPercentage,
  timeBefore,
];
