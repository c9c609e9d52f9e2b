// SWIFT MT940 and MT942: :20: :25: :60F: :61: :86: :62F:, in or out of their envelopes. Tolerant of what banks do to them:
// blank lines, tags in several pieces, four-digit years, German ?20 subfields and Dutch /NAME/ ones. Balances that do not join
// are reported, not refused.
import { isRealDay, toDay, type Day } from '../base/days.ts';
import { AppError } from '../base/errors.ts';
import { toMinorUnits, type Exact } from './amounts.ts';
import type { RawReading } from './finish.ts';
import type { ReadOptions } from './reading.ts';
import { RecordBook } from './record-book.ts';
import { breathe } from './table/breathe.ts';
import { squeezed } from './table/cell-text.ts';

interface Field {
  tag: string;
  value: string;
  line: number;
}

interface Balance {
  amount: Exact;
  currency: string;
  day: Day | null;
}

export async function readMt940(text: string, options: ReadOptions): Promise<RawReading> {
  const book = new RecordBook(options);
  const fields = scan(text);
  const now = { account: '', currency: null as string | null, opening: null as Balance | null, from: 0, lines: 0 };
  for (const [at, field] of fields.entries()) {
    if (at % 20_000 === 19_999) await breathe(options, at, fields.length);
    const { tag, value, line } = field;
    if (tag === '20') Object.assign(now, { opening: null, from: book.entries.length, currency: null });
    else if (tag === '25' || tag === '25P') now.account = nameAccount(book, value);
    else if (tag.startsWith('60')) {
      const balance = balanceOf(value);
      if (!balance) continue;
      Object.assign(now, { opening: balance, currency: balance.currency, from: book.entries.length });
      const account = book.account(now.account, { currency: balance.currency });
      account.opening ??= stated(balance);
    } else if (tag === '34F') now.currency ??= /^[A-Z]{3}/.exec(value)?.[0] ?? null;
    else if (tag === '61') {
      now.lines += 1;
      book.show(line, `${value} ${fields[at + 1]?.tag === '86' ? (fields[at + 1]?.value ?? '') : ''}`);
      addLine(book, field, remittance(fields, at), now.account, now.currency);
    } else if (tag.startsWith('62')) {
      const balance = balanceOf(value);
      if (!balance) continue;
      book.account(now.account, { closing: stated(balance) });
      if (now.opening) book.check(now.account, balance.currency, now.opening.amount, balance.amount, now.from);
    }
  }
  if (book.entries.length === 0 && !fields.some(({ tag }) => tag.startsWith('62')))
    throw new AppError('statement-cut', 'The statement stops before its closing balance (:62F:); download it again', {
      line: fields.at(-1)?.line ?? 1,
      format: 'mt940',
      missing: ':62F:',
    });
  return book.reading('mt940', 'The statement holds no movement (:61:)');
}

/** The :86: that follow a :61: (some banks write one a line), as one text with its lines. */
function remittance(fields: readonly Field[], at: number): string {
  const texts: string[] = [];
  for (let next = at + 1; fields[next]?.tag === '86'; next += 1) texts.push(fields[next]?.value ?? '');
  return texts.join('\n');
}

