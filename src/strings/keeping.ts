// Every word of backups and earlier states, in English. Apart from the others, because only the screen of one's data reads them.
import { counted } from './en.ts';
import { inUse } from './in-use.ts';

const transactions = (count: number) => counted(count, 'transaction', 'transactions');

export const keeping = inUse({
  title: 'Backup',
  what: 'A backup is the whole ledger in one file, encrypted with a passphrase. Without that passphrase nobody can read it, and there is no other way in. Save one now and then.',
  save: 'Save a backup',
  passphrase: 'Passphrase of the backup',
  passphraseHint: 'Ten characters or more. It need not be the one that locks Sotto.',
  again: 'The same once more',
  differ: 'The two are not the same.',
  tooShort: (least: number) => `Take at least ${least} characters.`,
  saveIt: 'Save it',
  saving: 'Encrypting; this takes a moment on purpose.',
  file: (day: string) => `sotto-${day}.sotto`,
  saved: 'The backup is saved as a file. Keep it where only you can read it.',
  cancel: 'Not now',
  restore: 'Restore a backup',
  open: 'Look into it',
  opening: 'Trying it; this takes a moment on purpose.',
  fileOf: (name: string) => `${name} is encrypted. Type the passphrase that it was saved with.`,
  replaceTitle: 'Put the backup in the place of this ledger?',
  replaceWhat: (made: string | null, count: number, from: string, to: string, here: number) =>
    `The backup${made === null ? '' : ` of ${made}`} is whole: ${transactions(count)}, ${from} to ${to}. It takes the place of the ${transactions(here)} that are here now.`,
  nothing: 'no day',
  replaceFirst: 'What is here now stays on this device as an earlier state.',
  replaceYes: 'Restore it',
  replaceNo: 'Keep what is here',
  restored: 'The backup is restored.',
  notWhole: {
    title: 'This file is no whole backup of Sotto.',
    next: 'Choose a file that “Save a backup” made, as it was saved. Your ledger is as it was.',
  },
  wrongPassphrase: {
    title: 'This passphrase does not fit the backup.',
    next: 'Try the one that it was saved with. Your ledger is as it was.',
  },
  statesTitle: 'Earlier states',
  states: 'Once a day, when you open a ledger that changed, its state is kept on this device; few stay, and fewer the older they are.',
  noRoom: 'This browser grants Sotto too little room to keep an earlier state of this ledger. None is kept; save a backup now and then.',
  noRoomNow: 'There is no room for a new earlier state of this ledger now: those below stay, and none is added. Save a backup.',
  stateOf: (when: string, count: number) => `${when}, ${transactions(count)}`,
  statesTake: (size: string) => `Together they take ${size}.`,
  goBack: 'Go back to it',
  goBackTo: (when: string) => `Go back to the state of ${when}`,
  backTitle: 'Go back to this earlier state?',
  backWhat: (when: string, count: number, here: number) =>
    `The ledger becomes what it was on ${when}: ${transactions(count)}. Now it has ${here.toLocaleString('en')}.`,
  backYes: 'Go back',
  wentBack: (when: string) => `The ledger is as it was on ${when}.`,
  notThere: {
    title: 'This earlier state cannot be read any more.',
    next: 'Try another one. Your ledger is as it was.',
  },
});
