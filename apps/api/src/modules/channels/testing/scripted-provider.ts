import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface ProviderRequest {
  method: string;
  url: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface ProviderAnswer {
  status: number;
  /** Text goes out as it is, anything else as JSON. */
  body: unknown;
  headers?: Record<string, string>;
}

export interface ScriptedProvider {
  baseUrl: string;
  requests: ProviderRequest[];
  close: () => Promise<void>;
}

/** A provider on a free port of this machine that says what the script says; `hang-up` reads the request and drops the line. */
export async function startProvider(
  script: (request: ProviderRequest, index: number) => ProviderAnswer | 'hang-up',
): Promise<ScriptedProvider> {
  const requests: ProviderRequest[] = [];
  const server = createServer((incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const request = {
        method: incoming.method ?? '',
        url: incoming.url ?? '',
        headers: incoming.headers,
        body: Buffer.concat(chunks),
      };
      const answer = script(request, requests.push(request) - 1);
      if (answer === 'hang-up') {
        incoming.socket.destroy();
        return;
      }
      outgoing.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      outgoing.end(
        typeof answer.body === 'string' || Buffer.isBuffer(answer.body) ? answer.body : JSON.stringify(answer.body),
      );
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { baseUrl: `http://127.0.0.1:${port}`, requests, close: () => closed(server) };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
