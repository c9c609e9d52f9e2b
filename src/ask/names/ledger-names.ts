// What this ledger can be asked about: its days, currencies, accounts, categories and payees, with an index over the names.
// Read once for each revision of the ledger and kept as long as its database.
import type { Day } from '../../base/days.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import { PAID_BY, paidBySql, type PaidBy } from '../../ledger/paid-by.ts';
import { statementGaps, type StatementGap } from '../../ledger/statement-gaps.ts';
import { nameWords, squash, stem } from './keys.ts';
import { soundOf } from '../../base/sound.ts';
import { noTexts, readTexts } from './texts.ts';
import type { TextIndex } from './texts.ts';

export interface PayeeName {
  id: number;
  name: string;
  kind: string | null;
  /** How many postings. */
  count: number;
  words: readonly string[];
}

export interface AccountName {
  id: number;
  name: string;
  institution: string | null;
  number: string | null;
  currency: string;
  kind: string;
  /** Names of the files it came from, without their endings. */
  files: readonly string[];
  /** Categories that its export gives. */
  categories: ReadonlySet<number>;
  /** Money that came in and was no transfer, beside money out. */
  hasIncome: boolean;
}

export interface LedgerNames {
  revision: string;
  firstDay: Day | null;
  lastDay: Day | null;
  homeCurrency: string;
  currencies: string[];
  hasIncome: boolean;
  accounts: AccountName[];
  /** Days of them that no statement covers. */
  gaps: readonly StatementGap[];
  categories: { id: number; name: string }[];
  payees: Map<number, PayeeName>;
  /** Names run together, and without what companies add to theirs. */
  bySquash: Map<string, number[]>;
  /** Stems of words of names; of descriptors too, which count less. */
  byWord: Map<string, number[]>;
  byDescriptorWord: Map<string, number[]>;
  /** Sound of a stem -> stems. */
  bySound: Map<string, string[]>;
  byKind: Map<string, number[]>;
  /**
   * Payees paid at a steady monthly pace in nearly equal amounts, with the highest of their latest amounts in minor units. Read from
   * the rows when it is first asked for: few questions do.
   */
  readonly steady: ReadonlyMap<number, number>;
  /** Who only ever pays in, again and again, and a good part of all that comes in: whom one works for, where nothing says wages. */
  readonly earners: ReadonlySet<number>;
  /** Ways of paying that these statements tell. Looked for when it is first asked. */
  readonly tellsPaidBy: ReadonlySet<PaidBy>;
  /** Payees whose every row is money moved between own accounts, with the account that it was paired with, where all of it was with one. */
  moved: Map<number, number | null>;
  /** Payees whose money came in more than once. */
  payers: Set<number>;
  /** Payees to whom nothing was ever paid: all that they have is money that came in. */
  givers: Set<number>;
  /** The bank's own words and the memos; empty in a ledger with tens of thousands of payees. */
  texts: TextIndex;
  /** Category -> payees with rows in it; null stands for rows without one. */
  payeesIn: Map<number | null, Set<number>>;
}

const push = <K>(map: Map<K, number[]>, key: K, id: number): void => {
  const list = map.get(key);
  if (!list) map.set(key, [id]);
  else if (list[list.length - 1] !== id) list.push(id);
};

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const orNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** Payee of one side of each pair, account of the other; only payees that stand for one account. */
const OTHER_SIDE = `SELECT here.payee_id, min(there.account_id)
FROM transfer t
JOIN posting here ON here.transaction_id IN (t.out_id, t.in_id)
JOIN posting there ON there.transaction_id = CASE here.transaction_id WHEN t.out_id THEN t.in_id ELSE t.out_id END
GROUP BY here.payee_id HAVING min(there.account_id) = max(there.account_id)`;

