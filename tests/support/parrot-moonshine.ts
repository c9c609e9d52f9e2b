// A stand-in for Moonshine in the very layout of its real files: whatever it hears, it says one sentence. It proves that our code and the
// library run a model of that kind; it says nothing about how well the real one hears.
import { onnx, specialToken } from './tiny-onnx.ts';

const START = 1;
const END = 2;

/** Files as a file dialog gives them. */
export function parrotMoonshine(sentence: string): { name: string; mimeType: string; buffer: Buffer }[] {
  const words = sentence.split(' ').map((word) => `▁${word}`);
  const tokens = ['<unk>', '<s>', '</s>', ...words];
  const size = tokens.length;
  const following = new Float32Array(size * size); // row: the token before; column: how likely the token after
  for (const [at] of tokens.entries()) {
    const next = at === START ? END + 1 : at > END && at < size - 1 ? at + 1 : END;
    following[at * size + next] = 20;
  }
  const json: Record<string, object> = {
    'config.json': {
      model_type: 'moonshine',
      architectures: ['MoonshineForConditionalGeneration'],
      is_encoder_decoder: true,
      hidden_size: 1,
      encoder_num_hidden_layers: 1,
      decoder_num_hidden_layers: 1,
      encoder_num_key_value_heads: 1,
      decoder_num_key_value_heads: 1,
      vocab_size: size,
      bos_token_id: START,
      eos_token_id: END,
      decoder_start_token_id: START,
    },
    'generation_config.json': { bos_token_id: START, eos_token_id: END, decoder_start_token_id: START, max_length: 194 },
    'preprocessor_config.json': {
      feature_extractor_type: 'MoonshineFeatureExtractor',
      processor_class: 'MoonshineProcessor',
      sampling_rate: 16000,
      feature_size: 1,
      padding_value: 0,
    },
    'tokenizer_config.json': { tokenizer_class: 'PreTrainedTokenizerFast', bos_token: '<s>', eos_token: '</s>', unk_token: '<unk>' },
    'tokenizer.json': {
      version: '1.0',
      added_tokens: [specialToken('<unk>', 0), specialToken('<s>', START), specialToken('</s>', END)],
      normalizer: null,
      pre_tokenizer: null,
      post_processor: null,
      decoder: {
        type: 'Sequence',
        decoders: [
          { type: 'Replace', pattern: { String: '▁' }, content: ' ' },
          { type: 'ByteFallback' },
          { type: 'Fuse' },
          { type: 'Strip', content: ' ', start: 1, stop: 0 },
        ],
      },
      model: {
        type: 'BPE',
        unk_token: '<unk>',
        fuse_unk: true,
        byte_fallback: true,
        vocab: Object.fromEntries(tokens.map((token, id) => [token, id])),
        merges: [],
      },
    },
  };
  const encoder = onnx(
    [
      { op: 'ReduceMean', inputs: ['input_values'], outputs: ['mean'], ints: { axes: [1], keepdims: 1 } },
      { op: 'Unsqueeze', inputs: ['mean'], outputs: ['last_hidden_state'], ints: { axes: [2] } },
    ],
    [{ name: 'input_values', type: 'float', dims: ['batch', 'samples'] }],
    [{ name: 'last_hidden_state', type: 'float', dims: ['batch', 1, 1] }],
  );
  const decoder = onnx(
    [{ op: 'Gather', inputs: ['following', 'input_ids'], outputs: ['logits'], ints: { axis: 0 } }],
    [
      { name: 'input_ids', type: 'int64', dims: ['batch', 'tokens'] },
      { name: 'encoder_hidden_states', type: 'float', dims: ['batch', 'frames', 1] },
    ],
    [{ name: 'logits', type: 'float', dims: ['batch', 'tokens', size] }],
    [{ name: 'following', dims: [size, size], values: following }],
  );
  return [
    ...Object.entries(json).map(([name, value]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(JSON.stringify(value)) })),
    { name: 'encoder_model_quantized.onnx', mimeType: 'application/octet-stream', buffer: encoder },
    { name: 'decoder_model_merged_quantized.onnx', mimeType: 'application/octet-stream', buffer: decoder },
  ];
}
