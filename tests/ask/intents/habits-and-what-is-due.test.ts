// What one spends on a Saturday or a weekday is an average of such days; what is due lies ahead; "the shops" are asked about; a music
// service is no television.
import { describe, expect, it } from 'vitest';
import { american, TODAY } from '../support/ledger.ts';
import { ledgerOf } from '../names/households.ts';
import { talkWith } from '../support/talking.ts';

// Two weeks from a Monday: 10 on each working day, 40 on each Saturday.
const DAYS = Array.from({ length: 14 }, (_, at) => `2026-03-${String(2 + at).padStart(2, '0')}`);
const rows = DAYS.flatMap((day, at) =>
  at % 7 < 5 ? [`${day} -10.00 GREGGS 0441 | |`] : at % 7 === 5 ? [`${day} -40.00 TESCO STORES 2231 | |`] : [],
).join('\n');
const weeks = talkWith(ledgerOf([{ name: 'Santander current', institution: 'Santander', kind: 'checking', rows }], 'GBP'), '2026-03-15');

describe('on such a day', () =>
  weeks.sentences([
    ['how much do I spend on a weekday', /^£10\.00 a day on average on weekdays\.$/],
    ['how much do we spend on a working day', /^£10\.00 a day on average/],
    ['average per day on weekdays', /^£10\.00 a day on average on weekdays\.$/],
    ['average spend per day', /^£12\.86 a day on average\.$/],
    ['how much do I spend on a Saturday', /^£40\.00 a week on average on Saturdays\.$/],
    ['what does a Saturday cost me', /^£40\.00 a week on average/],
    ['how much do I spend on a weekend', /^£40\.00 a weekend on average\.$/],
    ['what do I normally spend over a weekend', /^£40\.00 a weekend on average\.$/],
    ['how much did I spend on Saturdays', /^You spent £80\.00 on Saturdays/],
  ]));

describe('what is due is no figure of what was paid', () => {
  const { say } = talkWith(american, TODAY);
  it.each(['what bills are due', 'is my rent due', 'which payments are coming up', "what's due"])('%s', (question) => {
    const { status, sentence } = say(question);
    expect(status, sentence).toBe('declined');
    expect(sentence).not.toMatch(/\$/);
  });
});

describe('words for more than one thing', () => {
  it.each(['how much did I spend at the shops', 'how much in shops last month', 'what went in the shops'])('%s', (question) => {
    const { status, sentence } = weeks.say(question);
    expect(status, sentence).toBe('clarify');
  });

  it('ranks them all the same', () => {
    expect(weeks.say('which shops did I go to most').sentence).toMatch(/^Greggs/);
  });
});

describe('television', () => {
  const months = ['01', '02', '03'].flatMap((month) => [
    `2026-${month}-04 -10.00 NETFLIX.COM | |`,
    `2026-${month}-05 -12.00 SPOTIFY P2HXCK | |`,
  ]);
  const streams = talkWith(
    ledgerOf([{ name: 'Santander current', institution: 'Santander', kind: 'checking', rows: months.join('\n') }], 'GBP'),
    '2026-03-15',
  );
  streams.sentences([
    ['how much do we pay for TV', /^Netflix last cost £10\.00/],
    ['what do we pay for streaming', /^£22\.00 together/],
  ]);
});
