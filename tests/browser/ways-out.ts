// Every way out that a page or a worker of a browser has, tried one by one. Each function runs inside the browser, so it stands alone:
// it gets the addresses of the street and tells nothing back that is relied on. What counts is what the street heard.

export interface Target {
  url: string;
  host: string;
  udp: string;
}
type Way = (to: Target) => unknown;

/** Ways that both a page and a worker have. */
export const anywhere: Record<string, Way> = {
  fetch: ({ url }) => fetch(`${url}/fetch`, { mode: 'no-cors' }),
  'fetch with cors': ({ url }) => fetch(`${url}/cors?rows=1`),
  'fetch of a scheme-less address': ({ host }) => fetch(`//${host}/bare`, { mode: 'no-cors' }),
  'fetch with a name and a password': ({ host }) => fetch(`http://rows:1280@${host}/`, { mode: 'no-cors' }),
  post: ({ url }) => fetch(`${url}/post`, { method: 'POST', body: 'rows', mode: 'no-cors' }),
  'post of a stream': ({ url }) =>
    fetch(`${url}/stream`, { method: 'POST', body: new Blob(['rows']).stream(), duplex: 'half', mode: 'no-cors' } as RequestInit),
  'a request with what the browser knows of us': ({ url }) =>
    fetch(new Request(`${url}/request`, { mode: 'no-cors', credentials: 'include', referrerPolicy: 'unsafe-url', priority: 'high' })),
  'a method of our own': ({ url }) => fetch(`${url}/method`, { method: 'ROWS', headers: { 'x-rows': '1280' } }),
  push: async () => (await navigator.serviceWorker?.ready)?.pushManager.subscribe({ userVisibleOnly: true }),
  keepalive: ({ url }) => fetch(`${url}/keepalive`, { keepalive: true, mode: 'no-cors' }),
  'fetch later': ({ url }) =>
    (globalThis as { fetchLater?: (to: string, init: object) => void }).fetchLater?.(`${url}/later`, { activateAfter: 0 }),
  xhr: ({ url }) => {
    const request = new XMLHttpRequest();
    request.open('GET', `${url}/xhr`);
    request.send();
  },
  'synchronous xhr': ({ url }) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${url}/sync`, false);
    request.send('rows');
  },
  websocket: ({ host }) => new WebSocket(`ws://${host}/websocket`),
  'websocket stream': ({ host }) => {
    const { WebSocketStream: Stream } = globalThis as { WebSocketStream?: new (to: string) => object };
    return Stream ? new Stream(`ws://${host}/stream`) : null;
  },
  'event source': ({ url }) => new EventSource(`${url}/events`),
  'web transport': ({ udp }) => {
    const { WebTransport: Transport } = globalThis as { WebTransport?: new (to: string) => { ready: Promise<void> } };
    return Transport ? new Transport(`https://${udp}/transport`).ready : null;
  },
  'web rtc': async ({ udp }) => {
    const { RTCPeerConnection: Peer } = globalThis as { RTCPeerConnection?: typeof RTCPeerConnection };
    if (!Peer) return;
    const peer = new Peer({ iceServers: [{ urls: `stun:${udp}` }, { urls: `turn:${udp}`, username: 'rows', credential: 'rows' }] });
    peer.createDataChannel('rows');
    await peer.setLocalDescription(await peer.createOffer());
  },
  worker: ({ url }) => new Worker(`${url}/worker.js`, { type: 'module' }),
  'worker from a blob': ({ url }) => new Worker(URL.createObjectURL(new Blob([`fetch('${url}/blob-worker')`]))),
  'worker from a data address': ({ url }) => new Worker(`data:text/javascript,fetch('${url}/data-worker')`),
  importScripts: ({ url }) => (globalThis as { importScripts?: (from: string) => void }).importScripts?.(`${url}/scripts.js`),
  // later, because what a debugger evaluates may evaluate
  eval: ({ url }) => setTimeout(() => void new Function('url', 'return fetch(url + "/eval", { mode: "no-cors" })')(url), 0),
  font: ({ url }) => new FontFace('stolen', `url(${url}/font.woff2)`).load(),
  'wasm by streaming': ({ url }) => WebAssembly.compileStreaming(fetch(`${url}/code.wasm`)),
  'background fetch': async ({ url }) => {
    const registration = (await navigator.serviceWorker?.ready) as {
      backgroundFetch?: { fetch(id: string, to: string[]): Promise<object> };
    };
    await registration.backgroundFetch?.fetch('rows', [`${url}/background`]);
  },
  'cache.add': async ({ url }) => (await caches.open('x')).add(`${url}/cache`),
};

