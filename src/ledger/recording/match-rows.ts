// Entries of a file laid beside rows of the ledger, one to one, in passes from the surest to the least sure; what one pass takes
// the next does not see. The order of the passes is that of `find-known.ts`.
import { dayNumber, type Day } from '../../base/days.ts';
import type { StatementEntry } from '../statement.ts';
import { textOf } from './fingerprint.ts';

/** A row of the ledger, and whether an entry has been found to be it. */
export interface Row {
  id: number;
  fingerprint: number;
  occurrence: number;
  bankId: string | null;
  day: Day;
  minor: number;
  currency: string;
  text: string;
  state: 'posted' | 'pending';
  replaced: boolean;
  taken: boolean;
}

/** Days within which a bank may move the date of one and the same row. */
const DRIFT = 5;
const PENDING_BEFORE = 10;
const PENDING_AFTER = 3;
/** Days around a file within which a row may be one of its entries. */
export const MARGIN = 14;
/** A shorter text inside a longer one says little. */
const SHORTEST_LIKENESS = 5;

function groupBy<T>(items: Iterable<T>, key: (item: T) => string | number): Map<string | number, T[]> {
  const groups = new Map<string | number, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}

const apart = (a: Day, b: Day) => Math.abs(dayNumber(a) - dayNumber(b));

const alike = (a: string, b: string) => {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  return a === b || (shorter.length >= SHORTEST_LIKENESS && longer.includes(shorter));
};

export class Matching {
  /** Entry (by place) to the row it is, or to the pending row that it replaces. */
  readonly known = new Map<number, Row>();
  readonly replaced = new Map<number, Row>();
  #idsAreStable = false;

  constructor(
    private readonly entries: readonly StatementEntry[],
    private readonly prints: readonly number[],
    private readonly rows: readonly Row[],
    private readonly currency: string,
  ) {}

  /** An id counts when it is unique on both sides and the amount agrees; a pending row's amount may still change. */
  byBankId(): void {
    const rowsById = groupBy(
      this.rows.filter(({ bankId }) => bankId),
      ({ bankId }) => bankId ?? '',
    );
    const placesById = groupBy(
      [...this.entries.keys()].filter((at) => this.entries[at]?.bankId),
      (at) => this.entries[at]?.bankId ?? '',
    );
    for (const [id, [at, ...more]] of placesById) {
      const [row, ...others] = rowsById.get(id) ?? [];
      const entry = at === undefined ? undefined : this.entries[at];
      if (!row || !entry || at === undefined || more.length || others.length || row.currency !== this.#currencyOf(entry)) continue;
      const settles = row.state === 'pending' && entry.state === 'posted' && !row.replaced;
      if (apart(row.day, entry.day) > (settles ? MARGIN : DRIFT)) continue;
      if (settles) this.#take(this.replaced, at, row);
      else if (row.minor === entry.minor) this.#take(this.known, at, row);
    }
    this.#idsAreStable = this.known.size + this.replaced.size > 0 || !this.#idsSeemRenewed();
  }

  /** Some banks make new ids for each export: then several rows agree in all but their id, and none in its id. */
  #idsSeemRenewed(): boolean {
    const free = groupBy(
      this.rows.filter(({ bankId }) => bankId),
      (row) => row.fingerprint,
    );
    let pairs = 0;
    for (const [at, print] of this.prints.entries()) if (this.entries[at]?.bankId && free.get(print)?.pop()) pairs += 1;
    return pairs > 1 || this.#countAlike() > 1;
  }

  /** Entries with an id beside rows with one, equal but for the id and the way the text is written. */
  #countAlike(): number {
    const free = groupBy(
      this.rows.filter(({ bankId }) => bankId),
      this.#likenessKey,
    );
    let pairs = 0;
    for (const entry of this.entries) {
      const group = entry.bankId ? free.get(this.#likenessKey(entry)) : undefined;
      if (!group) continue;
      const text = textOf(entry);
      const place = group.findIndex((row) => alike(row.text, text));
      if (place < 0) continue;
      group.splice(place, 1);
      pairs += 1;
      if (pairs > 1) break;
    }
    return pairs;
  }

