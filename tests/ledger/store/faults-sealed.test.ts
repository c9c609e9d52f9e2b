// The other half of the fault points of fault-run.ts: a locked ledger.
import { vi } from 'vitest';
import { makeLock } from '../../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../../src/ledger/lock/sealed-coder.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';
import { testFaults } from './fault-run.ts';

const { lock, held } = await makeLock('green beans are cheap', { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 });

// Room for what an import adds is 32 MiB at each opening; here a store is opened a hundred thousand times.
vi.mock('../../../src/ledger/room-ahead.ts', () => ({ withRoom: (bytes: Uint8Array) => bytes }));

testFaults('sealed', 32, sealedCoder(held, lock));
