// Every WebAssembly file that the build puts out is one of src/base/wasm-pins.json, byte for byte, or the build fails. Whoever takes a new
// version of a package writes its hash there, after a look at where it came from.
import { createHash } from 'node:crypto';
import type { Plugin } from 'vite';
import pinned from './src/base/wasm-pins.json' with { type: 'json' };

/** What is wrong with these files (name to bytes): one that is not listed, one of another hash, or one that is listed and not there. */
export function strangers(files: ReadonlyMap<string, Uint8Array | string>, pins: Readonly<Record<string, string>> = pinned): string[] {
  const found = [...files].map(([file, bytes]) => {
    const name = (file.split('/').at(-1) ?? '').replace(/-[\w-]{8}\.wasm$/, '').replace(/\.wasm$/, '');
    return { file, name, hash: createHash('sha256').update(bytes).digest('hex') };
  });
  const wrong = found.filter(({ name, hash }) => !Object.hasOwn(pins, name) || pins[name] !== hash);
  const missing = Object.keys(pins).filter((name) => !found.some((each) => each.name === name));
  return [...wrong.map(({ file, hash }) => `${file} has the hash ${hash}`), ...missing.map((name) => `${name} is not in the build`)];
}

export const wasmPins = (): Plugin => ({
  name: 'sotto-pins',
  apply: 'build',
  generateBundle(_, bundle) {
    const files = new Map(
      Object.values(bundle).flatMap((each) =>
        each.type === 'asset' && each.fileName.endsWith('.wasm') ? [[each.fileName, each.source] as const] : [],
      ),
    );
    const troubles = strangers(files);
    if (troubles.length > 0) this.error(`wasm files that src/base/wasm-pins.json does not name:\n  ${troubles.join('\n  ')}`);
  },
});
