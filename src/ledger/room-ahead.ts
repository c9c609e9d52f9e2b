// Bytes for sql.js to open that grow where they lie. It keeps a file in one array and, where that ends, makes one an eighth larger and
// copies all of it: a file that an import brings to 270 MB was copied eighteen times, about a seventh of the import's time. It takes its first
// array by `slice` of what it is given, and asks it no more than `length`, `subarray` and `set`: ours says that there is room, and
// makes it when it is written to.
const MOST = 2 ** 30;
const STEP = 16 * 2 ** 20;
/** Where a browser cannot grow an array in place: room behind the bytes, which costs nothing until it is written to. */
const ROOM = 32 * 2 ** 20;

/** An array whose buffer grows as it is written to; its `length` is what it may grow to, its `byteLength` what it is. */
class GrowingBytes extends Uint8Array<ArrayBuffer> {
  static get [Symbol.species]() {
    return Uint8Array; // its parts are plain
  }

  override set(source: ArrayLike<number>, offset = 0): void {
    const end = offset + source.length;
    if (end > this.byteLength) this.buffer.resize(Math.min(this.length, Math.ceil(end / STEP) * STEP));
    super.set(source, offset);
  }
}
Object.defineProperty(GrowingBytes.prototype, 'length', {
  get(this: GrowingBytes) {
    return this.buffer.maxByteLength;
  },
});

class BytesWithRoom extends Uint8Array<ArrayBuffer> {
  /** What the array that `slice` gives may grow to in place; sql.js copies what goes beyond. */
  most = MOST;

  /** No byte different; the room lies behind. */
  override slice(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    const room = growing(end - start, this.most) ?? new Uint8Array(end - start + ROOM);
    room.set(new Uint8Array(this.buffer, this.byteOffset + start, end - start));
    return room;
  }
}

/** Null where the browser has no such buffers, or no such stretch of memory to set apart, or the file is larger already. */
function growing(size: number, most: number): Uint8Array<ArrayBuffer> | null {
  if (!('resize' in ArrayBuffer.prototype) || size > most) return null;
  try {
    return new GrowingBytes(new ArrayBuffer(size, { maxByteLength: most }));
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

export function withRoom(bytes: Uint8Array, most = MOST): Uint8Array {
  const copy = new BytesWithRoom(Uint8Array.from(bytes).buffer);
  copy.most = most;
  return copy;
}
