// What the catalogue tells of language models is what WebLLM's own list tells: the installed package is the source, read as text because
// it does not load outside a browser.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { catalogue, hostAddress, languageModelsOf } from '../../src/models/catalogue.ts';

const text = readFileSync(createRequire(import.meta.url).resolve('@mlc-ai/web-llm'), 'utf8');
const constant = (name: string) => new RegExp(`const ${name} = "([^"]+)"`).exec(text)?.[1] ?? '';
const libraries = `${constant('modelLibURLPrefix')}${constant('modelVersion')}`;

/** One record of the list: what stands between its own address and the next one's. */
function recordOf(repo: string): string {
  const from = text.indexOf(`model: "https://huggingface.co/${repo}"`);
  return from < 0 ? '' : text.slice(from, text.indexOf('model: "https://', from + 8));
}

test.each(languageModelsOf(catalogue))('$id is in it, with this library, memory and context', (model) => {
  const record = recordOf(model.repo);
  expect(record).toContain(`model_id: "${model.repo.replace('mlc-ai/', '')}"`);
  expect(Number(/vram_required_MB: ([\d.]+)/.exec(record)?.[1]) * 1e6).toBeCloseTo(model.memoryBytes, 0);
  expect(Number(/context_window_size: (\d+)/.exec(record)?.[1])).toBe(model.contextTokens);
  const library = /"\/([\w.-]+\.wasm)"/.exec(record)?.[1] ?? '';
  expect(hostAddress(catalogue, `models/${model.id}/library.wasm`)).toBe(`${libraries}/${library}`);
});
