// What unit a figure has: money is never shown as a count, nor added to days.
import type { ColumnUnit } from '../../sql/compile.ts';
import type { Aggregate, Select, SelectFigure } from './select.ts';
import type { Alias, Label } from './select-shape.ts';
import { Wrong } from './select-tokens.ts';

export const unitsOf: Readonly<Record<Label | 'amount', ColumnUnit>> = {
  day: 'day',
  month: 'label',
  year: 'label',
  weekday: 'label',
  payee: 'label',
  category: 'label',
  account: 'label',
  amount: 'money',
};

export const aliasUnit = (inner: Select, alias: Alias): ColumnUnit => {
  const item = inner.items.find(({ as }) => as === alias);
  if (!item) throw new Wrong(`there is no column ${alias}`);
  return item.unit;
};

function aggregateUnit(aggregate: Aggregate, inner: Select | null): ColumnUnit {
  switch (aggregate.is) {
    case 'rows':
    case 'distinct':
      return 'count';
    case 'edge':
      return 'day';
    case 'part':
      return 'money';
    case 'figure':
      return inner ? aliasUnit(inner, 'value') : 'money';
  }
}

/** What the figure is, or why it is none. */
export function figureUnit(figure: SelectFigure, inner: Select | null): ColumnUnit {
  const unit = aggregateUnit(figure.of, inner);
  switch (figure.is) {
    case 'one':
      return unit;
    case 'percent':
      if (unit === 'day' || aggregateUnit(figure.whole, inner) !== unit) throw new Wrong('a percentage is of two figures of one kind');
      return 'percent';
    case 'difference':
      if (aggregateUnit(figure.less, inner) !== unit) throw new Wrong('only two figures of one kind can be taken from each other');
      return unit === 'day' ? 'days' : unit;
    case 'per': {
      if (unit === 'day' || aggregateUnit(figure.each, inner) !== 'count') throw new Wrong('only a count can stand after /');
      return unit;
    }
  }
}
