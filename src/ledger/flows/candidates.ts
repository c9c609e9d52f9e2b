// The rows whose flow the sign alone does not tell: all money in, and money out whose payee speaks of a transfer. Each with what its
// words say and how strongly they say that it is own money moving.
import { dayNumber } from '../../base/days.ts';
import type { Database, SqlValue } from '../database.ts';
import { isGivenName } from '../payees/looks-like-person.ts';
import { readDescriptor, speaksOfPay, type DescriptorReading } from '../payees/read-payee.ts';
import { mentionsBank, namesAccountThere, namesBank, namesNumber, namesTitle, type OwnAccount } from './own-accounts.ts';

/** own: certainly own money moving. maybe: could be the other half of a transfer. never: a shop, wages, interest, a fee. */
export type Likeness = 'own' | 'maybe' | 'never';

export interface Candidate {
  id: number;
  account: OwnAccount;
  /** Days since 1970-01-01. */
  dayNumber: number;
  minor: number;
  currency: string;
  payeeId: number;
  payeeKind: string | null;
  text: string;
  reading: DescriptorReading;
  likeness: Likeness;
  /** 'never' only because the words say what people pay for together: rent, a mortgage, insurance, a loan. */
  isTowards: boolean;
  /** Speaks of money set apart inside an account. */
  isPot: boolean;
}

const PAGE = 20_000;
/** Payees that money goes to without being spent, or whose rows may be halves of a transfer. */
const MOVING_KINDS = ['transfer', 'card-payment', 'investment', 'bank', 'person', 'payments'];

/** Notes beside an unknown name that may say so. */
const MOVING_NOTES = ['%transfer%', '%umbuchung%', '%bertrag%', '%spar%', '%saving%', '%kreditkarte%', '%livret%', '%card%'];

/** Once a payee is shown under another name, the payee is that of the posting: bought there and given back there are one. */
export function candidateColumns(db: Database): string {
  const payee = hasRenames(db)
    ? 'ifnull((SELECT payee_id FROM posting WHERE transaction_id = t.id LIMIT 1), t.read_payee_id)'
    : 't.read_payee_id';
  return `t.id, t.account_id, t.day, t.minor, t.currency, ${payee}, payee.kind, t.descriptor, t.memo, t.kind, ${paidAs(db)}`;
}

const hasRenames = (db: Database): boolean =>
  db.query('SELECT EXISTS (SELECT 1 FROM payee WHERE shown_as IS NOT NULL) OR EXISTS (SELECT 1 FROM rule WHERE payee IS NOT NULL)')
    .rows[0]?.[0] === 1;

/** Whether the file calls it pay. That it calls money in income says little: banks put that on whatever comes. */
function paidAs(db: Database): string {
  const { rows } = db.query('SELECT id, name FROM category');
  const pay = rows.filter(([, name]) => speaksOfPay(String(name))).map(([id]) => Number(id));
  return pay.length > 0 ? `t.minor > 0 AND t.read_category_id IN (${pay.join(', ')})` : '0';
}

/** Of a payee whose rows may be halves of transfers; the kinds, then the ids of payees beside them. */
const BY_PAYEE = `IN (SELECT id FROM payee WHERE kind IN (${MOVING_KINDS.map(() => '?').join(', ')}) UNION SELECT value FROM json_each(?))`;
/** A note beside an unknown name that may say so. */
const BY_NOTE = `memo IS NOT NULL AND (read_payee_id IS NULL OR read_payee_id IN (SELECT id FROM payee WHERE kind IS NULL))
  AND (${MOVING_NOTES.map(() => 'memo LIKE ?').join(' OR ')})`;

/** Pages through the candidates, so that a million rows never stand in memory at once. */
export function* readCandidates(db: Database, accounts: ReadonlyMap<number, OwnAccount>): Generator<Candidate> {
  const byPayee = [...MOVING_KINDS, JSON.stringify(payeesOfAccounts(db, accounts))];
  db.execute('CREATE TEMP TABLE looked_at (id INTEGER PRIMARY KEY)');
  try {
    lookAt(db, byPayee);
    const sql = `SELECT ${candidateColumns(db)} FROM looked_at CROSS JOIN bank_transaction t ON t.id = looked_at.id
      LEFT JOIN payee ON payee.id = t.read_payee_id
      WHERE looked_at.id > ? AND (t.minor > 0 OR t.read_payee_id ${BY_PAYEE} OR (${BY_NOTE})) AND t.replaced_by IS NULL
      ORDER BY looked_at.id LIMIT ${PAGE}`;
    for (let after = 0; ;) {
      const { rows } = db.query(sql, [after, ...byPayee, ...MOVING_NOTES]);
      for (const row of rows) {
        const candidate = toCandidate(row, accounts);
        if (candidate) yield candidate;
        after = Number(row[0]);
      }
      if (rows.length < PAGE) return;
    }
  } finally {
    db.execute('DROP TABLE temp.looked_at');
  }
}

