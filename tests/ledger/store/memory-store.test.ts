import { MemoryStore } from '../../../src/ledger/store/memory-store.ts';
import { describeStore } from './page-store-contract.ts';

describeStore('a store in memory', async () => new MemoryStore());
