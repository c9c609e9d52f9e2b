// From names to conditions: which are alternatives, which narrow each other, which are left out.
import type { Subject } from '../names/subject.ts';
import type { Condition } from '../plan/plan.ts';
import type { Reading } from '../reading.ts';
import type { NameSpan } from './settled-names.ts';

const subjectOf = ({ value }: NameSpan): Subject | null => (value.is === 'subject' ? value.subject : null);

/** Positive and negative conditions from names. "groceries and Amazon" is either; "groceries at Costco" is both; "coffee, so Starbucks" is the payee. */
export function nameConditions(reading: Reading, names: readonly NameSpan[]): Condition[] {
  const { said } = reading.said;
  const conditions: Condition[] = [];
  // "the Rome trip" is the place, not the category of trips.
  const placed = names.some(({ value }) => value.is === 'place');
  const isJourney = ({ text }: NameSpan) =>
    placed && /^(?:the |our |my )?(?:trips?|holidays?|vacations?|journeys?|travel|getaways?)$/.test(text);
  let positive = names.filter((span) => !span.not && span.value.is === 'subject' && !isJourney(span));
  const payees = positive.filter((span) => subjectOf(span)?.what === 'payee');
  positive = positive.filter((span) => !isWiderNotion(span, positive, said));
  let rest = positive.filter((span) => subjectOf(span)?.what !== 'payee');
  const listed = (a: NameSpan, b: NameSpan) =>
    /^[\s,]*(?:\b(?:and|or|plus|as well as|with|also|&|together with)\b[\s,]*)?(?:\b(?:on|at|from|the|my|for|in|to|also)\b\s*)*$/.test(
      said.slice(a.end, b.start),
    ) && /\b(?:and|or|plus|as well as|also)\b/.test(said.slice(a.end, b.start));
  const mixed = positive.some((span, at) => {
    const next = positive[at + 1];
    return next !== undefined && listed(span, next) && (subjectOf(span)?.what === 'payee') !== (subjectOf(next)?.what === 'payee');
  });
  if (payees.length && rest.length && !mixed) {
    // "parking in Southampton": what only the bank's texts tell of is narrowed by any notion.
    const byText = payees.every((span) => subjectOf(span)?.byText === true);
    rest = rest.filter((span) => byText || subjectOf(span)?.what === 'category');
    for (const group of [payees, rest])
      if (group.length) conditions.push({ by: 'subject', any: group.flatMap((span) => subjectOf(span) ?? []), not: false });
  } else if (positive.length) conditions.push({ by: 'subject', any: positive.flatMap((span) => subjectOf(span) ?? []), not: false });
  for (const { value } of names) if (value.is === 'place') conditions.push({ by: 'place', payees: value.payees, words: value.words });
  const negative = names.filter((span) => span.not && span.value.is === 'subject');
  if (negative.length) conditions.push({ by: 'subject', any: negative.flatMap((span) => subjectOf(span) ?? []), not: true });
  for (const not of [false, true]) {
    const accounts = names.filter((span) => span.value.is === 'account' && span.not === not);
    if (!accounts.length) continue;
    const ids = [...new Set(accounts.flatMap(({ value }) => (value.is === 'account' ? value.ids : [])))];
    conditions.push({
      by: 'account',
      ids,
      words: accounts.map(({ value }) => (value.is === 'account' ? value.words : '')).join(' and '),
      not,
    });
  }
  return conditions;
}

const LISTS = /\b(?:and|or|plus|with|also|as well as|nor|vs|than|against|to|both)\b|[,;:&+/]/;

/** "the vet saw my cat": of two notions that nothing joins, one inside the other, the narrower is meant. */
function isWiderNotion(span: NameSpan, all: readonly NameSpan[], said: string): boolean {
  const wide = subjectOf(span);
  if (!wide || wide.what === 'payee' || wide.categories.length) return false;
  return all.some((other) => {
    const narrow = subjectOf(other);
    if (other === span || !narrow || narrow.what === 'payee' || narrow.categories.length || narrow.payees.length >= wide.payees.length)
      return false;
    const [first, last] = span.start < other.start ? [span, other] : [other, span];
    return (
      narrow.payees.length > 0 && narrow.payees.every((id) => wide.payees.includes(id)) && !LISTS.test(said.slice(first.end, last.start))
    );
  });
}
