// Money under no word we know: columns headed by a currency, and columns of numbers told by their shape alone.
import { codeOf } from '../words/currencies.ts';
import { claimsOf } from '../words/header-words.ts';
import { differs, type MoneyContext } from './money-context.ts';
import { findPair, judgePair } from './judge-pair.ts';
import { judgeSingle } from './judge-single.ts';
import type { MoneyVerdict } from './money-model.ts';
import { proveByBalance } from './prove-by-balance.ts';
import { moneyColumns } from './roles.ts';

/** Columns headed by nothing but a currency code, one amount a row among them. */
export function judgeCurrencyColumns(
  context: MoneyContext,
  direction: number | null,
  balance: number | null,
  fee: number | null,
): MoneyVerdict | null {
  const { values } = context;
  const coded = (context.header ?? []).flatMap((cell, column) => {
    const currency = codeOf(cell);
    const profile = context.profiles[column];
    return currency && profile && !context.roles.has(column) && profile.amounts * 10 >= profile.filled * 7 && profile.amounts > 0
      ? [{ column, currency }]
      : [];
  });
  const [first, ...others] = coded;
  if (!first || others.length === 0) return null;
  const every = coded.map(({ column }) => values(column));
  const merged = context.rows.map((_, at) => every.map((each) => each[at]).find((value) => value) ?? null);
  const verdict = judgeSingle(
    { ...context, values: (column) => (column === first.column ? merged : values(column)) },
    first.column,
    direction,
    balance,
    fee,
  );
  if (verdict.model.kind === 'single') verdict.model.others = coded;
  return verdict;
}

/** Days and figures under a header that knows a day and no money, and not one text or currency beside them: weather, a meter. */
function isMeasured({ header, rows, profiles, roles }: MoneyContext, columns: readonly number[]): boolean {
  if (header === null || profiles.some(({ texts, codes, directions }) => texts + codes + directions > 0)) return false;
  if (![...roles].some(([column, role]) => role === 'day' && (claimsOf(header[column] ?? '')[0]?.score ?? 0) >= 60)) return false;
  return !rows.some(({ cells }) => columns.some((column) => /[^\d\s.,'’()+-]/.test(cells[column] ?? '')));
}

/** Bare figures under a header that knows no money, of which not one is written as money is: ids, counts, hours. */
function areCounted({ header, rows }: MoneyContext, columns: readonly number[]): boolean {
  return header !== null && !rows.some(({ cells }) => columns.some((column) => AS_MONEY.test((cells[column] ?? '').trim())));
}

/** A sign before or behind, two figures behind the mark, thousands, a currency. */
const AS_MONEY = /^\D*[-−(+]|[-−+]\D*$|[.,]\d\d(?!\d)|\d[.,\s'’]\d{3}(?!\d)|[^\d\s.,]/;

/** A header that knows no money and several things that are none (prices, heights, scores): figures beside them are more of these, unless they go both ways to the cent. */
function isOfOtherThings({ header, rows, profiles }: MoneyContext, columns: readonly number[]): boolean {
  const toTheCent = (column: number): boolean => rows.some(({ cells }) => /[.,]\d\d(?!\d)/.test(cells[column] ?? ''));
  if (columns.some((column) => (profiles[column]?.negative ?? 0) > 0 && toTheCent(column))) return false;
  const said = (header ?? []).map((cell, column) => ((profiles[column]?.amounts ?? 0) > 0 ? claimsOf(cell)[0] : undefined));
  return said.filter((claim) => claim?.role === 'noise' && claim.score >= 80).length > 1;
}

/** Columns of numbers without words above them. */
export function judgeByShape(
  context: MoneyContext,
  direction: number | null,
  balance: number | null,
  fee: number | null,
): MoneyVerdict | null {
  const { values } = context;
  const columns = moneyColumns(context.profiles, context.roles).filter((column) => column !== balance);
  if (columns.length === 0 || isMeasured(context, columns) || isOfOtherThings(context, columns)) return null;
  const pair = findPair(context, columns);
  if (pair) {
    const rest = balance ?? columns.find((column) => column !== pair[0] && column !== pair[1]) ?? null;
    const verdict = judgePair(context, pair[0], pair[1], rest, 'shape', null);
    const { signedOut } = verdict.model.kind === 'pair' ? verdict.model : { signedOut: false };
    const explicit = signedOut || (context.profiles[pair[1]]?.negative ?? 0) > 0;
    if (verdict.sign.source === 'proved' && verdict.sign.reason.code === 'shape' && !explicit)
      verdict.sign = { source: 'asked', reason: { code: 'shape' } };
    return verdict;
  }
  const proofs = columns.flatMap((amount) =>
    columns.flatMap((total) => {
      const proof = amount === total ? null : proveByBalance(context, values(amount), values(total));
      return proof ? [{ amount, total, proof }] : [];
    }),
  );
  // Where one column is the balance before the row and one after, that after it counts.
  const told = proofs.find(({ proof }) => proof.isAfter) ?? proofs[0];
  if (told) return judgeSingle(context, told.amount, direction, told.total, fee);
  if (direction === null && areCounted(context, columns)) return null;
  const signed = columns.filter((column) => (context.profiles[column]?.negative ?? 0) > 0);
  const column = signed[0] ?? columns[0];
  if (column === undefined) return null;
  const others = columns.filter((each) => each !== column);
  const verdict = judgeSingle(context, column, direction, balance ?? others[0] ?? null, fee);
  if (verdict.sign.reason.code !== 'running-balance') {
    // Nothing bears out which of them is the amount, nor that one is a balance: a fee or an amount in another currency looks the same.
    verdict.balance = balance;
    verdict.rivals = others.filter((each) => differs(values(column), values(each)));
  }
  return verdict;
}
