// The wall before SQL that a person or a language model wrote: one SELECT over the reading views and what it names WITH itself, with
// functions of a list, no recursion, and few enough sources and wildcards that it ends. Throws `query-refused` with the reason.
// What it lets through still runs where nothing can be written (read-only.ts), and the page replaces a worker that takes too long.
import { checkReadOnly } from './read-only.ts';
import { READING_VIEWS } from './reading-views.ts';
import said from './select-words.json' with { type: 'json' };
import { refused, sqlWords, type SqlWord } from './sql-words.ts';

const FUNCTIONS = new Set(said.functions);
const BEFORE_PARENTHESIS = new Set(said['before a parenthesis']);
const NEVER = new Set(said.never);
const VIEWS = new Set(READING_VIEWS.map(({ name }) => name));

/** The names of the functions that pass, for the console's help and a model's prompt. */
export const SELECT_FUNCTIONS: readonly string[] = said.functions;

const LONGEST = 4_000;
/** Tables named after FROM and JOIN, over the whole statement. */
const MOST_SOURCES = 8;
const MOST_NAMED = 8;
/** Of a LIKE pattern: each further one can multiply the time over a long text. */
const MOST_WILDCARDS = 4;

/** Words that SQLite takes for nothing else; one that may also be a name could hide the table after it. */
const OTHER_CLAUSE = new Set(['where', 'group', 'order', 'having', 'limit', 'union', 'intersect', 'except', 'select', 'values']);

/** One pair of parentheses: which clause its words are in, and whether the next word names a table. */
interface Level {
  clause: 'from' | 'with' | 'other';
  wantsTable: boolean;
  /** The name that this level is the body of, if it is one. */
  names: string | null;
}

/** `taken`: names that the schema holds; nothing may be given one of them. */
export function checkSelect(sql: string, taken: readonly string[] = []): void {
  if (sql.length > LONGEST) throw refused(`it is longer than ${LONGEST} characters`);
  checkReadOnly(sql);
  const words = sqlWords(sql);
  while (words.at(-1)?.text === ';') words.pop();
  for (const [at, word] of words.entries()) checkWord(word, words[at + 1], words[at + 2]);
  new Sources(words, new Set([...VIEWS, ...taken.map((name) => name.toLowerCase())])).check();
}

function checkWord({ text, kind }: SqlWord, next: SqlWord | undefined, after: SqlWord | undefined): void {
  if (kind !== 'name') return;
  if (NEVER.has(text)) throw refused(`it says ${text.toUpperCase()}`);
  if (text === 'in' && next?.text !== '(') throw refused('IN needs a list or a SELECT in parentheses');
  if (text === 'like') checkPattern(next, after);
}

function checkPattern(pattern: SqlWord | undefined, after: SqlWord | undefined): void {
  if (pattern?.text === '?') return;
  if (pattern?.kind !== 'string' || after?.text === '|') throw refused('what follows LIKE has to be one text in quotes');
  if ((pattern.text.match(/[%_]+/g) ?? []).length > MOST_WILDCARDS) throw refused(`LIKE has more than ${MOST_WILDCARDS} wildcards`);
}

/** Walks the statement once and holds every table that it reads against the list. */
class Sources {
  readonly #levels: Level[] = [{ clause: 'other', wantsTable: false, names: null }];
  /** What WITH has named so far; a body may read only what was named, and closed, before it. */
  readonly #named = new Set<string>();
  readonly #closed = new Set<string>();
  #count = 0;

  constructor(
    readonly words: readonly SqlWord[],
    readonly reserved: ReadonlySet<string>,
  ) {}

