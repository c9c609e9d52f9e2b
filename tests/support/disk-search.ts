// Looks for words in every file of a folder, as bytes: UTF-8 and UTF-16, whatever wrote them.
import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** The words found, each with the files that hold it. */
export async function searchFiles(folder: string, words: readonly string[]): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const forms = words.flatMap((word) => [
    { word, bytes: Buffer.from(word, 'utf8') },
    { word, bytes: Buffer.from(word, 'utf16le') },
  ]);
  for (const file of await filesOf(folder)) {
    const content = await readFile(file).catch(() => Buffer.alloc(0)); // a running browser takes files away
    for (const { word, bytes } of forms) if (content.includes(bytes)) found.set(word, [...(found.get(word) ?? []), file]);
  }
  return found;
}

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const files: string[] = [];
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) files.push(...(await filesOf(path)));
    else if (entry.isFile() && (await stat(path).catch(() => null))?.size) files.push(path);
  }
  return files;
}
