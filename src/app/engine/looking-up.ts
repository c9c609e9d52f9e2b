// A question's walk with an embedding model: its unread words go to the page that asked, and come back as directions among meanings.
import type { Answer } from '../../ask/answer/answer.ts';
import type { MeaningTurn } from '../../ask/model/by-meaning.ts';
import type { NearName } from '../../ask/model/vocabulary.ts';
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { AskNote } from '../ledger-api.ts';
import type { Orders } from './remote-model.ts';

export interface LookingUp {
  /** What the rules made of the question. */
  answer: Answer;
  orders: Orders;
  note(note: AskNote): void;
  /** The person's stop: the one thing for which this rejects. */
  signal: AbortSignal;
  withLedger: <T>(work: (db: ReadableDatabase) => T) => Promise<T>;
}

/** The answer with what the words may mean; as it was where the model says nothing. */
export async function lookUp(
  turn: MeaningTurn,
  { answer, orders, note, signal, withLedger }: LookingUp,
): Promise<{ answer: Answer; alike: readonly NearName[] }> {
  note({ is: 'rules', answer, next: 'meaning' });
  let placed;
  try {
    placed = await orders.embed(turn.phrases, note, signal);
  } catch {
    signal.throwIfAborted();
    return { answer, alike: [] }; // the page, which carried the order out, says under the card what went wrong
  }
  return withLedger((db) => turn.take(db, placed));
}
