// XGrammar itself, as WebLLM uses it, over a tokenizer of our own: every byte is a token, and so are some pieces that cross the seams of
// our rules. No weights: chance takes the place of a model, and may take whatever the engine leaves it.
import { GrammarCompiler, GrammarMatcher, TokenizerInfo, type CompiledGrammar } from '@mlc-ai/web-xgrammar';
import { random } from '../../support/random.ts';

const END = '</s>';
const PIECES = [
  '{"ask":"',
  '","',
  '":"',
  '":["',
  '"],"',
  '"}',
  'SELECT ',
  ' AS value',
  ' FROM ',
  ' WHERE ',
  'sum(',
  'amount',
  ') - ',
  " IN ('",
  "', '",
];
const BYTES = 256;
const tokens = [...Array.from({ length: BYTES }, (_, byte) => `<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`), ...PIECES, END];
const end = tokens.length - 1;

let compiler: Promise<GrammarCompiler> | null = null;
async function compile(grammar: string): Promise<CompiledGrammar> {
  compiler ??= TokenizerInfo.createTokenizerInfo(tokens, 'byte_fallback', false, tokens.length, end).then((info) =>
    GrammarCompiler.createGrammarCompiler(info),
  );
  return (await compiler).compileGrammar(grammar);
}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true });
const bytesOf = (token: number): Uint8Array => (token < BYTES ? Uint8Array.of(token) : encoder.encode(PIECES[token - BYTES]));

function allowed(mask: Int32Array): number[] {
  const free: number[] = [];
  for (let token = 0; token < tokens.length; token += 1) if (((mask[token >> 5] ?? 0) >>> (token & 31)) & 1) free.push(token);
  return free;
}

/** Longer than any text of our grammars. */
const LONGEST = 20_000;

async function drawOne(matcher: GrammarMatcher, chance: () => number): Promise<string> {
  matcher.reset();
  const bytes: number[] = [];
  while (bytes.length < LONGEST) {
    const free = allowed(await matcher.getNextTokenBitmask());
    const token = free[Math.floor(chance() * free.length)];
    if (token === undefined || !matcher.acceptToken(token)) throw new Error(`nothing can follow ${decoder.decode(Uint8Array.from(bytes))}`);
    if (token === end) return decoder.decode(Uint8Array.from(bytes));
    bytes.push(...bytesOf(token));
  }
  throw new Error(`no end of ${decoder.decode(Uint8Array.from(bytes).subarray(0, 200))}`);
}

/** Texts drawn at random from what the engine lets through. */
export async function drawTexts(grammar: string, seed: number, count: number): Promise<string[]> {
  const matcher = await GrammarMatcher.createGrammarMatcher(await compile(grammar));
  const chance = random(seed);
  const texts: string[] = [];
  while (texts.length < count) texts.push(await drawOne(matcher, chance));
  matcher.dispose();
  return texts;
}

/** For each text what of it the engine takes: all of it, and an end after it, or what stands up to where it refuses. */
export async function refusals(grammar: string, texts: readonly string[]): Promise<(string | null)[]> {
  const matcher = await GrammarMatcher.createGrammarMatcher(await compile(grammar));
  const judged = texts.map((text) => {
    matcher.reset();
    const bytes = encoder.encode(text);
    const stopped = bytes.findIndex((byte) => !matcher.acceptToken(byte));
    if (stopped >= 0) return new TextDecoder().decode(bytes.subarray(0, stopped + 1));
    return matcher.acceptToken(end) ? null : `${text} (unfinished)`;
  });
  matcher.dispose();
  return judged;
}
