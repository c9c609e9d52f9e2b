// Whether a name on both sides of a pair is a holder's or a friend's: a friend whom one paid and who paid back stands on both too. One's
// own name has other halves nearly always, or again and again in one rhythm; a friend's now and then.
import type { Database } from '../database.ts';
import { peopleOf } from '../payees/looks-like-person.ts';
import { matchWords } from '../payees/match-words.ts';
import type { Candidate } from './candidates.ts';
import type { Series } from './find-series.ts';
import { familiesOf, isSamePerson, personBeside } from './same-person.ts';

export interface Possible {
  outId: number;
  inId: number;
  rank: number;
  /** The name on both sides, where nothing but it speaks for the pair, or it and the name of the bank that the other half lies at. */
  person: { name: string; isAtNamedBank: boolean } | null;
}

/** Of the rows of a name, those that must have other halves for it to be a holder's. */
const OWN_SHARE = 0.8;
const OWN_SHARE_AT_NAMED_BANK = 0.4;

/** Names that move the same sums on the same days, in their fullest form: Hannah Byrd rather than H BYRD. */
export function holderNames(series: readonly Series[]): string[] {
  const names = new Set<string>();
  for (const { pairs, isByName } of series) {
    const [first] = pairs;
    if (!isByName || !first) continue;
    const both = [personBeside(first.out, first.into), personBeside(first.into, first.out)].filter((name) => peopleOf(name).length === 1);
    const fullest = both.sort((a, b) => b.length - a.length)[0];
    if (fullest !== undefined) names.add(fullest);
  }
  return [...names];
}

/** Leaves out pairs of friends. `mine`: names known to be holders'. */
export function withoutFriends(
  db: Database,
  possible: readonly Possible[],
  moving: readonly Candidate[],
  mine: readonly string[],
): Possible[] {
  const doubtful = new Set(possible.flatMap(({ person }) => person?.name ?? []));
  if (doubtful.size === 0) return [...possible];
  // What is own money by other signs ("Sparen Tagesgeld") neither speaks for a friend nor against one.
  const proved = new Set(possible.flatMap(({ outId, inId, person }) => (person === null ? [outId, inId] : [])));
  const rows = rowsByName(db, moving, proved, doubtful);
  const paired = pairedByName(possible);
  const [pairedOf, rowsOf] = [namesAlike(paired.keys()), namesAlike(rows.keys())];
  const shareOf = (name: string): number => {
    if (mine.some((each) => isSamePerson(each, name))) return 1;
    const [outs, ins] = [new Set<number>(), new Set<number>()];
    for (const each of pairedOf(name)) {
      for (const id of paired.get(each)?.outs ?? []) outs.add(id);
      for (const id of paired.get(each)?.ins ?? []) ins.add(id);
    }
    const halves = 2 * Math.min(outs.size, ins.size);
    return (
      halves /
      Math.max(
        1,
        rowsOf(name).reduce((sum, each) => sum + (rows.get(each) ?? 0), 0),
      )
    );
  };
  const shares = new Map([...doubtful].map((name) => [name, shareOf(name)]));
  return possible.filter(
    ({ person }) => person === null || (shares.get(person.name) ?? 0) >= (person.isAtNamedBank ? OWN_SHARE_AT_NAMED_BANK : OWN_SHARE),
  );
}

/** The rows paired under each name. */
function pairedByName(possible: readonly Possible[]): Map<string, { outs: Set<number>; ins: Set<number> }> {
  const paired = new Map<string, { outs: Set<number>; ins: Set<number> }>();
  for (const { outId, inId, person } of possible) {
    if (person === null) continue;
    const rows = paired.get(person.name) ?? { outs: new Set(), ins: new Set() };
    rows.outs.add(outId);
    rows.ins.add(inId);
    paired.set(person.name, rows);
  }
  return paired;
}

/** Finds the names of one and the same person, comparing only those of one family. */
function namesAlike(names: Iterable<string>): (name: string) => string[] {
  const byFamily = new Map<string, string[]>();
  for (const name of names)
    for (const family of familiesOf(name)) {
      const same = byFamily.get(family);
      if (same) same.push(name);
      else byFamily.set(family, [name]);
    }
  return (name) => {
    const related = new Set(familiesOf(name).flatMap((family) => byFamily.get(family) ?? []));
    return [...related].filter((each) => isSamePerson(each, name));
  };
}

/** How many rows each name has, of those that share a family name with the doubtful ones; known as a person's or not. */
function rowsByName(
  db: Database,
  moving: readonly Candidate[],
  proved: ReadonlySet<number>,
  doubtful: ReadonlySet<string>,
): Map<string, number> {
  const families = new Set(
    [...doubtful].flatMap((name) => peopleOf(name).flatMap((one) => matchWords(one).filter((word) => word.length > 1))),
  );
  const rows = new Map<string, number>();
  const isAsked = new Map<string, boolean>();
  const add = (name: string): void => {
    if (!isAsked.has(name))
      isAsked.set(
        name,
        matchWords(name).some((word) => families.has(word)),
      );
    if (isAsked.get(name)) rows.set(name, (rows.get(name) ?? 0) + 1);
  };
  for (const { id, reading } of moving) if (!proved.has(id)) add(reading.name);
  // Whose name is no known person's is no candidate where money went out.
  const known = new Set(moving.map(({ id }) => id));
  const payees = db
    .query('SELECT id, name FROM payee WHERE kind IS NULL')
    .rows.filter(([, name]) => matchWords(String(name)).some((word) => families.has(word)));
  const sql =
    'SELECT transaction_id, name FROM posting INDEXED BY posting_payee JOIN payee ON payee.id = payee_id WHERE payee_id IN (SELECT value FROM json_each(?)) AND minor < 0';
  for (const [id, name] of db.query(sql, [JSON.stringify(payees.map(([id]) => id))]).rows)
    if (!known.has(Number(id)) && !proved.has(Number(id))) add(String(name));
  return rows;
}
