import { createServer } from 'node:net';

function canListen(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(0));
    server.listen({ port, host, exclusive: true }, () => {
      const { port: bound } = server.address();
      server.close(() => resolve(bound));
    });
  });
}

/** A port nobody listens on now, chosen by the operating system. */
export const anyFreePort = () => canListen(0, '127.0.0.1');

/**
 * The wanted port, or the next free one after it. Both the loopback and the wildcard address must be free.
 * @param {number} wanted
 * @param {readonly number[]} [taken] ports promised to others
 */
export async function freePortFrom(wanted, taken = []) {
  for (let port = wanted; port < wanted + 200 && port < 65536; port += 1) {
    if (taken.includes(port)) continue;
    if ((await canListen(port, '127.0.0.1')) && (await canListen(port, '0.0.0.0'))) return port;
  }
  return anyFreePort();
}
