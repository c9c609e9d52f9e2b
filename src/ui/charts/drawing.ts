// The drawing of charts, fetched once, with the first chart or when the page has come to rest.
import type Drawing from './Drawing.svelte';

let drawing: typeof Drawing | null = null;

/** Null until it is here. */
export const drawingIfHere = (): typeof Drawing | null => drawing;

export async function fetchDrawing(): Promise<typeof Drawing> {
  drawing ??= (await import('./Drawing.svelte')).default;
  return drawing;
}
