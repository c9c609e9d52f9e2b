// The share that a part has in a whole.
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Name } from '../names/subject.ts';
import type { QueryPlan, Scope } from '../plan/plan.ts';
import { cueSpan, hears } from '../reading.ts';
import { asRows, flowOf } from './flows.ts';
import type { Asked, Intent } from './intent.ts';
import { nameConditions } from './name-conditions.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';
import type { Span } from '../spans/span.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';

/** "What percentage of my income do I spend": all that went out of all that came in. */
const SPENT_OF_INCOME =
  /\bof (?:my|our|the) (?:income|pay|salary|wages|earnings|take.home pay) (?:(?:do|did|have|had|am|are) )?(?:i|we) (?:\w+ )?(?:spend|spent|spending|get through|got through)(?=\s*(?:[?.!]|$|(?:in|each|every|per|a|this|last|on average|during|over|so far)\b))/;

const OF_ALL =
  /\bhow much of (?:all )?(?:(?:my|our|the|all) (?:total |overall |whole |entire |monthly |yearly )?(?:spending|spend|outgoings|expenses|expenditure|money)\b|what (?:i|we) (?:(?:have|had) )?(?:spend|spent|pay|paid)\b)/;

/** "What percentage of my Tesco visits were over 50": how many of them, whatever they cost. */
const OF_ROWS =
  /\b(?:percent|percentage|share|proportion|fraction|portion|part) of (?:all )?(?:the |my |our |of )*(?:[^\s,.?]+ ){0,3}?(?:transactions|purchases|visits|trips|orders|payments|rides|deliveries|times)\b/;

function countedShare({ reading, ledger }: Asked): QueryPlan | null {
  const noun = OF_ROWS.exec(reading.said.said);
  if (!noun) return null;
  const after = noun.index + noun[0].length;
  // "of payments over 100 were to Octopus": what stands before the verb is said of the whole.
  const verb = /\b(?:is|are|was|were|has|have|had|did|do|does|go|goes|went|come|comes|came)\b/.exec(reading.said.said.slice(after));
  const turn = after + (verb?.index ?? 0);
  const behind = ({ start }: { start: number }) => start >= turn;
  const names = settledNames(reading).filter(({ value }) => value.is !== 'unknown' && value.is !== 'ambiguous');
  const periods = reading.periods.filter(behind);
  const parts = names.filter(behind);
  const [amounts, weekdays] = [reading.amounts.filter(behind), reading.weekdays.filter(behind)];
  const flow = asRows(flowOf(reading));
  // The stretch that is said is that of both, unless nothing else tells the part: "were in September".
  const isOfTime = parts.length + amounts.length + weekdays.length === 0 && periods.length > 0;
  const whole = {
    ...reading,
    amounts: reading.amounts.filter((one) => !amounts.includes(one)),
    weekdays: reading.weekdays.filter((one) => !weekdays.includes(one)),
    periods: isOfTime ? reading.periods.filter((one) => !periods.includes(one)) : reading.periods,
  };
  if (!isOfTime && parts.length + amounts.length + weekdays.length === 0) return null;
  const inWhole = names.filter((name) => !behind(name));
  const scope = scopeFrom(whole, ledger, { flow, names: inWhole });
  const part = scopeFrom(reading, ledger, { flow, names: inWhole });
  return { ask: 'share', part: { ...part, where: [...part.where, ...nameConditions(reading, parts)] }, scope, count: true };
}

/** "Of my income came from the hospital", "is child benefit": a part of what comes in, and nothing that was paid out of it. */
const isPaidIn = ({ value, start }: Span<Name>, said: string, { givers }: LedgerNames): boolean =>
  /\bfrom (?:the |my |our )?$/.test(said.slice(0, start)) ||
  (value.is === 'subject' && value.subject.payees.length > 0 && value.subject.payees.every((id) => givers.has(id)));

