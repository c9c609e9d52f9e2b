// The worker's side of src/app/ledger-api.ts: import, ledger and questions composed. Calls take turns; an acknowledged change is
// durable, a refused one is nowhere. Nothing here knows of workers, so that the same engine runs in Node.
import { AppError } from '../base/errors.ts';
import { accountSummaries, ledgerState, statementSummaries, transactions, type LedgerState } from '../ledger/ledger.ts';
import { rememberLayoutChoice } from '../ledger/layout-choices.ts';
import { forgetMeaning, readMeanings, teachMeaning } from '../ledger/meanings.ts';
import { keepVectors, withoutVector } from '../ledger/name-vectors.ts';
import { putAway } from '../ledger/put-away.ts';
import { readOnly } from '../ledger/read-only.ts';
import { readingCopy } from '../ledger/reading-copy.ts';
import type { RecordProgress } from '../ledger/recording/record-statement.ts';
import { chooseHome, keepQuestions, keptQuestions, revisionOf } from '../ledger/settings.ts';
import type { SqlEngine, SqlJsDatabase } from '../ledger/sql-js-database.ts';
import type { ReadableDatabase } from '../ledger/database.ts';
import type { KeptLedger } from '../ledger/store/kept-ledger.ts';
import type { PageStore } from '../ledger/store/page-store.ts';
import type { Quota, SnapshotShelf } from '../ledger/backup/snapshot.ts';
import { memoryShelf } from '../ledger/backup/memory-shelf.ts';
import type { RecordBase } from '../ledger/store/record-page-store.ts';
import { Vault } from '../ledger/lock/vault.ts';
import type { Handlers } from '../rpc/serve.ts';
import type { Conversations } from './engine/asking.ts';
import { createKeeping } from './engine/keeping.ts';
import { lockCalls } from './engine/lock-calls.ts';
import { Locking, ownKey, type KeyShare } from './engine/locking.ts';
import { Previews, type KeptReading } from './engine/previews.ts';
import { Readiness } from './engine/readiness.ts';
import { askingRoom, readingRoom, recordingRoom, sampleRoom, tellingRoom } from './engine/rooms.ts';
import { lookUp } from './engine/looking-up.ts';
import { Orders } from './engine/remote-model.ts';
import { actHandlers } from './engine/act-handlers.ts';
import { Signals, Turns } from './engine/turns.ts';
import type { LedgerApi } from './ledger-api.ts';

/** Milliseconds between two keys of somebody who types, and not fast. */
const HUSH = 700;

export interface EngineParts {
  loadSql(): Promise<SqlEngine>;
  store: PageStore;
  /** Where a locked ledger lies; without it none can be locked. */
  lockable?: RecordBase;
  keys?: KeyShare;
  /** Where earlier states lie. */
  shelf?: SnapshotShelf;
  /** Runs work for which nobody waits, some time after the ledger was opened. */
  later?: (work: () => Promise<void>) => void;
  /** What the browser grants this site; null where it does not say. */
  quota?: () => Promise<Quota | null>;
  /** Milliseconds. */
  clock?: () => number;
  /** The time of an import, ISO 8601 in UTC. */
  now(): string;
}

