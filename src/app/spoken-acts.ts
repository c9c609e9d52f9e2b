// What a spoken order does to the session. "Read that again" is not here: the voice part reads, and waits until it has read.
import { words } from '../strings/words.ts';
import type { Act } from '../voice/acts/find-act.ts';
import { rowsBehind } from './rows-of.ts';
import type { Session } from './session.svelte.ts';

/** What of a session a spoken order reaches. */
export interface Ordered extends Pick<Session, 'announcer' | 'undoNewest'> {
  place: Pick<Session['place'], 'showRows'>;
  speech: Pick<Session['speech'], 'stop'>;
  thread: Pick<Session['thread'], 'newest' | 'stop'>;
}

/** True when it was done, or when there was plainly nothing to do it to; false leaves the words to be asked as a question. */
export async function doSpokenAct(session: Ordered, act: Exclude<Act, 'read-again'>): Promise<boolean> {
  const { announcer, thread } = session;
  const { acts } = words.voice;
  switch (act) {
    case 'stop':
    case 'cancel':
      session.speech.stop();
      thread.stop();
      announcer.say(acts.stopped);
      return true;
    case 'show-rows': {
      const { newest } = thread;
      const evidence = newest?.answer?.evidence;
      if (newest && evidence) session.place.showRows(rowsBehind(newest.question, evidence));
      announcer.say(evidence ? acts.rows : acts.noRows);
      return true;
    }
    case 'undo':
      // "Undo" is about what was done last: after an act on the ledger that act, after a question the conversation, which the
      // question engine takes back.
      return session.undoNewest(thread.newest?.askedAt);
  }
}
