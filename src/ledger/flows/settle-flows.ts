// Decides what each posting is: expense (a refund is a positive expense), income, or a transfer between own accounts. The sign decides
// most; words, accounts and amounts decide the rest. Over the whole ledger, and the same whatever the order of imports.
import type { Database } from '../database.ts';
import { readCandidates, type Candidate } from './candidates.ts';
import { readOwnAccounts, type OwnAccount } from './own-accounts.ts';
import { pairTransfers, type Pair } from './pair-transfers.ts';
import { readSaidFlows } from './said-flows.ts';
import { isSamePerson } from './same-person.ts';
import { isRefund, readBought } from './tell-refunds.ts';

/** Sets posting.flow and fills the table `transfer`. Runs in the caller's transaction where there is one. */
export function settleFlows(db: Database): void {
  const accounts = readOwnAccounts(db);
  const candidates = [...readCandidates(db, accounts)];
  const said = readSaidFlows(db);
  const moving = candidates.filter(({ id, likeness }) => likeness !== 'never' && !said.all.has(id));
  const mine = holdersOf(candidates, accounts);
  const towards = candidates.filter(({ id, likeness, isTowards }) => likeness === 'never' && isTowards && !said.all.has(id));
  const found = pairTransfers(db, moving, accounts, { mine, said: said.all, towards });
  const pairs = [...said.pairs, ...found.pairs];
  const holders = [...mine, ...found.holders];
  // What one's own name sends or gets by bank transfer is own money even where the other account's statements are not here.
  const isMine = ({ reading }: Candidate) => reading.isPerson && holders.some((name) => isSamePerson(name, reading.name));
  const transfers = new Set(moving.filter((candidate) => candidate.likeness === 'own' || isMine(candidate)).map(({ id }) => id));
  for (const { outId, inId } of pairs) transfers.add(outId).add(inId);
  for (const id of said.transfers) transfers.add(id);
  write(db, transfers, refundsOf(db, candidates, transfers), pairs);
}

/** Names of the accounts' holders: an account's own name, or the INDN field of American wages. */
function holdersOf(candidates: readonly Candidate[], accounts: ReadonlyMap<number, OwnAccount>): string[] {
  const names = new Set([...accounts.values()].flatMap(({ holder }) => holder ?? []));
  for (const { reading, text } of candidates) {
    const field = reading.isPay ? /\bINDN:\s*([\p{L}' -]+)(?:,\s*([\p{L}' -]+))?\s+CO ID/u.exec(text) : null;
    if (field) names.add([field[2], field[1]].filter(Boolean).join(' ').trim());
  }
  return [...names].filter((name) => name.includes(' '));
}

function refundsOf(db: Database, candidates: readonly Candidate[], transfers: ReadonlySet<number>): number[] {
  const received = candidates.filter(({ id, minor }) => minor > 0 && !transfers.has(id));
  const bought = readBought(db, received);
  return received.filter((candidate) => isRefund(candidate, bought)).map(({ id }) => id);
}

/** Touches only rows whose flow changes: an index holds it, and rewriting a million of its entries takes seconds. */
function write(db: Database, transfers: ReadonlySet<number>, refunds: readonly number[], pairs: readonly Pair[]): void {
  db.execute('CREATE TEMP TABLE settled (id INTEGER PRIMARY KEY, flow TEXT NOT NULL)');
  try {
    const settle = db.prepare('INSERT INTO settled (id, flow) VALUES (?, ?)');
    for (const id of transfers) settle.run([id, 'transfer']);
    for (const id of refunds) settle.run([id, 'expense']);
    settle.close();
    const bySign = `CASE WHEN minor < 0 THEN 'expense' ELSE 'income' END`;
    db.execute(`UPDATE posting SET flow = ${bySign} WHERE flow <> ${bySign} AND transaction_id NOT IN (SELECT id FROM settled)`);
    db.execute(
      `UPDATE posting SET flow = (SELECT flow FROM settled WHERE id = transaction_id)
       WHERE transaction_id IN (SELECT id FROM settled) AND flow <> (SELECT flow FROM settled WHERE id = transaction_id)`,
    );
  } finally {
    db.execute('DROP TABLE temp.settled');
  }
  db.execute('DELETE FROM transfer');
  const pair = db.prepare('INSERT INTO transfer (out_id, in_id) VALUES (?, ?)');
  for (const { outId, inId } of pairs) pair.run([outId, inId]);
  pair.close();
}
