// An answer says which of its days no statement covers, and is silent where its days and accounts are whole.
import { describe, expect, test } from 'vitest';
import { ask } from '../../../src/ask/ask.ts';
import { anAccount, aStatement, openLedger, record } from '../../ledger/open-ledger.ts';

const rows = (month: string, first = 1, last = 28): string[] =>
  Array.from({ length: Math.floor((last - first) / 3) + 1 }, (_, at) => `${month}-${String(first + at * 3).padStart(2, '0')} -4.20 Kiosk`);

const db = openLedger();
const keep = (name: string, number: string, each: string[], currency = 'EUR') =>
  record(db, aStatement(each, { accounts: [anAccount({ name, number, currency })] }));
const YEAR = ['2025-09', '2025-10', '2025-11', '2025-12', '2026-01', '2026-02', '2026-03'].flatMap((month) => rows(month));
// Giro lacks the middle of January; the card begins in November and ends in February; Tiger, long closed, is of no matter later.
keep('Giro', 'DE1', [...['2025-09', '2025-10', '2025-11', '2025-12'].flatMap((month) => rows(month)), ...rows('2026-01', 1, 4)]);
keep('Giro', 'DE1', [...rows('2026-01', 19), ...rows('2026-02'), ...rows('2026-03')]);
keep('Visa', 'DE2', [...rows('2025-11', 10), ...rows('2025-12'), ...rows('2026-01'), ...rows('2026-02', 1, 10)]);
keep('Tiger', 'DE3', rows('2025-09'));
keep('Postbank', 'DE4', YEAR);

const notesOf = (question: string) => ask(db, { question, today: '2026-03-30' }).notes.filter((note) => /statement/.test(note));
const giro = 'No statement of Giro covers 5 January 2026 to 18 January 2026.';
const visaBegins = 'The statements of Visa begin on 10 November 2025.';
const visaEnds = 'The statements of Visa end on 10 February 2026.';
const tiger = 'The statements of Tiger end on 28 September 2025.';

describe('said', () => {
  test.each<[string, string[]]>([
    ['how much did I spend in January 2026', [giro]],
    ['how much did I spend on 8 January 2026', [giro]],
    ['how much did I spend from 17 January to 20 January 2026', [giro]],
    ['how much did I spend in November 2025', [visaBegins, tiger]],
    ['how much did I spend in February 2026', [visaEnds]],
    ['how much did I spend last month', [visaEnds]],
    ['how much did I spend this month', [visaEnds, 'Your statements end on 28 March 2026.']],
    ['compare spending in January 2026 and February 2026', [giro, visaEnds]],
    ['how much did I spend with Giro in January 2026', [giro]],
    ['how much did I spend at Kiosk', [giro]],
  ])('%s', (question, notes) => expect(notesOf(question).sort()).toEqual(notes.sort()));
});

describe('not said', () => {
  test.each([
    'how much did I spend in December 2025',
    'how much did I spend from 19 January to 25 January 2026',
    'how much did I spend with Postbank in January 2026',
  ])('%s', (question) => expect(notesOf(question).filter((note) => !note.includes('Tiger'))).toEqual([]));
  test('of an account that ended long before', () =>
    expect(notesOf('how much did I spend in March 2026').join(' ')).not.toContain('Tiger'));
});
