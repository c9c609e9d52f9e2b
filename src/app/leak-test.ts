// Tries to send something out of this page, in the ways a page has, to an address that can exist nowhere (.invalid, RFC 2606): if a wall
// were missing, nothing would arrive either. What counts is whether the browser stopped the way before it left.

import { startElsewhere } from './workers.ts';

const NOWHERE = 'https://leak-test.invalid/';
/** Milliseconds that the browser may take to tell that it stopped a way: a busy machine must not pass for an open door. */
const PATIENCE = 10_000;

export interface LeakTry {
  way: string;
  /** The rule that stopped it; null where nothing did. */
  stoppedBy: string | null;
}

const placed = (tag: string, attributes: Record<string, string>): void => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  document.head.append(element);
  element.remove();
};

const WAYS: Readonly<Record<string, (address: string) => unknown>> = {
  fetch: (address) => fetch(address, { mode: 'no-cors' }),
  XMLHttpRequest: (address) => {
    const request = new XMLHttpRequest();
    request.open('GET', address);
    request.send();
  },
  WebSocket: (address) => new WebSocket(address.replace('https', 'wss')),
  EventSource: (address) => new EventSource(address).close(),
  'a beacon': (address) => navigator.sendBeacon(address, 'x'),
  'a picture': (address) => (new Image().src = address),
  'a sound': (address) => (new Audio().src = address),
  'a style sheet': (address) => placed('link', { rel: 'stylesheet', href: address }),
  'a font': (address) => new FontFace('leak', `url(${address})`).load(),
  'a script': (address) => placed('script', { src: address }),
  'a frame': (address) => {
    const frame = document.createElement('iframe');
    frame.title = 'leak test';
    frame.src = address;
    document.body.append(frame);
    setTimeout(() => frame.remove(), PATIENCE);
  },
  'a worker': startElsewhere,
};

export const LEAK_WAYS = Object.keys(WAYS);

async function tryWay(way: string, go: (address: string) => unknown): Promise<LeakTry> {
  const address = `${NOWHERE}${encodeURIComponent(way)}`;
  let tell: (rule: string | null) => void = () => undefined;
  const told = new Promise<string | null>((done) => (tell = done));
  const hear = ({ blockedURI, effectiveDirective }: SecurityPolicyViolationEvent) => {
    if (blockedURI.includes('leak-test.invalid') || blockedURI === 'trusted-types-sink') tell(effectiveDirective);
  };
  document.addEventListener('securitypolicyviolation', hear);
  const patience = setTimeout(() => tell(null), PATIENCE);
  try {
    Promise.resolve(go(address)).catch(() => undefined); // a refusal tells no rule; the event does
  } catch (error) {
    if (error instanceof TypeError) tell('trusted-types');
  }
  const stoppedBy = await told;
  clearTimeout(patience);
  document.removeEventListener('securitypolicyviolation', hear);
  return { way, stoppedBy };
}

export async function testLeaks(): Promise<LeakTry[]> {
  const tries: LeakTry[] = [];
  for (const [way, go] of Object.entries(WAYS)) tries.push(await tryWay(way, go));
  return tries;
}
