// The words in use. Every screen reads them from here, so a second language is one more pair of tables beside en.ts and its rooms.
import { en } from './en.ts';
import { enChanges } from './en-changes.ts';
import { enInstall } from './en-install.ts';
import { enLanguage } from './en-language.ts';
import { enVoice } from './en-voice.ts';
import { inUse } from './in-use.ts';

export const words = inUse({
  ...en,
  ...enChanges,
  ...enInstall,
  ...enLanguage,
  ...enVoice,
});
