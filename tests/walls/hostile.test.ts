// Hostile text is nothing but data: every payload in every text field of every format, through every output. No row is lost or changed,
// no figure moves, nothing is run, and what comes out says what it says without controls, hidden marks or formulas.
// 64 payloads in `npm test`, 2,000 with SOTTO_WALLS=whole (npm run test:walls).
import { describe, expect, test } from 'vitest';
import type { Answer } from '../../src/ask/answer/answer.ts';
import { toOpenInference } from '../../src/trace/open-inference.ts';
import { sayable } from '../../src/voice/speak.ts';
import { FORMATS, hostileFile, minorOf } from './hostile-files.ts';
import { call, checkOutputs, engineOf, expectPlain, TODAY, type Engine } from './outputs.ts';
import { payloads } from './payloads.ts';

const WHOLE = process.env['SOTTO_WALLS'] === 'whole';
const TEXTS = payloads(WHOLE ? 2_000 : 64);

async function imported(format: string, field: string): Promise<{ engine: Engine; setAside: { why: string }[] }> {
  const engine = engineOf();
  await call(engine, 'open', { home: 'EUR', today: TODAY });
  const { name, bytes } = hostileFile(format, field, TEXTS);
  const file = new Blob([bytes as Uint8Array<ArrayBuffer>]);
  const preview = await call(engine, 'preview', { file, name: `${TEXTS[1] ?? ''} ${name}`, today: TODAY });
  expectPlain({ ...preview, accounts: [] }, 'preview');
  const { setAside } = await call(engine, 'import', { previewId: preview.previewId, accountId: null, accountName: null });
  return { engine, setAside };
}

function checkAnswer(answer: Answer, text: string): void {
  const { sql, trace } = answer;
  expectPlain({ ...answer, params: [], trace: [] }, text);
  expect(sayable(answer.spoken)).toMatch(/^[^<>&]{0,600}$/);
  expect(answer.asked.length).toBeLessThanOrEqual(1_000);
  const choices = answer.choices.map(({ question }) => question);
  expect(new Set([answer.asked, ...choices]).size, `choices of ${text}`).toBe(choices.length + 1);
  if (text.length > 5 && /[^\p{L}\p{N}\s]/u.test(text))
    expect(sql ?? '', 'SQL holds only marks, what was said is bound').not.toContain(text);
  expect(JSON.parse(JSON.stringify(toOpenInference(trace, 0, '0'.repeat(32))))).toBeTruthy();
}

const fields = Object.entries(FORMATS).flatMap(([format, { fields }]) => fields.map((field) => ({ format, field })));

describe('a statement', () => {
  test.each(fields)('$format with them as $field', async ({ format, field }) => {
    const { engine, setAside } = await imported(format, field);
    const { rows } = await call(engine, 'transactions', { search: '', accountId: null, offset: 0, limit: TEXTS.length + 10 });
    const told = new Set(rows.map(({ minor }) => minor));
    const minors = TEXTS.map((_, at) => minorOf(at)).filter((minor) => told.has(minor));
    expect(rows.map(({ minor }) => minor).sort((a, b) => b - a)).toEqual(minors);
    // a payee called "end of file" is taken for a sum and set aside, which the preview tells
    expect(setAside.map(({ why }) => why)).toEqual(TEXTS.slice(minors.length).map(() => 'summary'));
    expect(setAside.length).toBeLessThan(TEXTS.length / 50);
    await checkOutputs(engine, minors);
  });
});

const WAYS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => `How much did I spend at ${text}?`,
  (text) => `How much on ${text} last month?`,
  (text) => `When did I last pay ${text}?`,
];

describe('a question', () => {
  test.each([
    ['csv', 'Payee'],
    ['csv', 'Category'],
  ])('that names each of them, on a ledger of them as %s %s', async (format, field) => {
    const { engine } = await imported(format, field);
    const before = await (await call(engine, 'exportAs', { format: 'json' })).text();
    for (const [at, text] of TEXTS.entries()) {
      const question = WAYS[at % WAYS.length]?.(text) ?? text;
      const answer = await call(engine, 'ask', { question, today: TODAY, thread: `t${at}`, locale: 'en-GB' });
      checkAnswer(answer, text);
    }
    expect(await (await call(engine, 'exportAs', { format: 'json' })).text()).toBe(before);
  });
});

test('nothing of it ran', () => {
  expect((globalThis as { hit?: number }).hit).toBeUndefined();
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
});