/** Modules asked for by name. They cross as text, because a test runner puts its own import() in the place of the browser's. */
export const imports: Record<string, (to: Target) => string> = {
  'import()': ({ url }) => `import('${url}/import.js')`,
  'import() of JSON': ({ url }) => `import('${url}/import.json', { with: { type: 'json' } })`,
  'import() of styles': ({ url }) => `import('${url}/import.css', { with: { type: 'css' } })`,
  'import() from a data address': ({ url }) => `import('data:text/javascript,' + encodeURIComponent('import "${url}/data.js"'))`,
  'import() from a blob': ({ url }) => `import(URL.createObjectURL(new Blob(['import "${url}/blob.js"'], { type: 'text/javascript' })))`,
};

/** Ways that only a page has and that leave it where it is. */
export const ofPages: Record<string, Way> = {
  beacon: ({ url }) => navigator.sendBeacon(`${url}/beacon`, 'rows'),
  'shared worker': ({ url }) => new SharedWorker(`${url}/shared.js`),
  'another service worker': ({ url }) => navigator.serviceWorker.register(`${url}/sw.js`),
  'a service worker from a blob': () => navigator.serviceWorker.register(URL.createObjectURL(new Blob(['']))),
  worklet: async ({ url }) => new AudioContext().audioWorklet.addModule(`${url}/worklet.js`),
  'css paint worklet': ({ url }) =>
    (CSS as { paintWorklet?: { addModule(from: string): Promise<void> } }).paintWorklet?.addModule(`${url}/paint.js`),
  'image object': ({ url }) => (new Image().src = `${url}/object.png`),
  'audio object': ({ url }) => new Audio(`${url}/object.mp3`).play(),
  'style attribute': ({ url }) => document.body.setAttribute('style', `background: url(${url}/attribute.png)`),
  'style by script': ({ url }) => document.body.style.setProperty('background-image', `url(${url}/script.png)`),
  'style element': ({ url }) => {
    const style = document.createElement('style');
    style.textContent = `@import url(${url}/import.css); @font-face { font-family: x; src: url(${url}/face.woff2) } body { font-family: x; cursor: url(${url}/cursor), auto }`;
    document.head.append(style);
  },
  'constructed style sheet': ({ url }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      `body { background-image: url(${url}/sheet.png); list-style-image: url(${url}/list.png) } body::after { content: url(${url}/content.png) }`,
    );
    document.adoptedStyleSheets.push(sheet);
  },
  'inline script': ({ url }) => {
    const script = document.createElement('script');
    script.textContent = `fetch('${url}/inline')`;
    document.body.append(script);
  },
  'speculation rules': ({ url }) => {
    const script = document.createElement('script');
    script.type = 'speculationrules';
    script.textContent = JSON.stringify({
      prefetch: [{ source: 'list', urls: [`${url}/speculate`] }],
      prerender: [{ source: 'list', urls: [`${url}/prerender`] }],
    });
    document.body.append(script);
  },
  'import map': ({ url }) => {
    const script = document.createElement('script');
    script.type = 'importmap';
    script.textContent = JSON.stringify({ imports: { rows: `${url}/map.js` } });
    document.head.append(script);
  },
  'markup as text': ({ url }) => {
    const box = document.createElement('div');
    box.innerHTML = `<img src="${url}/markup.png"><svg><image href="${url}/svg.png"></svg>`;
    document.body.append(box);
  },
  'document.write': ({ url }) => document.write(`<img src="${url}/write.png">`),
  'parsed markup': ({ url }) => {
    const { body } = new DOMParser().parseFromString(`<img src="${url}/parsed.png">`, 'text/html');
    document.body.append(document.adoptNode(body.firstElementChild as Element));
  },
  'a policy that reports': ({ url }) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'Content-Security-Policy';
    meta.content = `img-src 'none'; report-uri ${url}/report`;
    document.head.append(meta);
    new Image().src = 'x.png';
  },
  'a base address': ({ url }) => {
    const base = document.createElement('base');
    base.href = url;
    document.head.append(base);
    new Image().src = 'based.png';
    base.remove();
  },
  'a frame of its own markup': ({ url }) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('srcdoc', `<img src="${url}/srcdoc.png">`);
    document.body.append(frame);
  },
  'payment, share and the like': ({ url }) =>
    new PaymentRequest([{ supportedMethods: `${url}/pay` }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).show(),
  'a notification with a picture': ({ url }) => new Notification('rows', { icon: `${url}/icon.png` }),
  'media session artwork': ({ url }) => {
    navigator.mediaSession.metadata = new MediaMetadata({ title: 'rows', artwork: [{ src: `${url}/artwork.png` }] });
  },
};

