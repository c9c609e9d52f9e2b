// What `text.matchAll(pattern)` finds, without the copy of the pattern that it makes at every call: most patterns that a question is read
// by find nothing in it, and the copy costs more than the look.

/** Every match of a global pattern, in the order of the text; none of them is lost to a read that asks for others meanwhile. */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === '') pattern.lastIndex += 1;
  }
  return found;
}
