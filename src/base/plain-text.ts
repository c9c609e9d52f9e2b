// Text that somebody else wrote, made safe to look at, say and write into a file: it says what it says, and nothing else.
// Controls, direction overrides and invisible marks go; letters of every script, accents, joiners and emoji stay.

/** C0 and C1 controls but tab and line ends. */
const CONTROLS = /[^\P{Cc}\t\n\r]/gu;
/**
 * Direction marks, embeddings, overrides and isolates; the invisible blanks and operators; annotation marks; tags that spell unseen words.
 * Zero-width joiner and non-joiner stay: Persian, Hindi and family emoji are written with them.
 */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** Half of a surrogate pair. */
const HALVES = /\p{Cs}/gu;
/** More marks above and below one letter than any language writes. */
const PILES = /(\p{M}{4})\p{M}+/gu;

/** What most banks write is this alone, and passes without a second look. */
const PLAIN = /^[ -~]*$/;

export function plainText(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.replace(CONTROLS, '\ufffd').replace(HALVES, '\ufffd').replace(UNSEEN, '').replace(PILES, '$1');
}

/** The same for every text within a value, none longer than anybody writes; numbers and the rest pass. `except`: names of fields that are left as they are. */
export function plainly<T>(value: T, except: ReadonlySet<string> = new Set()): T {
  if (typeof value === 'string') return fitText(value) as T;
  if (Array.isArray(value)) return value.map((each: unknown) => plainly(each, except)) as T;
  if (value === null || typeof value !== 'object' || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, except.has(name) ? each : plainly(each, except)])) as T;
}

/** Beyond it nobody writes; what is longer is cut, so that one row cannot fill a screen or a sentence. */
export const LONGEST = 2_000;

/** Plain, and not longer than anybody writes. */
export const fitText = (text: string): string => (text.length <= LONGEST ? plainText(text) : `${plainText(text.slice(0, LONGEST - 1))}…`);
