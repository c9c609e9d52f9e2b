// What single parsers cannot see: "March to May", "since June", "before Easter", "May and June 2025", a season explained by its months.
import { addDays, monthOf, toDay, yearOf } from '../../../base/days.ts';
import type { Span } from '../span.ts';
import type { DateRefiner, Period } from './period.ts';
import { hull, oneRange, tomorrow, unite } from './period.ts';

const between = (said: string, a: Span<Period>, b: Span<Period>) => said.slice(a.end, b.start);
const replaced = <T>(list: readonly T[], at: number, count: number, item: T): T[] => [
  ...list.slice(0, at),
  item,
  ...list.slice(at + count),
];

/** "May and June 2025": the year said once counts for its neighbours. */
export const lendYears: DateRefiner = (spans, said) =>
  spans.map((span, at) => {
    if (!span.value.yearless) return span;
    const after = spans[at + 1];
    const before = spans[at - 1];
    const joins = (text: string) =>
      /^[\s,]*(?:(?:and|to|until|through|or|vs|with|against|than|from|-|in|of)\s*)?(?:in\s+|the\s+)?$/.test(text);
    const lender =
      after?.value.year !== undefined && joins(between(said, span, after))
        ? after
        : before?.value.year !== undefined && joins(between(said, before, span))
          ? before
          : null;
    const year = lender?.value.year;
    if (year === undefined || lender === null) return span;
    const { from, until } = hull(span.value);
    const crosses =
      lender === after && monthOf(from) > monthOf(hull(lender.value).from) && /to|until|through/.test(between(said, span, lender));
    const moved = year - (crosses ? 1 : 0) - yearOf(from);
    const shift = (day: string) => toDay(yearOf(day) + moved, monthOf(day), Math.min(Number(day.slice(8)), 28)).slice(0, 8) + day.slice(8);
    return { ...span, value: { ...oneRange(shift(from), shift(until), span.value.grain, { year }) } };
  });

/** "in 2025 ... in March": a bare month inside a said year takes that year wherever it stands, unless it has one. */
export const joinRanges: DateRefiner = (spans, said) => {
  let kept = [...spans];
  for (let at = 0; at + 1 < kept.length; at += 1) {
    const a = kept[at];
    const b = kept[at + 1];
    if (!a || !b) continue;
    const gap = between(said, a, b).trim();
    const lead = said.slice(0, a.start);
    const joinedByAnd =
      gap === 'and' &&
      /\bbetween\s+(?:the\s+)?$/.test(lead) &&
      !/\b(?:differ|differs|difference|compare|change|changed|split|go up|went up|rise|rose|grow|grew)\b[^?]*\bbetween\s+(?:the\s+)?$/.test(
        lead,
      );
    const joinedByTo =
      /^(?:to|until|through|up to|till|and up to|through to|and ending(?: in)?)(?: the)?$/.test(gap) &&
      !/\b(?:compare|compared|change|changed|difference|went|go|grew|rise|rose|move|moved)\b[^?]*\bfrom\s+$/.test(lead);
    if (!joinedByAnd && !joinedByTo) continue;
    const from = hull(a.value).from;
    let until = hull(b.value).until;
    let value = oneRange(from, until, 'other');
    if (until <= from && a.value.yearless) {
      const start = toDay(yearOf(from) - 1, monthOf(from), Number(from.slice(8)));
      value = oneRange(start, until, 'other');
    } else if (until <= from) {
      until = toDay(yearOf(until) + 1, monthOf(until), Number(until.slice(8)));
      value = oneRange(from, until, 'other');
    }
    const lentYear = b.value.year ?? a.value.year;
    const begin = joinedByAnd
      ? a.start - (/\bbetween\s+(?:the\s+)?$/.exec(lead)?.[0].length ?? 0)
      : a.start - (/\bfrom\s+(?:the\s+)?$/.exec(lead)?.[0].length ?? 0);
    const span: Span<Period> = {
      start: begin,
      end: b.end,
      text: said.slice(begin, b.end),
      by: 'join-ranges',
      value: { ...value, ...(lentYear === undefined ? { yearless: true } : { year: lentYear }) },
    };
    kept = replaced(kept, at, 2, span);
    at -= 1;
  }
  return kept;
};

