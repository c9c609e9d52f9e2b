// The only place that starts workers.
import { AppError } from '../base/errors.ts';
import type { LlmApi } from '../language/llm-api.ts';
import { connect, type Call } from '../rpc/client.ts';
import type { WhisperApi } from '../voice/whisper/whisper-api.ts';
import type { LedgerApi } from './ledger-api.ts';
import type { StartedWorker } from './ledger-link.ts';

export function startLedgerWorker(): StartedWorker {
  const worker = new Worker(new URL('../../workers/ledger.worker.ts', import.meta.url), { type: 'module', name: 'ledger' });
  const { call, close } = connect<LedgerApi>(worker);
  return {
    call,
    stop() {
      worker.terminate();
      close(new AppError('worker-died', 'the ledger worker was stopped'));
    },
  };
}

export interface StartedWhisper {
  call: Call<WhisperApi>;
  /** Ends the worker and fails what it still owed. */
  stop(): void;
}

export function startWhisperWorker(): StartedWhisper {
  const worker = new Worker(new URL('../../workers/whisper.worker.ts', import.meta.url), { type: 'module', name: 'whisper' });
  const { call, close } = connect<WhisperApi>(worker);
  return {
    call,
    stop() {
      worker.terminate();
      close(new AppError('worker-died', 'the whisper worker was stopped'));
    },
  };
}

export interface StartedLlm {
  call: Call<LlmApi>;
  /** Ends the worker and fails what it still owed. */
  stop(): void;
}

export function startLlmWorker(): StartedLlm {
  const worker = new Worker(new URL('../../workers/llm.worker.ts', import.meta.url), { type: 'module', name: 'llm' });
  const { call, close } = connect<LlmApi>(worker);
  return {
    call,
    stop() {
      worker.terminate();
      close(new AppError('worker-died', 'the llm worker was stopped'));
    },
  };
}
