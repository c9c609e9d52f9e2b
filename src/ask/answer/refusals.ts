// What Sotto says when it does not answer: short, plain, without a figure.
import type { LedgerNames } from '../names/ledger-names.ts';
import { dayWords } from '../plan/words.ts';
import type { Refusal, RefusalCode } from '../intents/intent.ts';

type Words = (words: readonly string[], ledger: LedgerNames) => string;

const span = ({ firstDay, lastDay }: LedgerNames) =>
  firstDay && lastDay ? `Your statements cover ${dayWords(firstDay)} to ${dayWords(lastDay)}.` : 'There are no statements yet.';

const notUnderstood: Words = (words) =>
  `I did not understand ${words.map((word) => `“${word}”`).join(', ')}. Could you say it another way?`;

const sentences: Readonly<Record<RefusalCode, Words>> = {
  'out-of-scope': () => 'That is not something your statements can tell. I answer questions about your own transactions.',
  orders: () => 'I only read: I cannot change, send, cancel or add anything.',
  others: () => 'I can only speak about the accounts you have imported, not about other people.',
  forecast: () => 'I only know what has happened; I do not forecast.',
  advice: () => 'I do not give advice, but I can tell you what your statements say.',
  'not-in-statements': () => 'Your statements do not hold that.',
  instructions: () => 'I only answer questions about your transactions.',
  'no-income': () => 'These statements hold only spending, no income, so I cannot tell.',
  'no-balance': () => 'These statements do not give a balance, so I cannot tell.',
  'before-data': (_words, ledger) => `I have nothing from then. ${span(ledger)}`,
  'after-data': (_words, ledger) => `I have nothing from then yet. ${span(ledger)}`,
  'unknown-name': ([name = 'that']) => `I find no transactions at ${name}.`,
  'unknown-kind': ([name = 'that']) => `I find no transactions on ${name}.`,
  'which-of-kind': ([name = 'that']) => `I know none of your payees as ${name}. Is it one of these?`,
  'which-person': ([name = 'that']) => `I do not know who of your payees is “${name}”. Is it one of these?`,
  'which-name-for': ([name = 'that']) => `I find no transactions at ${name} by that name. Is it one of these?`,
  'no-rows': ([what = 'that'], ledger) => `I find no transactions ${what}. ${span(ledger)}`,
  'which-name': ([name = 'that']) => `More than one thing of yours may be meant by ${name}. Which one do you mean?`,
  'what-about': () => 'What should I look at: a period, a payee or a category?',
  unheard: notUnderstood,
  'unknown-word': notUnderstood,
  'no-question': () => 'I could not make out a question about your transactions in that.',
  'no-data': () => 'There are no transactions yet. Add a statement first.',
  'no-currency': ([code = 'that currency']) => `I find no transactions in ${code}.`,
  'no-recurring': () => 'I find no such regular payment.',
  'never-paid': ([name = 'that']) => `I find nothing paid out for ${name}: what your statements show of it is money in.`,
  'balance-moves': () => 'I can say what an account held at the end of a day, not how its balance moved in between.',
  taught: ([phrase = 'that', means = 'that']) => `I take “${phrase}” as ${means} in this conversation. Shall I remember it?`,
  'taken-name': ([phrase = 'that']) =>
    `“${phrase}” is a name in your statements already and keeps its meaning. Which other word shall I use?`,
  'unknown-meaning': ([means = 'that']) => `I find nothing called ${means} in your statements. Which payee or category do you mean?`,
};

export const refusalSentence = ({ why, words = [] }: Refusal, ledger: LedgerNames): string => sentences[why](words, ledger);
