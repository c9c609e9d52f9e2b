// What was said and would have gone unheard: who was paid, what cost it, which stretch, which card, by which way.
import { describe, expect, it } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import type { Answer } from '../../../src/ask/answer/answer.ts';
import { ledgerOf } from '../names/households.ts';

const checking = `
  2025-01-12 -15.00 NETFLIX.COM
  2025-02-12 -15.00 NETFLIX.COM
  2025-03-10 -3.00 KROGER #0907
  2025-04-10 -5.00 KROGER #0907
  2025-07-03 -7.00 SPEEDWAY 5513
  2026-02-01 -1.00 ZELLE PAYMENT TO RICO DELGADO 02672
  2026-02-02 -2.00 CASH APP*JORDAN T Oakland CA
  2026-02-03 -60.00 ATM CASH WITHDRAWAL 5/3 TOWN
  2026-02-05 -11.00 MONTHLY SERVICE CHARGE
  2026-02-06 -48.00 NSF item fee
  2026-02-07 1487.00 IRS TREAS 310 TAX REF PPD ID: 9111736946
  2026-02-08 203.00 STATE OF OHIO OH TAX REF PPD ID: 6316402
  2026-02-09 -9.00 Ada Byrd | | INTERAC e-Transfer sent
  2026-02-10 -16.00 TIM HORTONS #2381
  2026-02-11 -32.00 TIM HORTONS #2381`;
const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows: checking }], 'USD');

function converse(turns: readonly string[], today = '2026-03-20'): Answer {
  const conversation = newConversation();
  const answers = turns.map((question) => ask(db, { question, today, conversation }));
  const last = answers.at(-1);
  if (!last) throw new Error('no turn');
  return last;
}
const sumOf = (...turns: string[]) => {
  const { status, rows } = converse(turns);
  return status === 'answered' ? rows[0]?.[0] : status;
};

describe('is asked about, and never answered as if it had not been said', () => {
  it.each([
    'how much did the chimney sweep set us back in 2026',
    'what did the window fitter cost us this year',
    'how much have I zelled my mom',
    'what did I pay my brother this year',
    'payments to my mom',
    'how much money to my sister this year',
  ])('%s', (question) => expect(converse([question]).status).not.toBe('answered'));
});

describe('is heard', () => {
  it.each([
    ['cash app total', 2],
    ['how much cash did I take out', 60],
    ['NSF and monthly bank fees this year', 59],
    ['monthly bank fees in 2026', 11],
    ['what was my IRS refund this year', 1487],
    ['how much did we e-transfer Ada in total', 9],
    ['e-transfers to Ada in February', 9],
  ])('%s', (question, sum) => expect(sumOf(question)).toBe(sum));

  it.each(['and what did those cost me', 'what do they come to', 'how much was that all together'])('after a count: %s', (question) =>
    expect(sumOf('how many times did I go to Tim Hortons this year', question)).toBe(48),
  );

  it.each(['do January', 'ok do january'])('a period alone, by "do": %s', (question) =>
    expect(sumOf('how much did I spend at Tim Hortons in February', question)).not.toBe(48),
  );

  it.each(['when did I start with Netflix', 'when did we sign up for Netflix', 'when did I subscribe to Netflix'])('%s', (question) =>
    expect(converse([question]).rows[0]?.[0]).toBe('2025-01-12'),
  );

  it('the same two months last year', () =>
    expect(
      converse(
        ['how much less did I spend at Kroger in March and April this year than the same two months last year'],
        '2026-05-02',
      ).rows.flat(),
    ).toContain(8));
});

describe('orders and other matters', () => {
  it.each(['e-transfer Ada sixty bucks', 'zelle Rico 45 bucks', 'what is the loonie worth today', 'how much is the euro worth'])(
    '%s',
    (question) => expect(converse([question]).status).toBe('declined'),
  );
});
