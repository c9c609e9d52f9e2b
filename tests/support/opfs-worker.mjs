// The same change by the official SQLite WASM build on OPFS (its pool of access handles, its own defaults otherwise).
import init from '/sqlite/index.mjs';

let db = null;

async function prepare() {
  const sqlite3 = await init();
  const pool = await sqlite3.installOpfsSAHPoolVfs({ name: 'bench', clearOnInit: true });
  await pool.importDb('/ledger.sqlite', new Uint8Array(await (await fetch('/ledger.sqlite')).arrayBuffer()));
  db = new pool.OpfsSAHPoolDb('/ledger.sqlite');
}

function edit(round) {
  const began = performance.now();
  db.exec({ sql: 'UPDATE posting SET category_id = ? WHERE id = ?', bind: [1 + (round % 3), 100 + 37 * round] });
  return performance.now() - began;
}

globalThis.onmessage = async ({ data }) => {
  try {
    postMessage({ done: data.call === 'prepare' ? await prepare() : edit(data.round) });
  } catch (error) {
    postMessage({ failed: String(error) });
  }
};
