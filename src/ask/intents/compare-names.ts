// Payees, categories or accounts side by side: "Whole Foods vs Trader Joe's", "which of the two".
import { isNobody } from '../names/absent.ts';
import { scopeOf } from '../plan/plan.ts';
import type { Scope, Side } from '../plan/plan.ts';
import { periodWords } from '../plan/words.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { valueOf } from './compared-by.ts';
import { amountFlow } from './flows.ts';
import type { Intent } from './intent.ts';
import { missing } from './missing.ts';
import { isSameRows } from './same-rows.ts';
import { scopeFrom } from './scope.ts';
import { settledNames } from './settled-names.ts';
import type { NameSpan } from './settled-names.ts';
import { settledPeriods } from './settled-periods.ts';
import { isSteady } from './steady-payees.ts';

export const orJoined = (reading: Reading, names: readonly NameSpan[]): boolean => {
  const [a, b] = names;
  return a !== undefined && b !== undefined && /\b(?:or|vs|against|than|and|to|with)\b/.test(reading.said.said.slice(a.end, b.start));
};

/** "What went to Chevron and what went to Shell", "the totals for each, for A and for B": asked of the second anew. */
const ASKED_AGAIN = /\band (?:(?:then|also) )?(?:how much|how many|what)\b|^\s*(?:,|and|, and) for\s*(?:the\s)?$/;

const TOGETHER = /\b(?:together|combined|in total|put together|between them)\b/;
const AGAINST = /\b(?:or|vs|versus|against|than|compared (?:to|with)|with)\b/;

/**
 * "Albertsons or Fred Meyer and WinCo put together": the one side and the other, where one word of setting against parts the names and
 * those of a side are joined as one.
 */
function taken(said: string, names: readonly NameSpan[]): NameSpan[][] | null {
  if (names.length < 3 || !TOGETHER.test(said)) return null;
  const parted = names.flatMap(({ start }, at) => (at > 0 && AGAINST.test(said.slice(names[at - 1]?.end, start)) ? [at] : []));
  const [at] = parted;
  return at === undefined || parted.length > 1 ? null : [names.slice(0, at), names.slice(at)];
}

/** What one costs against the other, now. */
const DEARER_THAN =
  /\b(?:is|are|does|do)\b[^?]*\b(?:cheaper|dearer|pricier|more expensive|less expensive|cost (?:more|less))\b[^?]*\bthan\b|\bhow much (?:more|less|dearer|cheaper) (?:is|are|does|do)\b[^?]*\bthan\b/;

