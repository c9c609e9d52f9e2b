// Which column is what. A header claims roles by its words; the cells must bear the claim out. Without a header, or with one in
// words we do not know, the shape of the cells decides alone.
import { channelOf } from '../../ledger/payees/bank-kinds.ts';
import type { Role } from '../reading.ts';
import { claimsOf } from '../words/header-words.ts';
import { isDirection, settleRoles } from './settle-roles.ts';
import { speaksOfAccount } from '../words/header-words.ts';
import { currencyNamed } from '../words/name-currency.ts';
import type { Profile } from './profile.ts';

/** Column (from 0) -> role. Several columns may share `memo` and the date roles. */
export type Roles = Map<number, Role>;

export interface RoleChoice {
  roles: Roles;
  /** Columns whose role came from header words. */
  byWord: Set<number>;
  /** How well the header said so, 0 to 100. */
  scores: Map<number, number>;
  /** Columns that could as well be the amount: the header says the same of them. */
  amountRivals: number[];
}

const SHARED: ReadonlySet<Role> = new Set<Role>([
  'memo',
  'payee',
  'day',
  'booked-day',
  'value-day',
  'other-account',
  'kind',
  'category',
  'id',
]);
const DATES: ReadonlySet<Role> = new Set<Role>(['day', 'booked-day', 'value-day']);
const MONEY: ReadonlySet<Role> = new Set<Role>(['amount', 'debit', 'credit', 'balance', 'fee', 'net', 'original-amount']);

/** What "Value" over figures is worth as a word for the amount. */
const WEAKLY_AMOUNT = 45;

/** Whether the cells of a column can be what the role says. */
function bears(profile: Profile, role: Role): boolean {
  const { filled } = profile;
  if (DATES.has(role)) return filled > 0 && profile.dates * 2 >= filled;
  if (MONEY.has(role))
    return (
      profile.amounts * 10 >= filled * 6 &&
      profile.dates * 5 <= filled &&
      (filled > 0 || role === 'debit' || role === 'credit' || role === 'fee')
    );
  if (role === 'currency' || role === 'original-currency') return filled > 0 && (profile.codes * 2 >= filled || namesCurrencies(profile));
  if (role === 'direction') return filled > 0 && profile.directions * 10 >= filled * 7;
  // One known state among a few words is enough: the others are states of a bank's own.
  if (role === 'state') return filled > 0 && (profile.states * 2 >= filled || (profile.states > 0 && profile.distinct.size <= 6));
  // A file speaks of a few accounts of its own; a column with many is of other people.
  if (role === 'account' || role === 'account-name')
    return profile.distinct.size <= 12 && profile.dates * 2 <= filled && profile.marked * 2 <= filled && profile.codes * 2 <= filled;
  if (role === 'time') return profile.amounts * 2 <= filled;
  if (role === 'memo' || role === 'payee' || role === 'category')
    return profile.dates * 2 <= filled && (profile.amounts * 10 < filled * 9 || profile.marked * 2 < filled);
  if (role === 'kind') return profile.dates * 2 <= filled;
  return true;
}

/** "人民币", "zł", "US Dollar": words and signs under a header that says currency. */
const namesCurrencies = ({ distinct }: Profile): boolean =>
  distinct.size <= 20 && [...distinct].filter((cell) => currencyNamed(cell) !== null).length * 2 >= distinct.size;

export function assignRoles(
  header: readonly string[] | null,
  profiles: readonly Profile[],
  chosen: Partial<Record<Role, number>>,
): RoleChoice {
  const roles: Roles = new Map();
  const byWord = new Set<number>();
  const scores = new Map<number, number>();
  const taken = new Set<Role>();
  for (const [role, column] of Object.entries(chosen)) {
    taken.add(role as Role);
    if (column >= 0) roles.set(column, role as Role);
  }
  const amountRivals = header ? byHeader(header, profiles, roles, byWord, scores, taken) : [];
  if (header) settleRoles({ header, profiles, roles, scores });
  kindsAmongCategories(profiles, roles);
  byShape(profiles, roles, taken, header !== null);
  return { roles, byWord, scores, amountRivals };
}

