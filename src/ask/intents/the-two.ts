// Turns about two things that were asked about: "both together", "which of the two was more", "the difference".
import type { Condition, QueryPlan, Scope, Side } from '../plan/plan.ts';
import { scopeOf } from '../plan/plan.ts';
import { apartWords } from '../plan/words.ts';
import { hears } from '../reading.ts';
import { hull, unite } from '../spans/dates/period.ts';
import { asRows } from './flows.ts';
import { hasOwnSlots, leads, WHICH_MEANT, type FollowUp } from './follow-up.ts';
import type { Asked } from './intent.ts';
import { isSameRows } from './same-rows.ts';
import { onePeriod, settledPeriods } from './settled-periods.ts';

export const key = (scope: Scope) => JSON.stringify([scope.period?.ranges ?? null, scope.where, scope.flow]);

/** The scopes of the turns before, the latest last, each once. */
export function scopesBefore(before: readonly QueryPlan[]): Scope[] {
  const seen = new Map<string, Scope>();
  for (const plan of before)
    for (const scope of plan.ask === 'compare' ? plan.sides.map((side) => side.scope) : [scopeOf(plan)]) {
      seen.delete(key(scope));
      seen.set(key(scope), scope);
    }
  return [...seen.values()].filter((scope, at, all) => !all.slice(0, at).some((earlier) => isSumWith(scope, earlier)));
}

const subjectsIn = ({ where }: Scope): string[] =>
  where.flatMap((one) => (one.by === 'subject' && !one.not ? one.any.map((subject) => JSON.stringify(subject)) : []));

/** "both together" is none of the two: what holds an earlier thing and more of its kind, or an earlier stretch and more days, at its end. */
function isSumWith(scope: Scope, earlier: Scope): boolean {
  const [all, part] = [subjectsIn(scope), subjectsIn(earlier)];
  if (part.length > 0 && all.length > part.length) return part.every((one) => all.includes(one));
  if (all.join() !== part.join() || !scope.period || !earlier.period) return false;
  const [whole, stretch] = [hull(scope.period), hull(earlier.period)];
  return scope.period.grain === 'other' && earlier.period.grain !== 'other' && whole.from <= stretch.from && whole.until >= stretch.until;
}

export const sidesOf = (a: Scope, b: Scope, today: string): Side[] => [
  { label: apartWords(a, b, today), scope: a },
  { label: apartWords(b, a, today), scope: b },
];

type AccountCondition = Extract<Condition, { by: 'account' }>;

const accountOf = ({ where }: Scope): AccountCondition | null =>
  where.find((one): one is AccountCondition => one.by === 'account' && !one.not) ?? null;

/** "which of the two over the year", "both of them this year": the last two things that were asked about, of the time that is said now. */
const PAIR =
  /\b(?:both|the 2|these 2|those 2|either|(?:these|those|the) 2 (?:shops|stores|places|ones))\b(?! (?:of )?(?:my |our |the )?(?:accounts?|cards?|months?|years?|weeks?)\b)/;

function pairThen({ reading, before }: Asked): readonly [Scope, Scope] | null {
  const period = onePeriod(settledPeriods(reading));
  if (!period || reading.names.length + reading.amounts.length > 0 || !PAIR.test(reading.said.said)) return null;
  const scopes = scopesBefore(before).map((scope) => ({ ...scope, period }));
  const b = scopes.at(-1);
  const a = scopes.findLast((scope) => b && !isSameRows(scope, b));
  return a && b && [a, b].every(({ where }) => where.some((one) => one.by === 'subject' && !one.not)) ? [a, b] : null;
}

/** The latest scope with the subjects of all of them. */
function joinedSubjects(latest: Scope, scopes: readonly Scope[]): Scope {
  const any = scopes.flatMap(({ where }) => where.flatMap((one) => (one.by === 'subject' && !one.not ? [...one.any] : [])));
  return { ...latest, where: [...latest.where.filter((one) => one.by !== 'subject' || one.not), { by: 'subject', any, not: false }] };
}

