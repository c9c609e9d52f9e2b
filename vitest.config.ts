// Two runs: `unit` in Node, and `browser`, which drives a real Chromium against the built app.
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';

/** A slow machine is no failure: what hangs is told apart from what takes its time. */
const PATIENCE = 300_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [svelte()],
        test: {
          name: 'unit',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/browser/**'],
          environment: 'node',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
        },
      },
      {
        test: {
          name: 'browser',
          globalSetup: 'tests/support/browser-run.ts',
          include: ['tests/browser/**/*.test.ts'],
          environment: 'node',
          testTimeout: PATIENCE,
          hookTimeout: PATIENCE,
          fileParallelism: false,
        },
      },
    ],
  },
});
