// The key of an unlocked ledger, shared by the workers of all tabs, so that the next owner opens the ledger without asking again.
// It is a key that no code can read out; locking takes it from all of them. Nothing here is written anywhere.
import type { HeldKey } from '../../ledger/lock/lock.ts';
import type { KeyShare } from './locking.ts';
import type { Channel } from './shared.ts';

type Message = { kind: 'wanted' } | { kind: 'key'; held: HeldKey | null };

/** Milliseconds that a new worker waits for another that has it. */
const PATIENCE = 150;

export function shareKey(channel: Channel): KeyShare {
  let mine: HeldKey | null = null;
  /** Whether anything was heard, be it that there is no key. */
  let asked: Promise<void> | null = null;
  let heard: () => void = () => undefined;

  channel.onmessage = ({ data }: MessageEvent<Message>) => {
    if (data.kind === 'key') {
      mine = data.held;
      heard();
    } else if (mine) channel.postMessage({ kind: 'key', held: mine } satisfies Message);
  };

  const ask = async () => {
    const answered = new Promise<void>((done) => (heard = done));
    channel.postMessage({ kind: 'wanted' } satisfies Message);
    await Promise.race([answered, new Promise((done) => setTimeout(done, PATIENCE))]);
  };
  void (asked = ask());

  return {
    async current() {
      if (!mine) await asked;
      return mine;
    },
    put(held) {
      mine = held;
      channel.postMessage({ kind: 'key', held } satisfies Message);
    },
  };
}
