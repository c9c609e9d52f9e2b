// Whether the service worker answers for this page, without which no model can be fetched.

/** How long it may take, in milliseconds. */
const PATIENCE = 5000;

/** Resolves once the service worker answers for this page; if it never will, the download says so itself. */
export async function controlled(): Promise<void> {
  if (!('serviceWorker' in navigator) || navigator.serviceWorker.controller) return;
  await new Promise<void>((done) => {
    const timer = setTimeout(done, PATIENCE);
    const claimed = () => {
      clearTimeout(timer);
      done();
    };
    navigator.serviceWorker.addEventListener('controllerchange', claimed, { once: true });
  });
}
