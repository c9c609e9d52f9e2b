// Accounts as people call them: by name, by what they are ("the credit card", "current account"), by bank, by currency ("the euro card").
import { lookUp } from '../../base/look-up.ts';
import { cueWords } from '../spans/cues.ts';
import currencies from '../lexicon/currencies.json';
import { isEnglish } from '../lexicon/english.ts';
import { phraseConcept } from './concepts.ts';
import { holderPhrases } from './holders.ts';
import { nameWords, stem } from './keys.ts';
import type { AccountName, LedgerNames } from './ledger-names.ts';

const KIND_WORDS: Readonly<Record<string, readonly string[]>> = {
  card: ['credit card', 'card', 'cards', 'visa', 'mastercard', 'amex', 'charge card', 'plastic', 'credit cards'],
  checking: [
    'checking',
    'checking account',
    'chequing',
    'current',
    'current account',
    'bank account',
    'main account',
    'debit card',
    'debit account',
    'debit',
    'everyday account',
    'spending account',
    'day to day account',
    'debit cards',
    'current accounts',
    'checking accounts',
  ],
  savings: [
    'savings',
    'savings account',
    'saver',
    'saver account',
    'saving account',
    'rainy day fund',
    'nest egg',
    'emergency fund',
    'savings pot',
    'isa',
    'deposit account',
  ],
  cash: ['cash account', 'wallet'],
  loan: ['loan account'],
  investment: ['investment account', 'brokerage account'],
};
const CURRENCY_WORDS: Readonly<Record<string, readonly string[]>> = {
  EUR: ['euro', 'euros', 'eur'],
  GBP: ['sterling', 'gbp', 'pound'],
  USD: ['dollar', 'usd', 'us dollar'],
  CHF: ['franc', 'chf'],
  JPY: ['yen'],
};
/** Words that say what an account is, in whatever ledger. */
const kindWords: ReadonlySet<string> = new Set(Object.values(KIND_WORDS).flat());
export const isKindWord = (word: string): boolean => kindWords.has(word);

/** What people of another country call the account in its currency: "the US card", "my American visa". */
const COUNTRY_WORDS: Readonly<Record<string, readonly string[]>> = currencies.accounts;

const TAILS = ['card', 'account', 'credit card', 'debit card', 'one'];

/** Brands of cards: an account whose name says another is none of these. */
const CARD_BRANDS: Readonly<Record<string, RegExp>> = {
  amex: /amex|american express/i,
  visa: /visa/i,
  mastercard: /master ?card/i,
};

/** "the credit union" of Douglas credit union: what a bank of that kind is called where there is one. */
const KIND_OF_BANK = /\b(credit union|building society)\b/i;

function kindOf({ kind, name, categories, hasIncome }: AccountName): string {
  if (kind !== 'unknown') return kind;
  const said = name.toLowerCase();
  if (/sav|isa\b/.test(said)) return 'savings';
  if (/card|visa|amex|mastercard/.test(said)) return 'card';
  if (/check|chequ|current/.test(said)) return 'checking';
  // Purchases in the categories of its export and nothing earned: that is a card.
  return categories.size > 1 && !hasIncome ? 'card' : 'unknown';
}

const NAMING_NO_BANK =
  /^(?:card|credit|debit|visa|mastercard|amex|account|checking|chequing|current|savings?|saver|joint|main|personal|the|my|our)$/;

const isNoise = (word: string) => /^(?:eur|usd|gbp|\d+|statement|statements|export|transactions|activity|csv|history|download)$/.test(word);

