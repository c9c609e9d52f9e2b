// The storage lines of `npm run bench`, as one line of JSON: IndexedDB needs a browser, so they run beside it and not in it.
// node --import tsx tests/support/bench-storage.ts [rows ...]
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as StoragePage from './bench-storage-page.ts';
import { bundle, openModulePage } from './module-page.ts';

declare global {
  var storagePage: typeof StoragePage;
}

const counts = process.argv.slice(2).map(Number);
const wasm = (await readFile(createRequire(import.meta.url).resolve('sql.js/dist/sql-wasm.wasm'))).toString('base64');
const script = await bundle('tests/support/bench-storage-page.ts', 'storagePage');
const found: ({ count: number } & StoragePage.StorageTimes)[] = [];
for (const count of counts.length ? counts : [10_000, 100_000, 1_000_000]) {
  const opened = await openModulePage(script);
  try {
    const rounds = count > 200_000 ? 5 : 9;
    const times = await opened.page.evaluate(([given, rows, times]) => globalThis.storagePage.measure(given, rows, times), [
      wasm,
      count,
      rounds,
    ] as const);
    found.push({ count, ...times });
  } finally {
    await opened.close();
  }
}
console.log(JSON.stringify(found));
