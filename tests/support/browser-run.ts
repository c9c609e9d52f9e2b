// Around a whole run of browser tests: every browser keeps a log of its network, and a request to anywhere but this machine fails the run.
// The browser that npm brought is unpacked before the first file begins: of two that find it missing, one would start what the other writes.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromiumPath } from './chromium.ts';
import { NETWORK_LOGS, readLogs } from './network-log.ts';

export async function setup(): Promise<(() => Promise<void>) | undefined> {
  await chromiumPath();
  if (process.env[NETWORK_LOGS]) return undefined; // another project of this run keeps them
  const folder = await mkdtemp(join(tmpdir(), 'sotto-network-'));
  process.env[NETWORK_LOGS] = folder;
  return async () => {
    const { browsers, requests, elsewhere } = readLogs(folder);
    await rm(folder, { recursive: true, force: true });
    const others = [...elsewhere].map(([host, times]) => `${host} (${times})`).join(', ');
    if (others) {
      process.exitCode = 1; // what a teardown throws is printed, and fails no run
      throw new Error(`the browsers of this run asked for other hosts: ${others}`);
    }
    console.log(`network log: ${browsers} browsers, ${requests} entries of requests, none but this machine`);
  };
}
