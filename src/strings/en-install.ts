// Every word about putting Sotto on the device and opening files with it, in English.

export const enInstall = {
  install: {
    offer: 'Sotto can stand among your apps: it opens in a window of its own, and takes statements from the share sheet.',
    yes: 'Install Sotto',
    no: 'Do not offer this again',
  },
};
