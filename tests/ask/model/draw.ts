// Sentences drawn at random from a grammar: what the grammar lets a model write, without a model.
import type { Expression, Grammar } from '../../../src/ask/model/grammar.ts';

export type Random = () => number;

const between = (random: Random, from: number, to: number): number => from + Math.floor(random() * (to - from + 1));

export function draw(grammar: Grammar, random: Random, name = 'root'): string {
  const from = (expression: Expression): string => {
    switch (expression.is) {
      case 'text':
        return expression.text;
      case 'rule': {
        const rule = grammar[expression.name];
        if (!rule) throw new RangeError(`no rule ${expression.name}`);
        return from(rule);
      }
      case 'digit':
        return String(between(random, expression.from, expression.to));
      case 'all':
        return expression.of.map(from).join('');
      case 'one': {
        const chosen = expression.of[between(random, 0, expression.of.length - 1)];
        if (!chosen) throw new RangeError('a choice of nothing');
        return from(chosen);
      }
      case 'times':
        return Array.from({ length: between(random, expression.least, expression.most) }, () => from(expression.of)).join('');
    }
  };
  const root = grammar[name];
  if (!root) throw new RangeError(`no rule ${name}`);
  return from(root);
}
