// From a read SELECT to an answer: compile, through the wall, run, evidence, phrase. The figures are those of the rows, in their units.
import { toLedgerRow } from '../../../ledger/find-rows.ts';
import { selectFrom } from '../../../ledger/select-wall.ts';
import type { ReadableDatabase, SqlValue } from '../../../ledger/database.ts';
import type { Answer, Evidence, Figure } from '../../answer/answer.ts';
import { laneWords } from '../../answer/lane-words.ts';
import { countWords, decimal, moneySpoken, moneyWords, percentWords } from '../../answer/money.ts';
import { spokenFrom } from '../../answer/phrase.ts';
import type { Told } from '../../answer/phrase.ts';
import { dayWords } from '../../plan/words.ts';
import type { ColumnUnit, Compiled } from '../../sql/compile.ts';
import type { Vocabulary } from '../vocabulary.ts';
import { compileSelect, evidenceSql } from './compile-select.ts';
import type { Select } from './select.ts';
import { MOST_ROWS } from './select-shape.ts';
import { selectWords } from './select-words.ts';

const SHOWN = 20;
/** Rows that a sentence tells. */
const TOLD = 3;

type Say = (minor: number, currency: string, locale: string) => string;

function cellWords(value: SqlValue | undefined, unit: ColumnUnit, { currency }: Vocabulary, locale: string, say: Say): string {
  if (value === null || value === undefined) return 'none';
  if (typeof value === 'string') return unit === 'day' ? dayWords(value) : value;
  if (unit === 'money') return say(value, currency, locale);
  if (unit === 'percent') return percentWords(value, locale);
  return unit === 'days' ? `${value} ${value === 1 ? 'day' : 'days'}` : countWords(value, locale);
}

/** "Months with ...: 3." The words before the figure say what it is, for nothing else does. */
function sentenceOf(
  words: string,
  { columns }: Compiled,
  rows: readonly SqlValue[][],
  vocabulary: Vocabulary,
  locale: string,
  say: Say,
): string {
  const told = (row: readonly SqlValue[]) => columns.map(({ unit }, at) => cellWords(row[at], unit, vocabulary, locale, say)).join(', ');
  const rest = rows.length > TOLD ? ` and ${rows.length - TOLD} more` : '';
  return `${words}: ${rows.slice(0, TOLD).map(told).join('; ')}${rest}.`;
}

function figuresOf({ columns }: Compiled, rows: readonly SqlValue[][], vocabulary: Vocabulary, locale: string): Figure[] {
  const labelled = columns.findIndex(({ unit }) => unit === 'label');
  return rows.slice(0, labelled < 0 ? 1 : 12).flatMap((row) =>
    columns.flatMap(({ unit, name }, at): Figure[] => {
      const value = row[at];
      const label = labelled >= 0 && typeof row[labelled] === 'string' ? row[labelled] : columns.length > 1 ? name : null;
      if (unit === 'day' && typeof value === 'string') return [{ value: 0, unit: 'day', currency: null, text: value, label }];
      if (typeof value !== 'number' || unit === 'label' || unit === 'currency' || unit === 'day') return [];
      const text = cellWords(value, unit, vocabulary, locale, moneyWords);
      return [
        { value: unit === 'money' ? Math.round(value) : value, unit, currency: unit === 'money' ? vocabulary.currency : null, text, label },
      ];
    }),
  );
}

function readRows(db: ReadableDatabase, select: Select, vocabulary: Vocabulary, told: Told): Evidence {
  const { sql, params } = evidenceSql(select, { vocabulary, ledger: told.ledger, today: told.today });
  const { rows } = db.query(`${sql}\nLIMIT ${SHOWN}`, params);
  const sums = db.query(`SELECT currency, sum(minor), count(*) FROM (${sql}) GROUP BY currency`, params).rows;
  return {
    sql,
    params,
    rows: rows.map(toLedgerRow),
    total: sums.reduce((total, row) => total + Number(row[2]), 0),
    sums: sums.map(([currency, minor]) => ({ currency: String(currency), minor: Number(minor) })),
  };
}

/** What a LIMIT would cut off may be as high as what it keeps; then the row beyond is read too. */
function isTied(select: Select, rows: readonly SqlValue[][]): boolean {
  const { limit, orderBy, items } = select;
  const at = items.findIndex(({ as }) => as !== null && as === orderBy?.column);
  return limit !== null && at >= 0 && rows.length > limit && rows[limit - 1]?.[at] === rows[limit]?.[at];
}

export function answerSelect(db: ReadableDatabase, select: Select, vocabulary: Vocabulary, told: Told): Answer {
  const { trace, ledger, locale, question, today } = told;
  const oneMore = { ...select, limit: select.limit === null ? null : select.limit + 1 };
  const compiled = trace.step('compile', 'CHAIN', select, () => compileSelect(oneMore, { vocabulary, ledger, today }));
  const read = trace.step('run', 'RETRIEVER', compiled.sql, (span) => {
    const found = selectFrom(db, compiled.sql, compiled.params, MOST_ROWS).rows;
    span.detail = { params: compiled.params, rows: found.length };
    span.output = found.slice(0, 50);
    return found;
  });
  const rows = read.slice(0, select.limit ?? MOST_ROWS);
  const evidence = trace.step('evidence', 'RETRIEVER', null, (span) => {
    const beneath = readRows(db, select, vocabulary, told);
    span.output = beneath.total;
    return beneath;
  });
  // A figure of no rows is none, though a count of them would be nought.
  const isEmpty = evidence.total === 0 || rows.every((row) => row.every((cell) => cell === null));
  const words = selectWords(select, vocabulary, today);
  const sentence = isEmpty ? laneWords.nothing : sentenceOf(words, compiled, rows, vocabulary, locale, moneyWords);
  const plain = rows.map((row) =>
    row.map((value, at) =>
      typeof value === 'number' && compiled.columns[at]?.unit === 'money' ? decimal(value, vocabulary.currency) : value,
    ),
  );
  return {
    status: isEmpty ? 'empty' : 'answered',
    engine: 'model',
    asked: question,
    understood: words,
    figures: isEmpty ? [] : figuresOf(compiled, rows, vocabulary, locale),
    sentence,
    spoken: spokenFrom(isEmpty ? sentence : sentenceOf(words, compiled, rows, vocabulary, locale, moneySpoken)),
    assumed: [],
    notes: [
      laneWords.select,
      ...(isTied(select, read) ? [laneWords.tied] : []),
      ...(ledger.currencies.length > 1 ? [`Only ${vocabulary.currency} is counted.`] : []),
    ],
    unheard: [],
    chips: [{ slot: 'measure', text: words, source: 'model', removable: false }],
    choices: [],
    columns: compiled.columns.map(({ name }) => name),
    rows: isEmpty ? [] : plain,
    sql: compiled.sql,
    params: compiled.params,
    evidence,
    chart: null,
    period: null,
    trace: trace.spans,
  };
}
