import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface SimulatorRequest {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: string;
}

export interface StandInSimulator {
  url: string;
  requests: SimulatorRequest[];
  /** Feeds that are open right now. */
  open: () => number;
  close: () => Promise<void>;
}

/** The outside of a simulator: remembers what it was asked, repeats it, streams a feed at `/phone/changes`. */
export async function startStandIn(): Promise<StandInSimulator> {
  const requests: SimulatorRequest[] = [];
  const feeds = new Set<ServerResponse>();
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const request = { method, url, headers, body: Buffer.concat(chunks).toString('latin1') };
      requests.push(request);
      if (url.startsWith('/phone/changes')) return feed(outgoing);
      if (url.startsWith('/phone/page'))
        return outgoing
          .writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'hilo_session=stolen' })
          .end('<script>alert(1)</script>');
      outgoing
        .writeHead(url.includes('missing') ? 404 : 200, { 'content-type': 'application/json' })
        .end(JSON.stringify({ method, url, body: request.body }));
    });
  });
  const feed = (outgoing: ServerResponse): void => {
    feeds.add(outgoing);
    outgoing.on('close', () => feeds.delete(outgoing));
    outgoing.writeHead(200, { 'content-type': 'text/event-stream' });
    outgoing.write('data: {"seq":1}\n\n');
  };
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    open: () => feeds.size,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
