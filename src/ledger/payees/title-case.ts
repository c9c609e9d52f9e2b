// Words in capitals as people write them: SHELL OIL -> Shell Oil, CAFE DE FLORE -> Cafe de Flore, KQED and CVS as they are.
import noise from './noise.json' with { type: 'json' };

const upper = new Set(noise.upper);
const lower = new Set(noise.lower);
const expand: Readonly<Record<string, string>> = noise.expand;

export function titleCase(text: string): string {
  return text
    .split(' ')
    .map((word, at, all) => titleWord(word, at > 0 && at < all.length - 1))
    .join(' ');
}

function titleWord(word: string, inside: boolean): string {
  if (word !== word.toUpperCase()) return word; // already as someone wrote it
  const whole = word.replace(/[.,]+$/, '');
  const expanded = Object.hasOwn(expand, whole) ? expand[whole] : undefined;
  if (expanded !== undefined) return expanded;
  if (inside && lower.has(word)) return word.toLowerCase();
  if (upper.has(whole)) return word;
  // No vowel, so it is said letter by letter: BVG, GRWM. Also M&S, and initials with points.
  if (/^[BCDFGHJKLMNPQRSTVWXZ]{2,5}$/.test(whole) && !/^(MR|MRS|DR|ST|MT|FT|JR|SR|LTD|RD|LN|BLVD)$/.test(whole)) return word;
  if (/^(?:[A-Z]\.){2,}$/.test(word) || /^[A-Z]&[A-Z]$/.test(word)) return word;
  return word.replace(/(?<!\d)\p{L}[\p{L}\p{M}'’]*|(?<=\d)\p{L}+/gu, (part, at: number) =>
    at > 0 && /\d/.test(word.charAt(at - 1)) ? part.toLowerCase() : capital(part),
  );
}

function capital(part: string): string {
  const word = part.charAt(0) + part.slice(1).toLowerCase();
  // McDonald and O'Brien; the S of JOE'S stays small.
  return word
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
    .replace(/^([OD]['’])(\p{Ll}{2,})/u, (_, head: string, rest: string) => head + rest.charAt(0).toUpperCase() + rest.slice(1));
}
