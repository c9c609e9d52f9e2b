// A grammar as plain data, and its text in the EBNF that XGrammar reads (https://xgrammar.mlc.ai, after llama.cpp's GBNF).
// Kept as data so that it can be proved without an engine: the tests draw sentences from it and read them back.

export type Expression =
  | { is: 'text'; text: string }
  | { is: 'rule'; name: string }
  | { is: 'all'; of: readonly Expression[] }
  | { is: 'one'; of: readonly Expression[] }
  | { is: 'times'; of: Expression; least: number; most: number }
  /** One figure of this range, both ends included. */
  | { is: 'digit'; from: number; to: number };

/** Rules by name; it begins with `root`. */
export type Grammar = Readonly<Record<string, Expression>>;

type Part = Expression | string;
const part = (given: Part): Expression => (typeof given === 'string' ? { is: 'text', text: given } : given);

export const rule = (name: string): Expression => ({ is: 'rule', name });
export const all = (...of: Part[]): Expression => ({ is: 'all', of: of.map(part) });
export const one = (...of: Part[]): Expression => ({ is: 'one', of: of.map(part) });
export const times = (of: Part, least: number, most: number): Expression => ({ is: 'times', of: part(of), least, most });
export const maybe = (...of: Part[]): Expression => times(all(...of), 0, 1);
export const digit = (from = 0, to = 9): Expression => ({ is: 'digit', from, to });

/** `least` to `most` of them with a mark between. */
export const listed = (of: Part, between: string, least: number, most: number): Expression => {
  const whole = all(of, times(all(between, of), Math.max(0, least - 1), most - 1));
  return least === 0 ? maybe(whole) : whole;
};

/** A day as text, in the years 1900 to 2199. Whether the month has that many days, the reader of the output looks. */
export const dayText: Expression = all(
  one('19', '20', '21'),
  digit(),
  digit(),
  '-',
  one(all('0', digit(1, 9)), all('1', digit(0, 2))),
  '-',
  one(all('0', digit(1, 9)), all(digit(1, 2), digit()), all('3', digit(0, 1))),
);

/** A whole number of at most so many figures, without a zero before it. */
export const wholeNumber = (figures: number): Expression => all(digit(1, 9), times(digit(), 0, figures - 1));

/** Labels come without control characters (data-text.ts). */
const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

function written(expression: Expression, inside: boolean): string {
  switch (expression.is) {
    case 'text':
      return quoted(expression.text);
    case 'rule':
      return expression.name;
    case 'digit':
      return `[${expression.from}-${expression.to}]`;
    case 'all': {
      const of = expression.of.map((each) => written(each, true)).join(' ');
      return inside && expression.of.length !== 1 ? `(${of})` : of;
    }
    case 'one': {
      const of = expression.of.map((each) => written(each, true)).join(' | ');
      return inside ? `(${of})` : of;
    }
    case 'times': {
      const { least, most } = expression;
      if (least === most && most === 0) return '""';
      return `(${written(expression.of, false)})${least === 0 && most === 1 ? '?' : `{${least},${most}}`}`;
    }
  }
}

export const toEbnf = (grammar: Grammar): string =>
  Object.entries(grammar)
    .map(([name, expression]) => `${name} ::= ${written(expression, false)}\n`)
    .join('');
