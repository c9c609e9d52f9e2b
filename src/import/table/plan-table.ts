// What is decided about one table of a file before its rows are read: the part of each column, dates, marks, money, currency.
import { exponentOf } from '../../base/money.ts';
import type { DateOrder, Guesses, ReadOptions, Role } from '../reading.ts';
import { takeAmountApart } from '../amounts.ts';
import { currencyOf } from '../words/currencies.ts';
import { speaksOfCard } from '../words/row-words.ts';
import { breathe } from './breathe.ts';
import { currencyByHabit, currencyInHeader, currencyOfLetterhead } from './currency-hints.ts';
import { gatherFacts, localeOf, type Facts, type Locale } from './facts.ts';
import { isDataRow, type Row, type Table } from './find-tables.ts';
import { judgeMoney } from './judge-money.ts';
import { isTurned, mainColumn, type MoneyVerdict } from './money-model.ts';
import { profileColumns, type Profile } from './profile.ts';
import { assignRoles, type RoleChoice } from './roles.ts';
import { LOOKED_AT, ROWS_A_BREATH, type RowSource } from './rows.ts';
import { settleBareCurrency } from './settle-roles.ts';
import { tellCurrency, type CurrencyHint } from './tell-currency.ts';

/** Everything decided about one table of a file. */
export interface Plan {
  header: string[] | null;
  headerLine: number;
  width: number;
  roles: RoleChoice;
  /** Columns of days, the one that counts first. */
  days: number[];
  facts: Facts;
  money: MoneyVerdict;
  profiles: Profile[];
  textColumns: number[];
  /** Columns in which a row may say that it only carries a balance. */
  wordColumns: number[];
  locale: Locale;
  /** Currency in the header of the amount. */
  headerCurrency: string | null;
  /** Currency guessed from signs and script. */
  currencyHint: string | null;
  /** Currency told by country and language, for a file that names none anywhere. */
  told: CurrencyHint | null;
}

/** Null when no money is in it. */
export async function planTable(
  table: Table,
  preamble: readonly Row[],
  source: RowSource,
  complete: boolean,
  options: ReadOptions,
): Promise<Plan | null> {
  const thisYear = Number(options.today.slice(0, 4));
  const guesses = options.guesses ?? {};
  const data = table.rows.filter(({ cells }) => isDataRow(cells, thisYear));
  const profiles = profileColumns(data, table.width, thisYear);
  const header = table.header?.cells ?? null;
  const roles = assignRoles(header, profiles, chosenRoles(guesses));
  const days = dayColumns(roles);
  if (days.length === 0) return null;
  const letterhead = [options.name, ...preamble.flatMap(({ cells }) => cells.map((cell) => cell.slice(0, 200)))].join(' ');
  const locale = localeOf(header ?? [], letterhead, data);
  let facts = gatherFacts(data, preamble, { days, roles: roles.roles, profiles, today: options.today, locale });
  if (!complete && !facts.decided)
    facts = await gatherAll(source, preamble, { days, roles: roles.roles, profiles, today: options.today, locale }, facts, options);
  applyGuesses(facts, guesses);
  const textColumns = columnsOf(roles, 'payee', 'memo', 'kind', 'category');
  // A kind that is the same on every row says of none which way it went.
  const same = columnsOf(roles, 'kind', 'category').filter((column) => data.length > 1 && profiles[column]?.distinct.size === 1);
  const tellingColumns = textColumns.filter((column) => !same.includes(column));
  const accountColumns = columnsOf(roles, 'account', 'account-name', 'currency');
  const money = judgeMoney({
    header,
    rows: data,
    mark: facts.mark.value,
    roles: roles.roles,
    profiles,
    amountRivals: roles.amountRivals,
    card: speaksOfCard(`${letterhead} ${(header ?? []).join(' ')}`),
    rising: facts.rising,
    textOf: (cells) => tellingColumns.map((column) => cells[column] ?? '').join(' '),
    accountOf: (cells) => accountColumns.map((column) => cells[column] ?? '').join('|'),
  });
  if (!money) return null;
  if (!header && guesses['column:currency'] === undefined) settleBareCurrency(roles.roles, profiles, mainColumn(money.model));
  const headerCurrency = currencyInHeader(header, mainColumn(money.model));
  const currencyHinted =
    headerCurrency ??
    (money.balance === null ? null : currencyInHeader(header, money.balance)) ??
    currencyByHabit(data, mainColumn(money.model), facts, `${(header ?? []).join(' ')} ${letterhead}`);
  settleMark(facts, guesses.currency || currencyHinted || currencyOfLetterhead(preamble), profiles, roles);
  const { sign, fee } = guesses;
  if (sign !== undefined && isTurned(money.model) !== (sign === 'flipped')) money.model.turned = !money.model.turned;
  if (fee !== undefined && money.fee) money.fee.times = fee === '-1' ? -1 : fee === '1' ? 1 : 0;
  return {
    header,
    headerLine: table.header?.line ?? 0,
    width: table.width,
    roles,
    days,
    facts,
    money,
    profiles,
    textColumns,
    locale,
    headerCurrency,
    currencyHint: currencyHinted,
    told:
      columnsOf(roles, 'currency').length > 0
        ? null
        : tellCurrency({
            header,
            letterhead,
            rows: data,
            accountColumns: profiles.flatMap(({ ibans, filled, distinct }, column) => {
              const role = roles.roles.get(column);
              return role === 'account' || (role === undefined && distinct.size === 1 && ibans * 2 > filled) ? [column] : [];
            }),
            textColumns,
            amountColumn: mainColumn(money.model),
          }),
    wordColumns: wordColumns(profiles, roles),
  };
}

