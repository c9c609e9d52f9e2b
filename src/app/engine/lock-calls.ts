// The calls of src/app/ledger-api.ts that lock and unlock.
import { writeSetting } from '../../ledger/settings.ts';
import type { LedgerState } from '../../ledger/ledger.ts';
import type { KeptLedger } from '../../ledger/store/kept-ledger.ts';
import type { Handlers } from '../../rpc/serve.ts';
import type { LedgerApi } from '../ledger-api.ts';
import type { Locking } from './locking.ts';
import type { Signals, Turns } from './turns.ts';

/** How often it is looked whether anybody is there, in milliseconds; a device that slept is noticed as late. */
const LOOK = 15_000;

export interface LockParts {
  locking: Locking;
  turns: Turns;
  changes: Signals;
  /** Null while the ledger is not open. */
  kept(): KeptLedger | null;
  ledger(): KeptLedger;
  /** Opens the ledger, and gives its state. */
  open(): Promise<LedgerState>;
  /** The ledger lies elsewhere now: in the open, or locked. */
  moved(): Promise<void>;
  /** Lets go of everything that came from the ledger. */
  forget(): void;
}

type LockMethods =
  | 'lockState'
  | 'unlock'
  | 'lockNow'
  | 'prepareLock'
  | 'turnLockOn'
  | 'turnLockOff'
  | 'changePassphrase'
  | 'autoLock'
  | 'stay'
  | 'untilUnlocked';

export function lockCalls({
  locking,
  turns,
  changes,
  kept,
  ledger,
  open,
  moved,
  forget,
}: LockParts): Pick<Handlers<LedgerApi>, LockMethods> {
  let looking: ReturnType<typeof setInterval> | null = null;
  const lock = () => {
    if (!locking.isOn) return;
    locking.lockNow(kept());
    forget();
    changes.give(); // whoever watches hears that it is locked
  };
  const lookAfter = () => {
    if (looking !== null || !locking.isOn) return;
    looking = setInterval(() => void turns.take(lockIfIdle), LOOK);
  };
  const lockIfIdle = () => {
    const open = kept();
    if (open && locking.isIdle(open)) lock();
  };

  return {
    lockState: () => turns.take(() => locking.state(kept())),

    unlock: (secret) =>
      turns.take(async () => {
        await locking.unlock(secret);
        const state = await open();
        lookAfter();
        changes.give();
        return state;
      }),

    lockNow: () =>
      turns.take(() => {
        lock();
        return null;
      }),

    prepareLock: ({ passphrase }) => turns.take(async () => ({ recoveryKey: await locking.prepare(passphrase) })),

    turnLockOn: () =>
      turns.take(async () => {
        await locking.turnOn(ledger());
        await moved();
        lookAfter();
        return locking.state(kept());
      }),

    turnLockOff: (secret) =>
      turns.take(async () => {
        await locking.turnOff(ledger(), secret);
        await moved();
        return locking.state(kept());
      }),

    changePassphrase: ({ secret, next }) =>
      turns.take(async () => {
        await locking.change(secret, next);
        return null;
      }),

    autoLock: ({ minutes }) =>
      turns.take(async () => {
        await ledger().change((db) => writeSetting(db, 'auto-lock', minutes));
        return locking.state(kept());
      }),

    stay: () =>
      turns.take(() => {
        lockIfIdle(); // the device may have slept
        lookAfter();
        locking.stay();
        return null;
      }),

    untilUnlocked: async (_, { signal }) => {
      while (!(await turns.take(kept))) await changes.next(signal);
      return null;
    },
  };
}
