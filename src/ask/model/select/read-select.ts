// A SELECT as text, read word by word by a parser that knows nothing but the forms of select-shape.ts. What it does not know it refuses
// with the words that stand there, so that the model can mend it. It never trusts the grammar, and never runs the text itself: what runs
// is compiled from what was read (compile-select.ts).
import { addDays, isDay } from '../../../base/days.ts';
import type { ColumnUnit } from '../../sql/compile.ts';
import type { Vocabulary } from '../vocabulary.ts';
import type { Aggregate, Select, SelectCondition, SelectFigure, SelectItem } from './select.ts';
import type { Alias, Label, View } from './select-shape.ts';
import { ALIASES, COMPARISONS, LABELS, MOST_CONDITIONS, MOST_ROWS, VIEWS, WEEKDAYS } from './select-shape.ts';

export type ReadSelect = { is: 'select'; select: Select } | { is: 'wrong'; why: string };

class Wrong extends Error {}

interface Token {
  is: 'word' | 'string' | 'number' | 'mark' | 'end';
  text: string;
}

const TOKEN = /\s+|(?<string>'(?:[^']|'')*')|(?<word>[A-Za-z_]+)|(?<number>\d+(?:\.\d+)?)(?![\w.])|(?<mark><>|>=|<=|[(),*/<>=-])/y;

/** The longest SELECT that is looked at. */
const LONGEST = 4_000;

function tokensOf(text: string): Token[] {
  if (text.length > LONGEST) throw new Wrong('it is too long');
  const tokens: Token[] = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const groups = TOKEN.exec(text)?.groups;
    if (!groups) throw new Wrong(`${JSON.stringify(text.slice(at, at + 12))} cannot be read`);
    const { string, word, number, mark } = groups;
    if (string !== undefined) tokens.push({ is: 'string', text: string.slice(1, -1).replaceAll("''", "'") });
    else if (word !== undefined) tokens.push({ is: 'word', text: word.toLowerCase() });
    else if (number !== undefined) tokens.push({ is: 'number', text: number });
    else if (mark !== undefined) tokens.push({ is: 'mark', text: mark });
  }
  return tokens;
}

const unitsOf: Readonly<Record<Label | 'amount', ColumnUnit>> = {
  day: 'day',
  month: 'label',
  year: 'label',
  weekday: 'label',
  payee: 'label',
  category: 'label',
  account: 'label',
  amount: 'money',
};

const oneOf = <T extends string>(text: string, of: readonly T[]): T | null => of.find((each) => each === text) ?? null;

class SelectReader {
  #at = 0;

  constructor(
    private readonly tokens: readonly Token[],
    private readonly vocabulary: Vocabulary,
    private readonly today: string,
  ) {}

  whole(): Select {
    const select = this.#select(0);
    if (this.#peek().is !== 'end') throw new Wrong(`${this.#shown()} stands after the end of the SELECT`);
    return select;
  }

  #peek(ahead = 0): Token {
    return this.tokens[this.#at + ahead] ?? { is: 'end', text: 'the end' };
  }

  #shown = (): string => (this.#peek().is === 'end' ? 'the end' : JSON.stringify(this.#peek().text.slice(0, 30)));

  #has(...texts: string[]): boolean {
    const found = texts.every((text, ahead) => this.#peek(ahead).is !== 'string' && this.#peek(ahead).text === text);
    if (found) this.#at += texts.length;
    return found;
  }

  #must(...texts: string[]): void {
    for (const text of texts) if (!this.#has(text)) throw new Wrong(`${this.#shown()} stands where ${text.toUpperCase()} must stand`);
  }

  #word<T extends string>(of: readonly T[], what: string): T {
    const token = this.#peek();
    const found = token.is === 'word' || token.is === 'mark' ? oneOf(token.text, of) : null;
    if (found === null) throw new Wrong(`${this.#shown()} is no ${what}; it must be one of ${of.join(', ')}`);
    this.#at += 1;
    return found;
  }