/**
 * Gathers the rows that may be candidates, and some that are none: found by the amounts and the payees of their postings, where these stand
 * under the payees as they were read, for to look at every row of the bank took most of the time of a small import.
 */
function lookAt(db: Database, byPayee: readonly SqlValue[]): void {
  if (hasRenames(db)) {
    db.execute('INSERT INTO looked_at SELECT id FROM bank_transaction');
    return;
  }
  db.execute('INSERT OR IGNORE INTO looked_at SELECT transaction_id FROM posting INDEXED BY posting_size WHERE minor > 0');
  db.execute(
    `INSERT OR IGNORE INTO looked_at SELECT transaction_id FROM posting INDEXED BY posting_payee WHERE payee_id ${BY_PAYEE}`,
    byPayee,
  );
  db.execute(`INSERT OR IGNORE INTO looked_at SELECT id FROM bank_transaction WHERE ${BY_NOTE}`, MOVING_NOTES);
}

/** Payees that are one of one's own accounts by its name, or one that saves, whatever their kind. */
function payeesOfAccounts(db: Database, accounts: ReadonlyMap<number, OwnAccount>): number[] {
  const titled = [...accounts.values()].filter(({ title }) => title.length > 0);
  const { rows } = db.query('SELECT id, name FROM payee');
  const isOurs = (name: string) => SAVING_ACCOUNT.test(name) || titled.some((account) => namesTitle(name, account));
  return rows.filter(([, name]) => isOurs(String(name))).map(([id]) => Number(id));
}

/** Reads a row of candidateColumns; null for one whose account is gone. */
export function toCandidate(row: readonly SqlValue[], accounts: ReadonlyMap<number, OwnAccount>): Candidate | null {
  const [id, accountId, day, minor, currency, payeeId, payeeKind, descriptor, memo, kind, isPay] = row;
  const account = accounts.get(Number(accountId));
  if (!account) return null;
  const said = descriptor ? String(descriptor) : '';
  const note = memo === null || memo === undefined ? '' : String(memo);
  const read = withNote(readDescriptor(said || note, kind === null || kind === undefined ? null : String(kind)), said ? note : '');
  const reading = isPay === 1 ? { ...read, isPay: true } : read;
  const text = said && note ? `${said} ${note}` : said || note;
  const seed = {
    id: Number(id),
    account,
    dayNumber: dayNumber(String(day)),
    minor: Number(minor),
    currency: String(currency),
    payeeId: Number(payeeId),
    payeeKind: payeeKind === null || payeeKind === undefined ? null : String(payeeKind),
    text,
    reading,
  };
  return {
    ...seed,
    likeness: likenessOf(seed, accounts),
    isTowards: isTowards(seed),
    isPot: /\bpots?\b|\bpocket\b/i.test(`${text} ${reading.name}`),
  };
}

/** What the note beside a name adds where the name says nothing: "Habenzinsen", "Lohn 06/2026", "Umbuchung". */
function withNote(reading: DescriptorReading, note: string): DescriptorReading {
  if (note === '' || reading.movement !== null || reading.isBrand || reading.channel === 'card') return reading;
  const { movement } = readDescriptor(note, null);
  return { ...reading, movement: movement === 'check' || movement === 'cash' ? null : movement, isPay: reading.isPay || speaksOfPay(note) };
}

const NOT_OWN =
  /\b(?:loan|mortgage|insurance|interest|dividend|prize|payroll|salary|wages|bonus|reward|cash ?back|rent|tuition|refund|reversal|fee)\b/i;
const TOGETHER = /\b(?:loan|mortgage|insurance|rent)\b/gi;

