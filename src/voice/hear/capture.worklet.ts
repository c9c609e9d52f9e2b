// Runs on the audio thread: hands on the microphone's sound in pieces, all channels, as it is. Everything else is done elsewhere.

declare abstract class AudioWorkletProcessor {
  readonly port: MessagePort;
}
declare function registerProcessor(name: string, processor: new () => AudioWorkletProcessor): void;

/** About a fiftieth of a second at 16 kHz; the browser brings 128 samples a turn. */
const PIECE = 384;

class Capture extends AudioWorkletProcessor {
  #held: Float32Array[][] = [];
  #length = 0;

  process([input]: Float32Array[][]): boolean {
    if (!input?.[0]) return true;
    this.#held.push(input.map((channel) => channel.slice()));
    this.#length += input[0].length;
    if (this.#length >= PIECE) this.#send(input.length);
    return true;
  }

  #send(count: number): void {
    const channels = Array.from({ length: count }, (_, channel) => {
      const joined = new Float32Array(this.#length);
      let at = 0;
      for (const piece of this.#held) {
        const part = piece[channel];
        if (part) joined.set(part, at);
        at += piece[0]?.length ?? 0;
      }
      return joined;
    });
    this.port.postMessage(
      channels,
      channels.map(({ buffer }) => buffer),
    );
    this.#held = [];
    this.#length = 0;
  }
}

registerProcessor('capture', Capture);
