// Invented files in the layouts of real banks, with their truth, kept as text under tests/fixtures/banks so that a new one needs
// no code: "## name", then lines of truth ("> 2025-01-15 -12.50 GBP | payee", "> asks: sign", "> closing 75.00", "> accounts 2"),
// then the file itself. Rows stand in any order; the currency is left out where the file cannot say it.
import { readdirSync, readFileSync } from 'node:fs';
import { exponentOf } from '../../src/base/money.ts';
import { AppError } from '../../src/base/errors.ts';
import { readStatement } from '../../src/import/read-statement.ts';
import type { StatementReading } from '../../src/import/reading.ts';

export interface BankFile {
  /** Where it stands: the name of the collection and of the layout. */
  name: string;
  text: string;
  rows: string[];
  /** Questions that nothing in the file decides; the rows are then those of the likeliest answer. */
  asks: string[];
  closing: string | null;
  accounts: number | null;
}

const FOLDER = new URL('../fixtures/banks/', import.meta.url);

export function bankFiles(): BankFile[] {
  return readdirSync(FOLDER)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .flatMap((name) => parse(name.replace(/\.txt$/, ''), readFileSync(new URL(name, FOLDER), 'utf8')));
}

function parse(collection: string, text: string): BankFile[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((part) => {
      const [title = '', ...lines] = part.split('\n');
      const begin = lines.findIndex((line) => !line.startsWith('> '));
      const truth = lines.slice(0, begin).map((line) => line.slice(2));
      const said = (word: string) => truth.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? null;
      return {
        name: `${collection}: ${title}`,
        text: `${lines.slice(begin).join('\n').replace(/\n+$/, '')}\n`,
        rows: truth.filter((line) => /^\d{4}-/.test(line)),
        asks: said('asks:')?.split(/[\s,]+/) ?? [],
        closing: said('closing'),
        accounts: said('accounts') === null ? null : Number(said('accounts')),
      };
    });
}

export interface BankVerdict {
  /** What does not agree; empty when all is right. */
  wrong: string[];
  asks: string[];
}

export async function judgeBankFile(file: BankFile, today: string): Promise<BankVerdict> {
  let reading: StatementReading;
  try {
    reading = await readStatement(new TextEncoder().encode(file.text), { name: 'statement', today });
  } catch (error) {
    if (error instanceof AppError) return { wrong: [`refused: ${error.code} ${error.message}`], asks: ['refused'] };
    throw error;
  }
  const asks = reading.asks.map(({ key }) => key);
  return { wrong: compare(file, reading), asks };
}

function compare(file: BankFile, reading: StatementReading): string[] {
  const wrong: string[] = [];
  const withPayee = file.rows.some((row) => row.includes(' | '));
  const got = reading.entries.map(({ day, minor, currency, descriptor }) =>
    [`${day} ${decimal(minor, currency)}${currency ? ` ${currency}` : ''}`, descriptor].slice(0, withPayee ? 2 : 1).join(' | '),
  );
  const [wanted, found] = [[...file.rows].sort(), got.sort()];
  for (const row of wanted) if (!take(found, row)) wrong.push(`lacks ${row}`);
  for (const row of found) wrong.push(`has ${row}`);
  const closing = reading.accounts[0]?.closing;
  if (file.closing !== null && (!closing || decimal(closing.minor, reading.accounts[0]?.currency ?? null) !== file.closing))
    wrong.push(`closing ${closing ? closing.minor : 'none'} for ${file.closing}`);
  if (file.accounts !== null && reading.accounts.length !== file.accounts)
    wrong.push(`${reading.accounts.length} accounts for ${file.accounts}`);
  return wrong;
}

function take(rows: string[], row: string): boolean {
  const at = rows.indexOf(row);
  if (at >= 0) rows.splice(at, 1);
  return at >= 0;
}

function decimal(minor: number, currency: string | null): string {
  const exponent = exponentOf(currency ?? '');
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, point)}${exponent > 0 ? `.${digits.slice(point)}` : ''}`;
}
