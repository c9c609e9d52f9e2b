// The words in use. Every screen reads them from here, so a second language is one more pair of tables beside en.ts and its rooms.
import { en, type Words } from './en.ts';
import { enChanges, type ChangesWords } from './en-changes.ts';
import { enLanguage, type LanguageWords } from './en-language.ts';
import { enVoice, type VoiceWords } from './en-voice.ts';

export const words: Words & VoiceWords & ChangesWords & LanguageWords = { ...en, ...enVoice, ...enChanges, ...enLanguage };
