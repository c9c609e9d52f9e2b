// npm run --silent import -- --list FILE: reads each statement named in FILE as if dropped on an empty ledger and prints one
// line of JSON for each: what was read, what was set aside, what a person would be asked, or why it cannot be read.
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { performance } from 'node:perf_hooks';
import { AppError } from '../base/errors.ts';
import { checkLayout } from '../import/layouts/check-layout.ts';
import { readStatement } from '../import/read-statement.ts';
import type { GuessKey, SetAside, StatementReading, WhySetAside } from '../import/reading.ts';

/** Rows that never were transactions; they are listed in a preview, but are no errors. */
const NO_ERROR: ReadonlySet<WhySetAside> = new Set<WhySetAside>(['preamble', 'footer', 'header-again', 'summary', 'notice', 'not-cash']);

const WHY: Partial<Record<WhySetAside, string>> = {
  'no-day': 'it has an amount but no date',
  'bad-day': 'its date is no day of the calendar in the order that the other rows have',
  'no-amount': 'it has a date but no amount',
  'bad-amount': 'its amount is no number',
  'no-text': 'it has an amount and no text, as a balance would',
  'never-happened': 'the bank marks it as reverted, failed or declined',
  'pending-without-day': 'it is pending and has no date yet',
  'pending-left-out': 'it is pending',
  neutral: 'the file counts it neither as money in nor as money out',
  cut: 'the file stops in the middle of this row',
  'open-quote': 'a quotation mark opens in this row and never closes',
  'too-many-digits': 'its amount has more digits than can be counted exactly',
};

const ASK_NAMES: Partial<Record<GuessKey, string>> = { 'column:amount': 'amount-column' };

const toError = ({ line, why }: SetAside) => ({ line, why: `${why}: ${WHY[why] ?? why}` });

function report(file: string, reading: StatementReading, ms: number) {
  const days = reading.entries.map(({ day }) => day);
  return {
    file,
    format: reading.format,
    rows: reading.entries.length,
    net: Object.fromEntries(reading.net.map(({ currency, decimal }) => [currency, decimal])),
    first: days.reduce<string | null>((least, day) => (least === null || day < least ? day : least), null),
    last: days.reduce<string | null>((most, day) => (most === null || day > most ? day : most), null),
    errors: [...reading.setAside.filter(({ why }) => !NO_ERROR.has(why)), ...reading.warnings].map(toError),
    asks: reading.asks.map(({ key }) => ASK_NAMES[key] ?? key),
    error: null,
    ms,
  };
}

async function readOne(file: string, today: string): Promise<object> {
  const start = performance.now();
  const elapsed = () => Math.round((performance.now() - start) * 10) / 10;
  try {
    const bytes = await readFile(file);
    return report(file, await readStatement(bytes, { name: basename(file), today }), elapsed());
  } catch (error) {
    const { code, message, detail } = AppError.toWire(error);
    if (!(error instanceof AppError)) console.error(file, error);
    return {
      file,
      format: null,
      rows: 0,
      net: {},
      first: null,
      last: null,
      errors: [],
      asks: [],
      error: { code, message, ...(detail ? { detail } : {}) },
      ms: elapsed(),
    };
  }
}

function localToday(): string {
  const now = new Date();
  const pad = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;
}

/** Checks layout files against their own samples; 0 when all hold. */
async function checkLayouts(files: readonly string[], today: string): Promise<number> {
  let failed = 0;
  for (const file of files) {
    const faults = await parseLayout(file, today);
    for (const fault of faults) console.log(`${file}: ${fault}`);
    if (faults.length > 0) failed += 1;
    else console.log(`${file}: the sample is read as expected`);
  }
  return failed > 0 ? 1 : 0;
}

async function parseLayout(file: string, today: string): Promise<string[]> {
  const text = await readFile(file, 'utf8');
  try {
    return await checkLayout(JSON.parse(text), { name: basename(file), today });
  } catch (error) {
    if (error instanceof SyntaxError) return [`not JSON: ${error.message}`];
    if (error instanceof AppError) return [`the sample cannot be read: ${error.message}`];
    throw error;
  }
}

const USAGE =
  'usage: npm run --silent import -- --list FILE [--today YYYY-MM-DD]   (FILE holds one path a line), or one or more paths,\n   or:  npm run --silent import -- --check-layout LAYOUT.json';

async function main(args: string[]): Promise<number> {
  const valueOf = (flag: string): string | null => (args.includes(flag) ? (args[args.indexOf(flag) + 1] ?? null) : null);
  const list = valueOf('--list');
  const today = valueOf('--today') ?? localToday();
  const named = args.filter((arg, at) => !arg.startsWith('--') && !['--list', '--today'].includes(args[at - 1] ?? ''));
  if (args.includes('--check-layout')) return checkLayouts(named, today);
  const files = list ? (await readFile(list, 'utf8')).split(/\r?\n/).filter((line) => line.trim() !== '') : named;
  if (files.length === 0) {
    console.error(USAGE);
    return 2;
  }
  for (const file of files) process.stdout.write(`${JSON.stringify(await readOne(file, today))}\n`);
  return 0;
}

process.exitCode = await main(process.argv.slice(2));
