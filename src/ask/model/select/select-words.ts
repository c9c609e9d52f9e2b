// A SELECT read back in words, over its card: what it does, with what, over which stretch of time.
import type { Vocabulary } from '../vocabulary.ts';
import { periodWords, pluralOf } from '../../plan/words.ts';
import type { Comparison, View } from './select-shape.ts';
import type { Aggregate, Select, SelectCondition, SelectFigure } from './select.ts';
import { innermost } from './select.ts';

const figures = { count: 'number', sum: 'sum', avg: 'average', min: 'smallest', max: 'largest' } as const;
const comparisons: Readonly<Record<Comparison, string>> = {
  '>': 'more than',
  '>=': 'at least',
  '<': 'less than',
  '<=': 'at most',
  '=': 'exactly',
  '<>': 'other than',
};
class Words {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly today: string,
  ) {}

  #label = (label: string): string => {
    const name = this.vocabulary.names.get(label);
    return name?.thing.is === 'subject' ? name.thing.subject.words : label;
  };

  #stretch = (label: string): string => {
    const period = this.vocabulary.periods.get(label)?.period;
    return period ? periodWords(period, this.today) : label === 'all' ? 'all your statements' : label.replace(' until ', ' to before ');
  };

  condition(condition: SelectCondition): string {
    switch (condition.is) {
      case 'about':
        return `${condition.not ? 'without' : 'for'} ${condition.labels.map(this.#label).join(' or ')}`;
      case 'during':
        return `in ${condition.labels.map(this.#stretch).join(' or ')}`;
      case 'weekday':
        return `${condition.not ? 'not ' : ''}on ${condition.days.map((day) => `${day}s`).join(' or ')}`;
      case 'no-category':
        return condition.not ? 'with a category' : 'without a category';
      case 'compare':
        return `of ${comparisons[condition.by]} ${condition.decimal}`;
    }
  }

  #all = (conditions: readonly SelectCondition[]): string => conditions.map((one) => ` ${this.condition(one)}`).join('');

  #aggregate(aggregate: Aggregate, { money, events }: Rows): string {
    switch (aggregate.is) {
      case 'rows':
        return `number of ${events}`;
      case 'distinct':
        return `number of different ${pluralOf(aggregate.of)}`;
      case 'edge':
        return `${aggregate.name === 'min' ? 'first' : 'last'} day of ${events}`;
      case 'figure':
        return `${figures[aggregate.name]} of ${aggregate.name === 'sum' ? money : events}`;
      case 'part':
        return `sum of ${money}${this.#all(aggregate.when)}`;
    }
  }

  figure(figure: SelectFigure, rows: Rows): string {
    const first = this.#aggregate(figure.of, rows);
    switch (figure.is) {
      case 'one':
        return first;
      case 'percent':
        return `${first}, as percent of the ${this.#aggregate(figure.whole, rows)}`;
      case 'difference':
        return figure.of.is === 'edge'
          ? `days from the first to the last of ${rows.events}`
          : `${first}, less the ${this.#aggregate(figure.less, rows)}`;
      case 'per':
        return `${first} for each of the ${this.#aggregate(figure.each, rows)}`;
    }
  }

  /** A figure over the groups of a SELECT: "number of months with a sum of spending of more than 500", "largest sum of spending of a month". */
  #overGroups(figure: SelectFigure, groups: Select, kept: readonly SelectCondition[]): string {
    const view: View = innermost(groups).from;
    const rows = rowsOf[view];
    const value = groups.items.flatMap(({ is }) => ('figure' in is ? [this.figure(is.figure, rows)] : []))[0] ?? rows.money;
    const by = groups.groupBy ?? 'row';
    const of = `${value}${this.#all(kept)}`;
    return figure.of.is === 'figure'
      ? `${figures[figure.of.name]} ${of} of a ${by}`
      : `number of ${groups.groupBy ? pluralOf(groups.groupBy) : 'rows'} with a ${of}`;
  }

  select({ items, from, where, groupBy, having, orderBy, limit }: Select): string {
    const figuresOf = items.flatMap(({ is }) => ('figure' in is ? [is.figure] : []));
    const groups = typeof from === 'string' ? null : from;
    const view: View = typeof from === 'string' ? from : innermost(from).from;
    const rows = rowsOf[view];
    const told = figuresOf.map((figure) => (groups ? this.#overGroups(figure, groups, where) : this.figure(figure, rows)));
    if (told.length === 0)
      told.push(groups ? `${groups.groupBy ? pluralOf(groups.groupBy) : 'rows'} and their figures${this.#all(where)}` : rows.events);
    const ranked = orderBy && limit !== null ? `, the ${orderBy.descending ? 'highest' : 'lowest'} ${limit === 1 ? 'one' : limit}` : '';
    return [
      told.join(' and '),
      this.#all(groups ? groups.where : where),
      groupBy ? `, by ${groupBy}` : '',
      having ? `, where the ${this.figure(having.figure, rows)} is ${comparisons[having.by]} ${having.decimal}` : '',
      ranked,
    ].join('');
  }
}

/** Sums are of money, counts of what happened. */
interface Rows {
  money: string;
  events: string;
}

const rowsOf: Readonly<Record<View, Rows>> = {
  spending: { money: 'spending', events: 'purchases' },
  income: { money: 'income', events: 'payments received' },
  transfers: { money: 'transfers', events: 'transfers' },
  transactions: { money: 'transactions', events: 'transactions' },
};

export function selectWords(select: Select, vocabulary: Vocabulary, today: string): string {
  const words = new Words(vocabulary, today).select(select);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