/** "both together", "the two combined": the subjects (or the periods) of the last two turns as one. */
export const together: FollowUp = (asked) => {
  const { reading, before } = asked;
  const pair = pairThen(asked);
  if (
    (hasOwnSlots(asked) && !pair) ||
    /\b(?:that|the same) (?:day|week|month|quarter|year|weekend)\b/.test(reading.said.said) ||
    !/\b(?:both|together|combined|the 2|all (?:of them|3|of those)|altogether|added up|add (?:them|those) up|sum)\b/.test(
      reading.said.said,
    ) ||
    hears(reading, 'more', 'less', 'which', 'difference', 'compare')
  )
    return null;
  const scopes = pair ?? scopesBefore(before);
  const [a, b] = scopes.slice(-2);
  if (!a || !b) return null;
  // "all of them together" of three and more, and of what each costs now.
  const all = /\ball\b/.test(reading.said.said) && scopes.length > 2;
  const last = before.at(-1);
  if (last?.ask === 'price') return { ...last, scope: joinedSubjects(b, all ? scopes : [a, b]) };
  if (all) return WHICH_MEANT;
  const first = a.where.find((one) => one.by === 'subject' && !one.not);
  const second = b.where.find((one) => one.by === 'subject' && !one.not);
  const period = a.period && b.period && key({ ...a, where: [] }) !== key({ ...b, where: [] }) ? unite([a.period, b.period]) : b.period;
  const subjects =
    first?.by === 'subject' && second?.by === 'subject' && JSON.stringify(first) !== JSON.stringify(second)
      ? b.where.map((one) => (one === second ? { ...second, any: [...first.any, ...second.any] } : one))
      : b.where;
  const [oneAccount, other] = [accountOf(a), accountOf(b)];
  if ((oneAccount === null) !== (other === null) || a.currency !== b.currency) return null;
  const where =
    oneAccount && other && oneAccount.words !== other.words
      ? subjects.map((one) =>
          one === other
            ? { ...other, ids: [...new Set([...oneAccount.ids, ...other.ids])], words: `${oneAccount.words} and ${other.words}` }
            : one,
        )
      : subjects;
  const samePlace =
    JSON.stringify(a.period?.ranges) === JSON.stringify(b.period?.ranges) || JSON.stringify(first) === JSON.stringify(second);
  if (!samePlace) return null;
  const scope = { ...b, where, period };
  // "how many was that between the two months".
  return hears(reading, 'count') ? { ask: 'count', scope: { ...scope, flow: asRows(scope.flow) }, of: 'rows' } : { ask: 'total', scope };
};

/** "which was more?", "what's the difference", "compare them". */
export const ofTheTwo: FollowUp = (asked) => {
  const { reading, before, today } = asked;
  const pair = pairThen(asked);
  if ((hasOwnSlots(asked) && !pair) || reading.groupings.some(({ value }) => value.by !== 'payee')) return null;
  const { said } = reading.said;
  const asks =
    hears(reading, 'difference', 'compare') ||
    /\b(?:which|who)\b[^?]*\b(?:more|most|less|least|bigger|biggest|higher|highest|larger|largest|lower|cheaper|cheapest|dearer|wins|won|worse|better)\b|\bwhich (?:one|of)\b|\bwhere\b[^?]*\b(?:more|less)\b/.test(
      said,
    );
  if (!asks) return null;
  const [a, b] = pair ?? scopesBefore(before).slice(-2);
  if (!a || !b || isSameRows(a, b)) return null;
  const last = before.at(-1);
  if (last?.ask === 'price') return { ...last, scope: joinedSubjects(b, [a, b]) };
  // Of averages the sums are not what is compared.
  if (last?.ask === 'average') return WHICH_MEANT;
  // "which store was the biggest there" of two months is none of the two.
  const names = (scope: Scope) => JSON.stringify(scope.where.filter(({ by }) => by === 'subject'));
  if (reading.groupings.length > 0 && names(a) === names(b)) return WHICH_MEANT;
  return { ask: 'compare', sides: sidesOf(a, b, today), value: 'sum', show: hears(reading, 'difference') ? 'difference' : 'sides' };
};

/** "total for both" where no two things were asked about: of which two is not known. */
export const whichTwo: FollowUp = ({ reading }) =>
  PAIR.test(reading.said.said) && reading.names.length === 0 && !hears(reading, 'all-accounts') ? WHICH_MEANT : null;

const ROSE = leads(
  '(?:did|has|have|is|was|were|are) (?:it|that|they|this|those|we)(?: all)? (?:(?:go|gone|went|come|came|been) )?(?:(?<more>up|more|higher|increase|increased|risen|rise|grown|worse)|down|less|lower|drop|dropped|fallen|fall|decreased?|better|cheaper)(?: (?:then|at all|since|this time))?\\s*[?.!]*$',
);

/** "so did it go up?" after one stretch and another of the same things: the later against the earlier. */
export const rose: FollowUp = (asked, last) => {
  const way = ROSE.exec(asked.reading.said.said);
  const [a, b] = scopesBefore(asked.before).slice(-2);
  if (!way || hasOwnSlots(asked) || !a?.period || !b?.period || last.ask !== 'total') return null;
  const apart = (scope: Scope) => key({ ...scope, period: null });
  if (apart(a) !== apart(b) || key(a) === key(b)) return null;
  const [earlier, later] = hull(a.period).from <= hull(b.period).from ? [a, b] : [b, a];
  return { ask: 'compare', sides: sidesOf(later, earlier, asked.today), value: 'sum', show: way.groups?.['more'] ? 'more' : 'less' };
};
