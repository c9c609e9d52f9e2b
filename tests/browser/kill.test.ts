import { expect, test } from 'vitest';
import { runKills } from './kill-run.ts';

/** `npm run test:kill` asks for more; the seed is printed so that a failure can be run again. */
const kills = Number(process.env['SOTTO_KILLS'] ?? 6);
const seed = Number(process.env['SOTTO_KILL_SEED'] ?? 20_260_318);

test(
  `${kills} kills of Chromium in the middle of changes lose nothing that was acknowledged (seed ${seed})`,
  { timeout: 900_000 + kills * 30_000 },
  async () => {
    const report = await runKills(kills, seed, kills > 20 ? (line) => process.stderr.write(`${line}\n`) : undefined);
    process.stderr.write(`${JSON.stringify(report)}\n`);
    expect(report.kills).toBe(kills);
    expect(report.acknowledged).toBeGreaterThan(0);
  },
);