  #number(): string {
    const token = this.#peek();
    if (token.is !== 'number') throw new Wrong(`${this.#shown()} stands where a number must stand`);
    this.#at += 1;
    return token.text;
  }

  #strings(): string[] {
    this.#must('(');
    const found: string[] = [];
    do {
      const token = this.#peek();
      if (token.is !== 'string') throw new Wrong(`${this.#shown()} stands where a name in quotes must stand`);
      found.push(token.text);
      this.#at += 1;
    } while (this.#has(','));
    this.#must(')');
    return found;
  }

  #select(depth: number): Select {
    this.#must('select');
    const from = this.#lookForSource(depth);
    const inner = typeof from.source === 'string' ? null : from.source;
    const items: SelectItem[] = [];
    do items.push(this.#item(inner));
    while (this.#has(','));
    this.#must('from');
    this.#at = from.end;
    const where = this.#has('where') ? this.#conditions(inner) : [];
    const groupBy = this.#has('group', 'by') ? this.#word(LABELS, 'column to group by') : null;
    const having = this.#has('having') ? this.#having(inner, groupBy) : null;
    const orderBy = this.#has('order', 'by') ? this.#order(items) : null;
    const limit = this.#has('limit') ? this.#limit() : null;
    const select = { items, from: from.source, where, groupBy, having, orderBy, limit };
    this.#check(select, inner, depth);
    return select;
  }

  /** What stands after FROM is read first, for the items speak of its columns. */
  #lookForSource(depth: number): { source: View | Select; end: number } {
    const start = this.#at;
    let open = 0;
    for (; ; this.#at += 1) {
      const token = this.#peek();
      if (token.is === 'end') throw new Wrong('FROM is missing');
      if (token.is === 'string') continue;
      if (token.text === '(') open += 1;
      if (token.text === ')') open -= 1;
      if (open < 0) throw new Wrong('FROM is missing');
      if (open === 0 && token.is === 'word' && token.text === 'from') break;
    }
    this.#at += 1;
    let source: View | Select;
    if (this.#has('(')) {
      if (depth > 0) throw new Wrong('a SELECT stands in a SELECT in a SELECT; two are the most');
      source = this.#select(depth + 1);
      this.#must(')');
    } else source = this.#word(VIEWS, 'table');
    const end = this.#at;
    this.#at = start;
    return { source, end };
  }

  #item(inner: Select | null): SelectItem {
    const token = this.#peek();
    const isCall = this.#peek(1).text === '(' || token.is === 'number';
    let item: Omit<SelectItem, 'as'>;
    if (isCall) {
      const figure = this.#figure(inner);
      item = { is: { figure }, unit: figureUnit(figure, inner) };
    } else if (inner) {
      const column = this.#word(
        inner.items.flatMap(({ as }) => as ?? []),
        'column',
      );
      item = { is: { column }, unit: aliasUnit(inner, column) };
    } else {
      const column = this.#word([...LABELS, 'amount'] as const, 'column');
      item = { is: { column }, unit: unitsOf[column] };
    }
    return { ...item, as: this.#has('as') ? this.#word(ALIASES, 'name for a figure') : oneOf(token.text, inner ? ALIASES : []) };
  }

  #figure(inner: Select | null): SelectFigure {
    if (this.#peek().is === 'number') {
      const factor = this.#number();
      if (factor !== '100.0' && factor !== '100') throw new Wrong(`${factor} stands before *; only 100.0 may, for a percentage`);
      this.#must('*');
      const of = this.#aggregate(inner);
      this.#must('/');
      return { is: 'percent', of, whole: this.#aggregate(inner) };
    }
    const of = this.#aggregate(inner);
    if (this.#has('-')) return { is: 'difference', of, less: this.#aggregate(inner) };
    if (this.#has('/')) return { is: 'per', of, each: this.#aggregate(inner) };
    return { is: 'one', of };
  }

  #aggregate(inner: Select | null): Aggregate {
    const name = this.#word(['count', 'sum', 'avg', 'min', 'max'] as const, 'function');
    this.#must('(');
    const found = this.#within(name, inner);
    this.#must(')');
    return found;
  }

  #within(name: 'count' | 'sum' | 'avg' | 'min' | 'max', inner: Select | null): Aggregate {
    if (name === 'count') {
      if (this.#has('*')) return { is: 'rows' };
      this.#must('distinct');
      if (inner) throw new Wrong('count(DISTINCT ...) reads a table, not a SELECT');
      return { is: 'distinct', of: this.#word(LABELS, 'column') };
    }
    if (name === 'sum' && this.#has('case', 'when')) {
      if (inner) throw new Wrong('CASE reads a table, not a SELECT');
      const when = this.#conditions(null);
      this.#must('then', 'amount', 'else', '0', 'end');
      return { is: 'part', when };
    }
    if (!inner && (name === 'min' || name === 'max') && this.#has('day')) return { is: 'edge', name };
    if (inner) {
      this.#must('value');
      const unit = aliasUnit(inner, 'value');
      if (unit !== 'money' && unit !== 'count' && unit !== 'days')
        throw new Wrong(`value is a ${unit}; ${name} needs money, a count or days`);
      return { is: 'figure', name, of: 'value' };
    }
    this.#must('amount');
    return { is: 'figure', name, of: 'amount' };
  }

  #conditions(inner: Select | null): SelectCondition[] {
    const found: SelectCondition[] = [];
    do found.push(this.#condition(inner));
    while (this.#has('and'));
    if (found.length > MOST_CONDITIONS) throw new Wrong(`there are more than ${MOST_CONDITIONS} conditions`);
    return found;
  }

  #condition(inner: Select | null): SelectCondition {
    if (inner) {
      this.#must('value');
      return { is: 'compare', column: 'value', by: this.#word(COMPARISONS, 'comparison'), decimal: this.#number() };
    }
    const column = this.#word(['about', 'during', 'weekday', 'amount', 'category'] as const, 'column for a condition');
    if (column === 'amount') return { is: 'compare', column, by: this.#word(COMPARISONS, 'comparison'), decimal: this.#number() };
    if (column === 'category') {
      this.#must('is');
      const not = this.#has('not');
      this.#must('null');
      return { is: 'no-category', not };
    }
    const not = this.#has('not');
    this.#must('in');
    const values = this.#strings();
    if (column === 'during') {
      if (not) throw new Wrong('during has no NOT');
      for (const value of values) this.#checkPeriod(value);
      return { is: 'during', labels: values };
    }
    const known = (value: string) => (column === 'about' ? this.vocabulary.names.has(value) : oneOf(value, WEEKDAYS) !== null);
    const stranger = values.find((value) => !known(value));
    if (stranger !== undefined) throw new Wrong(`${JSON.stringify(stranger.slice(0, 40))} is not among the values of ${column}`);
    return column === 'about' ? { is: 'about', labels: values, not } : { is: 'weekday', days: values, not };
  }

  #checkPeriod(value: string): void {
    if (this.vocabulary.periods.has(value)) return;
    const [, from = '', until = ''] = /^(\d{4}-\d\d-\d\d) until (\d{4}-\d\d-\d\d)$/.exec(value) ?? [];
    const isStretch = this.vocabulary.freeDays && isDay(from) && isDay(until) && from < until && until <= addDays(this.today, 366);
    if (!isStretch) throw new Wrong(`${JSON.stringify(value.slice(0, 40))} is not among the stretches of time`);
  }

  #having(inner: Select | null, groupBy: Label | null): Select['having'] {
    if (!groupBy) throw new Wrong('HAVING stands without GROUP BY');
    const figure = this.#figure(inner);
    const by = this.#word(COMPARISONS, 'comparison');
    const unit = figureUnit(figure, inner);
    if (unit === 'day') throw new Wrong('HAVING compares a day with a number');
    return { figure, by, decimal: this.#number(), unit };
  }

  #order(items: readonly SelectItem[]): Select['orderBy'] {
    const names = items.flatMap(({ is, as }) => as ?? ('column' in is ? is.column : []));
    const column = this.#word(names, 'column to order by');
    const descending = this.#has('desc');
    if (!descending) this.#has('asc');
    return { column, descending };
  }

  #limit(): number {
    const limit = Number(this.#number());
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

const aliasUnit = (inner: Select, alias: Alias): ColumnUnit => {
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
function figureUnit(figure: SelectFigure, inner: Select | null): ColumnUnit {
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

export function readSelect(text: string, vocabulary: Vocabulary, today: string): ReadSelect {
  try {
    return { is: 'select', select: new SelectReader(tokensOf(text.trim()), vocabulary, today).whole() };
  } catch (error) {
    if (!(error instanceof Wrong)) throw error;
    return { is: 'wrong', why: error.message };
  }
}
