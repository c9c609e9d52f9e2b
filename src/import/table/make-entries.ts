// One row of a planned table -> one entry, or why it is none. The inner loop of every import: no regular expression and few
// objects a row; dates and the usual shape of amounts go by memory and by character codes.
import { exponentOf } from '../../base/money.ts';
import type { Day } from '../../base/days.ts';
import type { StatementAccount, StatementEntry } from '../../ledger/statement.ts';
import { ExactSum, toMinorUnits, type DecimalMark, type Exact } from '../amounts.ts';
import { dayUnder } from '../dates.ts';
import type { ReadOptions, WhySetAside } from '../reading.ts';
import { codeOf, currencyOf } from '../words/currencies.ts';
import { directionOf, hintOf, isSummary, maybeSummary, stateOf, type Direction, type State } from '../words/row-words.ts';
import { readCell } from './cell-value.ts';
import { checkBalances } from './check-balances.ts';
import type { Facts, Locale } from './facts.ts';
import type { Row } from './find-tables.ts';
import { applySign, type MoneyVerdict } from './money-model.ts';
import { sidesOf, type Sides } from './other-side.ts';
import { datePartsOf, type Profile } from './profile.ts';
import type { RoleChoice } from './roles.ts';
import type { CurrencyHint } from './tell-currency.ts';

/** Everything decided about one table of a file. */
export interface Plan {
  header: string[] | null;
  headerLine: number;
  width: number;
  roles: RoleChoice;
  /** Columns of days, the one that counts first. */
  days: number[];
  facts: Facts;
  money: MoneyVerdict;
  profiles: Profile[];
  textColumns: number[];
  /** Columns in which a row may say that it only carries a balance. */
  wordColumns: number[];
  locale: Locale;
  /** Currency in the header of the amount. */
  headerCurrency: string | null;
  /** Currency guessed from signs and script. */
  currencyHint: string | null;
  /** Currency told by country and language, for a file that names none anywhere. */
  told: CurrencyHint | null;
}

/** The columns of a plan by what the inner loop wants of them. */
interface Columns {
  payee: number[];
  memo: number[];
  category: number;
  kind: number[];
  id: number;
  currency: number;
  account: number;
  accountName: number;
  state: number;
  sides: Sides | null;
  days: Map<string, Day | null>;
}

interface Money {
  minor: number;
  currency: string | null;
  exact: boolean;
}

/** One list for all entries of tables, which never split: a million empty ones weigh. Not to be written to. */
const NO_SPLITS: StatementEntry['splits'] = [];

const BLANK: ReadonlySet<string> = new Set(['', '-', '--', '—', '–', '""', 'n/a', 'N/A', 'null', 'NULL']);
const isBlank = (cell: string | undefined): boolean => cell === undefined || BLANK.has(cell.trim());

/**
 * Of several text columns the one that tells comes first: "Merchant Name" before the "Name" of the holder, a description before
 * "Details" that holds nothing but DEBIT and CREDIT.
 */
function tellingFirst({ header, profiles }: Plan, columns: number[]): number[] {
  const distinct = (column: number): number => profiles[column]?.distinct.size ?? 0;
  const most = Math.max(...columns.map(distinct));
  const saysLittle = (column: number): boolean => {
    const name = header?.[column]?.trim() ?? '';
    return /^(?:(?:first |full )?name)$/i.test(name) || (distinct(column) <= 3 && distinct(column) < most);
  };
  return columns.length < 2 ? columns : [...columns.filter((column) => !saysLittle(column)), ...columns.filter(saysLittle)];
}

/** Columns of texts that have no other part to play. */
const textsOf = ({ profiles, roles }: Plan): number[] =>
  profiles.flatMap(({ texts, filled }, column) => {
    const role = roles.roles.get(column);
    return texts * 2 > filled && (role === undefined || role === 'payee' || role === 'memo' || role === 'ignore') ? [column] : [];
  });