function readPayees(db: ReadableDatabase, names: LedgerNames): void {
  const counts = new Map<number, number>();
  const uses = `SELECT payee_id, count(*), min(flow = 'transfer'), sum(flow = 'income'), min(flow = 'income') FROM posting GROUP BY payee_id`;
  for (const [id, count, moved, paid, gives] of db.query(uses).rows) {
    counts.set(Number(id), Number(count));
    if (Number(paid) > 1) names.payers.add(Number(id));
    if (gives === 1) names.givers.add(Number(id));
    if (moved === 1) names.moved.set(Number(id), null);
  }
  for (const [payee, account] of db.query(OTHER_SIDE).rows)
    if (names.moved.has(Number(payee))) names.moved.set(Number(payee), Number(account));
  const sounds = new Set<string>();
  // A payee that the person renamed is found by the name that the bank gives it, too.
  for (const [rawId, rawName, rawKind, shownAs] of db.query('SELECT id, name, kind, shown_as FROM payee').rows) {
    const id = Number(shownAs ?? rawId);
    const count = counts.get(id) ?? 0;
    if (count === 0) continue;
    const name = text(rawName);
    const words = nameWords(name);
    if (shownAs === null) names.payees.set(id, { id, name, kind: orNull(rawKind), count, words });
    push(names.bySquash, squash(name), id);
    if (words[0] === 'the') push(names.bySquash, words.slice(1).join(''), id);
    if (rawKind !== null) push(names.byKind, text(rawKind), id);
    for (const word of words) {
      const key = stem(word);
      push(names.byWord, key, id);
      if (!sounds.has(key)) sounds.add(key);
    }
  }
  for (const word of sounds) {
    const sound = soundOf(word);
    const list = names.bySound.get(sound);
    if (list) list.push(word);
    else names.bySound.set(sound, [word]);
  }
}

/** Payees of a person's ledger have few descriptors; a ledger with tens of thousands of payees gains nothing from them. */
const DESCRIPTORS_UP_TO = 5_000;

function readDescriptors(db: ReadableDatabase, names: LedgerNames): void {
  if (names.payees.size > DESCRIPTORS_UP_TO) return;
  const { index, payeesIn } = readTexts(db);
  names.texts = index;
  names.payeesIn = payeesIn;
  for (const [word, places] of names.texts.byWord)
    for (const at of places) {
      const payee = names.texts.texts[at]?.payee;
      if (payee !== undefined) push(names.byDescriptorWord, word, payee);
    }
}

/** The last six payments, 26 to 33 days apart, within a tenth of their mean. Only seven rows a payee are read, by its index. */
function readSteady(db: ReadableDatabase, { payees }: LedgerNames): Map<number, number> {
  if (payees.size > DESCRIPTORS_UP_TO) return new Map();
  const sql = `WITH latest AS (
  SELECT payee.id AS payee_id, posting.id, posting.day, -posting.minor AS amount
  FROM payee JOIN posting ON posting.id IN (
    SELECT id FROM posting WHERE payee_id = payee.id AND flow = 'expense' AND minor < 0 ORDER BY day DESC, id DESC LIMIT 7)
), paid AS (
  SELECT payee_id, amount, julianday(day) - julianday(lag(day) OVER (PARTITION BY payee_id ORDER BY day, id)) AS gap,
         row_number() OVER (PARTITION BY payee_id ORDER BY day DESC, id DESC) AS place
  FROM latest
)
SELECT payee_id, max(amount) FROM paid WHERE place <= 6 GROUP BY payee_id
HAVING count(*) >= 3 AND min(gap) >= 26 AND max(gap) <= 33 AND max(amount) <= 1.2 * min(amount)`;
  return new Map(db.query(sql).rows.map(([id, amount]) => [Number(id), Number(amount)]));
}

/** What comes so, comes from no employer. */
const NO_WAGES = [
  'interest',
  'benefit',
  'pension',
  'tax',
  'investment',
  'transfer',
  'person',
  'payments',
  'gambling',
  'lottery',
  'bank',
  'shopping',
];

/** At least four payments, 5 to 35 days apart on average, that make a tenth of all income. */
function readEarners(db: ReadableDatabase, { givers, payees, homeCurrency }: LedgerNames): Set<number> {
  if (payees.size > DESCRIPTORS_UP_TO || givers.size === 0) return new Set();
  const sql = `SELECT payee_id, sum(minor), (julianday(max(day)) - julianday(min(day))) / (count(*) - 1)
FROM posting WHERE flow = 'income' AND currency = ? GROUP BY payee_id HAVING count(*) >= 4`;
  const { rows } = db.query(sql, [homeCurrency]);
  const all = Number(db.query(`SELECT sum(minor) FROM posting WHERE flow = 'income' AND currency = ?`, [homeCurrency]).rows[0]?.[0] ?? 0);
  return new Set(
    rows.flatMap(([id, sum, pace]) => {
      const steady = Number(pace) >= 5 && Number(pace) <= 35 && Number(sum) * 10 >= all;
      return steady && givers.has(Number(id)) && !NO_WAGES.includes(payees.get(Number(id))?.kind ?? '') ? [Number(id)] : [];
    }),
  );
}

const readPaidBy = (db: ReadableDatabase): Set<PaidBy> =>
  new Set(
    PAID_BY.filter(
      (how) => db.query(`SELECT EXISTS (SELECT 1 FROM bank_transaction AS told WHERE ${paidBySql('told', how)})`).rows[0]?.[0] === 1,
    ),
  );

