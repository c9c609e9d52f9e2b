// Where a model runs: WebAssembly everywhere; WebGPU only where a short trial on this very device showed it the faster. Remembered.
import type { DeviceKind, Dtype } from '../../models/catalogue.ts';

/** What the browser told of its graphics adapter; null without one. A fallback adapter is the processor in disguise. */
export interface Adapter {
  name: string;
  isFallback: boolean;
  halfPrecision: boolean;
}

/** The devices worth a trial with these weights: eight-bit ones are made for WebAssembly. */
export function candidates(dtype: Dtype, adapter: Adapter | null): DeviceKind[] {
  const fits = adapter && !adapter.isFallback && dtype !== 'q8' && (dtype !== 'fp16' || adapter.halfPrecision);
  return fits ? ['wasm', 'webgpu'] : ['wasm'];
}

/** The faster one; WebGPU has to win by a fifth, since it also takes memory that the screen needs. */
export function winner(results: readonly { device: DeviceKind; took: number }[]): DeviceKind {
  const time = (device: DeviceKind) => results.find((result) => result.device === device)?.took ?? Infinity;
  return time('webgpu') * 1.2 < time('wasm') ? 'webgpu' : 'wasm';
}

/** The key under which a trial is remembered: another model, other weights or another adapter is another trial. */
export const trialKey = (model: string, dtype: Dtype, adapter: Adapter | null): string => `${model} ${dtype} ${adapter?.name ?? 'none'}`;
