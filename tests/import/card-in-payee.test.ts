// Rows of purchases by card that hold the card's number where others hold who was paid, as ANZ in New Zealand writes them.
import { expect, test } from 'vitest';
import { isCardNumber } from '../../src/import/table/card-in-payee.ts';
import { read } from './read.ts';

test('who was paid stands a column further on', async () => {
  const { entries } = await read(
    [
      'Type,Details,Particulars,Code,Reference,Amount,Date,Balance',
      'Visa Purchase,4111-****-****-2207  Df,,Corner Hardware,,-29.01,28/09/2026,1000.00',
      'Eft-Pos,Green Grocer,411122******,2207,030246,-30.92,27/09/2026,1029.01',
      'Visa Purchase,4111-****-****-2207  If,,Night Owl Cinema,,-24.39,26/09/2026,1059.93',
      'Bill Payment,A Rivers,Lawns,,,-58.00,25/09/2026,1084.32',
      'Visa Purchase,4111-****-****-2207  Df,,,,-5.00,24/09/2026,1142.32',
    ].join('\n'),
  );
  expect(entries.map(({ descriptor, memo, minor }) => `${descriptor} (${memo ?? ''}) ${minor}`)).toEqual([
    'Corner Hardware (4111-****-****-2207 Df) -2901',
    'Green Grocer (411122******) -3092',
    'Night Owl Cinema (4111-****-****-2207 If) -2439',
    'A Rivers (Lawns) -5800',
    '4111-****-****-2207 Df () -500', // nothing else is said of it
  ]);
});

test.each(['4111-****-****-2207 Df', '411122******', '**** 2207', '4111 22** **** 2207', '•••• 2207'])('%s is a card', (text) =>
  expect(isCardNumber(text)).toBe(true),
);

test.each(['2207', '12/03', '4 Walls', '****2207 Costa', '7-Eleven', '76', 'XX'])('%s is none', (text) =>
  expect(isCardNumber(text)).toBe(false),
);
