// "Lidl and Tesco" where nobody shops at Tesco: the figure is Lidl's, and the card says that there is nothing at the other.
// Only beside a payee that is there; a name by itself that the ledger lacks is said to be missing by itself.
import { isEnglish } from '../lexicon/english.ts';
import type { Utterance } from '../hear/utterance.ts';
import { wordsWithin } from '../hear/utterance.ts';
import type { Span } from '../spans/span.ts';
import { isBrand } from './brands.ts';
import { squash } from './keys.ts';
import type { Name } from './subject.ts';

const JOINED = /^(?:\s|[,&+/]|\b(?:and|or|nor|vs|versus|against|than|plus|with|the|from|at|to|on|both|compared)\b)+$/;
const SAYS = /[,&+/]|\b(?:and|or|nor|vs|versus|against|than|plus|with|compared)\b/;

const isPayee = ({ value }: Span<Name>): boolean => value.is === 'subject' && value.subject.what === 'payee';

/** A brand, a name with a capital, or no word of English: nothing else that was said could be meant. */
const isSurelyName = ({ value, start, end, text }: Span<Name>, said: Utterance): boolean =>
  value.is === 'unknown' &&
  value.concept !== true &&
  (isBrand(squash(text)) ||
    wordsWithin(said, start, end).some((at) => said.words[at]?.capital === true || !isEnglish(said.words[at]?.text ?? '')));

/** What `withAbsent` makes of a name: a payee that is said and has no rows. */
export const isNobody = (value: Name): value is Extract<Name, { is: 'subject' }> =>
  value.is === 'subject' &&
  value.subject.what === 'payee' &&
  value.subject.payees.length + value.subject.categories.length + value.subject.loose.length === 0 &&
  value.subject.noted === undefined;

const nobody = (words: string): Name => ({
  is: 'subject',
  subject: { words, payees: [], categories: [], loose: [], what: 'payee', assumed: `I find no transactions at ${words}` },
});

/** "Delta Dental" where nobody has been: a name with capitals that ends in what it deals in is whole, and not the dentist one goes to. */
function wholeStrangers(names: readonly Span<Name>[], said: Utterance): Span<Name>[] {
  const whole: Span<Name>[] = [];
  for (const span of names) {
    const before = whole.at(-1);
    const [at] = wordsWithin(said, span.start, span.end);
    const isTrade =
      span.value.is === 'subject' && span.value.subject.what !== 'payee' && at !== undefined && said.words[at]?.capital === true;
    const isHead =
      before?.value.is === 'unknown' &&
      isSurelyName(before, said) &&
      wordsWithin(said, before.start, before.end).every((word) => said.words[word]?.capital === true);
    if (!before || !isTrade || !isHead || !/^\s+$/.test(said.said.slice(before.end, span.start))) whole.push(span);
    else {
      const text = said.said.slice(before.start, span.end);
      whole[whole.length - 1] = { ...before, end: span.end, text, value: { is: 'unknown', words: text } };
    }
  }
  return whole;
}

export function withAbsent(names: readonly Span<Name>[], said: Utterance): Span<Name>[] {
  const settled = wholeStrangers(names, said);
  const beside = (a: Span<Name> | undefined, b: Span<Name> | undefined): boolean => {
    if (!a || !b) return false;
    const gap = said.said.slice(a.end, b.start);
    return JOINED.test(gap) && SAYS.test(gap);
  };
  // A run of names takes its standing from any payee in it, whichever end that is at.
  for (let again = true; again;) {
    again = false;
    for (const [at, span] of settled.entries()) {
      if (span.value.is !== 'unknown' || !isSurelyName(span, said)) continue;
      const [before, after] = [settled[at - 1], settled[at + 1]];
      if (!((before && isPayee(before) && beside(before, span)) || (after && isPayee(after) && beside(span, after)))) continue;
      settled[at] = { ...span, value: nobody(span.value.words) };
      again = true;
    }
  }
  return settled;
}
