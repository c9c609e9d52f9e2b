// The payee as a person knows it, and what kind it is, from a bank's descriptor: "SQ *BLUE BOTTLE 0213 OAKLAND CA" is Blue Bottle
// Coffee. Clean names ("Smith Ltd", "Peck, Spence and Young") stay as they are.
import { squeeze } from '../../base/text.ts';
import { channelOf, type Channel } from './bank-kinds.ts';
import { feeName, readMovement, type BankMovement, type Movement } from './bank-movements.ts';
import { findBrand, type Brand } from './find-brand.ts';
import { kindByWords, kindOfWords } from './kinds.ts';
import { hasTitle, isFormOfAddress, isGivenName, looksLikePerson, nameBeforeNote } from './looks-like-person.ts';
import { matchWords } from './match-words.ts';
import { apartFromTown } from './places.ts';
import { unwrap } from './statement-forms.ts';
import { titleCase } from './title-case.ts';
import { dropLegalForm, dropProcessor, dropUnknownProcessor, trimTails } from './trim-tails.ts';

export interface ReadPayee {
  name: string;
  /** What it is ('coffee', 'fuel', 'rent' ...; see kinds.json), or null when nothing tells. */
  kind: string | null;
}

export interface DescriptorReading extends ReadPayee {
  /** The bank's own doing, or own money moving; null for an ordinary payment. */
  movement: Movement | null;
  channel: Channel | null;
  isPerson: boolean;
  isBrand: boolean;
  /** The text says wages, salary, payroll or the like. */
  isPay: boolean;
}

// Descriptors repeat; a million rows hold few thousand. Beyond this many the memory is let go and begun again.
const MEMORY = 150_000;
const memory = new Map<string, DescriptorReading>();

export function readPayee(descriptor: string, bankKind: string | null): ReadPayee {
  const { name, kind } = readDescriptor(descriptor, bankKind);
  return { name, kind };
}

