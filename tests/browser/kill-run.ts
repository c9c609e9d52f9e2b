// Kills a real Chromium at random moments while it changes a ledger, starts it again on the same profile, and looks: every
// acknowledged change is there, the one in flight is there whole or not at all, and SQLite finds its file sound.
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { launchOnProfile, temporaryProfile } from '../support/chromium.ts';
import { bundle } from '../support/module-page.ts';
import { random } from '../support/random.ts';
import type * as KillPage from './kill-page.ts';
import type { Act, Seen } from './kill-page.ts';

declare global {
  var killPage: typeof KillPage;
  function acknowledge(act: Act): Promise<void>;
  function nextAct(): Promise<Act>;
}

export interface KillReport {
  kills: number;
  acknowledged: number;
  /** Kills that fell between the begin of a change and its acknowledgement. */
  inFlight: number;
  /** Of those, how many were there after all. */
  keptInFlight: number;
}

/** What the ledger should hold. */
class Model {
  readonly rows = new Map<number, number>();
  edit = 0;
  #last = 0;

  next(chance: () => number): Act {
    const roll = chance();
    const there = [...this.rows.keys()];
    if (roll < 0.25) return { kind: 'edit', number: this.edit + 1, rows: 0 };
    if (roll < 0.45 && there.length > 3) return { kind: 'undo', number: there[Math.floor(chance() * there.length)] ?? 0, rows: 0 };
    this.#last += 1;
    return { kind: 'import', number: this.#last, rows: 1 + Math.floor(chance() ** 3 * 4000) };
  }

  apply({ kind, number, rows }: Act): void {
    if (kind === 'import') this.rows.set(number, rows);
    else if (kind === 'undo') this.rows.delete(number);
    else this.edit = number;
  }

  seen(): Seen {
    const statements = [...this.rows].sort(([a], [b]) => a - b);
    const sum = ([number, rows]: [number, number]) => -(number * 10_000 * rows + (rows * (rows - 1)) / 2);
    return {
      integrity: 'ok',
      foreignKeys: 0,
      statements,
      total: statements.reduce((total, each) => total + sum(each), 0),
      postings: statements.reduce((total, [, rows]) => total + rows, 0),
      edit: this.edit,
    };
  }

  with(act: Act): Model {
    const next = new Model();
    for (const [number, rows] of this.rows) next.rows.set(number, rows);
    next.edit = this.edit;
    next.#last = this.#last;
    next.apply(act);
    return next;
  }
}

async function serveKillPage() {
  const script = await bundle('tests/browser/kill-page.ts', 'killPage');
  const wasm = await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'));
  const server = createServer((request, response) => {
    const answers: Record<string, [string, string | Buffer]> = {
      '/page.js': ['text/javascript', script],
      '/sql.wasm': ['application/wasm', wasm],
    };
    const [type, body] = answers[request.url ?? ''] ?? ['text/html', '<!doctype html><title>kill</title><script src="/page.js"></script>'];
    response.setHeader('content-type', type);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return { url: `http://127.0.0.1:${address.port}/`, close: () => server.close() };
}

/** Throws with both states when the ledger is not what was acknowledged. */
export async function runKills(kills: number, seed: number, say: (line: string) => void = () => undefined): Promise<KillReport> {
  const chance = random(seed);
  const report: KillReport = { kills: 0, acknowledged: 0, inFlight: 0, keptInFlight: 0 };
  const server = await serveKillPage();
  const profile = await temporaryProfile();
  let model = new Model();
  let flying: Act | null = null;
  /** Milliseconds that the last change took, so that kills fall into changes on a slow machine too. */
  let pace = 300;
  let began = 0;
  try {
    for (let round = 0; round <= kills; round += 1) {
      const browser = await launchOnProfile(profile.path);
      const page = await browser.context.newPage();
      await page.exposeFunction('nextAct', () => {
        flying = model.next(chance);
        began = performance.now();
        return flying;
      });
      await page.exposeFunction('acknowledge', (act: Act) => {
        model.apply(act);
        flying = null;
        pace = performance.now() - began;
        report.acknowledged += 1;
      });
      await page.goto(server.url);
      const seen = await page.evaluate(() => globalThis.killPage.open('/sql.wasm'));
      model = settle(model, flying, seen, report);
      flying = null;
      if (round === kills) {
        await browser.kill();
        break;
      }
      const acting = page
        .evaluate(async () => {
          for (;;) {
            const act = await globalThis.nextAct();
            await globalThis.killPage.perform(act);
            await globalThis.acknowledge(act);
          }
        })
        .catch((error: unknown) => error);
      const ended = await Promise.race([
        acting,
        new Promise((resolve) => setTimeout(() => resolve('time'), chance() * Math.max(700, 4 * pace))),
      ]);
      if (ended !== 'time') throw ended;
      if (flying) pace = Math.max(pace, performance.now() - began); // what takes longer than ever is to be finished now and then
      await browser.kill();
      report.kills += 1;
      say(`kill ${report.kills}: ${report.acknowledged} acknowledged, ${model.seen().postings} rows`);
    }
    return report;
  } finally {
    server.close();
    await profile.remove();
  }
}

function settle(model: Model, flying: Act | null, seen: Seen, report: KillReport): Model {
  const matches = (expected: Model) => JSON.stringify(expected.seen()) === JSON.stringify(seen);
  if (flying) report.inFlight += 1;
  if (matches(model)) return model;
  const kept = flying && model.with(flying);
  if (kept && matches(kept)) {
    report.keptInFlight += 1;
    return kept;
  }
  throw new Error(`acknowledged ${JSON.stringify(model.seen())}, in flight ${JSON.stringify(flying)}, found ${JSON.stringify(seen)}`);
}
