// What was asked back, answered with a name: "how much did the theatre cost us last year", and then "the Old Vic". The question before it is
// asked again, with the name in the place of the word that was not understood.
import type { ReadableDatabase } from '../ledger/database.ts';
import type { Conversation } from './conversation.ts';
import { dateContext } from './date-context.ts';
import { hearQuestion } from './hear/hear.ts';
import type { Refusal } from './intents/intent.ts';
import type { LedgerNames } from './names/ledger-names.ts';
import { hears, readUtterance } from './reading.ts';

/** Refusals that turn on one word, whatever else was said. */
const OF_A_WORD: ReadonlySet<Refusal['why']> = new Set<Refusal['why']>([
  'unheard',
  'unknown-word',
  'unknown-kind',
  'unknown-name',
  'which-of-kind',
  'which-person',
  'which-name',
  'which-name-for',
]);

/** The one word or phrase that a refusal turned on; null where it was another reason, or several words. */
export function wordOf({ why, words = [] }: Refusal): string | null {
  const [only, ...more] = words;
  return only !== undefined && more.length === 0 && OF_A_WORD.has(why) ? only : null;
}

const LEAD =
  /^(?:(?:i mean|i meant|sorry|no|oh|ok|okay|yes|well|and|so|what about|how about|just|only|the one is|it is|it's|that's|called|at|from|to|for) ?,? ?)+/i;
const TAIL = /(?: only| please| then| one)?\s*[.!]*$/i;
const MOST_WORDS = 6;

/** The question before, with this turn's name in it; null where the turn is no mere name, or nothing was asked back. */
export function clarified(
  db: ReadableDatabase,
  { question, today, conversation, ledger }: { question: string; today: string; conversation: Conversation; ledger: LedgerNames },
): { question: string; word: string; name: string } | null {
  const { unknown: word, question: before } = conversation;
  if (word === null || before === null) return null;
  const name = question.trim().replace(LEAD, '').replace(TAIL, '');
  const at = before.toLowerCase().indexOf(word.toLowerCase());
  if (at < 0 || name === '' || name.includes('?') || name.split(/\s+/).length > MOST_WORDS) return null;
  const reading = readUtterance(hearQuestion(name, ledger), ledger, dateContext(db, ledger, today));
  const isName =
    reading.names.length > 0 &&
    reading.names.every(({ value }) => value.is === 'subject' || value.is === 'account') &&
    reading.unheard.length + reading.periods.length + reading.amounts.length + reading.groupings.length === 0 &&
    !hears(reading, 'how-much', 'count', 'spend', 'when', 'list', 'average', 'total', 'which', 'share', 'compare', 'income');
  if (!isName) return null;
  return { question: before.slice(0, at) + name + before.slice(at + word.length), word, name };
}
