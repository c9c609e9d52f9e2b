// The way of a shared file through the service worker, and the offer to install.
import { describe, expect, test } from 'vitest';
import { SHARED, TAKE_SHARED } from '../../src/app/hand-over.ts';
import { Install } from '../../src/app/install.svelte.ts';
import { ShareDesk } from '../../src/app/share-desk.ts';

const post = (...files: File[]) => {
  const form = new FormData();
  form.append('title', 'Statement');
  for (const file of files) form.append('files', file);
  return new Request('https://sotto.example/share', { method: 'POST', body: form });
};

describe('the share desk', () => {
  test('sends the browser to the page, hands the files over once, and rests', async () => {
    const desk = new ShareDesk();
    const kept: Promise<unknown>[] = [];
    const answer = await desk.take(post(new File(['a,b'], 'may.csv')), 'https://sotto.example/', (until) => kept.push(until));
    expect(answer.status).toBe(303);
    expect(answer.headers.get('Location')).toBe(`https://sotto.example/?${SHARED}#/import`);
    const heard: unknown[] = [];
    const page = { postMessage: (message: unknown) => heard.push(message) };
    expect(desk.hand('something else', page)).toBe(false);
    expect(desk.hand(TAKE_SHARED, page)).toBe(true);
    expect(heard).toMatchObject([{ kind: SHARED, files: [{ name: 'may.csv' }] }]);
    await Promise.all(kept); // the worker may sleep now
    desk.hand(TAKE_SHARED, page);
    expect(heard[1]).toEqual({ kind: SHARED, files: [] });
  });
  test('words that were shared are no file', async () => {
    const desk = new ShareDesk();
    await desk.take(post(), 'https://sotto.example/', () => undefined);
    const heard: unknown[] = [];
    desk.hand(TAKE_SHARED, { postMessage: (message: unknown) => heard.push(message) });
    expect(heard).toEqual([{ kind: SHARED, files: [] }]);
  });
});

describe('the offer to install', () => {
  const shelf = () => {
    const kept = new Map<string, string>();
    return {
      getItem: (name: string) => kept.get(name) ?? null,
      setItem: (name: string, value: string) => void kept.set(name, value),
      removeItem: (name: string) => void kept.delete(name),
    };
  };
  const offered = (window: EventTarget) => {
    let asked = 0;
    const event = Object.assign(new Event('beforeinstallprompt', { cancelable: true }), { prompt: () => Promise.resolve((asked += 1)) });
    window.dispatchEvent(event);
    return { event, asked: () => asked };
  };
  test('holds back the browser’s own, asks once, and rests once installed', async () => {
    const [install, window] = [new Install(shelf()), new EventTarget()];
    install.watch(window);
    expect(install.possible).toBe(false);
    const { event, asked } = offered(window);
    expect(event.defaultPrevented).toBe(true);
    expect(install.possible).toBe(true);
    await install.accept();
    expect([asked(), install.possible]).toEqual([1, false]);
    offered(window);
    window.dispatchEvent(new Event('appinstalled'));
    expect(install.possible).toBe(false);
  });
  test('declined is declined for good', () => {
    const kept = shelf();
    const window = new EventTarget();
    const install = new Install(kept);
    install.watch(window);
    offered(window);
    install.decline();
    expect(install.possible).toBe(false);
    const next = new Install(kept);
    next.watch(window);
    offered(window);
    expect(next.possible).toBe(false);
  });
});
