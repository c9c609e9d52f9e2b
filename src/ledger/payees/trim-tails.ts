// Cuts what follows a shop's name in a bank's text: numbers of stores, phones, addresses of sites, towns, countries, dates, legal forms.
import noise from './noise.json' with { type: 'json' };
import { kindOfWords } from './kinds.ts';
import { isFormOfAddress, isGivenName } from './looks-like-person.ts';
import { matchWords } from './match-words.ts';
import { isCountry, isPlainCountry, isState, isPostDistrict, isStateOf, likelyTownAtEnd, townAtEnd } from './places.ts';

const generic = new Set(noise.generic);
const legal = new Set(noise.legal);
const storeWords = new Set(noise.storeWords);
/** How a bank says that it was paid: POWER NI DD 1009384756. */
const paidBy = new Set(noise.paidBy);
// A space, a star or nothing after a prefix, as the file says; longest first.
const processors = [...noise.processors].sort((a, b) => b.length - a.length);

/** Without the payment service in front: SQ *BLUE BOTTLE -> BLUE BOTTLE. Two of them may stand before one another. */
export function dropProcessor(text: string): string {
  let rest = text;
  for (let round = 0; round < 2; round++) {
    const upper = rest.toUpperCase();
    const prefix = processors.find((each) => upper.startsWith(each));
    const after = prefix === undefined ? rest : rest.slice(prefix.length).replace(/^[\s*_-]+/, '');
    // H&M and O2 are names; a code (7H3KQ9XX1) is none, and the service itself was paid then.
    if (prefix === undefined || !/\p{L}{2}|^\p{L}[&\d]|^\d&/u.test(after) || /^(?=\S*\d\S*\d)[A-Z0-9]{6,}(?:\s|$)/.test(after)) break;
    if (/ $/.test(prefix) && /\p{Ll}/u.test(rest)) break; // "SP Gas" written by a person is a name
    rest = after;
  }
  return rest;
}

