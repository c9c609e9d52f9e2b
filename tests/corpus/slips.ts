// What haste and speech recognition do to a question, by a chance that can be repeated: slips of the finger, words that sound
// alike, and talk that has nothing to do with it.
import { random } from '../support/random.ts';

/** Words that recognition takes for one another. */
const SOUND_ALIKE: readonly (readonly string[])[] = [
  ['to', 'two', 'too'],
  ['for', 'four'],
  ['week', 'weak'],
  ['by', 'buy', 'bye'],
  ['in', 'inn'],
  ['did', 'dead'],
  ['much', 'match'],
  ['spend', 'spent'],
  ['and', 'end'],
  ['our', 'hour', 'are'],
  ['my', 'mine'],
  ['last', 'lost'],
  ['there', 'their'],
  ['where', 'wear'],
  ['which', 'witch'],
  ['one', 'won'],
  ['what', 'watt'],
  ['on', 'an'],
  ['cost', 'caused'],
  ['was', 'wars'],
  ['rent', 'rents'],
  ['month', 'months'],
];

/** Talk around a question, in front of it or behind. */
const TALK_BEFORE = [
  'ok so',
  'right',
  'quick question',
  'hey',
  'sorry to bother you',
  'I was wondering',
  'honestly',
  'my wife wants to know',
  'just curious',
];
const TALK_AFTER = ['please', 'thanks', 'if you know', 'roughly speaking', 'cheers', 'you know', 'I forgot', 'just asking', 'mate'];

type Chance = () => number;
const pick = <T>(list: readonly T[], chance: Chance, otherwise: T): T => list[Math.floor(chance() * list.length)] ?? otherwise;

/** One slip of the finger inside a word: two letters swapped, one left out, one twice. */
function mistyped(word: string, chance: Chance): string {
  if (word.length < 4) return word;
  const at = 1 + Math.floor(chance() * (word.length - 2));
  const kind = chance();
  if (kind < 0.4) return `${word.slice(0, at)}${word.charAt(at + 1)}${word.charAt(at)}${word.slice(at + 2)}`;
  if (kind < 0.7) return word.slice(0, at) + word.slice(at + 1);
  return word.slice(0, at) + word.charAt(at) + word.slice(at);
}

function slipped(word: string, chance: Chance): string {
  const alike = SOUND_ALIKE.find((words) => words.includes(word.toLowerCase()));
  if (alike && chance() < 0.5)
    return pick(
      alike.filter((other) => other !== word.toLowerCase()),
      chance,
      word,
    );
  return /^[A-Za-z]+$/.test(word) ? mistyped(word, chance) : word;
}

/** Every word changes with this chance, so that of many questions this share of the words is changed. */
export function withSlips(question: string, share: number, seed: number): string {
  const chance = random(seed);
  return question
    .split(' ')
    .map((word) => (chance() < share ? slipped(word, chance) : word))
    .join(' ');
}

export function withTalk(question: string, seed: number): string {
  const chance = random(seed);
  const before = chance() < 0.6 ? `${pick(TALK_BEFORE, chance, '')}, ` : '';
  return chance() < 0.5 || before === '' ? `${before}${question.replace(/[?.]$/, '')} ${pick(TALK_AFTER, chance, '')}` : before + question;
}
