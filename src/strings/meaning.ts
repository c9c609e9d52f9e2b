// Words of the models that look names up by meaning, in English. Only the Models screen reads them.
import { inUse } from './in-use.ts';

export const meaning = inUse({
  title: 'Words that mean the same',
  lead: 'With this model I offer names of yours that are near in meaning when you use a word I do not know. You choose; I never decide by it.',
  placing: 'I am looking up what your payees and categories mean.',
  speaks: 'English',
});
