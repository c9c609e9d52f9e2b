// Why a row of a table is no entry: it sums up, it stands without a day or without an amount, or it is the bank's own prose.
import type { WhySetAside } from '../reading.ts';
import { isSummary, maybeSummary } from '../words/row-words.ts';
import type { CellMemory } from './cell-memory.ts';
import { firstText, isBlank, squeezed } from './cell-text.ts';
import { readCell } from './cell-value.ts';
import type { Columns } from './plan-columns.ts';
import type { Plan } from './plan-table.ts';

/** A text that carries a balance or a total instead of booking. */
export const sumsUp = (text: string): boolean => maybeSummary(text) && isSummary(text);

/** Balances and totals may stand in any column that is no number, date or name of the other side. */
export function speaksOfBalance(plan: Plan, cells: readonly string[]): boolean {
  for (const column of plan.wordColumns) {
    const cell = cells[column];
    if (cell !== undefined && cell.length > 2 && cell.length < 60 && sumsUp(cell)) return true;
  }
  return false;
}

/** The texts of a row that has nothing else, not even a cell where its day would stand; else null. */
export function textsAlone(plan: Plan, columns: Columns, cells: readonly string[]): string[] | null {
  if (cells.length <= 2) return null;
  const filled = filledOf(cells);
  const texts = textColumns(columns);
  if (filled.length === 0 || filled.some((column) => !texts.has(column) || plan.days.includes(column))) return null;
  return filled.map((column) => squeezed(cells[column] ?? ''));
}

/** For a row without a day. */
export function whyWithoutDay(plan: Plan, columns: Columns, cells: readonly string[], memory: CellMemory): WhySetAside {
  const filled = filledOf(cells);
  const dayCells = plan.days.filter((column) => filled.includes(column));
  if (dayCells.some((column) => memory.stateOf(cells[column] ?? '') === 'pending')) return 'pending-without-day';
  if (filled.some((column) => sumsUp(cells[column] ?? ''))) return 'summary';
  const isMoney = moneyCells(plan).some((column) => readCell(cells[column] ?? '', plan.facts.mark.value) !== null);
  if (dayCells.length > 0 && (isMoney || (filled.length > 1 && isLikeADate(cells[dayCells[0] ?? 0] ?? '')))) return 'bad-day';
  const texts = textColumns(columns);
  if (isMoney && (filled.length > 2 || filled.some((column) => texts.has(column)))) return 'no-day';
  const first = cells[filled[0] ?? 0] ?? '';
  return first.length > 0 && filled.length <= 2 ? 'footer' : 'notice';
}

/** For a row without an amount. */
export function whyWithoutAmount({ money }: Plan, { payee, memo }: Columns, cells: readonly string[]): WhySetAside {
  if (sumsUp(`${firstText(cells, payee)} ${firstText(cells, memo)}`.trim())) return 'summary';
  return money.balance !== null && !isBlank(cells[money.balance]) ? 'no-amount' : 'notice';
}

const filledOf = (cells: readonly string[]): number[] => cells.flatMap((cell, column) => (isBlank(cell) ? [] : [column]));

const textColumns = ({ memo, payee }: Columns): ReadonlySet<number> => new Set([...memo, ...payee]);

const moneyCells = ({ money: { model } }: Plan): number[] => (model.kind === 'pair' ? [model.out, model.into] : [model.column]);

const isLikeADate = (cell: string): boolean => /\d{1,4}[./\-年]\s?\d{1,2}[./\-月]\s?\d{1,4}/.test(cell);
