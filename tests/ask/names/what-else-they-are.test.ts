// Of whom it is known what they are, they are nothing else: no train for "buses", no power company for a gas bill in dollars, no spending for
// a bonus that nobody paid; two notions side by side are not added up.
import { describe, expect, it } from 'vitest';
import { talkWith } from '../support/talking.ts';
import { ledgerOf } from './households.ts';

const british = [
  '2026-02-02 -80.00 TRAINLINE.COM LONDON | |',
  '2026-02-03 -25.00 SANDERSON SCHOOL TRUST | |',
  '2026-02-04 -300.00 JET2HOLIDAYS | Holidays |',
  '2026-02-05 -60.00 NOTEMACHINE HIGH ST | |',
  '2026-02-06 -40.00 NEXT RETAIL | |',
  '2026-02-07 -25.00 THE RANGE PLYMOUTH | |',
  '2026-01-28 2000.00 ACME LTD SALARY | |',
  '2026-02-28 2000.00 ACME LTD SALARY | |',
  '2026-03-01 500.00 ACME LTD BONUS | |',
].join('\n');
const pounds = talkWith(
  ledgerOf([{ name: 'Co-operative Bank', institution: 'Co-operative Bank', kind: 'checking', rows: british }], 'GBP'),
  '2026-03-20',
);
const plain = talkWith(
  ledgerOf([{ name: 'Lloyds current', institution: 'Lloyds', kind: 'checking', rows: '2026-02-28 2000.00 ACME LTD SALARY | |' }], 'GBP'),
  '2026-03-20',
);
const american = talkWith(
  ledgerOf(
    [
      {
        name: 'Chase checking',
        institution: 'Chase',
        kind: 'checking',
        rows: [
          '2026-02-02 -70.00 DUKE ENERGY | |',
          '2026-02-03 -2.50 FOREIGN TRANSACTION FEE HOTEL PENASCO DEL SOL | |',
          '2026-02-04 -1.20 FOREIGN TRANSACTION FEE OXXO MALECON | |',
          '2026-02-05 -9.00 OXXO MALECON MX | |',
        ].join('\n'),
      },
    ],
    'USD',
  ),
  '2026-03-20',
);

describe('known to be something else', () => {
  it.each(['how much did I spend on buses', 'bus fares last month'])('no train is a bus: %s', (question) => {
    expect(pounds.say(question).sentence).not.toMatch(/£/);
  });

  it('no power company sends a gas bill in dollars', () => {
    expect(american.say('how much is the gas bill').sentence).not.toMatch(/\$/);
  });

  it('Subway is no underground in pounds', () => {
    expect(pounds.say('how much at Subway').sentence).not.toMatch(/£/);
  });
});

describe('a bonus', () => {
  pounds.sentences([
    ['did I get a bonus', /^Yes, 1 payment .*£500\.00/],
    ['how much was my bonus', /^You received £500\.00/],
  ]);

  it('that nobody paid is never all that came in', () => {
    expect(plain.say('my bonus this year').sentence).not.toMatch(/£/);
  });
});

describe('two notions side by side', () => {
  it.each(['how much cash on holiday', 'how much did the school trip cost'])('%s is asked about', (question) => {
    const { status, sentence } = pounds.say(question);
    expect(status, sentence).toBe('clarify');
  });
});

describe('shops of plain words, where one goes', () =>
  pounds.sentences([
    ['have we been to next this year', /^Yes, 1 purchase at Next/],
    ['how much in the range altogether', /^You spent £25\.00 at The Range/],
  ]));

it('where one went and nobody is called so, it is asked', () => {
  expect(plain.say('have we been to the range this year').status).toBe('clarify');
});

describe('fees for what was bought abroad', () =>
  american.sentences([['what did we pay in foreign transaction fees', /^You spent \$3\.70/]]));

it('what the statements do not hold is not what was paid', () => {
  for (const question of ['mortgage left', 'how many payments left on the car'])
    expect(pounds.say(question).sentence).not.toMatch(/£|\d purchases/);
});

describe('names of plain words in a list', () => {
  const swansea = talkWith(
    ledgerOf(
      [
        {
          name: 'First Direct',
          institution: 'First Direct',
          kind: 'checking',
          rows: [
            '2026-02-02 -40.00 NEXT RETAIL | |',
            '2026-02-03 -10.00 PRIMARK 0614 | |',
            '2026-02-04 -7.00 COSTA COFFEE 441 | |',
            '2026-02-05 -3.00 COFFEE PUNKS | |',
            '2026-02-06 -200.00 FIRST DIRECT REGULAR SAVER | |',
          ].join('\n'),
        },
      ],
      'GBP',
    ),
    '2026-03-20',
  );
  swansea.sentences([
    ['next and primark added up', /^You spent £50\.00 at Next and Primark/],
    ['next, primark and costa added up for february', /^You spent £57\.00 at Next and Primark and Costa Coffee/],
    ['what do costa and coffee punks come to together', /^You spent £10\.00 at Costa Coffee and Coffee Punks/],
    // What goes into a saver of the same bank is no spending.
    ['what did I spend in February', /^You spent £60\.00/],
    ['how much went out in February, not counting moving money between ourselves', /^You spent £60\.00/],
  ]);
});