/** Phrases and the accounts they may mean, most telling accounts only. */
export function accountPhrases(names: LedgerNames): Map<string, number[]> {
  const phrases = new Map<string, Set<number>>();
  const add = (phrase: string, id: number) => phrases.set(phrase, (phrases.get(phrase) ?? new Set()).add(id));
  for (const account of names.accounts) {
    const { id, name, institution, currency, number, files } = account;
    const words = nameWords(name).filter((word) => !isNoise(word));
    // A file called "travel-card-eur.csv" names its account too, where no other account is called so.
    const fromFiles = files
      .map((file) =>
        nameWords(file)
          .filter((word) => !isNoise(word))
          .join(' '),
      )
      .filter((phrase) => phrase.length > 3);
    for (const phrase of new Set([words.join(' '), nameWords(name).join(' '), ...fromFiles])) {
      if (!phrase || /^(?:account|current)$/.test(phrase) || /^(?:statement|transactions|export|activity)$/.test(phrase)) continue;
      add(phrase, id);
      if (!/\b(?:card|account)$/.test(phrase)) for (const tail of TAILS.slice(0, 2)) add(`${phrase} ${tail}`, id);
      if (/\b(?:account)$/.test(phrase) && words.length > 1) add(words.slice(0, -1).join(' '), id);
    }
    const kind = kindOf(account);
    for (const phrase of calledFor(words, kind, names)) add(phrase, id);
    for (const phrase of qualifiedAs(words)) add(phrase, id);
    const house = KIND_OF_BANK.exec(`${name} ${institution ?? ''}`)?.[1]?.toLowerCase();
    if (house !== undefined) for (const tail of ['', ' account', ' savings', ' shares']) add(`${house}${tail}`, id);
    for (const phrase of KIND_WORDS[kind] ?? []) if (mayBe(phrase, account, names)) add(phrase, id);
    if (institution !== null) {
      const bank = nameWords(institution).join(' ');
      for (const short of bankForms(bank))
        // "the co-op account" where one shops at the Co-op as well: its account is the bank's, the bare word is not.
        for (const tail of onlyMoves(names.bySquash.get(short.replace(/ /g, '')), id, names)
          ? ['', ' card', ' account']
          : [' card', ' account'])
          add(`${short}${tail}`, id);
      for (const tail of [...TAILS, ...(KIND_WORDS[kind] ?? [])]) add(`${bank} ${tail}`, id);
    }
    if (names.currencies.length > 1)
      for (const word of CURRENCY_WORDS[currency] ?? []) for (const tail of TAILS.slice(0, 4)) add(`${word} ${tail}`, id);
    if (currency !== names.homeCurrency)
      for (const word of lookUp(COUNTRY_WORDS, currency) ?? [])
        for (const tail of [...TAILS, ...(KIND_WORDS[kind] ?? [])]) if (mayBe(tail, account, names)) add(`${word} ${tail}`, id);
    const digits = number?.replace(/\D/g, '').slice(-4);
    if (digits?.length === 4) add(digits, id);
  }
  for (const { phrase, id } of [...otherSides(names), ...holderPhrases(names)]) add(phrase, id);
  return new Map([...phrases].map(([phrase, ids]) => [phrase, narrowed([...ids], phrase, names)]));
}

/** No payee is called so, but one's own money on its way to that account: "Tangerine" on the rows of the other bank. */
const onlyMoves = (payees: readonly number[] | undefined, account: number, { moved }: LedgerNames): boolean =>
  (payees ?? []).every((payee) => moved.get(payee) === account);

const POT = /^(?:saver|savings?|pot|isa|goal|fund|reserve|stash)$/;

/** Accounts as the other accounts' rows call them: "To Rainy Day Saver" speaks of the rainy day saver, the rainy day money. */
function otherSides({ moved, payees }: LedgerNames): { phrase: string; id: number }[] {
  return [...moved].flatMap(([payee, id]) => {
    const words = (payees.get(payee)?.words ?? []).filter((word) => !/^(?:to|from|transfer|xfer|own)$/.test(word));
    if (id === null || words.length < 2 || !words.some((word) => POT.test(word))) return [];
    const own = words.filter((word) => !POT.test(word)).join(' ');
    const tails = ['money', 'fund', 'pot', 'account', 'saver', 'savings'];
    return [words.join(' '), ...tails.map((tail) => `${own} ${tail}`)].map((phrase) => ({ phrase, id }));
  });
}

/** Words of an account's name that say whose it is or what for; beside a bank's name they are what people say: "the joint account". */
const QUALIFIER = /^(?:joint|personal|business|main|household|house|family|bills|holiday|student|premier|shared|spending|everyday)$/;

const qualifiedAs = (words: readonly string[]): string[] =>
  words.length > 1
    ? words
        .filter((word) => QUALIFIER.test(word))
        .flatMap((word) => [`${word} account`, `${word} card`, `${word} one`, ...(word === 'joint' ? ['joint'] : [])])
    : [];

/** What an account called "Alaska visa" or "Rivermark checking" is called for short: the "Alaska card", "Rivermark". */
function calledFor(words: readonly string[], kind: string, names: LedgerNames): string[] {
  const { bySquash } = names;
  const own = words.filter((word) => !NAMING_NO_BANK.test(word));
  const short = own.join(' ');
  const tails =
    kind === 'card'
      ? ['card', 'credit card', 'visa', 'mastercard']
      : kind === 'savings'
        ? ['account', 'fund', 'pot', 'money', 'savings']
        : ['account', 'card'];
  const parts = runsOf(words, names).flatMap((run) => [...(run.includes(' ') ? [run] : []), ...tails.map((tail) => `${run} ${tail}`)]);
  // "the Costco card" of Citi Costco is that card, though one shops at Costco too. A word that a question asks with is none by itself:
  // "money in" is not what came in at An Post Money.
  if (kind === 'card' && own.length > 1)
    for (const word of own.filter((each) => each.length > 2 && isOnlyOf(each, names)))
      parts.push(
        `${word} card`,
        `${word} credit card`,
        ...(word.length > 4 && isOfNoPayee(word, names) && !cueWords.has(word) ? [word] : []),
      );
  if (own.length === 0 || own.length === words.length || short.length < (isEnglish(short) ? 3 : 2)) return parts;
  // "the Virgin card" of Virgin Money: the first word tells, where no other account is called so.
  const [first = ''] = own;
  const firsts = own.length > 1 && first.length > 1 && isOnlyOf(first, names) ? tails.map((tail) => `${first} ${tail}`) : [];
  const alone =
    // "Landmark" of Landmark savings: a plain word, where it says nothing else.
    (own.length > 1 ||
      !isEnglish(short) ||
      (short.length > 5 && !phraseConcept(short) && !cueWords.has(short) && !QUALIFIER.test(short))) &&
    // Two letters are no part of a payee's name: "TD" beside a TD Mortgage is the account.
    (short.length < 3 || own.every((word) => isOfNoPayee(word, names))) &&
    !bySquash.has(short.replace(/ /g, ''));
  return [...(alone ? [short] : []), ...tails.map((tail) => `${short} ${tail}`), ...firsts, ...parts];
}

