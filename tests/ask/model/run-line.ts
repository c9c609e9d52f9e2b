// One line that a grammar let through, taken all the way: read, checked, compiled, run on the reading face of a ledger, its rows too.
import { isRefusal } from '../../../src/ask/intents/intent.ts';
import { readPlan } from '../../../src/ask/model/read-plan.ts';
import { compileSelect, evidenceSql } from '../../../src/ask/model/select/compile-select.ts';
import { readSelect } from '../../../src/ask/model/select/read-select.ts';
import type { Vocabulary } from '../../../src/ask/model/vocabulary.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import { settle } from '../../../src/ask/plan/settle.ts';
import { validate } from '../../../src/ask/plan/validate.ts';
import { compile } from '../../../src/ask/sql/compile.ts';
import { readEvidence } from '../../../src/ask/sql/evidence.ts';
import type { ReadableDatabase } from '../../../src/ledger/database.ts';
import { checkSelect } from '../../../src/ledger/check-select.ts';
import { TODAY } from '../support/today.ts';

/** `refused`: it means nothing, in the reader's words; `declined`: the validator has a reason of its own, as for the rules' plans. */
export type Run = { is: 'ran' } | { is: 'declined' } | { is: 'refused'; why: string };

/** What a grammar cannot hold apart: days that are none, a name wanted and left out, sides that are the same. */
export const OF_MEANING =
  /no stretch of time|must be one of .*until|must be one of all|not among the stretches|stands in "only" and in "without"|sides of "sides" are the same|cannot be left out|nothing would be spared|"part" is empty|from 0 to 100/;

export interface Lane {
  db: ReadableDatabase;
  vocabulary: Vocabulary;
}

export function runPlan(text: string, { db, vocabulary }: Lane): Run {
  const read = readPlan(text, vocabulary, TODAY);
  if (read.is === 'wrong') return { is: 'refused', why: read.why };
  if (read.is !== 'plan') return { is: 'declined' };
  const ledger = namesOf(db);
  const settled = settle(db, read.plan, ledger);
  if (isRefusal(settled) || isRefusal(validate(settled, ledger, TODAY) ?? settled)) return { is: 'declined' };
  const { sql, params } = compile(settled, { firstDay: ledger.firstDay ?? TODAY, today: TODAY });
  db.query(sql, params);
  readEvidence(db, settled, { firstDay: ledger.firstDay ?? TODAY, today: TODAY });
  return { is: 'ran' };
}

export function runSelect(text: string, { db, vocabulary }: Lane): Run {
  const read = readSelect(text, vocabulary, TODAY);
  if (read.is === 'wrong') return { is: 'refused', why: read.why };
  const context = { vocabulary, ledger: namesOf(db), today: TODAY };
  const { sql, params, columns } = compileSelect(read.select, context);
  checkSelect(sql);
  const { columns: found } = db.query(sql, params);
  if (found.length !== columns.length) throw new Error(`${found.length} columns for ${columns.length}: ${sql}`);
  const evidence = evidenceSql(read.select, context);
  checkSelect(evidence.sql);
  db.query(evidence.sql, evidence.params);
  return { is: 'ran' };
}

/** What a line names that the question's vocabulary does not have, found without any reader of ours. */
export function strangers(text: string, { names, periods, sizes, accounts }: Vocabulary): string[] {
  const known = new Set([...names.keys(), ...periods.keys(), ...sizes.keys(), ...accounts.keys(), ...WORDS]);
  const quoted = text.startsWith('{')
    ? [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([whole]) => JSON.parse(whole) as string)
    : [...text.matchAll(/'((?:[^']|'')*)'/g)].map(([, inside = '']) => inside.replaceAll("''", "'"));
  const bare = text.startsWith('{') ? [] : (text.replace(/'(?:[^']|'')*'/g, '').match(/[A-Za-z_]+/g) ?? []);
  return [...quoted.filter((each) => !SPELLED_DAYS.test(each)), ...bare].filter((each) => !known.has(each));
}

const SPELLED_DAYS = /^\d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d$/;

/** Every word of either lane that is no name of a ledger, set down here once more by hand. */
const WORDS =
  `weekend ask flow only without period of per count order limit edge by value sides show part accounts want falls still percent other
  none total average median extreme days-since how-long list breakdown compare share savings-rate balance price price-change subscriptions duplicates
  unusual exists why what-if budget spending purchases refunds income net transfers-in transfers-out transfers anything purchase day week
  month quarter year sum rows payee category account largest smallest first last newest oldest natural most least difference percent more
  less when how-much ended over left weekday day-kind currency all
  SELECT AS FROM WHERE GROUP BY HAVING ORDER DESC LIMIT AND NOT IN IS NULL CASE WHEN THEN ELSE END DISTINCT count sum avg min max amount
  label value other about during transactions Monday Tuesday Wednesday Thursday Friday Saturday Sunday`.split(/\s+/);
