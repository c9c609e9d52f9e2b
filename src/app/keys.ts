// The key map as data: which act a key press means. Pure, so that the map can be read and tested without a page.

export type Act =
  | { do: 'box' }
  | { do: 'back' }
  | { do: 'trace' }
  | { do: 'read' }
  | { do: 'go'; screen: 'ask' | 'ledger' | 'import' | 'accounts' | 'changes' | 'history' | 'models' }
  | { do: 'row'; step: 1 | -1 }
  | { do: 'edit' }
  | { do: 'blur' }
  | { do: 'undo' }
  | { do: 'keys' };

export interface Press {
  key: string;
  ctrl: boolean;
  meta: boolean;
  alt: boolean;
  /** Whether a text field or a select has the focus: letters then belong to it. */
  inField: boolean;
}

const SINGLE: Readonly<Record<string, Act>> = {
  '/': { do: 'box' },
  t: { do: 'trace' },
  r: { do: 'read' },
  j: { do: 'row', step: 1 },
  k: { do: 'row', step: -1 },
  e: { do: 'edit' },
  b: { do: 'blur' },
  '?': { do: 'keys' },
};

const AFTER_G: Readonly<Record<string, Act>> = {
  a: { do: 'go', screen: 'ask' },
  l: { do: 'go', screen: 'ledger' },
  i: { do: 'go', screen: 'import' },
  c: { do: 'go', screen: 'accounts' },
  m: { do: 'go', screen: 'models' },
  w: { do: 'go', screen: 'changes' },
  h: { do: 'go', screen: 'history' },
};

/** The act, or 'g' when a second key is awaited, or null when the press is not ours. `before` is what the last press gave. */
export function readKey({ key, ctrl, meta, alt, inField }: Press, singleKeys: boolean, before: Act | 'g' | null): Act | 'g' | null {
  if (key === 'Escape') return { do: 'back' };
  if (inField || alt) return null;
  const letter = key.length === 1 ? key.toLowerCase() : key;
  if (ctrl || meta) return letter === 'z' ? { do: 'undo' } : null;
  if (!singleKeys) return null;
  if (before === 'g' && Object.hasOwn(AFTER_G, letter)) return AFTER_G[letter] ?? null;
  if (letter === 'g') return 'g';
  return Object.hasOwn(SINGLE, letter) ? (SINGLE[letter] ?? null) : null;
}
