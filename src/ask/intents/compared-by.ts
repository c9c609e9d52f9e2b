// What two sides are compared by, and what the answer shows of them: both, their difference, the percentage, or which is more.
import type { QueryPlan, Value } from '../plan/plan.ts';
import { cueSpans, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';

type Show = Extract<QueryPlan, { ask: 'compare' }>['show'];

/** "which do I visit more": how often, not how much. */
const goesMore = ({ said: { said } }: Reading): boolean =>
  // "did we take Bolt or Uber more": what is taken is ridden; "who took more" took money.
  /\b(?:did|do|does|have|has) (?:i|we) (?:take|taken|use|used|ride|rode|ridden|visit|visited|order)\b[^?]*\b(?:more|most|less|least)\b(?! (?:of|money|from|on|out|off)\b)/.test(
    said,
  ) ||
  /\b(?:visit|visits|visited|go to|goes to|went to|been to|frequent|frequented|shop at|shopped at|eat at|order from)\b[^?]*\b(?:more|most|less|least|often)\b|\b(?:more|less) (?:often|frequently)\b|\b(?:more|fewer|the most) (?:times|rides|trips|visits|orders)\b/.test(
    said,
  );

export const valueOf = (reading: Reading): Value =>
  (hears(reading, 'count') || goesMore(reading)) &&
  !hears(reading, 'how-much', 'cost', 'money') &&
  // "do I go to Greggs more than Boojum": where one goes costs money, and is counted.
  cueSpans(reading, 'spend').every(({ text }) => /^(?:go|goes|went|going) to$/.test(text)) &&
  !/\bhow many (?:per ?cent|percentage points|%)/.test(reading.said.said)
    ? 'count'
    : hears(reading, 'average', 'per-purchase')
      ? 'average'
      : 'sum';

export function show(reading: Reading): Show {
  const { said } = reading.said;
  if (hears(reading, 'percent-change') || /\bper ?cent|%/.test(said)) return 'percent';
  if (hears(reading, 'difference')) return 'difference';
  // "is it going up or down" asks which, and for no yes.
  if (
    /\b(?:up or down|down or up|more or less|less or more|higher or lower|rising or falling|better or worse|worse or better)\b/.test(said)
  )
    return 'sides';
  // "did we spend more in May or June" asks which.
  if (/^[^?]*\b(?:more|less|higher|lower|dearer|cheaper)\b[^?]*\bor\b/.test(said) && !/\bthan\b/.test(said)) return 'sides';
  // "SuperValu: more in 2025 than in 2024?" asks for yes or no as "did we spend more" does.
  const headless =
    /[:,] (?:is it |was it )?(?:more|less|higher|lower|fewer|up|down|dearer|cheaper) [^?]*\bthan\b[^?]*\?$/.test(said) &&
    !/\b(?:which|who|what|how)\b/.test(said);
  const isItTrue = /\b(?:is|was) (?:that|it|this|he|she|they) (?:true|right|correct|wrong)\b/.test(said);
  const turned = /[:;,] (?:did|do|does|am|are|is|have|has|was|were) /.test(said) && !/\bor\b/.test(said);
  if (
    headless ||
    isItTrue ||
    turned ||
    /^(?:and |so |but |ok |well )*(?:did|do|does|am|are|is|have|has|was|were)\b/.test(said) ||
    hears(reading, 'trend')
  ) {
    const less =
      (hears(reading, 'less') && !hears(reading, 'more')) ||
      /\b(?:less|lower|fewer|down|decreas\w*|falling|dropp\w+|cheaper|smaller|fallen|fell|shrink\w*|reduc\w+|cut (?:back|down)|cutting (?:back|down)|under|lighter|leaner|lower|thinner)\b/.test(
        said,
      );
    return less ? 'less' : 'more';
  }
  return 'sides';
}
