// Bytes for sql.js to open with room behind them. It keeps a file in one array and, where it ends, makes one an eighth larger and copies
// all of it: to grow by thirty megabytes in one import it copies three hundred. It takes its first array by `slice` of what it is given;
// ours gives one with room, which costs nothing until it is written to.
const ROOM = 32 * 2 ** 20;

class BytesWithRoom extends Uint8Array<ArrayBuffer> {
  /** As long as asked for and no byte different; the room lies behind. */
  override slice(start = 0, end = this.length): Uint8Array<ArrayBuffer> {
    const room = new Uint8Array(end - start + ROOM);
    room.set(new Uint8Array(this.buffer, this.byteOffset + start, end - start));
    return room;
  }
}

export function withRoom(bytes: Uint8Array): Uint8Array {
  const copy = Uint8Array.from(bytes);
  return new BytesWithRoom(copy.buffer);
}
