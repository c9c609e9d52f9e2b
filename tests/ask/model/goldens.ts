// The golden lines of both lanes: what the rules make of the corpus, written as a model would write it, each with the grammar of its
// own question. Only lines that mean what the rules meant, by the SQL that both come to.
import { isRefusal } from '../../../src/ask/intents/intent.ts';
import { toEbnf } from '../../../src/ask/model/grammar.ts';
import { planGrammar } from '../../../src/ask/model/plan-shape.ts';
import { readPlan } from '../../../src/ask/model/read-plan.ts';
import { compileSelect } from '../../../src/ask/model/select/compile-select.ts';
import { readSelect } from '../../../src/ask/model/select/read-select.ts';
import { selectGrammar } from '../../../src/ask/model/select/select-shape.ts';
import type { Vocabulary } from '../../../src/ask/model/vocabulary.ts';
import { namesOf } from '../../../src/ask/names/ledger-names.ts';
import type { QueryPlan } from '../../../src/ask/plan/plan.ts';
import { settle } from '../../../src/ask/plan/settle.ts';
import { validate } from '../../../src/ask/plan/validate.ts';
import { compile } from '../../../src/ask/sql/compile.ts';
import { rulesPlan } from '../../../src/ask/ask.ts';
import type { ReadableDatabase, SqlValue } from '../../../src/ledger/database.ts';
import { kinds } from '../../corpus/meanings.ts';
import { ledgers } from '../support/ledger.ts';
import { TODAY } from '../support/today.ts';
import { planAsSelect, planAsText } from './golden.ts';
import { vocabularyFor } from './vocabularies.ts';

export interface Golden {
  question: string;
  lane: 'plan' | 'select';
  text: string;
  grammar: string;
}

export interface Goldens {
  goldens: Golden[];
  /** Lines that came to another figure than the rules' own SQL: none, or something is wrong. */
  other: string[];
  /** Questions whose plan a lane has no words for. */
  unsaid: { plan: string[]; select: string[] };
}

function compiled(db: ReadableDatabase, plan: QueryPlan): { sql: string; params: SqlValue[] } | null {
  const ledger = namesOf(db);
  const settled = settle(db, plan, ledger);
  if (isRefusal(settled) || isRefusal(validate(settled, ledger, TODAY) ?? settled)) return null;
  const { sql, params } = compile(settled, { firstDay: ledger.firstDay ?? TODAY, today: TODAY });
  return { sql, params };
}

/** Every figure and day of a result, whatever its columns are called. A sum of nothing is nothing, as zero is. */
function figuresOf(db: ReadableDatabase, { sql, params }: { sql: string; params: SqlValue[] }): string[] {
  const cells = db.query(sql, params).rows.flat();
  const numbers = cells.filter((cell) => typeof cell === 'number' && cell !== 0).map((cell) => Number(cell).toFixed(2));
  const days = cells.filter((cell) => /^\d{4}-\d\d-\d\d$/.test(String(cell))).map(String);
  return [...numbers, ...days].sort();
}

/** Every meaning of the corpus by its first phrasings, and a grid of plain questions over names of the American household. */
function questions(phrasings: number): [ReadableDatabase, string][] {
  const corpus = Object.values(kinds)
    .flat()
    .filter(({ after }) => !after)
    .flatMap(({ ledger, phrasings: said }) => said.slice(0, phrasings).map((text): [ReadableDatabase, string] => [ledgers[ledger], text]));
  const grid = ASKED.flatMap((ask) => ABOUT.flatMap((about) => WHEN.map((when) => `${ask} ${about} ${when}`)));
  return [...corpus, ...grid.map((text): [ReadableDatabase, string] => [ledgers.american, text])];
}

const ASKED = ['how much did I spend', 'how many purchases did I make', 'what was my largest purchase', 'when did I first spend anything'];
const ABOUT = ['on groceries', 'at Amazon', 'at Whole Foods', 'on Netflix', 'with the credit card', 'on groceries and gas', 'except rent'];
const WHEN = ['in January', 'in February', 'since December', 'on weekends this year'];

export function makeGoldens(phrasings: number): Goldens {
  const made: Goldens = { goldens: [], other: [], unsaid: { plan: [], select: [] } };
  const seen = new Set<string>();
  for (const [db, question] of questions(phrasings)) {
    const plan = rulesPlan(db, question, TODAY);
    const own = isRefusal(plan) ? null : compiled(db, plan);
    if (isRefusal(plan) || !own) continue;
    const vocabulary = vocabularyFor(db, question);
    const figures = figuresOf(db, own);
    const keep = (lane: Golden['lane'], text: string | null, theirs: string[] | string): void => {
      if (text === null) made.unsaid[lane].push(question);
      else if (typeof theirs === 'string') made.other.push(`${question}: ${text}: ${theirs}`);
      else if (!seen.has(text)) {
        seen.add(text);
        made.goldens.push({ question, lane, text, grammar: toEbnf(lane === 'plan' ? planGrammar(vocabulary) : selectGrammar(vocabulary)) });
      }
    };
    const asPlan = planAsText(plan, vocabulary);
    keep('plan', asPlan, asPlan === null ? [] : byPlan(db, asPlan, vocabulary, figures));
    // A SELECT names its view; which flow a payee's rows are, only the ledger tells.
    const asSelect = planAsSelect(settle(db, plan, namesOf(db)), vocabulary);
    keep('select', asSelect, asSelect === null ? [] : bySelect(db, asSelect, vocabulary, figures));
  }
  return made;
}

/** The figures that the line comes to, or what is wrong with it. */
function byPlan(db: ReadableDatabase, text: string, vocabulary: Vocabulary, wanted: readonly string[]): string[] | string {
  const read = readPlan(text, vocabulary, TODAY);
  if (read.is !== 'plan') return read.is === 'wrong' ? read.why : read.is;
  const theirs = compiled(db, read.plan);
  const found = theirs ? figuresOf(db, theirs) : null;
  return found?.join(' ') === wanted.join(' ') ? found : `${found?.join(' ') ?? 'refused'} for ${wanted.join(' ')}`;
}

/** A SELECT has no column beside its figure, so its figures stand among those of the rules. */
function bySelect(db: ReadableDatabase, text: string, vocabulary: Vocabulary, wanted: readonly string[]): string[] | string {
  const read = readSelect(text, vocabulary, TODAY);
  if (read.is === 'wrong') return read.why;
  const found = figuresOf(db, compileSelect(read.select, { vocabulary, ledger: namesOf(db), today: TODAY }));
  const isAmong = found.every((figure) => wanted.includes(figure)) && (found.length > 0 || wanted.length === 0);
  return isAmong ? found : `${found.join(' ')} for ${wanted.join(' ')}`;
}
