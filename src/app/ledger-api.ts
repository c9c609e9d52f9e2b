// The calls that the page makes to the ledger worker: method -> input, output, progress note.
import type { Answer, Chip } from '../ask/answer/answer.ts';
import type { Told } from './engine/telling.ts';
import type { ImportPreview, Guesses } from '../import/preview.ts';
import type { Secret } from '../ledger/lock/lock.ts';
import type { WireError } from '../base/errors.ts';
import type { CompleteOrder } from '../language/llm-api.ts';
import type { Meaning } from '../ledger/meanings.ts';
import type { EmbeddingFacts, Placed } from '../ask/model/by-meaning.ts';
import type { NamedVector } from '../ledger/name-vectors.ts';
import type { AccountSummary, ImportResult, LedgerState, StatementSummary, TransactionFilter, TransactionPage } from '../ledger/ledger.ts';
import type { ActsApi } from './acts-api.ts';
import type { KeepingApi } from './keeping-api.ts';
import type { LockState } from './engine/locking.ts';

export interface Progress {
  step: 'reading' | 'checking' | 'writing' | 'saving';
  done: number;
  total: number;
}

/** A language model that the page can reach: its id in the catalogue, and how much it reads and writes at once. */
export interface ModelOffer {
  id: string;
  contextTokens: number;
}

/**
 * While a question goes to a model: what the rules made of it and which model is asked next, then what that one is to do. The page answers each order
 * by `completed`, whichever tab holds the ledger; `stop` says that the answer to an order is awaited no more.
 * `embed` asks for the vectors of some words instead.
 */
export type AskNote =
  | { is: 'rules'; answer: Answer; next: 'meaning' | 'model' }
  | { is: 'order'; id: string; order: CompleteOrder }
  | { is: 'embed'; id: string; texts: readonly string[] }
  | { is: 'stop'; id: string };

export type OrderEnd = { id: string; text: string; tokens: number } | { id: string; placed: Placed } | { id: string; failed: WireError };

export interface LedgerApi extends ActsApi, KeepingApi {
  /** Opens the store; safe to call again. Throws `ledger-locked` until it is unlocked. */
  open: { in: { home: string; today: string }; out: LedgerState };
  /** In a tab that does not hold the ledger: reads it ahead and rehearses, so as to take over at once. Writes nothing. */
  makeReady: { in: { home: string; today: string }; out: null };
  /** Resolves when the ledger's revision is another than this one: a change of this tab or another. */
  watch: { in: { revision: number }; out: LedgerState };
  /** Reads a file as if dropped and keeps the reading under `previewId` until imported or dropped. Nothing is written. */
  preview: { in: { file: Blob; name: string; today: string; guesses?: Partial<Guesses> }; out: ImportPreview; note: Progress };
  /** Writes the reading that `preview` kept; resolves only after it is durable. */
  import: { in: { previewId: number; accountId: number | null; accountName: string | null }; out: ImportResult; note: Progress };
  dropPreview: { in: { previewId: number }; out: null };
  undoImport: { in: { statementId: number }; out: LedgerState };
  statements: { in: null; out: StatementSummary[] };
  accounts: { in: null; out: AccountSummary[] };
  /** The invented household; one import per account, removable as one. */
  addSample: { in: { today: string }; out: LedgerState; note: Progress };
  removeSample: { in: null; out: LedgerState };
  /** `thread` names a conversation; follow-ups read the turns before. `without`: slots left out, as if neither said nor carried. */
  ask: {
    in: {
      question: string;
      today: string;
      thread: string;
      locale: string;
      without?: Chip['slot'][];
      model?: ModelOffer;
      embedding?: EmbeddingFacts;
    };
    out: Answer;
    note: AskNote;
  };
  /** What became of an order that `ask` noted. */
  completed: { in: OrderEnd; out: null };
  /** Categories and payees that have no vector of this embedding model yet, what matters first. */
  withoutVector: { in: { model: string; most: number }; out: string[] };
  /** Keeps the vectors with the ledger; resolves only after it is durable. */
  keepVectors: { in: { model: string; vectors: NamedVector[] }; out: null };
  /** What the person said that words mean, in the order of the alphabet. */
  meanings: { in: null; out: Meaning[] };
  /** Keeps what a word means; resolves only after it is durable. */
  teach: { in: Meaning; out: Meaning[] };
  forgetMeaning: { in: { phrase: string }; out: Meaning[] };
  /** Questions that this very ledger can answer. */
  suggestions: { in: { today: string }; out: string[] };
  /** Asks a question of every kind, for nobody: the first one of the person is then as quick as the next. */
  rehearse: { in: { today: string }; out: null };
  /** A person is typing: for a moment nothing is begun for which nobody waits. */
  hush: { in: null; out: null };
  /** What changed of late and was not put away; `all`: what was put away too. */
  insights: { in: { today: string; all?: boolean }; out: Told[] };
  /** Puts one away for good, or takes it back; resolves only after it is durable. */
  putAway: { in: { key: string; away: boolean }; out: null };
  /** Rows of one answer beyond the first ones. */
  evidence: { in: { sql: string; params: (string | number | null)[]; offset: number; limit: number }; out: Answer['evidence'] };
  /** A window of the rows that fit, with the count and sums of all of them. */
  transactions: { in: TransactionFilter; out: TransactionPage };
  /** The reading views as a SQLite file of their own, for the SQL console. */
  readingCopy: { in: null; out: Blob };
  eraseAll: { in: null; out: null };
  /** Questions that the person keeps, in their order. */
  keptQuestions: { in: null; out: string[] };
  keepQuestions: { in: { questions: string[] }; out: null };
  lockState: { in: null; out: LockState };
  /** Throws `passphrase-wrong` or `recovery-wrong`. */
  unlock: { in: Secret; out: LedgerState };
  /** The key and everything read are forgotten; whoever watches is told `ledger-locked`. */
  lockNow: { in: null; out: null };
  /** Makes a lock that `turnLockOn` puts on, once the person has kept its recovery key. */
  prepareLock: { in: { passphrase: string }; out: { recoveryKey: string } };
  turnLockOn: { in: null; out: LockState };
  turnLockOff: { in: Secret; out: LockState };
  changePassphrase: { in: { secret: Secret; next: string }; out: null };
  /** Minutes without a person until it locks itself; 0 is never. */
  autoLock: { in: { minutes: number }; out: LockState };
  /** Somebody is there. */
  stay: { in: null; out: null };
  untilUnlocked: { in: null; out: null };
}
