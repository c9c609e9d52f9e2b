// What the person has put away for good: keys of things that were pointed out. The ledger only remembers them, so that they stay away
// on every device that a backup goes to. A key names what it is of by names and days, not by row numbers: it outlives an import taken back.
import type { Database } from './database.ts';
import { countChange, readSetting, writeSetting } from './settings.ts';

/** The oldest give way: far more than a person puts away in years. */
const MOST = 2000;

export function readPutAway(db: Pick<Database, 'query'>): string[] {
  const kept = readSetting(db, 'put-away');
  return Array.isArray(kept) ? kept.filter((key) => typeof key === 'string') : [];
}

/** Puts one away, or takes it back. */
export function putAway(db: Database, key: string, away: boolean): void {
  const others = readPutAway(db).filter((each) => each !== key);
  writeSetting(db, 'put-away', (away ? [...others, key] : others).slice(-MOST));
  countChange(db);
}
