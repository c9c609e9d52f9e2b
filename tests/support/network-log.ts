// What every browser of a run asked of the network, by Chromium's own log of it (pages, workers, service workers and the browser itself):
// addresses requested and names looked up. A test that stands something else in for a host elsewhere says so by its resolver rules.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Where the logs of this run lie; not set, none are kept. */
export const NETWORK_LOGS = 'SOTTO_NETWORK_LOGS';

let count = 0;

/** What to start a browser with so that it keeps its log. */
export function logArgs(args: readonly string[]): string[] {
  const folder = process.env[NETWORK_LOGS];
  if (!folder || args.some((arg) => arg.startsWith('--log-net-log='))) return []; // that test reads its own
  mkdirSync(folder, { recursive: true });
  count += 1;
  const name = join(folder, `${process.pid}-${count}`);
  const rules = args.find((arg) => arg.startsWith('--host-resolver-rules=')) ?? '';
  writeFileSync(`${name}.stand-ins`, [...rules.matchAll(/MAP (\S+) /g)].map(([, host]) => host).join('\n'));
  return [`--log-net-log=${name}.json`];
}

export interface NetworkLog {
  browsers: number;
  requests: number;
  /** Hosts other than this machine, and how often each was asked for. */
  elsewhere: Map<string, number>;
}

/** This machine, by its names. */
const HERE = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);
/** The log's own lines, so that one cut short by a killed browser is read too. */
const ASKED = /"url":"([a-z][a-z0-9+.-]*:[^"]*)"|"host":"([^"]*)"/g;

/** Whom a whole Chromium asks of its own accord, whatever flags it is given: its maker. */
const MAKER = /(?:^|\.)(?:google\.com|googleapis\.com|gstatic\.com|gvt1\.com)$/;
/** A request says who began it: an origin, or nobody, which is the browser itself (or an address typed by a test). */
const BEGUN = /"initiator":"([^"]*)".*?"url":"([^"]*)"/g;

/** Hosts of the browser's maker that the browser itself asked for, and no page or worker did. */
function ownErrands(log: string): Set<string> {
  const begun = [...log.matchAll(BEGUN)].map(([, by, url]) => ({ by, host: hostOf(url ?? '') }));
  const byPages = new Set(begun.filter(({ by }) => by !== 'not an origin').map(({ host }) => host));
  return new Set(begun.map(({ host }) => host).filter((host) => MAKER.test(host) && !byPages.has(host)));
}

export function readLogs(folder: string): NetworkLog {
  const logs = readdirSync(folder).filter((file) => file.endsWith('.json'));
  const found: NetworkLog = { browsers: logs.length, requests: 0, elsewhere: new Map() };
  for (const log of logs) {
    const standIns = new Set(readFileSync(join(folder, log.replace(/json$/, 'stand-ins')), 'utf8').split('\n'));
    const text = readFileSync(join(folder, log), 'utf8');
    const own = ownErrands(text);
    for (const [, url, looked] of text.matchAll(ASKED)) {
      if (url !== undefined) found.requests += 1;
      const host = hostOf(url ?? looked ?? '');
      if (host === '' || HERE.has(host) || own.has(host) || standIns.has(host) || standIns.has('*')) continue;
      found.elsewhere.set(host, (found.elsewhere.get(host) ?? 0) + 1);
    }
  }
  return found;
}

/** '' for what no network is asked for (blob:, data:). */
function hostOf(text: string): string {
  if (/^(?:blob|data|about|chrome|devtools):/.test(text)) return '';
  if (!text.includes('://')) return text;
  return URL.canParse(text) ? new URL(text).hostname : text;
}