const isTowards = ({ text, reading: { movement, isPay, channel, isBrand } }: Pick<Candidate, 'text' | 'reading'>): boolean =>
  movement === null &&
  !isPay &&
  !isBrand &&
  channel !== 'refund' &&
  channel !== 'card' &&
  NOT_OWN.test(text) &&
  !NOT_OWN.test(text.replace(TOGETHER, ''));

/** Companies that pay out what others paid: their "transfer" is income. */
const PAYS_OUT = new Set(['payments', 'lodging', 'ride', 'delivery', 'shopping', 'buy-now-pay-later']);

/** Banks that one has beside the first: money to or from them by name is one's own, whether their statements are here or not. */
const BESIDE = new Set(['Revolut', 'Monzo', 'Starling', 'Wise', 'N26', 'bunq', 'Marcus', 'Ally', 'American Express Savings']);

/** How banks call accounts that save; a shop called Saver has none of these words before it. */
const SAVING_ACCOUNT =
  /\b(?:instant(?: access)?|flex(?:ible)?(?: instant)?|regular|easy(?: access)?|limited access|fixed(?: rate)?|loyalty|bonus|online|notice|triple access|member|monthly|everyday|rainy day|start to save|goal)\s+(?:e-?)?(?:saver|savings)\b|\b(?:cash|lifetime|stocks and shares|fixed|instant) isa\b|\bsavings (?:account|a\/c|acc?t?)\b/i;

/** What premium bonds draw most, in pence: nobody takes out so little, and a prize is no money that one had. */
const PRIZES: ReadonlySet<number> = new Set([2500, 5000, 10_000]);

function likenessOf(
  { text, reading, account, minor }: Omit<Candidate, 'likeness' | 'isTowards' | 'isPot'>,
  accounts: ReadonlyMap<number, OwnAccount>,
): Likeness {
  const { movement, channel, isPay, isBrand, isPerson, kind, name } = reading;
  if (movement === 'transfer' || movement === 'card-payment') return 'own';
  if (movement !== null || isPay || channel === 'refund' || NOT_OWN.test(text)) return 'never';
  if (channel === 'payment' && account.kind === 'card' && minor > 0) return 'own';
  if (name === 'Premium Bonds' && PRIZES.has(minor)) return 'never';
  if (kind === 'investment') return 'own';
  if (isBank(kind) && namesBank(name, account)) return 'never'; // the account's own bank is no other account
  const others = [...accounts.values()].filter(({ id }) => id !== account.id);
  if (channel !== 'card' && others.some((other) => namesNumber(text, other))) return 'own';
  if (isBank(kind) && others.some((other) => namesBank(name, other))) return 'own';
  if (channel !== 'card' && others.some((other) => namesAccountThere(text, other))) return 'own';
  if (channel === 'bank' && !isBrand && !isPerson && others.some((other) => namesTitle(name, other))) return 'own';
  // Nobody buys at a bank: by card it is a top-up, by transfer one's own account there; a direct debit may be a loan.
  if (
    kind === 'bank' &&
    ((BESIDE.has(name) && (channel !== null || !isGivenName(name))) || (minor < 0 && (channel === 'card' || channel === 'bank')))
  )
    return 'own';
  // J BYRD SAVINGS: what a person sends to savings is the sender's own.
  if (reading.isPerson && channel === 'bank' && /\b(?:savings?|saver|isa)\b(?! club)/i.test(text)) return 'own';
  // FLEX INSTANT SAVER 0714/632118447, sent by transfer: what a bank calls an account that saves.
  if (channel === 'bank' && !isBrand && SAVING_ACCOUNT.test(text)) return 'own';
  // "PAYPAL INST XFER ETSY" where the wallet's own statements are here: what it took from the bank, if it says that it did.
  if (others.some((other) => isWallet(other) && mentionsBank(text, other))) return 'maybe';
  if (channel === 'card' || PAYS_OUT.has(kind ?? '') || (isBrand && kind !== 'bank')) return 'never';
  return 'maybe';
}

/** Takes from a bank what it pays with. */
const isWallet = ({ bank }: OwnAccount): boolean => WALLETS.has(bank.join(' '));
const WALLETS: ReadonlySet<string> = new Set(['PAYPAL', 'VENMO', 'CASH APP', 'SKRILL', 'ALIPAY']);

const isBank = (kind: string | null): boolean => kind === 'bank' || kind === 'payments' || kind === 'investment';
