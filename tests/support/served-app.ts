// The built app on a free port, with the headers that `npm start` serves. Build first: `npm run test:browser` does.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { preview } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

export interface ServedApp {
  url: string;
  close(): Promise<void>;
}

/** `folder`: a copy of dist/ that a test may change. */
export async function serveApp(port = 0, folder = `${root}dist`): Promise<ServedApp> {
  if (!existsSync(`${folder}/index.html`)) throw new Error('no dist/index.html: run `npx vite build` first');
  const server = await preview({
    root,
    build: { outDir: folder },
    preview: { port, strictPort: port !== 0, host: 'localhost' },
    logLevel: 'error',
  });
  const address = server.httpServer.address();
  if (address === null || typeof address === 'string') throw new Error('the server has no port');
  return {
    url: `http://localhost:${address.port}/`,
    close: async () => {
      if ('closeAllConnections' in server.httpServer) server.httpServer.closeAllConnections();
      await server.close();
    },
  };
}
