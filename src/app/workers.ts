// The only place that starts workers.
import { AppError } from '../base/errors.ts';
import { connect } from '../rpc/client.ts';
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
