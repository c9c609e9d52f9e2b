// Days of an account that no statement covers, and the pauses that are none.
import { describe, expect, test } from 'vitest';
import { statementGaps } from '../../src/ledger/statement-gaps.ts';
import { anAccount, aStatement, openLedger, record } from './open-ledger.ts';

/** A row every third day. */
const rows = (month: string, first = 1, last = 28): string[] =>
  Array.from(
    { length: Math.floor((last - first) / 3) + 1 },
    (_, at) => `${month}-${String(first + at * 3).padStart(2, '0')} -4.20 Kiosk ${at}`,
  );
const giro = anAccount({ name: 'Giro', number: 'DE1' });
const card = anAccount({ name: 'Visa', number: 'DE2' });

const gapsOf = (...statements: [account: typeof giro, rows: string[]][]): string[] => {
  const db = openLedger();
  for (const [account, each] of statements) record(db, aStatement(each, { accounts: [account] }));
  return statementGaps(db).map(({ account, from, until }) => `${account} ${from ?? ''}..${until ?? ''}`);
};

describe('no statement covers', () => {
  test.each<[string, [typeof giro, string[]][], string[]]>([
    [
      'a month between two',
      [
        [giro, rows('2026-01')],
        [giro, rows('2026-03')],
      ],
      ['Giro 2026-01-29..2026-03-01'],
    ],
    [
      'part of a month',
      [
        [giro, rows('2026-03', 1, 4)],
        [giro, rows('2026-03', 19, 28)],
      ],
      ['Giro 2026-03-05..2026-03-19'],
    ],
    [
      'what came after the last, where another account goes on',
      [
        [giro, rows('2026-01')],
        [card, [...rows('2026-01'), ...rows('2026-02')]],
      ],
      ['Giro 2026-01-29..'],
    ],
    [
      'what came before the first',
      [
        [giro, [...rows('2026-01'), ...rows('2026-02')]],
        [card, rows('2026-02')],
      ],
      ['Visa ..2026-02-01'],
    ],
  ])('%s', (_, statements, gaps) => expect(gapsOf(...statements)).toEqual(gaps));
});

describe('no gap', () => {
  test.each<[string, [typeof giro, string[]][]]>([
    [
      'statements that follow one another',
      [
        [giro, rows('2026-01')],
        [giro, rows('2026-02')],
      ],
    ],
    [
      'statements that overlap',
      [
        [giro, [...rows('2026-01'), ...rows('2026-02')]],
        [giro, [...rows('2026-02'), ...rows('2026-03')]],
      ],
    ],
    [
      'one filled by a later import',
      [
        [giro, rows('2026-01')],
        [giro, rows('2026-03')],
        [giro, rows('2026-02')],
      ],
    ],
    [
      'an account that seldom moves',
      [
        [giro, ['2026-01-31 -1.00 Fee']],
        [giro, ['2026-02-28 -1.00 Fee']],
        [giro, ['2026-03-31 -1.00 Fee']],
      ],
    ],
    ['an empty ledger', []],
  ])('%s', (_, statements) => expect(gapsOf(...statements)).toEqual([]));
});
