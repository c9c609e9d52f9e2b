// A store that forgets, for tests of what stands above the store.
import { AppError } from '../../src/base/errors.ts';
import { PAGE_SIZE, type Change, type PageStore, type StoredImage } from '../../src/ledger/store/page-store.ts';

export class MemoryStore implements PageStore {
  #kept: StoredImage | null = null;

  async load(): Promise<StoredImage | null> {
    return this.#kept && { generation: this.#kept.generation, bytes: this.#kept.bytes.slice() };
  }

  salvage(): Promise<StoredImage | null> {
    return this.load();
  }

  async commit({ generation, image, pages }: Change): Promise<void> {
    const stored = this.#kept?.generation ?? 0;
    if (generation !== stored + 1) throw new AppError('ledger-in-use', `the store is at ${stored}, not before ${generation}`);
    const bytes = new Uint8Array(image.length);
    bytes.set(this.#kept?.bytes.subarray(0, image.length) ?? []);
    for (const page of pages) bytes.set(image.subarray(page * PAGE_SIZE, (page + 1) * PAGE_SIZE), page * PAGE_SIZE);
    this.#kept = { generation, bytes };
  }

  async erase(): Promise<void> {
    this.#kept = null;
  }

  close(): void {
    // nothing is held open
  }
}
