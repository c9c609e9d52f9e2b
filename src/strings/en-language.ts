// Every word about language models, in English.

export const enLanguage = {
  language: {
    title: 'Language models',
    lead: 'What the rules do not understand can go to a language model, here on this device. It writes no figure: it says which question it takes yours for, and the figures are counted from your rows as ever. Sotto answers most questions without one.',
    allow: 'Ask the model when the rules do not understand',
    allowHint: 'You see when it works, and can stop it. The card says when it had a part in the answer.',
    allowLater: 'This can be switched on once a model is on this device.',
    suggested: (name: string) => `${name} suits this device, as far as the browser tells.`,
    noneFits: 'This device has little memory for a language model, as far as the browser tells. The smallest may still run.',
    noGraphics: 'This browser offers no graphics (WebGPU), so no language model can run here now. Files can still be kept.',
    slowGraphics: 'This browser computes graphics on the processor, where a language model takes minutes for each word.',
    looking: 'Looking at what this device can run',
    precision: { q4f16: 'four-bit weights, half precision', q4f32: 'four-bit weights, full precision' },
    best: 'Suggested',
    done: (name: string) => `${name} is ready.`,
    removed: (name: string) => `${name} is removed.`,
    library: (host: string) => `its library from ${host}`,
    loading: (share: string) => `Getting the language model ready, ${share}`,
    working: 'The rules did not understand every word. The language model is reading it.',
    meaning: 'The rules did not understand every word. I am looking for names of yours that mean the same.',
    stop: 'Stop the model',
    stopped: 'Stopped. This is what the rules made of it.',
    state: {
      unloaded: 'Not in memory now; it is loaded with the next question.',
      loading: 'Being loaded',
      ready: 'In memory, ready',
      working: 'At work',
    },
  },
};
