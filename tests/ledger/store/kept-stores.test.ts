// Every store version that was written opens in the newest app, locked or not, and answers as it did; and no schema step that was
// released is ever another one.
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { readBackup } from '../../../src/ledger/backup/backup-file.ts';
import { readLock, unlock } from '../../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../../src/ledger/lock/sealed-coder.ts';
import { migrations, NEWEST_VERSION, schemaVersion } from '../../../src/ledger/migrations/open-schema.ts';
import { readOnly } from '../../../src/ledger/read-only.ts';
import { loadSqlEngine } from '../../../src/ledger/sql-js-database.ts';
import { plainCoder } from '../../../src/ledger/store/coder.ts';
import { KeptLedger } from '../../../src/ledger/store/kept-ledger.ts';
import { MemoryStore } from '../../support/memory-store.ts';
import type { PageStore } from '../../../src/ledger/store/page-store.ts';
import { RecordPageStore } from '../../../src/ledger/store/record-page-store.ts';
import { keptSchemas, PASSPHRASE, readKeptStore } from './kept-stores.ts';

const engine = await loadSqlEngine();

/** A step that leads from one version to the next is what it was when it was released: SHA-256 of its text. */
const RELEASED = [
  '1ca9700b02fe9315c490828909864bb6bbb0222eeb4a861904f950eb1d1348ff',
  '41ed89fd78bce54acea8aec61bce5d8a75b09acf14ebc7f448731d2a5cfb3c24',
  'bac9e45608570af5cf3bd117851ab1474db3bd4f5d4c158b5de287b94c9023a3',
  '41e06ca918bad83a36926ec14f97eca5cef39911884b71d0f4608c10a0647581',
  '62d1a16669fea4b94cd0e203607a58d7f73441c13c7b69644c655a75d09ed85a',
];

test('released schema steps are as they were', () => {
  expect(migrations.slice(0, RELEASED.length).map((step) => createHash('sha256').update(step).digest('hex'))).toEqual(RELEASED);
});

test('there is a kept store of every schema version', () => expect(keptSchemas()).toEqual(migrations.map((_, at) => at + 1)));

async function answersOf(store: PageStore): Promise<void> {
  const kept = await KeptLedger.open(engine, store, { check: true });
  expect(kept.isDamaged).toBe(false);
  expect(schemaVersion(kept.db)).toBe(NEWEST_VERSION);
  expect(kept.db.query('PRAGMA integrity_check').rows).toEqual([['ok']]);
  expect(kept.db.query('PRAGMA foreign_key_check').rows).toEqual([]);
  for (const [question, figure] of [
    ['how much did I spend on coffee in May 2024', '4.50'],
    ['what was my income in May 2024', '2,800.00'],
  ] as const) {
    const answer = ask(readOnly(kept.db), { question, today: '2024-06-10' });
    expect([answer.status, answer.sentence.includes(figure)], `${question}: ${answer.sentence}`).toEqual(['answered', true]);
  }
}

describe.each(keptSchemas())('the store of schema version %i', (schema) => {
  test('opens', () => answersOf(new RecordPageStore(readKeptStore(schema).plain, plainCoder)));

  test.each(['passphrase', 'recovery'] as const)('opens, locked, by its %s', async (by) => {
    const { locked, recoveryKey } = readKeptStore(schema);
    const lock = await readLock(locked.lock);
    const held = await unlock(lock, { by, text: by === 'passphrase' ? PASSPHRASE : recoveryKey });
    await answersOf(new RecordPageStore(locked, sealedCoder(held, lock)));
  });

  test('is restored from its backup', async () => {
    const kept = await KeptLedger.open(engine, new MemoryStore());
    await kept.restore(await readBackup(new Blob([readKeptStore(schema).backup]), PASSPHRASE));
    const store = new MemoryStore();
    await kept.moveTo(store);
    await answersOf(store);
  });
});
