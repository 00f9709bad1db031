import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { anyFreePort } from './free-port.mjs';
import { checkGivenPostgres, createDatabase, serverAnswers } from './postgres-connection.mjs';

let server: Server | undefined;
const sockets = new Set<Socket>();
afterEach(async () => {
  for (const socket of sockets) socket.destroy();
  await new Promise<void>((resolve) => (server ? server.close(() => resolve()) : resolve()));
});
const nobody = async (): Promise<string> => `postgresql://me:secret@127.0.0.1:${await anyFreePort()}/hilo`;

describe('a PostgreSQL that is not there', () => {
  it('does not answer', async () => {
    expect(await serverAnswers(await nobody())).toBe(false);
  });

  it('that was given is refused with what to do, without its password', async () => {
    const url = await nobody();
    const failure = await checkGivenPostgres(url).catch((error: Error) => error);
    expect(failure).toMatchObject({
      name: 'Failure',
      message: expect.stringMatching(/DATABASE_URL is given but no PostgreSQL answers there: .*ECONNREFUSED.*unset it/),
    });
    expect((failure as Error).message).not.toContain('secret');
  });

  it('gets no database', async () => {
    await expect(createDatabase(await nobody(), 'x')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('is not somebody else who listens there', async () => {
    server = createServer((socket) => {
      sockets.add(socket);
      socket.on('error', () => undefined).end('HTTP/1.1 400 Bad Request\r\n\r\n');
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    expect(await serverAnswers(`postgresql://me:secret@127.0.0.1:${port}/hilo`)).toBe(false);
  });
});
