// Mends a transcript by the names that this ledger holds: a recogniser writes what it heard ("whole food's", "grow series"), the
// ledger knows what is meant. What was changed is told word by word, so that it can be shown and taken back.
import { distance } from '../../base/distance.ts';
import { soundOf } from '../../base/sound.ts';
import { fold } from '../../base/text.ts';
import everydayWords from './everyday.json' with { type: 'json' };

export interface NameChange {
  /** As the recogniser wrote it, and the ledger's name put in its place. */
  said: string;
  name: string;
}

export interface Mended {
  text: string;
  /** The transcript before. */
  said: string;
  changes: NameChange[];
}

interface Name {
  name: string;
  squashed: string;
  sound: string;
}

interface Token {
  text: string;
  plain: string;
  start: number;
  end: number;
}

const everyday = new Set(everydayWords);
/** Words of one name that a recogniser may split it into. */
const WIDEST = 4;
/** Words before which a name is likely: then a sound that is nearly right is enough. */
const CUES = new Set(['at', 'from', 'to', 'on', 'with', 'for', 'by', 'about', 'in', 'did', 'is', 'my', 'and']);

const squash = (text: string): string => fold(text).replace(/[^a-z0-9]/g, '');

/** Names ready for matching; short ones and those that are everyday words are left alone, since they would match anything. */
export class NameIndex {
  readonly #bySquash = new Map<string, Name>();
  readonly #bySound = new Map<string, Name[]>();
  readonly #all: Name[] = [];

  constructor(names: readonly string[]) {
    for (const name of names) {
      const squashed = squash(name);
      const entry = { name, squashed, sound: soundOf(squashed) };
      if (squashed.length < 3 || this.#bySquash.has(squashed)) continue;
      this.#bySquash.set(squashed, entry);
      this.#bySound.set(entry.sound, [...(this.#bySound.get(entry.sound) ?? []), entry]);
      this.#all.push(entry);
    }
  }

  spelled(said: string): Name | null {
    return this.#bySquash.get(said) ?? null;
  }

  /** The one name that sounds like it; null when none does, or two do equally. `nearly` allows one slip of the sound. */
  sounding(said: string, nearly: boolean): Name | null {
    const sound = soundOf(said);
    const near = (entry: Name) => distance(said, entry.squashed, Math.floor(entry.squashed.length * 0.45));
    const close = (entry: Name) => near(entry) <= Math.floor(entry.squashed.length * 0.45);
    const same = sound.length >= 3 ? (this.#bySound.get(sound) ?? []).filter(close) : [];
    if (same.length > 0 || !nearly || sound.length < 5) return single(same, near);
    return single(
      this.#all.filter(
        (entry) => entry.sound.length >= 5 && distance(sound, entry.sound, 1) <= 1 && near(entry) <= Math.floor(entry.squashed.length / 3),
      ),
      near,
    );
  }
}

function single(entries: readonly Name[], near: (entry: Name) => number): Name | null {
  const [first, second] = entries.toSorted((a, b) => near(a) - near(b));
  return first && (!second || near(first) < near(second)) ? first : null;
}

export function mendNames(said: string, index: NameIndex): Mended {
  const tokens = toTokens(said);
  const changes: NameChange[] = [];
  let text = '';
  let kept = 0;
  for (let at = 0; at < tokens.length;) {
    const found = widest(tokens, at, index);
    const first = tokens[at];
    const last = tokens[at + (found?.width ?? 1) - 1];
    at += found?.width ?? 1;
    if (!found || !first || !last) continue;
    const written = said.slice(first.start, last.end);
    if (fold(written) === fold(found.name)) continue;
    text += said.slice(kept, first.start) + found.name;
    kept = last.end;
    changes.push({ said: written, name: found.name });
  }
  return { text: text + said.slice(kept), said, changes };
}

/** The name that the most words from `at` on make, spelling before sound. */
function widest(tokens: readonly Token[], at: number, index: NameIndex): { name: string; width: number } | null {
  const cue = CUES.has(tokens[at - 1]?.plain ?? '');
  for (let width = Math.min(WIDEST, tokens.length - at); width >= 1; width -= 1) {
    const window = tokens.slice(at, at + width);
    const said = window.map(({ plain }) => plain).join('');
    const spelled = index.spelled(said);
    if (spelled) return { name: spelled.name, width };
    // A stretch of everyday words means itself, and a name never begins or ends with the little words around it.
    if (window.every(({ plain }) => everyday.has(plain))) continue;
    if (width > 1 && (CUES.has(window[0]?.plain ?? '') || isTimeWord(window.at(-1)?.plain))) continue;
    const sounding = index.sounding(said, cue);
    if (sounding) return { name: sounding.name, width };
  }
  return null;
}

const isTimeWord = (word: string | undefined): boolean =>
  word !== undefined && /^(last|this|next|in|since|during|per|a|the|week|month|year|today|yesterday)$/.test(word);

function toTokens(text: string): Token[] {
  return [...text.matchAll(/[\p{L}\p{N}]+(?:['’&.-][\p{L}\p{N}]+)*/gu)].map((match) => ({
    text: match[0],
    plain: squash(match[0]),
    start: match.index,
    end: match.index + match[0].length,
  }));
}
