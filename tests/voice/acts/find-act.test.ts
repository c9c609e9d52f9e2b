// What is something to do, and what is a question although it holds the same words.
import { describe, expect, test } from 'vitest';
import { findAct } from '../../../src/voice/acts/find-act.ts';

describe('something to do', () => {
  test.each([
    ['read-again', 'Read that again.', 'Please read it again', 'Say that again?', 'Repeat that, please.', 'Once more.'],
    ['undo', 'Undo.', 'Undo that.', 'OK, undo that please.', 'Take it back.'],
    ['show-rows', 'Show the rows.', 'Show me the rows', 'Could you show me the rows, please?', 'Open it in the ledger.'],
    ['stop', 'Stop.', 'Stop reading!', "That's all.", 'That’s all, thank you.', 'Goodbye.'],
    ['cancel', 'Cancel.', 'Never mind.', 'Oh, forget it.'],
  ])('%s', (act, ...sentences) => {
    for (const sentence of sentences) expect(findAct(sentence), sentence).toBe(act);
  });
});

test.each([
  'Show me the rows for March.',
  'When did I stop paying for the gym?',
  'Which subscriptions did I cancel?',
  'How much did I spend again at Tesco?',
  'What about the undo shop?',
  'Show me a chart.',
  'Please.',
  '',
])('"%s" is no such thing', (sentence) => expect(findAct(sentence)).toBeNull());
