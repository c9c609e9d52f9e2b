// Which of the names that were found are meant, where two of them say one thing.
import type { Span } from '../spans/span.ts';
import { subjectKeys, type Name, type Subject } from './subject.ts';

/** "the health insurer, that's Irish Life": of several that a word may mean, the one that is named. */
export const oneMeaning = (names: readonly Span<Name>[]): Span<Name>[] => {
  const named = names.flatMap(({ value }) => (value.is === 'subject' && value.subject.what === 'payee' ? [value.subject.words] : []));
  return names.filter(({ value }) => value.is !== 'ambiguous' || !value.choices.some((name) => named.includes(name)));
};

/** Words that say of two notions that each is meant. */
const EACH_MEANT = /\b(?:and|or|plus|also|nor|vs|versus|against|than|not|then|both|except|without|bar|minus|of|out of|as)\b|[,;:&+/]/;

const idsIn = ({ value }: Span<Name>): Set<string> =>
  new Set(value.is === 'subject' && value.subject.what !== 'payee' ? subjectKeys(value.subject) : []);

/** "my last trip to the dentist", "the fees of the nursery": who was gone to or paid is what is meant, and no journey or fee of its own. */
const isWayThere = (wide: Span<Name>, next: Span<Name> | undefined, said: string): boolean =>
  wide.value.is === 'subject' &&
  wide.value.subject.what !== 'payee' &&
  next?.value.is === 'subject' &&
  ((/^(?:the |my |our )?(?:trips?|journeys?|visits?|outings?|runs?|rides?|drives?)$/.test(wide.text) &&
    /^\s+(?:to|into|over to|down to|up to|at)\s+(?:the |my |our )?$/.test(said.slice(wide.end, next.start))) ||
    (/^(?:the |my |our )?(?:fees?|bills?|charges?)$/.test(wide.text) &&
      /^\s+(?:of|for)\s+(?:the |my |our )?$/.test(said.slice(wide.end, next.start))) ||
    // "rent to Bryant Avenue": what is paid, and whom; one thing where all of it goes there.
    (next.value.subject.what === 'payee' &&
      /^\s+(?:to|at|with)\s+(?:the |my |our )?$/.test(said.slice(wide.end, next.start)) &&
      isAllPaidTo(wide.value.subject, next.value.subject)));

const isAllPaidTo = (kind: Subject, { payees }: Subject): boolean =>
  kind.payees.length > 0 && kind.categories.length === 0 && kind.payees.every((id) => payees.includes(id));

/** "the dog to the vets": of two notions that nothing joins, where one holds the other, the narrower is what is asked about. */
export function narrowest(all: readonly Span<Name>[], said: string): Span<Name>[] {
  // "without the car loan to Volkswagen": what stands before both is said of both.
  const names = all.map((span, at) => {
    const before = all[at - 1];
    return before && isWayThere(before, span, said) ? { ...span, start: before.start, text: said.slice(before.start, span.end) } : span;
  });
  return names.filter((wide, at) => {
    if (isWayThere(all[at] ?? wide, all[at + 1], said)) return false;
    const held = idsIn(wide);
    return ![names[at - 1], names[at + 1]].some((other) => {
      if (!other || held.size === 0) return false;
      const [first, second] = other.start < wide.start ? [other, wide] : [wide, other];
      const own = idsIn(other);
      return (
        own.size > 0 &&
        own.size < held.size &&
        [...own].every((id) => held.has(id)) &&
        !EACH_MEANT.test(said.slice(first.end, second.start))
      );
    });
  });
}
