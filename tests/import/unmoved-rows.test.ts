// Rows that moved no money under a state in words that no list has: the balances say so.
import { expect, test } from 'vitest';
import { issues, read, rows } from './read.ts';

const HEAD = 'Date,Text,Amount,Zustand,Balance';
const of = (...lines: string[]) => read(`${[HEAD, ...lines].join('\n')}\n`);

test('a row without a balance, which the balances around it join without, is set aside and named', async () => {
  const reading = await of(
    '2024-03-01,Kiosk,-10.00,wuzzig,90.00',
    '2024-03-05,Grocer,-20.00,wuzzig,70.00',
    '2024-03-14,Hotel,-88.00,blorp,',
    '2024-03-15,Taxi,-5.00,wuzzig,65.00',
    '2024-03-20,Wages,100.00,wuzzig,165.00',
  );
  expect(rows(reading)).toEqual(['2024-03-01 -1000', '2024-03-05 -2000', '2024-03-15 -500', '2024-03-20 10000']);
  expect(issues(reading)).toContain('4 never-happened');
  expect(reading.setAside.find(({ line }) => line === 4)?.text).toContain('Hotel');
  expect(reading.asks).toEqual([]);
});

test('newest first as well', async () => {
  const reading = await of(
    '2024-03-20,Wages,100.00,wuzzig,165.00',
    '2024-03-15,Taxi,-5.00,wuzzig,65.00',
    '2024-03-14,Hotel,-88.00,blorp,',
    '2024-03-05,Grocer,-20.00,wuzzig,70.00',
    '2024-03-01,Kiosk,-10.00,wuzzig,90.00',
  );
  expect(reading.entries).toHaveLength(4);
  expect(issues(reading)).toContain('4 never-happened');
});

test('a bank that writes a balance on the last row of a day only loses no row', async () => {
  const reading = await of(
    '2024-03-01,Kiosk,-10.00,,90.00',
    '2024-03-05,Grocer,-20.00,,',
    '2024-03-05,Bakery,-3.00,,67.00',
    '2024-03-15,Taxi,-5.00,,62.00',
    '2024-03-20,Wages,100.00,,162.00',
    '2024-03-21,Book,-12.00,,',
  );
  expect(reading.entries).toHaveLength(6);
});

test('two rows that undo each other stay, for the balances join with them as well as without', async () => {
  const reading = await of(
    '2024-03-01,Kiosk,-10.00,,90.00',
    '2024-03-05,Grocer,-20.00,,70.00',
    '2024-03-14,Hotel,-88.00,,',
    '2024-03-14,Hotel,88.00,,',
    '2024-03-15,Taxi,-5.00,,65.00',
    '2024-03-20,Wages,100.00,,165.00',
  );
  expect(reading.entries).toHaveLength(6);
});

test.each(['DEVUELTO', 'RÜCKGÄNGIG GEMACHT', 'COFNIĘTO', 'Revertida', 'Teruggedraaid'])(
  '%s is a state of what never happened',
  async (word) => {
    const reading = await read(
      `Date,Text,Amount,State\n2024-03-01,Kiosk,-10.00,COMPLETED\n2024-03-14,Hotel,-88.00,${word}\n2024-03-15,Taxi,-5.00,COMPLETED\n`,
    );
    expect(rows(reading)).toEqual(['2024-03-01 -1000', '2024-03-15 -500']);
  },
);

test('an unknown state at the edge of the file, without a balance, is not known to be booked: it is asked about', async () => {
  const text =
    'Date,Text,Amount,State,Balance\n2024-03-20,Hotel,-88.00,BLORPED,\n2024-03-15,Taxi,-5.00,COMPLETED,65.00\n2024-03-14,Grocer,-20.00,COMPLETED,70.00\n2024-03-13,Kiosk,-10.00,COMPLETED,90.00\n';
  const reading = await read(text);
  expect(reading.entries[0]).toMatchObject({ descriptor: 'Hotel', state: 'pending' });
  expect(reading.asks.map(({ key }) => key)).toEqual(['pending']);
  const without = await read(text, { pending: 'leave-out' });
  expect(without.entries).toHaveLength(3);
  expect(issues(without)).toContain('2 pending-left-out');
});
