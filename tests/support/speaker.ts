// A voice of this device for a browser that has none: it notes what it is given to say, tells one word, and ends at once.
// For an init script; what was said is in `globalThis.saidAloud`, and `globalThis.saidAt` is called as it begins.
export const SPEAKER = `
  globalThis.saidAloud = [];
  const voice = { name: 'Test', lang: 'en-GB', localService: true, default: true, voiceURI: 'test' };
  const fake = new EventTarget();
  Object.assign(fake, {
    getVoices: () => [voice],
    cancel() { const told = fake.now; fake.now = null; told?.onerror?.({ error: 'canceled' }); },
    speak(utterance) {
      globalThis.saidAt?.();
      globalThis.saidAloud.push(utterance.text);
      fake.now = utterance;
      setTimeout(() => { utterance.onboundary?.({ name: 'word', charIndex: 0, charLength: 3 }); }, 20);
      setTimeout(() => { if (fake.now === utterance) { fake.now = null; utterance.onend?.({}); } }, 60);
    },
  });
  Object.defineProperty(globalThis, 'speechSynthesis', { value: fake });
  globalThis.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
`;
