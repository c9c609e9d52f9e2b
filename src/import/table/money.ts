// Where the money of a row stands and which way it went, proved before guessed: a signed column, two columns, words, the
// running balance, what the texts speak of; else assumed and asked.
import type { DecimalMark } from '../amounts.ts';
import type { Reason, Source } from '../reading.ts';
import { codeOf } from '../words/currencies.ts';
import { directionOf, hintOf } from '../words/row-words.ts';
import { readCell, type CellValue } from './cell-value.ts';
import type { Row } from './find-tables.ts';
import { moneyColumns, type Roles } from './roles.ts';
import type { Profile } from './profile.ts';

/** How the amount of a row comes about; columns from 0. */
export type MoneyModel =
  | {
      kind: 'single';
      column: number;
      direction: number | null;
      /** `by-balance`: no figure has a sign; each row goes the way that the running balance moved. */
      how: 'as-written' | 'flipped' | 'by-word' | 'word-times-value' | 'by-balance';
      /** What a blank beside the words means: "CR" beside some rows, nothing beside the rest. */
      blank: -1 | 1 | null;
      /** The whole reading turned about, by choice. */
      turned: boolean;
      /** Further columns of amounts, each in the currency that its header is ("GBP | USD"); a row fills one of them. */
      others?: { column: number; currency: string }[];
    }
  /** `signedOut`: the debit column carries its own minus; `signedIn`: so does the credit column, which still is money in. */
  | { kind: 'pair'; out: number; into: number; signedOut: boolean; signedIn: boolean; turned: boolean };

export interface Fee {
  column: number;
  /** What is added to the amount: the fee times this. 0 where the amount holds it already. */
  times: -1 | 0 | 1;
}

export interface MoneyVerdict {
  model: MoneyModel;
  fee: Fee | null;
  balance: number | null;
  sign: { source: Source; reason: Reason };
  /** Set when the fee is nonzero somewhere and nothing says whether the amount holds it. */
  feeOpen: boolean;
  /** Columns that could be the amount instead; not empty means ask. */
  rivals: number[];
}

interface Context {
  header: readonly string[] | null;
  rows: readonly Row[];
  mark: DecimalMark;
  roles: Roles;
  profiles: readonly Profile[];
  amountRivals: readonly number[];
  /** The letterhead, header or name speak of a card. */
  card: boolean;
  /** Whether days rise (true) or fall (false) down the file; null when they do neither. */
  rising: boolean | null;
  textOf: (cells: readonly string[]) => string;
  accountOf: (cells: readonly string[]) => string;
}

export function judgeMoney(context: Context): MoneyVerdict | null {
  const columnOf = (role: string): number | null => [...context.roles].find(([, each]) => each === role)?.[0] ?? null;
  const debit = columnOf('debit');
  const credit = columnOf('credit');
  const amount = columnOf('amount');
  const net = columnOf('net');
  const balance = columnOf('balance');
  const direction = columnOf('direction');
  const fee = columnOf('fee');
  const values = (column: number) => context.rows.map(({ cells }) => plain(readCell(cells[column] ?? '', context.mark)));
  if (debit !== null && credit !== null && (amount === null || pairFits(context, debit, credit, amount)))
    return judgePair(context, debit, credit, balance, values, 'two-columns', fee);
  const half = debit ?? credit;
  if (half !== null && amount !== null) {
    // One of two columns under a word that says only "amount": what one lacks the other has.
    const other = hasBothSigns(context.profiles[amount]) ? null : complementOf(context, half, values);
    if (other === amount) return judgePair(context, debit ?? other, debit === null ? half : other, balance, values, 'two-columns', fee);
  }
  const single = amount ?? net;
  if (single !== null) {
    const best = amount !== null && net !== null && fee !== null ? pickNet(values, amount, net, fee) : single;
    const verdict = judgeSingle(context, best, direction, balance, fee, values);
    // Net holds the fee, as its name says and its figures bear out.
    if (best === net || (fee !== null && holdsFee(context, best, fee, values))) verdict.feeOpen = false;
    if (debit !== null && credit !== null) verdict.rivals = verdict.rivals.filter(() => !isPairOf(values, best, debit, credit));
    return verdict;
  }
  const lone = debit ?? credit;
  if (lone !== null) {
    const other = complementOf(context, lone, values);
    if (other !== null) return judgePair(context, debit ?? other, debit === null ? lone : other, balance, values, 'two-columns', fee);
  }
  if (lone !== null && direction === null) return judgeLone(context, lone, debit !== null, balance);
  if (lone !== null) return judgeSingle(context, lone, direction, balance, fee, values);
  return judgeCurrencyColumns(context, direction, balance, fee, values) ?? judgeByShape(context, direction, balance, fee, values);
}

