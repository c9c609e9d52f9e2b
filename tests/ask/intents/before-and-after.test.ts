// What a price was before, the same month of another year, several days asked for at once, whose earnings are not ours to tell.
import { describe, expect, it, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { newConversation } from '../../../src/ask/conversation.ts';
import { ledgerOf, TODAY } from '../names/households.ts';

const db = ledgerOf(
  [
    {
      name: 'U.S. Bank card',
      institution: 'U.S. Bank',
      kind: 'card',
      rows: `
        2025-02-11 -40.00 ALDI
        2025-11-09 -11.99 SPOTIFY USA
        2025-12-09 -12.99 SPOTIFY USA
        2026-01-09 -12.99 SPOTIFY USA
        2026-02-09 -12.99 SPOTIFY USA
        2026-02-10 -30.00 ALDI
        2025-10-27 -12.00 LATE PAYMENT FEE
        2026-01-27 -12.00 LATE PAYMENT FEE
        2026-02-12 500.00 PAYMENT THANK YOU`,
    },
    {
      name: 'Checking',
      institution: null,
      kind: 'checking',
      rows: `
        2026-02-12 -500.00 US BANK CREDIT CARD PAYMENT
        2026-02-13 -7.00 ALDI
        2026-02-14 -60.00 OSMOND TREE CARE`,
    },
  ],
  'USD',
);
const say = (...turns: readonly string[]) => {
  const conversation = newConversation();
  const answers = turns.map((question) => ask(db, { question, today: TODAY, conversation }));
  const last = answers.at(-1);
  if (!last) throw new Error('no turns');
  return last;
};

test.each([
  'what was Spotify charging me before they put it up',
  'what was Spotify before they raised it',
  'how much was Spotify before they upped the price',
  'what was Spotify before it went up',
  'how much was Spotify before the increase',
])('%s', (question) => expect(say(question).sentence).toMatch(/from \$11\.99 to \$12\.99/));

describe('the same month of another year is that month of the turn before, and nothing else is said to be taken', () => {
  test.each(['same month a year earlier', 'and the same month last year?', 'the same month a year before', 'same month a year ago'])(
    '%s',
    (turn) => {
      const { rows, assumed } = say('how much did we spend at Aldi in February', turn);
      expect(rows[0]?.[0]).toBe(40);
      expect(assumed.join()).not.toMatch(/2025-03/);
    },
  );
  it('two months of one name', () => {
    const { rows } = say('did we spend more at Aldi this February than February a year ago');
    expect(rows[0]?.slice(0, 2)).toEqual([37, 40]);
  });
});

test('of several, each has its day', () => {
  expect(say('any late fees on the card, when were they').rows.map(([day]) => day)).toEqual(['2025-10-27', '2026-01-27']);
  expect(say('late fees this year and last, when were those').rows.length).toBeGreaterThan(0);
});

test.each(['what did I spend on the US Bank card in February', 'us bank card spending in February'])('%s', (question) =>
  expect(say(question).rows[0]?.[0]).toBe(42.99),
);

test.each(['what does Osmond Tree Care earn these days', 'how much does Osmond Tree Care earn', 'what does Aldi earn'])('%s', (question) =>
  expect(say(question).status).toBe('declined'),
);

test('what is paid a month is told, and its sum asked for', () => {
  expect(say('that bit a month to Spotify, what has it added up to in 2026').rows[0]?.[0]).not.toBe(8.66);
  expect(say('since when does Spotify charge the higher rate').rows[0]?.[0]).not.toBe('2025-11-09');
});
