// The words in use. Every screen reads them from here, so a second language is one more table beside en.ts.
import { en, type Words } from './en.ts';

export const words: Words = en;
