// A ledger over a store that fails at random points: no room, a transaction given up, an answer lost after the writing, a worker
// killed before or after it, and, as no sound IndexedDB does it, batches that are cut, that lack writes, whose writes come in
// another order, or with a record torn. After each point memory and store are the same, what was acknowledged is there and nothing
// else, SQLite finds its file whole and the totals are right; or the damage is told, and what is read then was once so.
import { expect, test } from 'vitest';
import { AppError } from '../../../src/base/errors.ts';
import { recordSteps } from '../../../src/ledger/recording/record-statement.ts';
import { undoImport } from '../../../src/ledger/recording/undo-import.ts';
import { loadSqlEngine } from '../../../src/ledger/sql-js-database.ts';
import type { Coder, StoredBatch } from '../../../src/ledger/store/coder.ts';
import { KeptLedger } from '../../../src/ledger/store/kept-ledger.ts';
import { RecordPageStore, type StoredRecords } from '../../../src/ledger/store/record-page-store.ts';
import { random } from '../../support/random.ts';
import { MemoryRecords, spoilt, stepsOf, type Step } from '../lock/memory-records.ts';
import { aStatement } from '../open-ledger.ts';
import { afterwards, LedgerModel, sees, type Backup, type ModelAct } from './ledger-model.ts';

/** The store refuses or is silent; what it holds is as it was, or as it was to be. */
const CLEAN = ['none', 'full', 'aborted', 'answer lost', 'killed before', 'killed after'] as const;
/** Part of a batch is there. */
const TORN = ['cut', 'dropped', 'reordered', 'twice', 'torn'] as const;
const FAULTS = [...CLEAN, ...TORN];

type Fault = (typeof FAULTS)[number];
type Below = (limit: number) => number;

const CUT_OFF = new Error('killed');

class FailingRecords extends MemoryRecords {
  next: Fault = 'none';
  /** Nothing was written since. */
  before: MemoryRecords = this;
  /** Everything was. */
  after: MemoryRecords = this;

  readonly batches = { patch: 0, chunks: 0 };

  constructor(private readonly below: Below) {
    super();
  }

  /** The records themselves, not copies: who reads them changes none, or the next to read would be told of damage. */
  override async read(): Promise<StoredRecords> {
    return { head: this.head, chunks: inOrder(this.chunks), patches: inOrder(this.patches) };
  }

  override async write(batch: StoredBatch, isLatest: (head: unknown) => boolean): Promise<void> {
    const fault = this.next;
    this.next = 'none';
    this.batches[batch.folds ? 'chunks' : 'patch'] += 1;
    this.before = this.shallow();
    if (fault === 'full') throw new AppError('storage-full', 'no room');
    if (fault === 'aborted') throw new AppError('storage-failed', 'AbortError: given up');
    if (fault === 'killed before') throw CUT_OFF;
    await super.write(batch, isLatest);
    this.after = this.shallow();
    if (fault === 'answer lost') throw new AppError('storage-failed', 'UnknownError: nobody knows');
    if (fault === 'killed after') throw CUT_OFF;
    if (fault === 'none') return;
    this.become(this.before);
    for (const step of torn(stepsOf(batch), fault, this.below)) step(this);
    throw CUT_OFF;
  }

  become({ head, lock, chunks, patches }: MemoryRecords): void {
    Object.assign(this, { head, lock, chunks: new Map(chunks), patches: new Map(patches) });
  }
}

const inOrder = (map: ReadonlyMap<number, unknown>): [number, unknown][] => [...map].sort(([a], [b]) => a - b);

/** What a failing disk may make of a batch. */
function torn(steps: readonly Step[], fault: Fault, below: Below): Step[] {
  const any = () => below(steps.length);
  if (fault === 'cut') return steps.slice(0, any());
  if (fault === 'dropped') {
    const gone = any();
    return steps.filter((_, at) => at !== gone && below(5) > 0);
  }
  if (fault === 'reordered') return shuffled(steps, below).slice(0, 1 + any());
  if (fault === 'twice') return [...steps, ...shuffled(steps, below).slice(0, 1)];
  return [...steps, (records) => tear(records, below)];
}

function shuffled<T>(items: readonly T[], below: Below): T[] {
  const left = [...items];
  return items.flatMap(() => left.splice(below(left.length), 1));
}

function tear(records: MemoryRecords, below: Below): void {
  const places = [records.chunks, records.patches].flatMap((map) => [...map.keys()].map((key) => ({ map, key })));
  const place = places[below(places.length + 1)];
  if (place) place.map.set(place.key, spoilt(place.map.get(place.key), below));
  else records.head = spoilt(records.head, below);
}

export interface FaultReport {
  /** Faults that met a batch on its way to the store. */
  points: number;
  /** What was done on the way, that which met no fault included. */
  acts: number;
  /** Of the acts that came to the store. */
  faults: Record<Fault, number>;
  /** Batches that came to the store: small ones as a patch, large ones and those that fold the patches as chunks. */
  batches: { patch: number; chunks: number };
  /** What was there when the store was opened after a torn batch. */
  torn: { before: number; after: number; told: number };
  /** Of those told: how many read something from before. */
  saved: number;
}

/** As the app does it: an import in steps, everything else at once. */
function perform(ledger: KeptLedger, act: ModelAct): Promise<unknown> {
  if (act.is === 'import') {
    const statement = { ...aStatement(act.rows), fileName: act.name, digest: act.name };
    return ledger.changeInSteps((db) => recordSteps(db, statement, { homeCurrency: 'EUR', accountName: 'Card' }), {
      provesReferences: true,
    });
  }
  if (act.is === 'restore') return ledger.restore(act.backup.bytes);
  return ledger.change((db) => {
    if (act.is === 'undo') {
      undoImport(db, Number(db.query('SELECT id FROM statement WHERE file_name = ?', [act.name]).rows[0]?.[0]));
      return;
    }
    for (const [name, value] of act.notes) {
      db.execute('DELETE FROM setting WHERE name = ?', [name]);
      if (value !== null) db.execute('INSERT INTO setting (name, value) VALUES (?, ?)', [name, value]);
    }
  });
}