export class EntryMaker {
  readonly entries: StatementEntry[] = [];
  readonly accounts = new Map<string, StatementAccount>();
  readonly sums = new Map<string, ExactSum>();
  rounded = 0;
  pending = 0;
  /** The currency stands nowhere in the file: it was told by country or language. */
  readonly isCurrencyTold: boolean;
  /** Rows that had a day, whether they became entries or not. */
  seen = 0;
  readonly #thisYear: number;
  readonly #leavePendingOut: boolean;
  readonly #currency: string | null;
  readonly #chosen: string | null;
  #account: string | null;
  readonly #columns = new Map<Plan, Columns>();
  readonly #texts = new Map<string, string>();
  readonly #states = new Map<string, State | null>();
  readonly #directions = new Map<string, Direction | null>();
  readonly #currencies = new Map<string, string | null>();

  /** `told`: the currency for files that name none. */
  constructor(options: ReadOptions, preamble: readonly Row[], told: string | null) {
    this.#thisYear = Number(options.today.slice(0, 4));
    this.#leavePendingOut = options.guesses?.pending === 'leave-out';
    const said = currencyOfLetterhead(preamble);
    this.#chosen = options.guesses?.currency || null;
    const isLeftOpen = options.guesses?.currency === '';
    this.#currency = this.#chosen ?? said ?? (isLeftOpen ? null : told);
    this.isCurrencyTold = this.#chosen === null && said === null && this.#currency !== null;
    this.#account = accountOfLetterhead(preamble);
  }

