// "Saturday the 14th of February", "the 14th (a Saturday)": the weekday beside a date is that day said again, and part of how it is said.
import type { Span } from '../span.ts';
import type { DateRefiner, Period } from './period.ts';
import { WEEKDAY } from './words.ts';

const ANY_WEEKDAY = new RegExp(`\\b(?:${WEEKDAY})s?\\b`);
const BEFORE = new RegExp(`\\b(?:on )?(?:the )?(?:${WEEKDAY}) ?,? (?:the )?$`);
const AFTER = new RegExp(
  `^ ?[,(]? ?(?:(?:it|that|which) was )?(?:a |the )?(?:${WEEKDAY})\\b(?! (?:and|or|to|through|until|in|of|last|this))(?: ?\\)| ?,(?= ?(?:to|until|till|through|and)\\b))?`,
);

const isDate = ({ by, value }: Span<Period>): boolean => by !== 'weekday-as-day' && value.grain === 'day';

function withItsWeekday(span: Span<Period>, said: string): Span<Period> {
  if (!isDate(span) || span.value.ranges.length !== 1 || ANY_WEEKDAY.test(span.text)) return span;
  const before = BEFORE.exec(said.slice(0, span.start))?.[0].length ?? 0;
  const after = before ? 0 : (AFTER.exec(said.slice(span.end))?.[0].length ?? 0);
  return before + after === 0 ? span : { ...span, start: span.start - before, end: span.end + after };
}

/** Before days are joined to runs or opened: what stands between "Monday 2 February" and "Friday 6 February" is only "to". */
export const dayWithWeekday: DateRefiner = (spans, said) => {
  const whole = spans.map((span) => withItsWeekday(span, said));
  const isSaid = (weekday: Span<Period>) =>
    whole.some(
      (day) =>
        isDate(day) &&
        ((day.start < weekday.end && weekday.start < day.end) ||
          /^[\s,]*(?:the\s+)?$/.test(day.start >= weekday.end ? said.slice(weekday.end, day.start) : said.slice(day.end, weekday.start))),
    );
  return whole.filter((span) => span.by !== 'weekday-as-day' || !isSaid(span));
};
