// Doors that a content security policy has no word for, shut from inside: WebRTC, passkeys of other sites, windows at other addresses, and
// leaving the page for another address with something in hand. Belt to the braces of the Connection-Allowlist and Permissions-Policy
// headers, for browsers that do not know them.
// Imported first by main.ts.

const RTC = ['RTCPeerConnection', 'webkitRTCPeerConnection', 'RTCDataChannel', 'RTCIceTransport', 'WebTransport'];

for (const name of RTC) {
  if (name in globalThis) Object.defineProperty(globalThis, name, { value: undefined, writable: false, configurable: false });
}

/** Nothing in Sotto opens a window. */
Object.defineProperty(globalThis, 'open', { value: () => null, writable: false, configurable: false });

/** Nothing in Sotto signs in; a passkey of another site would make the browser ask that site. */
if ('credentials' in navigator) Object.defineProperty(Navigator.prototype, 'credentials', { value: undefined, configurable: false });
if ('PublicKeyCredential' in globalThis)
  Object.defineProperty(globalThis, 'PublicKeyCredential', { value: undefined, writable: false, configurable: false });

const isOurs = (address: string): boolean => new URL(address, location.href).origin === location.origin; // of a blob, its maker's origin

interface Leaving extends Event {
  destination: { url: string };
}
const { navigation: leaving } = globalThis as { navigation?: EventTarget };
leaving?.addEventListener('navigate', (event) => {
  const { destination, cancelable } = event as Leaving;
  if (cancelable && !isOurs(destination.url)) event.preventDefault();
});

/** Links and forms are caught where they are followed: what opens in a new window is no navigation of this page. */
const leaves = ({ target }: Event): boolean => {
  const to = target instanceof Element ? target.closest('a[href], area[href], form[action]') : null;
  if (to instanceof HTMLFormElement) return !isOurs(to.action);
  return (to instanceof HTMLAnchorElement || to instanceof HTMLAreaElement) && !isOurs(to.href);
};
for (const kind of ['click', 'auxclick', 'submit']) {
  addEventListener(
    kind,
    (event) => {
      if (leaves(event)) event.preventDefault();
    },
    { capture: true },
  );
}
