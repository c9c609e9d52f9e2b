// Plain words that narrow a figure where they stand: "on my kids", "near work", "before noon", "the second largest". Nothing reads them,
// so a figure without them would be of something else.
import { matchesOf } from '../../base/matches.ts';
import data from '../lexicon/narrowing-phrases.json';
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import { isStory } from './story.ts';

const lists = Object.entries(data.lists);
const PHRASES: readonly RegExp[] = data.phrases.map(
  (phrase) =>
    new RegExp(
      lists.reduce((text, [name, words]) => text.replaceAll(name, words), phrase),
      'gd',
    ),
);

const PERSON = new RegExp(`^(?:${data.lists.PERSON}|${data.lists.KIN})$`);
/** Somebody of one's own: "brother", "mum". */
export const isSomebody = (word: string): boolean => PERSON.test(word);

const binding: ReadonlySet<string> = new Set(data.words);

/**
 * Grammar that binds what is asked, where nothing has read it: "after rent", "two Fridays ago". `open-words.ts` sees only words that
 * are unheard, and these are plain: no name begins with one. So their list stands beside that check, and holds plain words alone.
 */
function unreadBinding(reading: Reading): number[] {
  const { names, periods, weekdays, groupings, amounts, cues, storyUntil } = reading;
  const { words, starts } = reading.said;
  const spans = [...names, ...periods, ...weekdays, ...groupings, ...amounts, ...cues];
  return words.flatMap(({ text }, at) => {
    const start = starts[at] ?? 0;
    // "in February before we cut back": a stretch that is said needs no second bound.
    const isClause =
      periods.length > 0 && /^(?:before|after|until|till|while)$/.test(text) && /^(?:i|we|they|he|she)$/.test(words[at + 1]?.text ?? '');
    // "show me every Boojum in April": each row of somebody's is all of them.
    const isAllOf =
      text === 'every' &&
      hears(reading, 'list') &&
      names.some(({ start: next, value }) => next === starts[at + 1] && value.is === 'subject');
    return binding.has(text) &&
      !isClause &&
      !isAllOf &&
      start >= storyUntil &&
      !spans.some((span) => span.start <= start && start < span.end)
      ? [at]
      : [];
  });
}

/** What narrows, as it was said, where no one span has read all of it. */
export function unreadNarrowing(reading: Reading): string[] {
  const { names, periods, groupings, amounts, cues } = reading;
  const { said, starts, words } = reading.said;
  const spans = [...names.filter(({ value }) => value.is !== 'unknown'), ...periods, ...groupings, ...amounts, ...cues];
  const phrases = PHRASES.flatMap((phrase) =>
    matchesOf(said, phrase).flatMap((match) => {
      const [from, until] = match.indices?.[1] ?? [0, 0];
      const isRead = spans.some(({ start, end }) => start <= from && end >= until);
      return isRead || isStory(reading, starts.indexOf(from)) ? [] : [said.slice(from, until)];
    }),
  );
  if (phrases.length) return phrases;
  return unreadBinding(reading)
    .filter((at) => !isStory(reading, at))
    .map((at) => words[at]?.was ?? '');
}
