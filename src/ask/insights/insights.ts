// What changed of late, found unasked: new regular payments, dearer ones, the same charged twice, large ones, gaps in statements.
// Each is one SELECT around the compiled plan of the question that finds the same, and comes with the rows it speaks of. First the
// payees it can be of are found by their index, since most of a ledger has not changed; between its queries the reader can give way.
import { addDays, type Day } from '../../base/days.ts';
import type { ReadableDatabase, SqlValue } from '../../ledger/database.ts';
import { statementGaps } from '../../ledger/statement-gaps.ts';
import type { Evidence } from '../answer/answer.ts';
import type { Scope } from '../plan/plan.ts';
import { oneRange } from '../spans/dates/period.ts';
import { compile } from '../sql/compile.ts';

interface Noted {
  /** Names it for good: what the person puts away stays away, also after the file was imported anew. */
  key: string;
  /** The day it is of; the list is newest first. */
  day: Day;
}

export type Insight = Noted &
  (
    | { kind: 'new'; payee: string; minor: number; currency: string; since: Day; everyDays: number; rows: RowsOf }
    | { kind: 'dearer'; payee: string; before: number; minor: number; currency: string; rows: RowsOf }
    | { kind: 'twice'; payee: string; minor: number; currency: string; times: number; rows: RowsOf }
    | { kind: 'large'; payee: string; minor: number; currency: string; rows: RowsOf }
    /** Both days included. */
    | { kind: 'gap'; account: string; from: Day; to: Day }
  );

/** Where the rows are read from: SQL for the ledger's evidence. */
export type RowsOf = Pick<Evidence, 'sql' | 'params'>;

/** How far back "of late" reaches from the last row, in days. */
const OF_LATE = 92;
/** A payment is new while its first one is at most this old, and only where the account was known for a while before it. */
const NEW_FOR = 124;
const KNOWN_BEFORE = 45;
/** Who charges the same twice on more days than this does so as a habit: tickets, coffees. */
const HABIT = 2;
const MOST = 40;

/** What each step found; the last one all of it, newest first. Whoever reads may let a question go first between two steps. */
export function* insightSteps(db: ReadableDatabase, today: Day): Generator<undefined, Insight[]> {
  const last = db.query('SELECT max(day) FROM posting WHERE day <= ?', [today]).rows[0]?.[0];
  if (typeof last !== 'string') return [];
  const from = addDays(last, -OF_LATE);
  const currencies = db.query(`SELECT DISTINCT currency FROM posting WHERE day >= ? AND day <= ? AND flow = 'expense'`, [from, last]).rows;
  const found: Insight[] = [];
  for (const [currency] of currencies) {
    const late: Late = { db, from, last, currency: String(currency) };
    yield;
    const twice = chargedTwice(late);
    yield;
    const dearer = grewDearer(late);
    yield;
    const fresh = newRegulars(late);
    yield;
    const told = new Set([...twice, ...dearer].map(sameCharge));
    found.push(...twice, ...dearer, ...fresh, ...large(late).filter((one) => !told.has(sameCharge(one))));
  }
  yield;
  return [...found, ...gaps(db, from)].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.key < b.key ? -1 : 1)).slice(0, MOST);
}

