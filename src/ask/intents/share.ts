// The share that a part has in a whole.
import type { Scope } from '../plan/plan.ts';
import { cueSpan, hears } from '../reading.ts';
import { flowOf } from './flows.ts';
import type { Intent } from './intent.ts';
import { nameConditions } from './name-conditions.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';

/** "What percentage of my food spending is delivery": the whole stands after "of", up to the verb. */
export const share: Intent = {
  name: 'share',
  read({ reading, ledger }) {
    const cue = cueSpan(reading, 'share');
    const { said } = reading.said;
    const ofIncome =
      /\b(?:how much|what part|how big a part) of (?:my|our|the) (?:income|pay|paychecks?|salary|wages|earnings|take.home pay)\b/.test(
        said,
      );
    const howMuchOf = /\bhow much of (?:my|our|the|that|all)\b/.test(said) && !cue && !ofIncome;
    if (ofIncome && /\b(?:save|saved|keep|kept|put aside)\b/.test(said))
      return { ask: 'savings-rate', scope: scopeFrom(reading, ledger, { flow: 'net', names: [] }) };
    // "how much of my paycheck do I spend": what was spent came out of all that came in, and no row says out of which.
    if (
      ofIncome &&
      /\b(?:do|did|have) (?:i|we) (?:spend|spent|use|used|get through|burn|blow)\b/.test(said) &&
      reading.names.every(({ text }) => /pay|wage|salar|income|earn/.test(text))
    )
      return { refuse: 'clarify', why: 'unheard', words: ['how much of'] };
    // "of our eating out money, what percent is Deliveroo": the whole is said first.
    const asks = cue ?? cueSpan(reading, 'percent-change');
    const wholeFirst =
      asks !== null &&
      /^(?:so |and |ok )*(?:(?:out )?of|from|within|among|with|in) (?:all |my |our |the |what |everything |[^?]+,)/.test(said) &&
      reading.names.some(({ start }) => start < asks.start);
    if (
      (!cue && !howMuchOf && !ofIncome && !wholeFirst) ||
      hears(reading, 'trend') ||
      (hears(reading, 'percent-change') && !wholeFirst && !(ofIncome || /\bhow much of\b/.test(said)))
    )
      return null;
    const names = settledNames(reading).filter(({ value }) => value.is !== 'unknown' && value.is !== 'ambiguous');
    const begins = wholeFirst ? -1 : said.includes('how much of') ? said.indexOf('how much of') : (cue?.start ?? 0);
    const verb = /\b(?:is|was|were|are|goes?|went|going|gets?|got|did|does|do|on|comes?|came|makes?|made|represents?|accounts?)\b/g;
    verb.lastIndex = begins + 8;
    // "of this year's eating out, Greggs had what share": the whole ends with its comma.
    const comma = wholeFirst ? said.indexOf(',') : -1;
    const parted = comma > 0 && names.some(({ end }) => end <= comma) && names.some(({ start }) => start > comma);
    const turn = parted ? comma : wholeFirst ? asks.start : (verb.exec(said)?.index ?? said.length);
    const own = names.filter(({ value }) => value.is === 'subject');
    if (!own.length) return null;
    // "the proportion of Aldi in the groceries": the part first, then what it is a part of.
    const [first, second] = own;
    const inside =
      first !== undefined &&
      second !== undefined &&
      own.length === 2 &&
      ((second.start < turn &&
        /^\s*(?:purchases |spending |spend )?(?:in|within|out of|as (?:a )?(?:share|part|percentage|proportion) of)\b/.test(
          said.slice(first.end, second.start),
        )) ||
        // "what percentage is Tesco of the groceries"
        /^ (?:out )?of (?:all |my |our |the )*$/.test(said.slice(first.end, second.start)));
    const wholeNames = inside ? [second] : own.length > 1 ? own.filter(({ start }) => start > begins && start < turn) : [];
    const after = own.filter((span) => !wholeNames.includes(span));
    const partNames = after.length ? after : own;
    const accounts = names.filter(({ value }) => value.is === 'account');
    const flow = flowOf(reading) === 'income' ? 'income' : 'spending';
    const scope = scopeFrom(reading, ledger, { flow, names: [...(after.length ? wholeNames : []), ...accounts] });
    const part: Scope = {
      ...scope,
      flow: flow === 'income' && !/\bfrom\b/.test(said) ? 'spending' : scope.flow,
      where: [...scope.where, ...nameConditions(reading, partNames)],
    };
    // "What percent of dining was on weekends": the days are the part, and all days the whole.
    const days = own.every(({ end }) => end <= turn) && reading.weekdays.some(({ start }) => start > turn);
    if (days && !howMuchOf) return { ask: 'share', part, scope: { ...part, where: part.where.filter(({ by }) => by !== 'weekday') } };
    return howMuchOf && flow === 'spending'
      ? { ask: 'total', scope: part }
      : { ask: 'share', part, scope: { ...scope, period: onePeriod(settledPeriods(reading)) } };
  },
};
