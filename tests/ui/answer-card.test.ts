// The card by the names that stay: what tests, voice control and screen readers hold on to.
import { render } from 'svelte/server';
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/ask/answer/answer.ts';
import type { Turn } from '../../src/app/thread.svelte.ts';
import { toTrouble } from '../../src/app/trouble.ts';
import { AppError } from '../../src/base/errors.ts';
import AnswerCard from '../../src/ui/parts/AnswerCard.svelte';
import { byCategory, byMonth, clarify, comparison, declined, groceries } from './support/fake-ledger.ts';

const nothing = () => undefined;

function card(answer: Answer | null, more: Partial<Turn> = {}, traceOpen = false): string {
  const turn: Turn = { id: 1, question: answer?.asked ?? 'How much?', askedAt: 0, state: 'done', answer, trouble: null, ...more };
  const props = {
    turn,
    locale: 'en-GB',
    assumedToday: ['I took today to be 5 Mar 2026, as the address of this page says.'],
    reading: false,
    silent: false,
    traceOpen,
    onask: nothing,
    onedit: nothing,
    onagain: nothing,
    onleaveout: nothing,
    ontrace: nothing,
    onread: nothing,
    oncopy: nothing,
    kept: false,
    onkeep: nothing,
    onsave: nothing,
    onopen: nothing,
    onrows: () => Promise.resolve(null),
  };
  return render(AnswerCard, { props }).body.replace(/<!--.*?-->/g, '');
}

const text = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('an answered question', () => {
  const html = card(groceries, {}, true);
  test('is an article labelled by its question', () => {
    const id = /<article aria-labelledby="([^"]+)"/.exec(html)?.[1];
    expect(html).toContain(`<h2 id="${id}"`);
    expect(/<h2[^>]*>([^<]+)</.exec(html)?.[1]).toBe('How much did groceries cost last month?');
  });
  test('says its status and engine', () => {
    expect(html).toMatch(/<article[^>]* data-status="answered" data-engine="rules"/);
  });
  test('carries the plain number beside the figure', () => {
    expect(html).toMatch(/data-figure="412\.80"[^>]*>€412\.80</);
  });
  test('has the acts, the rows, the chips and the query by name', () => {
    for (const name of ['How I got this', 'Read aloud', 'Copy']) expect(html).toMatch(new RegExp(`<button[^>]*>${name}</button>`));
    expect(html).toMatch(/<caption[^>]*>Rows<\/caption>/);
    expect(html).toMatch(/<ul[^>]* aria-label="Understood as"/);
    expect(html).toMatch(/<code aria-label="SQL"[^>]*>SELECT currency/);
  });
  test('says what was assumed, the day of the address among it', () => {
    expect(text(html)).toContain('I took “last month” as February 2026.');
    expect(text(html)).toContain('I took today to be 5 Mar 2026');
  });
  test('lets only what can be left out be left out', () => {
    expect(html).toContain('Leave out “Groceries”');
    expect(html).not.toContain('Leave out “spending”');
  });
});

test('while it is being asked, it has no status yet', () => {
  expect(card(null, { state: 'asking', question: 'How much?' })).not.toContain('data-status');
});

test('a call that failed is an error in words, with the next thing to do', () => {
  const html = card(null, { state: 'failed', trouble: toTrouble(new AppError('query-slow', 'x')) });
  expect(html).toContain('data-status="error"');
  expect(text(html)).toContain('Ask about a shorter period');
});

test('choices are buttons, and no figure is shown', () => {
  const html = card(clarify);
  expect(html).toContain('data-status="clarify"');
  expect(html).toMatch(/<button[^>]*>Visa ending 9012<\/button>/);
  expect(html).not.toContain('data-figure');
});

test('what was not understood is named', () => {
  expect(text(card(declined))).toContain('I did not understand: “bitcoin”, “worth”.');
});

test('two figures are two, each under its label', () => {
  const html = card(byCategory);
  expect([...html.matchAll(/<span[^>]*data-figure="([^"]+)"/g)].map(([, value]) => value)).toEqual(['1450.00', '412.80']);
});

describe('a comparison', () => {
  const html = card(comparison);
  test('names the rows of both sides, each with its sum, and shows those of the first', () => {
    const sides = /<fieldset[^>]*>(.*?)<\/fieldset>/s.exec(html)?.[1] ?? '';
    expect([...sides.matchAll(/<input type="radio"/g)]).toHaveLength(2);
    expect(text(sides)).toMatch(/Whose rows groceries −€[\d.,]+ restaurants −€[\d.,]+/);
    expect(sides).toMatch(/value="groceries" checked/);
    expect(text(html)).toContain('Sum of 4 rows');
  });
  test('shows what was understood of both, and lets only what they share be left out or changed', () => {
    for (const side of ['on groceries', 'on restaurants']) expect(html).toMatch(new RegExp(`<span lang="en">${side}</span>`));
    expect(html).not.toContain('Leave out “on groceries”');
    expect(html).toContain('Leave out “February 2026”');
  });
  test('opens each figure', () => {
    for (const side of ['groceries', 'restaurants']) expect(html).toContain(`aria-label="Open the rows of ${side} in the ledger"`);
  });
  test('of which one side is empty still has the rows of the other', () => {
    const { evidence } = comparison;
    const [first, second] = evidence?.sides ?? [];
    if (!evidence || !first || !second) throw new Error('it has two sides');
    const none = { ...first, rows: [], total: 0, sums: [] };
    const half = card({ ...comparison, evidence: { ...none, sides: [none, second] } });
    expect(text(half)).toContain('No transactions');
    expect([...half.matchAll(/<input type="radio"/g)]).toHaveLength(2);
  });
});

test('the money comes first and large, how many rows it comes from beside it', () => {
  const count = { value: 18, unit: 'count' as const, currency: null, text: '18', label: 'transactions' };
  const html = card({ ...groceries, figures: [count, ...groceries.figures] });
  expect([...html.matchAll(/data-figure="([^"]+)"/g)].map(([, value]) => value)).toEqual(['412.80', '18']);
});

test('many figures stand in a table, each with its plain number', () => {
  const figures = [1, 2, 3, 4].map((value) => ({
    value,
    unit: 'count' as const,
    currency: null,
    text: String(value),
    label: `Payee ${value}`,
  }));
  const html = card({ ...byCategory, figures, chart: null });
  expect([...html.matchAll(/<td[^>]*data-figure="(\d)"/g)].map(([, value]) => value)).toEqual(['1', '2', '3', '4']);
});

test.each([
  ['bars', byCategory, 'Spending by category: 6 bars. Largest: Rent, €1,450.00. Smallest: Coffee, €41.20.'],
  ['a line', byMonth, 'Groceries by month: a line from Jan 2025 to Dec 2025.'],
])('%s has a sentence and the same as a table', (_, answer, sentence) => {
  const html = card(answer);
  expect(html).toContain(`role="img" aria-label="${sentence}`);
  expect([...html.matchAll(/<th scope="row">[^<]+<\/th>\s*<td class="amount">/g)]).toHaveLength(answer.chart?.points.length ?? 0);
});
