// What the person said of rows that move own money, or do not; it stands above everything that words and amounts tell.
import { rowOfKey, type SaidOfRow } from '../acts/said.ts';
import type { Database } from '../database.ts';
import type { Pair } from './pair-transfers.ts';

export interface SaidFlows {
  /** Rows of which something was said. */
  all: ReadonlySet<number>;
  transfers: readonly number[];
  pairs: readonly Pair[];
}

export function readSaidFlows(db: Database): SaidFlows {
  // A posted row takes over what was said of the pending one that gave way to it.
  const { rows } = db.query(
    `SELECT ifnull(n.id, t.id), ifnull(n.minor, t.minor), value FROM said_row AS s
     CROSS JOIN bank_transaction AS t ON t.account_id = s.account_id AND t.fingerprint = s.fingerprint AND t.occurrence = s.occurrence
     LEFT JOIN bank_transaction AS n ON n.id = t.replaced_by AND n.read_payee_id = t.read_payee_id
     WHERE what = 'flow' AND (t.replaced_by IS NULL OR n.id IS NOT NULL) ORDER BY t.replaced_by IS NULL, t.id`,
  );
  const said = new Map<number, { minor: number; flow: NonNullable<SaidOfRow['flow']> }>();
  for (const [id, minor, value] of rows) {
    said.set(Number(id), { minor: Number(minor), flow: JSON.parse(String(value)) as NonNullable<SaidOfRow['flow']> });
  }
  const pairs: Pair[] = [];
  const transfers: number[] = [];
  for (const [id, { minor, flow }] of said) {
    if (flow.is !== 'transfer') continue;
    transfers.push(id);
    const other = flow.with === null || minor > 0 ? null : rowOfKey(db, flow.with);
    const half = other === null ? undefined : said.get(other);
    if (other !== null && half?.flow.is === 'transfer' && half.minor > 0) pairs.push({ outId: id, inId: other });
  }
  return { all: new Set(said.keys()), transfers, pairs };
}
