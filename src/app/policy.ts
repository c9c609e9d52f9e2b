// The walls, in one place: the headers of every response and the page's own content security policy.
// Read by vite.config.ts (served headers, the meta tag in index.html, the _headers file for static hosts) and by tests.
import { catalogue, reachable } from '../models/catalogue.ts';
import { KEPT, PORTER_MARK } from '../models/porter.ts';

const directives = (list: Readonly<Record<string, string>>): string =>
  Object.entries(list)
    .map(([name, value]) => (value ? `${name} ${value}` : name))
    .join('; ');

const page = {
  'default-src': "'none'",
  'script-src': "'self' 'wasm-unsafe-eval'",
  'style-src': "'self'",
  'img-src': "'self' blob: data:",
  'media-src': "'self' blob:",
  'connect-src': "'self'",
  'worker-src': "'self'",
  'manifest-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': 'default svelte-trusted-html',
};

/** For the meta tag: all that a meta tag can say. */
export const metaPolicy = directives(page);
/** For the header of pages and workers. */
export const pagePolicy = directives({ ...page, 'frame-ancestors': "'none'" });

/**
 * For the service worker's own script, which fetches model files: it alone may reach their hosts, and it may do nothing else.
 * It never sees a transaction.
 */
const porterPolicy = directives({
  'default-src': "'none'",
  'script-src': "'self'",
  'connect-src': ["'self'", ...reachable(catalogue)].join(' '),
  'require-trusted-types-for': "'script'",
});

/**
 * What a policy has no word for: WebRTC, windows and links to other addresses, preconnections. A browser that knows this header
 * (Chromium does) opens no connection for the page and its workers but to the address they came from.
 */
const CONNECTIONS = { 'Connection-Allowlist': '(response-origin)' };

/**
 * What a page may ask of the browser beside its own fetching: the microphone, and nothing else. Some of these would ask an address of the
 * page's choice (a passkey of another site asks that site), and the browser itself, which no other rule holds, would go there.
 */
const NEVER = [
  ...['camera', 'geolocation', 'display-capture', 'midi', 'usb', 'serial', 'hid', 'bluetooth', 'local-fonts', 'idle-detection'],
  ...['publickey-credentials-get', 'publickey-credentials-create', 'identity-credentials-get', 'otp-credentials', 'payment'],
  ...['browsing-topics', 'attribution-reporting', 'join-ad-interest-group', 'run-ad-auction', 'shared-storage', 'storage-access'],
  ...['private-state-token-issuance', 'private-state-token-redemption'],
];
const permissions = ['microphone=(self)', ...NEVER.map((name) => `${name}=()`)].join(', ');

/** Headers of every response; COOP and COEP make the page cross-origin isolated (threads for WASM). */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': pagePolicy,
  ...CONNECTIONS,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': permissions,
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
};

/** What all responses carry, the service worker's own script too. */
const common = Object.fromEntries(Object.entries(headers).filter(([name]) => name !== 'Content-Security-Policy' && !(name in CONNECTIONS)));

/** The headers of one path ("/sw.js", "/assets/x.js"). */
export const headersOf = (path: string): Readonly<Record<string, string>> =>
  path.endsWith('/sw.js') ? { ...common, 'Content-Security-Policy': porterPolicy } : headers;

/**
 * The same response with the walls on: what the service worker serves, so that a host which sets no headers has them too. Of what the
 * response says of itself only what it is goes on: a header can also send the browser elsewhere (Link, Refresh, Reporting-Endpoints),
 * and a script that turned could have put one into a kept file.
 */
export function walled(response: Response): Response {
  const said = new Headers();
  for (const name of [...KEPT, PORTER_MARK]) {
    const value = response.headers.get(name);
    if (value !== null) said.set(name, value);
  }
  for (const [name, value] of Object.entries(headers)) said.set(name, value);
  return new Response(response.body, { status: response.status, statusText: response.statusText, headers: said });
}

/**
 * The same as a `_headers` file, which Netlify, Cloudflare Pages and others read. They join what several rules say of one header,
 * and two policies joined both hold; so each path gets its policy from one rule only.
 */
export function headersFile(): string {
  const rule = (path: string, said: Readonly<Record<string, string>>) => [
    path,
    ...Object.entries(said).map(([name, value]) => `  ${name}: ${value}`),
  ];
  const pages = ['/', '/index.html', '/assets/*', '/icons/*', '/manifest.webmanifest'];
  return [
    ...rule('/*', common),
    ...pages.flatMap((path) => rule(path, { 'Content-Security-Policy': pagePolicy, ...CONNECTIONS })),
    ...rule('/sw.js', { 'Content-Security-Policy': porterPolicy }),
    '',
  ].join('\n');
}