  byFingerprint(): void {
    const free = groupBy(this.#freeRows(), (row) => row.fingerprint);
    for (const [at, print] of this.prints.entries()) {
      if (this.#isSettled(at)) continue;
      const group = free.get(print);
      const place = group?.findIndex((row) => !this.#differById(at, row)) ?? -1;
      const [row] = place < 0 || !group ? [] : group.splice(place, 1);
      if (row) this.#take(this.known, at, row);
    }
  }

  byLikeness(): void {
    const free = groupBy(this.#freeRows(), this.#likenessKey);
    for (const [at, entry] of this.#freeEntries()) {
      const text = textOf(entry);
      const row = free.get(this.#likenessKey(entry))?.find((each) => !each.taken && !this.#differById(at, each) && alike(each.text, text));
      if (row) this.#take(this.known, at, row);
    }
  }

  /** A posted entry takes the place of a pending row of like text and equal amount, a few days around it. */
  pendingToPosted(): void {
    const pending = this.rows.filter((row) => row.state === 'pending' && !row.replaced && !row.taken);
    if (!pending.length) return;
    for (const [at, entry] of this.#freeEntries()) {
      if (entry.state !== 'posted') continue;
      const row = pending.find((each) => !each.taken && this.#isSame(entry, each, dayNumber(entry.day) - dayNumber(each.day)));
      if (row) this.#take(this.replaced, at, row);
    }
  }

  /**
   * A tip or a fuel pump changes the amount between pending and posted. A pending row whose day the file covers without
   * reporting it any more gives way to a posted entry of like text and comparable amount.
   */
  pendingToOtherAmount(): void {
    const pending = this.#unreported();
    if (!pending.length) return;
    for (const [at, entry] of this.#freeEntries()) {
      if (entry.state !== 'posted') continue;
      const row = pending.find((each) => !each.taken && this.#isChanged(entry, each));
      if (row) this.#take(this.replaced, at, row);
    }
  }

  fellAway(): number[] {
    const last = this.#postedDays?.last;
    return last === undefined
      ? []
      : this.#unreported()
          .filter(({ day }) => dayNumber(last) - dayNumber(day) >= PENDING_BEFORE)
          .map(({ id }) => id);
  }

  /** Pending rows within the days of the file's posted entries that nothing in the file is. */
  #unreported(): Row[] {
    const days = this.#postedDays;
    if (!days) return [];
    return this.rows.filter(
      (row) => row.state === 'pending' && !row.replaced && !row.taken && row.day >= days.first && row.day <= days.last,
    );
  }

  get #postedDays(): { first: Day; last: Day } | null {
    const days = this.entries.filter(({ state }) => state === 'posted').map(({ day }) => day);
    const first = days.reduce((least, day) => (day < least ? day : least), days[0] ?? '');
    const last = days.reduce((most, day) => (day > most ? day : most), first);
    return days.length ? { first, last } : null;
  }

  #isChanged(entry: StatementEntry, row: Row): boolean {
    const lag = dayNumber(entry.day) - dayNumber(row.day);
    const share = entry.minor / row.minor;
    return (
      lag >= 0 &&
      lag <= PENDING_BEFORE &&
      share >= 0.5 &&
      share <= 1.6 &&
      row.currency === this.#currencyOf(entry) &&
      alike(row.text, textOf(entry))
    );
  }

  /** A pending entry read after its posted row came is known, unless this very file reports both. */
  postedToPending(): void {
    const posted = this.rows.filter((row) => row.state === 'posted' && !row.taken);
    if (!posted.length) return;
    for (const [at, entry] of this.#freeEntries()) {
      if (entry.state !== 'pending') continue;
      const row = posted.find((each) => !each.taken && this.#isSame(entry, each, dayNumber(each.day) - dayNumber(entry.day)));
      if (row) this.#take(this.known, at, row);
    }
  }

  /** `lag`: days from pending to posted. */
  #isSame(entry: StatementEntry, row: Row, lag: number): boolean {
    return (
      lag >= -PENDING_AFTER &&
      lag <= PENDING_BEFORE &&
      row.minor === entry.minor &&
      row.currency === this.#currencyOf(entry) &&
      alike(row.text, textOf(entry))
    );
  }

  #currencyOf = ({ currency }: Pick<StatementEntry, 'currency'>): string => currency ?? this.currency;

  #likenessKey = (of: Pick<StatementEntry, 'day' | 'minor' | 'currency' | 'state'>): string =>
    `${of.day}|${of.minor}|${this.#currencyOf(of)}|${of.state}`;

  #take(into: Map<number, Row>, at: number, row: Row): void {
    row.taken = true;
    into.set(at, row);
  }

  #differById(at: number, row: Row): boolean {
    const id = this.entries[at]?.bankId;
    return this.#idsAreStable && !!id && !!row.bankId && id !== row.bankId;
  }

  #isSettled(at: number): boolean {
    return this.known.has(at) || this.replaced.has(at);
  }

  #freeRows = (): Row[] => this.rows.filter((row) => !row.taken);

  #freeEntries(): [number, StatementEntry][] {
    return [...this.entries.entries()].filter(([at]) => !this.#isSettled(at));
  }
}
