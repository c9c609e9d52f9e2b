// Pairs the two halves of transfers: equal and opposite amounts on two own accounts within days, one to one, nearest first. An equal
// amount alone is no evidence: one side must speak of own money, or a savings account or one and the same person stand on it.
import type { Database } from '../database.ts';
import { matchWords } from '../payees/match-words.ts';
import { candidateColumns, toCandidate, type Candidate } from './candidates.ts';
import type { OwnAccount } from './own-accounts.ts';

export interface Pair {
  outId: number;
  inId: number;
}

interface Possible extends Pair {
  rank: number;
}

const DAYS = 5;

/** `moving`: own and maybe candidates. Finds their other halves anywhere in the ledger. */
export function pairTransfers(db: Database, moving: readonly Candidate[], accounts: ReadonlyMap<number, OwnAccount>): Pair[] {
  if (accounts.size < 2 || moving.length === 0) return [];
  const possible = [...sameCurrency(db, moving, accounts), ...acrossCurrencies(moving)];
  possible.sort((a, b) => a.rank - b.rank || a.outId - b.outId || a.inId - b.inId);
  const taken = new Set<number>();
  const pairs: Pair[] = [];
  for (const { outId, inId } of possible) {
    if (taken.has(outId) || taken.has(inId)) continue;
    taken.add(outId).add(inId);
    pairs.push({ outId, inId });
  }
  return pairs;
}

function sameCurrency(db: Database, moving: readonly Candidate[], accounts: ReadonlyMap<number, OwnAccount>): Possible[] {
  const possible: Possible[] = [];
  const byId = new Map(moving.map((candidate) => [candidate.id, candidate]));
  const others = new Map<number, Candidate | null>();
  for (const row of otherHalves(db, moving)) {
    const one = byId.get(Number(row[0]));
    const otherId = Number(row[1]);
    if (!others.has(otherId)) others.set(otherId, byId.get(otherId) ?? toCandidate(row.slice(1), accounts));
    const other = others.get(otherId);
    if (!one || !other) continue;
    const [out, into] = one.minor < 0 ? [one, other] : [other, one];
    const gap = Math.abs(out.dayNumber - into.dayNumber);
    const doubt = doubtOf(out, into);
    if (gap <= DAYS && doubt !== null)
      possible.push({ outId: out.id, inId: into.id, rank: doubt * 100 + gap * 2 + (into.dayNumber < out.dayNumber ? 1 : 0) });
  }
  return possible;
}

function otherHalves(db: Database, moving: readonly Candidate[]) {
  db.execute('CREATE TEMP TABLE moving (id INTEGER PRIMARY KEY, account_id INTEGER, minor INTEGER, currency TEXT, low TEXT, high TEXT)');
  try {
    const insert =
      db.prepare(`INSERT INTO moving SELECT id, account_id, minor, currency, date(day, '-${DAYS} days'), date(day, '+${DAYS} days')
      FROM bank_transaction WHERE id = ?`);
    for (const { id } of moving) insert.run([id]);
    insert.close();
    db.execute('CREATE INDEX temp.moving_minor ON moving (minor)');
    return db.query(
      `SELECT moving.id, ${candidateColumns} FROM bank_transaction t CROSS JOIN moving ON moving.minor = -t.minor
       LEFT JOIN payee ON payee.id = t.read_payee_id
       WHERE moving.account_id <> t.account_id AND moving.currency = t.currency AND t.day BETWEEN moving.low AND moving.high
         AND t.replaced_by IS NULL AND t.minor <> 0`,
    ).rows;
  } finally {
    db.execute('DROP TABLE temp.moving');
  }
}

/** How doubtful a pair is, 0 the least; null when it is none. */
function doubtOf(out: Candidate, into: Candidate): number | null {
  if (out.likeness === 'never' || into.likeness === 'never') return null;
  if (out.likeness === 'own' && into.likeness === 'own') return 0;
  if (out.likeness === 'own' || into.likeness === 'own') return strangers(out, into) ? null : 1;
  if (samePerson(out, into)) return 2;
  const savings = out.account.kind === 'savings' || into.account.kind === 'savings';
  return savings && !strangers(out, into) ? 3 : null;
}

const family = (name: string): string[] => matchWords(name).filter((word) => word.length > 1 && !/^(?:MR|MRS|MS|MISS|DR)$/.test(word));

function samePerson(out: Candidate, into: Candidate): boolean {
  const [a, b] = [family(out.reading.name), family(into.reading.name)];
  return (
    a.length > 0 &&
    a.at(-1) === b.at(-1) &&
    out.reading.channel !== 'card' &&
    into.reading.channel !== 'card' &&
    sameFirst(out.reading.name, into.reading.name)
  );
}

/** J SMITH and Jane Smith may be one; Jane Smith and Tom Smith are two. */
function sameFirst(a: string, b: string): boolean {
  const first = (name: string) => matchWords(name).find((word) => !/^(?:MR|MRS|MS|MISS|DR)$/.test(word)) ?? '';
  const [one, two] = [first(a), first(b)];
  return one === two || ((one.length === 1 || two.length === 1) && one.charAt(0) === two.charAt(0));
}

/** Two different people: what one paid and another sent is no transfer. */
const strangers = (out: Candidate, into: Candidate): boolean =>
  out.reading.isPerson && into.reading.isPerson
    ? !samePerson(out, into)
    : (isZelle(out) || isZelle(into)) && out.likeness !== 'own' && into.likeness !== 'own';

const isZelle = ({ text, reading }: Candidate): boolean => reading.isPerson && /zelle|venmo|cash app|bizum|tikkie/i.test(text);

/** Halves in two currencies: both speak of own money, opposite signs, two accounts, nearest in time; only where nothing else fits. */
function acrossCurrencies(moving: readonly Candidate[]): Possible[] {
  const own = moving
    .filter(({ likeness, reading }) => likeness === 'own' && reading.movement !== 'card-payment')
    .sort((a, b) => a.dayNumber - b.dayNumber);
  const possible: Possible[] = [];
  for (const [at, one] of own.entries()) {
    for (let next = at + 1; next < own.length; next++) {
      const other = own[next];
      if (!other || other.dayNumber - one.dayNumber > DAYS) break;
      if (one.currency === other.currency || one.account.id === other.account.id || Math.sign(one.minor) === Math.sign(other.minor))
        continue;
      const [out, into] = one.minor < 0 ? [one, other] : [other, one];
      possible.push({ outId: out.id, inId: into.id, rank: 1000 + (other.dayNumber - one.dayNumber) });
    }
  }
  return possible;
}