/** All of it at once. */
export function readInsights(db: ReadableDatabase, today: Day): Insight[] {
  const steps = insightSteps(db, today);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

interface Late {
  db: ReadableDatabase;
  /** Both included. */
  from: Day;
  last: Day;
  currency: string;
}

const sameCharge = ({ day, payee, minor }: { day: Day; payee: string; minor: number }) => `${day} ${payee} ${minor}`;
const everything = (currency: string): Scope => ({ flow: 'purchases', period: null, where: [], currency });
const lately = ({ currency, from, last }: Late): Scope => ({ ...everything(currency), period: oneRange(from, addDays(last, 1), 'other') });
const among = (scope: Scope, payees: readonly number[]): Scope => ({
  ...scope,
  where: [...scope.where, { by: 'subject', any: [{ words: '', payees, categories: [], loose: [], what: 'payee' }], not: false }],
});
const idsOf = (db: ReadableDatabase, sql: string, params: SqlValue[]): number[] => db.query(sql, params).rows.map(([id]) => Number(id));
/** Payments to one payee, read by its index. */
const PAID = `posting INDEXED BY posting_payee WHERE payee_id = payee.id AND flow = 'expense' AND minor < 0 AND currency = ?`;
const keyOf = (...parts: (string | number)[]) => parts.join('|');

const ROWS = `SELECT transaction_id, day, (SELECT name FROM payee WHERE id = payee_id) AS payee, (SELECT name FROM category WHERE id = category_id) AS category,
  (SELECT name FROM account WHERE id = account_id) AS account, minor, currency
FROM posting
WHERE payee_id = (SELECT id FROM payee WHERE name = ?) AND flow = 'expense' AND minor < 0 AND currency = ?`;

const rowsOf = (payee: string, currency: string, more = '', params: SqlValue[] = []): RowsOf => ({
  sql: `${ROWS}${more}\nORDER BY day DESC, id DESC`,
  params: [payee, currency, ...params],
});

function chargedTwice(late: Late): Extract<Insight, { kind: 'twice' }>[] {
  const { db, from, last, currency } = late;
  const span = { firstDay: from, today: last };
  const ofLate = compile({ ask: 'duplicates', scope: lately(late) }, span);
  const payees = idsOf(db, `SELECT id FROM payee WHERE name IN (SELECT payee FROM (${ofLate.sql}))`, ofLate.params);
  if (payees.length === 0) return [];
  const { sql, params } = compile({ ask: 'duplicates', scope: among(everything(currency), payees) }, span);
  return db
    .query(
      `WITH found AS (SELECT day, payee, amount, count(*) AS times FROM (${sql}) GROUP BY day, payee, amount)
SELECT day, payee, amount, times FROM found
WHERE day >= ? AND day <= ? AND (SELECT count(DISTINCT day) FROM found AS habit WHERE habit.payee = found.payee) <= ${HABIT}`,
      [...params, from, last],
    )
    .rows.map(([day, payee, minor, times]) => ({
      kind: 'twice',
      key: keyOf('twice', String(payee), String(day), Number(minor), currency),
      day: String(day),
      payee: String(payee),
      minor: Number(minor),
      currency,
      times: Number(times),
      rows: rowsOf(
        String(payee),
        currency,
        ` AND day = ? AND minor = ?
  AND account_id IN (SELECT twin.account_id FROM posting AS twin WHERE twin.payee_id = posting.payee_id AND twin.day = posting.day
    AND twin.minor = posting.minor AND twin.currency = posting.currency GROUP BY 1 HAVING count(*) > 1)`,
        [String(day), -Number(minor)],
      ),
    }));
}

/** A price that stood for at least three payments and has risen since, to where it stands now. */
function grewDearer(late: Late): Extract<Insight, { kind: 'dearer' }>[] {
  const { db, from, last, currency } = late;
  const payees = idsOf(
    db,
    `SELECT posting.payee_id FROM payee CROSS JOIN posting ON posting.id IN (SELECT id FROM ${PAID} ORDER BY day DESC, id DESC LIMIT 6)
GROUP BY 1 HAVING count(DISTINCT minor) = 2 AND max(day) >= ?`,
    [currency, from],
  );
  if (payees.length === 0) return [];
  const scope = among(lately(late), payees);
  const { sql, params } = compile({ ask: 'price-change', want: 'list', scope }, { firstDay: from, today: last });
  return db
    .query(
      `WITH risen AS MATERIALIZED (SELECT day, payee, before, amount FROM (${sql})),
paid AS (
  SELECT payee.name AS payee, posting.day, -minor AS amount, row_number() OVER (PARTITION BY payee_id ORDER BY posting.day DESC, posting.id DESC) AS place
  FROM posting JOIN payee ON payee.id = payee_id
  WHERE flow = 'expense' AND minor < 0 AND currency = ? AND payee.name IN (SELECT payee FROM risen)
),
prices AS (SELECT payee, count(DISTINCT amount) AS prices, julianday(max(day)) - julianday(min(day)) AS days FROM paid WHERE place <= 6 GROUP BY payee)
SELECT risen.day, risen.payee, risen.before, risen.amount
FROM risen JOIN prices USING (payee)
WHERE prices = 2 AND days >= 30
  AND (SELECT amount FROM paid WHERE paid.payee = risen.payee AND place = 1) = risen.amount
  AND (SELECT count(*) FROM paid WHERE paid.payee = risen.payee AND paid.amount = risen.before AND paid.day < risen.day) >= 3`,
      [...params, currency],
    )
    .rows.map(([day, payee, before, minor]) => ({
      kind: 'dearer',
      key: keyOf('dearer', String(payee), String(day), Number(minor), currency),
      day: String(day),
      payee: String(payee),
      before: Number(before),
      minor: Number(minor),
      currency,
      rows: rowsOf(String(payee), currency),
    }));
}

function newRegulars({ db, from, last, currency }: Late): Extract<Insight, { kind: 'new' }>[] {
  const since = addDays(last, -NEW_FOR);
  const payees = idsOf(db, `SELECT id FROM payee WHERE (SELECT day FROM ${PAID} ORDER BY day LIMIT 1) >= ?`, [currency, since]);
  if (payees.length === 0) return [];
  const scope = among(everything(currency), payees);
  const { sql, params } = compile({ ask: 'subscriptions', want: 'list', scope }, { firstDay: from, today: last });
  return db
    .query(
      `WITH steady AS MATERIALIZED (SELECT payee, amount, last FROM (${sql})),
opened AS MATERIALIZED (SELECT account_id, min(day) AS known FROM day_total GROUP BY account_id),
began AS (
  SELECT steady.payee, amount, last, min(day) AS since, count(*) AS times, count(DISTINCT minor) AS prices, account_id
  FROM steady CROSS JOIN payee ON payee.name = steady.payee CROSS JOIN posting ON payee_id = payee.id AND flow = 'expense' AND minor < 0 AND currency = ?
  GROUP BY payee
)
SELECT payee, amount, last, since, (julianday(last) - julianday(since)) / (times - 1) FROM began JOIN opened USING (account_id)
WHERE times >= 3 AND prices <= 2 AND since >= ? AND julianday(since) - julianday(known) >= ${KNOWN_BEFORE}`,
      [...params, currency, since],
    )
    .rows.map(([payee, minor, day, since, everyDays]) => ({
      kind: 'new',
      key: keyOf('new', String(payee), currency),
      day: String(day),
      payee: String(payee),
      minor: Number(minor),
      currency,
      since: String(since),
      everyDays: Number(everyDays),
      rows: rowsOf(String(payee), currency),
    }));
}

function large(late: Late): Extract<Insight, { kind: 'large' }>[] {
  const { db, from, last, currency } = late;
  const { sql, params } = compile({ ask: 'unusual', scope: lately(late) }, { firstDay: from, today: last });
  return db.query(sql, params).rows.map(([day, payee, minor]) => ({
    kind: 'large',
    key: keyOf('large', String(payee), String(day), Number(minor), currency),
    day: String(day),
    payee: String(payee),
    minor: Number(minor),
    currency,
    rows: rowsOf(String(payee), currency, ' AND day = ? AND minor = ?', [String(day), -Number(minor)]),
  }));
}

/** Between two statements of an account. */
function gaps(db: ReadableDatabase, since: Day): Insight[] {
  return statementGaps(db).flatMap(({ account, from, until }): Insight[] => {
    if (from === null || until === null || until < since) return [];
    const to = addDays(until, -1);
    return [{ kind: 'gap', key: keyOf('gap', account, from, to), day: to, account, from, to }];
  });
}
