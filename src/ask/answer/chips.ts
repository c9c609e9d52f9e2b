// The slots of a question as the card shows them, each to be left out or changed. Of a comparison the slots of all its sides.
import type { Day } from '../../base/days.ts';
import type { LedgerNames } from '../names/ledger-names.ts';
import type { Condition, Scope } from '../plan/plan.ts';
import { keptOf, scopesRead } from '../plan/plan.ts';
import { conditionWords, periodWords } from '../plan/words.ts';
import type { Reading } from '../reading.ts';
import { teachable } from '../teaching.ts';
import type { Chip } from './answer.ts';
import type { Result } from './phrase.ts';

type Read = Pick<Result, 'plan' | 'reading' | 'carried' | 'engine'>;

/** The words that became this condition, where they only stand for a name: said by sound or kind, or cut short. */
function phraseOf(condition: Condition, reading: Reading, ledger: LedgerNames): string | null {
  if (condition.by !== 'subject' && condition.by !== 'account') return null;
  const words = condition.by === 'account' ? [condition.words] : condition.any.map((subject) => subject.words);
  const spans = reading.names.filter(
    ({ value }) =>
      (value.is === 'subject' && words.includes(value.subject.words)) || (value.is === 'account' && words.includes(value.words)),
  );
  const [span] = spans;
  if (!span || spans.length > 1 || words.length > 1) return null;
  const { said } = reading;
  const within = said.words.filter((_, at) => (said.starts[at] ?? -1) >= span.start && (said.starts[at] ?? 0) < span.end);
  const [first, last] = [within[0], within.at(-1)];
  return first && last ? teachable(said.question.slice(first.start, last.end), ledger) : null;
}

const sourceOf = ({ carried, engine }: Read, present: boolean): Chip['source'] =>
  present ? 'said' : carried ? 'carried' : engine === 'model' ? 'model' : 'assumed';

function slotOf(condition: Condition): Chip['slot'] {
  switch (condition.by) {
    case 'subject':
      return condition.any.some(({ what }) => what === 'payee') ? 'payee' : 'category';
    case 'uncategorised':
      return 'category';
    case 'place':
    case 'paid-by':
      return 'text';
    default:
      return condition.by;
  }
}

function conditionChip(condition: Condition, read: Read, ledger: LedgerNames): Chip {
  const { names, amounts, weekdays } = read.reading;
  const { by } = condition;
  const heard = by === 'subject' || by === 'account' ? names : by === 'amount' ? amounts : weekdays;
  const phrase = phraseOf(condition, read.reading, ledger);
  return {
    slot: slotOf(condition),
    text: conditionWords(condition),
    source: sourceOf(read, heard.length > 0),
    removable: true,
    ...(phrase === null ? {} : { phrase }),
  };
}

function scopeChips({ flow, where, period }: Scope, read: Read, today: Day, ledger: LedgerNames): Chip[] {
  const filled: Chip['source'] = read.engine === 'model' ? 'model' : 'said';
  return [
    ...(flow === 'spending' || flow === 'purchases'
      ? []
      : [{ slot: 'flow' as const, text: flow.replace('-', ' '), source: filled, removable: false }]),
    ...where.map((condition) => conditionChip(condition, read, ledger)),
    period
      ? { slot: 'period', text: periodWords(period, today), source: sourceOf(read, read.reading.periods.length > 0), removable: true }
      : { slot: 'period', text: 'all your statements', source: 'assumed', removable: false },
  ];
}

const isSame = (a: Chip, b: Chip): boolean => a.slot === b.slot && a.text === b.text;

/** First what sets the sides apart, side after side: it cannot be left out, for then nothing would be compared. Then what they share. */
function sidesChips(sides: readonly Chip[][]): Chip[] {
  const all = sides.flat().filter((chip, at, list) => list.findIndex((each) => isSame(each, chip)) === at);
  const isShared = (chip: Chip) => sides.every((chips) => chips.some((each) => isSame(each, chip)));
  const apart = all
    .filter((chip) => !isShared(chip))
    .map(({ slot, text, source }) => ({ slot, text, source, removable: false, apart: true }));
  return [...apart, ...all.filter(isShared)];
}

export function chipsOf(read: Read, today: Day, ledger: LedgerNames): Chip[] {
  const { plan, reading, engine } = read;
  const kept = keptOf(plan);
  const chips: Chip[] = [
    { slot: 'measure', text: plan.ask.replace('-', ' '), source: engine === 'model' ? 'model' : 'said', removable: false },
    ...sidesChips(scopesRead(plan).map((scope) => scopeChips(scope, read, today, ledger))),
  ];
  if (kept) chips.push({ slot: 'amount', text: kept.words, source: sourceOf(read, reading.amounts.length > 0), removable: true });
  if (plan.ask === 'breakdown')
    chips.push({ slot: 'grouping', text: `by ${plan.by}`, source: sourceOf(read, reading.groupings.length > 0), removable: true });
  return chips;
}
