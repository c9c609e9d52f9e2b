// Spans that narrow nothing where they stand: a bill that is only large, what a day was, the weekday of a date, a part of all there is.
import { isEnglish } from './lexicon/english.ts';
import type { Name } from './names/subject.ts';
import type { Cue } from './spans/cues.ts';
import type { Period } from './spans/dates/period.ts';
import type { Span } from './spans/span.ts';

/** "a big bill", "my three dearest bills": ranked by size a bill is any payment, and no kind of thing. */
export const isSizedBill = ({ value, text, start }: Span<Name>, said: string): boolean =>
  value.is === 'subject' &&
  value.subject.what === 'kind' &&
  /^bills?$/.test(text) &&
  /\b(?:biggest|largest|highest|dearest|heftiest|priciest|steepest|most expensive|smallest|cheapest|lowest) (?:\d+ |single |ever |three |two |five |ten )*$/.test(
    said.slice(0, start),
  );

/** "on my birthday, 17th of February": what is said of a day beside its date is what the day was, and nobody who was paid. */
export function isOccasion({ value, start, end, text }: Span<Name>, said: string, periods: readonly Span<Period>[]): boolean {
  if (value.is !== 'unknown' && !(value.is === 'subject' && value.subject.noted)) return false;
  if (
    !text.split(' ').every(isEnglish) ||
    !/\b(?:on|for|over|during|since|at) (?:my|our|his|her|the|[a-z]+'s) (?:\w+'s )?$/.test(said.slice(0, start))
  )
    return false;
  const day = periods.find((span) => span.start >= end && span.value.grain !== 'year');
  return (
    day !== undefined && /^\s*(?:,|\(|which|so|being|was)(?:,|which|that|it|so|being|on|the|was|is|\s)*$/.test(said.slice(end, day.start))
  );
}

const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';
const DAY_BEFORE = new RegExp(`\\b(?:on )?(?:the )?${WEEKDAY} ?,? (?:the )?$`);
const DAY_AFTER = new RegExp(
  `^ ?[,(]? ?(?:(?:it|that|which) was )?(?:a |the )?${WEEKDAY}\\b(?! (?:and|or|to|through|until|in|of|last|this))(?: ?\\))?`,
);

/** "Saturday the 14th of February": the weekday beside a date is that day again. */
export function withItsWeekday(span: Span<Period>, said: string): Span<Period> {
  if (span.value.grain !== 'day' || span.value.ranges.length !== 1 || new RegExp(WEEKDAY).test(span.text)) return span;
  const before = DAY_BEFORE.exec(said.slice(0, span.start))?.[0].length ?? 0;
  const after = before ? 0 : (DAY_AFTER.exec(said.slice(span.end))?.[0].length ?? 0);
  return before + after === 0 ? span : { ...span, start: span.start - before, end: span.end + after };
}

/** "total spending including the rent": of all there is a part is no filter. */
export function isOnlyIncluded(
  { value, start, end }: Span<Name>,
  { said, names, cues }: { said: string; names: readonly Span<Name>[]; cues: readonly Span<Cue>[] },
): boolean {
  if (value.is !== 'subject') return false;
  const led =
    /(?<!\b(?:not|without|never|be|no) )\b(?:including|inclusive of|counting|and that includes|which includes)\s+(?:(?:the|my|our|all|any|all the)\s+)?$/.test(
      said.slice(0, start),
    );
  const followed =
    /\b(?:with|and)\s+(?:(?:the|my|our|all|any)\s+)?$/.test(said.slice(0, start)) && /^\s+(?:all )?included\b/.test(said.slice(end));
  return (
    (led || followed) &&
    names.every((other) => other.start >= start || other.value.is === 'account') &&
    cues.some((cue) => cue.start < start && /^(?:total|income|spend|net|cost|noun-transaction|average|savings-rate)$/.test(cue.value))
  );
}
