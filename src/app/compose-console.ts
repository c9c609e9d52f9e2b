// The SQL console on this session: its copy comes from the ledger worker, its queries run in the reader worker.
import type { Session } from './session.svelte.ts';
import { SqlConsole } from './sql-console.svelte.ts';
import { startReaderWorker } from './workers.ts';

export const composeConsole = (session: Session): SqlConsole =>
  new SqlConsole({
    start: startReaderWorker,
    copy: () => session.call('readingCopy', null),
    revision: () => session.revision,
    clock: () => performance.now(),
  });
