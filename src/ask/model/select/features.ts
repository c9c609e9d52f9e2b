// What a SELECT does, in the terms in which a question asks for it: figures, counts, dimensions, sizes.
import type { Dimension } from '../../plan/plan.ts';
import type { BoundOf } from '../../intents/said-groups.ts';
import type { Feature } from './said-cues.ts';
import type { Aggregate, Select, SelectFigure } from './select.ts';
import { everyCondition, everyFigure, innermost } from './select.ts';

function ofFigure(figure: SelectFigure): Feature[] {
  if (figure.is === 'percent') return ['percent'];
  if (figure.is === 'difference') return figure.of.is === 'edge' ? ['days', 'counts'] : ['difference'];
  if (figure.is === 'per') return ['averages'];
  switch (figure.of.is) {
    case 'rows':
    case 'distinct':
      return ['counts'];
    case 'edge':
      return ['days'];
    case 'part':
      return ['sums'];
    case 'figure':
      return [({ count: 'counts', sum: 'sums', avg: 'averages', min: 'smallest', max: 'largest' } as const)[figure.of.name]];
  }
}

export function featuresOf(select: Select): Set<Feature> {
  const features = new Set<Feature>(everyFigure(select).flatMap(ofFigure));
  if (features.size === 0) features.add('rows');
  if (select.orderBy && select.limit !== null && select.orderBy.column !== 'label')
    features.add(select.orderBy.descending ? 'largest' : 'smallest');
  if (select.items.some(({ is }) => 'column' in is && (is.column === 'label' || select.groupBy === is.column))) features.add('labels');
  if (everyCondition(select).some((one) => 'not' in one && one.not)) features.add('not');
  return features;
}

/** What a count counts: rows, a dimension, or the groups of the SELECT within. */
export const countOf = (aggregate: Aggregate, select: Select): (Dimension | 'rows')[] => {
  if (aggregate.is === 'distinct') return [aggregate.of];
  if (aggregate.is !== 'rows') return [];
  return typeof select.from === 'string' ? ['rows'] : [select.from.groupBy ?? 'rows'];
};

/** Every dimension along which it groups or counts. */
export const groupsOf = (select: Select): Set<Dimension> =>
  new Set([
    ...(select.groupBy ? [select.groupBy] : []),
    ...(typeof select.from === 'string' ? [] : groupsOf(select.from)),
    ...everyFigure(select).flatMap((figure) =>
      figure.is === 'difference' && figure.of.is === 'edge'
        ? ['day' as const]
        : [figure.of, 'each' in figure ? figure.each : null].flatMap((part) => (part?.is === 'distinct' ? [part.of] : [])),
    ),
  ]);

export interface Bound {
  of: BoundOf | 'other';
  by: string;
  number: number;
}

/** Every size in it, with what it bounds. */
export function boundsOf(select: Select): Bound[] {
  const { where, having, from } = select;
  const of = (unit: string): Bound['of'] => (unit === 'money' ? 'group' : unit === 'count' ? 'count' : 'other');
  const value = typeof from === 'string' ? null : (from.items.find(({ as }) => as === 'value')?.unit ?? 'count');
  const inParts = everyCondition({ ...select, where: [], from: innermost(select).from });
  return [
    ...where.flatMap((one): Bound[] =>
      one.is === 'compare' ? [{ of: one.column === 'amount' ? 'row' : of(value ?? ''), by: one.by, number: Number(one.decimal) }] : [],
    ),
    ...inParts.flatMap((one): Bound[] => (one.is === 'compare' ? [{ of: 'other', by: one.by, number: Number(one.decimal) }] : [])),
    ...(having ? [{ of: of(having.unit), by: having.by, number: Number(having.decimal) }] : []),
    ...(typeof from === 'string' ? [] : boundsOf(from)),
  ];
}
