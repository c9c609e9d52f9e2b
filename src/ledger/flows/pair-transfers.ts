// Pairs the two halves of transfers: equal and opposite amounts on two own accounts within days, one to one, nearest first. An equal
// amount alone is no evidence: one side must speak of own money, or a savings account or one and the same person stand on it.
import type { Database } from '../database.ts';
import type { Candidate } from './candidates.ts';
import { couldBeSeries, findSeries, findShared, type Near } from './find-series.ts';
import { holderNames, withoutFriends, type Possible } from './holder-names.ts';
import { facingOf, otherHalves } from './other-halves.ts';
import { mentionsBank, type OwnAccount } from './own-accounts.ts';
import { areStrangers, isSameBeside, isSamePerson, personBeside, saysOfOther } from './same-person.ts';

export interface Pair {
  outId: number;
  inId: number;
}

const DAYS = 5;
/** The doubt of a pair for which only one name on both sides speaks. */
const BY_NAME = 2;

/** Days apart at most, where little else speaks for a pair. */
const NEAR = 1;
const SERIES_RANK = 500;
const LATE_RANK = 600;
const SHARED_RANK = 700;

export interface Known {
  /** Names that the accounts' holders are known by. */
  mine: readonly string[];
  /** Rows of which the person said what they are. */
  said: ReadonlySet<number>;
  /** Rows that speak of what people pay for together, and of nothing else that speaks against own money. */
  towards: readonly Candidate[];
}

export interface Paired {
  pairs: Pair[];
  /** Names that stand on both sides again and again: whose accounts these are. */
  holders: string[];
}

/** `moving`: own and maybe candidates. Finds their other halves anywhere in the ledger. */
export function pairTransfers(
  db: Database,
  moving: readonly Candidate[],
  accounts: ReadonlyMap<number, OwnAccount>,
  { mine, said, towards }: Known,
): Paired {
  if (accounts.size < 2 || moving.length === 0) return { pairs: [], holders: [] };
  const { evident, near, named } = sameCurrency(db, moving, accounts);
  const { series, late } = findSeries(db, near);
  const holders = holderNames(series);
  const possible = withoutFriends(db, [...evident, ...acrossCurrencies(moving)], moving, [...mine, ...holders]);
  for (const { pairs, isByName } of series) for (const pair of pairs) possible.push(inSeries(pair, isByName ? BY_NAME * 100 : SERIES_RANK));
  for (const pair of late) possible.push(inSeries(pair, LATE_RANK));
  const shared = sharedByHolders(towards, moving, [...mine, ...holders, ...named]);
  for (const { pairs } of findShared(db, shared)) for (const pair of pairs) possible.push(inSeries(pair, SHARED_RANK));
  possible.sort((a, b) => a.rank - b.rank || a.outId - b.outId || a.inId - b.inId);
  const taken = new Set<number>(said);
  const pairs: Pair[] = [];
  for (const { outId, inId } of possible) {
    if (taken.has(outId) || taken.has(inId)) continue;
    taken.add(outId).add(inId);
    pairs.push({ outId, inId });
  }
  return { pairs, holders };
}

const inSeries = ({ out, into }: Near, rank: number): Possible => ({
  outId: out.id,
  inId: into.id,
  rank: rank + gapOf(out, into),
  person: null,
});

/** Days apart, twice, and one where the money came before it went. */
const gapOf = (out: Candidate, into: Candidate): number =>
  Math.abs(out.dayNumber - into.dayNumber) * 2 + (into.dayNumber < out.dayNumber ? 1 : 0);

interface Found {
  /** Pairs for which something speaks. */
  evident: Possible[];
  /** Pairs for which nothing speaks, or a name alone: whether they come again and again is still to be told. */
  near: Near[];
  /** One person's names on both sides of what is own money by other signs too, often enough. */
  named: string[];
}

const OFTEN = 3;

function sameCurrency(db: Database, moving: readonly Candidate[], accounts: ReadonlyMap<number, OwnAccount>): Found {
  const evident: Possible[] = [];
  const near: Near[] = [];
  const times = new Map<string, Set<number>>();
  for (const { row, moving: facing } of facingOf(moving, otherHalves(db, moving, accounts, DAYS), DAYS)) {
    const nearIt: Near[] = [];
    for (const one of facing) {
      const [out, into] = one.minor < 0 ? [one, row] : [row, one];
      const days = Math.abs(out.dayNumber - into.dayNumber);
      const doubt = doubtOf(out, into);
      const isByName = doubt === BY_NAME;
      if (doubt !== null) {
        const rank = doubt * 100 + gapOf(out, into);
        const isAtNamedBank = isByName && days <= NEAR && saysOfOther(out, into) !== null;
        if (doubt < BY_NAME && into.reading.isPerson && isSameBeside(out, into)) {
          const name = personBeside(into, out);
          times.set(name, (times.get(name) ?? new Set()).add(out.id));
        }
        evident.push({ outId: out.id, inId: into.id, rank, person: isByName ? { name: personBeside(into, out), isAtNamedBank } : null });
      }
      if (days <= NEAR && (isByName || doubt === null) && couldBeSeries(out, into) && fitTogether(out, into))
        nearIt.push({ out, into, isByName });
    }
    nearIt.sort((a, b) => a.out.id - b.out.id || a.into.id - b.into.id);
    for (const pair of nearIt) near.push(pair);
  }
  const named = [...times].filter(([, outs]) => outs.size >= OFTEN).map(([name]) => name);
  return { evident, near, named };
}

