// The street: a listener at another origin on this machine, TCP and UDP. It remembers every connection and every first line of bytes.
import { createSocket } from 'node:dgram';
import { createServer, type AddressInfo, type Socket } from 'node:net';

export interface Street {
  /** "tcp" for a connection, "tcp GET /x" for its bytes, "udp 20" for a datagram of so many bytes; in order. */
  heard: string[];
  host: string;
  url: string;
  /** For STUN and QUIC. */
  udp: string;
  close(): Promise<void>;
}

export async function openStreet(): Promise<Street> {
  const heard: string[] = [];
  const open = new Set<Socket>();
  const tcp = createServer((socket) => {
    heard.push('tcp');
    open.add(socket);
    socket.on('data', (bytes) => {
      heard.push(`tcp ${bytes.toString('latin1').split('\r\n')[0]?.slice(0, 120) ?? ''}`);
      socket.end('HTTP/1.1 200 OK\r\nAccess-Control-Allow-Origin: *\r\nContent-Length: 1\r\nConnection: close\r\n\r\nx');
    });
    socket.on('error', () => open.delete(socket));
    socket.on('close', () => open.delete(socket));
  });
  await new Promise<void>((resolve) => tcp.listen(0, '127.0.0.1', resolve));
  const udp = createSocket('udp4');
  udp.on('message', (bytes) => heard.push(`udp ${bytes.length}`));
  await new Promise<void>((resolve) => udp.bind(0, '127.0.0.1', resolve));
  const { port } = tcp.address() as AddressInfo;
  return {
    heard,
    host: `127.0.0.1:${port}`,
    url: `http://127.0.0.1:${port}`,
    udp: `127.0.0.1:${udp.address().port}`,
    close: async () => {
      for (const socket of open) socket.destroy();
      await new Promise((resolve) => tcp.close(resolve));
      await new Promise<void>((resolve) => udp.close(resolve));
    },
  };
}
