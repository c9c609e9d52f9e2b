import type { Channel, Locks } from '../../src/app/engine/shared.ts';

interface Waiting {
  tab: string;
  held: (lock: object | null) => Promise<unknown>;
}

/** Web Locks of one origin: whoever dies lets go. */
export class FakeLocks {
  readonly #holders = new Map<string, string>();
  readonly #queues = new Map<string, Waiting[]>();
  of(tab: string): Locks {
    return {
      request: (name, { ifAvailable }, held) => {
        if (!this.#holders.has(name)) return this.#grant(name, { tab, held });
        if (ifAvailable) return held(null);
        this.#queues.set(name, [...(this.#queues.get(name) ?? []), { tab, held }]);
        return new Promise(() => undefined);
      },
    };
  }
  kill(tab: string): void {
    for (const [name, queue] of this.#queues) {
      const left = queue.filter((waiting) => waiting.tab !== tab);
      this.#queues.set(name, left);
    }
    for (const [name, holder] of [...this.#holders]) if (holder === tab) this.#pass(name);
  }
  async #grant(name: string, { tab, held }: Waiting): Promise<void> {
    this.#holders.set(name, tab);
    await held({});
    if (this.#holders.get(name) === tab) this.#pass(name); // it let go by itself
  }
  #pass(name: string): void {
    this.#holders.delete(name);
    const next = this.#queues.get(name)?.shift();
    if (next) void this.#grant(name, next);
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
