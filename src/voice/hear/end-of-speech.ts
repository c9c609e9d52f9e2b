// Follows sound as it comes and decides two things: that the speaker has finished, and whether any words were said at all.
// Silence, hiss, traffic, keys and music must never become a question. Speech is told by what a voice does and instruments do not:
// it is voiced at a human pitch that glides, its spectrum changes with every sound, and it falls silent between syllables.
import { FRAME, featuresOf, HOP, HOP_MS, RATE, shapeDistance, type Features } from './features.ts';

export interface Evidence {
  /** Milliseconds well above the noise floor, and of those the voiced ones. */
  loud: number;
  voiced: number;
  /** How far the spectrum moves in 64 ms, middle value of loud frames. */
  change: number;
  /** Share of voiced frames whose pitch stays put, as a note does. */
  held: number;
  /** Flatness of the spectrum in voiced frames, middle value: near 0 for voices, above 0.4 for hiss. */
  flatness: number;
}

export interface Verdict {
  words: boolean;
  /** Half-open sample offsets that hold what was loud, with a margin. */
  from: number;
  until: number;
  evidence: Evidence;
}

export const LIMITS = {
  /** Decibels above the floor that count as loud, and the level below which nothing does. */
  rise: 7,
  least: -60,
  voicing: 0.6,
  /** A short "no" has about a tenth of a second of voice. */
  voiced: 100,
  change: 0.75,
  /** Semitones within which a pitch counts as held, and the share of held frames that only notes have. */
  semitone: 0.04,
  held: 0.35,
  flatness: 0.3,
  /** Milliseconds of quiet that end a sentence; of waiting for a first word; and of any one question. */
  pause: 900,
  patience: 8000,
  longest: 28000,
} as const;

const STEP = 4; // frames between two spectra compared: 64 ms, about a speech sound
const FLOOR_SPAN = Math.round(3000 / HOP_MS);
const MARGIN = Math.round(0.3 * RATE);

interface Moment {
  level: number;
  voicing: number;
  pitch: number;
  flatness: number;
  change: number | null;
}

export type Ending = 'pause' | 'no-words' | 'too-long';

export class SpeechFollower {
  readonly #moments: Moment[] = [];
  readonly #frame = new Float32Array(FRAME);
  #filled = 0;
  #shapes: Float32Array[] = [];
  #lastLoud = -1;
  #heard = 0;

  /** Takes more sound; tells why listening should end, or null to go on. */
  push(samples: Float32Array): Ending | null {
    this.#heard += samples.length;
    for (let at = 0; at < samples.length;) {
      const taken = Math.min(FRAME - this.#filled, samples.length - at);
      this.#frame.set(samples.subarray(at, at + taken), this.#filled);
      this.#filled += taken;
      at += taken;
      if (this.#filled < FRAME) break;
      this.#note(featuresOf(this.#frame));
      this.#frame.copyWithin(0, HOP);
      this.#filled = FRAME - HOP;
    }
    return this.#ending();
  }

  verdict(): Verdict {
    const floor = percentile(
      this.#moments.map(({ level }) => level),
      0.1,
    );
    const loud = indices(this.#moments, ({ level }) => isLoud(level, floor));
    const evidence = weigh(this.#moments, loud);
    const first = loud[0] ?? 0;
    const last = loud.at(-1) ?? -1;
    return {
      words: soundsLikeWords(evidence),
      from: Math.max(0, first * HOP - MARGIN),
      until: Math.min(this.#heard, last < 0 ? 0 : last * HOP + FRAME + MARGIN),
      evidence,
    };
  }

  #note({ shape, ...rest }: Features): void {
    const before = this.#shapes.length >= STEP ? this.#shapes[0] : undefined;
    this.#moments.push({ ...rest, change: before ? shapeDistance(shape, before) : null });
    this.#shapes = [...this.#shapes.slice(this.#shapes.length >= STEP ? 1 : 0), shape];
    const floor = percentile(
      this.#moments.slice(-FLOOR_SPAN).map(({ level }) => level),
      0.1,
    );
    if (isLoud(rest.level, floor)) this.#lastLoud = this.#moments.length - 1;
  }

  #ending(): Ending | null {
    const elapsed = this.#moments.length * HOP_MS;
    if (elapsed >= LIMITS.longest) return this.verdict().words ? 'too-long' : 'no-words';
    const quiet = (this.#moments.length - 1 - this.#lastLoud) * HOP_MS;
    if (this.#lastLoud >= 0 && quiet >= LIMITS.pause && this.verdict().words) return 'pause';
    return elapsed >= LIMITS.patience && !this.verdict().words ? 'no-words' : null;
  }
}

const isLoud = (level: number, floor: number): boolean => level > LIMITS.least && level > floor + LIMITS.rise;

const indices = <T>(list: readonly T[], keep: (item: T) => boolean): number[] => list.flatMap((item, at) => (keep(item) ? [at] : []));

function weigh(moments: readonly Moment[], loud: readonly number[]): Evidence {
  const at = (index: number) => moments[index];
  const voiced = loud.filter((index) => (at(index)?.voicing ?? 0) > LIMITS.voicing);
  const glides = voiced.flatMap((index) => {
    const now = at(index);
    const before = at(index - 2);
    return now && before && before.voicing > LIMITS.voicing ? [Math.abs(12 * Math.log2(now.pitch / before.pitch))] : [];
  });
  return {
    loud: loud.length * HOP_MS,
    voiced: voiced.length * HOP_MS,
    change: percentile(
      loud.flatMap((index) => at(index)?.change ?? []),
      0.5,
    ),
    held: glides.length === 0 ? 0 : glides.filter((glide) => glide < LIMITS.semitone).length / glides.length,
    flatness: percentile(
      voiced.map((index) => at(index)?.flatness ?? 1),
      0.5,
    ),
  };
}

const soundsLikeWords = ({ voiced, change, held, flatness }: Evidence): boolean =>
  voiced >= LIMITS.voiced && change >= LIMITS.change && held < LIMITS.held && flatness < LIMITS.flatness;

/** The value below which that share lies; 0 of an empty list. */
function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor((sorted.length - 1) * share)] ?? 0;
}
