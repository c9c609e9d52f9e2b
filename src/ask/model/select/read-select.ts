// A SELECT as text, read word by word by a parser that knows nothing but the forms of select-shape.ts. What it does not know it refuses
// with the words that stand there, so that the model can mend it. It never trusts the grammar, and never runs the text itself: what runs
// is compiled from what was read (compile-select.ts).
import { stretchOf, type Vocabulary } from '../vocabulary.ts';
import type { Aggregate, Select, SelectCondition, SelectFigure, SelectItem } from './select.ts';
import type { Label, View } from './select-shape.ts';
import { ALIASES, COMPARISONS, LABELS, MOST_CONDITIONS, MOST_ROWS, VIEWS, WEEKDAYS } from './select-shape.ts';
import { Cursor, oneOf, Wrong } from './select-tokens.ts';
import { aliasUnit, figureUnit, unitsOf } from './select-units.ts';

export type ReadSelect = { is: 'select'; select: Select } | { is: 'wrong'; why: string };

class SelectReader {
  readonly #words: Cursor;

  constructor(
    text: string,
    private readonly vocabulary: Vocabulary,
    private readonly today: string,
  ) {
    this.#words = new Cursor(text);
  }

  whole(): Select {
    const select = this.#select(0);
    if (this.#words.peek().is !== 'end') throw new Wrong(`${this.#words.shown()} stands after the end of the SELECT`);
    return select;
  }

  #select(depth: number): Select {
    this.#words.must('select');
    const from = this.#lookForSource(depth);
    const inner = typeof from.source === 'string' ? null : from.source;
    const items: SelectItem[] = [];
    do items.push(this.#item(inner));
    while (this.#words.has(','));
    this.#words.must('from');
    this.#words.at = from.end;
    const where = this.#words.has('where') ? this.#conditions(inner) : [];
    const groupBy = this.#words.has('group', 'by') ? this.#words.word(LABELS, 'column to group by') : null;
    const having = this.#words.has('having') ? this.#having(inner, groupBy) : null;
    const orderBy = this.#words.has('order', 'by') ? this.#order(items) : null;
    const limit = this.#words.has('limit') ? this.#limit() : null;
    const select = { items, from: from.source, where, groupBy, having, orderBy, limit };
    this.#check(select, inner, depth);
    return select;
  }

  /** What stands after FROM is read first, for the items speak of its columns. */
  #lookForSource(depth: number): { source: View | Select; end: number } {
    const start = this.#words.at;
    let open = 0;
    for (; ; this.#words.at += 1) {
      const token = this.#words.peek();
      if (token.is === 'end') throw new Wrong('FROM is missing');
      if (token.is === 'string') continue;
      if (token.text === '(') open += 1;
      if (token.text === ')') open -= 1;
      if (open < 0) throw new Wrong('FROM is missing');
      if (open === 0 && token.is === 'word' && token.text === 'from') break;
    }
    this.#words.at += 1;
    let source: View | Select;
    if (this.#words.has('(')) {
      if (depth > 0) throw new Wrong('a SELECT stands in a SELECT in a SELECT; two are the most');
      source = this.#select(depth + 1);
      this.#words.must(')');
    } else source = this.#words.word(VIEWS, 'table');
    const end = this.#words.at;
    this.#words.at = start;
    return { source, end };
  }

  #item(inner: Select | null): SelectItem {
    const token = this.#words.peek();
    const isCall = this.#words.peek(1).text === '(' || token.is === 'number';
    let item: Omit<SelectItem, 'as'>;
    if (isCall) {
      const figure = this.#figure(inner);
      item = { is: { figure }, unit: figureUnit(figure, inner) };
    } else if (inner) {
      const column = this.#words.word(
        inner.items.flatMap(({ as }) => as ?? []),
        'column',
      );
      item = { is: { column }, unit: aliasUnit(inner, column) };
    } else {
      const column = this.#words.word([...LABELS, 'amount'] as const, 'column');
      item = { is: { column }, unit: unitsOf[column] };
    }
    return {
      ...item,
      as: this.#words.has('as') ? this.#words.word(ALIASES, 'name for a figure') : oneOf(token.text, inner ? ALIASES : []),
    };
  }

  #figure(inner: Select | null): SelectFigure {
    if (this.#words.peek().is === 'number') {
      const factor = this.#words.number();
      if (factor !== '100.0' && factor !== '100') throw new Wrong(`${factor} stands before *; only 100.0 may, for a percentage`);
      this.#words.must('*');
      const of = this.#aggregate(inner);
      this.#words.must('/');
      return { is: 'percent', of, whole: this.#aggregate(inner) };
    }
    const of = this.#aggregate(inner);
    if (this.#words.has('-')) return { is: 'difference', of, less: this.#aggregate(inner) };
    if (this.#words.has('/')) return { is: 'per', of, each: this.#aggregate(inner) };
    return { is: 'one', of };
  }

  #aggregate(inner: Select | null): Aggregate {
    const name = this.#words.word(['count', 'sum', 'avg', 'min', 'max'] as const, 'function');
    this.#words.must('(');
    const found = this.#within(name, inner);
    this.#words.must(')');
    return found;
  }

  #within(name: 'count' | 'sum' | 'avg' | 'min' | 'max', inner: Select | null): Aggregate {
    if (name === 'count') {
      if (this.#words.has('*')) return { is: 'rows' };
      this.#words.must('distinct');
      if (inner) throw new Wrong('count(DISTINCT ...) reads a table, not a SELECT');
      return { is: 'distinct', of: this.#words.word(LABELS, 'column') };
    }
    if (name === 'sum' && this.#words.has('case', 'when')) {
      if (inner) throw new Wrong('CASE reads a table, not a SELECT');
      const when = this.#conditions(null);
      this.#words.must('then', 'amount', 'else', '0', 'end');
      return { is: 'part', when };
    }
    if (!inner && (name === 'min' || name === 'max') && this.#words.has('day')) return { is: 'edge', name };
    if (inner) {
      this.#words.must('value');
      const unit = aliasUnit(inner, 'value');
      if (unit !== 'money' && unit !== 'count' && unit !== 'days')
        throw new Wrong(`value is a ${unit}; ${name} needs money, a count or days`);
      return { is: 'figure', name, of: 'value' };
    }
    this.#words.must('amount');
    return { is: 'figure', name, of: 'amount' };
  }

  #conditions(inner: Select | null): SelectCondition[] {
    const found: SelectCondition[] = [];
    do found.push(this.#condition(inner));
    while (this.#words.has('and'));
    if (found.length > MOST_CONDITIONS) throw new Wrong(`there are more than ${MOST_CONDITIONS} conditions`);
    return found;
  }

  #condition(inner: Select | null): SelectCondition {
    if (inner) {
      this.#words.must('value');
      return { is: 'compare', column: 'value', by: this.#words.word(COMPARISONS, 'comparison'), decimal: this.#words.number() };
    }
    const column = this.#words.word(['about', 'during', 'weekday', 'amount', 'category'] as const, 'column for a condition');
    if (column === 'amount')
      return { is: 'compare', column, by: this.#words.word(COMPARISONS, 'comparison'), decimal: this.#words.number() };
    if (column === 'category') {
      this.#words.must('is');
      const not = this.#words.has('not');
      this.#words.must('null');
      return { is: 'no-category', not };
    }
    const not = this.#words.has('not');
    this.#words.must('in');
    const values = this.#words.strings();
    if (column === 'during') {
      if (not) throw new Wrong('during has no NOT');
      const none = values.find((value) => !stretchOf(value, this.vocabulary, this.today));
      if (none !== undefined) throw new Wrong(`${JSON.stringify(none.slice(0, 40))} is not among the stretches of time`);
      return { is: 'during', labels: values };
    }
    const known = (value: string) => (column === 'about' ? this.vocabulary.names.has(value) : oneOf(value, WEEKDAYS) !== null);
    const stranger = values.find((value) => !known(value));
    if (stranger !== undefined) throw new Wrong(`${JSON.stringify(stranger.slice(0, 40))} is not among the values of ${column}`);
    return column === 'about' ? { is: 'about', labels: values, not } : { is: 'weekday', days: values, not };
  }

  #having(inner: Select | null, groupBy: Label | null): Select['having'] {
    if (!groupBy) throw new Wrong('HAVING stands without GROUP BY');
    const figure = this.#figure(inner);
    const by = this.#words.word(COMPARISONS, 'comparison');
    const unit = figureUnit(figure, inner);
    if (unit === 'day') throw new Wrong('HAVING compares a day with a number');
    return { figure, by, decimal: this.#words.number(), unit };
  }

  #order(items: readonly SelectItem[]): Select['orderBy'] {
    const names = items.flatMap(({ is, as }) => as ?? ('column' in is ? is.column : []));
    const column = this.#words.word(names, 'column to order by');
    const descending = this.#words.has('desc');
    if (!descending) this.#words.has('asc');
    return { column, descending };
  }

  #limit(): number {
    const limit = Number(this.#words.number());
    if (!Number.isInteger(limit) || limit < 1 || limit > 999) throw new Wrong('LIMIT must be from 1 to 999');
    return Math.min(limit, MOST_ROWS);
  }

  /** Labels beside figures are grouped by, and figures stand by themselves or beside what they are grouped by. */
  #check({ items, groupBy, limit, orderBy }: Select, inner: Select | null, depth: number): void {
    const names = items.flatMap(({ as }) => as ?? []);
    if (new Set(names).size < names.length) throw new Wrong('two columns have the same name');
    const plain = items.flatMap(({ is }) => ('column' in is ? [is.column] : []));
    const figures = items.length - plain.length;
    if (figures > 2 || items.length > 5) throw new Wrong('there are too many columns');
    if (figures > 0 && plain.some((column) => column !== groupBy))
      throw new Wrong(`${String(plain.find((column) => column !== groupBy))} must stand in GROUP BY`);
    if (groupBy && (inner || figures === 0 || !plain.includes(groupBy)))
      throw new Wrong(`${groupBy} is grouped by but not selected with a figure`);
    if (depth > 0 && (limit !== null || orderBy !== null)) throw new Wrong('an inner SELECT has no ORDER BY and no LIMIT');
    if (depth > 0 && (!groupBy || !names.includes('value') || !names.includes('label')))
      throw new Wrong('an inner SELECT needs GROUP BY, a label and a value');
  }
}

export function readSelect(text: string, vocabulary: Vocabulary, today: string): ReadSelect {
  try {
    return { is: 'select', select: new SelectReader(text.trim(), vocabulary, today).whole() };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { is: 'wrong', why: error.message };
  }
}