  read(plan: Plan, cells: readonly string[], line: number): WhySetAside | null {
    const columns = this.#columnsOf(plan);
    const day = this.#dayOf(plan, columns, cells);
    if (day === null) return this.#withoutDay(plan, columns, cells);
    this.seen += 1;
    let state: State = 'posted';
    if (columns.state >= 0) {
      state = this.#stateOf(cells[columns.state] ?? '') ?? 'posted';
      if (state === 'never') return 'never-happened';
      if (state === 'pending' && this.#leavePendingOut) return 'pending-left-out';
    }
    const payee = firstText(cells, columns.payee);
    let descriptor = payee || firstText(cells, columns.memo) || firstText(cells, columns.kind);
    // A row with a category was booked by a person, whatever it is called ("Starting balance").
    const isBooked = columns.category >= 0 && !isBlank(cells[columns.category]);
    if (!isBooked && descriptor.length < 60 && this.#isSummary(descriptor)) return 'summary';
    if (!isBooked && this.#speaksOfBalance(plan, cells)) return 'summary';
    // What the header of the amount says ("Amount (GBP)") is surer than a column of currencies, which may be of something else.
    let currency = plan.headerCurrency ?? (columns.currency >= 0 ? this.#currencyOf(cells[columns.currency] ?? '') : null);
    currency ||= this.#chosen ?? plan.currencyHint;
    const money = this.#moneyOf(plan, cells, currency);
    if (typeof money === 'string') return money === 'no-amount' ? this.#withoutAmount(plan, columns, cells) : money;
    currency = money.currency || null;
    if (columns.sides) descriptor = squeezed(cells[money.minor > 0 ? columns.sides.payer : columns.sides.payee] ?? '') || descriptor;
    const account = this.#accountOf(columns, cells, currency);
    if (state === 'pending') this.pending += 1;
    if (!money.exact) this.rounded += 1;
    const balance = plan.money.balance === null ? null : this.#minorOf(cells[plan.money.balance], plan.facts.mark.value, currency);
    this.entries.push({
      day,
      minor: money.minor,
      currency,
      descriptor,
      memo: memoOf(cells, columns, descriptor),
      category: this.#shared(textOrNull(cells, columns.category)),
      kind: this.#shared(firstText(cells, columns.kind) || null),
      bankId: textOrNull(cells, columns.id),
      balance,
      state: state === 'pending' ? 'pending' : 'posted',
      account,
      line,
      splits: NO_SPLITS,
    });
    return null;
  }

  /**
   * Figures without a sign beside a running balance: each row goes the way the balance moved, after it (rows oldest first) or
   * from the next row on (newest first). Gives back the rows that no balance tells; a twin of theirs or their words are a guess.
   */
  signByBalance(): StatementEntry[] {
    const rows = this.entries.filter(({ balance }) => balance !== null);
    const fits = (step: 1 | -1) =>
      rows.filter(
        (entry, at) => this.#movedBy(rows, at, step) === Math.abs(entry.minor) || this.#movedBy(rows, at, step) === -Math.abs(entry.minor),
      ).length;
    const step = fits(-1) >= fits(1) ? -1 : 1;
    const open: StatementEntry[] = [];
    const seen = new Map<string, number>();
    rows.forEach((entry, at) => {
      const moved = this.#movedBy(rows, at, step);
      if (moved !== null && Math.abs(moved) === Math.abs(entry.minor)) {
        if (moved < 0) this.#turn(entry);
        seen.set(entry.descriptor, Math.sign(moved));
      } else open.push(entry);
    });
    const untold = this.entries.filter(({ balance }) => balance === null);
    return [...open, ...untold].filter((entry) => {
      if (entry.minor === 0) return false;
      const way = seen.get(entry.descriptor) ?? hintOf(entry.descriptor);
      if (way <= 0) this.#turn(entry);
      return true;
    });
  }

  #movedBy(rows: readonly StatementEntry[], at: number, step: 1 | -1): number | null {
    const entry = rows[at];
    const before = rows[at + step];
    return entry?.balance === null || entry === undefined || !before || before.account !== entry.account
      ? null
      : entry.balance - (before.balance ?? 0);
  }

  #turn(entry: StatementEntry): void {
    this.#sumOf(entry.currency ?? '').addMinor(-2 * entry.minor, exponentOf(entry.currency ?? ''));
    entry.minor = -entry.minor;
  }

  /**
   * From here on rows that name no account belong to this one. The rows before it, under a heading of their own (`before`), get
   * theirs too: only a second account shows that the first heading named one.
   */
  beginAccount(name: string, before: string | null): void {
    if (before !== null && before !== name && !this.accounts.has(before)) this.#rename(this.#account ?? '', before);
    this.#account = name;
  }

  #rename(key: string, name: string): void {
    const found = this.accounts.get(key);
    if (!found) return;
    this.accounts.delete(key);
    this.accounts.set(name, { ...found, key: name, number: name });
    for (const entry of this.entries) if (entry.account === key) entry.account = name;
  }

  /** The currency of rows that name none themselves. */
  currencyFor(plan: Plan): string {
    return this.#chosen ?? plan.currencyHint ?? this.#currency ?? '';
  }

  /**
   * Files without a header may begin with a line about the statement: what opens it where rows have their amount, what closes it
   * where they have their balance. Gives that entry back, no longer one.
   */
  takeStatementLine(): StatementEntry | null {
    const [line, ...rest] = this.entries;
    if (!line || line.balance === null || rest.length < 2) return null;
    const [check] = checkBalances(rest);
    if (!check?.agrees || check.opening !== line.minor || check.closing !== line.balance) return null;
    this.entries.shift();
    this.#sumOf(line.currency ?? '').addMinor(-line.minor, exponentOf(line.currency ?? ''));
    return line;
  }

  /** Takes the entry of a line back that turned out to be cut. */
  takeBack(line: number): void {
    const entry = this.entries.at(-1);
    if (entry?.line !== line) return;
    this.entries.pop();
    if (entry.state === 'pending') this.pending -= 1;
    this.#sumOf(entry.currency ?? '').addMinor(-entry.minor, exponentOf(entry.currency ?? ''));
  }

  /** One copy of a text that many rows have. */
  #shared(text: string | null): string | null {
    if (text === null) return null;
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    if (this.#texts.size < 5000) this.#texts.set(text, text);
    return text;
  }

  #columnsOf(plan: Plan): Columns {
    const known = this.#columns.get(plan);
    if (known) return known;
    const all = (role: string) =>
      [...plan.roles.roles]
        .filter(([, each]) => each === role)
        .map(([column]) => column)
        .sort((a, b) => a - b);
    const one = (role: string) => all(role)[0] ?? -1;
    const columns: Columns = {
      payee: tellingFirst(plan, all('payee')),
      memo: tellingFirst(plan, all('memo')),
      category: one('category'),
      kind: all('kind'),
      id: one('id'),
      currency: one('currency'),
      account: one('account'),
      accountName: one('account-name'),
      state: one('state'),
      sides: sidesOf(plan.header, textsOf(plan)),
      days: new Map(),
    };
    this.#columns.set(plan, columns);
    return columns;
  }

