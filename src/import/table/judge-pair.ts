// Money in two columns, one for what went out and one for what came in: which two they are, and which way their figures point.
import type { Reason } from '../reading.ts';
import { close, type MoneyContext } from './money-context.ts';
import type { Fee, MoneyModel, MoneyVerdict } from './money-model.ts';
import { isOwed, speakAgainst, weighHints } from './owed-balance.ts';
import { proveWithFee } from './prove-by-balance.ts';

export function judgePair(
  context: MoneyContext,
  out: number,
  into: number,
  balance: number | null,
  code: Reason['code'],
  fee: number | null,
): MoneyVerdict {
  const { values } = context;
  const outProfile = context.profiles[out];
  const [minuses, pluses] = [outProfile?.negative ?? 0, outProfile?.positive ?? 0];
  const signedOut = minuses > 0 && minuses >= pluses;
  // As many charges with a minus as without one: either may be the refunds.
  const isMixed = minuses > 0 && pluses > 0 && Math.min(minuses, pluses) * 2 > Math.max(minuses, pluses);
  const intoProfile = context.profiles[into];
  // A credit column that is all minus (and is not the half of a pair without words) still holds money in.
  const signedIn = code !== 'shape' && (intoProfile?.negative ?? 0) > (intoProfile?.positive ?? 0);
  const [outs, intos] = [values(out), values(into)];
  const amounts = outs.map((value, at) => {
    const received = intos[at] ?? null;
    if (value === null && received === null) return null;
    return (signedOut ? (value ?? 0) : -(value ?? 0)) + (signedIn ? -(received ?? 0) : (received ?? 0));
  });
  const fees = fee === null ? [] : values(fee);
  const feeMatters = fees.some((value) => value !== null && value !== 0);
  const moves = balance === null ? null : proveWithFee(context, amounts, fees, feeMatters, values(balance));
  // Against the words of a header only many moves count: a page of an export often lacks rows.
  const proof = moves && (moves.sign === 1 || code === 'shape' || (moves.hits >= 4 && moves.hits * 10 >= moves.of * 9)) ? moves : null;
  // Words of a header and a balance that runs against them, or no words at all: then what the texts speak of.
  const isOpen = moves !== null && (moves.sign === -1 || code === 'shape');
  const owed = isOpen && isOwed(context, moves.sign === 1 ? amounts : amounts.map((value) => (value === null ? null : -value)));
  // No word says which of the two is which, and no balance: a card's payments stand before its charges as often as behind them.
  const hints = proof === null && code === 'shape' ? weighHints(context, amounts) : null;
  const against = hints !== null && speakAgainst(hints);
  // Too few moves to turn the words of a header about, and every one against them: a book kept from the side of the bank's own ledger.
  const runsAgainst = moves !== null && proof === null && moves.sign === -1 && moves.hits === moves.of;
  const turned = (proof?.sign === -1) !== (owed && proof !== null) || against;
  const model: MoneyModel = { kind: 'pair', out, into, signedOut, signedIn, turned };
  const sign = proof
    ? { source: 'proved' as const, reason: { code: 'running-balance' as const, count: proof.hits, of: proof.of, line: proof.line } }
    : against
      ? { source: 'asked' as const, reason: { code: 'words' as const, count: hints.against, of: hints.for + hints.against } }
      : isMixed
        ? { source: 'asked' as const, reason: { code: 'both-readings' as const, count: minuses, of: minuses + pluses } }
        : runsAgainst
          ? { source: 'asked' as const, reason: { code: 'running-balance' as const, count: 0, of: moves.of, line: moves.line } }
          : { source: 'proved' as const, reason: { code } };
  const feePart: Fee | null = fee === null ? null : { column: fee, times: proof?.times ?? 0 };
  return { model, fee: feePart, balance, owed, sign, feeOpen: proof ? proof.feeOpen : feeMatters, rivals: [] };
}

