// Pairs the two halves of transfers: equal and opposite amounts on two own accounts within days, one to one, nearest first. An equal
// amount alone is no evidence: one side must speak of own money, or a savings account or one and the same person stand on it.
import type { Database } from '../database.ts';
import { peopleOf } from '../payees/looks-like-person.ts';
import { matchWords } from '../payees/match-words.ts';
import { candidateColumns, toCandidate, type Candidate } from './candidates.ts';
import { mentionsBank, type OwnAccount } from './own-accounts.ts';

export interface Pair {
  outId: number;
  inId: number;
}

interface Possible extends Pair {
  rank: number;
  /** The name on both sides, where nothing but it speaks for the pair. */
  person: string | null;
}

const DAYS = 5;
/** The doubt of a pair for which only one name on both sides speaks. */
const BY_NAME = 2;

export interface Known {
  /** Names that the accounts' holders are known by. */
  mine: readonly string[];
  /** Rows of which the person said what they are. */
  said: ReadonlySet<number>;
}

/** `moving`: own and maybe candidates. Finds their other halves anywhere in the ledger. */
export function pairTransfers(
  db: Database,
  moving: readonly Candidate[],
  accounts: ReadonlyMap<number, OwnAccount>,
  { mine, said }: Known,
): Pair[] {
  if (accounts.size < 2 || moving.length === 0) return [];
  const possible = withoutFriends([...sameCurrency(db, moving, accounts), ...acrossCurrencies(moving)], moving, mine);
  possible.sort((a, b) => a.rank - b.rank || a.outId - b.outId || a.inId - b.inId);
  const taken = new Set<number>(said);
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
  const habits = new Map<string, Map<number, Omit<Possible, 'rank'>>>();
  for (const row of otherHalves(db, moving)) {
    const one = byId.get(Number(row[0]));
    const otherId = Number(row[1]);
    if (!others.has(otherId)) others.set(otherId, byId.get(otherId) ?? toCandidate(row.slice(1), accounts));
    const other = others.get(otherId);
    if (!one || !other) continue;
    const [out, into] = one.minor < 0 ? [one, other] : [other, one];
    const gap = Math.abs(out.dayNumber - into.dayNumber);
    const doubt = doubtOf(out, into);
    const pair = { outId: out.id, inId: into.id, person: doubt === BY_NAME ? into.reading.name : null };
    if (gap <= DAYS && doubt !== null) possible.push({ ...pair, rank: doubt * 100 + gap * 2 + (into.dayNumber < out.dayNumber ? 1 : 0) });
    else if (gap <= HABIT_DAYS && couldBeHabit(out, into)) {
      const key = [out.account.id, out.payeeId, into.account.id, into.payeeId].join(':');
      habits.set(key, (habits.get(key) ?? new Map<number, Omit<Possible, 'rank'>>()).set(out.id, pair));
    }
  }
  for (const pairs of habits.values()) {
    const isHabit = new Set([...pairs.values()].map(({ inId }) => inId)).size >= HABIT_TIMES && pairs.size >= HABIT_TIMES;
    if (isHabit) for (const pair of pairs.values()) possible.push({ ...pair, rank: HABIT_RANK });
  }
  return possible;
}

const HABIT_DAYS = 1;
const HABIT_TIMES = 3;
const HABIT_RANK = 500;

/**
 * Nothing says that these are own money, nor that they are not: "A SMITH HOUSEHOLD" in a joint account, "A Smith & B Jones" in one's
 * own. Once is chance; the same two payees, the same amount on the same day, three times over is one movement.
 */
const couldBeHabit = (out: Candidate, into: Candidate): boolean =>
  out.likeness === 'maybe' && into.likeness === 'maybe' && !areStrangers(out, into) && fitTogether(out, into);

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
      `SELECT moving.id, ${candidateColumns(db)} FROM bank_transaction t CROSS JOIN moving ON moving.minor = -t.minor
       LEFT JOIN payee ON payee.id = t.read_payee_id
       WHERE moving.account_id <> t.account_id AND moving.currency = t.currency AND t.day BETWEEN moving.low AND moving.high
         AND t.replaced_by IS NULL AND t.minor <> 0`,
    ).rows;
  } finally {
    db.execute('DROP TABLE temp.moving');
  }
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
  if (isSamePerson(personBeside(out, into), personBeside(into, out))) return BY_NAME;
  const savings = out.account.kind === 'savings' || into.account.kind === 'savings';
  return savings && !areStrangers(out, into) ? 3 : null;
}

