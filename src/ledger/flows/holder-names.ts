// Whether a name on both sides of a pair is a holder's or a friend's: a friend whom one paid and who paid back stands on both too. One's
// own name has other halves nearly always, or again and again in one rhythm; a friend's now and then.
import type { Database } from '../database.ts';
import { peopleOf } from '../payees/looks-like-person.ts';
import { matchWords } from '../payees/match-words.ts';
import type { Candidate } from './candidates.ts';
import type { Series } from './find-series.ts';
import { isSamePerson, personBeside } from './same-person.ts';

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
  const shareOf = (name: string): number => {
    if (mine.some((each) => isSamePerson(each, name))) return 1;
    const pairs = possible.filter(({ person }) => person !== null && isSamePerson(person.name, name));
    const halves = 2 * Math.min(new Set(pairs.map(({ outId }) => outId)).size, new Set(pairs.map(({ inId }) => inId)).size);
    return (
      halves /
      Math.max(
        1,
        [...rows].reduce((sum, [each, count]) => sum + (isSamePerson(each, name) ? count : 0), 0),
      )
    );
  };
  const shares = new Map([...doubtful].map((name) => [name, shareOf(name)]));
  return possible.filter(
    ({ person }) => person === null || (shares.get(person.name) ?? 0) >= (person.isAtNamedBank ? OWN_SHARE_AT_NAMED_BANK : OWN_SHARE),
  );
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
    'SELECT transaction_id, name FROM posting JOIN payee ON payee.id = payee_id WHERE payee_id IN (SELECT value FROM json_each(?)) AND minor < 0';
  for (const [id, name] of db.query(sql, [JSON.stringify(payees.map(([id]) => id))]).rows)
    if (!known.has(Number(id)) && !proved.has(Number(id))) add(String(name));
  return rows;
}
