// Sounds for tests: the recordings, and music and noise made here, so that nothing of anyone else's is needed. 16 kHz mono, -1 to 1.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const RATE = 16000;
const folder = fileURLToPath(new URL('../fixtures/speech/', import.meta.url));

export interface Recording {
  file: string;
  text: string;
  normalised: string;
}

export const recordings: Recording[] = JSON.parse(readFileSync(`${folder}transcripts.json`, 'utf8')) as Recording[];

export interface Wav {
  rate: number;
  channels: Float32Array[];
}

/** 16-bit PCM, whatever other chunks stand before the data. */
export function readWav(file: string): Wav {
  const bytes = readFileSync(folder + file);
  let at = 12;
  let rate = 0;
  let count = 1;
  while (at < bytes.length) {
    const name = bytes.toString('latin1', at, at + 4);
    const length = bytes.readUInt32LE(at + 4);
    if (name === 'fmt ') {
      count = bytes.readUInt16LE(at + 10);
      rate = bytes.readUInt32LE(at + 12);
    }
    if (name === 'data') {
      const frames = Math.floor(Math.min(length, bytes.length - at - 8) / 2 / count);
      const start = at + 8;
      const channels = Array.from({ length: count }, (_, channel) =>
        Float32Array.from({ length: frames }, (__, frame) => bytes.readInt16LE(start + (frame * count + channel) * 2) / 32768),
      );
      return { rate, channels };
    }
    at += 8 + length + (length % 2);
  }
  throw new Error(`${file} has no data`);
}

export const mono = (file: string): Float32Array => readWav(file).channels[0] ?? new Float32Array(0);

/** The same numbers every run (mulberry32). */
export function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const make = (seconds: number, sample: (time: number, at: number) => number) =>
  Float32Array.from({ length: Math.round(seconds * RATE) }, (_, at) => sample(at / RATE, at));

export const silence = (seconds: number): Float32Array => make(seconds, () => 0);
export const hiss = (seconds: number, loud: number, seed = 1): Float32Array => {
  const roll = dice(seed);
  return make(seconds, () => loud * (roll() * 2 - 1));
};
/** Brown noise: traffic, wind. */
export const rumble = (seconds: number, loud: number, seed = 2): Float32Array => {
  const roll = dice(seed);
  let value = 0;
  return make(seconds, () => {
    value = value * 0.995 + (roll() * 2 - 1) * 0.07;
    return value * loud;
  });
};
export const hum = (seconds: number, loud: number, hertz = 50): Float32Array =>
  make(
    seconds,
    (t) => loud * (Math.sin(2 * Math.PI * hertz * t) + 0.5 * Math.sin(4 * Math.PI * hertz * t) + 0.3 * Math.sin(6 * Math.PI * hertz * t)),
  );
/** Short clicks, as of keys, now and then. */
export const clicks = (seconds: number, loud: number, seed = 3): Float32Array => {
  const roll = dice(seed);
  const times = Array.from({ length: Math.round(seconds * 6) }, () => roll() * seconds);
  return make(seconds, (t) =>
    times.reduce((sum, time) => (t < time || t > time + 0.03 ? sum : sum + loud * (roll() * 2 - 1) * Math.exp(-(t - time) * 200)), 0),
  );
};

const semitone = (steps: number) => 220 * 2 ** (steps / 12);
const note = (hertz: number, t: number, decay: number, partials: number) => {
  if (t < 0) return 0;
  let sum = 0;
  for (let partial = 1; partial <= partials; partial += 1) sum += Math.sin(2 * Math.PI * hertz * partial * t) / partial;
  return sum * Math.exp(-t * decay) * Math.min(1, t * 100);
};
const TUNE = [0, 4, 7, 12, 11, 7, 4, 5, 9, 12, 14, 12, 9, 5, 2, 0];

/** One plucked note after another. */
export const melody = (seconds: number, loud: number, beat = 0.3): Float32Array =>
  make(seconds, (t) => {
    const index = Math.floor(t / beat);
    return loud * note(semitone(TUNE[index % TUNE.length] ?? 0), t - index * beat, 4, 6);
  });
/** Held chords, as of an organ. */
export const chords = (seconds: number, loud: number): Float32Array =>
  make(seconds, (t) => {
    const root = [0, 5, 7, 3][Math.floor(t / 1.2) % 4] ?? 0;
    return (loud / 3) * [0, 4, 7].reduce((sum, step) => sum + note(semitone(root + step), 1 + (t % 1.2), 0, 5), 0);
  });
/** Kick, snare and hat. */
export const drums = (seconds: number, loud: number): Float32Array => {
  const roll = dice(4);
  return make(seconds, (t) => {
    const beat = t % 0.5;
    const kick = Math.sin(2 * Math.PI * 60 * beat) * Math.exp(-beat * 18);
    const snare = (roll() * 2 - 1) * Math.exp(-((t + 0.25) % 0.5) * 25) * 0.6;
    const hat = (roll() * 2 - 1) * Math.exp(-(t % 0.125) * 80) * 0.3;
    return loud * (kick + snare + hat);
  });
};

export const mix = (...sounds: Float32Array[]): Float32Array => {
  const longest = Math.max(...sounds.map(({ length }) => length));
  return Float32Array.from({ length: longest }, (_, at) => sounds.reduce((sum, sound) => sum + (sound[at] ?? 0), 0));
};
export const join = (...sounds: Float32Array[]): Float32Array => Float32Array.from(sounds.flatMap((sound) => [...sound]));
export const gain = (sound: Float32Array, by: number): Float32Array => sound.map((sample) => sample * by);
