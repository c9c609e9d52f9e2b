// The four layouts in which the sample household's banks write: their own columns, orders and dates. Amounts in whole cents.
import type { Day } from '../../base/days.ts';
import { toDecimal } from '../../base/money.ts';

export interface CheckingRow {
  day: Day;
  /** Money out negative. */
  cents: number;
  description: string;
  type: string;
}

export interface CardRow {
  day: Day;
  posted: Day;
  /** Charged is positive here; the file writes it negative. */
  cents: number;
  description: string;
  category: string;
  type: 'Sale' | 'Return' | 'Payment' | 'Fee';
}

export interface SavingsRow {
  day: Day;
  cents: number;
  type: 'Deposit' | 'Withdrawal' | 'Interest';
  description: string;
}

export interface TravelRow {
  day: Day;
  /** Euro cents. */
  cents: number;
  type: 'TOPUP' | 'CARD_PAYMENT' | 'ATM';
  description: string;
  state: 'COMPLETED' | 'REVERTED';
}

const amount = (minor: number): string => toDecimal({ minor, currency: 'USD' });
const american = (day: Day): string => `${day.slice(5, 7)}/${day.slice(8)}/${day.slice(0, 4)}`;
const field = (text: string): string => (/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const lines = (rows: readonly (readonly string[])[], end = '\n'): string => rows.map((row) => row.map(field).join(',') + end).join('');
const byDay = <T extends { day: Day }>(rows: readonly T[]): T[] => [...rows].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
/** A clock time for a row, made of its place, since no question asks for it. */
const clock = (place: number): string =>
  `${String(7 + (place % 15)).padStart(2, '0')}:${String((place * 17) % 60).padStart(2, '0')}:${String((place * 41) % 60).padStart(2, '0')}`;

/** Newest first, with the balance after each row. `opening` in cents. */
export function writeChecking(rows: readonly CheckingRow[], opening: number): string {
  let balance = opening;
  const written = byDay(rows).map(({ day, cents, description, type }) => {
    balance += cents;
    return [american(day), description, amount(cents), type, amount(balance), /^CHECK \d+$/.test(description) ? description.slice(6) : ''];
  });
  return lines([['Posting Date', 'Description', 'Amount', 'Type', 'Balance', 'Check Number'], ...written.reverse()]);
}

/** Newest first, two dates, a category of the bank's own. */
export function writeCard(rows: readonly CardRow[]): string {
  const written = byDay(rows).map(({ day, posted, cents, description, category, type }) => [
    american(day),
    american(posted),
    description,
    category,
    type,
    amount(-cents),
    '',
  ]);
  return lines([['Transaction Date', 'Post Date', 'Description', 'Category', 'Type', 'Amount', 'Memo'], ...written.reverse()]);
}

/** Oldest first, ISO dates, lines ended as Windows ends them. */
export function writeSavings(rows: readonly SavingsRow[]): string {
  const written = byDay(rows).map(({ day, cents, type, description }, place) => [day, clock(place), amount(cents), type, description]);
  return lines([['Date', 'Time', 'Amount', 'Type', 'Description'], ...written], '\r\n');
}

/** Oldest first, timestamps, a state (reverted rows never happened) and the balance in euros. */
export function writeTravelCard(rows: readonly TravelRow[]): string {
  let balance = 0;
  const written = byDay(rows).map(({ day, cents, type, description, state }, place) => {
    const happened = state === 'COMPLETED';
    if (happened) balance += cents;
    const time = `${day} ${clock(place)}`;
    return [type, 'Current', time, happened ? time : '', description, amount(cents), '0.00', 'EUR', state, happened ? amount(balance) : ''];
  });
  return lines([
    ['Type', 'Product', 'Started Date', 'Completed Date', 'Description', 'Amount', 'Fee', 'Currency', 'State', 'Balance'],
    ...written,
  ]);
}
