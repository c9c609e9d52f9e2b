import { describe, expect, test } from 'vitest';
import { formatBytes, formatDay, formatDuration, formatMoney, formatRange, withDays } from '../../src/ui/format.ts';
import { plainFigure } from '../../src/ui/parts/figures.ts';
import { layOutSql } from '../../src/ui/parts/trace-view.ts';
import { scrollTo, windowOf } from '../../src/ui/screens/row-window.ts';

describe('money', () => {
  test.each([
    ['−€12.40', { minor: -1240, currency: 'EUR' }, 'en-GB'],
    ['€0.00', { minor: 0, currency: 'EUR' }, 'en-GB'],
    ['¥1,200', { minor: 1200, currency: 'JPY' }, 'en-US'],
    ['−BHD\u00a01.005', { minor: -1005, currency: 'BHD' }, 'en-US'],
    ['1.234,50\u00a0€', { minor: 123450, currency: 'EUR' }, 'de-DE'],
    ['90,071,992,547,409.91', { minor: 9007199254740991, currency: '' }, 'en-GB'],
  ])('%s', (text, money, locale) => expect(formatMoney(money, locale)).toBe(text));
  test('money in has its plus, nothing has none', () => {
    expect(formatMoney({ minor: 1250, currency: 'EUR' }, 'en-GB', true)).toBe('+€12.50');
    expect(formatMoney({ minor: 0, currency: 'EUR' }, 'en-GB', true)).toBe('€0.00');
  });
});

test('a figure as its plain number', () => {
  const of = (value: number, unit: 'money' | 'count' | 'percent' | 'day', currency: string | null, text = '') =>
    plainFigure({ value, unit, currency, text, label: null });
  expect([of(41280, 'money', 'EUR'), of(-5, 'money', 'JPY'), of(12, 'count', null), of(25.7, 'percent', null)]).toEqual([
    '412.80',
    '-5',
    '12',
    '25.7',
  ]);
  expect(of(0, 'day', null, '2026-02-03')).toBe('2026-02-03');
});

test('days and ranges, the end of a range shown as its last day', () => {
  expect(formatDay('2026-02-03', 'en-GB')).toBe('3 Feb 2026');
  expect(formatRange({ from: '2026-02-01', until: '2026-02-02' }, 'en-GB')).toBe('1 Feb 2026');
  expect(formatRange({ from: '2026-01-03', until: '2026-03-01' }, 'en-GB').replace(/[\u2009\u202f]/g, ' ')).toBe('3 Jan – 28 Feb 2026');
});

test('days inside a sentence are written as the locale writes them, and no other number is touched', () => {
  expect(withDays('Your statements end on 2026-11-20.', 'en-GB')).toBe('Your statements end on 20 Nov 2026.');
  expect(withDays('Order 2026-13-20 and 12026-11-205', 'en-GB')).toBe('Order 2026-13-20 and 12026-11-205');
});

test('times and sizes', () => {
  expect([0.2, 4.4, 1234].map((ms) => formatDuration(ms, 'en-GB'))).toEqual(['under 1ms', '4ms', '1.2s']);
  expect([0, 688_190, 26_900_000].map((bytes) => formatBytes(bytes, 'en-GB'))).toEqual(['0 byte', '688 kB', '27 MB']);
});

test('SQL is laid out by clause, and left alone when it is laid out or quotes text', () => {
  expect(layOutSql('SELECT a FROM posting WHERE day >= ? AND day < ? GROUP BY a')).toBe(
    'SELECT a\nFROM posting\nWHERE day >= ?\n  AND day < ?\nGROUP BY a',
  );
  expect(layOutSql("SELECT 'x FROM y'")).toBe("SELECT 'x FROM y'");
  expect(layOutSql('SELECT a\n  FROM b WHERE c')).toBe('SELECT a\n  FROM b WHERE c');
});

describe('the window on a long list', () => {
  const at = (scrolled: number, total: number) => windowOf({ scrolled, height: 400, rowHeight: 40, total });
  test('covers what is visible, with rows around it', () => {
    const { from, until } = at(4000, 10_000);
    expect(from).toBeLessThanOrEqual(100);
    expect(until).toBeGreaterThanOrEqual(110);
    expect(until - from).toBeLessThan(60);
  });
  test('keeps the length of the bar', () => {
    for (const scrolled of [0, 4000, 399_600]) {
      const { from, until, before, after } = at(scrolled, 10_000);
      expect(before + after + (until - from) * 40).toBeCloseTo(400_000);
    }
  });
  test('reaches the last of a million rows within what a browser can lay out', () => {
    const whole = 15_000_000;
    expect(at(whole - 400, 1_000_000).until).toBe(1_000_000);
    expect(at(0, 1_000_000).from).toBe(0);
  });
  test.each([10_000, 1_000_000])('of %d rows any can be scrolled to', (total) => {
    const size = { height: 400, rowHeight: 40, total };
    for (const row of [0, 7, total / 2, total - 30]) {
      const scrolled = scrollTo(row, size);
      const { from, until } = windowOf({ ...size, scrolled });
      expect([from <= row, row < until], `${row} is drawn`).toEqual([true, true]);
    }
    const { until } = windowOf({ ...size, scrolled: scrollTo(total - 1, size) });
    expect(until).toBe(total);
  });
  test.each([0, 1, 5])('%d rows', (total) => expect(at(0, total)).toEqual({ from: 0, until: total, before: 0, after: 0 }));
});
