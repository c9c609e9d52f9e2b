// The ledger as double entry: an hledger journal (hledger manual, "Journal") and a Beancount file (Beancount language syntax). Own
// accounts are assets, cards and loans liabilities; what came in or went out stands against its category, own money moving against
// Equity:Transfers, where both halves meet and cancel.
import { plainText } from '../../base/plain-text.ts';
import { fold } from '../../base/text.ts';
import { decimal, type OutAccount, type OutPart, type OutTransaction } from './rows.ts';

const OWED: ReadonlySet<string> = new Set(['card', 'loan']);

const rootOf = ({ kind }: OutAccount): string => (OWED.has(kind) ? 'Liabilities' : 'Assets');

function against({ flow, category }: OutPart): [string, string] {
  if (flow === 'transfer') return ['Equity', 'Transfers'];
  return [flow === 'income' ? 'Income' : 'Expenses', category ?? 'Uncategorised'];
}

/** One line, and no control that a terminal would obey: no line break, no semicolon, which begins a comment. */
const oneLine = (text: string): string => plainText(text).replace(/\s+/g, ' ').replaceAll(';', ',').trim();

/** Two blanks end an account's name, a colon parts it. */
const hledgerName = (root: string, name: string): string =>
  `${root}:${
    oneLine(name)
      .replace(/:/g, '-')
      .replace(/^[([*!]+/, '') || 'Unnamed'
  }`;

export function* toHledger(
  transactions: Iterable<OutTransaction>,
  currencies: readonly { code: string; digits: number }[],
): Generator<string> {
  yield '; Written by Sotto. Amounts are exact; own money moving stands against Equity:Transfers.\ndecimal-mark .\n';
  for (const { code, digits } of currencies) yield `commodity 1000.${'0'.repeat(digits)} ${code}\n`;
  for (const { account, day, minor, currency, payee, text, memo, isPending, note, parts } of transactions) {
    yield `\n${day} ${isPending ? '!' : '*'} ${oneLine(payee).replaceAll('|', '/') || 'Unknown'} | ${oneLine(text).replaceAll('|', '/')}\n`;
    for (const said of [memo, note]) if (said) yield `    ; ${oneLine(said)}\n`;
    yield `    ${hledgerName(rootOf(account), account.name)}  ${decimal(minor, currency)} ${currency}\n`;
    for (const part of parts) yield `    ${hledgerName(...against(part))}  ${decimal(-part.minor, currency)} ${currency}\n`;
  }
}

/** Names of Beancount's accounts begin with a capital or a digit, and hold letters, digits and hyphens. Two names never become one. */
class BeancountNames {
  readonly #given = new Map<string, string>();
  readonly #taken = new Set<string>();

  of(root: string, name: string): string {
    const key = `${root}:${name}`;
    const known = this.#given.get(key);
    if (known !== undefined) return known;
    const words = fold(name)
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '');
    const base = `${root}:${words ? words.charAt(0).toUpperCase() + words.slice(1) : 'Unnamed'}`;
    let free = base;
    for (let count = 2; this.#taken.has(free); count += 1) free = `${base}-${count}`;
    this.#taken.add(free);
    this.#given.set(key, free);
    return free;
  }

  get all(): [key: string, name: string][] {
    return [...this.#given];
  }
}

const string = (text: string): string => `"${plainText(text).replace(/\s+/g, ' ').trim().replace(/[\\"]/g, '\\$&')}"`;

export function* toBeancount(transactions: () => Iterable<OutTransaction>, currencies: readonly { code: string }[]): Generator<string> {
  const names = new BeancountNames();
  let first = '';
  for (const { account, day, parts } of transactions()) {
    first ||= day;
    names.of(rootOf(account), account.name);
    for (const part of parts) names.of(...against(part));
  }
  yield '; Written by Sotto. Amounts are exact; own money moving stands against Equity:Transfers.\noption "title" "Sotto"\n';
  for (const { code } of currencies) yield `option "operating_currency" "${code}"\n`;
  for (const [key, name] of names.all) yield `${first} open ${name}\n  name: ${string(key.slice(key.indexOf(':') + 1))}\n`;
  for (const { account, day, minor, currency, payee, text, memo, isPending, note, parts } of transactions()) {
    yield `\n${day} ${isPending ? '!' : '*'} ${string(payee)} ${string(text)}\n`;
    if (memo) yield `  memo: ${string(memo)}\n`;
    if (note) yield `  note: ${string(note)}\n`;
    yield `  ${names.of(rootOf(account), account.name)}  ${decimal(minor, currency)} ${currency}\n`;
    for (const part of parts) yield `  ${names.of(...against(part))}  ${decimal(-part.minor, currency)} ${currency}\n`;
  }
}
