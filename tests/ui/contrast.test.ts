// The contrasts that the design promises, computed by the formula of WCAG 2.2 from tokens.css as it is.
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const css = readFileSync(new URL('../../src/ui/styles/tokens.css', import.meta.url), 'utf8');
const MORE = '@media (prefers-contrast: more)';
const tokensIn = (rules: string) =>
  [...rules.matchAll(/--([\w-]+): light-dark\((#\w{6}), (#\w{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, [light, dark]] as const,
  );
const [plain = '', more = ''] = css.split(MORE);
const tokens = new Map(tokensIn(plain));
/** What the system's wish for more contrast sets stands over what is there without it. */
const strongTokens = new Map([...tokens, ...tokensIn(more)]);

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const luminance = (hex: string) =>
  [0.2126, 0.7152, 0.0722].reduce((sum, weight, nth) => sum + weight * channel(parseInt(hex.slice(1 + 2 * nth, 3 + 2 * nth), 16) / 255), 0);
function contrast(a: string, b: string): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}
const colour = (name: string, theme: 0 | 1, from = tokens): string => {
  const pair = from.get(name);
  if (!pair) throw new Error(`tokens.css has no --${name}`);
  return pair[theme];
};

const grounds = ['paper', 'raised', 'sunk'];
const pairs: [name: string, on: string[], least: number][] = [
  ['ink', grounds, 4.5],
  ['ink-2', [...grounds, 'accent-wash', 'warn-wash', 'error-wash', 'in-wash'], 4.5],
  ['ink-3', grounds, 4.5],
  ['accent', [...grounds, 'accent-wash'], 4.5],
  ['on-accent', ['accent'], 4.5],
  ['in', [...grounds, 'in-wash'], 4.5],
  ['warn', [...grounds, 'warn-wash'], 4.5],
  ['error', [...grounds, 'error-wash'], 4.5],
  ['line-strong', grounds, 3],
  ['chart-2', ['raised'], 4.5],
];

test.each(pairs)('%s on %s has at least %d to 1 in both themes', (name, on, least) => {
  for (const ground of on) {
    for (const theme of [0, 1] as const) {
      expect(contrast(colour(name, theme), colour(ground, theme)), `${name} on ${ground}`).toBeGreaterThanOrEqual(least);
    }
  }
});

test.each(pairs)('with more contrast asked for: %s on %s', (name, on, least) => {
  for (const ground of on) {
    for (const theme of [0, 1] as const) {
      const found = contrast(colour(name, theme, strongTokens), colour(ground, theme, strongTokens));
      expect(found, `${name} on ${ground}`).toBeGreaterThanOrEqual(least === 3 ? 4.5 : 7);
    }
  }
});
