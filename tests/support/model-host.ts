// A server that stands for the host of model files: answers ranges, and does on demand what hosts and networks do.
import { once } from 'node:events';
import { createServer as createPlain, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http';
import { createServer as createSecure } from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './self-signed.ts';

export interface HostFault {
  /** Ends the connection after so many bytes of a body, once. */
  cutAfter?: number;
  /** Answers with this status. */
  status?: number;
  /** Turns over one byte in the middle. */
  corrupt?: boolean;
  /** Ignores ranges. */
  whole?: boolean;
  /** Sends so many bytes of a body and then nothing, for as long as the other side waits. */
  stallAfter?: number;
}

export interface ModelHost {
  url: string;
  port: number;
  /** "GET /path bytes=5-", in order. */
  heard: string[];
  headersHeard: IncomingMessage['headers'][];
  /** By the end of a path. */
  faults: Map<string, HostFault>;
  /** The version told as ETag. */
  version: { etag: string | null; sha256: Map<string, string> };
  close(): Promise<void>;
}

/** `read` gives the bytes of "/repo/resolve/main/FILE", or null for 404. */
export async function startHost(read: (path: string) => Uint8Array | null, secure = false): Promise<ModelHost> {
  const heard: string[] = [];
  const headersHeard: IncomingMessage['headers'][] = [];
  const faults = new Map<string, HostFault>();
  const version: ModelHost['version'] = { etag: '"one"', sha256: new Map() };
  const answer: RequestListener = (request, response) => {
    const path = request.url ?? '';
    heard.push(`${request.method} ${path} ${request.headers.range ?? ''}`.trim());
    headersHeard.push(request.headers);
    response.setHeader('Access-Control-Allow-Origin', '*');
    response.setHeader('Access-Control-Expose-Headers', 'ETag, Content-Range, X-Linked-ETag, X-Repo-Commit');
    const bytes = read(path);
    const end = [...faults.keys()].find((each) => path.endsWith(each));
    const fault = (end === undefined ? undefined : faults.get(end)) ?? {};
    if (!bytes || fault.status) {
      response.writeHead(fault.status ?? 404).end();
      return;
    }
    if (version.etag) response.setHeader('ETag', version.etag);
    const linked = [...version.sha256].find(([each]) => path.endsWith(each))?.[1];
    if (linked) response.setHeader('X-Linked-ETag', `"${linked}"`);
    response.setHeader('X-Repo-Commit', 'c0ffee');
    void send(response, request, bytes, fault, () => {
      if (end !== undefined) faults.delete(end);
    });
  };
  const server = secure ? createSecure(selfSigned(), answer) : createPlain(answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `${secure ? 'https' : 'http'}://127.0.0.1:${port}`,
    port,
    heard,
    headersHeard,
    faults,
    version,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function send(response: ServerResponse, request: IncomingMessage, all: Uint8Array, fault: HostFault, spent: () => void) {
  const from = fault.whole ? 0 : Number(/^bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1] ?? 0);
  if (from >= all.length && all.length > 0) {
    response.writeHead(416, { 'Content-Range': `bytes */${all.length}` }).end();
    return;
  }
  const body = Buffer.from(all.subarray(from));
  const middle = Math.floor(body.length / 2);
  if (fault.corrupt) body[middle] = (body[middle] ?? 0) ^ 0xff;
  const ranged = request.headers.range !== undefined && !fault.whole;
  response.writeHead(ranged ? 206 : 200, {
    'Content-Length': body.length,
    ...(ranged ? { 'Content-Range': `bytes ${from}-${all.length - 1}/${all.length}` } : {}),
  });
  if (fault.stallAfter !== undefined) {
    response.write(body.subarray(0, fault.stallAfter));
    await once(response, 'close');
    return;
  }
  const limit = fault.cutAfter ?? Infinity;
  const CHUNK = 64 * 1024;
  for (let at = 0; at < body.length; at += CHUNK) {
    if (at + CHUNK > limit) {
      await new Promise((resolve) => response.write(body.subarray(at, Math.max(at, limit)), resolve));
      await new Promise((resolve) => setTimeout(resolve, 60)); // let what was written arrive
      response.destroy();
      spent();
      return;
    }
    response.write(body.subarray(at, at + CHUNK));
    if (response.destroyed) return;
  }
  response.end();
}
