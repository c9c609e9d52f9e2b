// Statement files that come from outside the page: opened with Sotto from the system, or shared to it. Both end in the preview.

import { SHARED, TAKE_SHARED } from './hand-over.ts';

/** How long a shared file may take to come over, in milliseconds. */
const PATIENCE = 30_000;

interface LaunchQueue {
  setConsumer(take: (launch: { files?: readonly { getFile(): Promise<File> }[] }) => void): void;
}

/** Listens for files that the system opens with Sotto. */
export function takeOpened(onfiles: (files: File[]) => void, onlost: (error: unknown) => void): void {
  const { launchQueue } = globalThis as { launchQueue?: LaunchQueue };
  launchQueue?.setConsumer(({ files = [] }) => {
    if (files.length > 0) Promise.all(files.map((handle) => handle.getFile())).then(onfiles, onlost);
  });
}

/**
 * Fetches what was shared, when the address says so; an empty list when it did not arrive, null when nothing was shared.
 * The address forgets that it came, so that loading again asks for nothing.
 */
export async function takeShared({ search, pathname, hash }: Pick<Location, 'search' | 'pathname' | 'hash'>): Promise<File[] | null> {
  if (!new URLSearchParams(search).has(SHARED)) return null;
  history.replaceState(null, '', pathname + hash);
  const workers = navigator.serviceWorker;
  const worker = workers?.controller;
  if (!worker) return [];
  return new Promise((done) => {
    const end = (files: File[]) => {
      clearTimeout(timer);
      workers.removeEventListener('message', listen);
      done(files);
    };
    const listen = ({ data }: MessageEvent<unknown>) => {
      if (isHandOver(data)) end(data.files);
    };
    const timer = setTimeout(() => end([]), PATIENCE);
    workers.addEventListener('message', listen);
    workers.startMessages();
    worker.postMessage(TAKE_SHARED);
  });
}

const isHandOver = (data: unknown): data is { kind: typeof SHARED; files: File[] } =>
  typeof data === 'object' && data !== null && 'kind' in data && data.kind === SHARED && 'files' in data && Array.isArray(data.files);
