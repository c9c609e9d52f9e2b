// What people write behind a name, where no list has the words: CIARAN DOHERTY BACK FENCE beside CIARAN DOHERTY GATE shows that only the
// first two words are the name. Two family names (MARIA GARCIA LOPEZ, MARIA GARCIA RUIZ) are two people.
import { isGivenName, isParticle } from './looks-like-person.ts';
import { readDescriptor, type DescriptorReading, type ReadPayee } from './read-payee.ts';

export class ShownNotes {
  /** What stands behind a given and a family name. */
  readonly #behind = new Map<string, Set<string>>();

  see(text: string, kind: string | null): void {
    const split = splitName(readDescriptor(text, kind));
    if (split === null) return;
    const behind = this.#behind.get(split.pair);
    if (behind === undefined) this.#behind.set(split.pair, new Set([split.rest]));
    else behind.add(split.rest);
  }

  /** Whose the row is without the note, where its siblings show one; else null. */
  read(text: string, kind: string | null): ReadPayee | null {
    if (this.#behind.size === 0) return null;
    const split = splitName(readDescriptor(text, kind));
    const behind = split === null ? undefined : this.#behind.get(split.pair);
    if (split === null || behind === undefined || behind.size < 2) return null;
    return [...behind].some((rest) => rest.includes(' ')) ? { name: split.pair, kind: 'person' } : null;
  }
}

/** Of who is paid by bank transfer: a given and a family name, and words behind them that no name begins with. */
function splitName({ name, isPerson, channel }: DescriptorReading): { pair: string; rest: string } | null {
  if (!isPerson || channel !== 'bank') return null;
  const [first = '', family = '', ...rest] = name.split(' ');
  const isName = isGivenName(first) && family.length > 1 && !isGivenName(family) && !isParticle(family);
  return isName && rest.length > 0 && !rest.some((word) => isParticle(word) || isGivenName(word) || word.includes('&'))
    ? { pair: `${first} ${family}`, rest: rest.join(' ') }
    : null;
}
