import { randomBytes } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';
import { firstBytes, uncut } from './incoming.js';

async function* pieces(content: Buffer, size: number): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}

describe('the first bytes of what comes', () => {
  it.each([1, 100, 4100, 65_536])('are 4,100, in pieces of %i, and none is lost', async (size) => {
    const content = randomBytes(70_000);
    const { head, all } = await firstBytes(pieces(content, size));
    expect(head).toEqual(content.subarray(0, 4100));
    expect(await buffer(all)).toEqual(content);
  });

  it('are all there are of something short', async () => {
    const { head, all } = await firstBytes(pieces(Buffer.from('hola'), 3));
    expect([head.toString(), String(await buffer(all))]).toEqual(['hola', 'hola']);
    expect((await firstBytes(pieces(Buffer.alloc(0), 3))).head).toHaveLength(0);
  });
});

describe('an upload', () => {
  const file = (truncated: boolean) =>
    Object.assign(pieces(Buffer.from('hola'), 3), { truncated }) as ReturnType<typeof pieces> & { truncated: boolean };

  it('that is whole passes', async () => {
    expect(String(await buffer(uncut(file(false), 5_000_000)))).toBe('hola');
  });

  it('that was cut off fails, however it is read', async () => {
    await expect(buffer(uncut(file(true), 5_000_000))).rejects.toMatchObject({
      code: 'too_large',
      status: 413,
      message: 'The file is larger than 5 MB.',
    });
    const { all } = await firstBytes(pieces(Buffer.alloc(5000), 10_000));
    await expect(buffer(uncut(Object.assign(all, { truncated: true }), 5_000_000))).rejects.toThrow();
  });
});
