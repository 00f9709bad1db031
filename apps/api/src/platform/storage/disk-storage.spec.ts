import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DiskStorage } from './disk-storage.js';

let dataDir: string;
let storage: DiskStorage;
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'hilo-storage-'));
  storage = new DiskStorage({ dataDir } as ConstructorParameters<typeof DiskStorage>[0]);
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

async function* pieces(content: Buffer, size = 1000): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < content.length; from += size) yield content.subarray(from, from + size);
}
const files = (): string[] =>
  readdirSync(join(dataDir, 'media'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name);

describe('storage', () => {
  it('keeps the bytes under their hash, readable by the owner alone', async () => {
    const content = randomBytes(50_000);
    const { hash, size } = await storage.put(pieces(content), 100_000);
    expect([hash, size]).toEqual([createHash('sha256').update(content).digest('hex'), 50_000]);
    expect(await buffer(await storage.open(hash))).toEqual(content);
    expect(statSync(join(dataDir, 'media', hash.slice(0, 2), hash.slice(2, 4), hash)).mode & 0o777).toBe(0o600);
  });

  it('keeps the same bytes once, also when they come at once', async () => {
    const content = randomBytes(9000);
    const stored = await Promise.all(Array.from({ length: 5 }, () => storage.put(pieces(content), 10_000)));
    expect(new Set(stored.map(({ hash }) => hash)).size).toBe(1);
    expect(files()).toEqual([stored[0]?.hash]);
  });

  it('leaves nothing of what is too large', async () => {
    await expect(storage.put(pieces(randomBytes(5001)), 5000)).rejects.toMatchObject({
      code: 'too_large',
      status: 413,
    });
    expect(files()).toEqual([]);
    expect(await storage.put(pieces(randomBytes(5000)), 5000)).toMatchObject({ size: 5000 });
  });

  it('leaves nothing of what broke off', async () => {
    async function* broken(): AsyncGenerator<Uint8Array> {
      yield randomBytes(100);
      throw new Error('the line went dead');
    }
    await expect(storage.put(broken(), 5000)).rejects.toThrow('the line went dead');
    expect(files()).toEqual([]);
  });

  it('says what it has, and forgets what it is told to', async () => {
    const { hash } = await storage.put(pieces(Buffer.from('hola')), 10);
    expect(await storage.has(hash)).toBe(true);
    await storage.remove(hash);
    await storage.remove(hash);
    expect(await storage.has(hash)).toBe(false);
    await expect(storage.open(hash)).rejects.toThrow();
  });

  it.each(['../../secrets.json', '/etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`])(
    'never leaves its folder for %p',
    async (hash) => {
      await expect(storage.open(hash)).rejects.toMatchObject({ status: 404 });
      await expect(storage.remove(hash)).rejects.toMatchObject({ status: 404 });
    },
  );
});