  #dayOf(plan: Plan, { days }: Columns, cells: readonly string[]): Day | null {
    for (const column of plan.days) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      let day = days.get(cell);
      if (day === undefined) {
        day = this.#parseDay(plan, cell.trim());
        if (days.size > 50_000) days.clear();
        days.set(cell, day);
      }
      if (day !== null) return day;
      if (!isBlank(cell)) return null;
    }
    return null;
  }

  #parseDay(plan: Plan, cell: string): Day | null {
    if (cell === '') return null;
    const parts = datePartsOf(cell, this.#thisYear);
    if (!parts) return null;
    if ('fixed' in parts) return parts.fixed;
    const verdict = plan.facts.orders.get(parts.shape);
    return dayUnder(parts, verdict?.order ?? 'dmy', this.#thisYear);
  }

  /** Why a row without a day is no entry; a row of text alone goes on with the row above. */
  #withoutDay(plan: Plan, columns: Columns, cells: readonly string[]): WhySetAside | null {
    const filled: number[] = [];
    for (let column = 0; column < cells.length; column += 1) if (!isBlank(cells[column])) filled.push(column);
    const dayCells = plan.days.filter((column) => filled.includes(column));
    const texts = new Set([...columns.memo, ...columns.payee]);
    const last = this.entries.at(-1);
    if (dayCells.length === 0 && last && cells.length > 2 && filled.length > 0 && filled.every((column) => texts.has(column))) {
      last.memo = [last.memo, ...filled.map((column) => squeezed(cells[column] ?? ''))].filter(Boolean).join(' ').slice(0, 2000);
      return null;
    }
    const amounts = moneyCells(plan).filter((column) => !isBlank(cells[column]));
    if (dayCells.some((column) => this.#stateOf(cells[column] ?? '') === 'pending')) return 'pending-without-day';
    const first = cells[filled[0] ?? 0] ?? '';
    if (filled.some((column) => this.#isSummary(cells[column] ?? ''))) return 'summary';
    const isMoney = amounts.some((column) => readCell(cells[column] ?? '', plan.facts.mark.value) !== null);
    if (dayCells.length > 0 && isMoney) return 'bad-day';
    if (
      dayCells.length > 0 &&
      /\d/.test(cells[dayCells[0] ?? 0] ?? '') &&
      datePartsLike(cells[dayCells[0] ?? 0] ?? '') &&
      filled.length > 1
    )
      return 'bad-day';
    if (isMoney && filled.length > 2) return 'no-day';
    return first.length > 0 && filled.length <= 2 ? 'footer' : 'notice';
  }

  #withoutAmount(plan: Plan, columns: Columns, cells: readonly string[]): WhySetAside {
    const text = `${firstText(cells, columns.payee)} ${firstText(cells, columns.memo)}`.trim();
    if (this.#isSummary(text)) return 'summary';
    return plan.money.balance !== null && !isBlank(cells[plan.money.balance]) ? 'no-amount' : 'notice';
  }

  /** Balances and totals may stand in any column that is no number, date or name of the other side. */
  #speaksOfBalance(plan: Plan, cells: readonly string[]): boolean {
    for (const column of plan.wordColumns) {
      const cell = cells[column];
      if (cell !== undefined && cell.length > 2 && cell.length < 60 && this.#isSummary(cell)) return true;
    }
    return false;
  }

  #isSummary(text: string): boolean {
    return maybeSummary(text) && isSummary(text);
  }

  #moneyOf(
    plan: Plan,
    cells: readonly string[],
    currency: string | null,
  ): Money | 'no-amount' | 'bad-amount' | 'too-many-digits' | 'neutral' {
    const { model, fee } = plan.money;
    const mark = plan.facts.mark.value;
    if (model.kind === 'pair') return this.#pairOf(model, fee, cells, mark, currency);
    const other = model.others?.find(({ column }) => !isBlank(cells[column]) && readCell(cells[column] ?? '', mark)?.signed !== 0);
    if (other) currency = other.currency;
    const cell = cells[other?.column ?? model.column];
    if (isBlank(cell)) return 'no-amount';
    const quick =
      currency !== null || this.#currency !== null
        ? quickMinor(cell ?? '', mark, exponentOf(currency ?? this.#currency ?? ''))
        : quickMinor(cell ?? '', mark, 2);
    let minor: number;
    let exact = true;
    let precise: Exact | null = null;
    let code = currency ?? this.#currency;
    if (Number.isNaN(quick)) {
      const value = readCell(cell ?? '', mark);
      if (!value) return 'bad-amount';
      code = currency ?? (value.currency || null) ?? this.#currency;
      const units = toMinorUnits(value.exact, code ?? '');
      if (!units) return 'too-many-digits';
      ({ minor, exact } = units);
      precise = exact ? null : value.exact;
    } else minor = quick;
    const word = model.direction === null ? null : this.#directionOf(cells[model.direction] ?? '');
    if (word === 0 && (plan.money.sign.reason.code === 'words' || model.how === 'by-word' || model.how === 'word-times-value'))
      return 'neutral';
    const read = model.how === 'as-written' ? minor : (applySign(minor, model.how, word, model.blank) ?? minor);
    const signed = model.turned ? -read : read;
    if (precise && signed !== minor) precise = { ...precise, negative: !precise.negative };
    let total = signed;
    if (fee && fee.times !== 0) total += fee.times * Math.abs(this.#minorOf(cells[fee.column], mark, code) ?? 0);
    if (precise && total === signed) this.#sumOf(code ?? '').add(precise);
    else this.#sumOf(code ?? '').addMinor(total, exponentOf(code ?? ''));
    return { minor: total === 0 ? 0 : total, currency: code, exact };
  }

  #pairOf(
    { out, into, signedOut, signedIn, turned: about }: MoneyVerdict['model'] & { kind: 'pair' },
    fee: MoneyVerdict['fee'],
    cells: readonly string[],
    mark: DecimalMark,
    currency: string | null,
  ): Money | 'no-amount' | 'bad-amount' | 'too-many-digits' {
    const blank = [isBlank(cells[out]), isBlank(cells[into])];
    if (blank[0] && blank[1]) return 'no-amount';
    let minor = 0;
    let exact = true;
    let code = currency ?? this.#currency;
    const precise: Exact[] = [];
    for (const [at, column] of [out, into].entries()) {
      if (blank[at]) continue;
      const value = readCell(cells[column] ?? '', mark);
      if (!value) return 'bad-amount';
      code = currency ?? (value.currency || null) ?? this.#currency;
      const units = toMinorUnits(value.exact, code ?? '');
      if (!units) return 'too-many-digits';
      if (!units.exact) exact = false;
      const turned = (at === 0 ? !signedOut : signedIn) !== about;
      minor += turned ? -units.minor : units.minor;
      precise.push(turned ? { ...value.exact, negative: !value.exact.negative } : value.exact);
    }
    const charge = fee && fee.times !== 0 ? fee.times * Math.abs(this.#minorOf(cells[fee.column], mark, code) ?? 0) : 0;
    minor += charge;
    if (!exact) this.#sumOf(code ?? '').addMinor(charge, exponentOf(code ?? ''));
    if (exact) this.#sumOf(code ?? '').addMinor(minor, exponentOf(code ?? ''));
    else for (const each of precise) this.#sumOf(code ?? '').add(each);
    return { minor: minor === 0 ? 0 : minor, currency: code, exact };
  }

  #minorOf(cell: string | undefined, mark: DecimalMark, currency: string | null): number | null {
    if (cell === undefined || cell === '') return null;
    const quick = quickMinor(cell, mark, exponentOf(currency ?? ''));
    if (!Number.isNaN(quick)) return quick;
    const value = isBlank(cell) ? null : readCell(cell, mark);
    return value ? (toMinorUnits(value.exact, currency ?? '')?.minor ?? null) : null;
  }

  #sumOf(currency: string): ExactSum {
    let sum = this.sums.get(currency);
    if (!sum) this.sums.set(currency, (sum = new ExactSum()));
    return sum;
  }

  #accountOf({ account, accountName }: Columns, cells: readonly string[], currency: string | null): string {
    const number = account >= 0 ? squeezed((cells[account] ?? '').replace(/^['="]+|['"]+$/g, '')) : '';
    const name = accountName >= 0 ? squeezed(cells[accountName] ?? '') : '';
    const key = number || name || this.#account || '';
    let found = this.accounts.get(key);
    if (!found) {
      found = {
        key,
        name: name || null,
        number: number || this.#account,
        institution: null,
        currency: currency ?? this.#currency,
        kind: 'unknown',
        closing: null,
        opening: null,
      };
      this.accounts.set(key, found);
    }
    return found.key;
  }

  #stateOf(cell: string): State | null {
    let state = this.#states.get(cell);
    if (state === undefined) {
      state = stateOf(cell);
      if (this.#states.size < 1000) this.#states.set(cell, state);
    }
    return state;
  }

  #directionOf(cell: string): Direction | null {
    let direction = this.#directions.get(cell);
    if (direction === undefined) {
      direction = directionOf(cell);
      if (this.#directions.size < 1000) this.#directions.set(cell, direction);
    }
    return direction;
  }

  #currencyOf(cell: string): string | null {
    let code = this.#currencies.get(cell);
    if (code === undefined) {
      code = codeOf(cell) ?? (currencyOf(cell) || null);
      if (this.#currencies.size < 1000) this.#currencies.set(cell, code);
    }
    return code;
  }
}

/** "-1234.56" and the like as minor units, NaN for anything less usual. */
export function quickMinor(cell: string, mark: DecimalMark, exponent: number): number {
  const length = cell.length;
  if (length === 0 || length > 15) return NaN;
  const markCode = mark === '.' ? 46 : 44;
  let at = 0;
  const first = cell.charCodeAt(0);
  if (first === 45 || first === 43) at = 1;
  let value = 0;
  let digits = 0;
  let decimals = -1;
  for (; at < length; at += 1) {
    const code = cell.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      value = value * 10 + (code - 48);
      digits += 1;
      if (decimals >= 0) decimals += 1;
    } else if (code === markCode && decimals < 0 && digits > 0) decimals = 0;
    else return NaN;
  }
  if (digits === 0 || decimals > exponent || decimals === 0) return NaN;
  for (let missing = exponent - Math.max(decimals, 0); missing > 0; missing -= 1) value *= 10;
  return first === 45 && value !== 0 ? -value : value;
}

const moneyCells = ({ money: { model } }: Plan): number[] => (model.kind === 'pair' ? [model.out, model.into] : [model.column]);

const datePartsLike = (cell: string): boolean => /\d{1,4}[./\-年]\s?\d{1,2}[./\-月]\s?\d{1,4}/.test(cell);

/** White space squeezed; text that has none to squeeze is given back as it is. */
export function squeezed(text: string): string {
  let before = 32;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if ((code === 32 && before === 32) || code < 32 || code === 0xa0) return text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
    before = code;
  }
  return before === 32 ? text.trimEnd() : text;
}

function firstText(cells: readonly string[], columns: readonly number[]): string {
  for (const column of columns) {
    const cell = cells[column];
    if (cell === undefined || cell === '') continue;
    const text = squeezed(cell);
    if (text !== '') return text;
  }
  return '';
}

function textOrNull(cells: readonly string[], column: number): string | null {
  if (column < 0) return null;
  const cell = cells[column];
  return cell === undefined || cell === '' ? null : squeezed(cell) || null;
}

function memoOf(cells: readonly string[], { memo, payee }: Columns, descriptor: string): string | null {
  let text = '';
  for (const columns of [memo, payee])
    for (const column of columns) {
      const cell = cells[column];
      if (cell === undefined || cell === '') continue;
      const part = squeezed(cell);
      if (part === '' || part === descriptor) continue;
      text = text === '' ? part : text.includes(part) ? text : `${text} ${part}`;
    }
  return text === '' ? null : text;
}

/** A currency that the letterhead names once and for all: "(UAH)", "1234,37 EUR", "Currency: SEK". */
function currencyOfLetterhead(preamble: readonly Row[]): string | null {
  const found = new Set<string>();
  for (const { cells } of preamble.slice(0, 40))
    for (const cell of cells)
      for (const [word] of cell.slice(0, 200).matchAll(/(?<![A-Za-z])[A-Z]{3}(?![A-Za-z])|[€£₴₽₹元]/g)) {
        const code = currencyOf(word);
        if (code && code !== 'ALL' && code !== 'TOP') found.add(code);
      }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

const ACCOUNT_WORDS =
  /^\W*(?:account|account (?:number|no|name)|acct|iban|konto|kontonummer|kontonr|konto-nr|compte|num[eé]ro (?:de )?compte|cuenta|n[uú]mero de cuenta|conta|conto|rekening|rekeningnummer|rachunek|numer rachunku|[uú][cč]et|[cč][ií]slo [uú][cč]tu|tili|tilinumero|счет|счёт|рахунок|hesap|hesap no|口座番号|账号|帐号|卡号|계좌번호)\W*$/iu;

/** The account that the lines of a heading name: "Account: Everyday 12345678", "Kontonummer;0123 456". Null when none or several do. */
export function accountOfHeading(rows: readonly Row[]): string | null {
  const found = new Set<string>();
  for (const { cells } of rows) {
    const [first = '', second = ''] = cells.filter((cell) => cell.trim() !== '');
    const [, name, value] = /^([^:]{2,40}):\s*(\S.{2,60})$/u.exec(first.trim()) ?? [];
    if (name !== undefined && value !== undefined && ACCOUNT_WORDS.test(name)) found.add(squeezed(value));
    else if (ACCOUNT_WORDS.test(first) && second.trim().length > 3) found.add(squeezed(second));
  }
  return found.size === 1 ? ([...found][0] ?? null) : null;
}

/** An IBAN in the letterhead, when it is the only one. */
function accountOfLetterhead(preamble: readonly Row[]): string | null {
  const found = new Set<string>();
  for (const { cells } of preamble.slice(0, 40))
    for (const cell of cells)
      for (const [iban] of cell.slice(0, 200).matchAll(/\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,4})?\b/g))
        found.add(iban.replace(/ /g, ''));
  return found.size === 1 ? ([...found][0] ?? null) : null;
}