function scan(text: string): Field[] {
  const fields: Field[] = [];
  let current: Field | null = null;
  const lines = text.split(/\r\n|\r|\n/);
  lines.forEach((raw, index) => {
    const start = /^(?:.*\{4:)?\s{0,3}:(\d{2}[A-Z]?):(.*)$/.exec(raw);
    if (start) {
      current = { tag: start[1] ?? '', value: start[2] ?? '', line: index + 1 };
      fields.push(current);
    } else if (/^\s*-\}?|^\{[1-5]:/.test(raw) && !/^-[\w ]{2,}/.test(raw)) current = null;
    else if (current && raw.trim() !== '') current.value += `\n${raw}`;
  });
  return fields;
}

function nameAccount(book: RecordBook, value: string): string {
  const number = squeezed(value.split('\n')[0] ?? '');
  const currency = /[A-Z]{3}$/.exec(number)?.[0] ?? null;
  book.account(number, { number, currency });
  return number;
}

/** "C140324EUR0,00"; the day may have eight digits. */
function balanceOf(value: string): Balance | null {
  const match = /^([CD])(\d{6}|\d{8})([A-Z]{3})([\d.,]+)/.exec(value.trim());
  const amount = match && swiftAmount(match[4] ?? '');
  if (!match || !amount) return null;
  return { amount: { ...amount, negative: match[1] === 'D' }, currency: match[3] ?? '', day: swiftDay(match[2] ?? '') };
}

function stated({ amount, currency, day }: Balance): { minor: number; day: Day | null } | null {
  const units = toMinorUnits(amount, currency);
  return units ? { minor: units.minor, day } : null;
}

/** SWIFT writes a decimal comma, always; a few banks a point. */
function swiftAmount(text: string): Exact | null {
  const match = /^(\d*)(?:[.,](\d*))?$/.exec(text);
  if (!match || !/\d/.test(text)) return null;
  const rest = match[2] ?? '';
  return { digits: (match[1] ?? '') + rest, scale: rest.length, negative: false };
}

function swiftDay(text: string): Day | null {
  const full = text.length === 8 ? text : `20${text}`;
  const [year, month, date] = [Number(full.slice(0, 4)), Number(full.slice(4, 6)), Number(full.slice(6, 8))];
  const century = text.length === 6 && year >= 2080 ? year - 100 : year;
  return isRealDay(century, month, date) ? toDay(century, month, date) : null;
}

// Value day, entry day, C or D (R: reversed; E: expected), funds code, amount, type, reference // bank's reference, more.
const LINE =
  /^(\d{6}|\d{8}(?=[ RECD]|\d{4}[RECD]))(\d{4})?\s*(R?[CD]|E[CD])\s*([A-Z])?\s*(\d[\d.]*(?:,\d*)?|,\d+)\s*(?:([A-Z][A-Z0-9]{3}|[A-Z]\w{2,3})(.*))?$/;

function addLine(book: RecordBook, { value, line }: Field, details: string, account: string, currency: string | null): void {
  const [head = '', ...more] = value.split('\n');
  const match = LINE.exec(head.trim());
  const day = match && swiftDay(match[1] ?? '');
  const amount =
    match && swiftAmount((match[5] ?? '').replace(/\.(?=\d{3}(?:[.,]|$))/g, (dot) => ((match[5] ?? '').includes(',') ? '' : dot)));
  if (!match) return book.put(line, value.length < 20 && details === '' ? 'cut' : 'bad-amount', value);
  if (!day) return book.put(line, 'bad-day', value);
  if (!amount) return book.put(line, 'bad-amount', value);
  const mark = match[3] ?? 'C';
  // RC takes a credit back, RD a debit.
  const out = mark === 'D' || mark === 'RC' || mark === 'ED';
  const [own = '', bank = ''] = (match[7] ?? '').split('//');
  const parsed = parseDetails(details);
  const rest = squeezed(more.join(' '));
  const descriptor = parsed.name || parsed.purpose || squeezed(own.length > 16 ? own.slice(16) : '') || rest;
  const reference = squeezed(bank) || squeezed(own.slice(0, 16));
  book.add({
    day,
    amount: { ...amount, negative: out },
    currency,
    descriptor,
    memo: [parsed.name ? parsed.purpose : '', rest].filter((part) => part !== '' && part !== descriptor).join(' ') || null,
    category: null,
    kind: parsed.kind || match[6] || null,
    bankId: /^NONREF$|^$/i.test(reference) ? null : reference,
    account,
    line,
    // EC and ED are expected, not booked.
    state: mark.startsWith('E') ? 'pending' : 'posted',
  });
}

/** Who and what for, from :86:, in the three ways that banks write it. */
function parseDetails(text: string): { name: string; purpose: string; kind: string } {
  const flat = text.replace(/\n/g, '');
  if (/\?[0-6]\d/.test(flat)) return germanDetails(flat);
  const slashed = text.replace(/\n/g, ' ');
  if (/\/(?:NAME|REMI|CNTP|BENM|ORDP|TRTP)\//.test(slashed)) return dutchDetails(slashed);
  return { name: '', purpose: squeezed(text), kind: '' };
}

/** ?00 kind, ?20 to ?29 and ?60 to ?63 purpose, ?32 and ?33 name. */
function germanDetails(text: string): { name: string; purpose: string; kind: string } {
  const parts = new Map<string, string>();
  for (const [, code = '', value = ''] of text.matchAll(/\?(\d{2})([^?]*)/g)) parts.set(code, (parts.get(code) ?? '') + value);
  const join = (from: number, until: number, glue: string) =>
    Array.from({ length: until - from + 1 }, (_, at) => parts.get(String(from + at)) ?? '')
      .filter(Boolean)
      .join(glue);
  const raw = join(20, 29, '') + join(60, 63, '');
  const purpose = /SVWZ\+(.*?)(?=(?:EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|ABWA|ABWE|IBAN|BIC)\+|$)/.exec(raw)?.[1] ?? raw;
  return { name: squeezed(join(32, 33, '')), purpose: squeezed(purpose), kind: squeezed(parts.get('00') ?? '') };
}

/** /NAME/..., /REMI/..., /CNTP/account/bank/name/town/. */
function dutchDetails(text: string): { name: string; purpose: string; kind: string } {
  const part = (name: string) =>
    squeezed(
      new RegExp(
        `/${name}/(.*?)(?=/(?:NAME|REMI|IBAN|BIC|EREF|MARF|CSID|TRTP|ORDP|BENM|ADDR|ISDT|ADRS|UDTR|UCRD|PURP|CNTP|ULTD|ULTC|ID|RTRN|ACCW)/|$)`,
      ).exec(text)?.[1] ?? '',
    );
  const counterparty = part('CNTP').split('/');
  return {
    name: part('NAME') || squeezed(counterparty[2] ?? ''),
    purpose: part('REMI').replace(/^(?:USTD|STRD)\/+/, ''),
    kind: part('TRTP'),
  };
}