/** "Whole Foods vs Trader Joe's", "more on clothing or electronics", "which of the two". */
export const compareNames: Intent = {
  name: 'compare-names',
  read({ reading, ledger, before }) {
    const { said } = reading.said;
    if (reading.limit !== null) return null;
    const names = settledNames(reading).filter(({ not }) => !not);
    const named = names.filter(({ value }) => value.is === 'subject');
    const shops = named.filter(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
    // "which fuel place takes more, Circle K or Applegreen": the two that "or" joins.
    const subjects = shops.length > 1 && shops.length < named.length && orJoined(reading, shops) ? shops : named;
    // Two stretches of time and names that nothing sets against each other: the times are compared.
    const against = named.some((span, at) => /\b(?:or|vs|against|than|and)\b/.test(said.slice(span.end, named[at + 1]?.start ?? span.end)));
    if (settledPeriods(reading).length > 1 && !against) return null;
    const accounts = names.filter(({ value }) => value.is === 'account');
    // "more gas on the Chase or the Discover": of one thing, which of two accounts.
    const ofOne = subjects.length === 1 && orJoined(reading, accounts);
    const together = taken(said, subjects);
    const several = subjects.length > 1 ? subjects : accounts.length > 1 && (subjects.length === 0 || ofOne) ? accounts : [];
    // "Of Aldi and Lidl, which got more".
    const ofThem = /^(?:so |and )*(?:out )?of [^?]*\b(?:which|who)\b/.test(said) && hears(reading, 'more', 'less', 'most', 'least');
    const apart = subjects.some((span, at) => at > 0 && ASKED_AGAIN.test(said.slice(subjects[at - 1]?.end, span.start)));
    const asks =
      ofThem ||
      apart ||
      hears(reading, 'compare', 'more', 'less', 'difference') ||
      (hears(reading, 'which') && /\bor\b/.test(said)) ||
      /^(?:so |and )?(?:is|was) it\b[^?]*\bor\b/.test(said) ||
      /\b(?:who|which)(?: one)? (?:is|was|are|were|comes?|came|wins|won|got|gets|came out) (?:winning|ahead|more|most|on top|bigger|dearer|the bigger)|\bwho (?:wins|won)\b/.test(
        said,
      ) ||
      (/\b(?:which|who) (?:one )?of\b/.test(said) && hears(reading, 'more', 'less', 'most', 'least')) ||
      (hears(reading, 'most', 'largest', 'least') && / or /.test(said));
    if (
      several.length > 1 &&
      asks &&
      !hears(reading, 'except') &&
      (ofThem ||
        apart ||
        /\b(?:or|vs|against|than|compare\w*|side by side|head to head|difference|between|which of|which one of|who of)\b/.test(said)) &&
      (together !== null || !TOGETHER.test(said))
    ) {
      // "Kroger or Safeway" where nobody shops at Kroger: nothing is said to be less than something.
      const absent = several.filter(({ value }) => isNobody(value));
      if (absent.length)
        return missing(
          absent.map((span) => ({ ...span, value: { is: 'unknown', words: labelOf(span) } })),
          reading,
          ledger,
        );
      // "compare restaurants and groceries by month": no plan lays two things out along a third.
      const laid = reading.groupings.find(({ value }) => value.style === 'by' && value.by !== 'payee' && value.by !== 'category');
      if (laid) return { refuse: 'clarify', why: 'unheard', words: [laid.text] };
      // "is Spotify cheaper than Netflix", "how much more is Spotify than Netflix": of what is paid at a steady pace the prices.
      const priced = scopeFrom(reading, ledger, { flow: 'purchases', names: subjects });
      if (DEARER_THAN.test(said) && reading.periods.length === 0 && subjects.length > 1 && isSteady(priced, ledger))
        return { ask: 'price', scope: priced };
      const others = subjects.length > 1 ? accounts : subjects;
      const sides = (together ?? several.map((span) => [span])).map((side): Side => ({
        label: side.map(labelOf).join(' and '),
        scope: scopeFrom(reading, ledger, {
          flow: amountFlow(reading, valueOf(reading)),
          names: [...side, ...others, ...settledNames(reading).filter(({ not }) => not)],
        }),
      }));
      return { ask: 'compare', sides, value: valueOf(reading), show: hears(reading, 'difference') ? 'difference' : 'sides' };
    }
    if (
      several.length === 0 &&
      /\b(?:which|who) of (?:the 2|them|those|these|the 3)\b|\bwhich (?:one )?(?:was|is|got|cost|costs|gets|of)\b|\bwhich one\b/.test(
        said,
      ) &&
      before.length > 1 &&
      reading.groupings.every(({ value }) => value.style !== 'which' || value.by === 'payee')
    ) {
      const [earlier, last] = before.slice(-2);
      if (!earlier || !last || isSameRows(scopeOf(earlier), scopeOf(last))) return null;
      const sides = [earlier, last].map((plan): Side => ({
        label: differing(scopeOf(plan), scopeOf(plan === last ? earlier : last)),
        scope: scopeOf(plan),
      }));
      return { ask: 'compare', sides, value: 'sum', show: 'sides' };
    }
    return null;
  },
};

const labelOf = ({ value, text }: NameSpan): string =>
  value.is === 'subject' ? value.subject.words : value.is === 'account' ? value.words : text;

function differing(scope: Scope, other: Scope): string {
  const words = (one: Scope) =>
    one.where.flatMap((condition) =>
      condition.by === 'subject' ? condition.any.map((subject) => subject.words) : condition.by === 'account' ? [condition.words] : [],
    );
  const own = words(scope).filter((word) => !words(other).includes(word));
  return own[0] ?? (scope.period ? periodWords(scope.period, '') : 'all');
}
