// The ledger's engine across a real message channel, as a worker has it, with the sample ledger in it.
import { createEngine } from '../../src/app/engine.ts';
import type { LedgerApi } from '../../src/app/ledger-api.ts';
import type { LedgerCall } from '../../src/app/ledger-link.ts';
import { loadSqlEngine } from '../../src/ledger/sql-js-database.ts';
import { connect, type Port } from '../../src/rpc/client.ts';
import { serve, type ServerPort } from '../../src/rpc/serve.ts';
import { MemoryStore } from './memory-store.ts';

/** The home currency is the euro. `close` when the tests have ended. */
export async function engineWithSample(today: string): Promise<{ call: LedgerCall; close: () => void }> {
  const { port1, port2 } = new MessageChannel();
  serve<LedgerApi>(
    port2 as unknown as ServerPort,
    createEngine({ loadSql: () => loadSqlEngine(), store: new MemoryStore(), now: () => `${today}T10:00:00Z` }),
  );
  const { call } = connect<LedgerApi>(port1 as unknown as Port);
  await call('open', { home: 'EUR', today });
  await call('addSample', { today });
  return {
    call,
    close: () => {
      port1.close();
      port2.close();
    },
  };
}
