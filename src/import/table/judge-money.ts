// Where the money of a row stands and which way it went, proved before guessed: a signed column, two columns, words, the
// running balance, what the texts speak of; else assumed and asked.
import { complementOf, isPairOf, judgePair, pairFits, standsBeside } from './judge-pair.ts';
import { judgeByShape, judgeCurrencyColumns } from './judge-by-shape.ts';
import { judgeLone, judgeSingle } from './judge-single.ts';
import { close, withValues, type MoneyContext, type TableFacts } from './money-context.ts';
import type { MoneyVerdict } from './money-model.ts';
import type { Profile } from './profile.ts';

export function judgeMoney(table: TableFacts): MoneyVerdict | null {
  const context = withValues(table);
  const columnOf = (role: string): number | null => [...context.roles].find(([, each]) => each === role)?.[0] ?? null;
  const debit = columnOf('debit');
  const credit = columnOf('credit');
  const amount = columnOf('amount');
  const net = columnOf('net');
  const balance = columnOf('balance');
  const direction = columnOf('direction');
  const fee = columnOf('fee');
  if (
    debit !== null &&
    credit !== null &&
    (amount === null || pairFits(context, debit, credit, amount) || standsBeside(context, debit, credit, amount, balance))
  )
    return judgePair(context, debit, credit, balance, 'two-columns', fee);
  const half = debit ?? credit;
  if (half !== null && amount !== null) {
    // One of two columns under a word that says only "amount": what one lacks the other has.
    const other = hasBothSigns(context.profiles[amount]) ? null : complementOf(context, half);
    if (other === amount) return judgePair(context, debit ?? other, debit === null ? half : other, balance, 'two-columns', fee);
  }
  const single = amount ?? net;
  if (single !== null) {
    const best = amount !== null && net !== null && fee !== null ? pickNet(context, amount, net, fee) : single;
    const verdict = judgeSingle(context, best, direction, balance, fee);
    // Net holds the fee, as its name says and its figures bear out.
    if (best === net || (fee !== null && holdsFee(context, best, fee))) verdict.feeOpen = false;
    if (debit !== null && credit !== null) verdict.rivals = verdict.rivals.filter(() => !isPairOf(context, best, debit, credit));
    return verdict;
  }
  const lone = debit ?? credit;
  if (lone !== null) {
    const other = complementOf(context, lone);
    if (other !== null) return judgePair(context, debit ?? other, debit === null ? lone : other, balance, 'two-columns', fee);
  }
  if (lone !== null && direction === null) return judgeLone(context, lone, debit !== null, balance);
  if (lone !== null) return judgeSingle(context, lone, direction, balance, fee);
  return judgeCurrencyColumns(context, direction, balance, fee) ?? judgeByShape(context, direction, balance, fee);
}

/** Whether the amount is another column and the fee together, on every row: then it holds the fee. */
function holdsFee({ profiles, values }: MoneyContext, amount: number, fee: number): boolean {
  const [amounts, fees] = [values(amount), values(fee)];
  return profiles.some(({ amounts: figures }, column) => {
    if (column === amount || column === fee || figures === 0) return false;
    const others = values(column);
    return amounts.every((value, at) => {
      if (value === null) return true;
      const [other, charge] = [others[at], Math.abs(fees[at] ?? 0)];
      return other !== null && other !== undefined && (close(value, other - charge) || close(Math.abs(value), Math.abs(other) + charge));
    });
  });
}

const hasBothSigns = (profile: Profile | undefined): boolean => (profile?.negative ?? 0) > 0 && (profile?.positive ?? 0) > 0;

/** Net is what moves the balance, where amount, fee and net are told apart and net is amount and fee together. */
function pickNet({ values }: MoneyContext, amount: number, net: number, fee: number): number {
  const [amounts, nets, fees] = [values(amount), values(net), values(fee)];
  let fits = 0;
  let rows = 0;
  nets.forEach((value, at) => {
    const whole = amounts[at];
    if (value === null || whole === null || whole === undefined) return;
    rows += 1;
    const charge = Math.abs(fees[at] ?? 0);
    if (close(Math.abs(value), Math.abs(whole) + charge) || close(Math.abs(value), Math.abs(whole) - charge) || close(value, whole))
      fits += 1;
  });
  return rows > 0 && fits * 10 >= rows * 9 ? net : amount;
}