/** "Subcategory" over Card Purchase, Direct Debit and Standing Order says how money moved, not what for. */
function kindsAmongCategories(profiles: readonly Profile[], roles: Roles): void {
  if ([...roles.values()].includes('kind')) return;
  const isKinds = (column: number): boolean => {
    const said = [...(profiles[column]?.distinct ?? [])].filter((cell) => cell.trim() !== '');
    return said.length >= 3 && said.every((cell) => channelOf(cell) !== null);
  };
  const found = [...roles].find(([column, role]) => role === 'category' && isKinds(column));
  if (found) roles.set(found[0], 'kind');
}

function byHeader(
  header: readonly string[],
  profiles: readonly Profile[],
  roles: Roles,
  byWord: Set<number>,
  scores: Map<number, number>,
  taken: Set<Role>,
): number[] {
  const claims: { column: number; role: Role; word: number; score: number }[] = [];
  profiles.forEach((profile, column) => {
    const cell = header[column];
    if (!cell || roles.has(column)) return;
    const all = claimsOf(cell);
    const noise = all.find(({ role }) => role === 'noise')?.score ?? 0;
    for (const { role: said, score: heard } of all) {
      // "Value" over figures is an amount, unless another column says so better.
      const isFigure = said === 'value-day' && profile.dates === 0 && profile.amounts * 2 > profile.filled;
      // "Time" over whole dates is when the person acted.
      const role = isFigure ? 'amount' : said === 'time' && profile.dates * 2 > profile.filled ? 'day' : said;
      const score = isFigure ? Math.min(heard, WEAKLY_AMOUNT) : heard;
      if (role === 'noise' || role === 'ignore' || score < 40 || score < noise - (noise === 100 ? 0 : 5)) continue;
      if (noise === 100 && score < 100) continue;
      if (bears(profile, role)) claims.push({ column, role, word: score, score: score + bonus(profile, role) });
    }
  });
  claims.sort((a, b) => b.score - a.score || a.column - b.column);
  const rivals: number[] = [];
  const amountWord = claims.find(({ role }) => role === 'amount')?.word ?? 0;
  for (const { column, role, word } of claims) {
    if (roles.has(column)) continue;
    if (taken.has(role) && !SHARED.has(role)) {
      if (role === 'amount' && word >= amountWord && (profiles[column]?.amounts ?? 0) > 0) rivals.push(column);
      continue;
    }
    roles.set(column, role);
    byWord.add(column);
    scores.set(column, word);
    taken.add(role);
  }
  // A second balance or fee is no amount, whatever its figures look like.
  profiles.forEach((_, column) => {
    const best = claimsOf(header[column] ?? '')[0];
    if (!roles.has(column) && best && best.score >= 45 && (best.role === 'balance' || best.role === 'fee' || best.role === 'noise'))
      roles.set(column, 'ignore');
  });
  return preferAccountCurrency(
    header,
    profiles,
    roles,
    rivals,
    claims.filter(({ role, column }) => role === 'amount' && !roles.has(column)).map(({ column }) => column),
    claims.filter(({ role }) => role === 'currency' || role === 'original-currency').map(({ column }) => column),
  );
}

/**
 * Two amounts, each with its currency beside it: the one in the fewer currencies is the account's ("-336,15 RUR" beside
 * "-4,50 EUR"), the other what the merchant asked.
 */
function preferAccountCurrency(
  header: readonly string[],
  profiles: readonly Profile[],
  roles: Roles,
  rivals: number[],
  others: readonly number[],
  codes: readonly number[],
): number[] {
  const amount = [...roles].find(([, role]) => role === 'amount')?.[0];
  if (amount === undefined) return rivals;
  const codeOf = (column: number) => codes.find((code) => code === column + 1) ?? codes.find((code) => code === column - 1);
  const own = codeOf(amount);
  for (const rival of new Set([...rivals, ...others])) {
    const theirs = codeOf(rival);
    if (own === undefined || theirs === undefined || own === theirs) continue;
    const [most, least] = [profiles[own]?.distinct.size ?? 0, profiles[theirs]?.distinct.size ?? 0];
    const fewer = least < most || (least === most && speaksOfAccount(header[theirs] ?? '') && !speaksOfAccount(header[own] ?? ''));
    const [kept, original] = fewer ? [rival, amount] : [amount, rival];
    roles.set(kept, 'amount');
    roles.set(original, 'original-amount');
    roles.set(fewer ? theirs : own, 'currency');
    roles.set(fewer ? own : theirs, 'original-currency');
    return rivals.filter((column) => column !== rival);
  }
  return rivals;
}

