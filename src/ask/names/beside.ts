// Nouns beside a certain payee describe it and filter nothing: "the Aviva policy", "Pret coffee", "vet bills", "Venmo to Jordan".
// A notion that shares no row with the payee beside it is dropped; one that shares some narrows, as in "Amazon groceries".
import { looksLikePerson } from '../../ledger/payees/looks-like-person.ts';
import describing from '../lexicon/describing-words.json';
import type { Utterance } from '../hear/utterance.ts';
import type { Span } from '../spans/span.ts';
import type { LedgerNames } from './ledger-names.ts';
import { textSubject } from './concepts.ts';
import { joinedNames } from './joined-names.ts';
import { nameWords } from './keys.ts';
import { payeeSubject, takenAs } from './payee-subject.ts';
import type { Name, Subject } from './subject.ts';
import { carriersOf } from './texts.ts';

const DESCRIBING: ReadonlySet<string> = new Set(describing.words);
const TITLES: ReadonlySet<string> = new Set(describing.titles);
/** Between a payee and what is bought there: "groceries at Ocado", "Ocado groceries". */
const JOINT = /^\s*(?:(?:at|from|with|via|on|to|for|in)\s+)?(?:the|my|our)?\s*$/;

type Found = Span<Name>;

const payeesOf = ({ payees, noted }: Subject): number[] => [...payees, ...(noted?.payees ?? [])];

function sharesRows(payee: Subject, notion: Subject, { payeesIn }: LedgerNames): boolean {
  if (payeesIn.size === 0) return true;
  const ids = new Set(payeesOf(payee));
  if ([...payeesOf(notion), ...(notion.elsewhere?.payees ?? [])].some((id) => ids.has(id))) return true;
  const bare = payeesIn.get(null);
  if (notion.loose.some((id) => ids.has(id) && bare?.has(id))) return true;
  return notion.categories.some((category) => [...(payeesIn.get(category) ?? [])].some((id) => ids.has(id)));
}

const subjectOf = ({ value }: Found): Subject | null => (value.is === 'subject' ? value.subject : null);

interface Pair {
  payee: Found;
  notion: Found;
}

/** A payee and a notion side by side. */
function pairOf(a: Found, b: Found, said: string): Pair | null {
  if (!JOINT.test(said.slice(a.end, b.start))) return null;
  const [one, other] = [subjectOf(a), subjectOf(b)];
  if (!one || !other || (one.what === 'payee') === (other.what === 'payee')) return null;
  return one.what === 'payee' ? { payee: a, notion: b } : { payee: b, notion: a };
}

/** The notion only describes the payee beside it. */
function describes({ payee, notion }: Pair, names: LedgerNames): boolean {
  const [one, other] = [subjectOf(payee), subjectOf(notion)];
  return one !== null && other !== null && !sharesRows(one, other, names);
}

/** "Venmo Jordan": what only the text tells narrows the payee beside it. */
function narrowed(found: readonly Found[], said: string): Found[] {
  return found.map((span, at) => {
    const subject = subjectOf(span);
    if (!subject?.noted || subject.what === 'category' || subject.payees.length + subject.loose.length > 0) return span;
    const carried = subject.noted.payees;
    const beside = [found[at - 1], found[at + 1]].some((other) => {
      const payee = other && subjectOf(other);
      if (!other || !payee || payee.noted || payee.what !== 'payee') return false;
      const gap = other.start < span.start ? said.slice(other.end, span.start) : said.slice(span.end, other.start);
      return !/\b(?:and|or|vs|than)\b|[,&]/.test(gap) && payee.payees.some((id) => carried.includes(id));
    });
    return beside && span.value.is === 'subject' ? { ...span, value: { ...span.value, subject: { ...subject, what: 'category' } } } : span;
  });
}

/** What one pays to belong. */
const JOINING = /^(?:memberships?|subscriptions?|dues)$/;

