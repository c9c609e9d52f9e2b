// How many letters apart two words are: Damerau's distance (optimal string alignment), given up beyond a bound.
export function distance(a: string, b: string, bound: number): number {
  if (Math.abs(a.length - b.length) > bound) return bound + 1;
  const width = b.length + 1;
  if (rows.length < 3 * width) rows = new Int32Array(3 * width);
  let [before, above, row] = [0, width, 2 * width]; // where in `rows` each begins
  for (let j = 0; j < width; j += 1) rows[above + j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    rows[row] = i;
    let least = i;
    const letter = a.charCodeAt(i - 1);
    for (let j = 1; j < width; j += 1) {
      const same = letter === b.charCodeAt(j - 1);
      let cost = Math.min((rows[above + j] ?? 0) + 1, (rows[row + j - 1] ?? 0) + 1, (rows[above + j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && letter === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1);
      cost = Math.min(cost, swapped ? (rows[before + j - 2] ?? 0) + 1 : bound + 1);
      rows[row + j] = cost;
      if (cost < least) least = cost;
    }
    if (least > bound) return bound + 1;
    [before, above, row] = [above, row, before];
  }
  return rows[above + b.length] ?? bound + 1;
}

/** Three rows of the table of distances, kept between calls: a name is compared with thousands of others. */
let rows = new Int32Array(3 * 64);

/** How many slips a word of this length may hold and still be itself. */
export const slipsAllowed = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2);