/** "clarity" of Halifax Clarity, "rainy day" of FRASER C RAINY DAY: words side by side that only this account is called by. */
function runsOf(words: readonly string[], names: LedgerNames): string[] {
  const runs = words.flatMap((_, from) => words.slice(from).map((_last, more) => words.slice(from, from + more + 1)));
  return runs
    .filter((run) => run.length < words.length && run.every((word) => !NAMING_NO_BANK.test(word)))
    .filter((run) => run.join('').length > 3 && run.every((word) => word.length > 2))
    .filter((run) => run.every((word) => isOnlyOf(word, names) && isOfNoPayee(word, names)))
    .map((run) => run.join(' '));
}

/** No payee is called so but one's own money on its way. */
const isOfNoPayee = (word: string, { byWord, moved }: LedgerNames): boolean =>
  (byWord.get(stem(word)) ?? []).every((payee) => moved.has(payee));

const isOnlyOf = (word: string, { accounts }: LedgerNames): boolean =>
  accounts.filter(({ name, files }) => [name, ...files].some((called) => nameWords(called).includes(word))).length === 1;

/** "Amex" is the card of that brand; where none says its brand, the only card may be it. */
function mayBe(phrase: string, account: AccountName, names: LedgerNames): boolean {
  const brand = lookUp(CARD_BRANDS, phrase);
  if (!brand) return true;
  const says = ({ name, institution, files }: AccountName) => brand.test([name, institution ?? '', ...files].join(' '));
  if (says(account)) return true;
  const cards = names.accounts.filter((each) => kindOf(each) === 'card');
  return cards.length === 1 && !cards.some(says) && (phrase !== 'amex' || account.institution === null);
}

/** What people call a bank for short, by how its name begins. */
const SHORT_FORMS: Readonly<Record<string, readonly string[]>> = {
  'capital one': ['cap one', 'cap 1', 'capital 1'],
  'american express': ['amex', 'american express', 'am ex'],
  'bank of america': ['b of a', 'bofa', 'boa'],
  'wells fargo': ['wells'],
  'co operative bank': ['co op', 'coop', 'co operative'],
  'royal bank of scotland': ['rbs'],
  'first direct': ['fd'],
  'navy federal': ['navy fed', 'nfcu', 'navy'],
  'charles schwab': ['schwab'],
  'bank of ireland': ['boi'],
  'permanent tsb': ['ptsb'],
  'commonwealth bank': ['commbank', 'cba', 'commonwealth'],
  'bank of montreal': ['bmo'],
  'yorkshire building society': ['ybs', 'yorkshire'],
};

/** "capital one" is "cap one" too, "american express" "amex". */
const bankForms = (bank: string): string[] => [
  bank,
  ...Object.entries(SHORT_FORMS).flatMap(([name, forms]) => (bank === name || bank.startsWith(`${name} `) ? forms : [])),
];

/** "The card" is the one in the home currency; "credit card" is one that calls itself so, when another does not. */
function narrowed(ids: number[], phrase: string, names: LedgerNames): number[] {
  if (ids.length < 2) return ids;
  const accounts = names.accounts.filter(({ id }) => ids.includes(id));
  const named = accounts.filter(({ name }) => nameWords(name).join(' ') === phrase);
  // People call the joint account so; "the current account" is the other one.
  if (/account/.test(phrase) && !/joint/.test(phrase) && named.length === 0) {
    const own = accounts.filter(({ name }) => !/\bjoint\b/i.test(name));
    if (own.length && own.length < accounts.length) return own.map(({ id }) => id);
  }
  const home = (named.length ? named : accounts).filter(({ currency }) => currency === names.homeCurrency);
  const chosen = home.length ? home : named.length ? named : accounts;
  return chosen.map(({ id }) => id);
}
