// The money of one row: its amount with its sign in whole minor units, the fee taken in, and the exact sum of all rows by currency.
import { exponentOf } from '../../base/money.ts';
import { ExactSum, toMinorUnits, type DecimalMark, type Exact } from '../amounts.ts';
import { directionOf, type Direction } from '../words/row-words.ts';
import { isBlank } from './cell-text.ts';
import { readCell } from './cell-value.ts';
import { applySign, type MoneyVerdict } from './money-model.ts';
import type { Plan } from './plan-table.ts';
import { quickMinor } from './quick-minor.ts';

interface Money {
  minor: number;
  currency: string | null;
  exact: boolean;
}

type NoMoney = 'no-amount' | 'bad-amount' | 'too-many-digits' | 'neutral';

export class RowMoney {
  readonly sums = new Map<string, ExactSum>();
  readonly #directions = new Map<string, Direction | null>();

  /** `currency`: that of cells and rows which name none. */
  constructor(private currency: string | null) {}

  /** From here on cells and rows that name none are of this one. */
  begin(currency: string): void {
    this.currency = currency;
  }

  read(plan: Plan, cells: readonly string[], currency: string | null): Money | NoMoney {
    const { model, fee } = plan.money;
    const mark = plan.facts.mark.value;
    if (model.kind === 'pair') return this.#pairOf(model, fee, cells, mark, currency);
    const other = model.others?.find(({ column }) => !isBlank(cells[column]) && readCell(cells[column] ?? '', mark)?.signed !== 0);
    if (other) currency = other.currency;
    const cell = cells[other?.column ?? model.column];
    if (isBlank(cell)) return this.#feeAlone(fee, cells, mark, currency);
    const quick =
      currency !== null || this.currency !== null
        ? quickMinor(cell ?? '', mark, exponentOf(currency ?? this.currency ?? ''))
        : quickMinor(cell ?? '', mark, 2);
    let minor: number;
    let exact = true;
    let precise: Exact | null = null;
    let code = currency ?? this.currency;
    if (Number.isNaN(quick)) {
      const value = readCell(cell ?? '', mark);
      if (!value) return 'bad-amount';
      code = currency ?? (value.currency || null) ?? this.currency;
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
    if (fee && fee.times !== 0) total += fee.times * Math.abs(this.minorOf(cells[fee.column], mark, code) ?? 0);
    if (precise && total === signed) this.#sumOf(code ?? '').add(precise);
    else this.count(total, code);
    return { minor: total === 0 ? 0 : total, currency: code, exact };
  }

  #pairOf(
    { out, into, signedOut, signedIn, turned: about }: MoneyVerdict['model'] & { kind: 'pair' },
    fee: MoneyVerdict['fee'],
    cells: readonly string[],
    mark: DecimalMark,
    currency: string | null,
  ): Money | NoMoney {
    const blank = [isBlank(cells[out]), isBlank(cells[into])];
    if (blank[0] && blank[1]) return this.#feeAlone(fee, cells, mark, currency);
    let minor = 0;
    let exact = true;
    let code = currency ?? this.currency;
    const precise: Exact[] = [];
    for (const [at, column] of [out, into].entries()) {
      if (blank[at]) continue;
      const value = readCell(cells[column] ?? '', mark);
      if (!value) return 'bad-amount';
      code = currency ?? (value.currency || null) ?? this.currency;
      const units = toMinorUnits(value.exact, code ?? '');
      if (!units) return 'too-many-digits';
      if (!units.exact) exact = false;
      const turned = (at === 0 ? !signedOut : signedIn) !== about;
      minor += turned ? -units.minor : units.minor;
      precise.push(turned ? { ...value.exact, negative: !value.exact.negative } : value.exact);
    }
    const charge = fee && fee.times !== 0 ? fee.times * Math.abs(this.minorOf(cells[fee.column], mark, code) ?? 0) : 0;
    minor += charge;
    if (!exact) this.count(charge, code);
    if (exact) this.count(minor, code);
    else for (const each of precise) this.#sumOf(code ?? '').add(each);
    return { minor: minor === 0 ? 0 : minor, currency: code, exact };
  }

  /** A row of a fee and nothing else, where fees move the balance: what the bank takes for the account itself. */
  #feeAlone(fee: MoneyVerdict['fee'], cells: readonly string[], mark: DecimalMark, currency: string | null): Money | NoMoney {
    const code = currency ?? this.currency;
    const charge = fee && fee.times !== 0 ? fee.times * Math.abs(this.minorOf(cells[fee.column], mark, code) ?? 0) : 0;
    if (charge === 0) return 'no-amount';
    this.count(charge, code);
    return { minor: charge, currency: code, exact: true };
  }

  minorOf(cell: string | undefined, mark: DecimalMark, currency: string | null): number | null {
    if (cell === undefined || cell === '') return null;
    const quick = quickMinor(cell, mark, exponentOf(currency ?? ''));
    if (!Number.isNaN(quick)) return quick;
    const value = isBlank(cell) ? null : readCell(cell, mark);
    return value ? (toMinorUnits(value.exact, currency ?? '')?.minor ?? null) : null;
  }

  /** Into the sum of the currency. */
  count(minor: number, currency: string | null): void {
    this.#sumOf(currency ?? '').addMinor(minor, exponentOf(currency ?? ''));
  }

  /** What was counted under one currency is of another of as many decimals. */
  rename(from: string, to: string): void {
    const sum = this.sums.get(from);
    if (!sum) return;
    this.sums.delete(from);
    this.sums.set(to, sum);
  }

  #sumOf(currency: string): ExactSum {
    let sum = this.sums.get(currency);
    if (!sum) this.sums.set(currency, (sum = new ExactSum()));
    return sum;
  }

  #directionOf(cell: string): Direction | null {
    let direction = this.#directions.get(cell);
    if (direction === undefined) {
      direction = directionOf(cell);
      if (this.#directions.size < 1000) this.#directions.set(cell, direction);
    }
    return direction;
  }
}