/** Elements that fetch by standing in the page: tag, and the attributes with `@` for the street. */
export const elements: [tag: string, attributes: Record<string, string>][] = [
  ['img', { src: '@/img.png' }],
  ['img', { srcset: '@/srcset.png 1x' }],
  ['input', { type: 'image', src: '@/input.png' }],
  ['video', { src: '@/video.mp4', autoplay: '', poster: '@/poster.png' }],
  ['audio', { src: '@/audio.mp3', preload: 'auto' }],
  ['iframe', { src: '@/frame' }],
  ['object', { data: '@/object', type: 'image/png' }],
  ['embed', { src: '@/embed', type: 'image/png' }],
  ['script', { src: '@/script.js' }],
  ['script', { src: '@/module.js', type: 'module' }],
  ['link', { rel: 'stylesheet', href: '@/style.css' }],
  ['link', { rel: 'prefetch', href: '@/prefetch' }],
  ['link', { rel: 'prerender', href: '@/prerender' }],
  ['link', { rel: 'preload', as: 'fetch', href: '@/preload' }],
  ['link', { rel: 'preload', as: 'image', href: '@/preload.png' }],
  ['link', { rel: 'modulepreload', href: '@/modulepreload.js' }],
  ['link', { rel: 'preconnect', href: '@/' }],
  ['link', { rel: 'dns-prefetch', href: '@/' }],
  ['link', { rel: 'manifest', href: '@/manifest' }],
  ['link', { rel: 'icon', href: '@/icon.png' }],
  ['link', { rel: 'dictionary', href: '@/dictionary' }],
  ['link', { rel: 'search', type: 'application/opensearchdescription+xml', href: '@/search' }],
  ['link', { rel: 'compression-dictionary', href: '@/compression' }],
  ['body', { background: '@/body.png' }],
  ['table', { background: '@/table.png' }],
  ['portal', { src: '@/portal' }],
  ['applet', { code: '@/applet', archive: '@/applet.jar' }],
  ['bgsound', { src: '@/bgsound' }],
];

