// Two notions that nothing joins: no statement tells how they narrow each other, so either is asked for.
import type { Name, Subject } from '../names/subject.ts';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../spans/span.ts';
import type { Refusal } from './intent.ts';

/** "dog insurance", "boat loan": two notions side by side narrow each other in a way that no statement tells; either is asked for. */
export function twoNotions(reading: Reading): Refusal | null {
  const { said, names, cues } = reading;
  if (isPayeeNamed(reading, names)) return null;
  const isCue = isCueAmong(cues);
  for (const [at, one] of names.entries()) {
    const other = names[at + 1];
    if (!other || one.value.is !== 'subject' || other.value.is !== 'subject') continue;
    const [a, b] = [one.value.subject, other.value.subject];
    if (a.what === 'payee' || b.what === 'payee' || !/^\s+$/.test(said.said.slice(one.end, other.start))) continue;
    if (overlap(a, b) || isCue(one) || isCue(other) || isMoneyFor(said.said, one, other)) continue;
    return eitherOf({ said, names }, one, other);
  }
  return null;
}

/** "takeaway coffee ... at Insomnia", "the health insurer, that's Irish Life": a payee among what the notions mean says which. */
const isPayeeNamed = ({ names }: Reading, notions: readonly Span<Name>[]): boolean =>
  names.some(
    ({ value }) =>
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      value.subject.payees.some((id) =>
        notions.some(
          (notion) =>
            notion.value.is === 'subject' &&
            notion.value.subject.what !== 'payee' &&
            [...notion.value.subject.payees, ...notion.value.subject.loose].includes(id),
        ),
      ),
  );

/** Two notions of the same rows, as a landlord and the rent, are one. */
const overlap = (a: Subject, b: Subject): boolean =>
  [...a.payees, ...a.loose].some((id) => [...b.payees, ...b.loose].includes(id)) || a.categories.some((id) => b.categories.includes(id));

/** Cues whose words are things as well: a trip, cash, interest, wages. */
const SOLD: ReadonlySet<string> = new Set(['noun-transaction', 'cash', 'interest', 'income', 'pay-only']);

/** "overdraft interest": words that ask for something by themselves. */
const isCueAmong =
  (cues: Reading['cues']) =>
  ({ start, end }: Span<Name>): boolean =>
    cues.some((cue) => !SOLD.has(cue.value) && cue.start <= start && end <= cue.end);

/** Asks which of two notions is meant, or both. */
function eitherOf({ said: { said } }: Pick<Reading, 'said' | 'names'>, one: Span<Name>, other: Span<Name>): Refusal {
  const wordsOf = ({ value, text }: Span<Name>) => (value.is === 'subject' ? value.subject.words : text);
  const asked = (words: string) => said.slice(0, one.start) + words + said.slice(other.end);
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return {
    refuse: 'clarify',
    why: 'which-name',
    words: [said.slice(one.start, other.end)],
    choices: [a, b, `${a} and ${b}`].map((text) => ({ text, question: asked(text) })),
  };
}

/** Words that say of two names that each is meant. */
const JOINED = /\b(?:and|or|plus|with|also|as well as|nor|vs|versus|against|than|not|then|both|goes?|went|going|gone)\b|[,;:&+/?.()]/;

/** "our grocery cash" is money for groceries. */
const isMoneyFor = (said: string, one: Span<Name>, other: Span<Name>): boolean =>
  other.text === 'cash' && /^\s+$/.test(said.slice(one.end, other.start));

/** "what did the car set me back in loan payments": two notions that nothing joins are not added up. */
export function unjoined(reading: Reading): Refusal | null {
  const notions = reading.names.filter(({ value }) => value.is === 'subject' && value.subject.what !== 'payee');
  if (isPayeeNamed(reading, notions)) return null;
  const [one, other] = notions;
  const isCue = isCueAmong(reading.cues);
  if (notions.length !== 2 || one?.value.is !== 'subject' || other?.value.is !== 'subject' || isCue(one) || isCue(other)) return null;
  if (
    overlap(one.value.subject, other.value.subject) ||
    isMoneyFor(reading.said.said, one, other) ||
    hears(reading, 'compare', 'share', 'except', 'do-not-count', 'correction', 'transfer')
  )
    return null;
  return JOINED.test(reading.said.said.slice(one.end, other.start)) ? null : eitherOf(reading, one, other);
}

/** "what did Banner pay Lupe": who got it is no second payee, and no row of a payer says it of one among several. */
export function paidBetween({ said: { said }, names }: Reading): Refusal | null {
  for (const [at, payer] of names.entries()) {
    const paid = names[at + 1];
    if (!paid || !isPayee(payer) || !isPayee(paid)) continue;
    if (
      /\b(?:did|do|does|has|have|had|will)\s+(?:the |my |our )?$/.test(said.slice(0, payer.start)) &&
      /^\s+(?:pay|paid|give|given|send|sent|transfer|transferred)\s+(?:to |over to )?(?:the |my |our )?$/.test(
        said.slice(payer.end, paid.start),
      )
    )
      return { refuse: 'clarify', why: 'unheard', words: [paid.text] };
  }
  return null;
}

const INCLUDED =
  /(?<!\b(?:not|without|never|no) )\b((?:including|inclusive of|counting|(?:if (?:i|we|you) )?include)\s+(?:(?:the|my|our|all|any)\s+)?)$/;

/** "how much on eating out including Costa": with it or without, it narrows nothing, and no row says whether it is among them. */
export function includedBeside({ said: { said }, names }: Reading): Refusal | null {
  const subjects = names.filter(({ value }) => value.is === 'subject');
  for (const { start, text } of subjects) {
    const led = INCLUDED.exec(said.slice(0, start))?.[1];
    if (led !== undefined && subjects.length > 1) return { refuse: 'clarify', why: 'unheard', words: [`${led}${text}`] };
  }
  return null;
}

const isPayee = ({ value }: Span<Name>): boolean => value.is === 'subject' && value.subject.what === 'payee';
