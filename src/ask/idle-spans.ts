// Spans that narrow nothing where they stand: a bill that is only large, what a day was, a part of all there is.
import { isEnglish } from './lexicon/english.ts';
import { squash } from './names/keys.ts';
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

/** "on my birthday, 17th of February", "our anniversary, which was 3 May": what is said of a day beside its date is what the day was. */
export function isOccasion({ start, end }: { start: number; end: number }, said: string, periods: readonly Span<Period>[]): boolean {
  const day = periods.find((span) => span.start >= end && span.value.grain !== 'year');
  return (
    day !== undefined &&
    /\b(?:on|for|over|during|since|at) (?:my|our|his|her|the|[a-z]+'s) (?:\w+'s )?$/.test(said.slice(0, start)) &&
    /^\s*(?:,|\(|which|so|being|was)(?:,|which|that|it|so|being|on|the|was|is|\s)*$/.test(said.slice(end, day.start))
  );
}

/**
 * "We were in Tenby from the 9th to the 15th, how much did I spend on those days": where the days are counted out and asked about, where one
 * was narrows nothing. Asked what was spent there, it does.
 */
export const isOnlyWhereabouts = ({ value, text, start, end }: Span<Name>, said: string, periods: readonly Span<Period>[]): boolean =>
  value.is !== 'account' &&
  !(value.is === 'subject' && value.subject.what === 'payee' && squash(value.subject.words) === squash(text)) &&
  /\b(?:i|we|they) (?:was|were|went|stayed|stopped)(?: (?:away|down|up|over|out|off|all|both|back))? (?:in|at|to|on) (?:the )?$/.test(
    said.slice(0, start),
  ) &&
  periods.some((span) => span.start >= end && !/[,.;:?!]/.test(said.slice(end, span.start))) &&
  /\b(?:(?:those|these|that|the same|in the) (?:days|dates|nights|week|weekend|time|fortnight|stretch|period)|then)\b/.test(
    said.slice(end),
  ) &&
  !/\bthere\b/.test(said.slice(end));

/** What a day was, in plain words, is nobody who was paid. */
export const isOnlyOccasion = (name: Span<Name>, said: string, periods: readonly Span<Period>[]): boolean =>
  (name.value.is === 'unknown' || (name.value.is === 'subject' && name.value.subject.noted !== undefined)) &&
  name.text.split(' ').every(isEnglish) &&
  isOccasion(name, said, periods);

/** "how much cash went on groceries": beside what it went on, cash is money, and no notes out of a machine. */
export const isOnlyMoney = ({ value, text, start }: Span<Name>, said: string, names: readonly Span<Name>[]): boolean =>
  text === 'cash' &&
  value.is === 'subject' &&
  /\bhow much $/.test(said.slice(0, start)) &&
  names.some((other) => other.start !== start && other.value.is === 'subject');

/** "petrol, what am I putting in the car": where it went in is no second thing paid for. */
export const isFilledUp = ({ value, start }: Span<Name>, said: string, names: readonly Span<Name>[]): boolean =>
  value.is === 'subject' &&
  value.subject.what === 'kind' &&
  /\b(?:put|puts|putting|fill|fills|filled|filling)(?: \w+){0,2} (?:in|into|up) (?:the |my |our )?$/.test(said.slice(0, start)) &&
  names.some((other) => other.start !== start && other.value.is === 'subject');

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
