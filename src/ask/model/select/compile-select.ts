// A read SELECT as the SQL that runs: over the reading views, in whole minor units of one currency, every value bound, never more than
// MOST_ROWS rows. Currencies are never added: the plan's currency is a condition of every one.
import { exponentOf, toMinor } from '../../../base/money.ts';
import type { SqlValue } from '../../../ledger/database.ts';
import type { LedgerNames } from '../../names/ledger-names.ts';
import type { Subject } from '../../names/subject.ts';
import type { Condition } from '../../plan/plan.ts';
import type { ColumnUnit, Compiled } from '../../sql/compile.ts';
import type { Day, DayRange } from '../../../base/days.ts';
import { stretchOf, type Vocabulary } from '../vocabulary.ts';
import type { Aggregate, Select, SelectCondition, SelectFigure } from './select.ts';
import { innermost } from './select.ts';
import { MOST_ROWS } from './select-shape.ts';
import type { Comparison, View } from './select-shape.ts';

export interface SelectContext {
  vocabulary: Vocabulary;
  today: Day;
  ledger: LedgerNames;
}

interface Bound {
  text: string;
  params: SqlValue[];
}

const marks = (count: number): string => Array.from({ length: count }, () => '?').join(', ');
const within = (column: string, values: readonly SqlValue[]): Bound =>
  values.length ? { text: `${column} IN (${marks(values.length)})`, params: [...values] } : { text: 'FALSE', params: [] };
const joined = (parts: readonly Bound[], by: ' AND ' | ' OR '): Bound =>
  parts.length === 1 && parts[0]
    ? parts[0]
    : { text: `(${parts.map(({ text }) => text).join(by)})`, params: parts.flatMap(({ params }) => params) };

class SelectCompiler {
  constructor(
    private readonly context: SelectContext,
    private readonly view: View,
  ) {}