/** All that a descriptor and the bank's word for the kind of movement tell. Memoised. */
export function readDescriptor(descriptor: string, bankKind: string | null): DescriptorReading {
  const key = bankKind === null ? descriptor : `${bankKind}\u0000${descriptor}`;
  const known = memory.get(key);
  if (known) return known;
  if (memory.size >= MEMORY) memory.clear();
  // Some banks mark their own doings with a hash: #MONTHLY ACCOUNT FEE.
  const reading = read(apartFromTown(squeeze(descriptor).replace(/^#+\s*(?=\p{L})/u, '')), bankKind);
  memory.set(key, reading);
  return reading;
}

const MOVEMENT_KIND: Readonly<Record<Movement, string>> = {
  cash: 'cash',
  fee: 'bank-fee',
  interest: 'interest',
  'card-payment': 'card-payment',
  transfer: 'transfer',
  check: 'check',
};

/** Wages, salary, payroll, in a few languages. */
const PAY =
  /\b(?:payroll|salary|salaries|wages?|dir(?:ect)? ?dep(?:osit)?|bonus|gehalt|lohn|bez(?:u|ü|ue)ge|salaire|paie|n[oó]mina|stipendio|salaris|loon|l[oø]n|state pension|pension (?:payment|pmt|credit)|(?:teachers?|staff|nurses|weekly|monthly|net|inc|ltd|llc|corp|co|company|limited|plc|corporation) pay)\b/i;

/** DIRECT DEPOSIT - COMM OF PA PATAXREF: through the door of pay comes tax that is given back. */
const TAX_BACK = /tax ?(?:ref|rfd|rfnd|refund)\b/i;

export const speaksOfPay = (text: string): boolean => PAY.test(text);

function read(text: string, bankKind: string | null): DescriptorReading {
  const bank = channelOf(bankKind);
  const ordinary = { movement: null, channel: bank, isPerson: false, isBrand: false, isPay: false };
  if (text === '')
    return bank === 'cash'
      ? cashWithdrawal(bank)
      : { ...ordinary, name: bankKind?.trim() ? sentence(bankKind) : 'Unknown payee', kind: null };
  if (bank === 'cash' && !/deposit/i.test(text) && readMovement(text)?.movement !== 'fee') return cashWithdrawal(bank);
  const { who: unwrapped, purpose: said, channel: formChannel, person, whole: isWhole } = unwrap(text);
  const wrapped = unwrapped.replace(CODE_BEHIND_A_NAME, '');
  // "CARD PAYMENT TO ..." pays a shop by card; only what stands inside can still be cash or a top-up.
  const movement =
    (formChannel === 'card' ? null : readMovement(text)) ??
    (unwrapped === text ? null : readMovement(wrapped)) ??
    cardPaid(wrapped, bankKind);
  if (movement && !(movement.movement === 'interest' && bank === 'card') && !isShopsCard(movement.movement, wrapped))
    return { ...ordinary, ...movement, kind: MOVEMENT_KIND[movement.movement] };
  if (bank === 'fee' && !/\p{Ll}/u.test(text.slice(0, 1))) return { ...ordinary, name: feeName(text), kind: 'bank-fee', movement: 'fee' };
  if (bank === 'interest') return { ...ordinary, name: 'Interest', kind: 'interest', movement: 'interest' };
  if (bank === 'own') return { ...ordinary, name: sentence(text), kind: 'transfer', movement: 'transfer' };
  const channel = formChannel === 'bank' && bank !== null ? bank : (formChannel ?? bank);
  const isPay = PAY.test(`${said} ${text} ${bankKind ?? ''}`) && !TAX_BACK.test(text);
  const base = { movement: null, channel, isPay, isPerson: false, isBrand: false };
  if (person) {
    // VENMO *DAVE PETROSKY NEW YORK NY: where a card was used stands behind somebody too.
    const placeless = channel === 'card' ? trimTails(wrapped) : '';
    const who = placeless.includes(' ') ? placeless : wrapped;
    return { ...base, name: personName(nameBeforeNote(who) ?? who), kind: 'person', isPerson: true };
  }
  const clean = isCleanName(wrapped);
  const known = dropProcessor(wrapped);
  const whole = dropUnknownProcessor(known);
  const words = matchWords(whole);
  const brand = findBrand(known === whole ? words : matchWords(known), clean) ?? (clean ? null : brandLater(known, whole));
  const sender = channel === 'bank' && brand !== null ? SENDER.exec(known)?.[0] : undefined;
  if (sender !== undefined && findBrand(matchWords(sender), false) === null)
    return { ...base, name: personName(sender), kind: 'person', isPerson: true };
  if (brand && !(clean && isName(words, brand))) return { ...base, ...productOf(brand, words), isBrand: true };
  const split = clean
    ? { name: whole, purpose: said }
    : splitPurpose(trimTails(whole, { isServed: whole !== wrapped, isCollected: channel === 'debit' }), said);
  const purpose = split.purpose;
  const name = isPay && !clean ? split.name.replace(/(?<=\s\S+)\s+pay$/i, '') : split.name; // ROYAL HOSPITAL PAY 006347
  const noted = channel === 'bank' && !isPay && !isWhole ? nameBeforeNote(name) : null;
  if (noted !== null) return { ...base, name: personName(noted), kind: 'person', isPerson: true };
  if (!isPay && (hasTitle(name) || (channel === 'bank' && looksLikePerson(name) && !(isWhole && hasNoteBehind(name))))) {
    return { ...base, name: personName(name), kind: kindByWords(purpose) ?? practiceOf(name) ?? 'person', isPerson: true };
  }
  const told = clean && !isPay && isSurnames.test(whole) ? null : (kindOf(words, purpose, isPay) ?? kindOfHow(bankKind));
  // GAS SOUTH by direct debit warms a house: petrol is bought by card.
  const kind = told === 'fuel' && (channel === 'debit' || channel === 'bank') && words.includes('GAS') ? 'gas-utility' : told;
  if (name !== '') return { ...base, name: clean ? name : titleCase(name), kind };
  const service = findBrand(matchWords(wrapped), false); // only a code stood behind PAYPAL *
  return service && whole !== wrapped ? { ...base, ...service, isBrand: true } : { ...base, name: sentence(text), kind };
}

/** "Online Banking payment" beside TD VISA pays that card. */
function cardPaid(wrapped: string, bankKind: string | null): BankMovement | null {
  const pays =
    bankKind !== null &&
    /\b(?:payment|pmt|pymt|bill ?pay)\b/i.test(bankKind) &&
    /\b(?:online|internet|web|bill|phone|misc)/i.test(bankKind);
  return pays && /\b(?:visa|mastercard|master card|amex|american express|credit card)(?: card)?$/i.test(wrapped)
    ? { movement: 'card-payment', name: 'Credit card payment' }
    : null;
}

/** "Mortgage payment", "Insurance": the bank's word for the movement says what was paid where the name does not. */
function kindOfHow(bankKind: string | null): string | null {
  const what = /\b(?:mortgage|insurance|property tax|loan|rent)\b/i.exec(bankKind ?? '')?.[0];
  return what === undefined ? null : kindOfWords(matchWords(what));
}

/** LEAP CARD AUTOPAY fills a travel card: the word CARD is in the brand's own name. */
function isShopsCard(movement: Movement, wrapped: string): boolean {
  const brand = movement === 'card-payment' && !/thank/i.test(wrapped) ? findBrand(matchWords(wrapped), false) : null;
  return brand !== null && brand.kind !== 'bank' && /card/i.test(brand.name);
}

/** Spotify P2HXCKP6W4X: of capitals among digits, behind a name as a person writes it. */
const CODE_BEHIND_A_NAME = /(?<=\p{Ll}\S*)\s+(?=[A-Z\d]*[A-Z]\d+[A-Z])(?=[A-Z\d]*\d[A-Z\d]*\d)[A-Z\d]{7,}$/u;

/** A name as a person writes it: letters, at least one small one, no long numbers, no marks of a machine. */
const isCleanName = (text: string): boolean => /\p{Ll}/u.test(text) && !/[#*@_:;/|]|\d{3}|\d[/.-]\d|\p{Lu}{4,} .*\p{Lu}{4,}/u.test(text);

const cashWithdrawal = (channel: Channel): DescriptorReading => ({
  name: 'Cash withdrawal',
  kind: 'cash',
  movement: 'cash',
  channel,
  isPerson: false,
  isBrand: false,
  isPay: false,
});

function kindOf(words: readonly string[], purpose: string, isPay: boolean): string | null {
  return isPay ? 'pay' : kindOfWords([...words, ...matchWords(purpose)]);
}

/** "Marcus", "Ally" or "Irving" alone and in small letters is somebody before it is a bank or a filling station. */
const isName = (words: readonly string[], { kind }: Brand): boolean =>
  (kind === 'bank' || kind === 'fuel') && words.length === 1 && isGivenName(words[0] ?? '');

const PRODUCTS: Readonly<Record<string, string>> = {
  mortgage: 'Mortgage',
  loan: 'Loan',
  'car-loan': 'Car Loan',
  insurance: 'Insurance',
  'car-insurance': 'Car Insurance',
};

/** What a bank sells under its name (SANTANDER MORTGAGES) and what an office pays out (HMRC TAX CREDITS) is another payee; what an insurer insures is a finer kind. */
function productOf({ name, kind }: Brand, words: readonly string[]): Brand {
  if (!['bank', 'insurance', 'tax', 'government'].includes(kind)) return { name, kind };
  const product = kindOfWords(words) ?? '';
  if (kind === 'tax' || kind === 'government') return product === 'benefit' ? { name: `${name} Benefits`, kind: product } : { name, kind };
  if (kind === 'insurance') return { name, kind: /-insurance|insurance-/.test(product) ? product : kind };
  const label = PRODUCTS[product];
  return label === undefined ? { name, kind } : { name: `${name} ${label}`, kind: product };
}

/** A brand behind an unknown service's mark, or before the dash of a branch: 76 - GRAND AVE UNION. */
function brandLater(known: string, whole: string): Brand | null {
  const head = whole.split(/\s[-–]\s/)[0] ?? whole;
  return (known === whole ? null : findBrand(matchWords(whole), false)) ?? (head === whole ? null : findBrand(matchWords(head), false));
}

/** Dr. med. dent. Krause is somebody and a dentist. */
const practiceOf = (name: string): string | null => (/\b(?:med|dent|dds|dmd|vet)\b/i.test(name) ? kindByWords(name) : null);

// "Church and Sons", "Baker-Church", "Flowers, Reed and Bush": surnames, whose words say nothing about the trade.
const isSurnames =
  /^\p{Lu}[\p{L}']+(?:-\p{Lu}[\p{L}']+|(?:, \p{Lu}[\p{L}']+)* and \p{Lu}[\p{L}']+|,? (?:Inc|Ltd|LLC|PLC|Group|Co|Corp|GmbH))\.?$/u;

const PURPOSES =
  /(?:\s+-)?\s+(?:payroll|salary|wages|bonus|expenses|dir(?:ect)? dep(?:osit)?|autopay|auto ?pay|(?:util )?bill ?pay(?:ment)?|util bill|bill pymt|online (?:pmt|payment|pymt)|web (?:pmt|pay)|e-?pay(?:ment)?|pymt|pmt|payments?|ins(?:ur)? prem(?:ium)?|prem(?:ium)?|rent|subscription|invoice|inv|recurring|tuition|fees?|standing order|direct debit|direct|des|ach|xfer|tax ?ref(?:und)?|tax ?rfd|taxrefund|(?<!\b(?:tax|vat|deposit) )(?:refund|reversal)|13th cheque|medical aid)$/i;

// A legal form ends a name; what follows it is a reference.
const LEGAL_INSIDE = /^(?<name>.+?\s(?:ltd|limited|plc|llc|inc|gmbh|llp))\.?\s+(?!of |and |& |co\b|t\/a)\S/i;

const MONTH =
  'janvier|f[eé]vrier|mars|avril|mai|juin|juillet|ao[uû]t|septembre|octobre|novembre|d[eé]cembre|januar|februar|m[aä]rz|april|juni|juli|august|september|oktober|november|dezember|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre';
/** LOYER JUIN AGENCE FONCIA: what it was for stands first in some languages. */
const LEADING = new RegExp(
  `^(?:loyer|salary|salaire|paie|n[oó]mina|alquiler|miete|gehalt|lohn|huur|affitto|stipendio)(?:\\s+(?:${MONTH}))?(?:\\s+\\d{4})?\\s+(?:de |du |an |von )?(?=\\S+\\s\\S)`,
  'i',
);

/** ACME PAYROLL -> ACME for PAYROLL, HARPER LETTINGS LTD RENT FLAT 4 -> HARPER LETTINGS for the rest; but RENT alone stays a name. */
function splitPurpose(trimmed: string, said: string): { name: string; purpose: string } {
  const plain = trimmed.replace(LEADING, '');
  let name = LEGAL_INSIDE.exec(plain)?.groups?.['name'] ?? plain;
  for (let shorter = name.replace(PURPOSES, ''); shorter !== name && matchWords(shorter).length > 0; shorter = name.replace(PURPOSES, ''))
    name = shorter;
  if (name === trimmed) return { name, purpose: said };
  return { name: dropLegalForm(name), purpose: `${said} ${trimmed.replace(name, '')}`.trim() };
}

const NOTED =
  /^(?:(?:mr|mrs|ms|miss|dr) )?(?:\p{L}\.? )+(?!van |von |de |der |di |da |al |el |st |la |le |mc |o )\p{L}[\p{L}'’-]+(?= \p{L}{2})/iu;

/** HARTSHORNE A & C CO-OP, of what came by bank transfer: somebody, and the bank it came from. */
const SENDER = /^(?:\p{Lu}[\p{Lu}'’-]+ \p{Lu}(?: ?(?:&|AND) ?\p{Lu})?|\p{Lu}(?: ?(?:&|AND) ?\p{Lu})? \p{Lu}[\p{Lu}'’-]+)(?= \p{Lu}{2})/u;

/** HARTSHORNE A & C: the initials of two behind the name they share. */
const SHARED_NAME = /^(?<family>\p{L}[\p{L}'’-]+) (?<initials>\p{L} ?(?:&|and) ?\p{L})$/iu;

/** K BURROWS WINDOWS: behind an initial and a family name stands one word more. */
const hasNoteBehind = (name: string): boolean => NOTED.test(name);

/** "LEE,JORDAN" and "MR J LEE" as people write them. */
function personName(text: string): string {
  const plain = squeeze(text.replace(/[-_]+(?=\S)/g, ' ').replace(/\s\d.*$/, ''));
  const shared = SHARED_NAME.exec(plain)?.groups;
  if (shared) return titleCase(`${shared['initials'] ?? ''} ${shared['family'] ?? ''}`);
  const [family, given, ...more] = plain.split(',');
  if (given !== undefined && more.length === 0 && family) return titleCase(squeeze(`${given} ${family}`));
  const noted = NOTED.exec(plain)?.[0];
  if (noted !== undefined) return titleCase(noted); // M OKONKWO DINNER: what follows an initial and a family name is a note
  const [first, last, ...rest] = plain.split(' ');
  const reversed =
    rest.length === 0 &&
    first !== undefined &&
    last !== undefined &&
    (/^\p{L}$/u.test(last) || (isGivenName(last) && !isGivenName(first))) &&
    !isFormOfAddress(first) &&
    first.length > 1;
  return titleCase(reversed ? `${last} ${first}` : plain);
}

const sentence = (text: string): string => {
  const plain = squeeze(text.replace(/_/g, ' '));
  return /\p{Ll}/u.test(plain) ? plain : plain.charAt(0) + plain.slice(1).toLowerCase();
};
