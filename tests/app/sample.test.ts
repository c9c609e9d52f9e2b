import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { sampleHousehold } from '../../src/app/sample/household.ts';
import { isDay } from '../../src/base/days.ts';

const TODAY = '2026-11-20';
const files = sampleHousehold(TODAY);
const rowsOf = (fileName: string): Record<string, string>[] =>
  Papa.parse<Record<string, string>>(files.find((file) => file.fileName === fileName)?.text ?? '', { header: true, skipEmptyLines: true })
    .data;
const iso = (american = '') => `${american.slice(6)}-${american.slice(0, 2)}-${american.slice(3, 5)}`;
const checking = rowsOf('everyday-checking.csv');
const card = rowsOf('credit-card.csv');
const savings = rowsOf('rainy-day-savings.csv');
const travel = rowsOf('travel-card-eur.csv');
const days = [
  ...checking.map((row) => iso(row['Posting Date'])),
  ...card.flatMap((row) => [iso(row['Transaction Date']), iso(row['Post Date'])]),
  ...savings.map((row) => row['Date'] ?? ''),
  ...travel.map((row) => (row['Started Date'] ?? '').slice(0, 10)),
];
const cents = (text = '') => Math.round(Number(text) * 100);

describe('the sample household', () => {
  test('is the same for the same day and another for another day', () => {
    expect(sampleHousehold(TODAY)).toEqual(files);
    expect(sampleHousehold('2026-11-21')).not.toEqual(files);
  });

  test('has four accounts and some three and a half thousand rows in real days of three years, none after today', () => {
    expect(files.map(({ fileName }) => fileName)).toEqual([
      'everyday-checking.csv',
      'credit-card.csv',
      'rainy-day-savings.csv',
      'travel-card-eur.csv',
    ]);
    const rows = checking.length + card.length + savings.length + travel.length;
    expect(rows).toBeGreaterThan(3200);
    expect(rows).toBeLessThan(3900);
    expect(days.filter((day) => !isDay(day))).toEqual([]);
    expect(days.filter((day) => day > TODAY)).toEqual([]);
    expect(days.reduce((least, day) => (day < least ? day : least))).toBe('2023-11-01');
    expect(days.reduce((most, day) => (day > most ? day : most))).toBe(TODAY);
  });

  test('works for every end of month, leap day and New Year', () => {
    for (const today of ['2026-01-01', '2024-02-29', '2026-05-31', '2026-12-31'])
      expect(sampleHousehold(today).map(({ text }) => text.length > 500)).toEqual([true, true, true, true]);
  });

  test('has running balances that add up', () => {
    const rows = [...checking].reverse();
    rows.slice(1).forEach((row, at) => expect(cents(row['Balance'])).toBe(cents(rows[at]?.['Balance']) + cents(row['Amount'])));
    const happened = travel.filter((row) => row['State'] === 'COMPLETED');
    expect(cents(happened.at(-1)?.['Balance'])).toBe(happened.reduce((sum, row) => sum + cents(row['Amount']), 0));
  });

  test('pays each card bill from checking with the very same amount', () => {
    const paid = checking.filter((row) => row['Description']?.startsWith('Payment to Northwind card')).map((row) => -cents(row['Amount']));
    expect(card.filter((row) => row['Type'] === 'Payment').map((row) => cents(row['Amount']))).toEqual(paid);
    expect(paid.length).toBeGreaterThan(30);
  });

  test('holds what makes questions interesting', () => {
    const amounts = (rows: Record<string, string>[], has: string) =>
      [...rows].reverse().flatMap((row) => (row['Description']?.includes(has) ? [row['Amount']] : []));
    expect(new Set(amounts(card, 'NETFLIX'))).toEqual(new Set(['-15.49', '-17.99']));
    expect(new Set(amounts(checking, 'ELM COURT')).size).toBe(4);
    expect(amounts(card, 'HULU')).toHaveLength(18);
    expect(card.filter((row) => row['Type'] === 'Return').length).toBeGreaterThan(5);
    const twins = card.filter((row) => row['Description']?.includes('LANTERN') && row['Amount'] === '-48.70');
    expect(twins.map((row) => row['Transaction Date'])).toEqual(['10/28/2026', '10/28/2026']);
    expect(travel.some((row) => row['State'] === 'REVERTED')).toBe(true);
  });
});
