// Weekends against each other; somebody of one's own whom no payee is called after; a pay rise; what of the pay goes where; gas where
// cars run on petrol.
import { describe, expect, it } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const MONTHS = ['2025-12', '2026-01', '2026-02', '2026-03'];
// Paid 2,000 a month and 2,100 from March on; 500 of it to the lender, 90 to the supplier of gas and electricity, 30 a tank.
const rows = [
  ...MONTHS.flatMap((month, at) => [
    `${month}-01 ${at < 3 ? '2000' : '2100'}.00 ACME LTD SALARY | |`,
    `${month}-02 -500.00 SKIPTON BUILDING SOC MTG | |`,
    `${month}-03 -90.00 OCTOPUS ENERGY | |`,
    `${month}-05 -30.00 SHELL 1204 | |`,
  ]),
  '2026-02-07 -80.00 TESCO STORES 2231 | |',
  '2026-02-08 -35.00 TESCO STORES 2231 | |',
  '2026-02-14 -60.00 TESCO STORES 2231 | |',
  '2026-02-10 -25.00 BILL PAYMENT VIA FASTER PAYMENT TO J BROWN REFERENCE MUM | |',
  '2026-03-10 -25.00 BILL PAYMENT VIA FASTER PAYMENT TO J BROWN REFERENCE MUM | |',
].join('\n');
const pounds = talkWith(ledgerOf([{ name: 'Santander current', institution: 'Santander', kind: 'checking', rows }], 'GBP'), '2026-03-20');
const dollars = talkWith(
  ledgerOf([{ name: 'Chase checking', institution: 'Chase', kind: 'checking', rows: '2026-02-05 -30.00 SHELL OIL 1204 | |' }], 'USD'),
  '2026-03-20',
);

describe('one weekend against another', () =>
  pounds.sentences([
    ['which weekend was the dearest', /^The weekend of 7 February 2026: £115\.00/],
    ['what was my most expensive weekend', /^The weekend of 7 February 2026: £115\.00/],
    ['which weekend did I spend the most', /^The weekend of 7 February 2026: £115\.00/],
    ["what's the most I've spent in a weekend", /^The weekend of 7 February 2026: £115\.00/],
    ['my top two weekends in February', /^The weekend of 7 February 2026 £115\.00, the weekend of 14 February 2026 £60\.00\.$/],
    ['spending by weekend in February', /^2 weekends, the most the weekend of 7 February 2026/],
    ['how much did I spend in February > by weekend', /^2 weekends, the most the weekend of 7 February 2026/],
    ['how much did I spend at weekends in February', /^You spent £175\.00 on weekends/],
  ]));

describe('so many months are no stretch of them', () =>
  pounds.sentences([
    ['what were my top two months for spending', /^February 2026 £820\.00, March 2026 £645\.00/],
    ['my 2 dearest months', /^February 2026 £820\.00, March 2026 £645\.00/],
    ['which two months were the most expensive', /^February 2026 £820\.00, March 2026 £645\.00/],
  ]));

describe('whom no payee is called after', () => {
  it.each([
    'how much have I given to mum',
    'what have I paid mum',
    'did I pay dad',
    'how much did I lend to my brother',
    'when did I last send money to mum',
    'how much has mum paid me',
    'did mum pay me back',
    'when did my sister last give me money',
  ])('%s', (question) => {
    const { status, sentence } = pounds.say(question);
    expect(status, sentence).toBe('clarify');
    expect(sentence).not.toMatch(/£/);
  });

  it('is offered as one of the people there are', () => {
    expect(pounds.say('how much have I given to my mum').choices).toEqual([
      { text: 'J Brown', question: 'how much have I given to J Brown' },
    ]);
  });

  it('says nothing of the question before which she is talked of', () => {
    expect(pounds.say('mum says I spend too much at Tesco, how much was it in February').sentence).toMatch(/^You spent £175\.00 at Tesco/);
  });
});

describe('a rise in pay', () =>
  pounds.sentences([
    ['when did I get a pay rise', /rose on 1 March 2026, by £100\.00 from £2,000\.00 to £2,100\.00/],
    ['have I had a raise', /rose on 1 March 2026, by £100\.00/],
    ['how big was my last pay rise', /£100\.00/],
    ['has my pay gone up', /rose on 1 March 2026, by £100\.00/],
    ['when did my pay go up', /rose on 1 March 2026, by £100\.00/],
  ]));

describe('what of the pay goes where', () =>
  pounds.sentences([
    ['how much of my wages goes on the mortgage', /^24\.7 %: £2,000\.00 of £8,100\.00/],
    ['what percentage of my salary goes to Tesco', /^2\.2 %: £175\.00 of £8,100\.00/],
    ['what percent of my income is from Acme', /^100 %: £8,100\.00 of £8,100\.00/],
  ]));

describe('gas', () => {
  pounds.sentences([
    ['how much do we spend on gas a month', /£90\.00/],
    ['how much did I spend on gas in February', /^You spent £90\.00/],
    ['how much did I spend on petrol in February', /^You spent £30\.00/],
  ]);
  dollars.sentences([['how much did I spend on gas in February', /^You spent \$30\.00/]]);
});
