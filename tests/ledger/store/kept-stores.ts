// Store versions that were released, written down: `node --import tsx tests/ledger/store/kept-stores.ts` writes the one of the newest
// schema beside the others, in the open and locked, and leaves what is there as it is. Never write an old one again.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import { writeBackup } from '../../../src/ledger/backup/backup-file.ts';
import { makeLock } from '../../../src/ledger/lock/lock.ts';
import { sealedCoder } from '../../../src/ledger/lock/sealed-coder.ts';
import { LEAST_MEMORY_KIB } from '../../../src/ledger/lock/stretch.ts';
import { migrations, openSchema } from '../../../src/ledger/migrations/open-schema.ts';
import { loadSqlEngine, SqlJsDatabase } from '../../../src/ledger/sql-js-database.ts';
import { plainCoder, type Coder } from '../../../src/ledger/store/coder.ts';
import { changedPages } from '../../../src/ledger/store/page-store.ts';
import { RecordPageStore } from '../../../src/ledger/store/record-page-store.ts';
import { MemoryRecords } from '../lock/memory-records.ts';

export const PASSPHRASE = 'four plain words here';

export interface KeptStore {
  schema: number;
  plain: MemoryRecords;
  locked: MemoryRecords;
  recoveryKey: string;
  backup: Uint8Array<ArrayBuffer>;
}

const folder = new URL('../../fixtures/stores/', import.meta.url);
const fileOf = (schema: number) => fileURLToPath(new URL(`v${schema}.json.gz`, folder));

export const keptSchemas = (): number[] => migrations.map((_, at) => at + 1).filter((schema) => existsSync(fileOf(schema)));

export function readKeptStore(schema: number): KeptStore {
  const { plain, locked, ...rest } = JSON.parse(gunzipSync(readFileSync(fileOf(schema))).toString('utf8'), revive) as Omit<
    KeptStore,
    'plain' | 'locked'
  > & { plain: StoredForm; locked: StoredForm };
  return { ...rest, plain: recordsOf(plain), locked: recordsOf(locked) };
}

interface StoredForm {
  head: unknown;
  lock: unknown;
  chunks: [number, unknown][];
  patches: [number, unknown][];
}

const formOf = ({ head, lock, chunks, patches }: MemoryRecords): StoredForm => ({ head, lock, chunks: [...chunks], patches: [...patches] });
const recordsOf = ({ head, lock, chunks, patches }: StoredForm): MemoryRecords =>
  Object.assign(new MemoryRecords(), { head, lock, chunks: new Map(chunks), patches: new Map(patches) });

const text = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64');
const bytesOf = (base64: string): Uint8Array<ArrayBuffer> => Uint8Array.from(Buffer.from(base64, 'base64'));

function simple(_: string, value: unknown): unknown {
  if (value instanceof Uint32Array) return { words: text(new Uint8Array(value.buffer, value.byteOffset, value.byteLength)) };
  return value instanceof Uint8Array ? { bytes64: text(value) } : value;
}

function revive(_: string, value: unknown): unknown {
  const { words, bytes64 } = Object(value) as { words?: unknown; bytes64?: unknown };
  if (typeof words === 'string') return new Uint32Array(bytesOf(words).buffer);
  return typeof bytes64 === 'string' ? bytesOf(bytes64) : value;
}

/** Rows as that schema holds them, by SQL alone: the code that writes them today may write others tomorrow. */
const ROWS = `
INSERT INTO account (id, name, institution, number, currency, kind) VALUES (1, 'Everyday', 'Test Bank', 'DE02 1234', 'EUR', 'checking');
INSERT INTO payee (id, name, kind) VALUES (1, 'Blue Bottle Coffee', 'coffee'), (2, 'REWE', 'groceries'), (3, 'Employer', NULL);
INSERT INTO category (id, name) VALUES (1, 'Coffee'), (2, 'Groceries'), (3, 'Salary');
INSERT INTO statement (id, file_name, format, digest, imported_at, layout, layout_key, added, known)
  VALUES (1, 'may.csv', 'csv', '00', '2024-06-01T10:00:00Z', '{}', 'may', 3, 0);
INSERT INTO coverage (statement_id, account_id, first_day, last_day, closing_minor, closing_day)
  VALUES (1, 1, '2024-05-02', '2024-05-28', 250000, '2024-05-28');
INSERT INTO bank_transaction (id, statement_id, account_id, line, day, minor, currency, descriptor, state, fingerprint, occurrence, read_payee_id, read_category_id)
  VALUES (1, 1, 1, 2, '2024-05-02', -450, 'EUR', 'BLUE BOTTLE 17', 'posted', 1, 0, 1, 1),
         (2, 1, 1, 3, '2024-05-16', -3120, 'EUR', 'REWE SAGT DANKE', 'posted', 2, 0, 2, 2),
         (3, 1, 1, 4, '2024-05-28', 280000, 'EUR', 'LOHN', 'posted', 3, 0, 3, 3);
INSERT INTO posting (transaction_id, account_id, payee_id, category_id, day, minor, currency, flow)
  VALUES (1, 1, 1, 1, '2024-05-02', -450, 'EUR', 'expense'), (2, 1, 2, 2, '2024-05-16', -3120, 'EUR', 'expense'),
         (3, 1, 3, 3, '2024-05-28', 280000, 'EUR', 'income');
INSERT INTO day_total (day, flow, currency, category_id, account_id, minor, rows)
  SELECT day, flow, currency, category_id, account_id, minor, 1 FROM posting;
INSERT INTO setting (name, value) VALUES ('home-currency', '"EUR"'), ('revision', '2');
`;

async function stored(coder: Coder, first: Uint8Array, second: Uint8Array): Promise<MemoryRecords> {
  const records = new MemoryRecords();
  const store = new RecordPageStore(records, coder);
  await store.commit({ generation: 1, image: first, pages: changedPages(null, first) });
  await store.commit({ generation: 2, image: second, pages: changedPages(first, second) }); // a patch over the chunks
  return records;
}

async function writeKeptStore(schema: number): Promise<void> {
  const db = new SqlJsDatabase(await loadSqlEngine());
  openSchema(db, migrations.slice(0, schema));
  db.execute(ROWS);
  const first = db.export();
  db.execute(`UPDATE setting SET value = '3' WHERE name = 'revision'`);
  const second = db.export() as Uint8Array<ArrayBuffer>;
  const cost = { memoryKiB: LEAST_MEMORY_KIB, iterations: 1 };
  const { lock, held, recoveryKey } = await makeLock(PASSPHRASE, cost);
  const kept = {
    schema,
    plain: formOf(await stored(plainCoder, first, second)),
    locked: formOf(await stored(sealedCoder(held, lock), first, second)),
    recoveryKey,
    backup: new Uint8Array(await (await writeBackup(second, { passphrase: PASSPHRASE, made: '2024-06-01T10:00:00Z', cost })).arrayBuffer()),
  };
  writeFileSync(fileOf(schema), gzipSync(JSON.stringify(kept, simple)));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const [at] of migrations.entries()) if (!existsSync(fileOf(at + 1))) await writeKeptStore(at + 1);
}
