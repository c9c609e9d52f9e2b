// Word error rate: the least number of words put in, left out or changed, on text without capitals and punctuation.
export function wordErrors(said: string, heard: string): { errors: number; words: number } {
  const a = toWords(said);
  const b = toWords(heard);
  let above = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (const [i, word] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      row.push(Math.min((above[j + 1] ?? 0) + 1, (row[j] ?? 0) + 1, (above[j] ?? 0) + (word === other ? 0 : 1)));
    }
    above = row;
  }
  return { errors: above[b.length] ?? 0, words: a.length };
}

const toWords = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}' ]+/gu, ' ')
    .split(/\s+/)
    .filter(Boolean);
