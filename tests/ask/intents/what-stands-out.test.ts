// "Why so much": what is beyond the usual has a name, and rent, the most of every month, explains none. And what a year to come would keep.
import { describe, expect, test } from 'vitest';
import { ledgerOf } from '../names/households.ts';
import { converse } from '../support/ledger.ts';

const TODAY = '2026-03-20';
const months = ['2025-10', '2025-11', '2025-12', '2026-01', '2026-02'];
const rows = [
  ...months.map((month) => `${month}-01 -900.00 LAKESHORE APARTMENTS`),
  ...months.map((month, nth) => `${month}-05 -${nth < 3 ? '10.00' : '12.00'} NETFLIX.COM`),
  ...months.map((month) => `${month}-12 -${month === '2026-01' ? '310.00' : '60.00'} SAFEWAY`),
  '2026-02-14 -480.00 OAKLAND AUTO WORKS',
  '2026-03-05 -12.00 NETFLIX.COM',
].join('\n');
const db = ledgerOf([{ name: 'Checking', institution: null, kind: 'checking', rows }], 'USD');
const sentence = (...turns: string[]) => converse(db, turns, TODAY).sentence;

describe('why it was so much', () => {
  test.each([
    ['why was February so expensive', 'in February 2026 against the time from 1 October 2025 is Oakland Auto Works: $480.00.'],
    ['why was my spending so high last month', 'Oakland Auto Works'],
    ['why was January so expensive', 'Safeway: $310.00'],
  ])('%s', (question, said) => expect(sentence(question)).toContain(said));

  test('of the turn before', () => expect(sentence('how much did I spend in February', 'why so high')).toContain('Oakland Auto Works'));

  test('with nothing before it, who took the most', () =>
    expect(sentence('why was October 2025 so expensive')).toContain('Most of it went to Lakeshore Apartments, $900.00'));

  test('where nothing is above the usual, that is said', () =>
    expect(sentence('why was December so expensive')).toContain('No payee took more'));
});

describe('what a year to come would keep', () => {
  test.each([
    ['if I cancelled Netflix what would that save me in a year', '$144.00'],
    ['how much would I save a year without Netflix', '$144.00'],
    ['if I halved Netflix how much would I save a year', '$72.00'],
  ])('%s: by what it costs now, not by what it has cost', (question, saved) => expect(sentence(question)).toContain(saved));

  test('what is paid now and then goes by what it came to', () =>
    expect(sentence('if I stopped going to Safeway what would I save a year')).not.toContain('at what it costs now'));
});

describe('what is paid now for a kind', () => {
  const streaming = ledgerOf(
    [
      {
        name: 'Checking',
        institution: null,
        kind: 'checking',
        rows: [
          ...months.map((month) => `${month}-05 -12.00 NETFLIX.COM`),
          '2026-03-05 -12.00 NETFLIX.COM',
          ...['2025-05', '2025-06', '2025-07'].map((month) => `${month}-09 -18.00 HULU 877-8244858`),
        ].join('\n'),
      },
    ],
    'USD',
  );
  const said = (question: string) => converse(streaming, [question], TODAY).sentence;

  test.each(['what do I pay for streaming', 'how much are my streaming services now'])('%s: what ended costs nothing', (question) => {
    expect(said(question)).toContain('$12.00');
    expect(said(question)).not.toContain('Hulu');
  });

  test('named, it has the price of then, and the day is said', () =>
    expect(said('how much is netflix and hulu')).toContain('Hulu $18.00, last paid on 9 July 2025'));
});

describe('what is still paid: by its own pace, as far as the statements reach', () => {
  const bills = ledgerOf(
    [
      {
        name: 'Checking',
        institution: null,
        kind: 'checking',
        rows: [
          '2024-09-03 -159.00 TV LICENCE',
          '2025-09-03 -159.00 TV LICENCE',
          ...months.slice(0, 4).map((month) => `${month}-05 -12.00 NETFLIX.COM`),
          ...months.map((month) => `${month}-20 -9.00 SPOTIFY`),
          ...months.map((month) => `${month}-12 -60.00 SAFEWAY`),
        ].join('\n'),
      },
    ],
    'GBP',
  );
  const said = (question: string, today = TODAY) => converse(bills, [question], today).sentence;

  test.each([
    ['am I still paying the tv licence', /^Yes/],
    ['am I still paying for spotify', /^Yes/],
    ['am I still paying for netflix', /^No, the last payment was on 5 January 2026/],
    ['what subscriptions do I have', /^(?!.*Netflix).*Spotify/],
    ['which subscriptions ended', /^(?!.*Spotify).*Netflix/],
  ])('%s', (question, answer) => expect(said(question)).toMatch(answer));

  test('a month that no statement has reached ends nothing', () => {
    expect(said('am I still paying for spotify', '2026-04-10')).toMatch(/^Yes/);
    expect(said('what subscriptions do I have', '2026-04-10')).toContain('Spotify');
  });
});
