// A shelf in memory that can be full, for tests.
import { AppError } from '../../src/base/errors.ts';
import type { Shelf } from '../../src/models/shelf.ts';

export interface MemoryShelf extends Shelf {
  readonly kept: Map<string, Blob>;
  room: number;
}

export function memoryShelf(): MemoryShelf {
  const kept = new Map<string, Blob>();
  const shelf: MemoryShelf = {
    kept,
    room: Infinity,
    get: (name) => Promise.resolve(kept.get(name) ?? null),
    put(name, blob) {
      const used = [...kept].reduce((sum, [each, { size }]) => sum + (each === name ? 0 : size), 0);
      if (used + blob.size > shelf.room) return Promise.reject(new AppError('model-no-room', 'full'));
      kept.set(name, blob);
      return Promise.resolve();
    },
    remove(prefix) {
      for (const name of [...kept.keys()]) if (name.startsWith(prefix)) kept.delete(name);
      return Promise.resolve();
    },
  };
  return shelf;
}
