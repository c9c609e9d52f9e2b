// The smallest ONNX files that a test needs, written by hand (protobuf fields of onnx.proto3): nodes over float and int64 tensors.
// Used for stand-ins of models whose real weights cannot be had here.

export interface Node {
  op: string;
  inputs: string[];
  outputs: string[];
  /** Integer attributes: one number, or a list. */
  ints?: Record<string, number | number[]>;
}
export interface Value {
  name: string;
  type: 'float' | 'int64';
  /** A number or the name of a free dimension. */
  dims: (number | string)[];
}
export interface Weights {
  name: string;
  dims: number[];
  values: Float32Array;
}

const utf8 = (text: string) => Buffer.from(text, 'utf8');

function varint(value: number): Buffer {
  const bytes: number[] = [];
  let rest = value;
  while (rest > 127) {
    bytes.push((rest & 127) | 128);
    rest = Math.floor(rest / 128);
  }
  return Buffer.from([...bytes, rest]);
}
const number = (field: number, value: number) => Buffer.concat([varint(field * 8), varint(value)]);
const bytes = (field: number, body: Buffer) => Buffer.concat([varint(field * 8 + 2), varint(body.length), body]);
const text = (field: number, value: string) => bytes(field, utf8(value));
const ELEMENT = { float: 1, int64: 7 };
const INT = 2;
const INTS = 7;

const node = ({ op, inputs, outputs, ints = {} }: Node): Buffer =>
  Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(ints).map(([name, value]) => {
      const told =
        typeof value === 'number' ? [number(3, value), number(20, INT)] : [...value.map((each) => number(8, each)), number(20, INTS)];
      return bytes(5, Buffer.concat([text(1, name), ...told]));
    }),
  ]);

const value = ({ name, type, dims }: Value): Buffer => {
  const shape = Buffer.concat(dims.map((dim) => bytes(1, typeof dim === 'number' ? number(1, dim) : text(2, dim))));
  return Buffer.concat([text(1, name), bytes(2, bytes(1, Buffer.concat([number(1, ELEMENT[type]), bytes(2, shape)])))]);
};

const weights = ({ name, dims, values }: Weights): Buffer =>
  Buffer.concat([...dims.map((dim) => number(1, dim)), number(2, ELEMENT.float), text(8, name), bytes(9, Buffer.from(values.buffer))]);

/** A model of one graph; operators are those of opset 11. */
export function onnx(nodes: Node[], inputs: Value[], outputs: Value[], initial: Weights[] = []): Buffer {
  const graph = Buffer.concat([
    ...nodes.map((each) => bytes(1, node(each))),
    text(2, 'graph'),
    ...initial.map((each) => bytes(5, weights(each))),
    ...inputs.map((each) => bytes(11, value(each))),
    ...outputs.map((each) => bytes(12, value(each))),
  ]);
  return Buffer.concat([number(1, 6), bytes(7, graph), bytes(8, number(2, 11))]);
}

/** A token with a meaning of its own, as `added_tokens` of a tokenizer.json lists it. */
export const specialToken = (content: string, id: number) => ({
  id,
  content,
  single_word: false,
  lstrip: false,
  rstrip: false,
  normalized: false,
  special: true,
});
