// One recording from a source that is fed by the test: its endings, its meter, and that the microphone is always closed.
import { describe, expect, test } from 'vitest';
import { listen, type Listening } from '../../../src/voice/hear/listen.ts';
import type { OpenSource } from '../../../src/voice/hear/microphone.ts';
import * as sound from '../sounds.ts';

const NOTHING = () => undefined;

function microphone() {
  const state = { open: 0, feed: NOTHING as (samples: Float32Array) => void, lose: NOTHING as () => void };
  const open: OpenSource = (onPiece, onLost) => {
    state.open += 1;
    state.feed = onPiece;
    state.lose = onLost;
    return Promise.resolve({ close: () => void (state.open -= 1) });
  };
  return { state, open };
}

function start(options: Partial<Listening> = {}) {
  const { state, open } = microphone();
  const levels: number[] = [];
  const discard = new AbortController();
  let opened = false;
  const ear = listen({
    open,
    signal: discard.signal,
    endsBySilence: () => true,
    onOpen: () => (opened = true),
    onLevel: (level) => levels.push(level),
    ...options,
  });
  const feed = async (samples: Float32Array) => {
    await Promise.resolve();
    for (let at = 0; at < samples.length; at += 384) state.feed(samples.subarray(at, at + 384));
  };
  return { ear, state, feed, levels, discard, wasOpened: () => opened };
}

const said = () => sound.join(sound.silence(0.5), sound.mono('16-what-is-my-balance.wav'), sound.silence(1.5));

describe('a recording', () => {
  test('ends by the speaker’s silence, without the quiet around the words', async () => {
    const { ear, feed, state, levels, wasOpened } = start();
    await feed(said());
    const { samples, verdict } = await ear.recording;
    expect(verdict.words).toBe(true);
    expect(samples.length).toBeLessThan(said().length);
    expect(wasOpened()).toBe(true);
    expect(state.open).toBe(0);
    expect(Math.max(...levels)).toBeGreaterThan(0.5);
    expect(Math.min(...levels)).toBe(0);
  });

  test('while the button is held, silence does not end it; letting go does', async () => {
    const { ear, feed } = start({ endsBySilence: () => false });
    await feed(sound.join(said(), said()));
    ear.finish();
    const { seconds, verdict } = await ear.recording;
    expect(verdict.words).toBe(true);
    expect(seconds).toBeGreaterThan(5);
  });

  test.each([
    ['silence', sound.silence(9)],
    ['noise', sound.hiss(9, 0.2)],
    ['music', sound.melody(9, 0.4)],
  ])('of %s ends with nothing in it', async (_, noise) => {
    const { ear, feed } = start();
    await feed(noise);
    expect((await ear.recording).samples.length).toBe(0);
  });

  test('a microphone pulled out ends it with what was said', async () => {
    const { ear, feed, state } = start({ endsBySilence: () => false });
    await feed(said());
    state.lose();
    expect((await ear.recording).verdict.words).toBe(true);
  });

  test('thrown away, it closes the microphone and gives nothing', async () => {
    const { ear, feed, state, discard } = start();
    await feed(sound.silence(0.2));
    discard.abort();
    await expect(ear.recording).rejects.toMatchObject({ name: 'AbortError' });
    expect(state.open).toBe(0);
  });

  test('thrown away while the browser still asks, it closes what opens later', async () => {
    const discard = new AbortController();
    let give: (microphone: { close(): void }) => void = () => undefined;
    let closed = false;
    const { ear } = start({ open: () => new Promise((done) => (give = done)), signal: discard.signal });
    discard.abort();
    give({ close: () => (closed = true) });
    await expect(ear.recording).rejects.toMatchObject({ name: 'AbortError' });
    expect(closed).toBe(true);
  });

  test('a refusal passes as the browser said it', async () => {
    const { ear } = start({ open: () => Promise.reject(new DOMException('no', 'NotAllowedError')) });
    await expect(ear.recording).rejects.toMatchObject({ name: 'NotAllowedError' });
  });
});