/** A payee's span over the plain nouns behind it: "Aviva policy", "Amazon Prime membership". */
function stretched(
  span: Found,
  said: Utterance,
  { plain, names, taken }: { plain: readonly boolean[]; names: LedgerNames; taken: readonly Found[] },
): Found {
  if (subjectOf(span)?.what !== 'payee') return span;
  const next = said.starts.findIndex((start) => start > span.end - 1);
  const word = said.words[next];
  const start = said.starts[next];
  if (!word || start === undefined || start !== span.end + 1 || plain[next] || !DESCRIBING.has(word.text)) return span;
  // "costco membership": of a shop with everything no row tells that it was for that.
  if (JOINING.test(word.text) && isShop(span, names)) return span;
  const end = start + word.text.length;
  return taken.some((other) => other !== span && other.start < end && start < other.end)
    ? span
    : { ...span, end, text: said.said.slice(span.start, end) };
}

/** "grandma Rosa Vance": who somebody is to us, before the name of a person who is paid or pays. */
function withTitle(span: Found, said: Utterance, { payees }: LedgerNames): Found {
  const subject = subjectOf(span);
  const at = said.starts.indexOf(span.start);
  const title = said.words[at - 1]?.text ?? '';
  const start = said.starts[at - 1];
  if (subject?.what !== 'payee' || subject.payees.length === 0 || start === undefined || !TITLES.has(title)) return span;
  // "Mrs Nowak" of K NOWAK CLEANING: whoever is addressed so is no company, whatever their trade.
  return ADDRESS.test(title) || subject.payees.every((id) => payees.get(id)?.kind === 'person')
    ? { ...span, start, text: said.said.slice(start, span.end) }
    : span;
}
const ADDRESS = /^(?:mr|mrs|ms|miss|dr|mister|professor|prof|sir|lady|madam|senora?|herr|frau|monsieur|madame)$/;

/** What large shops sell apart under the same name: "HEB gas" is no other word for H-E-B. */
const SOLD_APART =
  /^(?:gas|gasoline|petrol|fuel|diesel|pharmacy|prescriptions?|optician|opticians|insurance|mobile|phone|bank|travel|flights?)$/;
const SELLS_MUCH: ReadonlySet<string | null | undefined> = new Set(['groceries', 'shopping', 'convenience', 'clothing']);

/** "Petrol at Tesco" of TESCO FUEL: those of the kind that bear the shop's name before their own. */
function ofItsHouse({ payee, notion }: Pair, text: string, names: LedgerNames): Name | null {
  const houses = (subjectOf(payee)?.payees ?? []).flatMap((id) => names.payees.get(id)?.words[0] ?? []);
  const ids = (subjectOf(notion)?.payees ?? []).filter((id) => houses.includes(names.payees.get(id)?.words[0] ?? ''));
  return ids.length > 0 ? takenAs(payeeSubject(ids, names), text) : null;
}

/** A shop whose rows do not tell what was bought. */
export function isShop(span: Found, { payees }: LedgerNames): boolean {
  const subject = subjectOf(span);
  return subject?.what === 'payee' && subject.payees.length > 0 && subject.payees.every((id) => SELLS_MUCH.has(payees.get(id)?.kind));
}

/** "vet bills", "bank charges of the gym": what is paid, behind what it is paid for, is no second filter. */
const PAID_NOUN = /^(?:the )?(?:bills?|fees?|charges?|costs?|payments?|expenses?|fares?|tickets?|orders?)$/;
const withoutPaidNouns = (found: readonly Found[], said: string): Found[] =>
  found.flatMap((span, at) => {
    const before = found[at - 1];
    const next = found[at + 1];
    if (before && PAID_NOUN.test(span.text) && /^\s*$/.test(said.slice(before.end, span.start)) && before.value.is !== 'ambiguous')
      return before.value.is === 'account' ? [span] : [];
    const noun =
      next &&
      PAID_NOUN.test(next.text) &&
      /^\s*$/.test(said.slice(span.end, next.start)) &&
      span.value.is !== 'ambiguous' &&
      span.value.is !== 'account';
    return [noun ? { ...span, end: next.end, text: said.slice(span.start, next.end) } : span];
  });

/** "At Target on clothes": of what a shop with everything sold, no row tells; the figure would be of all of it. `between`: up to the thing. */
export const isBoughtAt = (shop: Found, between: string, names: LedgerNames): boolean =>
  /^\s*(?:on|for)\s+(?:the|my|our|some)?\s*$/.test(between) && isShop(shop, names);

