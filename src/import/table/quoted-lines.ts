// Lines that some program quoted once more as a whole: "2024-01-05,""Shop, town"",-4.50". Their cells show when the outer quotes go.

const LINES_LOOKED_AT = 50;
const QUOTED = /^\s*"((?:[^"]|"")*)"[;,\t\s]*$/;

/** The text with each line out of its quotes; null where its first lines are not all of that kind. */
export function withoutLineQuotes(text: string): string | null {
  const head = text
    .slice(0, 100_000)
    .split('\n')
    .slice(0, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== '');
  if (head.length < 2 || !head.slice(0, -1).every((line) => QUOTED.test(line))) return null;
  return text
    .split('\n')
    .map((line) => (QUOTED.exec(line)?.[1] ?? line).replaceAll('""', '"'))
    .join('\n');
}