/** So many acts on one ledger; then from the beginning. */
const LIFE = 20;
/** One life in so many is of a ledger of some hundred pages. */
const LARGE = 50;

/** Half of all points, in the open or sealed. */
const half = Math.ceil(Number(process.env['SOTTO_FAULTS'] ?? 800) / 2);

/** A test of this half. */
export function testFaults(where: string, seed: number, coder: Coder): void {
  test(`${half} points at which a store fails, ${where}`, { timeout: 60_000 + half * 200 }, async () => {
    const report = await runFaults(half, seed, coder);
    if (half > 5_000) process.stderr.write(`${where}: ${JSON.stringify(report)}\n`);
    expect(report.points).toBe(half);
    for (const fault of FAULTS) expect(report.faults[fault], fault).toBeGreaterThan(half / 50);
    for (const outcome of ['before', 'after', 'told'] as const) expect(report.torn[outcome], outcome).toBeGreaterThan(0);
    for (const amount of [report.saved, report.batches.patch, report.batches.chunks]) expect(amount).toBeGreaterThan(0);
  });
}

async function runFaults(points: number, seed: number, coder: Coder): Promise<FaultReport> {
  const engine = await loadSqlEngine();
  const chance = random(seed);
  const below: Below = (limit) => Math.floor(chance() * limit);
  const records = new FailingRecords(below);
  const open = () => KeptLedger.open(engine, new RecordPageStore(records, coder));
  const fresh = await open();
  fresh.close();
  const atFirst = records.shallow();
  const report: FaultReport = {
    points: 0,
    acts: 0,
    faults: Object.fromEntries(FAULTS.map((fault) => [fault, 0])) as Record<Fault, number>,
    batches: records.batches,
    torn: { before: 0, after: 0, told: 0 },
    saved: 0,
  };

  let ledger = await open();
  let model = new LedgerModel();
  let history = [model];
  let backups: Backup[] = [];
  let isLarge = false;
  for (let act = 0; report.points < points; act += 1) {
    if (act % LIFE === 0) {
      ledger.close();
      records.become(atFirst);
      ledger = await open();
      model = new LedgerModel();
      history = [model];
      backups = [{ bytes: ledger.backup(), model }];
      isLarge = (act / LIFE) % LARGE === LARGE - 1;
    }
    const fault = FAULTS[below(FAULTS.length + 2)] ?? 'none';
    const drawn = model.draw(chance, isLarge, backups);
    const next = afterwards(model, drawn);
    const batches = records.batches.patch + records.batches.chunks;
    records.next = fault;
    records.before = records.after = records;
    const ended = await perform(ledger, drawn).then(
      () => 'done' as const,
      (error: unknown) => {
        if (error === CUT_OFF) return 'killed' as const;
        if (error instanceof AppError && /^storage/.test(error.code)) return 'refused' as const;
        throw error;
      },
    );
    const wrote = records.batches.patch + records.batches.chunks > batches;
    const what = `act ${act}, ${fault}, ${drawn.is}`;
    report.acts += 1;
    if (wrote) report.faults[fault] += 1;
    if (wrote && fault !== 'none') report.points += 1;
    if (ended !== 'killed') {
      expect(ended, what).toBe(!wrote || fault === 'none' || fault === 'answer lost' ? 'done' : 'refused');
      if (ended === 'done') model = next;
      history.push(model);
      expect(sees(ledger.db, model), `${what}: memory`).toBe(true);
      records.next = 'none';
      if (fault === 'none' && below(4) > 0) continue; // what was acknowledged is looked at in the store now and then, and at last
    }
    if (ended === 'killed') history.push(next);
    const candidates =
      fault === 'killed before' ? [model] : fault === 'killed after' ? [next] : ended === 'killed' ? [model, next] : [model];
    ledger.close();
    ledger = await open();
    if (ledger.isDamaged) {
      expect(TORN, what).toContain(fault);
      report.torn.told += 1;
      await expect(ledger.change((db) => db.execute('DELETE FROM setting'))).rejects.toMatchObject({ code: 'ledger-damaged' });
      const once = history.find((each) => sees(ledger.db, each, { orNothing: true }));
      expect(once, `${what}: what was saved never was`).toBeDefined();
      if (once && once !== history[0]) report.saved += 1;
      const isAfter = below(2) > 0; // and life goes on
      records.become(isAfter ? records.after : records.before);
      if (isAfter) model = next;
      ledger.close();
      ledger = await open();
      expect(sees(ledger.db, model), `${what}: the whole batch`).toBe(true);
      continue;
    }
    expect(ledger.db.query('PRAGMA integrity_check').rows, what).toEqual([['ok']]);
    expect(ledger.db.query('PRAGMA foreign_key_check').rows, what).toEqual([]);
    const found = candidates.find((each) => sees(ledger.db, each));
    expect(found, `${what}: what is there was never acknowledged, or what was is not there`).toBeDefined();
    if ((TORN as readonly string[]).includes(fault) && ended === 'killed') report.torn[found === next ? 'after' : 'before'] += 1;
    if (found) model = found;
    if (below(12) === 0) backups.push({ bytes: ledger.backup(), model });
  }
  ledger.close();
  ledger = await open();
  expect(sees(ledger.db, model), 'at last').toBe(true);
  ledger.close();
  return report;
}