  check(): void {
    for (let at = 0; at < this.words.length; at++) at = this.#step(at);
    if (this.#levels.length !== 1) throw refused('its parentheses do not close');
  }

  #step(at: number): number {
    const word = this.words[at];
    const level = this.#levels.at(-1);
    if (!word || !level) throw refused('its parentheses do not close');
    const { text, kind } = word;
    if (kind === 'mark' && text === '(') return this.#open(at, level);
    if (kind === 'mark' && text === ')') return this.#close(at, level);
    const before = this.words[at - 1];
    if (kind === 'name' && text === 'with') {
      if (before && before.text !== '(') throw refused('WITH stands in front of a SELECT');
      Object.assign(level, { clause: 'with', wantsTable: false });
      return this.#name(at + 1);
    }
    if (level.clause === 'with' && text === ',') return this.#name(at + 1);
    if (level.wantsTable) return this.#source(at, level);
    if (kind === 'name' && text === 'from' && before?.text === 'distinct') return at; // IS DISTINCT FROM
    this.#call(at, word);
    if (kind === 'name' && (text === 'from' || text === 'join')) Object.assign(level, { clause: 'from', wantsTable: true });
    else if (kind === 'name' && OTHER_CLAUSE.has(text)) Object.assign(level, { clause: 'other', wantsTable: false });
    else if (kind === 'mark' && text === ',' && level.clause === 'from')
      throw refused('tables are joined with JOIN and ON, not with a comma');
    else if (kind === 'name' && (text === 'cross' || text === 'natural')) throw refused(`it says ${text.toUpperCase()} JOIN`);
    return at;
  }

  /** A word before a parenthesis is a function of the list, or a keyword. */
  #call(at: number, { text, kind }: SqlWord): void {
    const next = this.words[at + 1];
    if (next?.kind !== 'mark' || next.text !== '(' || kind === 'mark' || kind === 'number') return;
    if (kind !== 'name' || !(FUNCTIONS.has(text) || BEFORE_PARENTHESIS.has(text)))
      throw refused(`it uses ${text}, which is not in the list of functions`);
  }

  #open(at: number, level: Level): number {
    const inFrom = level.wantsTable;
    level.wantsTable = false;
    this.#levels.push({ clause: inFrom ? 'from' : 'other', wantsTable: inFrom, names: null });
    const next = this.words[at + 1];
    if (inFrom && next?.kind === 'name' && (next.text === 'select' || next.text === 'values' || next.text === 'with'))
      Object.assign(this.#levels.at(-1) ?? {}, { clause: 'other', wantsTable: false });
    return at;
  }

  #close(at: number, { names, wantsTable }: Level): number {
    if (wantsTable) throw refused('a table is missing');
    this.#levels.pop();
    if (names !== null) this.#closed.add(names);
    return at;
  }

  /** `name [(columns)] AS [NOT] [MATERIALIZED] (`; returns the place of the last parenthesis. */
  #name(from: number): number {
    const { text = '', kind } = this.words[from] ?? {};
    if (kind !== 'name' && kind !== 'quoted') throw refused('WITH needs a name');
    if (this.reserved.has(text) || this.#named.has(text)) throw refused(`WITH may not name anything ${text} again`);
    this.#named.add(text);
    if (this.#named.size > MOST_NAMED) throw refused(`WITH names more than ${MOST_NAMED} tables`);
    let at = from + 1;
    if (this.words[at]?.text === '(') while (at < this.words.length && this.words[at]?.text !== ')') at += 1;
    if (this.words[at]?.text === ')') at += 1;
    if (this.words[at]?.text !== 'as') throw refused('WITH needs AS');
    at += 1;
    while (this.words[at]?.text === 'not' || this.words[at]?.text === 'materialized') at += 1;
    if (this.words[at]?.text !== '(') throw refused('WITH needs a SELECT in parentheses');
    this.#levels.push({ clause: 'other', wantsTable: false, names: text });
    return at;
  }

  #source(at: number, level: Level): number {
    const { text = '', kind } = this.words[at] ?? {};
    if (kind !== 'name' && kind !== 'quoted') throw refused('a table is missing');
    if (this.words[at + 1]?.text === '.') throw refused(`${text}.… is no view of the ledger`);
    if (!VIEWS.has(text) && !this.#closed.has(text)) throw refused(`${text} is no view of the ledger`);
    this.#count += 1;
    if (this.#count > MOST_SOURCES) throw refused(`it reads more than ${MOST_SOURCES} tables`);
    level.wantsTable = false;
    return at;
  }
}