/** Whether the amount is another column and the fee together, on every row: then it holds the fee. */
function holdsFee({ profiles }: Context, amount: number, fee: number, values: (column: number) => (number | null)[]): boolean {
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

/** Whether two columns for money out and in say the same as the amounts, which are then the right ones. */
function isPairOf(values: (column: number) => (number | null)[], amount: number, debit: number, credit: number): boolean {
  const [outs, intos] = [values(debit), values(credit)];
  const rows = values(amount).map(
    (value, at) => value === null || close(Math.abs(value), Math.abs(outs[at] ?? 0) + Math.abs(intos[at] ?? 0)),
  );
  return rows.length > 0 && rows.every(Boolean);
}

/** Columns headed by nothing but a currency code, one amount a row among them. */
function judgeCurrencyColumns(
  context: Context,
  direction: number | null,
  balance: number | null,
  fee: number | null,
  values: (column: number) => (number | null)[],
): MoneyVerdict | null {
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
  const verdict = judgeSingle(context, first.column, direction, balance, fee, (column) =>
    column === first.column ? merged : values(column),
  );
  if (verdict.model.kind === 'single') verdict.model.others = coded;
  return verdict;
}

/** Whether the model books the figures the other way about than the file writes them. */
export const isTurned = (model: MoneyModel): boolean => (model.kind === 'pair' ? model.turned : (model.how === 'flipped') !== model.turned);

/** A column of numbers under words we do not know, filled just where the other one is not: the other half of a pair. */
function complementOf(context: Context, lone: number, values: (column: number) => (number | null)[]): number | null {
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

/** Debit and credit are filled where an amount column is there too: the pair wins when it says as much. */
function pairFits({ profiles }: Context, debit: number, credit: number, amount: number): boolean {
  const filled = (profiles[debit]?.amounts ?? 0) + (profiles[credit]?.amounts ?? 0);
  const signed = profiles[amount]?.negative ?? 0;
  return signed === 0 && filled >= (profiles[amount]?.amounts ?? 0);
}

/** Net is what moves the balance, where amount, fee and net are told apart and net is amount and fee together. */
function pickNet(values: (column: number) => (number | null)[], amount: number, net: number, fee: number): number {
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

const plain = (value: CellValue | null): number | null => (value === null ? null : value.signed);
const close = (a: number, b: number): boolean => Math.abs(a - b) < 1e-6 + Math.abs(a) * 1e-9;

function judgePair(
  context: Context,
  out: number,
  into: number,
  balance: number | null,
  values: (column: number) => (number | null)[],
  code: Reason['code'],
  fee: number | null,
): MoneyVerdict {
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
  const model: MoneyModel = { kind: 'pair', out, into, signedOut, signedIn, turned: proof?.sign === -1 };
  const sign = proof
    ? { source: 'proved' as const, reason: { code: 'running-balance' as const, count: proof.hits, of: proof.of, line: proof.line } }
    : isMixed
      ? { source: 'asked' as const, reason: { code: 'both-readings' as const, count: minuses, of: minuses + pluses } }
      : { source: 'proved' as const, reason: { code } };
  const feePart: Fee | null = fee === null ? null : { column: fee, times: proof?.times ?? 0 };
  return { model, fee: feePart, balance, sign, feeOpen: proof ? proof.feeOpen : feeMatters, rivals: [] };
}

/** The proof that fits best: with the fee beside the amount taken off, as it is, or added. */
function proveWithFee(
  context: Context,
  signed: readonly (number | null)[],
  fees: readonly (number | null)[],
  feeMatters: boolean,
  balances: readonly (number | null)[],
): (BalanceProof & { times: Fee['times']; feeOpen: boolean }) | null {
  const proofs = (feeMatters ? ([-1, 0, 1] as const) : ([0] as const)).flatMap((times) => {
    const moved = signed.map((value, at) => (value === null ? null : value + times * Math.abs(fees[at] ?? 0)));
    const proof = proveByBalance(context, moved, balances);
    return proof ? [{ ...proof, times }] : [];
  });
  const [best, next] = proofs.sort((a, b) => b.hits - a.hits || Math.abs(a.times) - Math.abs(b.times));
  // A fee on the first row alone moves no balance that the file tells: then either reading fits as well.
  return best ? { ...best, feeOpen: feeMatters && next?.hits === best.hits } : null;
}

/** A column under no word we know that explains what the balance moved beyond the amounts: then it is a fee beside them. */
function feeByBalance(
  context: Context,
  signed: readonly (number | null)[],
  column: number,
  balance: number,
  values: (column: number) => (number | null)[],
): number | null {
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

/** Only a debit or only a credit column: its sums go that one way. */
function judgeLone({ profiles }: Context, column: number, isDebit: boolean, balance: number | null): MoneyVerdict {
  const profile = profiles[column];
  const signed = (profile?.negative ?? 0) > 0;
  const how = isDebit && !signed ? 'flipped' : 'as-written';
  return {
    model: { kind: 'single', column, direction: null, how, blank: null, turned: false },
    fee: null,
    balance,
    sign: { source: signed ? 'proved' : 'asked', reason: { code: signed ? 'signed' : 'header-word' } },
    feeOpen: false,
    rivals: [],
  };
}

function judgeSingle(
  context: Context,
  column: number,
  direction: number | null,
  balance: number | null,
  namedFee: number | null,
  values: (column: number) => (number | null)[],
): MoneyVerdict {
  const written = values(column);
  const words = direction === null ? null : judgeWords(context, written, direction);
  const how = words?.how ?? 'as-written';
  const blank = words?.blank ?? null;
  const directions = direction === null ? [] : context.rows.map(({ cells }) => directionOf(cells[direction] ?? ''));
  const signed = written.map((value, at) => applySign(value, how, directions[at] ?? null, blank));
  const fee = namedFee ?? (balance === null ? null : feeByBalance(context, signed, column, balance, values));
  const fees = fee === null ? null : values(fee);
  const rivals = context.amountRivals.filter((rival) => rival !== column && differs(written, values(rival)));
  const feeMatters = fees?.some((value) => value !== null && value !== 0) ?? false;
  if (balance !== null) {
    const best = proveWithFee(context, signed, fees ?? [], feeMatters, values(balance));
    const proofHits = best?.hits ?? 0;
    if (words === null && !written.some((value) => value !== null && value < 0)) {
      const moves = proveUnsigned(context, written, values(balance));
      if (moves && moves.hits >= proofHits)
        return {
          model: { kind: 'single', column, direction: null, how: 'by-balance', blank: null, turned: false },
          fee: fee === null ? null : { column: fee, times: 0 },
          balance,
          sign: { source: 'proved', reason: { code: 'running-balance', count: moves.hits, of: moves.of, line: moves.line } },
          feeOpen: false,
          rivals: [],
        };
    }
    if (best && (best.sign === 1 || best.hits >= 3 || !written.some((value) => value !== null && value < 0))) {
      const turned = best.sign === -1;
      return {
        model: {
          kind: 'single',
          column,
          direction,
          how: turned && how === 'as-written' ? 'flipped' : how,
          blank,
          turned: turned && how !== 'as-written',
        },
        fee: fee === null ? null : { column: fee, times: best.times },
        balance,
        sign: { source: 'proved', reason: { code: 'running-balance', count: best.hits, of: best.of, line: best.line } },
        feeOpen: best.feeOpen,
        rivals: [],
      };
    }
  }
  const feePart = { fee: fee === null ? null : ({ column: fee, times: 0 } satisfies Fee), feeOpen: feeMatters };
  if (words) {
    // One "CR" among blanks is a hint, not a proof.
    const source = blank !== null && words.rows < 3 ? ('asked' as const) : ('proved' as const);
    return {
      model: { kind: 'single', column, direction, how, blank, turned: false },
      ...feePart,
      balance,
      sign: { source, reason: { code: 'words', count: words.rows } },
      rivals,
    };
  }
  const verdict = judgeUnproved(context, column, written);
  return {
    model: { kind: 'single', column, direction: null, how: verdict.how, blank: null, turned: false },
    ...feePart,
    balance,
    sign: { source: verdict.source, reason: verdict.reason },
    rivals,
  };
}

const differs = (left: readonly (number | null)[], right: readonly (number | null)[]): boolean =>
  left.some((value, at) => value !== right[at]);

type How = (MoneyModel & { kind: 'single' })['how'];

export function applySign(value: number | null, how: How, word: -1 | 0 | 1 | null, blank: -1 | 1 | null): number | null {
  if (value === null) return null;
  if (how === 'as-written' || how === 'by-balance') return value;
  if (how === 'flipped') return -value;
  const sign = word ?? blank ?? 1;
  return how === 'by-word' ? (sign === 0 ? value : sign * Math.abs(value)) : (sign === 0 ? 1 : sign) * value;
}

/** How words (DEBIT, CREDIT, Af, Bij) and the signs of the figures go together, or null when the words say too little. */
function judgeWords(
  context: Context,
  values: readonly (number | null)[],
  direction: number,
): { how: How; blank: -1 | 1 | null; rows: number } | null {
  const count = { outPlus: 0, outMinus: 0, inPlus: 0, inMinus: 0, blank: 0 };
  context.rows.forEach(({ cells }, at) => {
    const value = values[at];
    if (value === null || value === undefined || value === 0) return;
    const word = directionOf(cells[direction] ?? '');
    if (word === -1) count[value < 0 ? 'outMinus' : 'outPlus'] += 1;
    else if (word === 1) count[value < 0 ? 'inMinus' : 'inPlus'] += 1;
    else if (word === null) count.blank += 1;
  });
  const out = count.outPlus + count.outMinus;
  const into = count.inPlus + count.inMinus;
  const rows = out + into;
  if (rows === 0) return null;
  // "CR" beside some rows and nothing beside the others: nothing means the opposite.
  const blank = count.blank > 0 && (out === 0 || into === 0) ? (out === 0 ? -1 : 1) : null;
  if (count.outMinus + count.inMinus === 0) return { how: 'by-word', blank, rows };
  const outIsMinus = count.outMinus > count.outPlus;
  const inIsMinus = count.inMinus > count.inPlus;
  if (out > 0 && into > 0 && outIsMinus && !inIsMinus) return { how: 'as-written', blank: null, rows };
  if (out > 0 && into > 0 && !outIsMinus && inIsMinus) return { how: 'flipped', blank: null, rows };
  if (out > 0 && into > 0 && !outIsMinus && !inIsMinus) return { how: 'word-times-value', blank: null, rows };
  if (out > 0 && into === 0) return { how: outIsMinus ? 'as-written' : count.outMinus === 0 ? 'by-word' : 'flipped', blank: null, rows };
  if (into > 0 && out === 0) return { how: inIsMinus ? 'flipped' : 'as-written', blank: null, rows };
  return { how: 'by-word', blank, rows };
}

/** No column and no balance tells: the signs themselves, then what the texts speak of. */
function judgeUnproved(context: Context, column: number, values: readonly (number | null)[]): { how: How; source: Source; reason: Reason } {
  const profile = context.profiles[column];
  const negative = profile?.negative ?? 0;
  const positive = profile?.positive ?? 0;
  const evidence = { for: 0, against: 0 };
  context.rows.forEach(({ cells }, at) => {
    const value = values[at];
    if (!value) return;
    const hint = hintOf(context.textOf(cells));
    if (hint === 0) return;
    if (Math.sign(value) === hint) evidence.for += 1;
    else evidence.against += 1;
  });
  const told = evidence.for + evidence.against;
  const words: Reason = { code: 'words', count: Math.max(evidence.for, evidence.against), of: told };
  if (negative > 0 && positive > 0 && (profile?.plus ?? 0) > 0) return { how: 'as-written', source: 'proved', reason: { code: 'signed' } };
  if (negative > 0 && negative >= positive) {
    if (evidence.against >= 3 && evidence.against > evidence.for * 3) return { how: 'flipped', source: 'asked', reason: words };
    // Wages that go out, and not one text that agrees with its sign: too little to turn the file about, too much to be sure.
    if (positive > 0 && evidence.against > 0 && evidence.for === 0) return { how: 'as-written', source: 'asked', reason: words };
    return { how: 'as-written', source: 'proved', reason: { code: 'signed' } };
  }
  if (negative > 0) {
    // More comes in than goes out: seldom, and then the texts must say so more than once.
    if (evidence.for > evidence.against * 2 && evidence.for >= 1 && !context.card)
      return { how: 'as-written', source: evidence.for >= 2 ? 'proved' : 'asked', reason: { code: 'signed' } };
    if (evidence.against > evidence.for * 2 && evidence.against >= 1) return { how: 'flipped', source: 'asked', reason: words };
    if (context.card) return { how: 'flipped', source: 'asked', reason: { code: 'spending-card' } };
    return { how: 'as-written', source: 'asked', reason: { code: 'signed' } };
  }
  // Not one figure is negative.
  if (context.card || evidence.against > evidence.for)
    return { how: 'flipped', source: 'asked', reason: context.card ? { code: 'spending-card' } : words };
  return { how: 'as-written', source: 'asked', reason: told > 0 ? words : { code: 'shape' } };
}

/** Columns of numbers without words above them. */
function judgeByShape(
  context: Context,
  direction: number | null,
  balance: number | null,
  fee: number | null,
  values: (column: number) => (number | null)[],
): MoneyVerdict | null {
  const columns = moneyColumns(context.profiles, context.roles).filter((column) => column !== balance);
  if (columns.length === 0) return null;
  const pair = findPair(context, columns, values);
  if (pair) {
    const rest = balance ?? columns.find((column) => column !== pair[0] && column !== pair[1]) ?? null;
    const verdict = judgePair(context, pair[0], pair[1], rest, values, 'shape', null);
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
  if (told) return judgeSingle(context, told.amount, direction, told.total, fee, values);
  const signed = columns.filter((column) => (context.profiles[column]?.negative ?? 0) > 0);
  const column = signed[0] ?? columns[0];
  if (column === undefined) return null;
  const others = columns.filter((each) => each !== column);
  const verdict = judgeSingle(context, column, direction, balance ?? others[0] ?? null, fee, values);
  if (verdict.sign.reason.code !== 'running-balance') {
    // Nothing bears out which of them is the amount, nor that one is a balance: a fee or an amount in another currency looks the same.
    verdict.balance = balance;
    verdict.rivals = others.filter((each) => differs(values(column), values(each)));
  }
  return verdict;
}

/** Two columns of which each row fills one. */
function findPair(context: Context, columns: readonly number[], values: (column: number) => (number | null)[]): [number, number] | null {
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

export interface BalanceProof {
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
  { rows, accountOf, rising }: Context,
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
function proveUnsigned(
  { rows, accountOf }: Context,
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
  return hits >= 2 && hits * 10 >= tally.of * 7 ? { hits, of: tally.of, line: tally.line } : null;
}