/** Cells that fit a claim well lift it a little; an empty column sinks. */
function bonus(profile: Profile, role: Role): number {
  if (profile.filled === 0) return -30;
  if (role === 'amount' && profile.negative > 0) return 3;
  return 0;
}

/** Columns that look like money: numbers, not ids, counts or years. */
export function moneyColumns(profiles: readonly Profile[], roles: Roles): number[] {
  const numeric = profiles
    .map((profile, column) => ({ profile, column }))
    .filter(
      ({ profile, column }) =>
        !roles.has(column) && profile.amounts > 0 && profile.amounts * 10 >= profile.filled * 7 && profile.dates * 5 <= profile.filled,
    )
    .filter(({ profile }) => profile.leadingZeros * 4 <= profile.amounts);
  const marked = numeric.filter(({ profile }) => profile.marked * 5 >= profile.amounts);
  // Whole numbers: not ids, and not one and the same on every row.
  const kept =
    marked.length > 0
      ? marked
      : numeric.filter(({ profile }) => profile.longestDigits <= 9 && (profile.distinct.size > 1 || profile.filled < 4));
  return kept.map(({ column }) => column);
}

function byShape(profiles: readonly Profile[], roles: Roles, taken: Set<Role>, hasHeader: boolean): void {
  const has = (...wanted: Role[]) => wanted.some((role) => [...roles.values()].includes(role));
  if (!has('day', 'booked-day')) {
    // Beside a value day alone, days under words we do not know are those of the booking, where they stand on as many rows.
    const [valueDay] = [...roles].find(([, role]) => role === 'value-day') ?? [];
    const dates = profiles
      .map((profile, column) => ({ profile, column }))
      .filter(({ profile, column }) => !roles.has(column) && profile.dates > 0 && profile.dates * 2 >= profile.filled);
    const most = Math.max(0, profiles[valueDay ?? -1]?.dates ?? 0, ...dates.map(({ profile }) => profile.dates));
    const full = dates.filter(({ profile }) => profile.dates * 10 >= most * 9);
    full.forEach(({ column }, index) => roles.set(column, index === 0 ? 'day' : 'value-day'));
  }
  const give = (role: Role, fits: (profile: Profile) => boolean): void => {
    if (taken.has(role)) return;
    const column = profiles.findIndex((profile, at) => !roles.has(at) && profile.filled > 0 && fits(profile));
    if (column >= 0) {
      roles.set(column, role);
      taken.add(role);
    }
  };
  give('currency', ({ codes, filled }) => codes * 10 >= filled * 9);
  if (!has('direction', 'debit', 'credit')) give('direction', (profile) => isDirection(profile) || marksSome(profile, profiles));
  if (hasHeader && !has('memo')) giveText(profiles, roles);
  if (!hasHeader) {
    give('state', ({ states, filled, distinct }) => states * 10 >= filled * 9 && distinct.size <= 6);
    giveText(profiles, roles);
  }
}

/** One word beside some rows and nothing beside the others ("CR"). */
function marksSome(profile: Profile, profiles: readonly Profile[]): boolean {
  const rows = Math.max(0, ...profiles.map(({ filled }) => filled));
  return profile.distinct.size === 1 && profile.filled < rows && profile.directions === profile.filled;
}

/** The column with the longest texts is the description; the next one with different texts the memo. */
function giveText(profiles: readonly Profile[], roles: Roles): void {
  const texts = profiles
    .map((profile, column) => ({ profile, column }))
    .filter(
      ({ profile, column }) =>
        !roles.has(column) && profile.filled > 0 && profile.texts * 2 >= profile.filled && profile.ibans * 2 < profile.filled,
    )
    .map(({ profile, column }) => ({
      column,
      weight:
        (profile.length / profile.filled) *
        Math.min(1, profile.distinct.size / Math.min(profile.filled, 20)) *
        Math.min(1, (4 * profile.filled) / Math.max(...profiles.map((each) => each.filled), 1)),
    }))
    .sort((a, b) => b.weight - a.weight);
  texts.slice(0, 2).forEach(({ column }) => roles.set(column, 'memo'));
}