/** What is known to be a shop or a firm of some trade: nothing but that is bought of it. */
export function isOfKnownTrade(span: Found, { payees }: LedgerNames): boolean {
  const subject = subjectOf(span);
  return (
    subject?.what === 'payee' &&
    subject.payees.length > 0 &&
    subject.payees.every((id) => !/^(?:person|payments|check|transfer|bank)?$/.test(payees.get(id)?.kind ?? ''))
  );
}

/** What money is called, not what is bought: it describes no shop. */
const OF_MONEY =
  /^(?:the |my |our |any )?(?:salary|salaries|wages?|bonus(?:es)?|pensions?|interest(?: charges?)?|dividends?|(?:late|bank|overdraft|foreign) fees?|(?:atm |cash )?withdrawals?|benefits?|rent|mortgage|tax)$/;

/** "taxi in Palma", "cash at Mutley" where the name said is of a newsagent there and a hardware shop: of whom it is known what they sell, they do not sell that. */
function isElsewhere({ payee, notion }: Pair, between: string, names: LedgerNames): boolean {
  return (
    (OF_MONEY.test(notion.text) ||
      (notion.start < payee.start &&
        /^\s*(?:at|in|on|from)\b/.test(between) &&
        !/^(?:shopping|shop|shops|store|stores)$/.test(notion.text))) &&
    isOfKnownTrade(payee, names)
  );
}

/** "interest from the credit union", which stands among the payees for what is moved there: the account that it was moved with. */
function asOwnAccount({ payee, notion }: Pair, { moved, accounts }: LedgerNames): Found | null {
  const ids = subjectOf(payee)?.payees ?? [];
  const own = [...new Set(ids.map((id) => moved.get(id) ?? null))];
  const account = accounts.find(({ id }) => id === own[0]);
  if (!OF_MONEY.test(notion.text) || ids.length === 0 || own.length !== 1 || !account) return null;
  return { ...payee, value: { is: 'account', ids: [account.id], words: account.name } };
}

/** "haircuts for Callum": what is bought for somebody is paid to a shop, and no row tells for whom. */
const isForSomebody = ({ payee, notion }: Pair, between: string, { payees }: LedgerNames): boolean =>
  notion.start < payee.start &&
  /^\s*for\b/.test(between) &&
  (subjectOf(payee)?.payees ?? []).length > 0 &&
  (subjectOf(payee)?.payees ?? []).every((id) => looksLikePerson(payees.get(id)?.name ?? ''));

/** "Matthew Pascoe in rent help": what is written behind somebody's name in some of their rows tells those rows from the others. */
function inNotesOf({ payee, notion }: Pair, names: LedgerNames): Found | null {
  const ids = subjectOf(payee)?.payees ?? [];
  // Whom a bank's reference makes a landlord, though only some of it was rent, is a person too.
  if (ids.length === 0 || ids.some((id) => !looksLikePerson(names.payees.get(id)?.name ?? ''))) return null;
  const said = nameWords(notion.text).filter((word) => !/^(?:the|my|our|his|her|their)$/.test(word));
  const subject = said.length > 0 ? textSubject(said, notion.text, names, ({ id }) => ids.includes(id)) : null;
  return subject?.noted ? { ...notion, value: { is: 'subject', subject: { ...subject, what: 'category' } } } : null;
}

/** "allotment rent" of COUNCIL ALLOTMENT RENT: what each of its texts says of a payee filters none of them. */
function isInItsTexts({ payee, notion }: Pair, { texts }: LedgerNames): boolean {
  const ids = subjectOf(payee)?.payees ?? [];
  const carriers = carriersOf(nameWords(notion.text), texts);
  return ids.length > 0 && ids.every((id) => carriers.some((carrier) => carrier.payee === id && carrier.always));
}

/** "Southwest flights" where an airline and a gas company are called so: of several payees those that are of the kind beside them. */
function ofKind(found: readonly Found[], said: string, names: LedgerNames): Found[] {
  return found.map((span, at) => {
    const subject = subjectOf(span);
    if (subject?.what !== 'payee' || subject.payees.length < 2 || subject.noted) return span;
    for (const other of [found[at - 1], found[at + 1]]) {
      const kind = other && subjectOf(other);
      const [first, last] = other && other.start < span.start ? [other, span] : [span, other];
      if (!kind || kind.what === 'payee' || !first || !last || !JOINT.test(said.slice(first.end, last.start))) continue;
      const own = subject.payees.filter((id) => kind.payees.includes(id));
      if (own.length > 0 && own.length < subject.payees.length) return { ...span, value: takenAs(payeeSubject(own, names), span.text) };
    }
    return span;
  });
}