/** Without an unknown service and its star: XYZ *NAME, QUICKPAY*NAME; of two to four letters, or speaking of paying. Ask for a brand first: UBER *TRIP. */
export const dropUnknownProcessor = (text: string): string =>
  text.replace(/^(?:[A-Z0-9]{2,4}|[A-Z]{0,8}PAY[A-Z]{0,8}) ?\*+\s*(?=\p{L}[\p{L}\s'.&]{3,})/u, '');

/** BERGEN NO NOK 389.00 AT 13.37: what it cost there, and the rate. */
const FOREIGN_AMOUNT =
  /(?<=\S\s+)(?:AED|AUD|BGN|BRL|CAD|CHF|CNY|CZK|DKK|EUR|GBP|HKD|HUF|IDR|ILS|INR|ISK|JPY|KRW|MAD|MXN|MYR|NOK|NZD|PHP|PLN|RON|SEK|SGD|THB|TRY|USD|VND|ZAR) ?\d[\d,]*(?:\.\d{1,2})?(?: ?(?:at|@|x|rate) ?\d.*)?$/i;

/** From a token that begins an address of a site or a phone to the end; and references of every sort. */
function cutCodes(text: string): string {
  return text
    .replace(FOREIGN_AMOUNT, '')
    .replace(/(?<=\S\s+)\*{2,}[A-Z\d]{2,6}$/i, '') // SEND E-TFR ***dbc
    .replace(/@\.com\b/gi, ' ')
    .replace(/^['"`´’]+/, '')
    .replace(/\b(?:www|help|shop|store|pay|billing|account|my)\.(?=[\p{L}\d-]+\.)/giu, '')
    .replace(/^(\p{L}{5,}?)(?:com|couk)?\d{3,}(?=\s|$)/iu, '$1')
    .replace(/^(https?:\/\/)?([\p{L}\d-]{2,})\.(?:com|co\.uk|org|net|de|fr|es|it|nl|eu|io|app|uk|ie|org\.uk)\b(?:\/\S*)?/iu, '$2 ')
    .replace(/(?<=\S\s+)\S+\.(?:com|co\.uk|org|net|de|fr|es|it|nl|eu|io|co|uk|ie|me|tv)\b.*$/i, '')
    .replace(/(?<=\S\s+)\S*\w\/\w\S*\s.*$|(?<=\S\s+)[a-z]\.co\/\S+.*$/, '')
    .replace(/(?<=\S\s+)(?:\+?\d{1,3}[ -])?\(?\d{3}\)?[-. ]\d{3}[-. ]?\d{4}\b.*$/, '')
    .replace(/(?<=\S\s+)(?:\d{3}-[A-Z\d]{4,}|\+\d{6,}|0\d{3,4} \d{3} ?\d{3,4})\b.*$/, '')
    .replace(/(?<=\S\s+)\d{1,2}(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\d{0,4}\b.*$/i, '')
    .replace(/(?<=\S\s+)(?:on )?\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?(?:\s.*)?$/, '')
    .replace(
      /(?<=\S\s+)(?:ref|reference|mandate|mand|rf|inv|invoice|order|acct|a\/c|trn|txn|auth|conf|chq|cheque|chk|ck)\b\s*(?:no|nr|number|id)?[.:#]*\s*\S*\d.*$/i,
      '',
    )
    .replace(/(?<=\S\s+\S+\s+)REF\b[.:]?\s+\p{Lu}.*$/u, '') // D COLE WINDOWS REF BYRD
    .replace(/\s_[A-Z]$/, '') // TD: a purchase abroad, or by another road
    .replace(/(?<=\S)\s*[*#]+\s*[A-Z0-9-]*\d[A-Z0-9-]*\b.*$/i, '')
    .replace(/(?<=\S\s+)[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,}.*$/i, '');
}

/** How it was paid, as far as that tells what stands behind a name. */
interface Tail {
  /** Behind a payment service the shop's own name often stands right before the country: SUMUP *HAZELWELL NURSERY GB. */
  isServed?: boolean;
  /** Whoever collects a direct debit stands in no town: SPORT ABERDEEN is called so. */
  isCollected?: boolean;
}

/** The name words that are left, in the writing of the bank. Never empty for a text with a letter in it. */
export function trimTails(text: string, how: Tail = {}): string {
  let rest = cutCodes(text).replace(/\s[-–]\s+\S.*$/, (tail) =>
    matchWords(text.slice(0, text.length - tail.length)).length > 0 ? '' : tail,
  );
  // ALBUQUERQUE NMUS: state and country in one, as credit unions print them.
  rest = rest.replace(/(?<=\S )([A-Z]{2})(USA?)$/, (whole, state: string, country: string) =>
    isState(state) ? `${state} ${country}` : whole,
  );
  let tokens = rest.split(/\s+/).filter((token) => /[\p{L}\d&]/u.test(token));
  tokens = cutNumbers(tokens);
  tokens = cutPostcode(cutPlace(tokens, how));
  tokens = cutBranch(cutLegal(tokens));
  rest = tokens
    .join(' ')
    .replace(/^[^\p{L}\d(]+|[^\p{L}\d)!.+&]+$/gu, '')
    .replace(/[.,]$/, '');
  return matchWords(rest).every((word) => generic.has(word) || /^\d+$/.test(word)) ? '' : rest;
}

/** CHIPOTLE 1823 EMERYVILLE: at a number of three digits or a code, name ends. Small numbers (STUDIO 54) belong to names. */
function cutNumbers(tokens: string[]): string[] {
  const at = tokens.findIndex(
    (token, index) => index > 0 && isStoreNumber(token) && tokens.slice(0, index).some((word) => !generic.has(word.toUpperCase())),
  );
  const numberless = at === -1 ? tokens : tokens.slice(0, at);
  const kept = numberless.length > 1 && paidBy.has(numberless.at(-1) ?? '') ? numberless.slice(0, -1) : numberless;
  const first = kept.findIndex((token) => !/^[#*]?\d{4,}$/.test(token));
  const numbered = first === -1 ? kept : kept.slice(first);
  const from = numbered.length > 2 && isReference(numbered.at(-1) ?? '', numbered.slice(0, -1)) ? numbered.slice(0, -1) : numbered;
  const last = from.at(-1);
  return from.length > 1 && last !== undefined && /^(?:#\d+|store|no\.?|nr\.?|str|t\d|unit|fil|filiale)$/i.test(last)
    ? from.slice(0, -1)
    : from;
}

/**
 * TEACHERS PAY VT2QXT, BREWING CO INV KXBJV, CORNER BAKERY 3ESHKN: a code that nobody can say, behind a name, is new with each payment.
 * One that can be said (6DRAGH, and 7ELEVEN too) is so behind somebody's name, which has no numbers.
 */
const isReference = (token: string, before: readonly string[]): boolean =>
  /^(?=.*[A-Z]\d[A-Z])[A-Z\d]{5,}$|^[BCDFGHJ-NP-TVWXZ]{5,}$|^(?=.*\d)(?=.*[BCDFGHJ-NP-TVWXZ]{4})[A-Z\d]{5,}$/.test(token) ||
  (/^(?=.*\d)(?=.*[A-Z]{2})[A-Z\d]{5,}$/.test(token) && isNamedPerson(before));

/** JEN PARK, AUNT CAROL: a given name and another word, and nothing that shops say. */
function isNamedPerson(words: readonly string[]): boolean {
  if (words.length < 2 || words.length > 3 || words.some((word) => !/^\p{Lu}+(?:['’-]\p{Lu}+)*$/u.test(word))) return false;
  const name = words.filter((word) => !isFormOfAddress(word));
  return name.length > 0 && isGivenName(name[0] ?? '') && kindOfWords(words) === null;
}

const isStoreNumber = (token: string): boolean =>
  /^[#*]\d+/.test(token) ||
  /^[A-Z]?\d{3,}[A-Z]?[.,]?$/i.test(token) ||
  (token.length >= 6 && /\d/.test(token) && /[A-Z]/i.test(token) && /\d.*\d/.test(token)) ||
  /^\d+[-/]\d+/.test(token);

/** Before CO they make a company of it, and no town of Colorado: LOMOND BREWING CO. */
const TRADE =
  /^(?:brewing|brewery|coffee|tea|trading|baking|bakery|roasting|clothing|furniture|mattress|pizza|burger|barber|barbers|beer|wine|gin|whisky|distilling|foods?|books?|toys?|shoe|boot|bike|cycle|insurance|electric|power|property|lettings?|building|plumbing|roofing|cleaning|printing|candle|soap|fish|meat|cheese|spice)$/i;

/** OAKLAND CA, LONDON GB, LISBOA PRT, or a known town alone. */
function cutPlace(tokens: string[], { isServed = false, isCollected = false }: Tail): string[] {
  const words = (list: string[]) => list.map((token) => matchWords(token).join(' '));
  let kept = tokens;
  const last = words(kept).at(-1) ?? '';
  if (last === 'CO' && TRADE.test(kept.at(-2) ?? '')) return tokens;
  const marked = kept.length > 1 && last === (kept.at(-1) ?? '').replace(/[.,]/g, '') && (isState(last) || isCountry(last));
  if (isCollected && !marked) return tokens;
  if (marked) kept = kept.slice(0, -1);
  const again = words(kept).at(-1) ?? '';
  if (marked && kept.length > 1 && isCountry(last) && ((again.length === 2 && isState(again)) || isStateOf(last, again)))
    kept = kept.slice(0, -1);
  const upper = words(kept);
  // NHS TR is a trust and not Turkey: two letters of a far country need a town that we know.
  const sure = marked && (isState(last) || last.length === 3 || last === 'GB' || last === 'US' || isPlainCountry(last));
  const known = townAtEnd(upper);
  const likely = sure && known === 0 ? likelyTownAtEnd(upper) : known;
  // One word before the mark is a town unless it says a trade, KITCHEN GARDEN CAFE GB.
  const isShops = likely === 1 && known === 0 && ((isServed && !isState(last)) || kindOfWords(upper.slice(-1)) !== null);
  const count = isShops ? 0 : likely;
  if (marked && !sure && count === 0) return tokens;
  const before = upper.slice(0, upper.length - count);
  if (count === 0 || bindsPlace(before.at(-1) ?? '') || before.every((word) => generic.has(word) || word === '')) return kept;
  const shop = kept.slice(0, kept.length - count);
  // A branch named after the town, and the town once more: BURMA SUPERSTAR OAKLAND OAKLAND CA.
  const town = upper.slice(upper.length - count).join(' ');
  const branch = words(shop).slice(-count).join(' ');
  const once = branch === town && shop.length > count + 1 ? shop.slice(0, shop.length - count) : shop;
  // SHOWMAX ZA RANDBURG ZA: the shop's own country before its town.
  return once.length > 1 && isPlainCountry(last) && matchWords(once.at(-1) ?? '').join(' ') === last ? once.slice(0, -1) : once;
}

/** HAZELWELL NURSERY B30: behind two words and more of a shop. */
const cutPostcode = (tokens: string[]): string[] =>
  tokens.length > 2 && isPostDistrict(tokens.at(-1) ?? '') ? tokens.slice(0, -1) : tokens;

/** A place behind it is part of the name: BANK OF, MUSEUM, VISIT. */
export const bindsPlace = (word: string): boolean =>
  /^(?:OF|THE|IN|AT|DE|DI|DO|DA|LA|LE|VON|ZU|MUSEUM|HOTEL|UNIVERSITY|BANK|AIRPORT|CITY|AND|MY|VISIT)$/.test(word);

/** Words that alone name nobody, a shop's legal form or a way of paying among them. */
export const isNoise = (word: string): boolean => generic.has(word) || legal.has(word) || paidBy.has(word) || storeWords.has(word);

// Words of where in a town a shop is: they end a name of two words and more.
const BRANCH =
  /\s(?:high st(?:reet)?|main st(?:reet)?|branch|stn|railway station|retail park|retail pk|shopping (?:centre|center|ctr)|s\/c|airport|terminal \d|t\d|unit \w+|filiale?|store)$/i;

function cutBranch(tokens: string[]): string[] {
  const shorter = tokens.join(' ').replace(BRANCH, '').split(' ');
  return shorter.length > 1 ? shorter : tokens;
}

/** A name without its legal form at the end. */
export const dropLegalForm = (text: string): string => cutLegal(text.split(' ')).join(' ');

/** ACME LTD -> ACME LTD (a single word keeps its form), HARBOUR FISH LTD -> HARBOUR FISH, GITHUB, INC. -> GITHUB. */
function cutLegal(tokens: string[]): string[] {
  let kept = tokens;
  while (kept.length > 1) {
    const last = (kept.at(-1) ?? '').replace(/[.,]/g, '').toUpperCase();
    const before = kept.at(-2) ?? '';
    if (!legal.has(last) || (kept.length === 2 && !before.endsWith(','))) break;
    kept = [...kept.slice(0, -2), before.replace(/,$/, '')];
  }
  return kept;
}
