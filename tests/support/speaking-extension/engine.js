// A voice without sound: it tells the browser of each word at the pace of speech, as a real engine does, and keeps what it was given.
const { ttsEngine } = globalThis.chrome;
const spoken = [];
globalThis.spoken = spoken;
/** Whether it keeps the last word back until it is stopped, so that a test on a slow machine can still stop it. */
globalThis.lingers = false;
const pause = (time) => new Promise((done) => setTimeout(done, time));
let stopping = null;

ttsEngine.onSpeak.addListener(async (utterance, options, sendTtsEvent) => {
  let stopped = false;
  stopping = () => (stopped = true);
  const words = [...utterance.matchAll(/\S+/g)];
  const told = { utterance, voice: options.voiceName, rate: options.rate, words: 0, ended: false };
  spoken.push(told);
  sendTtsEvent({ type: 'start', charIndex: 0 });
  for (const [at, { index, 0: word }] of words.entries()) {
    while (globalThis.lingers && at === words.length - 1 && !stopped) await pause(50);
    if (stopped) return;
    sendTtsEvent({ type: 'word', charIndex: index, length: word.length });
    told.words += 1;
    await pause(150 / (options.rate ?? 1));
  }
  if (stopped) return;
  told.ended = true;
  sendTtsEvent({ type: 'end', charIndex: utterance.length });
});
ttsEngine.onStop.addListener(() => stopping?.());
