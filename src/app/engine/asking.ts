// The question engine inside the ledger's worker: one conversation a thread, answers through a face that cannot write.
import { plainText } from '../../base/plain-text.ts';
import type { Answer, Chip, Evidence, EvidenceRow } from '../../ask/answer/answer.ts';
import { ask, type Question } from '../../ask/ask.ts';
import { newConversation, type Conversation } from '../../ask/conversation.ts';
import { askModel } from '../../ask/model/ask-model.ts';
import { MeaningTurn, type EmbeddingFacts } from '../../ask/model/by-meaning.ts';
import { ModelTurn } from '../../ask/model/turn.ts';
import type { ModelFacts } from '../../ask/model/turn.ts';
import type { NearName } from '../../ask/model/vocabulary.ts';
import type { ReadableDatabase, SqlValue } from '../../ledger/database.ts';

export interface Asked {
  question: string;
  today: string;
  /** Names a conversation; follow-ups read the turns before. */
  thread: string;
  locale: string;
  without?: Chip['slot'][];
}

/** Milliseconds for a turn with a model, its loading included. Nobody waits for it: what the rules made of the question stands. */
export const MODEL_TIME = 120_000;
export { askModel };
export { rehearse } from '../../ask/rehearse.ts';

/** Threads remembered, and turns of each: a follow-up reads only the last few. */
const MOST_THREADS = 50;
const MOST_TURNS = 20;

/** Letters of a question that are read; nobody asks so long a one. */
const LONGEST = 1_000;
const asAsked = (question: string): string => plainText(question.slice(0, LONGEST));

export class Conversations {
  readonly #threads = new Map<string, Conversation>();

  ask(db: ReadableDatabase, { question, today, thread, locale, without = [] }: Asked): Answer {
    const conversation = this.#threads.get(thread) ?? newConversation();
    const answer = ask(db, { question: asAsked(question), today, conversation, locale, without });
    conversation.plans.splice(0, Math.max(0, conversation.plans.length - MOST_TURNS));
    this.#threads.delete(thread);
    this.#threads.set(thread, conversation);
    for (const oldest of this.#threads.keys()) {
      if (this.#threads.size <= MOST_THREADS) break;
      this.#threads.delete(oldest);
    }
    return answer;
  }

  /** What is to be looked up by meaning after the rules' answer; null where that has nothing to say. */
  turnToMeaning(db: ReadableDatabase, asked: Asked, rules: Answer, model: EmbeddingFacts): MeaningTurn | null {
    return MeaningTurn.begin(db, this.#question(asked), rules, model);
  }

  /** What is to be asked of a model after the rules' answer; null where it has nothing to say. */
  turnToModel(db: ReadableDatabase, asked: Asked, rules: Answer, model: ModelFacts, alike: readonly NearName[]): ModelTurn | null {
    return ModelTurn.begin(db, this.#question(asked), rules, model, alike);
  }

  #question({ question, today, thread, locale }: Asked): Question {
    return { question: asAsked(question), today, conversation: this.#threads.get(thread) ?? newConversation(), locale };
  }

  /** What was forgotten is forgotten in the conversations too. */
  unlearn(phrase: string): void {
    for (const conversation of this.#threads.values())
      conversation.meanings = conversation.meanings.filter((meaning) => meaning.phrase !== phrase);
  }

  forget(): void {
    this.#threads.clear();
  }
}

/** How many suggestions are tried out, and kept when the ledger answers them. */
const TRIED = 10;
const KEPT = 3;

/** Questions that this very ledger answers, from its own last months, categories and payees. */
export function* suggestQuestions(db: ReadableDatabase, today: string): Generator<undefined, string[]> {
  const kept: string[] = [];
  for (const question of candidates(db, today).slice(0, TRIED)) {
    if (kept.length === KEPT) break;
    yield;
    if (ask(db, { question, today }).status === 'answered') kept.push(question);
  }
  return kept;
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];

function candidates(db: ReadableDatabase, today: string): string[] {
  const last = db.query('SELECT max(day) FROM posting WHERE day <= ?', [today]).rows[0]?.[0];
  if (typeof last !== 'string') return [];
  const month = `${MONTHS[Number(last.slice(5, 7)) - 1] ?? ''} ${last.slice(0, 4)}`;
  const names = (table: 'category' | 'payee', share: string) =>
    db
      .query(
        `SELECT name FROM posting JOIN ${table} ON ${table}.id = ${table}_id
         WHERE flow = 'expense' AND day >= date(?, '-6 months') AND day <= ? GROUP BY 1 HAVING count(*) > 1 ORDER BY ${share} LIMIT 2`,
        [last, last],
      )
      .rows.map(([name]) => String(name));
  const [category, other] = names('category', 'sum(minor)');
  const [payee] = names('payee', 'count(*) DESC');
  return [
    category ? `How much did I spend on ${category} in ${month}?` : `How much did I spend in ${month}?`,
    payee ? `How much have I spent at ${payee} this year?` : 'What were my biggest expenses this year?',
    category ? `What did I spend the most on in ${month}?` : `Which payees got the most in ${month}?`,
    other ? `How does ${other} compare with the month before?` : '',
    `How much did I spend in ${month}?`,
    `What were my biggest expenses in ${month}?`,
  ].filter(Boolean);
}

export interface EvidencePage {
  sql: string;
  params: readonly SqlValue[];
  offset: number;
  limit: number;
}

/** Further rows of one answer, with the count and sums of all. */
export function evidencePage(db: ReadableDatabase, { sql, params, offset, limit }: EvidencePage): Evidence {
  const inner = sql.replace(/[\s;]+$/, '');
  const { columns, rows } = db.query(`SELECT * FROM (${inner}\n) LIMIT ? OFFSET ?`, [...params, limit, offset]);
  const place = (name: string) => columns.findIndex((column) => column.replaceAll('_', '').toLowerCase() === name);
  const at = {
    transactionId: place('transactionid'),
    day: place('day'),
    payee: place('payee'),
    category: place('category'),
    account: place('account'),
    minor: place('minor'),
    currency: place('currency'),
  };
  const toRow = (row: SqlValue[]): EvidenceRow => ({
    transactionId: Number(row[at.transactionId]),
    day: String(row[at.day]),
    payee: String(row[at.payee]),
    category: row[at.category] === null || row[at.category] === undefined ? null : String(row[at.category]),
    account: String(row[at.account]),
    minor: Number(row[at.minor]),
    currency: String(row[at.currency]),
  });
  const sums = db.query(`SELECT currency, sum(minor), count(*) FROM (${inner}\n) GROUP BY currency`, params).rows;
  return {
    sql,
    params: [...params],
    rows: rows.map(toRow),
    total: sums.reduce((total, row) => total + Number(row[2]), 0),
    sums: sums.map(([currency, minor]) => ({ currency: String(currency), minor: Number(minor) })),
  };
}
