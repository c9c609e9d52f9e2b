// The words of a SELECT, and a place among them that moves as they are read. What does not stand where it must is said in words.
/** Why a text is no SELECT of ours, in words that a model can mend. */
export class Wrong extends Error {}

export interface Token {
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

export const oneOf = <T extends string>(text: string, of: readonly T[]): T | null => of.find((each) => each === text) ?? null;

/** Reads on word by word; `at` may be set back. */
export class Cursor {
  readonly #tokens: readonly Token[];
  at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  peek(ahead = 0): Token {
    return this.#tokens[this.at + ahead] ?? { is: 'end', text: 'the end' };
  }

  shown = (): string => (this.peek().is === 'end' ? 'the end' : JSON.stringify(this.peek().text.slice(0, 30)));

  has(...texts: string[]): boolean {
    const found = texts.every((text, ahead) => this.peek(ahead).is !== 'string' && this.peek(ahead).text === text);
    if (found) this.at += texts.length;
    return found;
  }

  must(...texts: string[]): void {
    for (const text of texts) if (!this.has(text)) throw new Wrong(`${this.shown()} stands where ${text.toUpperCase()} must stand`);
  }

  word<T extends string>(of: readonly T[], what: string): T {
    const token = this.peek();
    const found = token.is === 'word' || token.is === 'mark' ? oneOf(token.text, of) : null;
    if (found === null) throw new Wrong(`${this.shown()} is no ${what}; it must be one of ${of.join(', ')}`);
    this.at += 1;
    return found;
  }

  number(): string {
    const token = this.peek();
    if (token.is !== 'number') throw new Wrong(`${this.shown()} stands where a number must stand`);
    this.at += 1;
    return token.text;
  }

  strings(): string[] {
    this.must('(');
    const found: string[] = [];
    do {
      const token = this.peek();
      if (token.is !== 'string') throw new Wrong(`${this.shown()} stands where a name in quotes must stand`);
      found.push(token.text);
      this.at += 1;
    } while (this.has(','));
    this.must(')');
    return found;
  }
}
