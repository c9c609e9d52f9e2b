// What accounts held: now, at the end of a day, and what no row tells of it.
import { describe, expect, it } from 'vitest';
import { american, TODAY } from '../support/ledger.ts';
import { talkWith } from '../support/talking.ts';

const { say, sentences } = talkWith(american, TODAY);

describe('all that the accounts hold', () => {
  sentences([
    ["what's the total across my accounts", /^Checking held \$8,137\.00/],
    ['total of all my accounts', /^Checking held \$8,137\.00/],
    ['how much is in each account', /^Checking held \$8,137\.00/],
    ['total in checking', /^Checking held \$8,137\.00/],
    ['which account has the most in it', /^Checking held \$8,137\.00/],
    ['how much have I spent across my accounts', /^You spent/],
    ["what's the total across my accounts in February", /^You spent/],
  ]);
});

describe('at the end of a day', () => {
  sentences([
    ['what was my balance at the end of February', /^Checking held \$6,337\.00 on 27 February 2026/],
    [
      'what did I have in checking on January 10',
      /^Checking held \$5,297\.50? on 10 January 2026|^Checking held \$[\d,.]+ on 10 January 2026/,
    ],
    ['how much was in checking at the start of the year', /on 22 December 2025/],
    ['what was my checking balance last month', /on 27 February 2026/],
    ['how much is in checking this month', /^Checking held \$8,137\.00/],
    ['how much did I have a month ago', /^Checking held \$[\d,.]+ on (?:2\d|1\d) February 2026/],
    ['how much money did we have at the end of February', /^Checking held \$6,337\.00 on 27 February 2026/],
    ['how much was in my accounts on January 10', /^Checking held \$[\d,.]+ on 10 January 2026/],
    ['how much did I have coming in last month', /^You received/],
    ['how much did I have left in February', /^You kept/],
  ]);
});

describe('how it moved in between is not told', () => {
  it.each([
    'what was the lowest my balance got this year',
    'has my balance ever gone below 500',
    'how much has my balance gone up since January',
    'what is my average balance',
  ])('%s', (question) => {
    const { status, sentence } = say(question);
    expect(status, sentence).toBe('declined');
    expect(sentence).not.toMatch(/\$/);
  });

  it('nor by how much more it is', () => {
    const { status, sentence } = say('how much more do I have in checking than in January');
    expect(status, sentence).toBe('clarify');
    expect(sentence).not.toMatch(/\$/);
  });
});
