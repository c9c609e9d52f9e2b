// What can be told of one short frame of sound at 16 kHz: how loud, how voiced and at which pitch, and the shape of its spectrum.
import { PowerSpectrum } from './fourier.ts';

export const RATE = 16000;
export const FRAME = 512;
export const HOP = 256;
/** Milliseconds from one frame to the next. */
export const HOP_MS = (HOP * 1000) / RATE;

export interface Features {
  /** Root mean square in decibels below full scale; digital silence is -100. */
  level: number;
  /** Height of the pitch peak in the autocorrelation, 0 to 1. */
  voicing: number;
  /** Hertz, where voiced. */
  pitch: number;
  /** Geometric over arithmetic mean of the power between 300 and 4000 Hz: 1 hiss, near 0 tones. */
  flatness: number;
  /** Log power in bands, without its mean: the shape of the sound, whatever its loudness. */
  shape: Float32Array;
}

/** Band edges in Hertz, closer where speech tells its vowels apart. */
const EDGES = [100, 250, 400, 550, 700, 900, 1100, 1350, 1650, 2000, 2400, 2900, 3500, 4300, 5300, 6600];
const BIN = RATE / FRAME;
const LOWEST_PITCH = 65;
const HIGHEST_PITCH = 420;

const spectrum = new PowerSpectrum(FRAME);

export function featuresOf(frame: Float32Array): Features {
  let energy = 0;
  for (const sample of frame) energy += sample * sample;
  const level = Math.max(-100, 10 * Math.log10(energy / frame.length + 1e-12));
  const power = spectrum.of(frame);
  return { level, ...pitchOf(frame), flatness: flatnessOf(power), shape: shapeOf(power) };
}

/** The best lag of the normalised autocorrelation within the range of human voices, on every second sample. */
function pitchOf(frame: Float32Array): { voicing: number; pitch: number } {
  const half = new Float32Array(FRAME / 2);
  for (let at = 0; at < half.length; at += 1) half[at] = ((frame[2 * at] ?? 0) + (frame[2 * at + 1] ?? 0)) / 2;
  const rate = RATE / 2;
  const least = Math.floor(rate / HIGHEST_PITCH);
  const most = Math.ceil(rate / LOWEST_PITCH);
  const energy = new Float64Array(half.length + 1); // of the samples before each
  for (let at = 0; at < half.length; at += 1) energy[at + 1] = (energy[at] ?? 0) + (half[at] ?? 0) ** 2;
  const likeness = new Float32Array(most + 2);
  for (let shift = least - 1; shift <= most + 1; shift += 1) likeness[shift] = likenessAt(half, shift, energy);
  let lag = least;
  for (let shift = least; shift <= most; shift += 1) if ((likeness[shift] ?? 0) > (likeness[lag] ?? 0) + 0.01) lag = shift;
  const before = likeness[lag - 1] ?? 0;
  const here = likeness[lag] ?? 0;
  const after = likeness[lag + 1] ?? 0;
  const bend = before - 2 * here + after;
  const between = bend < 0 ? Math.max(-0.5, Math.min(0.5, (0.5 * (before - after)) / bend)) : 0; // a parabola through the peak
  return { voicing: Math.max(0, here), pitch: rate / (lag + between) };
}

function likenessAt(samples: Float32Array, shift: number, energy: Float64Array): number {
  const { length } = samples;
  let cross = 0;
  for (let at = 0; at + shift < length; at += 1) cross += (samples[at] ?? 0) * (samples[at + shift] ?? 0);
  const early = energy[length - shift] ?? 0;
  const late = (energy[length] ?? 0) - (energy[shift] ?? 0);
  return cross / Math.sqrt((early + 1e-9) * (late + 1e-9));
}

function flatnessOf(power: Float32Array): number {
  const from = Math.round(300 / BIN);
  const until = Math.round(4000 / BIN);
  let logs = 0;
  let sum = 0;
  for (let at = from; at < until; at += 1) {
    const value = (power[at] ?? 0) + 1e-10;
    logs += Math.log(value);
    sum += value;
  }
  const count = until - from;
  return Math.exp(logs / count) / (sum / count);
}

function shapeOf(power: Float32Array): Float32Array {
  const shape = new Float32Array(EDGES.length - 1);
  for (let band = 0; band < shape.length; band += 1) {
    let sum = 1e-7;
    const until = Math.round((EDGES[band + 1] ?? 0) / BIN);
    for (let at = Math.round((EDGES[band] ?? 0) / BIN); at < until; at += 1) sum += power[at] ?? 0;
    shape[band] = Math.log(sum);
  }
  const mean = shape.reduce((total, value) => total + value, 0) / shape.length;
  return shape.map((value) => value - mean);
}

/** How far two shapes are apart: root mean square difference of their bands, in natural log units. */
export function shapeDistance(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (const [at, value] of a.entries()) sum += (value - (b[at] ?? 0)) ** 2;
  return Math.sqrt(sum / a.length);
}
