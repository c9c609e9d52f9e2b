// The files of a language model that has no weights, in MLC's layout: a configuration, a tokenizer of bytes, a list of parts, the parts,
// and a library of our own that answers WebLLM's first calls and knows no model. WebLLM's engine takes all of it up to the model itself.
import { createHash } from 'node:crypto';

/** As the catalogue names it: in full precision, which software graphics computes. */
export const TINY = { id: 'smollm2-360m-q4f32', name: 'SmolLM2 360M', repo: 'mlc-ai/SmolLM2-360M-Instruct-q4f32_1-MLC' };

const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value));
const md5 = (bytes: Uint8Array): string => createHash('md5').update(bytes).digest('hex');

const VOCABULARY = 259;
const PART_BYTES = 300_000;
const parts = [0, 1].map((number) => Uint8Array.from({ length: PART_BYTES }, (_, at) => (at * 31 + number * 7) & 255));

const config = {
  version: '0.1.0',
  model_type: 'llama',
  quantization: 'q4f32_1',
  vocab_size: VOCABULARY,
  context_window_size: 4096,
  tokenizer_files: ['tokenizer.json'],
  token_table_postproc_method: 'byte_fallback',
  conv_template: {
    name: 'none',
    system_template: '{system_message}',
    system_message: '',
    roles: { user: 'user', assistant: 'assistant', tool: 'tool' },
    role_templates: { user: '{user_message}', assistant: '{assistant_message}', tool: '{tool_message}' },
    seps: ['\n'],
    stop_str: [],
    stop_token_ids: [2],
  },
};

const special = (content: string, id: number) => ({
  id,
  content,
  special: true,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
});

/** Every byte is a token. */
const tokenizer = {
  version: '1.0',
  truncation: null,
  padding: null,
  added_tokens: ['<unk>', '<s>', '</s>'].map(special),
  normalizer: null,
  pre_tokenizer: null,
  post_processor: null,
  decoder: { type: 'Sequence', decoders: [{ type: 'ByteFallback' }, { type: 'Fuse' }] },
  model: {
    type: 'BPE',
    dropout: null,
    unk_token: '<unk>',
    continuing_subword_prefix: null,
    end_of_word_suffix: null,
    fuse_unk: false,
    byte_fallback: true,
    vocab: Object.fromEntries([
      ['<unk>', 0],
      ['<s>', 1],
      ['</s>', 2],
      ...Array.from({ length: 256 }, (_, byte) => [`<0x${byte.toString(16).toUpperCase().padStart(2, '0')}>`, byte + 3]),
    ]),
    merges: [],
  },
};

const partList = {
  metadata: { ParamSize: 0, ParamBytes: 0 },
  records: parts.map((bytes, number) => ({
    dataPath: `params_shard_${number}.bin`,
    format: 'raw-shard',
    nbytes: bytes.length,
    md5sum: md5(bytes),
    records: [],
  })),
};

/** By name, as in the model's repository. */
export const tinyFiles: Readonly<Record<string, Uint8Array>> = {
  'mlc-chat-config.json': json(config),
  'tokenizer.json': json(tokenizer),
  'tensor-cache.json': json(partList),
  ...Object.fromEntries(parts.map((bytes, number) => [`params_shard_${number}.bin`, bytes])),
};

// WebAssembly, by hand (https://webassembly.github.io/spec/core/binary/). Every call takes four numbers and gives one.
const I32 = 0x7f;
const [GET, SET, CONST, ADD, AND, STORE, END] = [0x20, 0x24, 0x41, 0x6a, 0x71, 0x36, 0x0b];
const GLOBAL = 0x23;

function number(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ;) {
    const low = rest & 0x7f;
    rest >>= 7;
    if ((rest === 0 && !(low & 0x40)) || (rest === -1 && low & 0x40)) return [...bytes, low];
    bytes.push(low | 0x80);
  }
}
const size = (value: number): number[] => (value < 128 ? [value] : [(value & 127) | 128, ...size(value >> 7)]);
const list = (items: readonly (readonly number[])[]): number[] => [...size(items.length), ...items.flat()];
const section = (kind: number, body: readonly number[]): number[] => [kind, ...size(body.length), ...body];
const body = (...code: number[]): number[] => [...size(code.length + 2), 0, ...code, END];
const name = (text: string): number[] => [...size(text.length), ...new TextEncoder().encode(text)];

/** Writes a number that no call got before where its second number points: whatever was asked for is there. */
const giveNext = body(GET, 1, GLOBAL, 1, STORE, 2, 0, GLOBAL, 1, CONST, 1, ADD, SET, 1, CONST, 0);
const doNothing = body(CONST, 0);
/** One room after another, of as many bytes as its first number says; nothing is ever given back. */
const giveRoom = body(GLOBAL, 0, GLOBAL, 0, GET, 0, ADD, CONST, 15, ADD, CONST, ...number(-16), AND, SET, 0);

const CALLS: Readonly<Record<string, number>> = {
  TVMFFIFunctionGetGlobal: 0,
  TVMFFIWasmFunctionCreate: 0,
  TVMFFITypeKeyToIndex: 0,
  TVMWasmAllocSpace: 2,
  ...Object.fromEntries(
    [
      '_initialize',
      'TVMWasmFreeSpace',
      'TVMFFIFunctionSetGlobal',
      'TVMFFIFunctionCall',
      'TVMFFIObjectIncRef',
      'TVMFFIObjectDecRef',
      'TVMFFIErrorSetRaisedFromCStr',
      'TVMFFIAnyViewToOwnedAny',
      'TVMFFIDataTypeToString',
      'TVMFFIGetTypeInfo',
      'TVMFFIWasmGetLastError',
    ].map((each) => [each, 1]),
  ),
};

/** Above the types that the engine knows by number. */
const FIRST = 200;

/** A library that loads, and whose model is none. */
export const tinyLibrary: Uint8Array = Uint8Array.from([
  ...[0, 0x61, 0x73, 0x6d, 1, 0, 0, 0],
  ...section(1, list([[0x60, ...list([[I32], [I32], [I32], [I32]]), ...list([[I32]])]])),
  ...section(3, list([[0], [0], [0]])),
  ...section(5, list([[0, 64]])),
  ...section(
    6,
    list([
      [I32, 1, CONST, ...number(4096), END],
      [I32, 1, CONST, ...number(FIRST), END],
    ]),
  ),
  ...section(7, list([[...name('memory'), 2, 0], ...Object.entries(CALLS).map(([call, index]) => [...name(call), 0, index])])),
  ...section(10, list([giveNext, doNothing, giveRoom])),
]);
