// The ledger's file made small and large again, by the browser's own gzip.

export async function squeeze(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return collect(new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip')), Infinity);
}

/** Null when it is not `size` bytes squeezed; a file that claims little and unfolds to much is given up at once. */
export async function unsqueeze(bytes: Uint8Array<ArrayBuffer>, size: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const unfolded = await collect(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip')), size);
    return unfolded.length === size ? unfolded : null;
  } catch (error) {
    if (error instanceof RangeError || error instanceof TypeError) return null; // too long, or no gzip
    throw error;
  }
}

async function collect(stream: ReadableStream<Uint8Array>, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    parts.push(next.value);
    length += next.value.length;
    if (length > limit) {
      await reader.cancel();
      throw new RangeError(`more than ${limit} bytes`);
    }
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
