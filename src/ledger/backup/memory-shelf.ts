// Earlier states in memory: for Node, for tests, and for a browser that keeps nothing.
import type { SnapshotFacts, SnapshotShelf } from './snapshot.ts';

export function memoryShelf(): SnapshotShelf {
  let kept: SnapshotFacts[] = [];
  const pieces = new Map<string, unknown>();
  const sweep = () => {
    const ids = new Set(kept.map(({ id }) => String(id)));
    for (const key of [...pieces.keys()]) if (!ids.has(key.split(' ')[0] ?? '')) pieces.delete(key);
  };
  const without = (ids: readonly number[]) => kept.filter(({ id }) => !ids.includes(id));
  return {
    list: async () => kept,
    piece: async (id, at) => pieces.get(`${id} ${at}`) ?? null,
    begin: async () => sweep(),
    addPiece: async (id, at, content) => void pieces.set(`${id} ${at}`, content),
    put: async (facts, drop) => {
      kept = [...without(drop), facts];
      sweep();
    },
    drop: async (ids) => {
      kept = without(ids);
      sweep();
    },
    erase: async () => {
      kept = [];
      pieces.clear();
    },
  };
}
