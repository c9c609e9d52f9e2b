// The only place that starts workers.
import { AppError, type ErrorCode } from '../base/errors.ts';
import type { EmbeddingApi } from '../language/embedding-api.ts';
import type { LlmApi } from '../language/llm-api.ts';
import { connect, type Call } from '../rpc/client.ts';
import type { Api } from '../rpc/protocol.ts';
import type { WhisperApi } from '../voice/whisper/whisper-api.ts';
import { keepEngine } from './keep-engine.ts';
import type { LedgerApi } from './ledger-api.ts';
import type { ReaderApi } from './reader-api.ts';

export interface Started<A extends { [M in keyof A]: Api[string] }> {
  call: Call<A>;
  /** Ends the worker, however deep in its work it is, and fails what it still owed. */
  stop(): void;
}
export type StartedWhisper = Started<WhisperApi>;
export type StartedLlm = Started<LlmApi>;
export type StartedEmbedding = Started<EmbeddingApi>;
export type StartedReader = Started<ReaderApi>;

function started<A extends { [M in keyof A]: Api[string] }>(worker: Worker, name: string, died?: ErrorCode): Started<A> {
  const { call, close } = connect<A>(worker, died);
  return {
    call,
    stop() {
      worker.terminate();
      close(new AppError('worker-died', `the ${name} worker was stopped`));
    },
  };
}

export const startLedgerWorker = (): Started<LedgerApi> =>
  started(new Worker(new URL('../../workers/ledger.worker.ts', import.meta.url), { type: 'module', name: 'ledger' }), 'ledger');

export function startWhisperWorker(): StartedWhisper {
  void keepEngine('voice');
  return started(
    new Worker(new URL('../../workers/whisper.worker.ts', import.meta.url), { type: 'module', name: 'whisper' }),
    'whisper',
    'model-failed',
  );
}

export function startLlmWorker(): StartedLlm {
  void keepEngine('language');
  return started(new Worker(new URL('../../workers/llm.worker.ts', import.meta.url), { type: 'module', name: 'llm' }), 'llm');
}

/** It runs on what runs the voice. */
export function startEmbeddingWorker(): StartedEmbedding {
  void keepEngine('voice');
  return started(
    new Worker(new URL('../../workers/embedding.worker.ts', import.meta.url), { type: 'module', name: 'embedding' }),
    'embedding',
  );
}

export const startReaderWorker = (): StartedReader =>
  started(new Worker(new URL('../../workers/reader.worker.ts', import.meta.url), { type: 'module', name: 'reader' }), 'reader');

/** For the leak test alone: code of another origin, which no wall may let start. */
export const startElsewhere = (address: string): Worker => new Worker(address);