function homeCurrencyOf(db: ReadableDatabase, fallback: string): string {
  const chosen = db.query(`SELECT value FROM setting WHERE name = 'home-currency'`).rows[0]?.[0];
  if (typeof chosen === 'string') {
    const parsed: unknown = JSON.parse(chosen);
    if (typeof parsed === 'string') return parsed;
  }
  return fallback;
}

function fileNames(db: ReadableDatabase): Map<number, string[]> {
  const files = new Map<number, string[]>();
  const sql =
    'SELECT a.id, s.file_name FROM statement s JOIN account a ON EXISTS (SELECT 1 FROM bank_transaction t WHERE t.statement_id = s.id AND t.account_id = a.id)';
  for (const [id, name] of db.query(sql).rows)
    files.set(Number(id), [...(files.get(Number(id)) ?? []), text(name).replace(/\.[a-z0-9]{1,5}$/i, '')]);
  return files;
}

interface AccountUse {
  categories: Set<number>;
  hasIncome: boolean;
}

function accountUses(db: ReadableDatabase): Map<number, AccountUse> {
  const uses = new Map<number, AccountUse>();
  const sql = `SELECT account_id, category_id, max(flow = 'income') FROM day_total GROUP BY account_id, category_id`;
  for (const [account, category, income] of db.query(sql).rows) {
    const use = uses.get(Number(account)) ?? { categories: new Set(), hasIncome: false };
    if (category !== null) use.categories.add(Number(category));
    if (income === 1) use.hasIncome = true;
    uses.set(Number(account), use);
  }
  return uses;
}

export function readNames(db: ReadableDatabase, revision: string): LedgerNames {
  const span = db.query('SELECT (SELECT min(day) FROM posting), (SELECT max(day) FROM posting)').rows[0] ?? [];
  const currencies = db
    .query('SELECT currency, sum(rows) FROM day_total GROUP BY currency ORDER BY 2 DESC')
    .rows.map(([currency]) => text(currency));
  const files = fileNames(db);
  const uses = accountUses(db);
  let steady: Map<number, number> | null = null;
  let told: Set<PaidBy> | null = null;
  let earners: Set<number> | null = null;
  const names: LedgerNames = {
    revision,
    firstDay: orNull(span[0]),
    lastDay: orNull(span[1]),
    homeCurrency: homeCurrencyOf(db, currencies[0] ?? 'USD'),
    currencies,
    hasIncome: db.query(`SELECT EXISTS (SELECT 1 FROM day_total WHERE flow = 'income')`).rows[0]?.[0] === 1,
    accounts: db
      .query('SELECT id, name, institution, number, currency, kind FROM account ORDER BY id')
      .rows.filter(([id]) => uses.has(Number(id)) || files.has(Number(id))) // one whose imports were taken back may wait for its rows
      .map(([id, name, institution, number, currency, kind]) => ({
        id: Number(id),
        name: text(name),
        institution: orNull(institution),
        number: orNull(number),
        currency: text(currency),
        kind: text(kind),
        files: files.get(Number(id)) ?? [],
        categories: uses.get(Number(id))?.categories ?? new Set(),
        hasIncome: uses.get(Number(id))?.hasIncome ?? false,
      })),
    gaps: statementGaps(db),
    categories: db.query('SELECT id, name FROM category ORDER BY name').rows.map(([id, name]) => ({ id: Number(id), name: text(name) })),
    payees: new Map(),
    bySquash: new Map(),
    byWord: new Map(),
    byDescriptorWord: new Map(),
    bySound: new Map(),
    byKind: new Map(),
    get steady() {
      steady ??= readSteady(db, names);
      return steady;
    },
    get earners() {
      earners ??= readEarners(db, names);
      return earners;
    },
    get tellsPaidBy() {
      told ??= readPaidBy(db);
      return told;
    },
    moved: new Map(),
    payers: new Set(),
    givers: new Set(),
    texts: noTexts,
    payeesIn: new Map(),
  };
  readPayees(db, names);
  readDescriptors(db, names);
  return names;
}

const kept = new WeakMap<object, LedgerNames>();

/** The names of this database as it stands. */
export function namesOf(db: ReadableDatabase): LedgerNames {
  const revision = JSON.stringify(
    db.query(
      `SELECT (SELECT value FROM setting WHERE name = 'revision'), (SELECT max(id) FROM posting), (SELECT value FROM setting WHERE name = 'home-currency')`,
    ).rows,
  );
  const known = kept.get(db);
  if (known?.revision === revision) return known;
  const names = readNames(db, revision);
  kept.set(db, names);
  return names;
}