/** Ways that would take the page away, each tried on a page of its own. */
export const leavings: Record<string, Way> = {
  'location.href': ({ url }) => (location.href = `${url}/href?rows=1`),
  'location.replace': ({ url }) => location.replace(`${url}/replace`),
  'navigation.navigate': ({ url }) =>
    (globalThis as { navigation?: { navigate(to: string): void } }).navigation?.navigate(`${url}/navigate`),
  'meta refresh': ({ url }) => {
    const meta = document.createElement('meta');
    meta.httpEquiv = 'refresh';
    meta.content = `0; url=${url}/refresh`;
    document.head.append(meta);
  },
  'window.open': ({ url }) => window.open(`${url}/open`),
  'a link followed': ({ url }) => {
    const link = document.createElement('a');
    link.href = `${url}/link`;
    document.body.append(link);
    link.click();
  },
  'a link with ping': ({ url }) => {
    const link = document.createElement('a');
    link.href = '#here';
    link.ping = `${url}/ping`;
    document.body.append(link);
    link.click();
  },
  'a link into a new window': ({ url }) => {
    const link = document.createElement('a');
    Object.assign(link, { href: `${url}/blank`, target: '_blank' });
    document.body.append(link);
    link.click();
  },
  'a link that stands nowhere': ({ url }) => {
    const link = document.createElement('a');
    Object.assign(link, { href: `${url}/detached`, target: '_blank', rel: 'noopener' });
    link.dispatchEvent(new MouseEvent('click'));
  },
  'a download': ({ url }) => {
    const link = document.createElement('a');
    Object.assign(link, { href: `${url}/download`, download: 'rows' });
    link.click();
  },
  form: ({ url }) => {
    const form = document.createElement('form');
    Object.assign(form, { action: `${url}/form`, method: 'post' });
    document.body.append(form);
    form.submit();
  },
  'a form into a new window': ({ url }) => {
    const form = document.createElement('form');
    Object.assign(form, { action: `${url}/form-blank`, method: 'post', target: '_blank' });
    document.body.append(form);
    form.submit();
  },
  'a form button of its own address': ({ url }) => {
    const form = document.createElement('form');
    const button = document.createElement('button');
    button.formAction = `${url}/button`;
    form.append(button);
    document.body.append(form);
    button.click();
  },
  'a frame led away': ({ url }) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    if (frame.contentWindow) frame.contentWindow.location.href = `${url}/led`;
  },
  'the fetch of an empty frame': ({ url }) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return (frame.contentWindow as (Window & typeof globalThis) | null)?.fetch(`${url}/inner`, { mode: 'no-cors' });
  },
  'the web rtc of an empty frame': async ({ udp }) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    const { RTCPeerConnection: Peer } = (frame.contentWindow ?? {}) as { RTCPeerConnection?: typeof RTCPeerConnection };
    if (!Peer) return;
    const peer = new Peer({ iceServers: [{ urls: `stun:${udp}` }] });
    peer.createDataChannel('rows');
    await peer.setLocalDescription(await peer.createOffer());
  },
  'a window from a frame': ({ url }) => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    frame.contentWindow?.open(`${url}/frame-open`);
  },
};

/** Paths that only pretend to be a model's or the app's: none may reach a host of the catalogue, nor the app's own. */
export const pathTricks: [method: string, path: string][] = [
  ['GET', 'models/../rows?minor=1280'],
  ['GET', 'models/whisper-base/../../rows'],
  ['GET', 'models/whisper-base/%2e%2e/%2e%2e/rows'],
  ['GET', 'models/whisper-base/..%2f..%2frows'],
  ['GET', 'models/whisper-base/..%5c..%5crows'],
  ['GET', 'models%2fwhisper-base%2fconfig.json'],
  ['GET', 'models//whisper-base/config.json'],
  ['GET', 'models/whisper-base//config.json'],
  ['GET', 'models/WHISPER-BASE/config.json'],
  ['GET', 'models/whisper-base/config.json?rows=1280'],
  ['GET', 'models/whisper-base/config.json%3Frows=1280'],
  ['GET', 'models/whisper-base/config.json%00rows'],
  ['GET', 'models/whisper-base/config.json/'],
  ['GET', 'models/whisper-base/config.json;rows'],
  ['GET', 'models/http://@/rows'],
  ['GET', 'models//@/rows'],
  ['GET', 'models/whisper-base@evil/config.json'],
  ['GET', 'models/{repo}/{file}'],
  ['GET', 'models/__proto__/constructor'],
  ['POST', 'models/whisper-base/config.json'],
  ['PUT', 'models/whisper-base/config.json'],
  ['HEAD', 'models/whisper-base/config.json'],
  ['DELETE', 'models/whisper-base/config.json'],
  ['GET', 'rows?minor=1280'],
  ['POST', ''],
  ['POST', 'index.html'],
  ['GET', '../rows'],
  ['GET', '/rows?minor=1280'],
  ['GET', 'sw.js?rows=1280'],
  ['GET', 'assets/rows.js'],
  ['GET', 'assets/%2e%2e/rows'],
];
