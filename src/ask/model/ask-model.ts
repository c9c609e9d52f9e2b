// Drives one turn: asks the engine, gives its words back, until there is an answer. The time is one limit for the whole turn; a stop, a
// lateness, a lost device or nonsense without end each end in the rules' own words. It never rejects on the model's account.
import type { ReadableDatabase } from '../../ledger/database.ts';
import type { Answer } from '../answer/answer.ts';
import type { LanguageModel } from './language-model.ts';
import type { ModelTurn } from './turn.ts';

export interface Driving {
  /** Runs a piece of work on the ledger as it then is; the next turn of the ledger's worker. */
  withLedger: <T>(work: (db: ReadableDatabase) => T) => Promise<T>;
  /** The person's stop. */
  signal: AbortSignal;
  /** Milliseconds for the whole turn. */
  timeLimit: number;
}

/** The model's text, or the reason of the signal, even of an engine that hears no signal. */
const orAborted = <T>(work: Promise<T>, signal: AbortSignal): Promise<T> =>
  new Promise((done, fail) => {
    const stop = () => fail(signal.reason as Error);
    if (signal.aborted) return stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(done, fail).finally(() => signal.removeEventListener('abort', stop));
  });

export async function askModel(model: LanguageModel, turn: ModelTurn, { withLedger, signal, timeLimit }: Driving): Promise<Answer> {
  const late = AbortSignal.timeout(timeLimit);
  const either = AbortSignal.any([signal, late]);
  for (;;) {
    const { request } = turn;
    if (!request) return turn.giveUp('no-use');
    let completion;
    try {
      completion = await orAborted(model.complete({ ...request, signal: either }), either);
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      return turn.giveUp(signal.aborted ? 'stopped' : late.aborted ? 'late' : 'failed', detail);
    }
    const step = await withLedger((db) => turn.reply(db, completion));
    if (step.is === 'answer') return step.answer;
  }
}
