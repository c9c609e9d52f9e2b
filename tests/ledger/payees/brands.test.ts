// The data files that contributors extend: well formed, without two meanings for one text.
import { describe, expect, test } from 'vitest';
import brandFile from '../../../src/ledger/payees/brands.json' with { type: 'json' };
import kindFile from '../../../src/ledger/payees/kinds.json' with { type: 'json' };
import { kindGroups, knownKinds, suggestCategory } from '../../../src/ledger/payees/kinds.ts';
import { matchWords } from '../../../src/ledger/payees/match-words.ts';
import { readPayee } from '../../../src/ledger/payees/read-payee.ts';

const brands: readonly { name: string; kind: string; match: string[]; alone?: string[] }[] = brandFile.brands;

describe('brands.json', () => {
  test('holds several hundred brands, each once', () => {
    expect(brands.length).toBeGreaterThan(900);
    expect(new Set(brands.map(({ name }) => name)).size).toBe(brands.length);
  });
  test('has only kinds that kinds.json knows', () => expect(brands.filter(({ kind }) => !knownKinds.includes(kind))).toEqual([]));
  test('is written in capitals without apostrophes', () => {
    for (const { name, match, alone = [] } of brands)
      for (const text of [...match, ...alone]) expect(text, name).toMatch(/^[^\p{Ll}'’]+$/u);
  });
  test('gives no text to two brands', () => {
    const owners = new Map<string, string>();
    for (const { name, match, alone = [] } of brands) {
      for (const text of [...match, ...alone]) {
        const key = matchWords(text).join(' ') + (text.endsWith('*') ? '*' : '');
        expect(owners.get(key) ?? name, text).toBe(name);
        owners.set(key, name);
      }
    }
  });
  test('every brand is found by its own first text in capitals', () => {
    const missed = brands.filter(({ name, kind, match }) => {
      const first = match[0]?.replace(/\*$/, '');
      return (
        first !== undefined &&
        first.length > 3 &&
        !['bank', 'investment', 'card-payment'].includes(kind) &&
        readPayee(`${first} 4410`, null).name !== name
      );
    });
    expect(missed.map(({ name, match }) => `${name}: ${match[0] ?? ''} is ${readPayee(`${match[0] ?? ''} 4410`, null).name}`)).toEqual([]);
  });
});

describe('kinds.json', () => {
  test('names each kind once, with a category', () => {
    expect(new Set(knownKinds).size).toBe(knownKinds.length);
    for (const kind of knownKinds) expect(suggestCategory(kind), kind).toMatch(/^\p{Lu}/u);
    expect(suggestCategory('no such kind')).toBeNull();
    expect(suggestCategory(null)).toBeNull();
  });
  test('gives no word to two kinds', () => {
    const owners = new Map<string, string>();
    for (const { kind, words } of kindFile.kinds) {
      for (const word of words) {
        expect(owners.get(word) ?? kind, word).toBe(kind);
        owners.set(word, kind);
      }
    }
  });
  test('groups hold known kinds only', () => {
    for (const [group, kinds] of Object.entries(kindGroups))
      expect(
        kinds.filter((kind) => !knownKinds.includes(kind)),
        group,
      ).toEqual([]);
  });
});
