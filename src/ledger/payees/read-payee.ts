// The payee as a person knows it, and what kind it is, from a bank's descriptor.
import { squeeze } from '../../base/text.ts';

export interface ReadPayee {
  name: string;
  /** What it is ('coffee', 'fuel', 'rent' ...), or null when nothing tells. */
  kind: string | null;
}

const read = new Map<string, ReadPayee>();

export function readPayee(descriptor: string, bankKind: string | null): ReadPayee {
  const key = `${bankKind ?? ''}\u0000${descriptor}`;
  const known = read.get(key);
  if (known) return known;
  const payee = { name: squeeze(descriptor) || 'Unknown', kind: null };
  read.set(key, payee);
  return payee;
}
