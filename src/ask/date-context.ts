// What the date parsers must know of the ledger: its days, the country's habits, the paydays.
import type { Day } from '../base/days.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import type { DateContext } from './spans/dates/period.ts';

/** Countries that write the month first share the dollar; everybody else writes the day first. */
const MONTH_FIRST = new Set(['USD', 'PHP', 'CAD']);

/** Countries that lie south of the equator, or nearly all of whose people do. */
const SOUTHERN = new Set(['AUD', 'NZD', 'ZAR', 'NAD', 'BWP', 'LSL', 'SZL', 'BRL', 'ARS', 'CLP', 'UYU', 'PYG', 'BOB', 'PEN', 'FJD']);

/** Where the tax and financial year begins by home currency: month and date. */
const FINANCIAL_YEARS: Readonly<Record<string, readonly [number, number]>> = {
  INR: [4, 1],
  NZD: [4, 1],
  HKD: [4, 1],
  AUD: [7, 1],
  ZAR: [3, 1],
};

const financialYearOf = (currency: string): { financialYear?: readonly [number, number] } => {
  const begins = FINANCIAL_YEARS[currency];
  return begins === undefined ? {} : { financialYear: begins };
};

export const dateContext = (db: ReadableDatabase, ledger: LedgerNames, today: Day): DateContext => ({
  today,
  weekStart: 1,
  dayFirst: !MONTH_FIRST.has(ledger.homeCurrency),
  british: ledger.homeCurrency === 'GBP',
  canadian: ledger.homeCurrency === 'CAD',
  southern: SOUTHERN.has(ledger.homeCurrency),
  ...financialYearOf(ledger.homeCurrency),
  firstDay: ledger.firstDay ?? today,
  lastDay: ledger.lastDay ?? today,
  payday: (back) => {
    const told = ledger.byKind.get('pay') ?? [];
    const pay = told.length > 0 ? told : [...ledger.earners];
    const only = pay.length ? `AND payee_id IN (${pay.map(() => '?').join(', ')})` : '';
    const row = db.query(`SELECT DISTINCT day FROM posting WHERE flow = 'income' AND day <= ? ${only} ORDER BY day DESC LIMIT 1 OFFSET ?`, [
      today,
      ...pay,
      back,
    ]).rows[0];
    return typeof row?.[0] === 'string' ? row[0] : null;
  },
});
