// The average of a purchase or of a stretch of time, and the median.
import type { Per } from '../plan/plan.ts';
import { hears } from '../reading.ts';
import type { Intent } from './intent.ts';
import { asksOneFigure, isTime, noun } from './said-groupings.ts';
import { asRows, flowOf } from './flows.ts';
import { scopeFrom } from './scope.ts';

export const average: Intent = {
  name: 'average',
  read({ reading, ledger }) {
    const { said } = reading.said;
    if (hears(reading, 'median')) return { ask: 'median', scope: scopeFrom(reading, ledger, { flow: asRows(flowOf(reading)) }) };
    const spread = noun(reading, 'per', 'adverb', 'each');
    const summed =
      (spread?.style === 'adverb' && /\b(?:in total|altogether|all told|added up|in all)\b/.test(said)) ||
      // "that tenner a month, what has it added up to": what is paid a month is told, and a sum is asked for.
      (spread?.style === 'per' && /\b(?:add(?:s|ed)? up to|in total|altogether)\b(?! (?:a|per|each|every)\b)/.test(said));
    const time = spread && isTime(spread.by) && !summed ? spread.by : null;
    const counting = hears(reading, 'count') && !hears(reading, 'how-much');
    const laidOut = spread?.style === 'adverb' && !hears(reading, 'average') && /\b(?:totals|figures|amounts|sums|numbers)\b/.test(said);
    if (laidOut) return null;
    // "monthly bill right now", "piano teacher how much each month now": what they cost today.
    const isSpread = spread?.style === 'adverb' || spread?.style === 'each';
    if (isSpread && hears(reading, 'now') && !hears(reading, 'average', 'count', 'spend')) return null;
    const oneFigure = spread?.style === 'adverb' || (spread?.style === 'per' && asksOneFigure(said));
    if (time && (hears(reading, 'average', 'how-much', 'spend', 'cost', 'pay', 'count') || oneFigure)) {
      if (spread?.style === 'each' && !hears(reading, 'average') && /\bdid\b/.test(said)) return null;
      return {
        ask: 'average',
        scope: scopeFrom(reading, ledger, { flow: counting ? asRows(flowOf(reading)) : flowOf(reading) }),
        per: time,
        ...(counting ? { count: true } : {}),
      };
    }
    if (!hears(reading, 'average', 'per-purchase') || (hears(reading, 'list') && !hears(reading, 'average', 'how-much'))) return null;
    // "the average restaurant bill on a Saturday" is of one bill.
    const asksOfOne =
      /\b(?:average|typical|usual|normal|mean) (?:\w+ ){0,3}(?:bill|check|tab|purchase|transaction|payment|charge|order|visit|trip|shop|ride|meal|ticket|basket|fill up)\b/.test(
        said,
      );
    // Of a weekend or a Saturday: one in each week.
    if (
      reading.weekdays.length > 0 &&
      !asksOfOne &&
      /\b(?:at|on|over|during)\s+the weekend\b|\b(?:each|every|per|an?|typical|average|usual|normal)\s+(?:weekend|saturday|sunday|monday|tuesday|wednesday|thursday|friday)/.test(
        said,
      )
    )
      return { ask: 'average', scope: scopeFrom(reading, ledger), per: 'week' };
    if (
      reading.weekdays.length > 0 &&
      !asksOfOne &&
      /\b(?:each|every|per|an?|typical|average|usual|normal)\s+(?:week ?day|work ?day|working day)/.test(said)
    )
      return { ask: 'average', scope: scopeFrom(reading, ledger), per: 'day' };
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
