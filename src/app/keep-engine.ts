// What runs a model is kept by the service worker as it passes through it. A page that was opened before there was a service worker gets
// it past it: then the worker is asked to fetch it once more, lest the voice be gone with the network.

const KEEP_ENGINE = 'keep-engine';
/** Of voice, and of whatever else runs as it does; of the language model. */
export type EngineFamily = 'voice' | 'language';

/** For the page that starts one: nothing is asked where a service worker answers for it already. */
export async function keepEngine(family: EngineFamily): Promise<void> {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller) return;
  const { active } = await navigator.serviceWorker.ready;
  active?.postMessage({ kind: KEEP_ENGINE, family });
}

/** The family that a message to the service worker asks for; null where it asks for something else. */
export function engineAskedFor(message: unknown): EngineFamily | null {
  if (typeof message !== 'object' || message === null || !('kind' in message) || message.kind !== KEEP_ENGINE) return null;
  const { family } = message as { family?: unknown };
  return family === 'voice' || family === 'language' ? family : null;
}
