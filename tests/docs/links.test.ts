// What the documents point to is there; and the feature table says of itself what it holds.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => join('docs', name)),
];

/** As GitHub makes the name of a heading. */
const anchor = (heading: string) =>
  heading
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
const anchorsOf = (text: string) => [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) => anchor(heading ?? ''));

function brokenLinks(document: string): string[] {
  const text = readFileSync(join(root, document), 'utf8');
  const links = [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\]\(([^)\s]+)\)/g)].map(([, link]) => link ?? '');
  return links
    .filter((link) => !/^(https?|mailto):/.test(link))
    .filter((link) => {
      const [path = '', name] = link.split('#');
      const file = path === '' ? join(root, document) : join(root, dirname(document), path);
      if (relative(root, file).startsWith('..') || !existsSync(file)) return true;
      return name !== undefined && file.endsWith('.md') && !anchorsOf(readFileSync(file, 'utf8')).includes(name);
    });
}

test.each(documents)('%s links to what is there', (document) => expect(brokenLinks(document)).toEqual([]));

describe('the feature table', () => {
  const text = readFileSync(join(root, 'docs/features.md'), 'utf8');
  const rows = text
    .split('\n')
    .filter((line) => line.startsWith('| ') && !line.startsWith('| feature') && !line.startsWith('| ---'))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()))
    .map(([, feature = '', ours = '', ...others]) => ({ feature, ours, others: others.slice(0, -1) }));
  const verdictOf = (ours: string) => /^\*\*(yes|part|no)\*\*: ./.exec(ours)?.[1];
  const count = (verdict: string) => rows.filter(({ ours }) => verdictOf(ours) === verdict).length;

  test('has its 80 rows, each once, with all eight others', () => {
    expect(rows).toHaveLength(80);
    expect(new Set(rows.map(({ feature }) => feature)).size).toBe(80);
    for (const { feature, others } of rows)
      expect(others.length === 8 && others.every((cell) => /^(yes|part|no)$/.test(cell)), feature).toBe(true);
  });
  test('counts as it says', () => expect(text).toContain(`**${count('yes')} yes, ${count('part')} in part, ${count('no')} no.**`));
  test('every yes points to a test, every other verdict says why', () => {
    for (const { feature, ours } of rows) {
      const verdict = verdictOf(ours);
      const tests = [...ours.matchAll(/\]\(\.\.\/(tests\/[^)]+\.test\.ts)\)/g)];
      if (verdict === 'yes') expect(tests.length, feature).toBeGreaterThan(0);
      else expect(ours.replace(/^\*\*\w+\*\*: /, '').split(' ').length, feature).toBeGreaterThan(4);
    }
  });
});
