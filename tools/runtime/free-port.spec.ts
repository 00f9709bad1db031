import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { anyFreePort, freePortFrom } from './free-port.mjs';

describe('freePortFrom', () => {
  let server: Server | undefined;
  afterEach(() => void server?.close());

  it('takes the next one when the wanted one is taken or promised', async () => {
    const taken = await new Promise<number>((resolve) => {
      server = createServer().listen(0, '127.0.0.1', () => resolve((server?.address() as AddressInfo).port));
    });
    const found = await freePortFrom(taken, [taken + 1]);
    expect(found).not.toBe(taken);
    expect(found).not.toBe(taken + 1);
    expect(found).toBeGreaterThan(0);
  });
});

describe('a free port', () => {
  it('can be listened on, again and again', async () => {
    for (let n = 0; n < 5; n += 1) {
      const port = await anyFreePort();
      const listener = await new Promise<Server>((resolve, reject) => {
        const made = createServer().once('error', reject);
        made.listen(port, '127.0.0.1', () => resolve(made));
      });
      expect((listener.address() as AddressInfo).port).toBe(port);
      await new Promise<void>((resolve) => listener.close(() => resolve()));
    }
  });

  it('is the wanted one when nobody has it', async () => {
    const wanted = await anyFreePort();
    expect(await freePortFrom(wanted)).toBe(wanted);
  });

  it('is any when those after the wanted one do not exist', async () => {
    const found = await freePortFrom(65_535, [65_535]);
    expect(found).toBeGreaterThan(0);
    expect(found).not.toBe(65_535);
  });
});
