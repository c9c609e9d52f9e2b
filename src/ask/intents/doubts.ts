// Nothing said goes unheard: what no span explains lowers confidence, and below the line Sotto asks back instead of answering.
// What would change the figure if it were understood is asked about; so is what the plan leaves unsaid.
import { matchesOf } from '../../base/matches.ts';
import { isMark, wordsWithin } from '../hear/utterance.ts';
import { isEnglish } from '../lexicon/english.ts';
import { isBoughtAt, isOfKnownTrade, isShop } from '../names/beside.ts';
import { isBrand } from '../names/brands.ts';
import { squash, stem } from '../names/keys.ts';
import { isGivenName } from '../../ledger/payees/looks-like-person.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Name } from '../names/subject.ts';
import { unaccounted } from '../plan/accounted.ts';
import type { QueryPlan } from '../plan/plan.ts';
import { cueSpan, hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Span } from '../spans/span.ts';
import { standingOf } from './about-money.ts';
import { isBare } from './bare.ts';
import { askedInstead } from './asked-instead.ts';
import { corrected } from './corrected.ts';
import { absentCurrency } from './currency-for.ts';
import { flowOf } from './flows.ts';
import type { Asked, Refusal } from './intent.ts';
import { missing, whoIsMeant } from './missing.ts';
import { oddSize } from './odd-sizes.ts';
import { TERSE, openWords } from './open-words.ts';
import { isSomebody, unreadNarrowing } from './narrowing.ts';
import { isReceiver } from './receiver.ts';
import { neverPaid } from './regular-pay.ts';
import { isStory } from './story.ts';
import { includedBeside, paidBetween, twoNotions, unjoined } from './two-notions.ts';

/** "Costco and the animal hospital": one of a list, so the figure would lack it. */
function isListed({ said: { said }, names }: Reading, value: Name): boolean {
  const span = names.find((one) => one.value === value);
  if (!span) return false;
  return (
    /\b(?:and|or|plus|vs|with|,)\s+(?:the\s+|my\s+|our\s+)?$/.test(said.slice(0, span.start)) ||
    /^\s*(?:and|or|plus|vs|,)\s/.test(said.slice(span.end))
  );
}

/**
 * "At Tesco on flowers", "parking at Costco", "hotels on the Amex": what nothing in the ledger is called is no word for a shop whose trade
 * is known, for no row tells what was bought there; nor for an account, unless it stands right beside it ("the mortgage account").
 */
function isNoWordFor({ said: { said }, names }: Reading, ledger: LedgerNames, { start, end }: { start: number; end: number }): boolean {
  const isPayeeNamed = names.some(({ value }) => value.is === 'subject' && value.subject.what === 'payee');
  return names.some((other) =>
    other.value.is === 'account'
      ? !isPayeeNamed && /\S/.test(other.end <= start ? said.slice(other.end, start) : said.slice(end, other.start))
      : (other.end <= start && isBoughtAt(other, said.slice(other.end, start), ledger)) ||
        (other.start >= end &&
          /^\s+(?:at|in|on|from)\s+(?:the |my |our )?$/.test(said.slice(end, other.start)) &&
          isOfKnownTrade(other, ledger)),
  );
}

/** The question has a time of its own behind the clause; "anything at Ikea this year? how much" has none. */
function isTimedLater({ said: { said }, periods }: Reading, start: number): boolean {
  const mark = said.slice(start).search(/[.,;:!?]/);
  return mark >= 0 && periods.some((period) => period.start > start + mark);
}