/** "since March", "from June onwards", "after Easter", "until Friday", "before July", "up to May". */
export const openEnds: DateRefiner = (spans, said, context) =>
  spans.map((span) => {
    if (span.value.open || span.value.relative) return span;
    const lead = said.slice(0, span.start);
    const tail = said.slice(span.end);
    const { from, until } = hull(span.value);
    const opens =
      /\b(?:ever since|since|starting(?: in| from| on)?|beginning(?: in)?)\s+(?:the\s+|about\s+)?$/.exec(lead) ??
      (/^\s+(?:onwards?|forward|on(?=\s*(?:[?.,]|$))|and after|till now|until now|up to now|to now|to today|to date|until today|to present|and later)\b/.exec(
        tail,
      )
        ? /(?:\bfrom\s+(?:the\s+)?)?$/.exec(lead)
        : null) ??
      (/^\s+to (?:now|today|date)\b/.test(tail) ? /\bfrom\s+$/.exec(lead) : null);
    if (opens) {
      const more =
        /^\s+(?:onwards?|forward|on(?=\s*(?:[?.,]|$))|and after|till now|until now|up to now|to now|to today|to date|until today|to present|and later)\b/.exec(
          tail,
        );
      return {
        ...span,
        start: opens.index,
        end: span.end + (more?.[0].length ?? 0),
        by: 'open-ends',
        value: {
          ...oneRange(from, tomorrow(context), 'other', { open: true }),
          ...(span.value.assumed ? { assumed: span.value.assumed } : {}),
        },
      };
    }
    const after = /\bafter\s+(?:the\s+)?$/.exec(lead);
    if (after) return { ...span, start: after.index, by: 'open-ends', value: oneRange(until, tomorrow(context), 'other', { open: true }) };
    const before = /\b(?:before|prior to|earlier than)\s+(?:the\s+)?$/.exec(lead);
    if (before)
      return {
        ...span,
        start: before.index,
        by: 'open-ends',
        value: oneRange(context.firstDay < from ? context.firstDay : '0001-01-01', from, 'other', { open: true }),
      };
    const upTo = /\b(?:until|up to|up until|through|by the end of)\s+(?:the\s+end of\s+|the\s+)?$/.exec(lead);
    if (upTo)
      return {
        ...span,
        start: upTo.index,
        by: 'open-ends',
        value: oneRange(context.firstDay < from ? context.firstDay : '0001-01-01', until, 'other', { open: true }),
      };
    return span;
  });

/** "last winter? December through February", "the summer months July and August": what follows says what was meant. */
export const explainSeasons: DateRefiner = (spans, said) => {
  const kept: Span<Period>[] = [];
  for (let at = 0; at < spans.length; at += 1) {
    const span = spans[at];
    if (!span) continue;
    if (span.by !== 'season') {
      kept.push(span);
      continue;
    }
    const parts: Span<Period>[] = [];
    let last = span;
    for (const next of spans.slice(at + 1)) {
      const gap = between(said, last, next).trim();
      const first = parts.length === 0;
      if (!(first ? /^[,:?.(]?(?: ?(?:so|i mean|that is|meaning|ie|i e|namely|from))?$/.test(gap) : /^(?:,|and|, and)$/.test(gap))) break;
      parts.push(next);
      last = next;
    }
    if (!parts.length) {
      kept.push(span);
      continue;
    }
    const united = parts.length === 1 && parts[0] ? parts[0].value : unite(parts.map(({ value }) => value));
    kept.push({ ...span, end: last.end, text: said.slice(span.start, last.end), by: 'explain-seasons', value: united });
    at += parts.length;
  }
  return kept;
};

/** "in", "on", "during", "for", "of", "the" before a date belong to it. */
export const takePrepositions: DateRefiner = (spans, said) =>
  spans.map((span) => {
    const lead =
      /(?:\b(?:in|on|during|over|for|of|from|at|within|throughout|across|as of|just|only|by|that|back in|back on|the whole of|all of|the months of|dated)\s+)?(?:the\s+)?$/.exec(
        said.slice(0, span.start),
      );
    return lead?.[0] ? { ...span, start: span.start - lead[0].length } : span;
  });

export const dayAfter = (day: string): string => addDays(day, 1);
