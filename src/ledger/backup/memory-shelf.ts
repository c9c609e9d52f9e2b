// Earlier states in memory: for Node, for tests, and for a browser that keeps nothing.
import type { Snapshot, SnapshotShelf } from './snapshot.ts';

export function memoryShelf(): SnapshotShelf {
  let kept: Snapshot[] = [];
  const without = (ids: readonly number[]) => kept.filter(({ facts }) => !ids.includes(facts.id));
  return {
    list: async () => kept.map(({ facts }) => facts),
    read: async (id) => kept.find(({ facts }) => facts.id === id) ?? null,
    put: async (snapshot, drop) => void (kept = [...kept, snapshot].filter(({ facts }) => !drop.includes(facts.id))),
    drop: async (ids) => void (kept = without(ids)),
    erase: async () => void (kept = []),
  };
}
