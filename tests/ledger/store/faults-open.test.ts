// Half of the fault points of fault-run.ts: a ledger in the open.
import { vi } from 'vitest';
import { plainCoder } from '../../../src/ledger/store/coder.ts';
import { testFaults } from './fault-run.ts';

// Room for what an import adds is 32 MiB at each opening; here a store is opened a hundred thousand times.
vi.mock('../../../src/ledger/room-ahead.ts', () => ({ withRoom: (bytes: Uint8Array) => bytes }));

testFaults('in the open', 31, plainCoder);
