// A SELECT of a model's, read and typed. Every column has a unit, so that money is never shown as a count nor added to days.
import type { ColumnUnit } from '../../sql/compile.ts';
import type { Alias, Comparison, Label, SelectFunction, View } from './select-shape.ts';

export type SelectCondition =
  /** Labels of the vocabulary. */
  | { is: 'about'; labels: readonly string[]; not: boolean }
  | { is: 'during'; labels: readonly string[] }
  | { is: 'weekday'; days: readonly string[]; not: boolean }
  | { is: 'compare'; column: 'amount' | 'value'; by: Comparison; decimal: string }
  | { is: 'no-category'; not: boolean };

export type Aggregate =
  | { is: 'rows' }
  | { is: 'distinct'; of: Label }
  | { is: 'figure'; name: SelectFunction; of: 'amount' | 'value' }
  | { is: 'edge'; name: 'min' | 'max' }
  | { is: 'part'; when: readonly SelectCondition[] };

export type SelectFigure =
  | { is: 'one'; of: Aggregate }
  | { is: 'percent'; of: Aggregate; whole: Aggregate }
  | { is: 'difference'; of: Aggregate; less: Aggregate }
  | { is: 'per'; of: Aggregate; each: Aggregate };

export interface SelectItem {
  is: { column: Label | 'amount' | Alias } | { figure: SelectFigure };
  as: Alias | null;
  unit: ColumnUnit;
}

export interface Select {
  items: readonly SelectItem[];
  from: View | Select;
  where: readonly SelectCondition[];
  groupBy: Label | null;
  having: { figure: SelectFigure; by: Comparison; decimal: string; unit: ColumnUnit } | null;
  orderBy: { column: string; descending: boolean } | null;
  limit: number | null;
}

/** The SELECT that reads the view, at the bottom. */
export const innermost = (select: Select): Select & { from: View } => {
  const { from } = select;
  return typeof from === 'string' ? { ...select, from } : innermost(from);
};

/** Every condition at every depth, those within CASE too. */
export function everyCondition(select: Select): SelectCondition[] {
  const inFigure = (figure: SelectFigure): SelectCondition[] => {
    const parts = [figure.of, 'whole' in figure ? figure.whole : null, 'less' in figure ? figure.less : null];
    return parts.flatMap((part) => (part?.is === 'part' ? [...part.when] : []));
  };
  return [
    ...select.where,
    ...select.items.flatMap(({ is }) => ('figure' in is ? inFigure(is.figure) : [])),
    ...(select.having ? inFigure(select.having.figure) : []),
    ...(typeof select.from === 'string' ? [] : everyCondition(select.from)),
  ];
}

/** Every figure at every depth. */
export const everyFigure = (select: Select): SelectFigure[] => [
  ...select.items.flatMap(({ is }) => ('figure' in is ? [is.figure] : [])),
  ...(select.having ? [select.having.figure] : []),
  ...(typeof select.from === 'string' ? [] : everyFigure(select.from)),
];
