// What people write behind a name, where no list has the words: CIARAN DOHERTY BACK FENCE beside CIARAN DOHERTY GATE shows that only the
// first two words are the name. Two family names (MARIA GARCIA LOPEZ, MARIA GARCIA RUIZ) are two people.
import { isGivenName, isParticle } from './looks-like-person.ts';
import { kindByWords } from './kinds.ts';
import { readDescriptor, type DescriptorReading, type ReadPayee } from './read-payee.ts';

interface Split {
  pair: string;
  rest: string;
  /** Nothing but the rows beside it tells that the second word is no second given name, or that the third begins a note. */
  doubtful: boolean;
}

/** Beside so many different notes a doubtful one is one too. */
const ENOUGH = 3;

export class ShownNotes {
  /** What stands behind a given and a family name. */
  readonly #behind = new Map<string, Set<string>>();

  /** Given names by family and initial: PASCOE M is Matthew Pascoe, where no other Pascoe begins so. */
  readonly #given = new Map<string, Set<string>>();

  /** Of what was seen, so that no text is read twice. */
  readonly #readings = new Map<string, DescriptorReading>();

  see(text: string, kind: string | null): void {
    const reading = readDescriptor(text, kind);
    this.#readings.set(keyOf(text, kind), reading);
    this.#seeGiven(reading);
    const split = splitName(reading);
    if (split === null) return;
    const behind = this.#behind.get(split.pair);
    if (behind === undefined) this.#behind.set(split.pair, new Set([split.rest]));
    else behind.add(split.rest);
  }

  /** Whose the row is without the note, where its siblings show one; else null. */
  read(text: string, kind: string | null): ReadPayee | null {
    if (this.#behind.size + this.#given.size === 0) return null;
    const reading = this.#readings.get(keyOf(text, kind)) ?? readDescriptor(text, kind);
    const called = this.#calledInFull(reading);
    if (called !== null) return { name: called, kind: 'person' };
    const split = splitName(reading);
    const behind = split === null ? undefined : this.#behind.get(split.pair);
    if (split === null || behind === undefined || behind.size < (split.doubtful ? ENOUGH : 2)) return null;
    return [...behind].some((rest) => rest.includes(' ')) ? { name: split.pair, kind: 'person' } : null;
  }

  #seeGiven({ name, isPerson, channel }: DescriptorReading): void {
    const [first = '', family = ''] = name.split(' ');
    if (!isPerson || channel !== 'bank' || first.length < 3 || family.length < 3 || !isGivenName(first)) return;
    const key = initialKey(first, family);
    this.#given.set(key, (this.#given.get(key) ?? new Set()).add(`${first} ${family}`));
  }

  /** Who is printed by family name and initial, with or without a note behind them; null where it is not shown who that is. */
  #calledInFull({ name, isPay, isBrand, movement, channel }: DescriptorReading): string | null {
    if (channel !== 'bank' || isPay || isBrand || movement !== null) return null;
    const [family = '', initial = ''] = name.split(' ');
    if (initial.length !== 1 || family.length < 3) return null;
    const [only, ...more] = this.#given.get(initialKey(initial, family)) ?? [];
    return only !== undefined && more.length === 0 ? only : null;
  }
}

const keyOf = (text: string, kind: string | null): string => `${kind ?? ''}\u0000${text}`;

const initialKey = (given: string, family: string): string => `${given.slice(0, 1)} ${family}`.toUpperCase();

/** Of who is paid by bank transfer: a given and a family name, and words behind them that no name begins with. */
function splitName({ name, isPerson, isPay, isBrand, movement, channel }: DescriptorReading): Split | null {
  if (channel !== 'bank' || isPay || isBrand || movement !== null) return null;
  const [first = '', family = '', ...rest] = name.split(' ');
  if (!isGivenName(first) || family.length < 2 || isParticle(family) || rest.length === 0) return null;
  if (kindByWords(`${first} ${family}`) !== null || rest.some((word) => isParticle(word) || word.includes('&'))) return null;
  return {
    pair: `${first} ${family}`,
    rest: rest.join(' '),
    doubtful: !isPerson || isGivenName(family) || rest.some((word) => isGivenName(word)),
  };
}
