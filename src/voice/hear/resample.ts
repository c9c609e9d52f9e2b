// Changes the sample rate of mono sound that arrives in pieces, by a windowed sinc (Smith, "Digital Audio Resampling"), so that what
// lies above the new half rate is taken out and not folded back as whistles.

/** Zero crossings of the sinc on each side; more is steeper and slower. */
const REACH = 16;

export class Resampler {
  readonly #step: number;
  readonly #cutoff: number;
  readonly #half: number;
  #held = new Float32Array(0);
  /** Where `#held` begins in the input, and the input position of the next output sample. */
  #begin = 0;
  #next = 0;

  constructor(from: number, to: number) {
    this.#step = from / to;
    this.#cutoff = Math.min(1, to / from) * 0.95;
    this.#half = Math.ceil(REACH / this.#cutoff);
  }

  /** The output that this much input allows; the last few samples wait for their neighbours. */
  push(piece: Float32Array): Float32Array {
    const joined = new Float32Array(this.#held.length + piece.length);
    joined.set(this.#held);
    joined.set(piece, this.#held.length);
    const end = this.#begin + joined.length;
    const output: number[] = [];
    while (this.#next + this.#half < end) {
      output.push(this.#at(joined, this.#next - this.#begin));
      this.#next += this.#step;
    }
    const kept = Math.max(0, Math.min(joined.length, Math.floor(this.#next - this.#half) - this.#begin));
    this.#held = joined.slice(kept);
    this.#begin += kept;
    return Float32Array.from(output);
  }

  #at(samples: Float32Array, position: number): number {
    const first = Math.max(0, Math.ceil(position - this.#half));
    const last = Math.min(samples.length - 1, Math.floor(position + this.#half));
    let sum = 0;
    for (let at = first; at <= last; at += 1) {
      const away = at - position;
      const x = Math.PI * away * this.#cutoff;
      const sinc = x === 0 ? 1 : Math.sin(x) / x;
      const window = 0.5 + 0.5 * Math.cos((Math.PI * away) / this.#half);
      sum += (samples[at] ?? 0) * sinc * window;
    }
    return sum * this.#cutoff;
  }
}

/** Several channels as one: their mean. */
export function toMono(channels: readonly Float32Array[]): Float32Array {
  const [first, ...others] = channels;
  if (!first) return new Float32Array(0);
  if (others.length === 0) return first.slice();
  return first.map((sample, at) => others.reduce((sum, channel) => sum + (channel[at] ?? 0), sample) / channels.length);
}
