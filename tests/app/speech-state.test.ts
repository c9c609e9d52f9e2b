// Reading aloud as the page sees it, with a scripted speechSynthesis.
import { describe, expect, test } from 'vitest';
import { Speech } from '../../src/app/speech.svelte.ts';

type Utterance = Pick<SpeechSynthesisUtterance, 'onend' | 'onerror' | 'onboundary'> & { text: string; voice: { name: string } };

class Words {
  voice = { name: '' };
  constructor(readonly text: string) {}
}

/** A synthesis with these voices; `said` is what it was given, and a test tells it how to go on. */
function synthesis(...voices: { name: string; localService: boolean }[]) {
  const said: Utterance[] = [];
  Object.assign(globalThis, { SpeechSynthesisUtterance: Words });
  const fake = Object.assign(new EventTarget(), {
    getVoices: () => voices.map((voice) => ({ lang: 'en-GB', default: false, ...voice })),
    speak: (utterance: Utterance) => void said.push(utterance),
    cancel: () => void said.at(-1)?.onerror?.call({} as never, { error: 'canceled' } as never),
  });
  return { said, fake: fake as unknown as SpeechSynthesis };
}
const plain = { voice: '', pace: 1 };

describe('reading aloud', () => {
  test('a voice of another machine is no voice', async () => {
    const { fake, said } = synthesis({ name: 'Cloud', localService: false });
    const speech = new Speech(fake);
    expect(await speech.read(1, 'Fifty pounds', 'en-GB', plain)).toBe(false);
    expect(said).toEqual([]);
    expect(speech.reading).toBeNull();
  });

  test('the word being said is told, until it falls silent', async () => {
    const { fake, said } = synthesis({ name: 'Here', localService: true });
    const speech = new Speech(fake);
    const reading = speech.read(1, 'Fifty pounds', 'en-GB', plain);
    await expect.poll(() => said.length).toBe(1);
    said[0]?.onboundary?.call({} as never, { name: 'word', charIndex: 6 } as never); // a voice that tells no length
    expect([speech.reading, speech.word]).toEqual([1, { start: 6, end: 12 }]);
    expect(speech.stop()).toBe(true);
    await reading;
    expect(speech.reading).toBeNull();
    expect(speech.stop()).toBe(false);
  });

  test('stopped before the voices of the device had come, nothing is said', async () => {
    const { fake, said } = synthesis();
    const speech = new Speech(fake);
    const reading = speech.read(1, 'Fifty pounds', 'en-GB', plain);
    expect(speech.stop()).toBe(true);
    Object.assign(fake, { getVoices: () => [{ name: 'Here', lang: 'en-GB', default: false, localService: true }] });
    fake.dispatchEvent(new Event('voiceschanged'));
    expect(await reading).toBe(true);
    expect([said, speech.reading, speech.silent]).toEqual([[], null, false]);
  });

  test('that there is no voice is told once to who did not ask, and each time to who did', () => {
    const speech = new Speech(null);
    expect([speech.tell(1, false), speech.toldOn]).toEqual([true, 1]);
    expect([speech.tell(2, false), speech.toldOn]).toEqual([false, 1]);
    expect([speech.tell(3, true), speech.toldOn]).toEqual([true, 3]);
  });
});
