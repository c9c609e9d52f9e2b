// The same questions in the words of others: texted in haste, put in full sentences, with the whole sides of a comparison.
import { describe } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

const rows = [
  '2026-03-02 -40.00 TRADER JOES 112 OAKLAND | |',
  '2026-04-03 -25.00 TRADER JOES 112 OAKLAND | |',
  '2026-04-10 -12.00 UBER TRIP | |',
  '2026-04-11 -31.00 UBER EATS | |',
  '2026-05-04 -60.00 TRADER JOES 112 OAKLAND | |',
  '2026-05-08 -30.00 WHOLE FOODS MKT | |',
  '2026-05-09 -9.99 NETFLIX.COM | |',
  '2026-06-01 -20.00 UBER TRIP | |',
  '2026-06-05 -44.00 CHEVRON 0091 | |',
  '2026-06-06 -33.00 76 UNION OAKLAND | |',
  '2026-06-09 -9.99 NETFLIX.COM | |',
  '2026-05-28 3000.00 ACME CORP PAYROLL | |',
].join('\n');
const card = ['2026-06-07 -50.00 CHEVRON 0091 | |', '2026-05-20 -80.00 TRADER JOES 112 OAKLAND | |'].join('\n');
const { sentences } = talkWith(
  ledgerOf(
    [
      { name: 'Checking', institution: null, kind: 'checking', rows },
      { name: 'Visa card', institution: null, kind: 'card', rows: card },
    ],
    'USD',
  ),
  '2026-06-18',
);

describe('texted in haste', () =>
  sentences([
    ['trader joes last mo wats the damage', /^You spent \$140\.00 at Trader Joe's in May 2026/],
    ['trader joes last mo > n the one b4 that', /^You spent \$25\.00 at Trader Joe's in April 2026/],
    ['wats my netflix rn per month', /^Netflix last cost \$9\.99/],
    ['netflix how much a mo', /^Netflix last cost \$9\.99/],
    ['uber in april but no uber eats', /^You spent \$12\.00 at Uber without Uber Eats in April 2026/],
    ['what did i spend w my visa card in may', /^You spent \$80\.00/],
  ]));

describe('in full sentences', () =>
  sentences([
    ['Please report my total expenses from 4/1/2026 through 4/30/2026.', /^You spent \$68\.00/],
    [
      'My Trader Joes purchases for May came to what amount? > And for the prior month?',
      /^You spent \$25\.00 at Trader Joe's in April 2026/,
    ],
    ['What landed in my account from Acme in May?', /^You received \$3,000\.00 from Acme Corp in May 2026/],
    ['What did Trader Joes come to in the week starting Monday 4 May?', /^You spent \$60\.00 .* from 4 to 10 May 2026/],
    ['not last month, the month before, what did I get through', /^You spent \$68\.00 in April 2026/],
    ['gas so far in 2026 on every card', /^You spent \$127\.00 on gas/],
  ]));

describe('sides of a comparison, and names a letter away', () =>
  sentences([
    ['trader joes march and april vs may', /\$65\.00.*\$140\.00/],
    ['trader joes: is the april 2026 total lower than the may 2026 one?', /^Yes, less: April 2026 \$25\.00, May 2026 \$140\.00/],
    ['hole foods may how much was it', /^You spent \$30\.00 at Whole Foods/],
    ['fuel from 76 and chevron in june, total', /^You spent \$127\.00/],
    ['chevrn in june', /^You spent \$94\.00 at Chevron/],
    ['what share of spending went on the visa card in may', /^44\.5 %: \$80\.00 of \$179\.99 in May 2026/],
    ['what did we spend on tickets', /^I did not understand/],
    ['how much did the move cost', /^I did not understand/],
    ['how much did we give last year', /^I did not understand|^I find no/],
  ]));
