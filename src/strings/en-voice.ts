// Every word about talking and about voice models, in English. "Names that stay" in the design holds for these too.

export interface RefusalWords {
  title: string;
  next: string;
}

export const enVoice = {
  voice: {
    talk: 'Talk',
    stop: 'Stop listening',
    hold: 'Hold to talk, or tap',
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

  hearing: {
    title: 'Voice models',
    lead: 'A voice model turns what you say into words, here on this device. One is enough. Questions can always be typed.',
    purpose: { many: 'Hears English and many other languages', en: 'Hears English only, and that a little better' },
    size: (size: string, exact: boolean) => (exact ? size : `about ${size}`),
    needs: (memory: string) => `needs up to ${memory} of memory`,
    needsUnknown: 'memory needed: nobody has said',
    licence: (name: string) => `${name} licence`,
    from: (host: string, repo: string) => `from ${host}, ${repo}`,
    weights: 'Weights',
    precision: {
      q8: 'Small, for every device',
      fp16: 'Half precision, for graphics (WebGPU)',
      fp32: 'Full precision',
    },
    download: 'Download',
    pause: 'Pause',
    resume: 'Resume',
    remove: 'Remove',
    chooseFiles: 'Choose files',
    chooseFolder: 'Choose a folder',
    use: 'Use this one',
    inUse: 'In use',
    state: {
      absent: 'Not on this device',
      partial: (done: string, total: string) => `${done} of ${total} are here`,
      downloading: (done: string, total: string) => `${done} of ${total}`,
      checking: 'Checking the files',
      ready: (size: string) => `On this device, ${size}`,
    },
    rate: (rate: string) => `${rate} a second`,
    left: (used: string, left: string) => `Sotto uses ${used} on this device; ${left} are left.`,
    own: 'From your own files. Nobody vouches for them but you.',
    vouched: {
      catalogue: (count: number) => `${count} checked against the hash in Sotto’s catalogue`,
      host: (count: number) => `${count} checked against the host’s own hash`,
      list: (count: number) => `${count} checked against the list that came with the model`,
      'first-seen': (count: number) => `${count} with the hash recorded here at the first download`,
      'own-files': (count: number) => `${count} brought by you`,
    },
    runs: (device: string) => `runs on ${device}`,
    on: { wasm: 'the processor', webgpu: 'the graphics (WebGPU)' },
    files: 'Files',
    file: 'File',
    hash: 'SHA-256',
    check: 'Checked by',
    by: {
      catalogue: 'the catalogue’s source',
      host: 'the host',
      list: 'the model’s own list',
      'first-seen': 'the first download here',
      'own-files': 'you',
    },
    size_: 'Size',
    removed: (name: string) => `${name} is removed.`,
    done: (name: string) => `${name} is ready. You can talk now.`,
    elsewhere: 'Another tab is working on this model.',
    ownTitle: 'The browser’s own recogniser',
    ownLead:
      'Some browsers can turn speech into words themselves. Many of them send the sound to a server for that. Sotto uses it only if the browser says that it works on this device alone, and asks again each time you talk.',
    ownUse: 'Hear with the browser’s own recogniser',
    ownMissing: 'This browser has none that could be kept on the device.',
    ownProof: {
      here: 'The browser says that it hears on this device alone.',
      'could-be':
        'Not yet: the browser would first have to fetch its own speech files. Sotto does not start that; look in the browser’s settings.',
      no: 'This browser does not hear on the device, so Sotto does not use it.',
    },
    sources: (list: string) => `Where the catalogue has its hashes from: ${list}.`,
  },
};

export type VoiceWords = typeof enVoice;
