import type { Channel, Locks } from '../../src/app/engine/shared.ts';

/** Web Locks of one origin: whoever dies lets go. */
export class FakeLocks {
  #holder: string | null = null;
  #queue: { tab: string; held: (lock: object | null) => Promise<unknown> }[] = [];
  of(tab: string): Locks {
    return {
      request: (_name, { ifAvailable }, held) => {
        if (this.#holder !== null && ifAvailable) return held(null);
        if (this.#holder !== null) {
          this.#queue.push({ tab, held });
          return new Promise(() => undefined);
        }
        this.#holder = tab;
        return held({});
      },
    };
  }
  kill(tab: string): void {
    this.#queue = this.#queue.filter((waiting) => waiting.tab !== tab);
    if (this.#holder !== tab) return;
    this.#holder = null;
    const next = this.#queue.shift();
    if (!next) return;
    this.#holder = next.tab;
    void next.held({});
  }
}

/** BroadcastChannel of one origin. Node's own cannot carry a Blob. */
export class FakeBus {
  readonly #channels = new Set<Channel>();
  open(): Channel & { close(): void } {
    const channel: Channel & { close(): void } = {
      onmessage: null,
      postMessage: (data) => {
        if (!this.#channels.has(channel)) return; // a dead tab is silent
        for (const other of this.#channels) {
          if (other !== channel)
            queueMicrotask(() => this.#channels.has(other as typeof channel) && other.onmessage?.({ data } as MessageEvent));
        }
      },
      close: () => void this.#channels.delete(channel),
    };
    this.#channels.add(channel);
    return channel;
  }
}
