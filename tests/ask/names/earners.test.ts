// Whom one works for, where no bank says wages: what comes in again and again, and much of it; no seller's payout, no interest, no friend.
import { describe, expect, it } from 'vitest';
import { talkWith } from '../support/talking.ts';
import { ledgerOf } from './households.ts';

const rows = [
  ...['2025-12', '2026-01', '2026-02'].flatMap((month) => [
    `${month}-27 1900.00 NHS GRAMPIAN | |`,
    `${month}-28 2900.00 JOHN WOOD GROUP | |`,
    `${month}-30 90.00 HMRC CHILD BENEFIT | |`,
  ]),
  '2025-11-27 1900.00 NHS GRAMPIAN | |',
  '2025-11-28 2900.00 JOHN WOOD GROUP | |',
  ...['2025-12-05', '2026-01-05', '2026-02-05', '2026-03-05'].map((day) => `${day} 20.00 VINTED PAYOUT | |`),
  '2026-01-10 -40.00 ASOS | Shopping |',
  '2026-01-20 15.00 ASOS REFUND | Shopping |',
  '2026-03-02 -25.00 NEXT RETAIL | Shopping |',
  '2026-03-10 -30.00 TESCO STORES 2231 | |',
].join('\n');
const { say, sentences } = talkWith(
  ledgerOf([{ name: 'Santander current', institution: 'Santander', kind: 'checking', rows }], 'GBP'),
  '2026-03-20',
);

describe('wages, pay and payday are what comes from whom one works for', () => {
  sentences([
    ['when did I last get paid', /^Last on 28 February 2026: John Wood Group, £2,900\.00/],
    ['total wages in January', /^You received £4,800\.00 from wages in January 2026/],
    ['what did I spend since payday', /^You spent £55\.00 from 28 February 2026 to today/],
    ['what was my income in January', /^You received £4,910\.00 in January 2026/],
  ]);
  it('and this month none has come', () => {
    expect(say('did wages come in this month').status).toBe('empty');
  });
});

describe('a shop keeps its name', () =>
  sentences([
    ['did I get my money back from ASOS > how much have I actually spent there', /^You spent £25\.00 at ASOS/],
    ['Next this year after returns', /^You spent £25\.00 at Next/],
    ['how much on ASOS > net of refund', /^You spent £25\.00 at ASOS/],
  ]));

it.each(['the deposit', 'how much did we spend on days out in January', 'how much did the bank pay us this year'])(
  '%s is asked about',
  (question) => expect(say(question).status).not.toBe('answered'),
);
