// The SELECTs that a model may write: over the reading views (src/ledger/reading-views.ts) and nothing else, in a few forms that say what
// no plan can: figures of figures ("how many months over 1000"), parts under a condition, days between. Names and stretches of time stand
// as the labels of the vocabulary, in `about` and `during`, two columns that the compiler turns into conditions with bound values.
import { READING_VIEWS } from '../../../ledger/reading-views.ts';
import type { Expression, Grammar } from '../grammar.ts';
import { all, dayText, digit, listed, maybe, one, rule, times, wholeNumber } from '../grammar.ts';
import type { Vocabulary } from '../vocabulary.ts';

export const VIEWS = ['spending', 'income', 'transfers', 'transactions'] as const;
export type View = (typeof VIEWS)[number];

/** What rows may be listed or grouped by. */
export const LABELS = ['day', 'month', 'year', 'weekday', 'payee', 'category', 'account'] as const;
export type Label = (typeof LABELS)[number];

export const FUNCTIONS = ['count', 'sum', 'avg', 'min', 'max'] as const;
export type SelectFunction = (typeof FUNCTIONS)[number];

export const COMPARISONS = ['>=', '<=', '<>', '>', '<', '='] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** Names that a figure or a label gets, so that an outer SELECT can speak of it. */
export const ALIASES = ['label', 'value', 'other'] as const;
export type Alias = (typeof ALIASES)[number];

export const MOST_ROWS = 200;
export const MOST_CONDITIONS = 6;
const MOST_NAMES = 6;

/** A column that is in the views themselves, so that this table cannot name what is not there. */
const columnsOf = new Set(READING_VIEWS.find(({ name }) => name === 'transactions')?.columns.map(({ name }) => name));
if (![...LABELS, 'amount', 'currency'].every((name) => columnsOf.has(name))) throw new RangeError('the reading views have other columns');

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
/** 0 Sunday to 6 Saturday. */
export const weekdayNumber = (name: string): number => (WEEKDAYS.findIndex((day) => day === name) + 1) % 7;

const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`;
const choices = (texts: readonly string[]): Expression => one(...texts.map(quoted));
const inList = (of: Expression): Expression => all('(', listed(of, ', ', 1, MOST_NAMES), ')');

/** A SELECT grouped by one label. Its rows may be limited, unless another SELECT reads them. */
const grouped =
  (figure: string) =>
  (label: Label): Expression =>
    all(`SELECT ${label} AS label, `, rule(figure), ' AS value', ' FROM ', rule('view'), rule('where'), ` GROUP BY ${label}`);

const ranked: Expression = all(' ORDER BY ', one('value', 'label'), maybe(' DESC'), maybe(' LIMIT ', rule('limit')));

export function selectGrammar({ names, periods, freeDays }: Vocabulary): Grammar {
  const labels = [...names.keys()];
  const stretches = [...periods.keys()];
  const days = all("'", dayText, ' until ', dayText, "'");
  return {
    root: one(
      all('SELECT ', rule('figure'), ' AS value', maybe(', ', rule('figure'), ' AS other'), ' FROM ', rule('view'), rule('where')),
      all(
        'SELECT day, payee, category, account, amount FROM ',
        rule('view'),
        rule('where'),
        ' ORDER BY ',
        one('day', 'amount'),
        maybe(' DESC'),
        ' LIMIT ',
        rule('limit'),
      ),
      all(
        one(...LABELS.map(grouped('figure'))),
        maybe(' HAVING ', rule('sum'), ' ', rule('comparison'), ' ', rule('number')),
        maybe(ranked),
      ),
      all('SELECT ', rule('outer'), ' AS value FROM (', rule('groups'), ')', rule('kept')),
      all('SELECT label, value FROM (', rule('groups'), ')', rule('kept'), ranked),
    ),
    groups: one(...LABELS.map(grouped('sum'))),
    view: one(...VIEWS),
    figure: one(rule('sum'), all('100.0 * ', rule('part'), ' / sum(amount)'), 'max(day) - min(day)', 'min(day)', 'max(day)'),
    sum: one(rule('aggregate'), all(rule('part'), ' - ', rule('part')), all('sum(amount) / ', rule('counted'))),
    aggregate: one(rule('counted'), rule('part'), ...['avg', 'min', 'max'].map((name) => `${name}(amount)`)),
    counted: one('count(*)', ...LABELS.map((label) => `count(DISTINCT ${label})`)),
    part: one('sum(amount)', all('sum(CASE WHEN ', rule('conditions'), ' THEN amount ELSE 0 END)')),
    outer: one('count(*)', ...['sum', 'avg', 'min', 'max'].map((name) => `${name}(value)`)),
    kept: maybe(' WHERE value ', rule('comparison'), ' ', rule('number')),
    where: maybe(' WHERE ', rule('conditions')),
    conditions: listed(rule('condition'), ' AND ', 1, MOST_CONDITIONS),
    condition: one(
      ...(labels.length ? [all('about', maybe(' NOT'), ' IN ', inList(choices(labels)))] : []),
      all('during IN ', inList(one(choices(stretches), ...(freeDays ? [days] : [])))),
      all('weekday', maybe(' NOT'), ' IN ', inList(choices(WEEKDAYS))),
      all('amount ', rule('comparison'), ' ', rule('number')),
      all('category IS ', maybe('NOT '), 'NULL'),
    ),
    comparison: one(...COMPARISONS),
    number: all(one('0', wholeNumber(7)), maybe('.', digit(), times(digit(), 0, 1))),
    limit: wholeNumber(3),
  };
}
