// What a question says of groups: along what it groups or counts, and of what a size is, of one row, of the money of a group or of the
// number of its rows. Read from the spans; the rules and the agreement check of a model's SELECT hold to the same reading.
import { matchesOf } from '../../base/matches.ts';
import type { Dimension } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Amount } from '../spans/amounts.ts';
import type { Cue } from '../spans/cues.ts';
import { DIMENSION_NOUN, dimensionOf } from '../spans/groupings.ts';
import type { Span } from '../spans/span.ts';
import type { NameSpan } from './settled-names.ts';

const COUNTED = new RegExp(
  `\\b(?:how many|number of)\\s+(?:(?:different|distinct|unique|separate|various|of (?:my|the|our))\\s+)?(${DIMENSION_NOUN})\\b`,
  'g',
);
const VARIED = new RegExp(`\\b(?:different|distinct|unique|separate|various)\\s+(${DIMENSION_NOUN})\\b`, 'g');

const nouns = (said: string, pattern: RegExp): Dimension[] => matchesOf(said, pattern).flatMap(([, noun]) => dimensionOf(noun) ?? []);

/** What "how many" asks the number of: rows where no dimension is named. */
export function countedBy(reading: Reading): Dimension | 'rows' {
  if (hears(reading, 'distinct-days')) return 'day';
  return nouns(reading.said.said, COUNTED)[0] ?? nouns(reading.said.said, VARIED)[0] ?? 'rows';
}

/** Every dimension said. */
export const dimensionsSaid = (reading: Reading): Set<Dimension> =>
  new Set([
    ...reading.groupings.map(({ value }) => value.by),
    ...nouns(reading.said.said, COUNTED),
    ...nouns(reading.said.said, VARIED),
    ...(hears(reading, 'distinct-days') ? (['day'] as const) : []),
  ]);

/** Of what a size is: of one row, of the money of a group, of the number of its rows. */
export type BoundOf = 'row' | 'group' | 'count';

/** "in a single purchase", "at one go": of one row, whatever is grouped. */
const OF_ONE_ROW =
  /\b(?:(?:in|on|for|with|at) (?:a|one|1)(?: single)? (?:go|purchase|transaction|visit|trip|payment|shop|order|charge|time)|at once|all at once|(?:per|each|every) (?:visit|purchase|transaction|trip|order|time)|a (?:time|pop|go))\b/;
export const isOfOneRow = (said: string): boolean => OF_ONE_ROW.test(said);
/** "more than 5 times", "over 3 grocery purchases". */
const BEFORE_NOUN = /^\s*(?!(?:in|on|at|with|for|from|to|a|one|single)\b)(?:[a-z'-]+\s+)?$/;

/** Words for single rows; what groups ("which shops") is none. */
export const rowNouns = ({ cues }: Reading): Span<Cue>[] =>
  cues.filter(({ value, text }) => value === 'noun-transaction' && dimensionOf(text.split(' ').at(-1)) === null);

export function boundOf(reading: Reading, { start, end, value }: Span<Amount>): BoundOf {
  const { said } = reading.said;
  const nouns = rowNouns(reading);
  if (!value.money && nouns.some((cue) => cue.start >= end && BEFORE_NOUN.test(said.slice(end, cue.start)))) return 'count';
  const isOfRows = isOfOneRow(said) || nouns.some((cue) => cue.start >= start - 24 && cue.end <= start); // "purchases over 20"
  return dimensionsSaid(reading).size > 0 && !isOfRows ? 'group' : 'row';
}

/** "how many shops": the payees, and no category of that name. */
export const withoutShops = (names: readonly NameSpan[]): NameSpan[] =>
  names.filter(({ text }) => !/^(?:the |different )?(?:shops?|stores?|places?|merchants?|retail|shopping)$/.test(text));
