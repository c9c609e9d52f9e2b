// Stands for the llm worker behind the same calls, and does what a word of the question says: an engine that is late, empty, endless, lost.
import { AppError } from '../../../src/base/errors.ts';
import type { CompleteOrder, LlmApi } from '../../../src/language/llm-api.ts';
import { serve, type ServerPort } from '../../../src/rpc/serve.ts';

/** The first category and the last stretch of time that the prompt offers, as a plan. */
function plan({ system }: CompleteOrder): string {
  const category = /"(category [^"]+)"/.exec(system)?.[1] ?? '';
  const period = [...system.matchAll(/"(\d{4}-\d\d-\d\d until \d{4}-\d\d-\d\d)"/g)].at(-1)?.[1] ?? 'all';
  return JSON.stringify({ ask: 'total', flow: 'spending', only: [category], without: [], period });
}

/** Words that no rule reads, each with what it makes of the engine. */
const SCRIPTS: Readonly<Record<string, (order: CompleteOrder) => Promise<string>>> = {
  blivets: () => new Promise(() => undefined),
  frobs: () => Promise.resolve(''),
  gronks: () => Promise.resolve('You spent 1280 euros, trust me.'),
  quibbets: () => Promise.resolve('DELETE FROM posting'),
  snorps: () => Promise.reject(new AppError('language-lost-device', 'scripted')),
  thrumps: () => Promise.reject(new AppError('language-no-memory', 'scripted')),
  wobbets: (order) => Promise.resolve(plan(order)),
  yonks: (order) => new Promise((done) => setTimeout(() => done(plan(order)), 1500)),
};

serve<LlmApi>(self as unknown as ServerPort, {
  load: (_, { note }) => {
    note(0.5);
    return Promise.resolve({ took: 1 });
  },
  async complete(order) {
    const script = Object.entries(SCRIPTS).find(([word]) => order.user.includes(word))?.[1];
    return { text: (await script?.(order)) ?? '', tokens: 1, read: 1, took: 1 };
  },
  settle: () => Promise.resolve(null),
  unload: () => Promise.resolve(null),
});
