// A voice without sound: it tells the browser of each word at the pace of speech, as a real engine does, and keeps what it was given.
const { ttsEngine } = globalThis.chrome;
const spoken = [];
globalThis.spoken = spoken;
let stopping = null;

ttsEngine.onSpeak.addListener(async (utterance, options, sendTtsEvent) => {
  let stopped = false;
  stopping = () => (stopped = true);
  const words = [...utterance.matchAll(/\S+/g)];
  const told = { utterance, voice: options.voiceName, rate: options.rate, words: 0, ended: false };
  spoken.push(told);
  sendTtsEvent({ type: 'start', charIndex: 0 });
  for (const { index, 0: word } of words) {
    if (stopped) return;
    sendTtsEvent({ type: 'word', charIndex: index, length: word.length });
    told.words += 1;
    await new Promise((done) => setTimeout(done, 150 / (options.rate ?? 1)));
  }
  if (stopped) return;
  told.ended = true;
  sendTtsEvent({ type: 'end', charIndex: utterance.length });
});
ttsEngine.onStop.addListener(() => stopping?.());
