// Whole names by how they sound, for what a recogniser makes of them: "dutch brothers" Dutch Bros, "excel energy" Xcel Energy,
// "sick flags" Six Flags. Only whole names of two words' length count, and only one may fit: precision first.
import { lookUp } from '../../base/look-up.ts';
import { distance } from '../../base/distance.ts';
import { soundOf } from '../../base/sound.ts';
import type { LedgerNames } from './ledger-names.ts';

interface WholeName {
  id: number;
  joined: string;
  words: readonly string[];
}

export type WholeNames = ReadonlyMap<string, readonly WholeName[]>;

const SPOKEN: Readonly<Record<string, string>> = {
  bros: 'brothers',
  co: 'company',
  st: 'saint',
  mt: 'mount',
  dr: 'doctor',
  intl: 'international',
  mkt: 'market',
  ctr: 'center',
  svc: 'service',
  pkwy: 'parkway',
  bbq: 'barbecue',
  barbeque: 'barbecue',
};
const TAIL = /^(?:inc|ltd|limited|llc|plc|corp|gmbh|company|group|uk|us|usa)$/;

/** As it is said: "Bros" brothers, "Xcel" excel. */
const spoken = (word: string): string => (lookUp(SPOKEN, word) ?? word).replace(/^x(?=[^aeiou])/, 'ex');

export function indexWholeNames(names: LedgerNames, upTo: number): WholeNames {
  const index = new Map<string, WholeName[]>();
  if (names.payees.size > upTo) return index;
  for (const { id, words } of names.payees.values()) {
    const said = words.map(spoken);
    while (said.length > 1 && TAIL.test(said.at(-1) ?? '')) said.pop();
    const joined = said.join('');
    if (joined.length < 6) continue;
    const sound = soundOf(joined);
    const list = index.get(sound);
    const name = { id, joined, words: said };
    if (list) list.push(name);
    else index.set(sound, [name]);
  }
  return index;
}

/** How many letters may differ where the sound is the same, or nearly so. */
const LETTERS_SAME = 0.45;
const LETTERS_NEAR = 0.34;

function closeness(texts: readonly string[], joined: string, name: WholeName, near: boolean): number | null {
  const most = Math.max(joined.length, name.joined.length);
  const bound = Math.floor(most * (near ? LETTERS_NEAR : LETTERS_SAME));
  const off = distance(joined, name.joined, bound);
  if (off > bound || (joined[0] !== name.joined[0] && off > 2)) return null;
  if (!near) return off;
  const shared = texts.some((text) => text.length > 3 && name.words.includes(text)) || name.joined.startsWith(texts[0] ?? joined);
  return shared && most >= 8 ? off + 1 : off <= 1 && most >= 8 ? off + 1 : null;
}

/** The one payee whose whole name these words sound like. */
export function soundsLike(said: readonly string[], index: WholeNames): number | null {
  const texts = said.map((text) => spoken(text.replace(/'/g, '')));
  const joined = texts.join('').replace(/[^a-z0-9]/g, '');
  const sound = soundOf(joined);
  if (sound.length < 4 || index.size === 0) return null;
  let best: { id: number; off: number } | null = null;
  let tied = false;
  const consider = (names: readonly WholeName[], near: boolean) => {
    for (const name of names) {
      const off = closeness(texts, joined, name, near);
      if (off === null || name.id === best?.id) continue;
      if (!best || off < best.off) [best, tied] = [{ id: name.id, off }, false];
      else if (off === best.off) tied = true;
    }
  };
  consider(index.get(sound) ?? [], false);
  const same = best as { id: number } | null;
  if (same === null)
    for (const [other, names] of index)
      if (other[0] === sound[0] && Math.abs(other.length - sound.length) <= 1 && distance(sound, other, 1) <= 1) consider(names, true);
  const chosen = best as { id: number } | null;
  return tied ? null : (chosen?.id ?? null);
}
