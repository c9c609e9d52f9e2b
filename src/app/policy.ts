// The walls, in one place: the headers of every response and the page's own content security policy.
// Read by vite.config.ts (served headers, the meta tag in index.html, the _headers file for static hosts) and by tests.

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

/** Headers of every response; COOP and COEP make the page cross-origin isolated (threads for WASM). */
export const headers: Readonly<Record<string, string>> = {
  'Content-Security-Policy': pagePolicy,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'microphone=(self), camera=(), geolocation=(), payment=(), usb=(), interest-cohort=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-DNS-Prefetch-Control': 'off',
};

/** The same as a `_headers` file, which Netlify, Cloudflare Pages and others read. */
export const headersFile = (): string => ['/*', ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
