// The proof of signs by the running balance: it moves by each amount, after the row or before it, with a fee or without.
import { close, type MoneyContext } from './money-context.ts';
import type { Fee } from './money-model.ts';

interface BalanceProof {
  sign: 1 | -1;
  hits: number;
  of: number;
  /** Line of the first row that agrees. */
  line: number;
  /** The balances are those after each row. */
  isAfter: boolean;
}

/**
 * Whether balances move by the amounts: after each row or before it, oldest first or newest first. Rows of one account follow
 * each other. Proved when most moves agree. A balance after the row is what banks mean, unless the days say otherwise.
 */
export function proveByBalance(
  { rows, accountOf, rising }: MoneyContext,
  amounts: readonly (number | null)[],
  balances: readonly (number | null)[],
): BalanceProof | null {
  const relations = [
    { of: 'this', times: 1, hits: 0, line: 0 },
    { of: 'this', times: -1, hits: 0, line: 0 },
    { of: 'last', times: 1, hits: 0, line: 0 },
    { of: 'last', times: -1, hits: 0, line: 0 },
  ];
  let of = 0;
  const before = new Map<string, number>();
  let minus = false;
  rows.forEach(({ cells, line }, at) => {
    const balance = balances[at];
    const amount = amounts[at];
    if (balance === null || balance === undefined || amount === undefined) return;
    const account = accountOf(cells);
    const last = before.get(account);
    if (amount === null) {
      // Money moved and this column does not say so.
      if (last !== undefined && balance !== balances[last]) of += 1;
      return;
    }
    if (amount < 0) minus = true;
    before.set(account, at);
    if (last === undefined) return;
    const lastAmount = amounts[last] ?? 0;
    const moved = balance - (balances[last] ?? 0);
    if (moved === 0 && (amount === 0 || lastAmount === 0)) return;
    of += 1;
    if (moved === 0) return;
    for (const relation of relations) {
      if (!close(moved, relation.times * (relation.of === 'this' ? amount : lastAmount))) continue;
      relation.hits += 1;
      if (relation.line === 0) relation.line = line;
    }
  });
  const [afterUp, , , afterDown] = relations;
  const best = relations.reduce((most, each) => (each.hits > most.hits ? each : most));
  if (best.hits < 1 || (best.hits < 2 && of > 1) || best.hits * 10 < of * 6) return null;
  const tied = relations.filter(({ hits }) => hits === best.hits);
  if (best === afterUp || best === afterDown || tied.some((each) => each === afterUp || each === afterDown))
    return { sign: 1, hits: best.hits, of, line: best.line, isAfter: true };
  if (tied.length > 1) return null;
  // "this, -1": rows turned, oldest first; or balance before the row, newest first. "last, 1": the other way about.
  const before1 = best.of === 'this' ? rising === false : rising === true;
  const unknown = rising === null;
  return { sign: before1 || (unknown && minus) ? 1 : -1, hits: best.hits, of, line: best.line, isAfter: false };
}

/** Whether the balance moves by each figure, up or down, although no figure has a sign. */
export function proveUnsigned(
  { rows, accountOf }: MoneyContext,
  amounts: readonly (number | null)[],
  balances: readonly (number | null)[],
): { hits: number; of: number; line: number } | null {
  const tally = { this: 0, last: 0, of: 0, line: 0 };
  const before = new Map<string, number>();
  rows.forEach(({ cells, line }, at) => {
    const [balance, amount] = [balances[at], amounts[at]];
    if (balance === null || balance === undefined || amount === null || amount === undefined) return;
    const account = accountOf(cells);
    const last = before.get(account);
    before.set(account, at);
    if (last === undefined) return;
    const moved = Math.abs(balance - (balances[last] ?? 0));
    tally.of += 1;
    if (moved === 0) return;
    if (close(moved, amount)) tally.this += 1;
    if (close(moved, amounts[last] ?? 0)) tally.last += 1;
    if (tally.line === 0) tally.line = line;
  });
  const hits = Math.max(tally.this, tally.last);
  // Of two rows one move is all there is; what the other row did is then asked.
  return (hits >= 2 || tally.of === 1) && hits * 10 >= tally.of * 7 ? { hits, of: tally.of, line: tally.line } : null;
}

/** The proof that fits best: with the fee beside the amount taken off, as it is, or added. */
export function proveWithFee(
  context: MoneyContext,
  signed: readonly (number | null)[],
  fees: readonly (number | null)[],
  feeMatters: boolean,
  balances: readonly (number | null)[],
): (BalanceProof & { times: Fee['times']; feeOpen: boolean }) | null {
  const proofs = (feeMatters ? ([-1, 0, 1] as const) : ([0] as const)).flatMap((times) => {
    const moved = signed.map((value, at) => {
      const charge = times * Math.abs(fees[at] ?? 0);
      return value === null && charge === 0 ? null : (value ?? 0) + charge; // of some rows the fee is all there is
    });
    const proof = proveByBalance(context, moved, balances);
    return proof ? [{ ...proof, times }] : [];
  });
  const [best, next] = proofs.sort((a, b) => b.hits - a.hits || Math.abs(a.times) - Math.abs(b.times));
  // A fee on the first row alone moves no balance that the file tells: then either reading fits as well.
  return best ? { ...best, feeOpen: feeMatters && next?.hits === best.hits } : null;
}

/** A column under no word we know that explains what the balance moved beyond the amounts: then it is a fee beside them. */
export function feeByBalance(context: MoneyContext, signed: readonly (number | null)[], column: number, balance: number): number | null {
  const { values } = context;
  const balances = values(balance);
  const plain = proveByBalance(context, signed, balances);
  if (!plain || plain.hits === plain.of) return null;
  for (const [fee, profile] of context.profiles.entries()) {
    if (fee === column || fee === balance || context.roles.has(fee) || profile.amounts === 0) continue;
    if (profile.negative > 0 || profile.amounts * 10 < profile.filled * 9) continue;
    const proof = proveWithFee(context, signed, values(fee), true, balances);
    if (proof && proof.times !== 0 && proof.hits === proof.of) return fee;
  }
  return null;
}
