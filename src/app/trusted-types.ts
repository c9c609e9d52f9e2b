// Trusted Types are enforced by our policy: script addresses (workers, the service worker) pass only from this origin,
// and text never becomes markup or script. Imported first by main.ts, before anything can start a worker.

interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL(url: string): string }): unknown;
}

const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };

trustedTypes?.createPolicy('default', {
  createScriptURL(url) {
    const { origin, protocol } = new URL(url, location.href);
    if (origin === location.origin && protocol === location.protocol) return url;
    throw new TypeError(`Sotto loads no script from ${origin}`);
  },
});
