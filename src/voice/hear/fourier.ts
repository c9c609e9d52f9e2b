// The power spectrum of a short piece of sound: radix-2 FFT (Cooley and Tukey) with a Hann window. One size, tables made once.

export class PowerSpectrum {
  readonly #size: number;
  readonly #window: Float32Array;
  readonly #cos: Float32Array;
  readonly #sin: Float32Array;
  readonly #order: Uint16Array;
  readonly #re: Float32Array;
  readonly #im: Float32Array;
  readonly #power: Float32Array;

  /** `size` is a power of two. */
  constructor(size: number) {
    this.#size = size;
    this.#window = Float32Array.from({ length: size }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / size));
    this.#cos = Float32Array.from({ length: size / 2 }, (_, at) => Math.cos((2 * Math.PI * at) / size));
    this.#sin = Float32Array.from({ length: size / 2 }, (_, at) => Math.sin((2 * Math.PI * at) / size));
    const bits = Math.log2(size);
    this.#order = Uint16Array.from({ length: size }, (_, at) => {
      let turned = 0;
      for (let bit = 0; bit < bits; bit += 1) turned |= ((at >> bit) & 1) << (bits - 1 - bit);
      return turned;
    });
    this.#re = new Float32Array(size);
    this.#im = new Float32Array(size);
    this.#power = new Float32Array(size / 2);
  }

  /** Power in bins 0 to size / 2 - 1; the array is used again by the next call. */
  of(frame: Float32Array): Float32Array {
    const re = this.#re;
    const im = this.#im;
    for (let at = 0; at < this.#size; at += 1) {
      const from = this.#order[at] ?? 0;
      re[at] = (frame[from] ?? 0) * (this.#window[from] ?? 0);
      im[at] = 0;
    }
    for (let span = 1; span < this.#size; span *= 2) this.#combine(span);
    for (let at = 0; at < this.#power.length; at += 1) this.#power[at] = (re[at] ?? 0) ** 2 + (im[at] ?? 0) ** 2;
    return this.#power;
  }

  #combine(span: number): void {
    const re = this.#re;
    const im = this.#im;
    const stride = this.#size / (span * 2);
    for (let start = 0; start < this.#size; start += span * 2) {
      for (let at = 0; at < span; at += 1) {
        const cos = this.#cos[at * stride] ?? 0;
        const sin = this.#sin[at * stride] ?? 0;
        const low = start + at;
        const high = low + span;
        const x = (re[high] ?? 0) * cos + (im[high] ?? 0) * sin;
        const y = (im[high] ?? 0) * cos - (re[high] ?? 0) * sin;
        re[high] = (re[low] ?? 0) - x;
        im[high] = (im[low] ?? 0) - y;
        re[low] = (re[low] ?? 0) + x;
        im[low] = (im[low] ?? 0) + y;
      }
    }
  }
}
