// One row of a planned table -> one entry, or why it is none. The inner loop of every import: no regular expression and few
// objects a row; dates and the usual shape of amounts go by memory and by character codes.
import { exponentOf } from '../../base/money.ts';
import type { StatementAccount, StatementEntry } from '../../ledger/statement.ts';
import type { ReadOptions, WhySetAside } from '../reading.ts';
import { stateOf, type State } from '../words/row-words.ts';
import { saysOnlyHow } from '../words/ways-of-paying.ts';
import { accountOfLetterhead } from './account-in-heading.ts';
import { isCardNumber } from './card-in-payee.ts';
import { CellMemory } from './cell-memory.ts';
import { firstName, firstText, isBlank, squeezed, textOrNull } from './cell-text.ts';
import { checkBalances } from './check-balances.ts';
import { currencyOfLetterhead } from './currency-hints.ts';
import type { Row } from './find-tables.ts';
import { DaylessRows } from './dayless-rows.ts';
import { columnsOf, type Columns } from './plan-columns.ts';
import type { Plan } from './plan-table.ts';
import { RowMoney } from './row-money.ts';
import { currencyOfSide, halvesOf } from './side-currencies.ts';
import { signByBalance } from './sign-by-balance.ts';
import { speaksOfBalance, sumsUp, textsAlone, whyWithoutAmount, whyWithoutDay } from './why-no-entry.ts';

/** One list for all entries of tables, which never split: a million empty ones weigh. Not to be written to. */
const NO_SPLITS: StatementEntry['splits'] = [];

export class EntryMaker {
  readonly entries: StatementEntry[] = [];
  readonly accounts = new Map<string, StatementAccount>();
  readonly money: RowMoney;
  rounded = 0;
  pending = 0;
  /** The currency stands nowhere in the file: it was told by country or language. */
  readonly isCurrencyTold: boolean;
  readonly #leavePendingOut: boolean;
  #currency: string | null;
  readonly #chosen: string | null;
  #account: string | null;
  readonly #columns = new Map<Plan, Columns>();
  readonly #dayless = new DaylessRows();
  /** Of a state that no list has among states that are known, and without a balance that would say that it was booked. */
  readonly #doubtful: StatementEntry[] = [];
  readonly #memory: CellMemory;

