import { connect } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { PATH, signed } from './stage.mjs';

const head = (lines) =>
  `POST ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n${lines.join('\r\n')}\r\n\r\n`;

function opened(port) {
  const socket = connect({ port, host: '127.0.0.1' });
  let said = '';
  socket.on('data', (text) => (said += text.toString('latin1')));
  socket.on('error', () => undefined);
  return { socket, status: () => Number(said.slice(9, 12)) || undefined, closed: () => socket.destroyed };
}

/** A body that unpacks to a hundred times its size. @returns {Promise<number | undefined>} the status */
export async function gzipBomb(port) {
  const bomb = gzipSync(Buffer.alloc(200_000_000, 'x'));
  const one = opened(port);
  one.socket.write(signed(bomb, { headers: 'Content-Encoding: gzip\r\n' }));
  return settle(one, 10_000);
}

/** Chunks without an end, until it is cut off. @returns {Promise<{ status?: number, megabytes: number }>} */
export async function endlessChunks(port) {
  const one = opened(port);
  one.socket.write(head(['Transfer-Encoding: chunked', 'X-Hub-Signature-256: sha256=00']));
  const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`;
  let megabytes = 0;
  while (!one.closed() && one.status() === undefined && megabytes < 64) {
    one.socket.write(chunk);
    megabytes += 1 / 16;
    await pause(1);
  }
  const status = one.status();
  one.socket.destroy();
  return { status, megabytes };
}

/** Many connections that say one letter at a time; they are left open. @returns {() => void} closes them */
export function slowLoris(port, count) {
  const all = Array.from({ length: count }, () => opened(port));
  for (const { socket } of all) socket.write(`POST ${PATH} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n`);
  const timer = setInterval(() => {
    for (const { socket } of all) if (!socket.destroyed) socket.write('X');
  }, 200);
  return () => {
    clearInterval(timer);
    for (const { socket } of all) socket.destroy();
  };
}

async function settle(one, patienceMs) {
  const end = performance.now() + patienceMs;
  while (performance.now() < end && one.status() === undefined && !one.closed()) await pause(20);
  const status = one.status();
  one.socket.destroy();
  return status;
}