const ROLE_KEY = /^column:(.+)$/;

function chosenRoles(guesses: Partial<Guesses>): Partial<Record<Role, number>> {
  const chosen: Partial<Record<Role, number>> = {};
  for (const [key, value] of Object.entries(guesses)) {
    const role = ROLE_KEY.exec(key)?.[1] as Role | undefined;
    if (role) chosen[role] = value === '' ? -1 : Number(value);
  }
  return chosen;
}

function columnsOf({ roles }: RoleChoice, ...wanted: Role[]): number[] {
  return [...roles]
    .filter(([, role]) => wanted.includes(role))
    .map(([column]) => column)
    .sort((a, b) => a - b);
}

/** Columns of days, the one that counts first: when the person acted, when it was booked, from when it counts. */
function dayColumns(roles: RoleChoice): number[] {
  const clear = columnsOf(roles, 'day').filter((column) => (roles.scores.get(column) ?? 100) >= 50);
  const order = [...clear, ...columnsOf(roles, 'booked-day'), ...columnsOf(roles, 'day'), ...columnsOf(roles, 'value-day')];
  return [...new Set(order)];
}

/** Columns of words that are not the other side's name: there a row says that it is an opening balance or a total. */
function wordColumns(profiles: readonly Profile[], { roles }: RoleChoice): number[] {
  return profiles.flatMap(({ texts, filled }, column) => {
    const role = roles.get(column);
    const spoken =
      role === 'payee' ||
      role === 'category' ||
      role === 'account' ||
      role === 'account-name' ||
      role === 'other-account' ||
      role === 'direction';
    return filled > 0 && texts > 0 && !spoken ? [column] : [];
  });
}

/** "1,234" in a currency without decimals is a thousand and more, in one of three decimals it is not; nothing needs asking. */
function settleMark(facts: Facts, hinted: string | null, profiles: readonly Profile[], { roles }: RoleChoice): void {
  if (facts.mark.source !== 'asked') return;
  const column = [...roles].find(([, role]) => role === 'currency')?.[0];
  const codes = column === undefined ? [] : [...(profiles[column]?.distinct ?? [])].map((code) => currencyOf(code) ?? '');
  const seen = facts.mark.reason.text ?? '';
  const beside = takeAmountApart(seen)?.currency;
  const currencies = codes.length > 0 ? codes : hinted ? [hinted] : beside ? [beside] : [];
  if (currencies.length === 0 || (seen.includes('.') && seen.includes(','))) return;
  const mark = seen.includes('.') ? '.' : ',';
  const reason = { code: 'currency-sign' as const, text: currencies[0] ?? '' };
  if (currencies.every((code) => exponentOf(code) === 0)) facts.mark = { value: mark === '.' ? ',' : '.', source: 'guessed', reason };
  else if (currencies.every((code) => exponentOf(code) === 3)) facts.mark = { value: mark, source: 'guessed', reason };
}

function applyGuesses(facts: Facts, guesses: Partial<Guesses>): void {
  const order = guesses['date-order'];
  if (order === 'dmy' || order === 'mdy' || order === 'ymd')
    for (const verdict of facts.orders.values()) {
      verdict.order = order satisfies DateOrder;
      verdict.source = 'chosen';
      verdict.reason = { code: 'chosen' };
    }
  const mark = guesses['decimal-mark'];
  if (mark === '.' || mark === ',') facts.mark = { value: mark, source: 'chosen', reason: { code: 'chosen' } };
}

/** Looks at all rows, but only at what the first ones left open; stops as soon as nothing is. */
async function gatherAll(
  source: RowSource,
  preamble: readonly Row[],
  context: Parameters<typeof gatherFacts>[2],
  first: Facts,
  options: ReadOptions,
): Promise<Facts> {
  const cursor = source.open();
  let rows: Row[] = [];
  let facts = first;
  let count = 0;
  for (let cells = cursor.next(); cells; cells = cursor.next()) {
    count += 1;
    if (count <= LOOKED_AT) continue;
    rows.push({ line: cursor.line, cells: [...cells] }); // a copy, as in `lookAt`
    if (rows.length < ROWS_A_BREATH) continue;
    facts = gatherFacts(rows, preamble, context, facts);
    rows = [];
    await breathe(options, cursor.at / 4, source.size);
    if (facts.decided) return facts;
  }
  return gatherFacts(rows, preamble, context, facts);
}