/** A card's bill goes to a card; a pot is inside its account and has no other half, save on a savings account. */
function fitTogether(out: Candidate, into: Candidate): boolean {
  const isBill = [out, into].some(({ reading }) => reading.movement === 'card-payment');
  if (isBill && into.account.kind !== 'card' && into.account.kind !== 'unknown') return false;
  const pots = [out, into].filter(({ text, reading }) => /\bpots?\b|\bpocket\b/i.test(`${text} ${reading.name}`));
  return pots.length !== 1 || out.account.kind === 'savings' || into.account.kind === 'savings';
}

const isTitle = (word: string): boolean => /^(?:MR|MRS|MS|MISS|DR)$/.test(word);

/** MISS A BYRD and Ada Byrd are one; Ada Byrd and Tom Byrd are two. */
export const isSamePerson = (a: string, b: string): boolean => peopleOf(a).some((one) => peopleOf(b).some((two) => isSame(one, two)));

/** BYRD J is J BYRD. */
const givenFirst = (words: string[]): string[] =>
  words.length > 1 && words.at(-1)?.length === 1 ? [...words.slice(-1), ...words.slice(0, -1)] : words;

function isSame(a: string, b: string): boolean {
  const [one, two] = [a, b].map((name) => givenFirst(matchWords(name).filter((word) => !isTitle(word))));
  const family = one?.at(-1);
  if (!one || !two || family === undefined || family.length < 2 || family !== two.at(-1)) return false;
  const [first = '', second = ''] = [one[0], two[0]];
  return first === second || ((first.length === 1 || second.length === 1) && first.charAt(0) === second.charAt(0));
}

/** "A SMITH MONZO" where the other half lies at Monzo is A SMITH: people call a payee by the bank that the money goes to. */
function personBeside({ reading }: Candidate, { account }: Candidate): string {
  const words = matchWords(reading.name);
  const own = words.filter((word) => !account.bank.includes(word));
  return own.length > 1 && own.length < words.length ? own.join(' ') : reading.name;
}

/** Two different people: what one was paid and another sent is no transfer. */
function areStrangers(out: Candidate, into: Candidate): boolean {
  if (out.reading.isPerson && into.reading.isPerson) return !isSamePerson(personBeside(out, into), personBeside(into, out));
  return (isByPhone(out) || isByPhone(into)) && out.likeness !== 'own' && into.likeness !== 'own';
}

/** Services by which people pay one another. */
const isByPhone = ({ text, reading }: Candidate): boolean => reading.isPerson && /zelle|venmo|cash app|bizum|tikkie/i.test(text);

/** A friend whom one paid and who paid back stands on both sides too. One's own name has halves nearly always, a friend's now and then. */
function withoutFriends(possible: Possible[], moving: readonly Candidate[], mine: readonly string[]): Possible[] {
  const doubtful = new Set(possible.flatMap(({ person }) => person ?? []));
  if (doubtful.size === 0) return possible;
  const rows = new Map<string, number>();
  // What is own money by other signs ("Sparen Tagesgeld") neither speaks for a friend nor against one.
  const proved = new Set(possible.flatMap(({ outId, inId, person }) => (person === null ? [outId, inId] : [])));
  for (const { id, reading } of moving) if (reading.isPerson && !proved.has(id)) rows.set(reading.name, (rows.get(reading.name) ?? 0) + 1);
  const isOwn = (name: string): boolean => {
    if (mine.some((each) => isSamePerson(each, name))) return true;
    const pairs = possible.filter(({ person }) => person !== null && isSamePerson(person, name));
    const halves = 2 * Math.min(new Set(pairs.map(({ outId }) => outId)).size, new Set(pairs.map(({ inId }) => inId)).size);
    return halves >= OWN_SHARE * [...rows].reduce((sum, [each, count]) => sum + (isSamePerson(each, name) ? count : 0), 0);
  };
  const own = new Map([...doubtful].map((name) => [name, isOwn(name)]));
  return possible.filter(({ person }) => person === null || own.get(person) === true);
}

const OWN_SHARE = 0.8;

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
