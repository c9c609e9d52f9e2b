// The payee as a person knows it, and what kind it is, from a bank's descriptor: "SQ *BLUE BOTTLE 0213 OAKLAND CA" is Blue Bottle
// Coffee. Clean names ("Smith Ltd", "Peck, Spence and Young") stay as they are.
import { squeeze } from '../../base/text.ts';
import { channelOf, type Channel } from './bank-kinds.ts';
import { readMovement, type Movement } from './bank-movements.ts';
import { findBrand } from './find-brand.ts';
import { kindByWords } from './kinds.ts';
import { hasTitle, looksLikePerson } from './looks-like-person.ts';
import { matchWords } from './match-words.ts';
import { unwrap } from './statement-forms.ts';
import { titleCase } from './title-case.ts';
import { dropProcessor, trimTails } from './trim-tails.ts';

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
  const reading = read(squeeze(descriptor), bankKind);
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

const PAY =
  /\b(?:payroll|salary|salaries|wages?|dir(?:ect)? ?dep(?:osit)?|bonus|gehalt|lohn|bez(?:u|ü|ue)ge|salaire|paie|n[oó]mina|stipendio|salaris|loon|l[oø]n|pension)\b/i;

function read(text: string, bankKind: string | null): DescriptorReading {
  const bank = channelOf(bankKind);
  const ordinary = { movement: null, channel: bank, isPerson: false, isBrand: false, isPay: false };
  if (text === '')
    return bank === 'cash'
      ? cashWithdrawal(bank)
      : { ...ordinary, name: bankKind?.trim() ? sentence(bankKind) : 'Unknown payee', kind: null };
  // A name as a person writes it: letters, no numbers, no marks of a machine, at least one small letter.
  const clean = /\p{Ll}/u.test(text) && !/[#*@_:;/|]|\d{3}|\d[/.-]\d/.test(text);
  if (bank === 'cash' && !/deposit/i.test(text)) return cashWithdrawal(bank);
  const movement = readMovement(text);
  if (movement && !(movement.movement === 'interest' && bank === 'card')) {
    return { ...ordinary, ...movement, kind: MOVEMENT_KIND[movement.movement] };
  }
  const { who: wrapped, purpose, channel: formChannel, person } = unwrap(text);
  const channel = formChannel === 'bank' && bank !== null && bank !== 'bank' ? bank : (formChannel ?? bank);
  const isPay = PAY.test(`${purpose} ${wrapped === text ? text : text.slice(0, 200)} ${bankKind ?? ''}`);
  const base = { movement: null, channel, isPay };
  if (person) return { ...base, name: personName(wrapped), kind: 'person', isPerson: true, isBrand: false };
  const whole = dropProcessor(wrapped);
  const brand = findBrand(matchWords(whole), clean) ?? (whole === wrapped ? null : findBrand(matchWords(wrapped), clean));
  if (brand) return { ...base, ...brand, isPerson: false, isBrand: true };
  const trimmed = clean ? whole : withoutPurpose(trimTails(whole));
  const isPerson = !isPay && (hasTitle(trimmed) || (channel === 'bank' && looksLikePerson(trimmed)));
  if (isPerson) return { ...base, name: personName(trimmed), kind: 'person', isPerson, isBrand: false };
  const kind = kindOf(whole, purpose, isPay);
  if (trimmed === '') return { ...base, name: sentence(text), kind, isPerson, isBrand: false };
  return { ...base, name: clean ? trimmed : titleCase(trimmed), kind, isPerson, isBrand: false };
}

const cashWithdrawal = (channel: Channel): DescriptorReading => ({
  name: 'Cash withdrawal',
  kind: 'cash',
  movement: 'cash',
  channel,
  isPerson: false,
  isBrand: false,
  isPay: false,
});

function kindOf(name: string, purpose: string, isPay: boolean): string | null {
  if (isPay) return 'pay';
  return (purpose === '' ? null : kindByWords(purpose)) ?? kindByWords(name);
}

const PURPOSES =
  /\s+(?:payroll|salary|wages|dir(?:ect)? dep(?:osit)?|autopay|auto ?pay|bill ?pay(?:ment)?|bill pymt|online (?:pmt|payment|pymt)|web (?:pmt|pay)|e-?pay(?:ment)?|pymt|pmt|payment|ins(?:ur)? prem(?:ium)?|premium|rent|subscription|invoice|inv|recurring|tuition|fee|standing order|direct debit)$/i;

/** ACME PAYROLL -> ACME, but RENT alone stays. */
function withoutPurpose(name: string): string {
  const without = name.replace(PURPOSES, '');
  return matchWords(without).length > 0 ? without : name;
}

/** "LEE,JORDAN" and "MR J LEE" as people write them. */
function personName(text: string): string {
  const [family, given, ...more] = text.split(',');
  const ordered = given !== undefined && more.length === 0 && family ? `${given.trim()} ${family.trim()}` : text;
  return titleCase(squeeze(ordered.replace(/[-_.]+(?=\S)/g, (mark) => (mark === '.' ? mark : ' ')).replace(/\s\d.*$/, '')));
}

const sentence = (text: string): string => {
  const plain = squeeze(text.replace(/_/g, ' '));
  return /\p{Ll}/u.test(plain) ? plain : plain.charAt(0) + plain.slice(1).toLowerCase();
};
