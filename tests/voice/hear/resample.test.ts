// Other rates and channels come out as 16 kHz mono: tones where they were, and nothing folded back.
import { describe, expect, test } from 'vitest';
import { SpeechFollower } from '../../../src/voice/hear/end-of-speech.ts';
import { Resampler, toMono } from '../../../src/voice/hear/resample.ts';
import { readWav } from '../sounds.ts';

const tone = (hertz: number, rate: number, seconds = 0.5) =>
  Float32Array.from({ length: rate * seconds }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));
const through = (samples: Float32Array, from: number, piece = 480) => {
  const resampler = new Resampler(from, 16000);
  const pieces: number[] = [];
  for (let at = 0; at < samples.length; at += piece) pieces.push(...resampler.push(samples.subarray(at, at + piece)));
  return Float32Array.from(pieces);
};
const loudness = (samples: Float32Array) => Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

describe.each([48000, 44100, 22050, 96000])('from %i Hz', (rate) => {
  test('a tone of speech keeps its loudness and its place', () => {
    const out = through(tone(1000, rate), rate).subarray(200, 7000);
    expect(loudness(out)).toBeCloseTo(Math.SQRT1_2, 2);
    const same = tone(1000, 16000).subarray(200, 7000);
    const off = out.reduce((worst, sample, at) => Math.max(worst, Math.abs(sample - (same[at] ?? 0))), 0);
    expect(off).toBeLessThan(0.01);
  });
  test('what 16 kHz cannot hold is gone', () => {
    expect(loudness(through(tone(9500, rate), rate))).toBeLessThan(0.02);
  });
  test('the length follows', () => {
    expect(Math.abs(through(tone(300, rate, 1), rate).length - 16000)).toBeLessThan(60);
  });
});

test('a stereo recording at 48 kHz holds words', () => {
  const { rate, channels } = readWav('05-how-much-did-i-spend-at-starbucks-in-march-48k-stereo.wav');
  expect([rate, channels.length]).toEqual([48000, 2]);
  const samples = through(toMono(channels), rate);
  expect(Math.abs(samples.length - (channels[0]?.length ?? 0) / 3)).toBeLessThan(60);
  const follower = new SpeechFollower();
  follower.push(samples);
  expect(follower.verdict().words).toBe(true);
});
