// Where the readers of record formats (OFX, QIF, CAMT, MT940, GnuCash) put what they find: amounts become minor units, sums stay
// exact, accounts are listed once, rows set aside are counted, and a reading comes out.
import { isRealDay, toDay, type Day } from '../base/days.ts';
import { exponentOf } from '../base/money.ts';
import { AppError } from '../base/errors.ts';
import type { StatementAccount, StatementEntry } from '../ledger/statement.ts';
import { ExactSum, markOf, takeAmountApart, toMinorUnits, valueOf, type DecimalMark, type Exact } from './amounts.ts';
import type { RawReading } from './finish.ts';
import {
  MOST_SET_ASIDE,
  SAMPLE_ROWS,
  type Ask,
  type BalanceCheck,
  type Format,
  type ReadOptions,
  type SetAside,
  type Understood,
  type WhySetAside,
} from './reading.ts';
import { squeezed } from './table/cell-text.ts';

export type Draft = Omit<StatementEntry, 'minor' | 'balance' | 'splits' | 'descriptor' | 'memo' | 'state'> & {
  amount: Exact;
  descriptor: string;
  memo: string | null;
  state?: 'posted' | 'pending';
  splits?: { amount: Exact; category: string | null; memo: string | null }[];
};

export class RecordBook {
  readonly entries: StatementEntry[] = [];
  readonly accounts = new Map<string, StatementAccount>();
  readonly setAside: SetAside[] = [];
  readonly warnings: SetAside[] = [];
  readonly checks: BalanceCheck[] = [];
  readonly sample: { line: number; cells: string[] }[] = [];
  readonly layout: Understood[] = [];
  readonly asks: Ask[] = [];
  period: { first: Day; last: Day } | null = null;
  #setAsideCount = 0;
  #rounded = 0;
  readonly #sums = new Map<string, ExactSum>();
  readonly #options: ReadOptions;

  constructor(options: ReadOptions) {
    this.#options = options;
  }

  put(line: number, why: WhySetAside, text: string): void {
    this.#setAsideCount += 1;
    if (this.setAside.length < MOST_SET_ASIDE) this.setAside.push({ line, why, text: squeezed(text).slice(0, 300) });
  }

  show(line: number, text: string): void {
    if (this.sample.length < SAMPLE_ROWS) this.sample.push({ line, cells: [text.trim().slice(0, 500)] });
  }

  account(key: string, found: Partial<StatementAccount>): StatementAccount {
    let account = this.accounts.get(key);
    if (!account) {
      account = { key, name: null, number: key || null, institution: null, currency: null, kind: 'unknown', closing: null, opening: null };
      this.accounts.set(key, account);
    }
    for (const [name, value] of Object.entries(found)) if (value !== null && value !== undefined) Object.assign(account, { [name]: value });
    return account;
  }

  /** Books a draft; false when its amount has more digits than can be counted (it is then set aside). */
  add({ amount, splits = [], ...draft }: Draft): boolean {
    const currency = draft.currency ?? this.#options.guesses?.currency ?? null;
    const units = toMinorUnits(amount, currency ?? '');
    if (!units) {
      this.put(draft.line, 'too-many-digits', draft.descriptor);
      return false;
    }
    if (!units.exact) this.#rounded += 1;
    const sum = this.#sums.get(currency ?? '') ?? new ExactSum();
    this.#sums.set(currency ?? '', sum);
    if (units.exact) sum.addMinor(units.minor, exponentOf(currency ?? ''));
    else sum.add(amount);
    const parts = splits.map((split) => ({
      minor: toMinorUnits(split.amount, currency ?? '')?.minor ?? 0,
      category: split.category,
      memo: split.memo,
    }));
    const whole = parts.reduce((total, { minor }) => total + minor, 0) === units.minor;
    this.entries.push({
      ...draft,
      currency,
      descriptor: squeezed(draft.descriptor),
      memo: draft.memo === null ? null : squeezed(draft.memo) || null,
      minor: units.minor,
      balance: null,
      state: draft.state ?? 'posted',
      splits: parts.length > 1 && whole ? parts : [],
    });
    return true;
  }

  /** Opening plus rows against closing, for one account and the rows from `from` on. */
  check(account: string, currency: string | null, opening: Exact | null, closing: Exact | null, from: number): void {
    if (!opening || !closing) return;
    const [start, end] = [toMinorUnits(opening, currency ?? ''), toMinorUnits(closing, currency ?? '')];
    if (!start || !end) return;
    const rows = this.entries.slice(from).filter((entry) => entry.account === account && entry.state === 'posted');
    const rowsMinor = rows.reduce((sum, { minor }) => sum + minor, 0);
    const agrees = start.minor + rowsMinor === end.minor;
    this.checks.push({ account, currency, opening: start.minor, closing: end.minor, rows: rows.length, rowsMinor, agrees });
  }

  /** The reading; throws when nothing was found in it. */
  reading(format: Format, emptyMessage: string): RawReading {
    if (this.entries.length === 0 && this.setAside.every(({ why }) => why === 'not-cash' || why === 'summary'))
      throw new AppError('statement-no-transactions', emptyMessage, { format, accounts: this.accounts.size, notCash: this.#setAsideCount });
    if (this.entries.length === 0)
      throw new AppError(this.setAside.some(({ why }) => why === 'cut') ? 'statement-cut' : 'statement-no-transactions', emptyMessage, {
        format,
        setAside: this.#setAsideCount,
        line: this.setAside[0]?.line ?? null,
      });
    const pending = this.entries.filter(({ state }) => state === 'pending');
    if (pending.length > 0 && this.#options.guesses?.pending === undefined) this.asks.push(askPending(pending));
    return {
      format,
      accounts: [...this.accounts.values()].filter(({ key }) => key !== '' || this.entries.some(({ account }) => account === '')),
      entries: this.entries,
      setAside: this.setAside,
      setAsideCount: this.#setAsideCount,
      warnings: this.warnings,
      asks: this.asks,
      layout: this.layout,
      header: null,
      sample: this.sample,
      net: [...this.#sums].map(([currency, sum]) => ({ currency, decimal: sum.toString() })),
      rounded: this.#rounded,
      checks: this.checks,
      period: this.period,
      fingerprint: [...this.accounts.keys()].sort().join('|'),
    };
  }
}

function askPending(pending: readonly StatementEntry[]): Ask {
  const rows = pending.slice(0, 3).map(({ line, descriptor, day, minor, currency }) => ({ line, text: descriptor, day, minor, currency }));
  return {
    key: 'pending',
    assumed: 'keep',
    readings: [
      { value: 'keep', rows },
      { value: 'leave-out', rows: [] },
    ],
  };
}

/** An amount in text that names no decimal mark: the mark it proves itself, else `usual`. Null when it is no amount. */
export function exactOf(text: string, usual: DecimalMark = '.'): Exact | null {
  const parts = takeAmountApart(text);
  if (!parts) return null;
  const mark = markOf(parts.body);
  return valueOf(parts, mark === '.' || mark === ',' ? mark : usual);
}

/** YYYYMMDD at the beginning of a text, else null. */
export function leadingDay(text: string): Day | null {
  const match = /^\s*(\d{4})-?(\d{2})-?(\d{2})/.exec(text);
  if (!match) return null;
  const [year, month, date] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return year >= 1900 && isRealDay(year, month, date) ? toDay(year, month, date) : null;
}

export const negated = (value: Exact): Exact => ({ ...value, negative: !value.negative });
