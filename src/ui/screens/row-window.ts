// Which rows of a long list to draw, and the room to leave above and below them, in pixels.

export interface Scrolled {
  scrolled: number;
  height: number;
  rowHeight: number;
  total: number;
}

export interface RowWindow {
  /** Half-open: rows [from, until) are drawn. */
  from: number;
  until: number;
  before: number;
  after: number;
}

const AROUND = 6;
/** Browsers cannot lay out boxes much higher than this; beyond it the bar stands for more rows than its length shows. */
const HIGHEST = 15_000_000;

/** How far to scroll for a row to be the first that is seen. */
export function scrollTo(row: number, { height, rowHeight, total }: Omit<Scrolled, 'scrolled'>): number {
  const whole = total * rowHeight;
  if (whole <= HIGHEST) return Math.max(0, Math.min(row * rowHeight, whole - height));
  const last = total - height / rowHeight;
  return (Math.min(row, last) / last) * (HIGHEST - height);
}

export function windowOf({ scrolled, height, rowHeight, total }: Scrolled): RowWindow {
  const whole = Math.min(total * rowHeight, HIGHEST);
  const visible = Math.ceil(height / rowHeight) + 2 * AROUND;
  const room = Math.max(1, whole - height);
  const exact = total * rowHeight > HIGHEST ? (Math.min(scrolled, room) / room) * (total - height / rowHeight) : scrolled / rowHeight;
  const from = Math.max(0, Math.min(Math.floor(exact) - AROUND, total - visible));
  const until = Math.min(total, from + visible);
  const drawn = (until - from) * rowHeight;
  const before = Math.min(Math.max(0, whole - drawn), Math.max(0, scrolled - (exact - from) * rowHeight));
  return { from, until, before, after: Math.max(0, whole - drawn - before) };
}