/** "What percentage of my food spending is delivery": the whole stands after "of", up to the verb. */
export const share: Intent = {
  name: 'share',
  read(asked) {
    const { reading, ledger } = asked;
    const cue = cueSpan(reading, 'share');
    // "... in September compared to August": two shares, which no one plan tells.
    if (cue && / of$/.test(cue.text) && hears(reading, 'compare', 'more', 'less', 'difference') && settledPeriods(reading).length > 1)
      return { refuse: 'clarify', why: 'unheard', words: [cue.text, ...reading.periods.map(({ text }) => text)] };
    const { said } = reading.said;
    const ofIncome =
      /\b(?:how much|what part|how big a part) of (?:my|our|the) (?:income|pay|paychecks?|salary|wages|earnings|take.home pay)\b/.test(
        said,
      );
    const howMuchOf = /\bhow much of (?:my|our|the|that|all|what (?:i|we))\b/.test(said) && !cue && !ofIncome;
    const counted = cue && !hears(reading, 'trend') ? countedShare(asked) : null;
    if (counted) return counted;
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
    if (SPENT_OF_INCOME.test(said)) {
      const scope = scopeFrom(reading, ledger, { flow: 'income', names: [] });
      return { ask: 'share', part: { ...scope, flow: 'spending' }, scope };
    }
    const names = settledNames(reading).filter(({ value }) => value.is !== 'unknown' && value.is !== 'ambiguous');
    const begins = wholeFirst ? -1 : said.includes('how much of') ? said.indexOf('how much of') : (cue?.start ?? 0);
    const verb = /\b(?:is|was|were|are|goes?|went|going|gets?|got|did|does|do|on|comes?|came|makes?|made|represents?|accounts?)\b/g;
    verb.lastIndex = begins + 8;
    // "of this year's eating out, Greggs had what share": the whole ends with its comma.
    const comma = wholeFirst ? said.indexOf(',') : -1;
    const parted = comma > 0 && names.some(({ end }) => end <= comma) && names.some(({ start }) => start > comma);
    const turn = parted ? comma : wholeFirst ? asks.start : (verb.exec(said)?.index ?? said.length);
    const own = names.filter(({ value }) => value.is === 'subject');
    // "what share of spending went on the card in 2025": the card's part of all that was spent then.
    const cards = wholeFirst ? [] : names.filter(({ value, start }) => value.is === 'account' && start > turn);
    if (cards.length > 0 && own.length === 0 && !ofIncome && !/\b(?:to|into) (?:the |my |our )?$/.test(said.slice(0, cards[0]?.start))) {
      const flow = flowOf(reading) === 'income' ? 'income' : 'spending';
      const whole = scopeFrom(reading, ledger, { flow, names: names.filter((name) => !cards.includes(name)) });
      return { ask: 'share', part: scopeFrom(reading, ledger, { flow, names }), scope: whole };
    }
    // "what percentage of my Tesco spending was in September", "... is at weekends": the days are the part.
    const ofDays = [...reading.periods, ...reading.weekdays].some(({ start }) => start > turn) && own.every(({ end }) => end <= turn);
    if (ofDays && !wholeFirst && !ofIncome) {
      const flow = flowOf(reading) === 'income' ? 'income' : 'spending';
      const part = scopeFrom(reading, ledger, { flow, names });
      const before = ({ start }: { start: number }) => start <= turn;
      const whole = { ...reading, periods: reading.periods.filter(before), weekdays: reading.weekdays.filter(before) };
      // "what percentage of my spending was Tesco in September" has a part besides; two stretches side by side have none.
      if (part.period === null || part.period.ranges.length === 1)
        return { ask: 'share', part, scope: scopeFrom(whole, ledger, { flow, names }) };
    }
    // "how much of my wages goes to Monzo": what is moved to an account of one's own is no part of what was spent.
    const into = names.find(({ value, start }) => value.is === 'account' && /\b(?:to|into) (?:the |my |our )?$/.test(said.slice(0, start)));
    if (ofIncome && into) return { refuse: 'clarify', why: 'unheard', words: [into.text] };
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
    // "how much of my wages goes on the mortgage": what is spent of it is paid to nobody who paid it.
    const spent = flow === 'income' && !partNames.every((name) => isPaidIn(name, said, ledger));
    const within = spent ? scopeFrom(reading, ledger, { flow: 'spending', names: accounts }) : scope;
    const part: Scope = { ...within, where: [...within.where, ...nameConditions(reading, partNames)] };
    // "how much of that was Lidl" is a sum; where the whole is said, what it comes to and its share of it are told together.
    const tellsWhole = wholeNames.length > 0 || OF_ALL.test(said);
    return howMuchOf && flow === 'spending' && !tellsWhole
      ? { ask: 'total', scope: part }
      : { ask: 'share', part, scope: { ...scope, period: onePeriod(settledPeriods(reading)) } };
  },
};
