import { createServer, type AddressInfo, type Server } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { freePortFrom } from './free-port.mjs';

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
