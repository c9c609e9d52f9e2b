// What a person reads for each error code: what happened, and the next thing to do. A new code without words will not compile.
import type { ErrorCode } from '../base/errors.ts';
import { inUse } from './in-use.ts';

export interface ErrorWords {
  title: string;
  next: string;
}

export const errorWords: Record<ErrorCode, ErrorWords> = inUse({
  'worker-died': {
    title: 'The part of Sotto that holds the ledger stopped.',
    next: 'Your saved transactions are safe. Try again; it starts afresh.',
  },
  'statement-empty': {
    title: 'This file is empty.',
    next: 'Download the statement from your bank again and choose the new file. Your ledger is as it was.',
  },
  'statement-binary': {
    title: 'This file is no statement that I can read as text.',
    next: 'Choose the CSV, OFX, QIF, CAMT, MT940 or Excel export of your bank. Your ledger is as it was.',
  },
  'statement-unsupported': {
    title: 'I cannot read this kind of file.',
    next: 'I read CSV, OFX, QFX, QIF, CAMT, MT940, Excel and JSON; most banks offer one of these beside a PDF. Your ledger is as it was.',
  },
  'statement-unreadable': {
    title: 'I could not make out this file.',
    next: 'Check that it opens as a statement, or export it again from your bank. Your ledger is as it was.',
  },
  'statement-no-transactions': {
    title: 'I found no transactions in this file.',
    next: 'I look for a column of dates and a column of amounts. Check that this is the right export. Your ledger is as it was.',
  },
  'statement-cut': {
    title: 'This file stops in the middle.',
    next: 'The rows before the break can still be imported. To have them all, download the statement again.',
  },
  'statement-too-large': {
    title: 'This file is larger than this device can read at once.',
    next: 'Export a shorter period, for example a year at a time. Your ledger is as it was.',
  },
  'ledger-newer': {
    title: 'This ledger was written by a newer version of Sotto.',
    next: 'Close every tab of Sotto and open it again to take the update. Nothing was changed.',
  },
  'ledger-damaged': {
    title: 'Part of the saved ledger is damaged.',
    next: 'What can still be read is shown, and nothing can be added. Export it, erase everything, then import your statements again.',
  },
  'ledger-in-use': {
    title: 'Sotto is open in another tab.',
    next: 'Use that tab, or close it and try again here. Your ledger is safe.',
  },
  'ledger-locked': {
    title: 'Your ledger is locked.',
    next: 'Unlock it with your passphrase.',
  },
  'passphrase-wrong': {
    title: 'This passphrase does not fit.',
    next: 'Check capital letters and the keyboard’s language, then try again. The recovery key opens it too.',
  },
  'recovery-wrong': {
    title: 'This recovery key does not fit.',
    next: 'Compare it with your printed sheet, group by group, then try again.',
  },
  'backup-damaged': {
    title: 'This backup file is damaged.',
    next: 'Not every byte is as it was saved. Try another copy of it. Your ledger is as it was.',
  },
  'storage-full': {
    title: 'This device has no room left for Sotto.',
    next: 'The ledger is as it was before. Free some space, then try again.',
  },
  'storage-failed': {
    title: 'This browser would not save the ledger.',
    next: 'What was there before is still there. A private window may forbid saving; try a normal one.',
  },
  'row-gone': {
    title: 'This row is no longer in the ledger.',
    next: 'It may have gone with an import that was taken back, here or in another tab. Nothing was changed.',
  },
  'split-unequal': {
    title: 'The parts do not add up to the amount.',
    next: 'Change them until nothing is left over. Nothing was changed.',
  },
  'name-taken': {
    title: 'Another account has this name.',
    next: 'Choose another name. Nothing was changed.',
  },
  'name-empty': {
    title: 'There is no name in it.',
    next: 'Write at least one letter. Nothing was changed.',
  },
  'act-blocked': {
    title: 'Something done later stands in the way.',
    next: 'The same account is here again since then: erase it or take its imports back first, then try again. Nothing was changed.',
  },
  'query-refused': {
    title: 'I would not run this query.',
    next: 'It was not a plain reading of your ledger. Ask in other words.',
  },
  'query-slow': {
    title: 'This took too long, so I stopped it.',
    next: 'Ask about a shorter period, or about one payee or category.',
  },
  'model-missing': {
    title: 'The model for this is not on this device.',
    next: 'Ask in simpler words; typed questions work without any model.',
  },
  'model-cut': {
    title: 'The download was cut off.',
    next: 'What arrived is kept. Resume goes on from there, now or another day.',
  },
  'model-refused': {
    title: 'The host would not give a file of this model.',
    next: 'Try again later, or choose the files from your disk. Everything typed works without it.',
  },
  'model-damaged': {
    title: 'A file of this model arrived damaged, so I threw it away.',
    next: 'Resume fetches that file again. The files that were right are kept.',
  },
  'model-altered': {
    title: 'A file of this model is not as it was saved, so I did not run it.',
    next: 'Remove the model and download it again, or bring its files once more. Questions in plain words still work.',
  },
  'model-no-room': {
    title: 'This device has no room for the rest of this model.',
    next: 'Free some space or remove another model, then resume. Your ledger is safe.',
  },
  'model-no-porter': {
    title: 'This page cannot fetch models yet.',
    next: 'Load the page again. A private window may forbid it; you can still choose the files from your disk.',
  },
  'model-not-whole': {
    title: 'These files are not a whole Whisper model.',
    next: 'Choose config.json, generation_config.json, preprocessor_config.json, tokenizer.json, tokenizer_config.json and the two .onnx files, or a zip or folder of them.',
  },
  'model-other-kind': {
    title: 'These files are a model, but not of this kind.',
    next: 'Choose the files of the model that this row names, in the ONNX layout that transformers.js reads.',
  },
  'model-failed': {
    title: 'The voice model could not be run here.',
    next: 'Type your question instead. A smaller model may need less memory; the files may also be damaged: remove it and download it again.',
  },
  'model-busy': {
    title: 'Another tab of Sotto is working on this model.',
    next: 'Let it finish there, or close that tab.',
  },
  'language-not-whole': {
    title: 'These files are not a whole language model.',
    next: 'Choose mlc-chat-config.json, tokenizer.json, tensor-cache.json, every params_shard file and the library (.wasm), or a zip or folder of them.',
  },
  'language-other': {
    title: 'These files are a language model, but not this one.',
    next: 'Choose them at the model that they belong to: its name and its weights are in mlc-chat-config.json.',
  },
  'language-no-webgpu': {
    title: 'This browser offers no graphics (WebGPU) that a language model could run on.',
    next: 'Ask in plain words; what the rules understand needs no model. A newer browser or another device may offer it.',
  },
  'language-no-library': {
    title: 'The library of this language model is missing, or made for another version of the engine.',
    next: 'Remove the model and download it again, or bring the library (.wasm) that fits. Questions in plain words still work.',
  },
  'language-lost-device': {
    title: 'The graphics of this device stopped while the language model was at work.',
    next: 'Ask again; it is loaded afresh. If it happens again, choose a smaller model. Questions in plain words still work.',
  },
  'language-no-memory': {
    title: 'This device has not enough memory for this language model.',
    next: 'Close other tabs or choose a smaller model. Questions in plain words still work.',
  },
  'language-slow': {
    title: 'The language model took too long, so I stopped it.',
    next: 'Ask in simpler words, or choose a smaller model.',
  },
  'language-hidden': {
    title: 'This tab was in the background for long, so the language model gave back its memory.',
    next: 'Ask again; it is loaded afresh. Questions in plain words still work.',
  },
  'language-failed': {
    title: 'The language model could not be run here.',
    next: 'Ask in plain words. The files may be damaged: remove the model and download it again, or choose another.',
  },
  'share-lost': {
    title: 'The shared file did not reach me.',
    next: 'Share it again, or choose it here. Your ledger is as it was.',
  },
  'app-altered': {
    title: 'A part of Sotto is not the file that it was built with, so I did not run it.',
    next: 'Your ledger is as it was. Load the page again; if it stays, whoever serves this app has changed it: open Sotto from a host that you trust.',
  },
  unexpected: {
    title: 'Something went wrong that I did not foresee.',
    next: 'Your saved transactions are safe. Try again; if it happens again, open Sotto afresh.',
  },
});
