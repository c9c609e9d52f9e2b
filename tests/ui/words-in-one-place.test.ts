// No component holds a word of its own: what a person reads comes from src/strings. And styles say start and end, so that a page can turn round.
import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse, type AST } from 'svelte/compiler';
import { expect, test } from 'vitest';

const ui = fileURLToPath(new URL('../../src/ui/', import.meta.url));
const files = readdirSync(ui, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(svelte|css)$/.test(name));
const textOf = (name: string) => readFileSync(ui + name, 'utf8');

/** Attributes that are read out or shown. */
const READ = ['aria-label', 'aria-description', 'aria-roledescription', 'aria-valuetext', 'title', 'placeholder', 'alt', 'label', 'hint'];
/** What is the same in every language. */
const NAMES = new Set(['PNG', 'SVG', 'NULL']);
const isWord = (text: string) => /\p{L}{2,}/u.test(text) && !NAMES.has(text.trim());

interface Node {
  type: string;
  name?: string;
  data?: string;
  value?: unknown;
  [part: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;

/** Every text between tags, and every text of an attribute that is read. */
function plainTexts(node: unknown, read = false): string[] {
  if (Array.isArray(node)) return node.flatMap((each) => plainTexts(each, read));
  if (!isNode(node)) return [];
  if (node.type === 'Text') return isWord(node.data ?? '') ? [(node.data ?? '').trim()] : [];
  if (node.type === 'Literal') return read && typeof node.value === 'string' && isWord(node.value) ? [node.value] : [];
  if (node.type === 'TemplateElement' || node.type === 'StyleDirective') return [];
  if (node.type === 'Attribute') return READ.includes(node.name ?? '') ? plainTexts(node.value, true) : [];
  if (node.type === 'ConditionalExpression') return [...plainTexts(node['consequent'], read), ...plainTexts(node['alternate'], read)];
  if (node.type === 'ExpressionTag') return plainTexts(node['expression'], true);
  if (['CallExpression', 'BinaryExpression', 'MemberExpression', 'ArrowFunctionExpression'].includes(node.type)) return [];
  return Object.entries(node).flatMap(([part, value]) => (part === 'parent' ? [] : plainTexts(value, read)));
}

const wordsIn = (source: string): string[] => plainTexts((parse(source, { modern: true }) as AST.Root).fragment);

test('the check itself sees words and leaves names and codes alone', () => {
  expect(wordsIn('<p>Hello there</p>')).toEqual(['Hello there']);
  expect(wordsIn('<button aria-label="Close it">x</button>')).toEqual(['Close it']);
  expect(wordsIn('<p class="small dim" id="a-b">{words.some} · {count}</p>')).toEqual([]);
  expect(wordsIn("<p>{isOpen ? 'Open' : words.shut}</p>")).toEqual(['Open']);
});

test.each(files.filter((name) => name.endsWith('.svelte')))('%s holds no word of its own', (name) => {
  expect(wordsIn(textOf(name))).toEqual([]);
});

test.each(files)('%s names no left and right', (name) => {
  const style = name.endsWith('.css') ? textOf(name) : (/<style>([\s\S]*)<\/style>/.exec(textOf(name))?.[1] ?? '');
  const physical =
    /(?:(?:margin|padding|border)-(?:left|right)|(?:^|[\s;{])(?:left|right))\s*:|text-align:\s*(?:left|right)|float:\s*(?:left|right)/gm;
  expect(style.match(physical) ?? []).toEqual([]);
});

const strings = fileURLToPath(new URL('../../src/strings/', import.meta.url));
const tables = readdirSync(strings).filter((name) => !/^(?:en\b|en-|in-use)/.test(name));

test.each(tables)('src/strings/%s: what it gives for use goes through inUse', (name) => {
  const given = [...readFileSync(strings + name, 'utf8').matchAll(/^export const \w+(?:: [^=]+)? = (\S*)/gm)].map(
    ([, first]) => first ?? '',
  );
  expect(given.length).toBeGreaterThan(0);
  for (const first of given) expect(first).toMatch(/^inUse\(/);
});
