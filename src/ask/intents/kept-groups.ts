// "which categories did I spend over 100 on", "how many months went over 1500", "shops visited more than 5 times": groups by a bound on
// their sum or on the number of their rows. What such a question says beside that, no plan says: then it is asked about, for the same
// words with the bound on single rows would be another question.
import { toMinor } from '../../base/money.ts';
import type { Dimension, Kept, Scope } from '../plan/plan.ts';
import { cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from '../spans/amounts.ts';
import type { Cue } from '../spans/cues.ts';
import { DIMENSION_NOUN, dimensionOf } from '../spans/groupings.ts';
import type { Span } from '../spans/span.ts';
import { SHOPS } from './breakdown.ts';
import { asRows, flowOf } from './flows.ts';
import type { Intent, Refusal } from './intent.ts';
import { boundOf, countedBy, dimensionsSaid, isOfOneRow, rowNouns, withoutShops } from './said-groups.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';

/** "list the shops that got", "months where I spent", "any month over": groups without a "which". */
const BARE = new RegExp(
  `(?:^|\\b(?:list|show|name|find|give|tell|any|all|every|are|were)(?: me)? )(?:(?:all|any|every|the|my|our|of) )*(${DIMENSION_NOUN}) ` +
    `(?=(?:where|when|that|which|with|whose|over|above|under|below|between|at least|at most|more than|less than|exceeding|costing|i|we|had|got|in which|on which|at which)\\b)`,
);
/** "which supermarkets", "how many restaurants": the payees of a kind. */
const OF_KIND = /\b(?:which|what|how many|number of)(?: different)? (?:of (?:my|the|our) )?$/;

/** Not the money of groups, whatever bound stands beside: left to those who know. */
const OTHERS: readonly Cue[] = [
  'balance',
  'budget',
  'what-if',
  'subscriptions',
  'price-change',
  'savings-rate',
  'transfer',
  'duplicate',
  'unusual',
  'why',
  'days-since',
];
/** A second thing asked of the groups. */
const BESIDES: readonly Cue[] = [
  'average',
  'median',
  'share',
  'percent-change',
  'largest',
  'smallest',
  'most',
  'least',
  'first',
  'last',
  'trend',
  'compare',
  'difference',
];
const STRANGE = /\b(?:in a row|consecutive(?:ly)?|straight|running|on average|ever|never|always|usually|normally|typically|each|apiece)\b/;
const NEGATED = /\b(?:did|do|does|have|has|had|was|were|is|are) (?:i |we |it )?not (?!(?:more|less|over|under|exceed))/;

const asks = (span: { text: string }): Refusal => ({ refuse: 'clarify', why: 'unheard', words: [span.text] });

interface Groups {
  by: Dimension;
  counted: boolean;
}

function groupsOf(reading: Reading): Groups | Refusal | null {
  const { said } = reading.said;
  const spread = reading.groupings.find(({ value: { style } }) => style === 'per' || style === 'adverb');
  const laid = [...dimensionsSaid(reading)];
  const bare = dimensionOf(BARE.exec(said)?.[1]);
  const kind = reading.names.some(
    ({ value, start, text }) =>
      value.is === 'subject' && value.subject.what !== 'payee' && SHOPS.test(text) && OF_KIND.test(said.slice(0, start)),
  );
  const by = [...new Set([...laid, ...(bare ? [bare] : []), ...(kind && laid.length === 0 ? (['payee'] as const) : [])])];
  const [only] = by;
  if (!only || (spread && by.length === 1)) return null;
  const [second] = reading.groupings.slice(1);
  if (by.length > 1) return asks(spread ?? second ?? { text: by.join(', ') });
  return { by: only, counted: countedBy(reading) !== 'rows' || (kind && hears(reading, 'count')) };
}

/** In minor units where the bound is on money. Null for one that is no bound ("about 100"). */
function boundsOf({ is, decimal, upTo }: Amount, turned: boolean, unit: (decimal: string) => number | null): Omit<Kept, 'value'> | null {
  const low = unit(decimal);
  const high = unit(upTo ?? decimal);
  if (low === null || high === null) return null;
  if (turned && (is === 'between' || is === 'exactly')) return null;
  switch (is) {
    case 'over':
      return turned ? { atMost: low, words: `at most ${decimal}` } : { above: low, words: `more than ${decimal}` };
    case 'at-least':
      return turned ? { below: low, words: `less than ${decimal}` } : { atLeast: low, words: `at least ${decimal}` };
    case 'under':
      return turned ? { atLeast: low, words: `at least ${decimal}` } : { below: low, words: `less than ${decimal}` };
    case 'at-most':
      return turned ? { above: low, words: `more than ${decimal}` } : { atMost: low, words: `at most ${decimal}` };
    case 'between':
      return { atLeast: low, atMost: high, words: `between ${decimal} and ${upTo ?? decimal}` };
    case 'exactly':
      return { atLeast: low, atMost: high, words: `exactly ${decimal}` };
    case 'about':
    case 'bare':
      return null;
  }
}

const withoutSizes = (scope: Scope): Scope => ({ ...scope, where: scope.where.filter(({ by }) => by !== 'amount') });

/** What is said of the groups beside their bound, and no plan says. */
function beside(reading: Reading): { text: string } | null {
  const strange = STRANGE.exec(reading.said.said);
  if (strange) return { text: strange[0] };
  return cueSpans(reading, ...BESIDES)[0] ?? (reading.limit === null ? null : { text: String(reading.limit) });
}

function keptBy(reading: Reading, span: Span<Amount>, currency: string): Kept | null {
  const turned = NEGATED.test(reading.said.said);
  const value = boundOf(reading, span) === 'count' ? ('count' as const) : ('sum' as const);
  const bounds = boundsOf(span.value, turned, (decimal) => (value === 'count' ? Number(decimal) : toMinor(decimal, currency)));
  return bounds && { ...bounds, value, words: value === 'count' ? `${bounds.words} transactions` : bounds.words };
}

export const keptGroups: Intent = {
  name: 'kept-groups',
  read({ reading, ledger }) {
    const bounds = reading.amounts.filter(({ value }) => value.is !== 'bare');
    const [bound] = bounds;
    if (!bound || hears(reading, ...OTHERS) || bounds.every((span) => isOfRows(reading, span))) return null;
    const groups = groupsOf(reading);
    if (groups === null || 'refuse' in groups) return groups;
    const other = bounds[1] ?? beside(reading);
    if (other) return asks(other);
    const names = groups.by === 'payee' ? withoutShops(settledNames(reading)) : settledNames(reading);
    const scope = withoutSizes(scopeFrom(reading, ledger, { names }));
    const kept = keptBy(reading, bound, scope.currency);
    if (!kept) return asks(bound);
    const flow = kept.value === 'count' ? asRows(flowOf(reading)) : flowOf(reading);
    const { by, counted } = groups;
    return counted
      ? { ask: 'count', scope: { ...scope, flow }, of: by, kept }
      : { ask: 'breakdown', scope: { ...scope, flow }, by, value: kept.value, order: 'natural', limit: null, kept };
  },
};

/** With no dimension named as such a bare noun or a kind of shop may still group. */
const isOfRows = (reading: Reading, span: Span<Amount>): boolean => {
  const { said } = reading.said;
  return (
    boundOf(reading, span) === 'row' &&
    (isOfOneRow(said) || dimensionsSaid(reading).size > 0 || rowNouns(reading).some(({ end }) => end <= span.start))
  );
};