/** "F BYRD RENT AND BILLS" in one account beside "Ada Byrd" in another, where Ada Byrd is known to hold one of the accounts. */
function sharedByHolders(towards: readonly Candidate[], moving: readonly Candidate[], holders: readonly string[]): Near[] {
  if (towards.length === 0 || holders.length === 0) return [];
  const isHolder = ({ reading: { name } }: Candidate): boolean => holders.some((holder) => isSamePerson(holder, name));
  const both = [...towards, ...moving.filter(({ likeness }) => likeness === 'maybe')];
  const outs = new Map<string, Candidate[]>();
  const keyOf = ({ currency, minor }: Candidate, day: number): string => `${currency} ${Math.abs(minor)} ${day}`;
  for (const out of both.filter(({ minor }) => minor < 0)) {
    const key = keyOf(out, out.dayNumber);
    const same = outs.get(key);
    if (same) same.push(out);
    else outs.set(key, [out]);
  }
  const near: Near[] = [];
  for (const into of both.filter(({ minor }) => minor > 0))
    for (let day = into.dayNumber - NEAR; day <= into.dayNumber + NEAR; day++)
      for (const out of outs.get(keyOf(into, day)) ?? [])
        if (
          (out.isTowards || into.isTowards) &&
          out.account.id !== into.account.id &&
          (isHolder(out) || isHolder(into)) &&
          fitTogether(out, into)
        )
          near.push({ out, into, isByName: false });
  return near;
}

/** Whether two rows of equal and opposite amounts would be paired, whatever else stands around them. */
export function isLikelyPair(one: Candidate, other: Candidate): boolean {
  const [out, into] = one.minor < 0 ? [one, other] : [other, one];
  return doubtOf(out, into) !== null;
}

/** How doubtful a pair is, 0 the least; null when it is none. */
function doubtOf(out: Candidate, into: Candidate): number | null {
  if (out.likeness === 'never' || into.likeness === 'never' || !fitTogether(out, into)) return null;
  if (out.likeness === 'own' && into.likeness === 'own') return 0;
  if (out.likeness === 'own' || into.likeness === 'own') return areStrangers(out, into) ? null : 1;
  // Of a couple each names the bank that the other half lies at: "B ROBSON TSB" at NatWest, "M ROBSON NATWEST" at TSB.
  if (mentionsBank(out.text, into.account) && mentionsBank(into.text, out.account)) return 1;
  const says = Math.abs(out.dayNumber - into.dayNumber) <= NEAR && !areStrangers(out, into) ? saysOfOther(out, into) : null;
  if (says === 'account') return 1;
  if (says === 'person' || isSameBeside(out, into)) return BY_NAME;
  const savings = out.account.kind === 'savings' || into.account.kind === 'savings';
  return savings && !areStrangers(out, into) ? 3 : null;
}

/** A card's bill goes to a card; a pot is inside its account and has no other half, save on a savings account. */
function fitTogether(out: Candidate, into: Candidate): boolean {
  const isBill = out.reading.movement === 'card-payment' || into.reading.movement === 'card-payment';
  if (isBill && into.account.kind !== 'card' && into.account.kind !== 'unknown') return false;
  return out.isPot === into.isPot || out.account.kind === 'savings' || into.account.kind === 'savings';
}

const isExchange = ({ text, reading }: Candidate): boolean => /exchange/i.test(text) || reading.channel === 'own';

/** Halves in two currencies: an exchange inside an account, or two accounts where both speak of own money; nearest in time. */
function acrossCurrencies(moving: readonly Candidate[]): Possible[] {
  const own = moving
    .filter(({ likeness, reading }) => likeness === 'own' && reading.movement !== 'card-payment')
    .sort((a, b) => a.dayNumber - b.dayNumber || a.id - b.id);
  const possible: Possible[] = [];
  for (const [at, one] of own.entries()) {
    for (let next = at + 1; next < own.length; next++) {
      const other = own[next];
      if (!other || other.dayNumber - one.dayNumber > DAYS) break;
      if (one.currency === other.currency || Math.sign(one.minor) === Math.sign(other.minor)) continue;
      const inside = one.account.id === other.account.id;
      if (inside !== (/exchange/i.test(one.text) && /exchange/i.test(other.text)) || (inside && !(isExchange(one) && isExchange(other))))
        continue;
      const [out, into] = one.minor < 0 ? [one, other] : [other, one];
      if (fitTogether(out, into))
        possible.push({ outId: out.id, inId: into.id, person: null, rank: 1000 + (other.dayNumber - one.dayNumber) + (inside ? 0 : 10) });
    }
  }
  return possible;
}
