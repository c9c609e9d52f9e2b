// Words with capitals that stand together are one name: where a payee of ours has only some of them it is another's, or it is asked whose.
import { describe, expect, it } from 'vitest';
import { talkWith } from '../support/talking.ts';
import { ledgerOf } from './households.ts';

const rows = [
  '2026-02-02 -1500.00 ROCKET MORTGAGE 8005551234 | |',
  '2026-02-03 -185.00 STEEL CITY ORTHO 412-555-0199 PA | |',
  '2026-02-04 -40.00 TRADER JOE S #638 PITTSBURGH PA | |',
  '2026-02-05 -30.00 SHELL OIL 1204 | |',
  '2026-02-06 -12.00 STARBUCKS STORE 0455 | |',
  '2026-02-07 -90.00 COSTCO WHSE #0088 | |',
  "2026-02-08 -20.00 GRILL'D | |",
  '2026-02-09 -32.00 ZELLE TO HANNAH ABRAMS ON 02/09 | |',
].join('\n');
const { say, sentences } = talkWith(
  ledgerOf([{ name: 'Chase checking', institution: 'Chase', kind: 'checking', rows }], 'USD'),
  '2026-03-20',
);

describe('a name of which no payee has more than a word', () => {
  it.each([
    'How much did I pay Food City last year?',
    'How much at City Grill?',
    'How much did I spend at Steel City Coffee?',
    'How much for Rocket Fitness?',
    'Did I pay Edward Jones this year?',
    'How much did I send Hannah Brown?',
  ])('is nobody of ours: %s', (question) => {
    const { status, sentence } = say(question);
    expect(['empty', 'clarify'], sentence).toContain(status);
    expect(sentence).not.toMatch(/\$/);
  });

  it('is offered as the one whose first word it is', () => {
    const { sentence, choices } = say('How much for Rocket Fitness?');
    expect(sentence).toBe('I find no transactions at Rocket Fitness by that name. Is it one of these?');
    expect(choices.map(({ text }) => text)).toEqual(['Rocket Mortgage']);
  });
});

describe('a payee with what it deals in behind it', () =>
  sentences([
    ['how much at Starbucks Coffee', /^You spent \$12\.00 at Starbucks/],
    ["How much at Trader Joe's", /^You spent \$40\.00/],
    ["What did I spend at Grill'd", /^You spent \$20\.00 at Grill'd/],
    ['How much did I send Hannah Abrams', /^You spent \$32\.00 at Hannah Abrams/],
    ['How much did I pay Rocket Mortgage', /^You spent \$1,500\.00 at Rocket Mortgage/],
    ['How much was the Rocket Mortgage bill', /\$1,500\.00/],
  ]));

describe('what one pays to belong to a shop', () => {
  it('is no visit there', () => {
    const { status, sentence } = say('costco membership');
    expect(status, sentence).toBe('clarify');
  });

  it("a shop's own name with an s is no kind of spending", () => {
    expect(say("How much did I spend at Cabela's?").status).toBe('empty');
  });
});

describe("somebody's whole name", () => {
  const friends = talkWith(
    ledgerOf(
      [
        {
          name: 'Starling',
          institution: 'Starling',
          kind: 'checking',
          rows: [
            '2026-02-02 -30.00 FASTER PAYMENT TO KAREN BUNN | |',
            '2026-02-03 20.00 FASTER PAYMENT FROM KAREN BUNN | |',
            '2026-02-04 100.00 FASTER PAYMENT FROM KAREN BUNN COTTAGE | |',
            '2026-02-05 -7.00 FASTER PAYMENT TO KAREN BELL | |',
          ].join('\n'),
        },
      ],
      'GBP',
    ),
    '2026-03-20',
  );
  friends.sentences([
    ['how much has Karen Bunn paid me back in total', /^You received £120\.00 from Karen Bunn/],
    ['what have I paid Karen Bunn', /^You spent £30\.00 at Karen Bunn/],
    ['what have I paid Karen Bell', /^You spent £7\.00 at Karen Bell/],
  ]);
});
