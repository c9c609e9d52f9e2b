// The very rows behind an answer, or behind one figure of it, as the ledger can be opened on them.
import type { Evidence, EvidenceRows } from '../ask/answer/answer.ts';

type Found = Pick<EvidenceRows, 'sql' | 'params'>;

/** Rows that an answer sets beside others, named as it names them. */
export interface RowsOfSide extends Found {
  label: string;
  name: string;
}

/** The rows of one answer, and the question they answer. */
export interface RowsOf extends Found {
  question: string;
  /** Where they are of one side of a comparison: all of its sides, to go from one to another. */
  sides?: readonly RowsOfSide[];
  /** The label of the side that the rows are of. */
  side?: string;
}

const found = ({ sql, params }: Found): Found => ({ sql, params });

/** The rows of one side, the others at hand. */
const ofSide = (question: string, sides: readonly RowsOfSide[], side: RowsOfSide): RowsOf => ({
  question,
  ...found(side),
  sides,
  side: side.label,
});

/** The rows of another side of the same comparison. */
export function toSide(rowsOf: RowsOf, label: string): RowsOf {
  const side = rowsOf.sides?.find((each) => each.label === label);
  return side && rowsOf.sides ? ofSide(rowsOf.question, rowsOf.sides, side) : rowsOf;
}

/** What an answer adds up; of a comparison the rows of the side so labelled, or of the first. */
export function rowsBehind(question: string, evidence: Evidence, label?: string): RowsOf {
  const sides = evidence.sides?.map((side) => ({ label: side.label, name: side.name, ...found(side) })) ?? [];
  const side = sides.find((each) => each.label === label) ?? sides[0];
  return side ? ofSide(question, sides, side) : { question, ...found(evidence) };
}

/** A figure as its label says it, and which line of the answer it stands in. */
export interface FigurePlace {
  label: string;
  line?: number | undefined;
}

/** The very rows of a figure; null where it has none of its own. `shown` is its label as people read it. */
export function rowsOfFigure(question: string, evidence: Evidence, { label, line }: FigurePlace, shown = label): RowsOf | null {
  const { groupSql, keys, sides = [], params } = evidence;
  const alike = sides.filter((each) => each.label === label);
  if (alike.length > 1) return null; // two of one name cannot be told apart
  if (alike.length === 1) return rowsBehind(question, evidence, label);
  const key = keys ? keys[line ?? -1] : label;
  return groupSql && key !== undefined ? { question: `${question} · ${shown}`, sql: groupSql, params: [...params, key] } : null;
}
