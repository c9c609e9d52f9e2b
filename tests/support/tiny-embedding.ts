// A stand-in for an embedding model in the very layout of its real files: each word it knows lies in one of a few directions, and words it
// does not know lie apart. It proves that our code and the library run a model of that kind; it says nothing about real meanings.
import { onnx, specialToken } from './tiny-onnx.ts';

const SPECIAL = ['[PAD]', '[UNK]', '[CLS]', '[SEP]', '[MASK]'];

/** `groups`: words that mean the same; each group has a direction of its own. Files as a file dialog gives them. */
export function tinyEmbedding(groups: readonly (readonly string[])[]): { name: string; mimeType: string; buffer: Buffer }[] {
  const words = groups.flat();
  const tokens = [...SPECIAL, ...words];
  const width = groups.length + 1;
  const directions = new Float32Array(tokens.length * width);
  for (const [id, token] of tokens.entries()) {
    const group = groups.findIndex((each) => each.includes(token));
    if (token === '[UNK]') directions[id * width + groups.length] = 1;
    else if (group >= 0) directions[id * width + group] = 1;
  }
  const json: Record<string, object> = {
    'config.json': { model_type: 'bert', architectures: ['BertModel'], hidden_size: width, vocab_size: tokens.length },
    'tokenizer_config.json': {
      tokenizer_class: 'BertTokenizer',
      do_lower_case: true,
      pad_token: '[PAD]',
      unk_token: '[UNK]',
      cls_token: '[CLS]',
      sep_token: '[SEP]',
      mask_token: '[MASK]',
      model_max_length: 512,
    },
    'tokenizer.json': {
      version: '1.0',
      added_tokens: SPECIAL.map(specialToken),
      normalizer: { type: 'BertNormalizer', clean_text: true, handle_chinese_chars: true, strip_accents: null, lowercase: true },
      pre_tokenizer: { type: 'BertPreTokenizer' },
      post_processor: null,
      decoder: { type: 'WordPiece', prefix: '##', cleanup: true },
      model: {
        type: 'WordPiece',
        unk_token: '[UNK]',
        continuing_subword_prefix: '##',
        max_input_chars_per_word: 100,
        vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
      },
    },
  };
  const tokensOf = (name: string) => ({ name, type: 'int64' as const, dims: ['batch', 'tokens'] });
  const model = onnx(
    [{ op: 'Gather', inputs: ['directions', 'input_ids'], outputs: ['last_hidden_state'], ints: { axis: 0 } }],
    ['input_ids', 'attention_mask', 'token_type_ids'].map(tokensOf),
    [{ name: 'last_hidden_state', type: 'float', dims: ['batch', 'tokens', width] }],
    [{ name: 'directions', dims: [tokens.length, width], values: directions }],
  );
  return [
    ...Object.entries(json).map(([name, value]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) })),
    { name: 'model_quantized.onnx', mimeType: 'application/octet-stream', buffer: model },
  ];
}
