// Registers the service worker, which keeps the app's own files for a device without a network. It never sees a transaction.

/**
 * How long a new version that was taken may need to take over, in milliseconds. Chromium leaves one waiting when the page asks for a file
 * in the moment between the old one's end and its start; a tab that is loaded anew gets it going.
 */
const HANDOVER = 3000;

/**
 * Loads this tab anew when a new version takes over, whichever tab took it: two versions of the app side by side would not understand
 * each other, and the parts that an old one has still to fetch are gone. What was acknowledged is in the store by then. Called first of
 * all, so that no change is missed.
 */
export function followUpdates(): void {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  let isControlled = navigator.serviceWorker.controller !== null;
  navigator.serviceWorker.addEventListener('controllerchange', () => {
    if (isControlled) location.reload();
    isControlled = true; // the first install is no update
  });
}

/** `onupdate` is told when a new version waits, with the act that takes it. */
export async function keepOffline(onupdate: (take: () => void) => void): Promise<void> {
  if (!('serviceWorker' in navigator) || !import.meta.env.PROD) return;
  const registration = await navigator.serviceWorker.register('./sw.js');
  const offer = () => {
    const { waiting } = registration;
    if (!waiting || !navigator.serviceWorker.controller) return; // the first install is no update
    onupdate(() => take(registration));
  };
  const follow = () => registration.installing?.addEventListener('statechange', offer);
  offer();
  follow(); // the browser looks by itself too, and may have found one before this
  registration.addEventListener('updatefound', follow);
}

/** The version that waits by now: another may have come since it was offered. Where none does, this tab is behind and is loaded anew. */
function take(registration: ServiceWorkerRegistration): void {
  registration.waiting?.postMessage('take-update');
  setTimeout(() => location.reload(), HANDOVER); // a tab that was loaded anew by then has no timer left
}
