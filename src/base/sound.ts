// A compact phonetic key in the manner of Metaphone (L. Philips, 1990): what two spellings share when said aloud.
// Vowels vanish but at the head; voiced and voiceless pairs fall together, since recognisers confuse them: "net flicks" and "netflix" are ntflks.
const RULES: readonly (readonly [RegExp, string])[] = [
  [/[^a-z0-9]/g, ''],
  [/^(?:kn|gn|pn)/, 'n'],
  [/^wr/, 'r'],
  [/^who/, 'ho'], // "hole foods"
  [/^wh/, 'w'],
  [/^x/, 's'],
  [/mb$/, 'm'],
  [/ough|augh/g, 'f'],
  [/igh/g, 'i'],
  [/ph/g, 'f'],
  [/gh(?=[aeiou])/g, 'g'],
  [/gh/g, ''],
  [/sch/g, 'sk'],
  [/tch|ch/g, '5'],
  [/sh|sio|sia|tio|tia|ssi/g, '6'],
  [/th/g, '7'],
  [/ck/g, 'k'],
  [/dg(?=[eiy])/g, 'j'],
  [/c(?=[eiy])/g, 's'],
  [/[cq]/g, 'k'],
  [/g(?=[eiy])/g, 'j'],
  [/g/g, 'k'],
  [/x/g, 'ks'],
  [/z/g, 's'],
  [/v/g, 'f'],
  [/d/g, 't'],
  [/b/g, 'p'],
];

export function soundOf(text: string): string {
  const settled = RULES.reduce((sound, [pattern, by]) => sound.replace(pattern, by), text.toLowerCase());
  const head = settled
    .slice(0, 1)
    .replace(/[aeiouy]/, 'a')
    .replace(/[hw]/, (letter) => letter);
  const rest = settled.slice(1).replace(/[aeiouyhw]/g, '');
  return (head + rest).replace(/(.)\1+/g, '$1');
}
