// The pure parts around the model: words from pieces, what a transcript amounts to, and where a model runs.
import { describe, expect, test } from 'vitest';
import { candidates, winner, type Adapter } from '../../../src/voice/whisper/choose-device.ts';
import { joinPieces, overall, readPieces, shareOfBest } from '../../../src/voice/whisper/confidence.ts';
import { settle } from '../../../src/voice/whisper/settle.ts';
import type { HeardWord, Transcript } from '../../../src/voice/whisper/whisper-api.ts';

const transcript = (text: string, words: HeardWord[] = [], sure = 0.9): Transcript => ({
  text,
  words,
  sure,
  took: 1,
  engine: { model: 'm', device: 'wasm', dtype: 'q8', threads: 1 },
});

describe('words and how sure they are', () => {
  test('pieces join at blanks; a word is as sure as its least sure piece', () => {
    const pieces = [
      { text: ' How', sure: 0.9 },
      { text: ' gro', sure: 0.8 },
      { text: 'cer', sure: 0.3 },
      { text: 'ies?', sure: 0.9 },
    ];
    expect(joinPieces(pieces)).toEqual([
      { text: 'How', sure: 0.9 },
      { text: 'groceries?', sure: 0.3 },
    ]);
    expect(overall(pieces)).toBeGreaterThan(0.3);
    expect(overall([])).toBe(0);
  });
  test.each([
    ['blanks that stand with the word', (tokens: string[]) => tokens.join('').replaceAll('▁', ' ')],
    ['blanks that the first word lacks', (tokens: string[]) => tokens.join('').replaceAll('▁', ' ').replace(/^ /, '')],
  ])('tokens read as words, with %s', (_, join) => {
    const read = (tokens: string[]) => {
      if (tokens.length === 0) throw new Error('nothing to read'); // as the library does
      return join(tokens);
    };
    const tokens = ['▁What', '▁is', '▁gro', 'ceries', '?'].map((token) => ({ token, sure: 0.9 }));
    expect(joinPieces(readPieces(tokens, read)).map(({ text }) => text)).toEqual(['What', 'is', 'groceries?']);
    expect(readPieces([], read)).toEqual([]);
  });
  test('the share of the best', () => {
    expect(shareOfBest(new Float32Array([0, 0, 0, 0]))).toBeCloseTo(0.25);
    expect(shareOfBest(new Float32Array([50, 0, -Infinity]))).toBeCloseTo(1);
  });
});

describe('a transcript', () => {
  test.each([
    '',
    ' ',
    '...',
    '[Music]',
    '(upbeat music)',
    '♪♪',
    'Thank you.',
    'Thanks for watching!',
    'you',
    '[BLANK_AUDIO]',
    'so much so much so much so much so much so much',
  ])('"%s" is no question', (text) => expect(settle(transcript(text))).toBeNull());
  test.each([
    ['How about on travel?', 'How about on travel?'],
    ['[Music] And last year?', 'And last year?'],
    ['Thank you, and what is my balance?', 'Thank you, and what is my balance?'],
    ['No.', 'No.'],
  ])('"%s" is "%s"', (text, spoken) => expect(settle(transcript(text))).toEqual({ text: spoken, unsure: false }));
  test('an unsure word or sentence waits to be looked over', () => {
    expect(settle(transcript('At Tesco?', [{ text: 'Tesco?', sure: 0.2 }]))?.unsure).toBe(true);
    expect(settle(transcript('At Tesco?', [], 0.4))?.unsure).toBe(true);
  });
});

describe('where a model runs', () => {
  const real: Adapter = { name: 'a', isFallback: false, halfPrecision: true };
  test.each([
    ['small weights', 'q8', real, ['wasm']],
    ['no adapter', 'fp32', null, ['wasm']],
    ['an adapter that is the processor', 'fp32', { ...real, isFallback: true }, ['wasm']],
    ['half precision without leave', 'fp16', { ...real, halfPrecision: false }, ['wasm']],
    ['half precision', 'fp16', real, ['wasm', 'webgpu']],
  ] as const)('%s', (_, dtype, adapter, devices) => expect(candidates(dtype, adapter)).toEqual(devices));
  test.each([
    [100, 300, 'wasm'],
    [100, 95, 'wasm'],
    [100, 40, 'webgpu'],
  ] as const)('wasm %i ms, webgpu %i ms: %s', (wasm, webgpu, device) => {
    expect(
      winner([
        { device: 'wasm', took: wasm },
        { device: 'webgpu', took: webgpu },
      ]),
    ).toBe(device);
  });
  test('the only one that ran has won', () => {
    expect(winner([{ device: 'wasm', took: 9 }])).toBe('wasm');
    expect(winner([{ device: 'webgpu', took: 9 }])).toBe('webgpu');
  });
});
