// The journal of acts: every value that an act changes, before and after, so that any act can be taken back at any time, in any order.
// Taken back, an act leaves the chain of a value: what a later act found there is then what this one had found.
import type { Database, SqlValue } from '../database.ts';
import { settleFlows } from '../flows/settle-flows.ts';
import { countChange, raiseRevision } from '../settings.ts';
import { refreshTotalsOn, watchTotals } from '../totals.ts';
import { ruleRows } from './rule-rows.ts';
import { readValue, rowOfKey, writeValue, type Aspect, type RuleValue } from './said.ts';
import { settleRows } from './settle-rows.ts';

export class Journal {
  /** Rows whose postings must be made anew. */
  readonly #touched = new Set<number>();
  #flowsMayChange = false;
  #rowsWentOrCame = false;
  changes = 0;

  constructor(
    private readonly db: Database,
    readonly actId: number,
  ) {}

  /** Sets a value, given as JSON, and notes what it was. Null is nothing. */
  change(about: string, what: Aspect, after: string | null): void {
    const before = readValue(this.db, about, what);
    if (before === after) return;
    this.db.execute(
      `INSERT INTO act_change (act_id, about, what, before, after) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (about, what, act_id) DO UPDATE SET after = excluded.after`,
      [this.actId, about, what, before, after],
    );
    this.changes += 1;
    this.#put(about, what, before, after);
  }

  /** Takes back every change of this act. */
  undo(): void {
    const { rows } = this.db.query('SELECT about, what, before FROM act_change WHERE act_id = ?', [this.actId]);
    for (const [about, what, before] of rows) this.#undoOne(String(about), String(what) as Aspect, before ?? null);
  }

  /** Rows went or came, beside what values say. */
  rowsChanged(ids: Iterable<number>): void {
    for (const id of ids) this.#touched.add(id);
    this.#rowsWentOrCame = true;
  }

  /** Brings postings, flows and totals after what was changed. */
  settle(): void {
    const { days, flowsMayChange } = settleRows(this.db, this.#touched);
    if (this.#rowsWentOrCame) {
      settleFlows(this.db);
      raiseRevision(this.db);
      return;
    }
    if (flowsMayChange || this.#flowsMayChange) {
      const totals = watchTotals(this.db, days);
      settleFlows(this.db);
      totals.refresh();
    } else refreshTotalsOn(this.db, days);
    countChange(this.db);
  }

  #undoOne(about: string, what: Aspect, before: SqlValue): void {
    const next = this.db.query(
      `SELECT act_id FROM act_change JOIN act ON act.id = act_id WHERE about = ? AND what = ? AND act_id > ? AND undone_at IS NULL
       ORDER BY act_id LIMIT 1`,
      [about, what, this.actId],
    ).rows[0]?.[0];
    if (typeof next === 'number') {
      this.db.execute('UPDATE act_change SET before = ? WHERE act_id = ? AND about = ? AND what = ?', [before, next, about, what]);
      return;
    }
    this.#put(about, what, readValue(this.db, about, what), before === null ? null : String(before));
  }

  #put(about: string, what: Aspect, now: string | null, after: string | null): void {
    this.#touch(about, what, now);
    writeValue(this.db, about, what, after);
    this.#touch(about, what, after);
  }

  #touch(about: string, what: Aspect, value: string | null): void {
    if (what === 'flow') this.#flowsMayChange = true;
    if (what === 'shown-as') this.#touchPayee(about, value);
    else if (what === 'rule') {
      for (const id of value === null ? [] : ruleRows(this.db, JSON.parse(value) as RuleValue)) this.#touched.add(id);
    } else if (what !== 'name') {
      const id = rowOfKey(this.db, about);
      if (id === null) return;
      this.#touched.add(id);
      const heir = this.db.query('SELECT replaced_by FROM bank_transaction WHERE id = ?', [id]).rows[0]?.[0];
      if (typeof heir === 'number') this.#touched.add(heir);
    }
  }

  /** Rows stand under the name that the payee has until now. */
  #touchPayee(about: string, shownAs: string | null): void {
    const { rows } = this.db.query('SELECT transaction_id FROM posting WHERE payee_id = ?', [Number(shownAs ?? about.slice(2))]);
    for (const [id] of rows) this.#touched.add(Number(id));
  }
}