export function createEngine({
  loadSql,
  store,
  now,
  lockable,
  keys = ownKey(),
  shelf = memoryShelf(),
  later,
  quota = async () => null,
  clock = Date.now,
}: EngineParts): Handlers<LedgerApi> {
  const turns = new Turns();
  const previews = new Previews();
  let conversations: Conversations | null = null;
  const changes = new Signals();
  const vault = new Vault(store, lockable);
  const locking = new Locking(vault, keys, clock);
  const orders = new Orders();
  let kept: KeptLedger | null = null;
  let home = 'USD';

  const ledger = (): KeptLedger => {
    if (kept) return kept;
    throw locking.isOn ? new AppError('ledger-locked', 'the ledger is locked') : new AppError('unexpected', 'the ledger was not opened');
  };
  let reading: { db: SqlJsDatabase; face: ReadableDatabase } | null = null;
  /** The same object as long as the database is: questions keep the names they read beside it. */
  const reader = (db = ledger().db): ReadableDatabase => {
    if (reading?.db !== db) reading = { db, face: readOnly(db) };
    return reading.face;
  };
  const read = () => ({ of: reader(), revision: revisionOf(ledger().db) });
  const readiness = new Readiness({ turns, isOpen: () => kept !== null, lookAhead: () => locking.lookAhead(loadSql), reader });
  const conversing = async (): Promise<Conversations> => {
    const { Conversations } = await askingRoom();
    return (conversations ??= new Conversations());
  };
  const state = (): LedgerState => ledgerState(ledger().db, home, ledger().isDamaged);

  const open = async (): Promise<LedgerState> => {
    if (!kept) {
      kept = await locking.open(loadSql);
      if (locking.isOn) await keeping.sweep(); // what an act that was cut off left in the open
      later?.(() => keeping.keepIfDue());
    }
    if (!kept.isDamaged) await kept.change((db) => chooseHome(db, home));
    return state();
  };
  const keeping = createKeeping({
    turns,
    shelf,
    loadSql,
    now,
    ledger,
    isHeld: (each) => each === kept,
    quota,
    held: () => locking.held(),
    state,
    replaced() {
      previews.clear();
      conversations?.forget();
      changes.give();
    },
  });
  const forget = () => {
    kept = null;
    reading = null;
    previews.clear();
    conversations = null;
  };

  return {
    open: (input) =>
      turns.take(() => {
        home = input.home;
        return open();
      }),
    makeReady: ({ today }) => readiness.make(today),
    ...lockCalls({ locking, turns, changes, kept: () => kept, ledger, open, moved: () => keeping.sweep(), forget }),

    watch: async ({ revision }, { signal }) => {
      for (;;) {
        const now = await turns.take(state);
        if (now.revision !== revision) return now;
        await changes.next(signal);
      }
    },

    preview: async ({ file, name, today, guesses }, { signal, note }) => {
      await turns.take(() => undefined); // whatever opens the ledger comes first
      const onProgress = (done: number, total: number) => note({ step: 'reading', done, total });
      const { previewOf, readFile } = await readingRoom();
      const read = await readFile(ledger().db, { file, name, today, guesses, signal, onProgress });
      return turns.take(() => {
        signal.throwIfAborted();
        note({ step: 'checking', done: 0, total: read.reading.entries.length });
        return previewOf(ledger().db, read, previews.keep(read), { homeCurrency: home });
      });
    },

    import: ({ previewId, accountId, accountName }, { signal, note }) =>
      turns.take(async () => {
        signal.throwIfAborted();
        const read = previews.get(previewId);
        const [{ toReadStatement }, { recordSteps, MANY }] = await Promise.all([readingRoom(), recordingRoom()]);
        const said = Object.entries(read.guesses).filter(([key]) => key !== 'account'); // which account it is, each file says anew
        const result = await ledger().changeInSteps(
          function* (db) {
            rememberLayoutChoice(db, read.reading.fingerprint, Object.fromEntries(said));
            const recorded = yield* recordSteps(db, toReadStatement(read, now()), { homeCurrency: home, accountId, accountName });
            chooseHome(db, home);
            return recorded;
          },
          {
            signal,
            onStep: ({ done, total }: RecordProgress) => note({ step: 'writing', done, total }),
            onSaving: () => note({ step: 'saving', done: 0, total: 1 }),
            provesReferences: read.reading.entries.length >= MANY,
          },
        );
        previews.drop(previewId);
        changes.give();
        return result;
      }),

    dropPreview: ({ previewId }) => {
      previews.drop(previewId);
      return null;
    },

    undoImport: ({ statementId }) =>
      turns.take(async () => {
        const { undoImport } = await recordingRoom();
        await ledger().change((db) => undoImport(db, statementId, now()));
        changes.give();
        return state();
      }),

    statements: () => turns.take(() => statementSummaries(ledger().db)),
    accounts: () => turns.take(() => accountSummaries(ledger().db)),

    addSample: ({ today }, { signal, note }) =>
      turns.take(async () => {
        const [{ sampleHousehold }, { readFile, toReadStatement }, { recordSteps }] = await Promise.all([
          sampleRoom(),
          readingRoom(),
          recordingRoom(),
        ]);
        const files = sampleHousehold(today);
        const reads: KeptReading[] = [];
        for (const [done, { fileName, text }] of files.entries()) {
          note({ step: 'reading', done, total: files.length });
          reads.push(await readFile(ledger().db, { file: new Blob([text]), name: fileName, today, signal }));
        }
        await ledger().changeInSteps(
          function* (db) {
            for (const read of reads) yield* recordSteps(db, toReadStatement(read, now()), { homeCurrency: home, isSample: true });
          },
          {
            signal,
            onStep: ({ done, total }: RecordProgress) => note({ step: 'writing', done, total }),
            onSaving: () => note({ step: 'saving', done: 0, total: 1 }),
          },
        );
        changes.give();
        return state();
      }),

    removeSample: () =>
      turns.take(async () => {
        const { undoImport } = await recordingRoom();
        await ledger().change((db) => {
          for (const [id] of db.query('SELECT id FROM statement WHERE is_sample ORDER BY id DESC').rows) undoImport(db, Number(id));
        });
        changes.give();
        return state();
      }),

    ...actHandlers({ turns, changes, ledger, now }),

    ask: async (asked, { signal, note }) => {
      const { model, embedding } = asked;
      const withLedger = <T>(work: (db: ReadableDatabase) => T) => turns.take(() => work(reader()));
      const { talks, answer, meaning } = await turns.take(async () => {
        const talks = await conversing();
        const answer = talks.ask(reader(), asked);
        return { talks, answer, meaning: embedding ? talks.turnToMeaning(reader(), asked, answer, embedding) : null };
      });
      const seen = meaning ? await lookUp(meaning, { answer, orders, note, signal, withLedger }) : { answer, alike: [] };
      const turn = model ? await withLedger((db) => talks.turnToModel(db, asked, seen.answer, model, seen.alike)) : null;
      if (!model || !turn) return seen.answer;
      note({ is: 'rules', answer: seen.answer, next: 'model' });
      const { askModel, MODEL_TIME } = await askingRoom();
      return askModel(orders.modelOf(model, note, signal), turn, { withLedger, signal, timeLimit: MODEL_TIME });
    },
    withoutVector: ({ model, most }) => turns.take(() => withoutVector(ledger().db, model, most)),
    keepVectors: ({ model, vectors }) =>
      turns.take(async () => {
        await ledger().change((db) => keepVectors(db, model, vectors));
        return null;
      }),
    completed: (end) => {
      orders.completed(end);
      return null;
    },
    meanings: () => turns.take(() => readMeanings(ledger().db)),
    teach: (meaning) =>
      turns.take(async () => {
        await ledger().change((db) => teachMeaning(db, meaning, now()));
        changes.give();
        return readMeanings(ledger().db);
      }),
    forgetMeaning: ({ phrase }) =>
      turns.take(async () => {
        await ledger().change((db) => forgetMeaning(db, phrase));
        conversations?.unlearn(phrase);
        changes.give();
        return readMeanings(ledger().db);
      }),
    keptQuestions: () => turns.take(() => keptQuestions(ledger().db)),
    keepQuestions: ({ questions }) =>
      turns.take(async () => {
        await ledger().change((db) => keepQuestions(db, questions));
        changes.give();
        return null;
      }),
    suggestions: async ({ today }) => {
      const { suggestQuestions } = await askingRoom();
      return turns.takeSteps(read, (db) => suggestQuestions(db, today));
    },
    rehearse: async ({ today }) => {
      const { rehearse } = await askingRoom();
      return turns.takeSteps(read, (db) => rehearse(db, today));
    },
    hush: () => {
      turns.hush(HUSH);
      return null;
    },
    insights: async ({ today, all = false }) => {
      const { tellInsights } = await tellingRoom();
      return turns.takeSteps(read, (db) => tellInsights(db, today, all));
    },
    putAway: ({ key, away }) =>
      turns.take(async () => {
        await ledger().change((db) => putAway(db, key, away));
        changes.give();
        return null;
      }),
    evidence: (page) => turns.take(async () => (await askingRoom()).evidencePage(reader(), page)),
    transactions: (filter) => turns.take(() => transactions(ledger().db, filter)),

    readingCopy: () => turns.take(async () => new Blob([readingCopy(await loadSql(), ledger().backup()) as Uint8Array<ArrayBuffer>])),

    ...keeping.calls,

    eraseAll: () =>
      turns.take(async () => {
        kept?.close();
        forget();
        await vault.erase();
        await keeping.erase();
        locking.forget();
        await open();
        changes.give();
        return null;
      }),
  };
}
