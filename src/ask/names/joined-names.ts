// Spans beside each other that are one name: two parts of it, a first name before the initial that the bank prints, an owner before an account.
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import type { Span } from '../spans/span.ts';
import { nameWords, squash } from './keys.ts';
import type { LedgerNames } from './ledger-names.ts';
import { payeeSubject, takenAs } from './payee-subject.ts';
import type { Name, Subject } from './subject.ts';
import { carriersOf } from './texts.ts';

type Found = Span<Name>;

const subjectOf = ({ value }: Found): Subject | null => (value.is === 'subject' ? value.subject : null);

/** "Bryant Avenue Apartments" of BRYANT AVE APARTMENTS: two parts of one name side by side are that name once. */
const asOneName = (found: readonly Found[], said: string): Found[] =>
  found.reduce<Found[]>((joined, span) => {
    const last = joined.at(-1);
    const [one, other] = [last && subjectOf(last), subjectOf(span)];
    const same =
      one?.what === 'payee' && other?.what === 'payee' && one.payees.length > 0 && !one.noted && one.payees.join() === other.payees.join();
    if (!last || !same || !/^\s*$/.test(said.slice(last.end, span.start))) return [...joined, span];
    return [...joined.slice(0, -1), { ...last, end: span.end, text: said.slice(last.start, span.end) }];
  }, []);

/** "Declan's Bank of Ireland account": where one account is called so, whose it is tells it from no other. */
const withOwner = (found: readonly Found[], said: string): Found[] =>
  found.flatMap((span, at) => {
    const [before, next] = [found[at - 1], found[at + 1]];
    const isOwner = (one: Found | undefined, of: Found | undefined) =>
      one?.value.is === 'unknown' &&
      of?.value.is === 'account' &&
      of.value.ids.length === 1 &&
      /^[a-z]{3,}'s$/.test(one.text) &&
      isGivenName(one.text.slice(0, -2)) &&
      /^\s*$/.test(said.slice(one.end, of.start));
    if (isOwner(span, next)) return [];
    return [isOwner(before, span) && before ? { ...span, start: before.start, text: said.slice(before.start, span.end) } : span];
  });

/** "Finbarr Lucey" of F LUCEY: the first name that the bank's text has one letter of. */
const withFirstName = (found: readonly Found[], said: string, names: LedgerNames): Found[] =>
  found.flatMap((span, at) => {
    const [before, next] = [found[at - 1], found[at + 1]];
    const isFirst = (one: Found | undefined, of: Found | undefined) => {
      const ids = of && subjectOf(of)?.what === 'payee' ? (subjectOf(of)?.payees ?? []) : [];
      return (
        one?.value.is === 'unknown' &&
        of !== undefined &&
        /^\s*$/.test(said.slice(one.end, of.start)) &&
        /^[a-z]{3,}$/.test(one.text) &&
        ids.length > 0 &&
        ids.every((id) => names.payees.get(id)?.words[0] === one.text[0] && names.payees.get(id)?.words.length === 2)
      );
    };
    if (isFirst(span, next)) return [];
    return [isFirst(before, span) && before ? { ...span, start: before.start, text: said.slice(before.start, span.end) } : span];
  });

/** Whose whole name is a part of what was said, where its texts hold the rest: "Boise Co-op" of BOISE CO-OP, which is a Co-op, and no Boise Timbers. */
function printedSo(said: string, names: LedgerNames): Name | null {
  const words = said.replace(/^the /, '').split(' ');
  for (let at = 1; at < words.length; at += 1) {
    const [head, tail] = [words.slice(0, at).join(' '), words.slice(at).join(' ')];
    for (const [name, rest] of [
      [tail, head],
      [head, tail],
    ] as const) {
      const carriers = carriersOf(nameWords(rest), names.texts);
      const [payee, ...others] = (names.bySquash.get(squash(name)) ?? []).filter((id) => carriers.some((carrier) => carrier.payee === id));
      if (payee !== undefined && others.length === 0) return takenAs(payeeSubject([payee], names), said);
    }
  }
  return null;
}

/** A name in two parts, or one that might be several, by the one payee that the bank prints so. */
const asPrinted = (found: readonly Found[], said: string, names: LedgerNames): Found[] =>
  found.reduce<Found[]>((joined, span) => {
    const last = joined.at(-1);
    const isPart = (one: Found | undefined) => one !== undefined && subjectOf(one)?.what === 'payee';
    const isBeside = last && isPart(last) && isPart(span) && /^\s*$/.test(said.slice(last.end, span.start));
    const both = isBeside ? printedSo(said.slice(last.start, span.end), names) : null;
    if (last && both) return [...joined.slice(0, -1), { ...last, end: span.end, text: said.slice(last.start, span.end), value: both }];
    return [...joined, { ...span, value: (span.value.is === 'ambiguous' ? printedSo(span.text, names) : null) ?? span.value }];
  }, []);

export const joinedNames = (found: readonly Found[], said: string, names: LedgerNames): Found[] =>
  withFirstName(withOwner(asPrinted(asOneName(found, said), said, names), said), said, names);
