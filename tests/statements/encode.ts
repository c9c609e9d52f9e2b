// Text -> bytes in an old encoding, by turning TextDecoder about: every one- and two-byte sequence is decoded once.

const tables = new Map<string, Map<string, number[]>>();

export function encodeAs(text: string, label: string): Uint8Array {
  if (label === 'utf-8') return new TextEncoder().encode(text);
  const table = tables.get(label) ?? build(label);
  tables.set(label, table);
  const bytes: number[] = [];
  for (const char of text) bytes.push(...(table.get(char) ?? table.get(char.normalize('NFKD')[0] ?? '?') ?? [63]));
  return Uint8Array.from(bytes);
}

function build(label: string): Map<string, number[]> {
  const decoder = new TextDecoder(label);
  const table = new Map<string, number[]>();
  const put = (bytes: number[]): void => {
    const char = decoder.decode(Uint8Array.from(bytes));
    if ([...char].length === 1 && char !== '\ufffd' && !table.has(char)) table.set(char, bytes);
  };
  for (let one = 0; one < 256; one += 1) put([one]);
  if (/^(?:gb|big5|shift|euc)/.test(label))
    for (let one = 0x81; one < 0xff; one += 1) for (let two = 0x40; two < 0xff; two += 1) put([one, two]);
  return table;
}