/** Debit and credit are filled where an amount column is there too: the pair wins when it says as much. */
export function pairFits({ profiles }: MoneyContext, debit: number, credit: number, amount: number): boolean {
  const filled = (profiles[debit]?.amounts ?? 0) + (profiles[credit]?.amounts ?? 0);
  const signed = profiles[amount]?.negative ?? 0;
  return signed === 0 && filled >= (profiles[amount]?.amounts ?? 0);
}

/**
 * A third column that is filled only where the two are not holds parts of an order (UBS: "Einzelbetrag"), or of something else: rows
 * without a balance, or fewer than those that book.
 */
export function standsBeside(
  { rows, values }: MoneyContext,
  debit: number,
  credit: number,
  third: number,
  balance: number | null,
): boolean {
  const [outs, intos, parts] = [values(debit), values(credit), values(third)];
  const balances = balance === null ? null : values(balance);
  const count = { booked: 0, out: 0, into: 0, parts: 0, balanced: 0 };
  for (let at = 0; at < rows.length; at += 1) {
    const booked = Boolean(outs[at]) || Boolean(intos[at]);
    if (booked && parts[at]) return false;
    if (booked) count.booked += 1;
    if (outs[at]) count.out += 1;
    if (intos[at]) count.into += 1;
    if (parts[at]) count.parts += 1;
    if (parts[at] && balances?.[at] !== null) count.balanced += 1;
  }
  if (count.out === 0 || count.into === 0) return false;
  return balances === null ? count.booked >= count.parts : count.balanced === 0;
}

/** Whether two columns for money out and in say the same as the amounts, which are then the right ones. */
export function isPairOf({ values }: MoneyContext, amount: number, debit: number, credit: number): boolean {
  const [outs, intos] = [values(debit), values(credit)];
  const rows = values(amount).map(
    (value, at) => value === null || close(Math.abs(value), Math.abs(outs[at] ?? 0) + Math.abs(intos[at] ?? 0)),
  );
  return rows.length > 0 && rows.every(Boolean);
}

/** A column of numbers under words we do not know, filled just where the other one is not: the other half of a pair. */
export function complementOf(context: MoneyContext, lone: number): number | null {
  const { values } = context;
  const known = values(lone);
  const spoken = new Set(
    [...context.roles].filter(([, role]) => role === 'balance' || role === 'fee' || role === 'id').map(([column]) => column),
  );
  const found = context.profiles.findIndex((profile, column) => {
    if (column === lone || spoken.has(column) || profile.amounts === 0 || profile.amounts * 10 < profile.filled * 7) return false;
    const others = values(column);
    const both = others.filter((value, at) => value && known[at]).length;
    const either = others.filter((value, at) => Boolean(value) !== Boolean(known[at])).length;
    return both === 0 && either * 10 >= context.rows.length * 8;
  });
  return found < 0 ? null : found;
}

/** Two columns of which each row fills one. */
export function findPair(context: MoneyContext, columns: readonly number[]): [number, number] | null {
  const { values } = context;
  for (let first = 0; first < columns.length; first += 1)
    for (let second = first + 1; second < columns.length; second += 1) {
      const [left, right] = [columns[first], columns[second]];
      if (left === undefined || right === undefined) continue;
      const [lefts, rights] = [values(left), values(right)];
      const both = lefts.filter((value, at) => value && rights[at]).length;
      const one = lefts.filter((value, at) => Boolean(value) !== Boolean(rights[at])).length;
      if (both === 0 && one * 10 >= context.rows.length * 6 && lefts.some(Boolean) && rights.some(Boolean)) return [left, right];
    }
  // One amount column and beside it an empty one that never was filled: as wide as a pair, but only half of it used.
  const [only, total] = columns;
  if (only === undefined) return null;
  const beside = only + 1;
  const profile = context.profiles[beside];
  if (columns.length === 2 && total !== undefined && total > beside && profile?.filled === 0 && !context.roles.has(beside))
    return [only, beside];
  return null;
}
