// The browser's own recogniser, scripted: when it may be used at all, and what becomes of what it hears.
import { describe, expect, test } from 'vitest';
import { OwnRecogniser } from '../../../src/app/own-recogniser.svelte.ts';
import { findRecogniser, listenByBrowser, OwnRefusal, provesLocal } from '../../../src/voice/hear/own-recogniser.ts';
import { scriptRecogniser, type Script } from './scripted-recogniser.ts';

function shelf(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

describe('which browsers are even considered', () => {
  const { kind } = scriptRecogniser({});
  class Remote {
    continuous = false;
  }
  class NoProof {
    processLocally = false;
  }
  test.each([
    ['none', {}, null],
    ['one that cannot be kept on the device', { SpeechRecognition: Remote }, null],
    ['one that cannot say whether it is', { SpeechRecognition: NoProof }, null],
    ['the old name, which always asks a server', { webkitSpeechRecognition: kind }, null],
    ['one that can', { SpeechRecognition: kind }, kind],
  ])('%s', (_, scope, found) => expect(findRecogniser(scope)).toBe(found));
});

describe('what counts as proof', () => {
  test.each([
    ['available', { kind: 'here', language: 'en-GB' }],
    ['downloadable', { kind: 'could-be' }],
    ['downloading', { kind: 'could-be' }],
    ['unavailable', { kind: 'no' }],
    ['', { kind: 'no' }],
    ['probably', { kind: 'no' }],
  ])('"%s"', async (answer, proof) => {
    const { kind } = scriptRecogniser({ available: () => answer });
    expect(await provesLocal(kind, ['en-GB'])).toEqual(proof);
  });
  test('the first language that is here; it is asked about the device alone', async () => {
    const { kind, log } = scriptRecogniser({ available: (language) => (language === 'en-US' ? 'available' : 'downloadable') });
    expect(await provesLocal(kind, ['en-NZ', 'en-US'])).toEqual({ kind: 'here', language: 'en-US' });
    expect(log).toEqual(['ask en-NZ', 'ask en-US']);
  });
});

describe('the choice', () => {
  const chooser = (script: Script, kept = shelf()) => {
    const { kind, log } = scriptRecogniser(script);
    return { own: new OwnRecogniser(kind, kept, () => ['en-US']), log, kept };
  };

  test('nothing is asked and nothing is used before it is chosen', async () => {
    const { own, log } = chooser({ available: () => 'available' });
    expect(own.offered).toBe(true);
    expect(own.chosen).toBe(false);
    expect(await own.ready()).toBeNull();
    expect(log).toEqual([]);
  });
  test('chosen and proved, it is used, and remembered', async () => {
    const { own, kept } = chooser({ available: () => 'available' });
    await own.choose(true);
    expect(own.chosen).toBe(true);
    expect((await own.ready())?.language).toBe('en-US');
    expect(chooser({ available: () => 'available' }, kept).own.chosen).toBe(true);
    await own.choose(false);
    expect(await own.ready()).toBeNull();
    expect(chooser({ available: () => 'available' }, kept).own.chosen).toBe(false);
  });
  test.each(['unavailable', 'downloadable'])('what the browser does not bear out (%s) is not kept', async (answer) => {
    const { own } = chooser({ available: () => answer });
    await own.choose(true);
    expect(own.chosen).toBe(false);
    expect(await own.ready()).toBeNull();
  });
  test('a browser that fails to answer has proved nothing', async () => {
    const { own } = chooser({
      available: () => {
        throw new Error('crashed');
      },
    });
    await own.choose(true);
    expect(own.chosen).toBe(false);
    expect(own.proof).toBe('no');
  });
  test('proof is asked for anew each time: once it is gone, so is the use', async () => {
    let answer = 'available';
    const { own } = chooser({ available: () => answer });
    await own.choose(true);
    answer = 'unavailable';
    expect(await own.ready()).toBeNull();
    expect(own.proof).toBe('no');
  });
});

describe('hearing', () => {
  const hear = (script: Script, endsBySilence = true) => {
    const { kind, log } = scriptRecogniser({ ...script, available: () => 'available' });
    const discard = new AbortController();
    const opened = { times: 0 };
    const ear = listenByBrowser({
      kind,
      language: 'en-US',
      signal: discard.signal,
      endsBySilence: () => endsBySilence,
      onOpen: () => (opened.times += 1),
    });
    return { ear, log, discard, opened };
  };

  test('is told to stay on the device before it starts, and a finished phrase ends it', async () => {
    const { ear, log, opened } = hear({
      hears: [
        { says: 'what is', final: false },
        { says: ' my balance', confidence: 0.8 },
      ],
    });
    expect(await ear.transcript).toMatchObject({ text: 'what is my balance', sure: 0.8, engine: { model: 'browser', device: 'browser' } });
    expect(log[0]).toBe('start en-US local');
    expect(log).toContain('stop');
    expect(opened.times).toBe(1);
  });
  test('a browser that does not tell how sure it is, is believed', async () => {
    const { ear } = hear({ hears: [{ says: 'What is my balance?' }] });
    expect((await ear.transcript)?.sure).toBe(1);
  });
  test('held, a phrase does not end it; letting go does', async () => {
    const { ear, log } = hear({ hears: [{ says: 'What is my balance?' }] }, false);
    await new Promise((done) => setTimeout(done, 20));
    expect(log).toEqual(['start en-US local']);
    ear.finish();
    expect((await ear.transcript)?.text).toBe('What is my balance?');
  });
  test.each([
    ['silence', { hears: [{ error: 'no-speech' }] }],
    ['an end without words', { ends: true }],
  ] satisfies [string, Script][])('%s is nothing', async (_, script) => expect(await hear(script).ear.transcript).toBeNull());
  test.each([
    ['not-allowed', 'no-leave'],
    ['audio-capture', 'no-microphone'],
    ['service-not-allowed', 'not-on-device'],
    ['language-not-supported', 'not-on-device'],
    ['network', 'not-on-device'],
    ['bad-grammar', 'mic-failed'],
  ])('%s is refused as %s', async (error, why) => {
    const failed = hear({ hears: [{ error }] }).ear.transcript;
    await expect(failed).rejects.toBeInstanceOf(OwnRefusal);
    await expect(failed).rejects.toMatchObject({ why });
  });
  test('thrown away, nothing of it is kept', async () => {
    const { ear, discard, log } = hear({ hears: [{ says: 'What is', final: false }] }, false);
    const failed = expect(ear.transcript).rejects.toMatchObject({ name: 'AbortError' });
    discard.abort();
    await failed;
    expect(log).toContain('abort');
  });
});
