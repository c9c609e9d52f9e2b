// Which language model a device should begin with, judged from what its browser tells: memory in gigabytes, and what the graphics
// adapter can do. Browsers tell no video memory, so this is a judgement with room to spare and not a promise.
import type { LanguageDtype, LanguageModelEntry } from './catalogue.ts';

/** What a browser told of its graphics adapter. */
export interface GraphicsFacts {
  /** The processor in disguise: correct, and a hundred times too slow. */
  isFallback: boolean;
  halfPrecision: boolean;
  /** The largest buffer, in bytes. */
  largestBuffer: number;
}

/** A model may take this share of the memory; the system, the browser and the screen need the rest. */
const SHARE = 0.25;
/** Browsers that keep their memory to themselves run on both kinds of machine; the buffer tells which is likely. */
const BIG_BUFFER = 2 * 1024 ** 3;
const UNTOLD = { big: 8, small: 4 };

export const dtypeFor = ({ halfPrecision }: GraphicsFacts): LanguageDtype => (halfPrecision ? 'q4f16' : 'q4f32');

/** Bytes that a model may take on this device. */
function roomFor(graphics: GraphicsFacts, memoryGb: number | null): number {
  const told = memoryGb ?? (graphics.largestBuffer >= BIG_BUFFER ? UNTOLD.big : UNTOLD.small);
  return told * 1e9 * SHARE;
}

/** The first in rank that fits, in the precision that the adapter computes; null where nothing fits or nothing could run. */
export function suggestLanguageModel(
  models: readonly LanguageModelEntry[],
  graphics: GraphicsFacts | null,
  memoryGb: number | null,
): LanguageModelEntry | null {
  if (!graphics || graphics.isFallback) return null;
  const room = roomFor(graphics, memoryGb);
  const fitting = models.filter(({ dtype, memoryBytes }) => dtype === dtypeFor(graphics) && memoryBytes <= room);
  return fitting.toSorted((a, b) => a.rank - b.rank)[0] ?? null;
}