  /** `told`: the currency for files that name none. */
  constructor(options: ReadOptions, preamble: readonly Row[], told: string | null) {
    this.#memory = new CellMemory(Number(options.today.slice(0, 4)));
    this.#leavePendingOut = options.guesses?.pending === 'leave-out';
    const said = currencyOfLetterhead(preamble);
    this.#chosen = options.guesses?.currency || null;
    const isLeftOpen = options.guesses?.currency === '';
    this.#currency = this.#chosen ?? said ?? (isLeftOpen ? null : told);
    this.isCurrencyTold = this.#chosen === null && said === null && this.#currency !== null;
    this.money = new RowMoney(this.#currency);
    this.#account = accountOfLetterhead(preamble);
  }

  read(plan: Plan, cells: readonly string[], line: number): WhySetAside | null {
    const columns = this.#columnsOf(plan);
    if (columns.sideCurrencies) {
      const halves = halvesOf(columns.sideCurrencies, cells);
      if (halves) return this.read(plan, halves[0], line) ?? this.read(plan, halves[1], line);
    }
    const day = this.#memory.dayOf(plan, columns.days, cells);
    if (day === null) {
      if (this.#goesOn(plan, columns, cells)) return null;
      const why = whyWithoutDay(plan, columns, cells, this.#memory);
      if (why === 'no-day') this.#dayless.keep(plan, cells, line, this.entries.length);
      return why;
    }
    let state: State = 'posted';
    let isUnknown = false;
    if (columns.state >= 0) {
      const known = this.#memory.stateOf(cells[columns.state] ?? '');
      state = known ?? 'posted';
      isUnknown = known === null && !isBlank(cells[columns.state]) && tellsStates(plan, columns.state);
      if (state === 'never') return 'never-happened';
      if (state === 'pending' && this.#leavePendingOut) return 'pending-left-out';
    }
    const payee = firstText(cells, columns.payee);
    let descriptor = payee || firstText(cells, columns.memo) || firstText(cells, columns.kind);
    if (isCardNumber(descriptor))
      descriptor = firstName(cells, [...columns.payee, ...columns.memo, ...columns.spare], isCardNumber) || descriptor;
    // Two columns of description: how money moved stands in the first of them on some rows, and who in the second.
    const who = payee === '' && columns.memo.length > 1 && saysOnlyHow(descriptor) ? firstName(cells, columns.memo, saysOnlyHow) : '';
    const how = who === '' ? '' : descriptor;
    descriptor = who || descriptor;
    // A row with a category was booked by a person, whatever it is called ("Starting balance").
    const isBooked = columns.category >= 0 && !isBlank(cells[columns.category]);
    if (!isBooked && descriptor.length < 60 && sumsUp(descriptor)) return 'summary';
    if (!isBooked && speaksOfBalance(plan, cells)) return 'summary';
    // What the header of the amount says ("Amount (GBP)") is surer than a column of currencies, which may be of something else.
    let currency = plan.headerCurrency ?? (columns.currency >= 0 ? this.#memory.currencyOf(cells[columns.currency] ?? '') : null);
    if (columns.sideCurrencies) currency = currencyOfSide(columns.sideCurrencies, cells) ?? currency;
    currency ||= this.#chosen ?? plan.currencyHint;
    const money = this.money.read(plan, cells, currency);
    if (typeof money === 'string') return money === 'no-amount' ? whyWithoutAmount(plan, columns, cells) : money;
    currency = money.currency || null;
    if (columns.sides) descriptor = squeezed(cells[money.minor > 0 ? columns.sides.payer : columns.sides.payee] ?? '') || descriptor;
    const account = this.#accountOf(columns, cells, currency);
    if (state === 'pending') this.pending += 1;
    if (!money.exact) this.rounded += 1;
    const balance = this.#balanceOf(plan, cells, currency);
    this.entries.push({
      day,
      minor: money.minor,
      currency,
      descriptor: this.#memory.shared(descriptor),
      memo: memoOf(cells, columns, descriptor),
      category: this.#memory.shared(textOrNull(cells, columns.category)),
      kind: this.#memory.shared(how || firstText(cells, columns.kind) || null),
      bankId: textOrNull(cells, columns.id),
      balance,
      state: state === 'pending' ? 'pending' : 'posted',
      account,
      line,
      splits: NO_SPLITS,
    });
    const made = this.entries.at(-1);
    if (isUnknown && made && balance === null && this.#doubtful.length < MOST_DOUBTFUL) this.#doubtful.push(made);
    return null;
  }

  /** Rows of an unknown state that no balance bears out are not known to be booked: pending, or gone where those are left out. */
  settleDoubtful(): StatementEntry[] {
    return this.#doubtful.flatMap((entry) => {
      const at = this.entries.indexOf(entry);
      if (at < 0 || entry.state !== 'posted') return [];
      if (this.#leavePendingOut) return this.dropAt(at) ?? [];
      entry.state = 'pending';
      this.pending += 1;
      return [];
    });
  }

  /** Takes the rows in that stand without a day under the row that names it, where the balances say so. Gives their lines. */
  takeDaylessIn(): number[] {
    const read = (plan: Plan, cells: readonly string[], line: number): StatementEntry | null =>
      this.read(plan, cells, line) === null ? (this.entries.pop() ?? null) : null;
    const taken = this.#dayless.takeIn([...this.entries], read, (entry) => this.#uncount(entry));
    // One by one: a list of a million is too long for the arguments of one call.
    taken?.entries.forEach((entry, at) => (this.entries[at] = entry));
    return taken?.lines ?? [];
  }

  /** For a plan whose figures have no sign; see `sign-by-balance.ts`. */
  signByBalance(): StatementEntry[] {
    return signByBalance(this.entries, (entry) => {
      this.money.count(-2 * entry.minor, entry.currency);
      entry.minor = -entry.minor;
    });
  }

  /**
   * From here on rows that name no account belong to this one. The rows before it, under a heading of their own (`before`), get
   * theirs too: only a second account shows that the first heading named one.
   */
  beginAccount(name: string, before: string | null): void {
    if (before !== null && before !== name && !this.accounts.has(before)) this.#rename(this.#account ?? '', before);
    this.#account = name;
  }

  /** From here on rows that name no currency are of this one: a table of another follows in the same file. */
  beginCurrency(code: string): void {
    if (this.#chosen !== null) return;
    this.#currency = code;
    this.money.begin(code);
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
    this.dropAt(0);
    // What the line says of the account holds for rows that name no currency of their own.
    if (line.currency && exponentOf(line.currency) === exponentOf('') && rest.every(({ currency }) => currency === null)) {
      this.#currency = line.currency;
      for (const entry of rest) entry.currency = line.currency;
      this.money.rename('', line.currency);
      for (const account of this.accounts.values()) account.currency ??= line.currency;
    }
    return line;
  }

  /** Takes an entry out again that turned out to be none. */
  dropAt(at: number): StatementEntry | null {
    const [entry] = this.entries.splice(at, 1);
    if (!entry) return null;
    this.#uncount(entry);
    return entry;
  }

  #uncount({ state, minor, currency }: StatementEntry): void {
    if (state === 'pending') this.pending -= 1;
    this.money.count(-minor, currency);
  }

  /** Takes the entry of a line back that turned out to be cut. */
  takeBack(line: number): void {
    const entry = this.entries.at(-1);
    if (entry?.line === line) this.dropAt(this.entries.length - 1);
  }

  #columnsOf(plan: Plan): Columns {
    const columns = this.#columns.get(plan) ?? columnsOf(plan);
    this.#columns.set(plan, columns);
    return columns;
  }

  /** A row of text alone goes on with the row above. */
  #goesOn(plan: Plan, columns: Columns, cells: readonly string[]): boolean {
    const last = this.entries.at(-1);
    const texts = last && textsAlone(plan, columns, cells);
    if (!texts) return false;
    last.memo = [last.memo, ...texts].filter(Boolean).join(' ').slice(0, 2000);
    return true;
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

  #balanceOf({ money, facts }: Plan, cells: readonly string[], currency: string | null): number | null {
    const balance = money.balance === null ? null : this.money.minorOf(cells[money.balance], facts.mark.value, currency);
    return balance && money.owed ? -balance : balance;
  }
}

const MOST_DOUBTFUL = 1000;

/** Most cells of the column are states that are known, and one of them, or a balance, says what is booked: else that is the unknown one. */
const tellsStates = ({ profiles, money }: Plan, column: number): boolean => {
  const { states = 0, filled = 0, distinct } = profiles[column] ?? {};
  return states * 2 > filled && (money.balance !== null || [...(distinct ?? [])].some((cell) => stateOf(cell) === 'posted'));
};

function memoOf(cells: readonly string[], { memo, payee }: Columns, descriptor: string): string | null {
  let text = '';
  for (const columns of [memo, payee])
    for (const column of columns) {
      const cell = cells[column];
      if (cell === undefined || cell === '' || cell === descriptor) continue;
      const part = squeezed(cell);
      if (part === '' || part === descriptor) continue;
      text = text === '' ? part : text.includes(part) ? text : `${text} ${part}`;
    }
  return text === '' ? null : text;
}
