// On a host that sets no headers the service worker supplies them, which holds from the load after it came. So there the first visit
// waits for it and loads once more, before any worker starts: a worker takes its policy from its own response.
// Resolves when the app may start; on a host with headers, at once.

/** A mark that the load after the first was tried, so that it happens once. */
const TRIED = 'sotto-walls-tried';
/** How long the service worker may take to come, in milliseconds. */
const PATIENCE = 20_000;

export async function enterWalls(): Promise<void> {
  if (crossOriginIsolated || !import.meta.env.PROD) {
    sessionStorage.removeItem(TRIED);
    return;
  }
  if (!('serviceWorker' in navigator) || sessionStorage.getItem(TRIED) !== null) return; // the page says that it is not isolated
  if (!(await isAnswered())) return;
  sessionStorage.setItem(TRIED, 'yes');
  location.reload();
  await new Promise(() => undefined); // this page ends here
}

/** Whether the service worker answers for this page; false where it may not be, or takes too long. */
async function isAnswered(): Promise<boolean> {
  const claimed = new Promise<boolean>((done) => {
    if (navigator.serviceWorker.controller) done(true);
    navigator.serviceWorker.addEventListener('controllerchange', () => done(true), { once: true });
    setTimeout(() => done(false), PATIENCE);
  });
  try {
    await navigator.serviceWorker.register('./sw.js');
  } catch {
    return false; // a private window may forbid it; the app works without, and says that it is not isolated
  }
  return claimed;
}
