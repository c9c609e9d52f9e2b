// The worker's side of src/app/acts-api.ts. Each act is one durable change; a refused one is nowhere.
import type { KeptLedger } from '../../ledger/store/kept-ledger.ts';
import type { Handlers } from '../../rpc/serve.ts';
import type { ActsApi } from '../acts-api.ts';
import { actingRoom, exportRoom } from './rooms.ts';
import type { Signals, Turns } from './turns.ts';

export interface ActingParts {
  turns: Turns;
  changes: Signals;
  ledger(): KeptLedger;
  now(): string;
}

export function actHandlers({ turns, changes, ledger, now }: ActingParts): Handlers<ActsApi> {
  const undo = async (find: (room: Awaited<ReturnType<typeof actingRoom>>) => number | null) => {
    const room = await actingRoom();
    return turns.take(async () => {
      const actId = find(room);
      if (actId === null) return null;
      const undone = await ledger().change((db) => room.undoAct(db, actId, now()));
      changes.give();
      return undone;
    });
  };

  return {
    act: async (act) => {
      const { performAct } = await actingRoom();
      return turns.take(async () => {
        const done = await ledger().change((db) => performAct(db, act, now()));
        changes.give();
        return done;
      });
    },
    undoAct: async ({ actId }) => {
      const undone = await undo(() => actId);
      if (!undone) throw new Error('an act that is named is taken back');
      return undone;
    },
    undoLast: () => undo(({ lastAct }) => lastAct(ledger().db)?.id ?? null),
    acts: async (page) => {
      const { readActs } = await actingRoom();
      return turns.take(() => readActs(ledger().db, page));
    },
    row: async ({ transactionId }) => {
      const { readRow } = await actingRoom();
      return turns.take(() => readRow(ledger().db, transactionId));
    },
    rules: async () => {
      const { readRules } = await actingRoom();
      return turns.take(() => readRules(ledger().db));
    },
    names: async () => {
      const { nameList } = await actingRoom();
      return turns.take(() => nameList(ledger().db));
    },
    exportAs: async ({ format }) => {
      const { exportLedger } = await exportRoom();
      return turns.take(() => exportLedger(ledger().db, format, now()));
    },
  };
}
