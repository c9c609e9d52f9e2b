// Words end in a question; silence, hiss, hum, keys and music never do.
import { describe, expect, test } from 'vitest';
import { SpeechFollower, type Ending } from '../../../src/voice/hear/end-of-speech.ts';
import * as sound from '../sounds.ts';

function hear(samples: Float32Array, piece = 384) {
  const follower = new SpeechFollower();
  let ending: Ending | null = null;
  let at = 0;
  for (; at < samples.length && ending === null; at += piece) ending = follower.push(samples.subarray(at, at + piece));
  return { ending, seconds: at / sound.RATE, ...follower.verdict() };
}
const around = (said: Float32Array) => sound.join(sound.silence(0.5), said, sound.silence(1.5));
const behind = (said: Float32Array, noise: (seconds: number) => Float32Array) => {
  const whole = around(said);
  return sound.mix(whole, noise(whole.length / sound.RATE));
};

const speech = sound.recordings.filter(({ normalised, file }) => normalised !== '' && !file.includes('48k'));

/** Every third, since each is heard in seven ways. */
const some = speech.filter((_, at) => at % 3 === 0);

describe('words', () => {
  test.each(speech.map(({ file }) => [file]))('%s: heard, ended by its pause, and none of it cut away', (file) => {
    const said = sound.mono(file);
    const { words, ending, seconds, from, until } = hear(around(said));
    expect({ words, ending }).toEqual({ words: true, ending: 'pause' });
    expect(seconds).toBeLessThan(0.5 + said.length / sound.RATE + 1.2);
    const energy = (part: Float32Array) => part.reduce((sum, sample) => sum + sample * sample, 0);
    const whole = around(said);
    expect(energy(whole.subarray(from, until)) / energy(whole)).toBeGreaterThan(0.995);
  });

  test.each([
    ['far from the microphone', (said: Float32Array) => around(sound.gain(said, 0.05)), 11],
    ['over hiss', (said: Float32Array) => behind(said, (seconds) => sound.hiss(seconds, 0.02)), 11],
    ['over mains hum', (said: Float32Array) => behind(said, (seconds) => sound.hum(seconds, 0.02)), 11],
    ['over soft music', (said: Float32Array) => behind(said, (seconds) => sound.melody(seconds, 0.03)), 11],
    ['held and let go tightly', (said: Float32Array) => said, 11],
    ['over loud hiss', (said: Float32Array) => behind(said, (seconds) => sound.hiss(seconds, 0.06)), 9],
    ['over loud traffic', (said: Float32Array) => behind(said, (seconds) => sound.rumble(seconds, 0.15)), 9],
  ])('%s', (_, place, least) => {
    expect(some.filter(({ file }) => hear(place(sound.mono(file))).words).length).toBeGreaterThanOrEqual(least);
  });

  test('two sentences with a breath between are one question', () => {
    const said = sound.join(sound.mono('16-what-is-my-balance.wav'), sound.silence(0.5), sound.mono('17-and-last-year.wav'));
    const { ending, until } = hear(around(said));
    expect(ending).toBe('pause');
    expect(until / sound.RATE).toBeGreaterThan(3);
  });
});

const gap = (noise: Float32Array) => sound.join(sound.silence(1), noise, sound.silence(2));
const noises: [string, Float32Array][] = [
  ['digital silence', sound.silence(9)],
  ['the silence fixture', sound.mono('silence.wav')],
  ['the noise fixture', sound.mono('noise.wav')],
  ['hiss', sound.hiss(9, 0.2)],
  ['a burst of hiss', gap(sound.hiss(1, 0.3))],
  ['traffic', sound.rumble(9, 0.5)],
  ['a lorry passing', gap(sound.rumble(1, 0.8))],
  ['mains hum', sound.hum(9, 0.3)],
  ['keys', sound.clicks(9, 0.8)],
  ...[0.12, 0.15, 0.2, 0.3, 0.45, 0.6, 1].flatMap((beat): [string, Float32Array][] => [
    [`a melody, ${beat} s a note`, sound.melody(9, 0.4, beat)],
    [`a phrase of ${beat} s notes`, gap(sound.melody(2.5, 0.4, beat))],
  ]),
  ['an organ', sound.chords(9, 0.5)],
  ['a chord', gap(sound.chords(2.5, 0.4))],
  ['drums', sound.drums(9, 0.5)],
  ['a drum fill', gap(sound.drums(2, 0.5))],
  ['a band', sound.mix(sound.drums(9, 0.3), sound.chords(9, 0.2), sound.melody(9, 0.3))],
  ['a band that stops', gap(sound.mix(sound.drums(3, 0.3), sound.chords(3, 0.2), sound.melody(3, 0.3)))],
];

describe('no words', () => {
  test.each(noises)('%s', (_, noise) => {
    const { words, ending, evidence } = hear(noise);
    expect(words, JSON.stringify(evidence)).toBe(false);
    expect(ending === null || ending === 'no-words').toBe(true);
  });

  test('listening gives up after a while, and says so', () => {
    const { ending, seconds } = hear(sound.silence(20));
    expect(ending).toBe('no-words');
    expect(seconds).toBeCloseTo(8, 0);
  });
});

test('the size of the pieces changes nothing', () => {
  const whole = around(sound.mono('03-what-did-i-spend-on-groceries-last-month.wav'));
  const [a, b] = [128, 4096].map((piece) => hear(whole, piece));
  expect(a?.from).toBe(b?.from);
  expect(Math.abs((a?.until ?? 0) - (b?.until ?? 0))).toBeLessThan(4096);
});
