// What page and service worker say to each other about shared files.

/** What the address says when files were shared; the service worker holds them in memory until the page asks. */
export const SHARED = 'shared';
export const TAKE_SHARED = 'take-shared';
