import { MemoryStore } from '../../support/memory-store.ts';
import { describeStore } from './page-store-contract.ts';

describeStore('a store in memory', async () => new MemoryStore());
