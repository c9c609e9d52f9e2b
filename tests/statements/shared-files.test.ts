// Real exports out of public test suites, with known truth. They stay outside of this repository; without them this is skipped.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readStatement } from '../../src/import/read-statement.ts';

const ROOT = '../shared/fixtures/imports';

interface Truth {
  file: string;
  rows: number;
  net: string;
  first: string | null;
  last: string | null;
  bad?: boolean;
  ambiguous?: string | null;
  rows_also?: number[];
  net_also?: string[];
  dates_also?: [string, string][];
  error_rows?: number;
}

const MANIFEST: Truth[] = existsSync(`${ROOT}/manifest.json`) ? (JSON.parse(readFileSync(`${ROOT}/manifest.json`, 'utf8')) as Truth[]) : [];

describe.skipIf(MANIFEST.length === 0)('the shared sample files (skipped where ../shared is absent)', () => {
  test.each(MANIFEST.map((truth) => [truth.file, truth] as const))('%s', async (file, truth) => {
    const reading = readStatement(readFileSync(`${ROOT}/${file}`), { name: file, today: '2026-11-20' });
    if (truth.bad) return expect(reading).rejects.toMatchObject({ name: 'AppError' });
    const { entries, net, asks, setAside, warnings } = await reading;
    const days = entries.map(({ day }) => day).sort();
    const total = net.reduce((sum, { decimal }) => sum + Number(decimal), 0);
    expect([truth.rows, ...(truth.rows_also ?? [])]).toContain(entries.length);
    expect([truth.net, ...(truth.net_also ?? [])].some((value) => Math.abs(Number(value) - total) < 1e-6)).toBe(true);
    expect([[truth.first, truth.last], ...(truth.dates_also ?? [])]).toContainEqual([days[0], days.at(-1)]);
    if (truth.error_rows) expect(setAside.length + warnings.length).toBeGreaterThanOrEqual(truth.error_rows);
    if (truth.ambiguous) expect(asks.length + setAside.length + warnings.length).toBeGreaterThan(0);
  });
});
