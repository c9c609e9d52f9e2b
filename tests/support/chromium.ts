// A real Chromium for the browser tests: the one named by SOTTO_CHROMIUM, else the one that npm brought (pinned, so that all test in the
// same), else, where npm's does not run, the system's. What only a whole Chromium does is tested in the system's.
import sparticuz from '@sparticuz/chromium';
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { asLateAsSaid } from './late-answers.ts';
import { logArgs } from './network-log.ts';

const SYSTEM = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** How long what must come may take, in milliseconds: two browsers may share a slow machine. For every page of every browser here. */
export const PATIENCE = 120_000;

/** Quiet and offline: none of the browser's own calls home. `--no-sandbox` because tests may run as root in a container. */
export const LAUNCH_ARGS = [
  '--no-sandbox',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-default-apps',
];

/** WebGPU on the processor: correct, slow, and without half precision. */
export const SOFTWARE_GRAPHICS = ['--enable-unsafe-webgpu', '--use-webgpu-adapter=swiftshader'];

export async function chromiumPath(): Promise<string> {
  const named = process.env['SOTTO_CHROMIUM'];
  if (named) return named;
  const runsHere = process.platform === 'linux' && process.arch === 'x64';
  return runsHere ? sparticuz.executablePath() : (wholeChromium() ?? sparticuz.executablePath());
}

/**
 * A Chromium with all its parts: the one that npm brought, a headless shell, takes no extensions, heeds no hints and opens no window. Null
 * when there is none on this machine.
 */
export const wholeChromium = (): string | null => process.env['SOTTO_CHROMIUM'] ?? SYSTEM.find((path) => existsSync(path)) ?? null;

/** A browser with one extension, on a profile folder of its own. */
export async function launchWithExtension(
  executablePath: string,
  profile: string,
  extension: string,
  args: string[] = [],
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    timeout: PATIENCE,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...LAUNCH_ARGS, ...logArgs(args), `--load-extension=${extension}`, `--disable-extensions-except=${extension}`, ...args],
  });
  context.setDefaultTimeout(PATIENCE);
  return context;
}

export async function launch(args: string[] = []): Promise<Browser> {
  const browser = await chromium.launch({
    executablePath: await chromiumPath(),
    headless: true,
    timeout: PATIENCE,
    args: [...LAUNCH_ARGS, ...logArgs(args), ...args],
  });
  browser.on('context', (context) => {
    context.setDefaultTimeout(PATIENCE);
    asLateAsSaid(context);
  });
  return browser;
}

export interface KillableBrowser {
  context: BrowserContext;
  /** Where other tools can drive it. */
  port: number;
  /** SIGKILL to the whole process group, as a dead battery would. */
  kill(): Promise<void>;
}

/** Hints of a page are heeded only by a browser that may work in the background. */
const QUIET = '--disable-background-networking';

/**
 * A browser on a profile folder that outlives it, so that it can be killed and started again. `heedsHints`: a whole Chromium where there is
 * one, as a person's browser does; what it would ask its maker has to be shut another way then.
 */
export async function launchOnProfile(profile: string, args: string[] = [], { heedsHints = false } = {}): Promise<KillableBrowser> {
  await rm(join(profile, 'DevToolsActivePort'), { force: true });
  const flags = LAUNCH_ARGS.filter((arg) => !heedsHints || arg !== QUIET);
  const child = spawn(
    (heedsHints ? wholeChromium() : null) ?? (await chromiumPath()),
    ['--headless', ...flags, ...logArgs(args), `--user-data-dir=${profile}`, '--remote-debugging-port=0', ...args, 'about:blank'],
    { detached: true, stdio: 'ignore' },
  );
  const address = await debuggingAddress(profile, child);
  const browser = await chromium.connectOverCDP(address, { timeout: PATIENCE });
  const context = browser.contexts()[0] ?? (await browser.newContext());
  context.setDefaultTimeout(PATIENCE);
  asLateAsSaid(context);
  return { context, port: Number(new URL(address).port), kill: () => killGroup(child) };
}

async function debuggingAddress(profile: string, child: ChildProcess): Promise<string> {
  const file = join(profile, 'DevToolsActivePort');
  for (const until = performance.now() + PATIENCE; performance.now() < until;) {
    if (child.exitCode !== null) throw new Error(`Chromium ended with ${child.exitCode} before it could be driven`);
    const [port, path] = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
    if (port && path) return `http://127.0.0.1:${port}`;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('Chromium did not open its debugging port');
}

async function killGroup(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  process.kill(-child.pid, 'SIGKILL');
  await ended;
}

export async function temporaryProfile(): Promise<{ path: string; remove(): Promise<void> }> {
  const path = await mkdtemp(join(tmpdir(), 'sotto-profile-'));
  return { path, remove: () => rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 }) };
}
