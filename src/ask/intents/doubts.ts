// Nothing said goes unheard: what no span explains lowers confidence, and below the line Sotto asks back instead of answering.
import { hears } from '../reading.ts';
import type { Reading } from '../reading.ts';
import type { Asked, Refusal } from './intent.ts';
import { flowOf } from './scope.ts';

/** Words that belong to talk about money; without one of them, and without a name of the ledger, a sentence is not ours. */
const OURS = [
  'spend',
  'pay',
  'cost',
  'buy',
  'income',
  'refund',
  'fee',
  'cash',
  'transfer',
  'subscriptions',
  'balance',
  'net',
  'savings-rate',
  'price',
  'duplicate',
  'noun-transaction',
  'interest',
  'budget',
  'total',
  'money',
] as const;

const isPronoun = /\b(?:on|for|at|with|by|from) (?:it|that|this|them|those|these|there)\b/;

export function doubts({ reading, ledger }: Asked, carried: boolean): Refusal | null {
  const ambiguous = reading.names.find(({ value }) => value.is === 'ambiguous')?.value;
  if (ambiguous?.is === 'ambiguous') {
    return {
      refuse: 'clarify',
      why: 'which-name',
      words: [ambiguous.words],
      choices: ambiguous.choices.map((name) => ({
        text: name,
        question: reading.said.question.replace(new RegExp(ambiguous.words, 'i'), name),
      })),
    };
  }
  const known = reading.names.some(({ value }) => value.is === 'subject' || value.is === 'account');
  const unknown = reading.names.filter(({ value }) => value.is === 'unknown' && !(value.concept && known));
  const ours = hears(reading, ...OURS) || known || reading.groupings.length > 0;
  if (unknown.length && ours) {
    const names = unknown.map(({ value }) => ('words' in value ? value.words : ''));
    return { refuse: 'empty', why: 'unknown-name', words: [names.join(', ')] };
  }
  if (unknown.length) return { refuse: 'declined', why: 'no-question' };
  if (!carried && isPronoun.test(reading.said.said) && !known) return { refuse: 'clarify', why: 'what-about' };
  if (reading.unheard.length)
    return ours || carried ? { refuse: 'clarify', why: 'unheard', words: reading.unheard } : { refuse: 'declined', why: 'no-question' };
  if (wantsIncome(reading) && !ledger.hasIncome) return { refuse: 'declined', why: 'no-income' };
  return null;
}

const wantsIncome = (reading: Reading) =>
  (flowOf(reading) === 'income' || hears(reading, 'savings-rate')) && !hears(reading, 'refund', 'transfer');