const EATS_AT = /^(?:eat|eats|eaten|ate|eating|dine|dined|dining|had (?:dinner|lunch|breakfast)) (?:at|in)$/;

export function beside(all: readonly Found[], said: Utterance, names: LedgerNames, plain: readonly boolean[]): Found[] {
  const found = joinedNames(all, said.said, names);
  const kept = narrowed(ofKind(withoutPaidNouns(found, said.said), said.said, names), said.said);
  for (let at = 0; at + 1 < kept.length; at += 1) {
    const [a, b] = [kept[at], kept[at + 1]];
    const pair = a && b && pairOf(a, b, said.said);
    if (!a || !b || !pair) continue;
    // "how often did we eat at Frontier": what one does there tells none of its rows from the others.
    if (pair.payee === b && EATS_AT.test(a.text)) {
      kept.splice(at, 2, { ...b, start: a.start, text: said.said.slice(a.start, b.end) });
      at -= 1;
      continue;
    }
    const noted = inNotesOf(pair, names);
    if (noted) {
      kept[pair.notion === a ? at : at + 1] = noted;
      continue;
    }
    if (!describes(pair, names)) continue;
    const own = asOwnAccount(pair, names);
    if (own) {
      kept[pair.payee === a ? at : at + 1] = own;
      continue;
    }
    if (isInItsTexts(pair, names)) {
      kept.splice(at, 2, { ...pair.payee, start: a.start, end: b.end, text: said.said.slice(a.start, b.end) });
      at -= 1;
      continue;
    }
    // "gareth's bonus", where the bonus stands in the text of what an employer pays, is no mere word for what Gareth is.
    if (subjectOf(pair.notion)?.byText) {
      kept[pair.notion === a ? at : at + 1] = { ...pair.notion, value: { is: 'unknown', words: pair.notion.text } };
      continue;
    }
    const text = said.said.slice(a.start, b.end);
    if (isForSomebody(pair, said.said.slice(a.end, b.start), names)) {
      const choices = [pair.notion.text, ...(subjectOf(pair.payee)?.payees ?? []).flatMap((id) => names.payees.get(id)?.name ?? [])];
      kept.splice(at, 2, {
        ...pair.payee,
        start: a.start,
        end: b.end,
        text,
        value: { is: 'ambiguous', words: text, choices: choices.slice(0, 4) },
      });
      continue;
    }
    if (pair.payee === a && isBoughtAt(a, said.said.slice(a.end, b.start), names)) {
      kept[at + 1] = { ...b, value: { is: 'unknown', words: b.text } };
      continue;
    }
    if (pair.payee === a && JOINING.test(pair.notion.text) && isShop(a, names)) {
      kept[at + 1] = { ...b, value: { is: 'unknown', words: b.text } };
      continue;
    }
    if (SOLD_APART.test(pair.notion.text) && isShop(pair.payee, names)) {
      const value: Name = ofItsHouse(pair, text, names) ?? { is: 'unknown', words: text };
      kept.splice(at, 2, { ...pair.payee, start: a.start, end: b.end, text, value });
      continue;
    }
    if (isElsewhere(pair, said.said.slice(a.end, b.start), names)) {
      kept[pair.notion === a ? at : at + 1] = { ...pair.notion, value: { is: 'unknown', words: pair.notion.text } };
      continue;
    }
    kept.splice(at, 2, { ...pair.payee, start: a.start, end: b.end, text });
    at -= 1;
  }
  const whole = kept.map((span) => withTitle(stretched(span, said, { plain, names, taken: kept }), said, names));
  // "Mrs", which alone is nobody's name.
  const isHeld = (span: Found) =>
    span.value.is === 'unknown' &&
    whole.some((other) => other !== span && other.value.is === 'subject' && other.start <= span.start && span.end <= other.end);
  return whole.filter((span) => !isHeld(span));
}
