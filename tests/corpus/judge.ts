// Whether an answer is what a meaning asks for. The reason is null when it is.
import type { Answer } from '../../src/ask/answer/answer.ts';
import type { Meaning } from './meaning.ts';

const near = (a: unknown, b: number, slack = 0.006): boolean => typeof a === 'number' && Math.abs(Math.abs(a) - Math.abs(b)) < slack;

/** An amount or a count in a sentence that must hold none; years and days of the month are no figures. */
export const FIGURE_SAID = /[$£€]\s?\d|\d+[.,]\d\d\b|\b\d+(?:\.\d+)? ?(?:%|percent|dollars|pounds|euros|transactions|times|purchases)/;

const labelOf = (row: readonly unknown[]): string => String(row.find((cell) => typeof cell === 'string') ?? '');
const sizeOf = (row: readonly unknown[]): number => Number([...row].reverse().find((cell) => typeof cell === 'number') ?? Number.NaN);

function sameSizes(rows: readonly (readonly unknown[])[], sizes: readonly number[]): boolean {
  const sorted = (list: readonly number[]) =>
    list
      .map((size) => Math.abs(size).toFixed(2))
      .sort()
      .join(' ');
  return sorted(rows.map(sizeOf)) === sorted(sizes);
}

/** Why the answer is not the one wanted, or null. */
export function whyWrong(
  answer: Answer,
  { status = ['answered'], figure, day, table, sizes, says }: Meaning,
  question: string,
): string | null {
  const { rows, sentence } = answer;
  const said = `${answer.status}: ${sentence} ${JSON.stringify(rows).slice(0, 160)}`;
  if (!status.includes(answer.status)) return `is ${said}`;
  if (answer.status !== 'answered') {
    const brought = FIGURE_SAID.exec(sentence)?.[0];
    if (brought !== undefined && !question.includes(brought.trim())) return `says a figure: ${sentence}`;
    return answer.rows.length > 0 ? `has rows without an answer: ${said}` : null;
  }
  const first = rows[0] ?? [];
  // A percentage is good to a tenth.
  const slack = answer.columns.includes('percent') ? 0.06 : 0.006;
  if (figure !== undefined && (rows.length !== 1 || !first.some((cell) => near(cell, figure, slack)))) return `no ${figure} in ${said}`;
  if (day !== undefined && !first.includes(day)) return `no ${day} in ${said}`;
  if (sizes && !sameSizes(rows, sizes)) return `other rows in ${said}`;
  if (table) {
    const wrong = rows.filter((row) => !near(sizeOf(row), table[labelOf(row)] ?? Number.NaN));
    if (wrong.length > 0 || rows.length !== Object.keys(table).length) return `another table in ${said}`;
  }
  if (says && !says.test(sentence) && !says.test(labelOf(first))) return `does not say ${String(says)} but ${said}`;
  return null;
}
