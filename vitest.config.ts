// `unit` in Node; `browser` and `browser-voice`, which drive a real Chromium against the built app. What is heard in real time runs by itself,
// after the rest.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** A slow machine is no failure: what hangs is told apart from what takes its time. */
const PATIENCE = 1_800_000;
/** What `expect.poll` waits for must come; its own second is too short where two browsers share a processor. */
const expect = { poll: { timeout: 120_000 } };

const inChromium = {
  globalSetup: 'tests/support/browser-run.ts',
  environment: 'node' as const,
  testTimeout: PATIENCE,
  hookTimeout: PATIENCE,
  expect,
};
const VOICE = 'tests/browser/voice*.test.ts';

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          maxWorkers: '100%',
          environment: 'node',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          expect,
        },
      },
      {
        test: {
          ...inChromium,
          name: 'browser',
          include: ['tests/browser/**/*.test.ts'],
          exclude: [VOICE],
          maxWorkers: 2, // each file has a browser of its own; most of its time it waits
          sequence: { groupOrder: 1 },
        },
      },
      {
        test: { ...inChromium, name: 'browser-voice', include: [VOICE], fileParallelism: false, sequence: { groupOrder: 2 } },
      },
    ],
  },
});
