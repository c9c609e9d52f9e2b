import { describe, expect, test } from 'vitest';
import { guessCurrency } from '../../src/app/home-currency.ts';
import { readKey, type Press } from '../../src/app/keys.ts';
import { LedgerLink, type StartedWorker } from '../../src/app/ledger-link.ts';
import { screenOf } from '../../src/app/route.svelte.ts';
import { Settings } from '../../src/app/settings.svelte.ts';
import { readToday } from '../../src/app/today.ts';
import { AppError } from '../../src/base/errors.ts';
import { emptyState, fakeLedger } from '../ui/support/fake-ledger.ts';

test.each([
  ['EUR', 'de', 'fr-FR', 'it', 'el-GR', 'en-IE'],
  ['USD', 'en', 'en-US', 'es-EC', 'not a tag'],
  ['GBP', 'en-GB', 'cy-GB'],
  ['CHF', 'de-CH'],
  ['JPY', 'ja'],
  ['KWD', 'ar-KW'],
])('%s is the home currency of %s, %s ...', (currency, ...tags) => {
  for (const tag of tags) expect(guessCurrency(tag), tag).toBe(currency);
});

describe('today', () => {
  const now = new Date(2026, 2, 5, 23, 59);
  test('is the day on this device', () => expect(readToday('', now)).toEqual({ day: '2026-03-05', said: false }));
  test('is the day that the address says', () => expect(readToday('?today=2023-10-14', now)).toEqual({ day: '2023-10-14', said: true }));
  test.each(['?today=', '?today=2023-02-30', '?today=tomorrow'])('%s says none', (search) =>
    expect(readToday(search, now)).toEqual({ day: '2026-03-05', said: false }),
  );
});

test.each([
  ['#/import', 'import'],
  ['#/models', 'models'],
  ['', 'ask'],
  ['#/nowhere', 'ask'],
])('%s shows %s', (hash, screen) => expect(screenOf(hash)).toBe(screen));

describe('settings', () => {
  const shelf = (kept: string | null) => {
    let text = kept;
    return { getItem: () => text, setItem: (_: string, value: string) => void (text = value), removeItem: () => void (text = null) };
  };
  test('are guessed until something is chosen, and kept then', () => {
    const kept = shelf(null);
    const settings = new Settings(kept, 'de-AT');
    expect([settings.home, settings.locale]).toEqual(['EUR', 'de-AT']);
    settings.change({ home: 'CHF' });
    expect(new Settings(kept, 'de-AT').home).toBe('CHF');
    settings.forget();
    expect(new Settings(kept, 'de-AT').home).toBe('EUR');
  });
  test.each(['{', 'null', '7', '{"home":"francs","theme":"pink","locale":"!"}'])('"%s" falls back to the guess', (text) => {
    const { home, locale, all } = new Settings(shelf(text), 'en-GB');
    expect([home, locale, all.theme]).toEqual(['GBP', 'en-GB', 'auto']);
  });
});

describe('keys', () => {
  const press = (key: string, more: Partial<Press> = {}): Press => ({ key, ctrl: false, meta: false, alt: false, inField: false, ...more });
  test.each([
    ['/', { do: 'box' }],
    ['T', { do: 'trace' }],
    ['?', { do: 'keys' }],
    ['b', { do: 'blur' }],
    ['j', { do: 'row', step: 1 }],
    ['Escape', { do: 'back' }],
  ])('%s', (key, act) => expect(readKey(press(key), true, null)).toEqual(act));
  test('G, then L goes to the ledger', () => {
    expect(readKey(press('g'), true, null)).toBe('g');
    expect(readKey(press('l'), true, 'g')).toEqual({ do: 'go', screen: 'ledger' });
    expect(readKey(press('l'), true, null)).toBeNull();
  });
  test('letters are silent in a field and when turned off; Esc and Ctrl Z are not letters', () => {
    expect(readKey(press('t', { inField: true }), true, null)).toBeNull();
    expect(readKey(press('t'), false, null)).toBeNull();
    expect(readKey(press('Escape', { inField: true }), false, null)).toEqual({ do: 'back' });
    expect(readKey(press('z', { ctrl: true }), false, null)).toEqual({ do: 'undo' });
    expect(readKey(press('z', { ctrl: true, inField: true }), true, null)).toBeNull();
  });
  test.each(['x', 'Shift', 'constructor', 'toString'])('%s is not ours', (key) => {
    expect(readKey(press(key), true, null)).toBeNull();
    expect(readKey(press(key), true, 'g')).toBeNull();
  });
});

describe('the line to the ledger', () => {
  const workers = (script: (nth: number) => Parameters<typeof fakeLedger>[0]) => {
    let started = 0;
    let stopped = 0;
    const start = (): StartedWorker => ({ call: fakeLedger(script(++started)).call, stop: () => void (stopped += 1) });
    return { link: new LedgerLink(start, () => ({ home: 'EUR', today: '2026-03-05' })), counts: () => [started, stopped] };
  };
  test('opens once before the first call', async () => {
    let opened = 0;
    const { link, counts } = workers(() => ({ open: () => (opened++, emptyState), accounts: () => [] }));
    await Promise.all([link.call('accounts', null), link.call('accounts', null)]);
    expect([opened, counts()]).toEqual([1, [1, 0]]);
  });
  test('a worker that died fails its call and is replaced at the next', async () => {
    const { link, counts } = workers((nth) => ({
      open: () => emptyState,
      accounts: () => {
        if (nth === 1) throw new AppError('worker-died', 'gone');
        return [];
      },
    }));
    await expect(link.call('accounts', null)).rejects.toMatchObject({ code: 'worker-died' });
    expect(await link.call('accounts', null)).toEqual([]);
    expect(counts()).toEqual([2, 1]);
  });
  test('an opening that failed is tried again', async () => {
    let tries = 0;
    const { link } = workers(() => ({
      open: () => {
        if (++tries === 1) throw new AppError('ledger-in-use', 'another tab');
        return emptyState;
      },
    }));
    await expect(link.open()).rejects.toMatchObject({ code: 'ledger-in-use' });
    expect(await link.open()).toEqual(emptyState);
  });
});
