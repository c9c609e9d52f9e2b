// The EBNF that an engine is given, read back as data: so that a scripted engine can write whatever the grammar lets it, knowing nothing
// else. Only the forms that src/ask/model/grammar.ts writes.
import type { Expression, Grammar } from '../../../src/ask/model/grammar.ts';

const TOKEN = /\s*("(?:[^"\\]|\\.)*"|\[[^\]]*\]|\{\d+,\d+\}|[a-z][a-z-]*|[()|?])/y;

class EbnfReader {
  #at = 0;

  constructor(private readonly tokens: readonly string[]) {}

  choice(): Expression {
    const of = [this.#sequence()];
    while (this.tokens[this.#at] === '|') {
      this.#at += 1;
      of.push(this.#sequence());
    }
    return of.length === 1 && of[0] ? of[0] : { is: 'one', of };
  }

  #sequence(): Expression {
    const of: Expression[] = [];
    for (let token = this.tokens[this.#at]; token !== undefined && token !== '|' && token !== ')'; token = this.tokens[this.#at])
      of.push(this.#repeated(this.#single(token)));
    return { is: 'all', of };
  }

  #repeated(of: Expression): Expression {
    const token = this.tokens[this.#at] ?? '';
    if (token !== '?' && !token.startsWith('{')) return of;
    this.#at += 1;
    const [least = 0, most = 1] = token === '?' ? [] : token.slice(1, -1).split(',').map(Number);
    return { is: 'times', of, least, most };
  }

  #single(token: string): Expression {
    this.#at += 1;
    if (token === '(') {
      const inner = this.choice();
      this.#at += 1; // its end
      return inner;
    }
    if (token.startsWith('"')) return { is: 'text', text: JSON.parse(token) as string };
    if (token.startsWith('[')) return { is: 'digit', from: Number(token[1]), to: Number(token.at(-2)) };
    return { is: 'rule', name: token };
  }
}

export function fromEbnf(text: string): Grammar {
  return Object.fromEntries(
    text
      .split('\n')
      .filter(Boolean)
      .map((line) => {
        const [name = '', body = ''] = [line.slice(0, line.indexOf(' ')), line.slice(line.indexOf('::=') + 3)];
        const tokens: string[] = [];
        TOKEN.lastIndex = 0;
        for (let match = TOKEN.exec(body); match; match = TOKEN.exec(body)) if (match[1] !== undefined) tokens.push(match[1]);
        return [name, new EbnfReader(tokens).choice()];
      }),
  );
}
