import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Config } from '../../../platform/config/config.js';
import { newId } from '../../../platform/ids/uuid.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import { LARGEST_MEDIA } from '../services/store-media.js';
import type { MediaAssetView } from './media.controller.js';

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const upload = (text: string, name: string, headers: Readonly<Record<string, string>> = {}) => {
  const form = new FormData();
  form.append('file', new Blob([text], { type: 'text/plain' }), name);
  return paula.ask<MediaAssetView & { code?: string }>('POST', '/media', form, headers);
};

/** The bytes that are kept, by their names. */
const kept = () =>
  readdirSync(join(app.get(Config).dataDir, 'media'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => name)
    .sort();

/** A form with one file of so many bytes, piece by piece. */
async function* formOf(boundary: string, bytes: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="x.bin"\r\ncontent-type: application/octet-stream\r\n\r\n`,
  );
  const piece = Buffer.alloc(1024 * 1024, 7);
  for (let left = bytes; left > 0; left -= piece.length) yield piece.subarray(0, left);
  yield Buffer.from(`\r\n--${boundary}--\r\n`);
}

describe('an upload that is refused', () => {
  it('leaves no bytes behind, whatever is wrong with it', async () => {
    const key = { 'idempotency-key': newId() };
    expect((await upload('una carta', 'a.txt', key)).status).toBe(201);
    const before = kept();
    const answers = [
      await upload('otra carta', 'a.txt', key),
      await upload('una llave extraña', 'a.txt', { 'idempotency-key': 'ñ' }),
      await upload('', 'a.txt'),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual([
      'idempotency_key_reused',
      'invalid_idempotency_key',
      'empty_file',
    ]);
    expect(kept()).toEqual(before);
  });

  it('takes nothing away that an asset has', async () => {
    const key = { 'idempotency-key': newId() };
    const { body } = await upload('la misma carta', 'a.txt', key);
    expect((await upload('la misma carta', 'b.txt', key)).status).toBe(409);
    expect(await (await fetch(app.origin + body.url)).text()).toBe('la misma carta');
  });

  it('for its size is heard out, and leaves no bytes behind', async () => {
    const before = kept();
    const boundary = newId();
    const answer = await fetch(`${app.origin}/api/v1/media`, {
      method: 'POST',
      headers: { ...paula.headers, 'content-type': `multipart/form-data; boundary=${boundary}` },
      body: ReadableStream.from(formOf(boundary, LARGEST_MEDIA + 1)),
      duplex: 'half',
    } as RequestInit);
    expect([answer.status, ((await answer.json()) as { code: string }).code]).toEqual([413, 'too_large']);
    expect(kept()).toEqual(before);
  });
});