  get #currency(): string {
    return this.context.vocabulary.currency;
  }

  #payees = (ids: readonly number[]): Bound =>
    within(
      'payee',
      ids.flatMap((id) => this.context.ledger.payees.get(id)?.name ?? []),
    );

  #accounts = (ids: readonly number[]): Bound =>
    within(
      'account',
      this.context.ledger.accounts.filter(({ id }) => ids.includes(id)).map(({ name }) => name),
    );

  #subject({ payees, categories, loose, elsewhere, noted }: Subject): Bound {
    const named = this.context.ledger.categories.filter(({ id }) => categories.includes(id)).map(({ name }) => name);
    const parts: Bound[] = [];
    if (payees.length) parts.push(this.#payees(payees));
    if (named.length) parts.push(within('category', named));
    if (loose.length) parts.push(joined([{ text: 'category IS NULL', params: [] }, this.#payees(loose)], ' AND '));
    if (elsewhere) parts.push(joined([this.#accounts(elsewhere.accounts), this.#payees(elsewhere.payees)], ' AND '));
    if (noted) {
      const said = noted.words.map((word) => ({ text: `text || ' ' || coalesce(memo, '') LIKE ?`, params: [`%${word}%`] }));
      parts.push(joined([this.#payees(noted.payees), ...said], ' AND '));
    }
    return parts.length ? joined(parts, ' OR ') : { text: 'FALSE', params: [] };
  }

  #named(condition: Exclude<Condition, { by: 'subject' }>): Bound {
    switch (condition.by) {
      case 'account':
        return this.#accounts(condition.ids);
      case 'place':
        return this.#payees(condition.payees);
      case 'paid-by': // no view tells how a row was paid, and no model is offered it
        return { text: 'FALSE', params: [] };
      case 'uncategorised':
        return { text: 'category IS NULL', params: [] };
      case 'weekday':
        return within(`CAST(strftime('%w', day) AS INTEGER)`, condition.days);
      case 'amount': {
        const { above, atLeast, below, atMost } = condition;
        const bounds = [above, atLeast, below, atMost].flatMap((value, at) =>
          value === undefined ? [] : [{ text: `${this.#size} ${['>', '>=', '<', '<='][at] ?? '='} ?`, params: [value] }],
        );
        return bounds.length ? joined(bounds, ' AND ') : { text: 'TRUE', params: [] };
      }
    }
  }

  /** Where money goes both ways a size has no sign. */
  get #size(): string {
    return this.view === 'spending' || this.view === 'income' ? 'minor' : 'abs(minor)';
  }

  #label(label: string): Bound {
    const name = this.context.vocabulary.names.get(label);
    if (!name) return { text: 'FALSE', params: [] };
    return name.thing.is === 'subject' ? this.#subject(name.thing.subject) : this.#named(name.thing.condition);
  }

  #ranges(label: string): readonly DayRange[] | null {
    const found = stretchOf(label, this.context.vocabulary, this.context.today);
    if (!found) throw new RangeError(`${label} was read as a stretch of time and is none`);
    return found.period?.ranges ?? null;
  }

  /** A decimal in the unit that it is compared with: money in minor units, where it has more decimals than the currency, between two of them. */
  number(decimal: string, unit: ColumnUnit): number {
    return unit === 'money' ? (toMinor(decimal, this.#currency) ?? Number(decimal) * 10 ** exponentOf(this.#currency)) : Number(decimal);
  }

  condition(condition: SelectCondition, unit: ColumnUnit): Bound {
    switch (condition.is) {
      case 'about': {
        const found = joined(
          condition.labels.map((label) => this.#label(label)),
          ' OR ',
        );
        return condition.not ? { text: `coalesce(NOT (${found.text}), TRUE)`, params: found.params } : found;
      }
      case 'during': {
        const parts = condition.labels.map((label): Bound => {
          const ranges = this.#ranges(label);
          if (!ranges) return { text: 'TRUE', params: [] };
          return joined(
            ranges.map(({ from, until }) => ({ text: '(day >= ? AND day < ?)', params: [from, until] })),
            ' OR ',
          );
        });
        return joined(parts, ' OR ');
      }
      case 'weekday': {
        const { text, params } = within('weekday', condition.days);
        return { text: condition.not ? `NOT ${text}` : text, params };
      }
      case 'no-category':
        return { text: `category IS ${condition.not ? 'NOT ' : ''}NULL`, params: [] };
      case 'compare':
        return condition.column === 'value'
          ? { text: `value ${condition.by} ?`, params: [this.number(condition.decimal, unit)] }
          : this.#sized(condition.by, this.number(condition.decimal, 'money'));
    }
  }

  /** "Under 5" has a lower end too: a refund is no small purchase. */
  #sized(by: Comparison, minor: number): Bound {
    const bound = { text: `${this.#size} ${by} ?`, params: [minor] };
    return (by === '<' || by === '<=') && this.#size === 'minor' ? joined([bound, { text: 'minor > 0', params: [] }], ' AND ') : bound;
  }

  /** Refunds net off in sums; they are no purchase, visit or day of spending. */
  #happened(column: string): string {
    return this.view === 'spending' ? `CASE WHEN minor > 0 THEN ${column} END` : column;
  }

  /** `isOuter`: over groups, of which one without a name is none. */
  #aggregate(aggregate: Aggregate, isOuter: boolean): Bound {
    switch (aggregate.is) {
      case 'rows':
        return { text: isOuter ? 'count(label)' : this.view === 'spending' ? `count(${this.#happened('1')})` : 'count(*)', params: [] };
      case 'distinct':
        return { text: `count(DISTINCT ${this.#happened(aggregate.of)})`, params: [] };
      case 'edge':
        return { text: `${aggregate.name}(${this.#happened('day')})`, params: [] };
      case 'figure': {
        const column = aggregate.of === 'value' ? 'value' : aggregate.name === 'sum' ? 'minor' : this.#happened('minor');
        return { text: `${aggregate.name}(${column})`, params: [] };
      }
      case 'part': {
        const { text, params } = joined(
          aggregate.when.map((one) => this.condition(one, 'money')),
          ' AND ',
        );
        return { text: `sum(CASE WHEN ${text} THEN minor ELSE 0 END)`, params };
      }
    }
  }

  figure(figure: SelectFigure, isOuter: boolean): Bound {
    const of = this.#aggregate(figure.of, isOuter);
    switch (figure.is) {
      case 'one':
        return of;
      case 'percent': {
        const whole = this.#aggregate(figure.whole, isOuter);
        return { text: `round(100.0 * ${of.text} / nullif(${whole.text}, 0), 2)`, params: [...of.params, ...whole.params] };
      }
      case 'difference': {
        const less = this.#aggregate(figure.less, isOuter);
        const params = [...of.params, ...less.params];
        return figure.of.is === 'edge'
          ? { text: `CAST(julianday(${of.text}) - julianday(${less.text}) AS INTEGER)`, params }
          : { text: `${of.text} - ${less.text}`, params };
      }
      case 'per': {
        const each = this.#aggregate(figure.each, isOuter);
        return { text: `1.0 * ${of.text} / nullif(${each.text}, 0)`, params: [...of.params, ...each.params] };
      }
    }
  }

  select(select: Select, isInner: boolean): Bound {
    const { items, from, where, groupBy, having, orderBy, limit } = select;
    const params: SqlValue[] = [];
    const take = ({ text, params: bound }: Bound): string => {
      params.push(...bound);
      return text;
    };
    const isOuter = typeof from !== 'string';
    const columns = items.map(({ is, as }, at) => {
      const text = 'figure' in is ? take(this.figure(is.figure, isOuter)) : is.column === 'amount' ? 'minor' : is.column;
      return `${text} AS ${as ?? ('column' in is ? is.column : `column_${at + 1}`)}`;
    });
    const source = typeof from === 'string' ? from : `(${take(this.select(from, true))})`;
    const unit = typeof from === 'string' ? 'money' : (from.items.find(({ as }) => as === 'value')?.unit ?? 'count');
    const conditions = where.map((one) => take(this.condition(one, unit)));
    if (typeof from === 'string') conditions.push(take({ text: 'currency = ?', params: [this.#currency] }));
    const lines = [`SELECT ${columns.join(', ')}`, `FROM ${source}`];
    if (conditions.length) lines.push(`WHERE ${conditions.join('\n  AND ')}`);
    if (groupBy) lines.push(`GROUP BY ${groupBy}`);
    if (having)
      lines.push(
        `HAVING ${take(this.figure(having.figure, isOuter))} ${having.by} ${take({ text: '?', params: [this.number(having.decimal, having.unit)] })}`,
      );
    if (orderBy) lines.push(`ORDER BY ${orderBy.column}${orderBy.descending ? ' DESC' : ''}`);
    if (!isInner) lines.push(`LIMIT ${take({ text: '?', params: [limit ?? MOST_ROWS] })}`);
    return { text: lines.join('\n'), params };
  }
}

const plainNames: Readonly<Record<string, string>> = { day: 'date' };

function columnName(select: Select, at: number): string {
  const item = select.items[at];
  if (!item) return '';
  if ('column' in item.is) {
    const { column } = item.is;
    if (column === 'label') return innermost(select).groupBy ?? 'label';
    return plainNames[column] ?? (column === 'value' ? 'total' : column);
  }
  return item.unit === 'money' ? 'amount' : item.unit === 'day' ? 'date' : item.unit;
}

/** Two columns of one name are told apart. */
const apart = (names: readonly string[]): string[] => names.map((name, at) => (names.indexOf(name) < at ? `${name} ${at + 1}` : name));

export function compileSelect(select: Select, context: SelectContext): Compiled {
  const compiler = new SelectCompiler(context, innermost(select).from);
  const { text, params } = compiler.select(select, false);
  const names = apart(select.items.map((_item, at) => columnName(select, at)));
  return { sql: text, params, columns: select.items.map(({ unit }, at) => ({ name: names[at] ?? '', unit })) };
}

/** The rows beneath: those that the innermost SELECT reads, signed as in the ledger. */
export function evidenceSql(select: Select, context: SelectContext): { sql: string; params: SqlValue[] } {
  const { from, where } = innermost(select);
  const compiler = new SelectCompiler(context, from);
  const conditions = [
    ...where.map((one) => compiler.condition(one, 'money')),
    { text: 'currency = ?', params: [context.vocabulary.currency] },
  ];
  return {
    sql: `SELECT transaction_id, day, payee, category, account, ${from === 'spending' ? '-minor' : 'minor'} AS minor, currency
FROM ${from}
WHERE ${conditions.map(({ text }) => text).join('\n  AND ')}
ORDER BY day DESC, transaction_id DESC`,
    params: conditions.flatMap(({ params: bound }) => bound),
  };
}
