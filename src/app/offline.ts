// Registers the service worker, which keeps the app's own files for a device without a network. It never sees a transaction.

/**
 * Every tab is loaded anew when a new version takes over, whichever took it: two versions of the app side by side would not understand
 * each other, and the parts that an old one has still to fetch are gone. What was acknowledged is in the store by then.
 * `onupdate` is told when a new version waits, with the act that takes it.
 */
export async function keepOffline(onupdate: (take: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) location.reload();
    isControlled = true; // the first install is no update
  });
  const registration = await navigator.serviceWorker.register('./sw.js');
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return; // the first install is no update
    onupdate(() => waiting.postMessage('take-update'));
  };
  const follow = () => registration.installing?.addEventListener('statechange', offer);
  offer();
  follow(); // the browser looks by itself too, and may have found one before this
  registration.addEventListener('updatefound', follow);
}
