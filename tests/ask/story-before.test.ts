// A story in its own sentences before the question says nothing of the figure, but for what the question leans on.
import { describe, expect, it } from 'vitest';
import { ask } from '../../src/ask/ask.ts';
import { newConversation } from '../../src/ask/conversation.ts';
import { ledgerOf } from './names/households.ts';

const checking = `
  2025-01-12 -15.00 NETFLIX.COM
  2025-12-26 -40.00 KROGER #0907
  2026-01-12 -18.00 NETFLIX.COM
  2026-02-03 -60.00 KROGER #0907
  2026-02-10 -16.00 TIM HORTONS #2381
  2026-03-01 -1200.00 ZELLE PAYMENT TO RICO DELGADO 02672
  2026-03-02 -25.00 KROGER #0907
  2026-03-05 -32.00 TIM HORTONS #2381`;
const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows: checking }], 'USD');
const answer = (question: string) => ask(db, { question, today: '2026-03-20', conversation: newConversation() });
const figure = (question: string) => {
  const { status, rows } = answer(question);
  return status === 'answered' ? rows[0]?.[0] : status;
};

describe('the story is set aside', () => {
  it.each([
    [125, 'My husband says food was cheaper where we lived before. What have we spent at Kroger in all?'],
    [60, 'The weather was dreadful and the children were home. How much did Kroger cost us in February?'],
    [60, 'We are where we are, as they say. What did we pay Kroger in February?'],
    [40, 'On Boxing Day I said I would stay in. What did we spend that day?'],
    [2, 'I saw the nurse about it. How many times were we at Tim Hortons?'],
  ])('%s: %s', (dollars, question) => expect(figure(question)).toBe(dollars));

  it('a word that asks at the turn is heard', () => {
    const { status, sentence } = answer('The brakes are squealing something awful. When was I last at Kroger?');
    expect(status).toBe('answered');
    expect(sentence).toMatch(/Mar(?:ch)? 2|2 March/);
  });
});

describe('what the question leans on is taken from the story', () => {
  it.each([
    [48, 'Tim Hortons used to do such lovely doughnuts. What have we spent there?'],
    [1200, 'Rico Delgado is always on time, never a complaint. What have we paid him in 2026?'],
  ])('%s: %s', (dollars, question) => expect(figure(question)).toBe(dollars));
});

describe('stays whole, where the words before it change what is asked', () => {
  it.each(['I had 50 dollars for Kroger in February. Did I go over?', 'Leave out Rico Delgado. What did we spend in March?'])(
    '%s',
    (question) => expect(figure(question)).not.toBe(1257),
  );

  it('two things that "there" could mean are not chosen from', () => {
    expect(figure('Kroger is dear and Tim Hortons is worse. What have we spent there?')).not.toBe(48);
    expect(figure('Kroger is dear and Tim Hortons is worse. What have we spent there?')).not.toBe(125);
  });

  it('money that came is not counted as money that went', () => {
    expect(answer('Rico Delgado has been sending us money back. What does it all add up to?').status).not.toBe('answered');
  });
});