export function doubts({ reading, ledger }: Asked, carried: boolean): Refusal | null {
  const ambiguous = reading.names.find(({ value }) => value.is === 'ambiguous')?.value;
  if (ambiguous?.is === 'ambiguous') {
    const { words, choices } = ambiguous;
    return {
      refuse: 'clarify',
      why: choices.length > 1 ? 'which-name' : 'which-name-for',
      words: [words],
      choices: askedInstead(reading, words, choices),
    };
  }
  const payer = payerOrKind(reading, ledger);
  if (payer) return payer;
  // "my bonus this year" where no row tells of one: never all that came in.
  const bonus = reading.cues.find(
    ({ text, start, end }) => /^bonus(?:es)?$/.test(text) && !reading.names.some((name) => name.start <= start && end <= name.end),
  );
  if (bonus && flowOf(reading) === 'income') return { refuse: 'empty', why: 'unknown-kind', words: [bonus.text] };
  // "costco membership": of a shop with everything no row tells what was paid to belong there.
  const joining = reading.cues.find(({ value, text }) => value === 'subscriptions' && /^memberships?$/.test(text));
  if (joining && reading.names.some((name) => isShop(name, ledger) && name.end <= joining.start))
    return { refuse: 'clarify', why: 'unheard', words: [joining.text] };
  const stranger = strangeAccount(reading);
  if (stranger !== null) return { refuse: 'clarify', why: 'unheard', words: [stranger] };
  const pair = includedBeside(reading) ?? twoNotions(reading) ?? unjoined(reading) ?? paidBetween(reading);
  if (pair) return pair;
  const cut = cutPeriod(reading);
  if (cut !== null) return { refuse: 'clarify', why: 'unheard', words: [cut] };
  const size = oddSize(reading);
  if (size !== null) return { refuse: 'clarify', why: 'unheard', words: [size] };
  if (asksOfNoCash(reading, ledger)) return { refuse: 'empty', why: 'unknown-kind', words: ['cash'] };
  const giver = neverPaid(reading, ledger);
  if (giver !== null) return { refuse: 'empty', why: 'never-paid', words: [giver] };
  const abroad = unreadAbroad(reading, ledger);
  if (abroad !== null) return { refuse: 'clarify', why: 'unheard', words: [abroad] };
  const currency = absentCurrency(reading, ledger);
  if (currency !== null) return { refuse: 'empty', why: 'no-currency', words: [currency] };
  const known = reading.names.some(({ value }) => value.is === 'subject' || value.is === 'account' || value.is === 'place');
  // "the Geico policy": a notion that the ledger lacks only describes the payee beside it.
  const describes = reading.names.some(({ value }) => value.is === 'account' || (value.is === 'subject' && value.subject.what === 'payee'));
  // "Aldi... sorry, Lidl": what was taken back need not be known.
  const stands = corrected(reading, reading.names, ({ value }) => (value.is === 'account' ? 'account' : 'subject'));
  const unknown = stands.filter(
    ({ value, start, end }) =>
      value.is === 'unknown' &&
      !((describes || isTimedLater(reading, start)) && isStory(reading, reading.said.starts.indexOf(start))) &&
      !isReceiver(reading, reading.said.starts.indexOf(start)) &&
      !(value.concept && describes && !isListed(reading, value) && !isNoWordFor(reading, ledger, { start, end })),
  );
  const standing = standingOf(reading);
  const content = reading.said.words.filter(({ text }) => !isMark(text)).length;
  const narrowing = unreadNarrowing(reading);
  if (unknown.length) {
    const words = unknown.map(({ value }) => ('words' in value ? value.words : ''));
    // "Lidl?", "Lidl last month": a brand by itself is asked about; any other unknown word by itself is no question.
    // "catch 22": a brand that is a plain word asks for itself alone, with a time, or written like a name.
    const plain = words.every((word) => isEnglish(word)) && reading.periods.length === 0 && content > unknown.length;
    // "was there anything from Nando's this year": whatever is asked of a brand is asked of the rows there.
    const atBrand =
      hears(reading, 'exists', 'list') && unknown.every(({ start }) => /\b(?:from|at) (?:the )?$/.test(reading.said.said.slice(0, start)));
    const brand = (content <= TERSE || atBrand) && !plain && words.every((word) => isBrand(squash(word)));
    // "water bill last month", "hotels on the Amex": a notion of things paid for is asked about like a brand, and what else it says is a time
    // or an account.
    const notion =
      (content <= TERSE || reading.names.some(({ value }) => value.is === 'account')) &&
      reading.periods.length > 0 &&
      reading.unheard.length === 0 &&
      unknown.every(({ value }) => value.is === 'unknown' && value.concept);
    const acts =
      standing === 'strong' || (standing === 'weak' && (/\b(?:i|we|my|our|me|us)\b/.test(reading.said.said) || hears(reading, 'how-much')));
    if (!acts && !brand && !notion && !carried) return { refuse: 'declined', why: 'no-question' };
    if (known && unknown.some(({ value }) => isListed(reading, value)))
      return { refuse: 'clarify', why: 'unheard', words: unknown.map(({ text }) => text) };
    // Beside a name that is known another word that looks like one is more often talk than a shop: better to ask.
    if (known && !unknown.some((span) => namesBrand(span, reading))) return { refuse: 'clarify', why: 'unheard', words };
    return narrowing.length ? { refuse: 'clarify', why: 'unheard', words: narrowing } : missing(unknown, reading, ledger);
  }
  const machine = cashOfShop(reading, ledger);
  if (machine !== null) return { refuse: 'clarify', why: 'unheard', words: [machine] };
  const owner = strangersOwn(reading);
  if (owner !== null) return { refuse: 'clarify', why: 'unheard', words: [owner] };
  const open = openWords(reading).filter((at) => !isReceiver(reading, at));
  if (
    !carried &&
    content <= TERSE + 3 &&
    /\bthe other (?:one|two|2|card|account|shop|store|place|month|week|guy|person)\b(?! day)/.test(reading.said.said)
  )
    return { refuse: 'clarify', why: 'what-about' };
  if (!carried && isBare(reading, known) && (standing !== 'none' || (content <= TERSE && open.length === 0)))
    return { refuse: 'clarify', why: 'what-about' };
  // "when did I last pay her", "do we pay it off": of whom, and of what, no turn before says.
  if (!carried && !known && OF_NOBODY.test(reading.said.said)) return { refuse: 'clarify', why: 'what-about' };
  if (!carried && standing === 'none') return { refuse: 'declined', why: 'no-question' };
  if (narrowing.length && !(narrowing.every(isSomebody) && namesPerson(reading, ledger)))
    return whoIsMeant(narrowing, reading, ledger) ?? { refuse: 'clarify', why: 'unheard', words: narrowing };
  if (open.length) return { refuse: 'clarify', why: 'unheard', words: open.map((at) => reading.said.words[at]?.was ?? '') };
  if (wantsIncome(reading) && !ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
  return null;
}

/** "my mom ... Barbara Wisniewski": who that is was said. */
const namesPerson = ({ names }: Reading, { payees }: LedgerNames): boolean =>
  names.some(
    ({ value }) =>
      value.is === 'subject' && value.subject.payees.length > 0 && value.subject.payees.every((id) => payees.get(id)?.kind === 'person'),
  );

/** "Cash from the Tesco cashpoint": what was drawn there is none of what was bought at Tesco. */
function cashOfShop(reading: Reading, { byKind }: LedgerNames): string | null {
  const drawn = cueSpan(reading, 'cash');
  const machine = /\b(?:cash ?points?|cash ?machines?|atms?|hole in the wall)\b/.exec(reading.said.said)?.[0];
  const cash = byKind.get('cash') ?? [];
  const atShop = reading.names.some(
    ({ value }) =>
      value.is === 'subject' &&
      value.subject.what === 'payee' &&
      value.subject.payees.length > 0 &&
      !value.subject.payees.some((id) => cash.includes(id)),
  );
  return drawn !== null && machine !== undefined && atShop && !hears(reading, 'fee', 'atm-fee') ? machine : null;
}

/** "Has Roger's state pension come in": whose it is narrows what is asked, and no name that was found holds it. */
function strangersOwn({ said: { words, starts }, names, periods, storyUntil }: Reading): string | null {
  const at = words.findIndex(({ text, capital }, place) => {
    const start = starts[place] ?? 0;
    const held = [...names, ...periods].some((span) => span.start <= start && start < span.end);
    return !held && start >= storyUntil && /^[a-z]{3,}'s$/.test(text) && isGivenName(text.slice(0, -2)) && (capital || place > 0);
  });
  return words[at]?.was ?? null;
}

const OF_NOBODY = /\b(?:paid|pay|sent|send|gave|give|given|lent|lend|from|to) (?:her|him)\b|\bpay(?:ing)? (?:it|them|that) off\b/;

/** "my pay from the hospital": a kind of things to pay for, and a payer called so; nobody is paid by a kind. */
function payerOrKind(reading: Reading, ledger: LedgerNames): Refusal | null {
  if (flowOf(reading) !== 'income') return null;
  for (const { value, text, start } of reading.names) {
    if (value.is !== 'subject' || value.subject.what !== 'kind' || !/\bfrom (?:the |my |our )?$/.test(reading.said.said.slice(0, start)))
      continue;
    const { payees } = value.subject;
    const called = (ledger.byWord.get(stem(text)) ?? []).filter((id) => !payees.includes(id) && !ledger.moved.has(id));
    const choices = called.flatMap((id) => ledger.payees.get(id)?.name ?? []);
    if (choices.length) return { refuse: 'clarify', why: 'which-name', words: [text], choices: askedInstead(reading, text, choices) };
  }
  return null;
}

/** "How much did we spend abroad": no row says where it was paid; only where one foreign currency is, that is what is meant. */
function unreadAbroad(reading: Reading, { currencies, homeCurrency }: LedgerNames): string | null {
  const said = cueSpan(reading, 'foreign');
  if (said === null || !/abroad|overseas/.test(said.text) || hears(reading, 'foreign-fee')) return null;
  const foreign = currencies.filter((one) => one !== homeCurrency);
  return foreign.length === 1 || reading.names.some(({ value }) => value.is === 'place') ? null : said.text;
}

/** What may stand before "account" or "card" without telling which one it is. */
const ANY_ACCOUNT =
  /^(?:whole|same|other|own|new|old|entire|actual|bank|credit|debit|charge|main|single|very|one|two|three|last|first|right|wrong|said|little|big|usual|normal|damn|bloody|first|second|both|shared|gift|loyalty|store|library|sim|report|birthday|\d+)$/;

const CALLED_SO = /\b(?:on|from|with|in|into|onto|to|of|through|via|using) (?:the|my|our) ([a-z][a-z'&-]+) (?:account|card)\b/g;

/** "the household card" where no account is called so: the account that is meant, which "card" alone would not tell. */
function strangeAccount({ said: { said }, names, cues, periods }: Reading): string | null {
  for (const match of matchesOf(said, CALLED_SO)) {
    const [whole, word = ''] = match;
    const start = match.index + whole.indexOf(` ${word} `) + 1;
    const claimed = [...names, ...periods, ...cues.filter(({ value }) => value === 'in-currency' || value === 'card-payment')].some(
      (span) => span.start <= start && start < span.end,
    );
    if (!claimed && !ANY_ACCOUNT.test(word)) return `${word} ${whole.endsWith('card') ? 'card' : 'account'}`;
  }
  return null;
}

/** "the tail end of June", "early last week": a part of a stretch that no parser takes. */
function cutPeriod({ said, periods }: Reading): string | null {
  for (const { start, text, by, value } of periods) {
    // "flowers for mother's day" were bought before it, and nobody says how long before.
    if (by === 'holiday' && value.grain === 'day' && /^for\b/.test(text)) return text;
    const cut = /\b(?:early|late|mid|middle of|tail end of|latter half of|back end of)[ -](?:in )?(?:the )?$/.exec(
      said.said.slice(0, start),
    );
    if (cut) return `${cut[0].trim()} ${text.trim()}`;
    // "between payday and the end of January": a stretch of which only one end was understood.
    const half = /\bbetween (?:the |my |our |last )*[a-z]+ and (?:the )?$/.exec(said.said.slice(0, start));
    if (half && !periods.some((one) => one.start >= half.index && one.end < start)) return `${half[0].trim()} ${text.trim()}`;
  }
  return unreadTime(said.said, periods.length);
}

/** A brand, and no plain word that is one too: "chips from the Fish Bar" are what was bought there. */
function namesBrand({ value, start, end }: Span<Name>, { said }: Reading): boolean {
  const words = 'words' in value ? value.words : '';
  // "Up in the dells" is nowhere that one buys.
  if (/\b(?:in|up|down|near|around|round) the $/.test(said.said.slice(0, start))) return false;
  return isBrand(squash(words)) && (!isEnglish(words) || wordsWithin(said, start, end).some((at) => said.words[at]?.capital === true));
}

/** "between payday and now", "until the wedding": where no time was read, what a word of time stands before is a time all the same. */
function unreadTime(said: string, read: number): string | null {
  if (read > 0) return null;
  const between = /\bbetween (?:the |my |our |last )*[a-z']+(?: [a-z']+)? and (?:now|today|then|the present)\b/.exec(said);
  const until = /\b(?:until|till|up to) (?:the |my |our )(?!moment\b|present\b|date\b|minute\b|point\b)[a-z']+\b/.exec(said);
  return (between ?? until)?.[0] ?? null;
}

const wantsIncome = (reading: Reading) =>
  (flowOf(reading) === 'income' || hears(reading, 'savings-rate')) &&
  !hears(reading, 'refund', 'transfer') &&
  cueSpan(reading, 'income', 'savings-rate') !== null;

/** What the plan would leave unsaid: better to ask than to be surely wrong. */
export function unsaidBy(reading: Reading, plan: QueryPlan): Refusal | null {
  const refund =
    plan.ask === 'total' && plan.scope.flow === 'spending' && hears(reading, 'refund') && !hears(reading, 'after-refunds', 'before-refunds')
      ? reading.cues.filter(({ value }) => value === 'refund').map(({ text }) => text)
      : [];
  const words = [...new Set([...unaccounted(reading, plan), ...refund, ...whatMoved(reading, plan)])];
  return words.length ? { refuse: 'clarify', why: 'unheard', words } : null;
}

const WHAT_MOVED =
  /\bwhat (?:did|have|do|are|were) (?:i|we) (?:\w+ )?(?:spend|spent|spending|pay|paid|paying) (?:more|less) (?:on|for|at)\b|\b(?:what|which one) (?:has |have )?changed (?:the )?most\b/;

/** "What did we spend less on in July": a shop or a kind, and no sum of all. */
function whatMoved({ said: { said } }: Reading, plan: QueryPlan): string[] {
  const tells =
    plan.ask === 'why' || plan.ask === 'price-change' || (plan.ask === 'breakdown' && (plan.by === 'payee' || plan.by === 'category'));
  const asked = tells ? null : WHAT_MOVED.exec(said);
  return asked ? [asked[0]] : [];
}

/** "How much have we withdrawn" where no statement holds cash: never the whole of what was spent. From savings it is a transfer. */
const CASH_OUT =
  /\b(?:(?:have|has|did|do) (?:i|we) (?:\w+ )?with(?:drawn|draw)|(?:i|we) withdrew|(?:take|took|taken) out (?:\w+ )?in cash|cash (?:\w+ ){0,3}withdrawn)\b/;

function asksOfNoCash({ said, names }: Reading, { byKind, categories }: LedgerNames): boolean {
  return (
    CASH_OUT.test(said.said) &&
    !/\b(?:savings?|saver|pot|isa|fund|pension|super)\b/.test(said.said) &&
    names.every(({ value }) => value.is !== 'account' && value.is !== 'subject') &&
    (byKind.get('cash')?.length ?? 0) === 0 &&
    !categories.some(({ name }) => /\b(?:cash|atm)\b/i.test(name))
  );
}
