// Every word about talking and about voice models, in English. "Names that stay" in the design holds for these too.

export interface RefusalWords {
  title: string;
  next: string;
}

export const enVoice = {
  voice: {
    modelReady: (name: string) => `${name} is ready. You can talk now.`,
    modelSize: (size: string, exact: boolean) => (exact ? size : `about ${size}`),
    modelComing: (done: string, total: string) => `${done} of ${total}`,
    talk: 'Talk',
    stop: 'Stop listening',
    hold: 'Hold to talk, or tap',
    anew: 'Talk again; what I am writing down is let go',
    askingLeave: 'Your browser will ask for the microphone.',
    listening: 'Listening',
    listeningFor: (time: string) => `Listening, ${time}`,
    heardNothing: 'I heard no words. Try again, or type.',
    gettingReady: 'Getting the voice model ready',
    transcribing: 'Writing down what you said',
    heard: (text: string) => `Heard: ${text}`,
    lookOver: 'I am not sure of every word. Look it over, then press Enter.',
    discard: 'Discard',
    mended: (said: string, name: string) => `I read “${said}” as ${name}.`,
    unmend: 'Ask as I said it',
    handsFree: 'Keep listening after each answer',
    handsFreeEnded: 'The conversation has ended.',
    again: 'Try again',
    models: 'Choose a voice model',
    pace: 'Pace of reading aloud',
    paceHint: 'As the voice does by itself, slower or faster.',
    paces: { 0.8: 'Slower', 1: 'As the voice does', 1.25: 'Faster', 1.5: 'Fast' },
    offer: (name: string, size: string, host: string) =>
      `To hear you, Sotto needs a voice model on this device. ${name} is ${size}, fetched once from ${host}; after that it works without a network. Your voice never leaves this device.`,
    get: (name: string, size: string) => `Download ${name} (${size})`,
    refused: {
      'no-model': { title: 'No voice model is on this device yet.', next: 'Typing works without one.' },
      'no-microphone': { title: 'I found no microphone.', next: 'Connect one and try again, or type your question.' },
      'no-leave': {
        title: 'This page may not use the microphone.',
        next: 'Allow it in the browser’s settings for this site, then try again. Or type your question.',
      },
      'busy-device': {
        title: 'The microphone is in use elsewhere.',
        next: 'Close the other program, then try again. Or type your question.',
      },
      'not-here': {
        title: 'This browser gives no microphone to this page.',
        next: 'Open Sotto over https or on localhost, or type your question.',
      },
      'mic-failed': { title: 'The microphone could not be opened.', next: 'Try again, or type your question.' },
      'not-on-device': {
        title: 'The browser’s own recogniser no longer works on this device alone.',
        next: 'It is switched off. Use a voice model of Sotto’s, or type your question.',
      },
      'model-failed': {
        title: 'The voice model could not be run.',
        next: 'Try again. A smaller model needs less memory; a damaged one can be removed and downloaded again.',
      },
    } satisfies Record<string, RefusalWords>,
    acts: {
      stopped: 'Stopped.',
      nothingToRead: 'There is no answer to read yet.',
      noRows: 'There are no rows to show yet.',
      rows: 'The rows of the answer are shown in the ledger.',
    },
  },
};
