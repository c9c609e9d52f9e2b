// What this device can do and what Sotto asked of the network, told from what the browser says. Evidence, not promises.

export interface Request {
  address: string;
  /** Bytes over the network; 0 when it came from a cache of this device. */
  bytes: number;
  elsewhere: boolean;
}

export interface Room {
  used: number;
  granted: number;
  /** Whether the browser keeps it when space is short. */
  persisted: boolean;
}

interface Told {
  gpu?: { requestAdapter(): Promise<object | null> };
  deviceMemory?: number;
}

/** Share of the room that may be used before it is told. */
const NEARLY_FULL = 0.8;

/** Undefined where there is none, as in Node and over plain http. */
const storage = (): StorageManager | undefined => (globalThis.navigator as Navigator | undefined)?.storage;

export class Device {
  #online = $state(true);
  #requests = $state.raw<readonly Request[]>([]);
  #room = $state.raw<Room | null>(null);
  #webgpu = $state<boolean | null>(null);
  #updateReady = $state(false);
  #takeUpdate: () => void = () => undefined;
  #asked = false;

  get online(): boolean {
    return this.#online;
  }
  get requests(): readonly Request[] {
    return this.#requests;
  }
  get room(): Room | null {
    return this.#room;
  }
  /** Null until it is known. */
  get webgpu(): boolean | null {
    return this.#webgpu;
  }
  get updateReady(): boolean {
    return this.#updateReady;
  }
  /** Gigabytes, rounded by the browser; null where it does not tell. */
  get memory(): number | null {
    return (navigator as Told).deviceMemory ?? null;
  }
  get cores(): number | null {
    return navigator.hardwareConcurrency ?? null;
  }

  /** Begins to listen to the network state and to note every request of this page. */
  watch(): void {
    this.#online = navigator.onLine;
    addEventListener('online', () => (this.#online = true));
    addEventListener('offline', () => (this.#online = false));
    const note = (entries: PerformanceEntryList) => {
      this.#requests = [...this.#requests, ...entries.map(toRequest)];
    };
    new PerformanceObserver((list) => note(list.getEntries())).observe({ type: 'resource', buffered: true });
    new PerformanceObserver((list) => note(list.getEntries())).observe({ type: 'navigation', buffered: true });
  }

  /** Looks at what takes a moment to learn: the graphics adapter and the room granted. */
  async look(): Promise<void> {
    const { gpu } = navigator as Told;
    this.#webgpu = gpu ? (await gpu.requestAdapter()) !== null : false;
    await this.measure();
  }

  async measure(): Promise<void> {
    if (!storage()) return;
    const [{ usage = 0, quota = 0 }, persisted] = await Promise.all([navigator.storage.estimate(), navigator.storage.persisted()]);
    this.#room = { used: usage, granted: quota, persisted };
  }

  /** Asks the browser to keep the ledger when space is short. */
  async keep(): Promise<void> {
    await navigator.storage.persist();
    await this.measure();
  }

  /** The right moment to ask: rows of the person's own have just come in. Asked once a visit; a browser may put it to the person. */
  async secure(): Promise<void> {
    await this.measure();
    if (!this.#room || this.#room.persisted || this.#asked) return;
    this.#asked = true;
    await this.keep();
  }

  /** So little room is left that a save may soon fail. */
  get isNearlyFull(): boolean {
    const room = this.#room;
    return room !== null && room.granted > 0 && room.used / room.granted > NEARLY_FULL;
  }

  /** A new version waits; it is taken only when the person says so. */
  offerUpdate(take: () => void): void {
    this.#takeUpdate = take;
    this.#updateReady = true;
  }
  takeUpdate(): void {
    this.#takeUpdate();
  }
}

function toRequest(entry: PerformanceEntry): Request {
  const { name, transferSize } = entry as PerformanceResourceTiming;
  const { origin, pathname } = new URL(name);
  const elsewhere = origin !== location.origin;
  return { address: elsewhere ? `${origin}${pathname}` : pathname, bytes: transferSize, elsewhere };
}
