// Words of people who keep books, of people in a hurry, and of people to whom English is new; and what they must not be taken for.
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { ledgerOf } from '../names/households.ts';

const checking = `
  2026-01-31 3000.00 ACME CORP PAYROLL
  2026-02-02 -1200.00 OAKWOOD PROPERTIES RENT
  2026-02-03 -60.00 KROGER #0907
  2026-02-10 -16.00 TIM HORTONS #2381
  2026-02-20 10.00 KROGER #0907 REFUND
  2026-02-28 3000.00 ACME CORP PAYROLL
  2026-03-02 -25.00 KROGER #0907
  2026-03-05 -32.00 TIM HORTONS #2381`;
const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows: checking }], 'USD');
const figure = (question: string) => {
  const { status, rows } = ask(db, { question, today: '2026-03-20', conversation: newConversation() });
  return status === 'answered' ? rows[0]?.[0] : status;
};

describe('is heard', () => {
  it.each([
    [3000, 'gross income, February'],
    [3000, 'total receipts for February'],
    [1734, 'net position for February'],
    [66, 'February spending net of Oakwood Properties'],
    [1266, 'disbursements in February'],
    [16, 'tim hortons feb ttl'],
    [32, 'Kroger, no, Tim Hortons, in March'],
    [15, 'how many days are passed from when we were in Tim Hortons'],
    [48, 'how much has Tim Hortons taken off us'],
    [123, 'what have Kroger and Tim Hortons taken off me'],
    [123, 'how much have Kroger, Tim Hortons taken from us'],
  ])('%s: %s', (wanted, question) => expect(figure(question)).toBe(wanted));
});

describe('is not taken for something else', () => {
  it.each([
    [66, 'February spending with rent taken off'],
    [66, 'what have we spent in February, rent taken off'],
    [57, 'what has spending, rent taken off, been in March'],
  ])('who is named before what is taken off takes nothing: %s: %s', (wanted, question) => expect(figure(question)).toBe(wanted));
  it('what is in an account is no spending', () => {
    for (const question of ['how much money there is in checking now', 'how many money is in the checking account'])
      expect(figure(question), question).not.toBe(1323);
  });
  it('card payments of a size are bought with it or pay it off: neither is sure', () => {
    for (const question of ['count of credit card payments exceeding $200', 'sum of card payments above 200 dollars'])
      expect(['clarify', 'empty', 'declined'], question).toContain(figure(question));
  });
  it('what one took more is ridden more often, who took more got more money', () => {
    const sentence = (question: string) => ask(db, { question, today: '2026-03-20', conversation: newConversation() }).sentence;
    expect(sentence('did we use Kroger or Tim Hortons more in 2026')).not.toContain('$');
    expect(sentence('who took more in 2026, Kroger or Tim Hortons')).toContain('$75');
  });
  it('a comparison that names its sides and its time leans on no turn before it', () => {
    const conversation = newConversation();
    const turn = (question: string) => ask(db, { question, today: '2026-03-20', conversation });
    turn('did we spend more at Kroger or Oakwood Properties in February');
    expect(turn('who got more in 2026, Kroger or Tim Hortons').sentence).not.toContain('Oakwood');
    expect(turn('who got more in 2026, Kroger or Tim Hortons').sentence).toContain('$48');
  });
  it('an order with its amount is an order', () => expect(figure('zelle rico $45 pls')).toBe('declined'));
  it('April is no rate of interest, and a rate is no April', () => {
    expect(figure('kroger feb to apr')).not.toBe('declined');
    expect(figure("what's my apr")).toBe('declined');
  });
});
