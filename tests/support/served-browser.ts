// The built app served, and a Chromium to visit it with: once for all tests of a file, or anew, with a profile that outlives it, for one
// test. Both are closed whatever comes of the tests.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, launchOnProfile, temporaryProfile, type KillableBrowser } from './chromium.ts';
import { serveApp, type ServedApp } from './served-app.ts';

export interface ServedBrowser {
  readonly url: string;
  readonly browser: Browser;
}

/** For a file; what it gives can be read once its tests run. */
export function servedBrowser(): ServedBrowser {
  let app: ServedApp | null = null;
  let browser: Browser | null = null;
  beforeAll(async () => {
    app = await serveApp();
    browser = await launch();
  });
  afterAll(async () => {
    await browser?.close();
    await app?.close();
  });
  const opened = <T>(value: T | null): T => {
    if (value === null) throw new Error('nothing is served before the tests of a file begin');
    return value;
  };
  return {
    get url() {
      return opened(app).url;
    },
    get browser() {
      return opened(browser);
    },
  };
}

export interface OnProfile {
  app: ServedApp;
  /** The folder of the profile. */
  profile: string;
  browser: KillableBrowser;
  /** Kills the browser and starts it again on the same profile. */
  again(): Promise<KillableBrowser>;
}

/** `folder`: a copy of dist/ that the test may change. */
export async function onProfile(visit: (on: OnProfile) => Promise<void>, folder?: string): Promise<void> {
  const app = await serveApp(0, folder);
  const profile = await temporaryProfile();
  let browser = await launchOnProfile(profile.path);
  const again = async () => {
    await browser.kill();
    browser = await launchOnProfile(profile.path);
    return browser;
  };
  try {
    await visit({ app, profile: profile.path, browser, again });
  } finally {
    await browser.kill();
    await profile.remove();
    await app.close();
  }
}
