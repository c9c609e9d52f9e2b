// Money in one column: which way it went, by the running balance, by words beside it, by its signs, by what the texts speak of.
import type { Reason, Source } from '../reading.ts';
import { directionOf } from '../words/row-words.ts';
import { differs, type MoneyContext } from './money-context.ts';
import { applySign, type Fee, type How, type MoneyVerdict } from './money-model.ts';
import { isOwed, signsByMoves, speakAgainst, weighHints } from './owed-balance.ts';
import { feeByBalance, proveUnsigned, proveWithFee } from './prove-by-balance.ts';

export function judgeSingle(
  context: MoneyContext,
  column: number,
  direction: number | null,
  balance: number | null,
  namedFee: number | null,
): MoneyVerdict {
  const { values } = context;
  const written = values(column);
  const words = direction === null ? null : judgeWords(context, written, direction);
  const how = words?.how ?? 'as-written';
  const blank = words?.blank ?? null;
  const directions = direction === null ? [] : context.rows.map(({ cells }) => directionOf(cells[direction] ?? ''));
  const signed = written.map((value, at) => applySign(value, how, directions[at] ?? null, blank));
  const fee = namedFee ?? (balance === null ? null : feeByBalance(context, signed, column, balance));
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
          owed: isOwed(context, signsByMoves(context, written, values(balance))),
          model: { kind: 'single', column, direction: null, how: 'by-balance', blank: null, turned: false },
          fee: fee === null ? null : { column: fee, times: 0 },
          balance,
          sign: { source: 'proved', reason: { code: 'running-balance', count: moves.hits, of: moves.of, line: moves.line } },
          feeOpen: false,
          rivals: [],
        };
    }
    if (best && (best.sign === 1 || best.hits >= 3 || !written.some((value) => value !== null && value < 0))) {
      const owed = words === null && isOwed(context, best.sign === 1 ? signed : negated(signed));
      const turned = (best.sign === -1) !== owed;
      return {
        owed,
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

/** Only a debit or only a credit column: its sums go that one way. */
export function judgeLone({ profiles }: MoneyContext, column: number, isDebit: boolean, balance: number | null): MoneyVerdict {
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

/** How words (DEBIT, CREDIT, Af, Bij) and the signs of the figures go together, or null when the words say too little. */
function judgeWords(
  context: MoneyContext,
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
  // One word on every row, and figures of both signs: what the word says of the one it cannot say of the other.
  const strays = out > 0 ? Math.min(count.outMinus, count.outPlus) : Math.min(count.inMinus, count.inPlus);
  if ((out === 0 || into === 0) && blank === null && strays > 0) return null;
  if (out > 0 && into === 0) return { how: outIsMinus ? 'as-written' : count.outMinus === 0 ? 'by-word' : 'flipped', blank: null, rows };
  if (into > 0 && out === 0) return { how: inIsMinus ? 'flipped' : 'as-written', blank: null, rows };
  return { how: 'by-word', blank, rows };
}

/** No column and no balance tells: the signs themselves, then what the texts speak of. */
function judgeUnproved(
  context: MoneyContext,
  column: number,
  values: readonly (number | null)[],
): { how: How; source: Source; reason: Reason } {
  const profile = context.profiles[column];
  const negative = profile?.negative ?? 0;
  const positive = profile?.positive ?? 0;
  const evidence = weighHints(context, values);
  const told = evidence.for + evidence.against;
  const words: Reason = { code: 'words', count: Math.max(evidence.for, evidence.against), of: told };
  if (negative > 0 && positive > 0 && (profile?.plus ?? 0) > 0) return { how: 'as-written', source: 'proved', reason: { code: 'signed' } };
  if (negative > 0 && negative >= positive) {
    if (speakAgainst(evidence)) return { how: 'flipped', source: 'asked', reason: words };
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

const negated = (values: readonly (number | null)[]): (number | null)[] => values.map((value) => (value === null ? null : -value));
