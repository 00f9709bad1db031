import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { newId } from '../../../platform/ids/uuid.js';
import { Storage } from '../../../platform/storage/storage.js';
import type { Client } from '../testing/client.js';
import { newcomer, reply, threadOf } from '../testing/read-threads.js';
import { type Person, startThreads, type ThreadApp } from '../testing/thread-app.js';
import type { MediaAssetView } from './media.controller.js';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAMAAAACCAIAAAASFvFNAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
);
const PDF = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\n');

let app: ThreadApp;
let paula: Person;
beforeAll(async () => {
  app = await startThreads();
  paula = await app.person(['supervisor']);
});
afterAll(() => app.close());

const upload = (
  bytes: Buffer | string,
  name: string,
  type: string,
  { who = paula as Client, query = '', field = 'file', headers = {} } = {},
) => {
  const form = new FormData();
  form.append(field, new Blob([new Uint8Array(Buffer.from(bytes))], { type }), name);
  return who.ask<MediaAssetView & Record<string, unknown>>('POST', `/media${query}`, form, headers);
};
const fetchFile = (url: string) => fetch(app.origin + url);
const assets = async () => Number((await app.sql.one<{ count: string }>('select count(*) from media_asset'))?.count);

describe('an upload', () => {
  it('is known by its bytes, measured, and served under a signed link', async () => {
    const answer = await upload(PNG, 'foto de la sala.jpg', 'image/jpeg');
    expect(answer).toMatchObject({
      status: 201,
      body: { contentType: 'image/png', size: PNG.length, fileName: 'foto de la sala.jpg', width: 3, height: 2 },
    });
    const file = await fetchFile(answer.body.url);
    expect(file.status).toBe(200);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(file.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(PNG.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': expect.stringMatching(/^private/),
      'content-disposition': expect.stringMatching(/^inline; filename="foto de la sala.jpg"/),
    });
  });

  it.each([
    ['a page', '<!doctype html><script>alert(1)</script>', 'x.html', 'text/html'],
    ['a page that calls itself a picture', '<html><body onload=alert(1)>', 'x.png', 'image/png'],
    ['a drawing that runs', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', 'x.svg', 'image/svg+xml'],
    ['a program', Buffer.from('MZ\x90\x00'.padEnd(200, '\0'), 'latin1'), 'x.exe', 'application/octet-stream'],
  ])('that a browser or a machine would run is refused: %s', async (_, bytes, name, type) => {
    const before = await assets();
    const answer = await upload(bytes, name, type);
    expect([answer.status, answer.body['code']]).toEqual([415, 'media_type_refused']);
    expect(await assets()).toBe(before);
  });

  it('that is refused takes no other file away that has the same bytes', async () => {
    const good = await upload('solo un texto', 'nota.txt', 'text/plain');
    expect(good.status).toBe(201);
    expect((await upload('solo un texto', 'nota.html', 'text/html')).status).toBe(415);
    const file = await fetchFile(good.body.url);
    expect([file.status, await file.text()]).toEqual([200, 'solo un texto']);
  });

  it('of what nobody knows may only be saved, never shown', async () => {
    const { body } = await upload(Buffer.from([0, 1, 2, 3]), 'datos.bin', 'text/plain');
    const file = await fetchFile(body.url);
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toMatch(/^attachment; /);
  });

  it.each(['text/plain', 'text/csv'])('of %s may only be saved, too', async (type) => {
    const { body } = await upload('a;b', 'tabla', type);
    expect((await fetchFile(body.url)).headers.get('content-disposition')).toMatch(/^attachment/);
  });

  it('gets a name that can break nothing', async () => {
    const { body } = await upload(PDF, '..\\..\\etc/pass\u0001wd "x".pdf', 'application/pdf');
    expect(body.fileName).not.toMatch(/[\\/\p{Cc}]/u);
    const disposition = (await fetchFile(body.url)).headers.get('content-disposition') ?? '';
    expect(disposition).toMatch(/^inline; filename="[\w.\- ]+"; filename\*=UTF-8''[^"\r\n;]*$/);
  });

  it('under one Idempotency-Key is one asset, whose address is always one that opens', async () => {
    const headers = { 'idempotency-key': newId() };
    const before = await assets();
    const first = await upload(PNG, 'a.png', 'image/png', { headers });
    app.clock.shiftTo(61 * 60_000);
    const again = await upload(PNG, 'a.png', 'image/png', { headers });
    expect([again.status, again.body.id, again.headers.get('idempotent-replayed')]).toEqual([
      201,
      first.body.id,
      'true',
    ]);
    expect([(await fetchFile(first.body.url)).status, (await fetchFile(again.body.url)).status]).toEqual([403, 200]);
    app.clock.shiftTo(0);
    expect(await assets()).toBe(before + 1);
    const others = [
      await upload(PDF, 'a.png', 'image/png', { headers }),
      await upload(PNG, 'b.png', 'image/png', { headers }),
    ];
    expect(others.map(({ body }) => body['code'])).toEqual(Array(2).fill('idempotency_key_reused'));
    expect(await assets()).toBe(before + 1);
  });

  it('says what is wrong with a request that holds no file', async () => {
    expect((await upload('', 'vacío.txt', 'text/plain')).body['code']).toBe('empty_file');
    expect((await paula.ask('POST', '/media', { file: 'x' })).status).toBe(415);
    const form = new FormData();
    form.append('file', 'just a text');
    expect(await paula.ask('POST', '/media', form)).toMatchObject({
      status: 400,
      body: { code: 'validation_failed', errors: [{ path: '/file' }] },
    });
  });

  it('is for who may send, into conversations they may see', async () => {
    const { id } = await newcomer(app, paula);
    await paula.ask('POST', `/conversations/${id}/claim`);
    const [advisor, marketing] = [await app.person(['advisor']), await app.person(['marketing'])];
    expect((await upload(PNG, 'x.png', 'image/png', { who: marketing })).status).toBe(403);
    expect((await upload(PNG, 'x.png', 'image/png', { who: advisor, query: `?conversationId=${id}` })).status).toBe(
      404,
    );
    expect((await upload(PNG, 'x.png', 'image/png', { query: `?conversationId=${newId()}` })).status).toBe(404);
    expect((await upload(PNG, 'x.png', 'image/png', { query: '?conversationId=x' })).status).toBe(400);
    expect((await fetch(`${app.origin}/api/v1/media`, { method: 'POST', body: new FormData() })).status).toBe(401);
  });
});

describe('a signed link', () => {
  it('ends within the hour', async () => {
    const { url } = (await upload(PNG, 'x.png', 'image/png')).body;
    app.clock.shiftTo(29 * 60_000);
    expect((await fetchFile(url)).status).toBe(200);
    app.clock.shiftTo(61 * 60_000);
    const late = await fetchFile(url);
    app.clock.shiftTo(0);
    expect(late.status).toBe(403);
    expect(await late.json()).toMatchObject({ code: 'forbidden' });
  });

  it.each<[string, (url: URL) => void]>([
    ['the end', (url) => url.searchParams.set('e', String(Number(url.searchParams.get('e')) + 3600))],
    [
      'the signature',
      (url) => url.searchParams.set('s', `A${(url.searchParams.get('s') ?? '').slice(1)}`.replace(/^A./, 'Zz')),
    ],
    ['no signature', (url) => url.searchParams.delete('s')],
    ['no end', (url) => url.searchParams.delete('e')],
    ['two ends', (url) => url.searchParams.append('e', '9999999999')],
    ['a strange end', (url) => url.searchParams.set('e', 'Infinity')],
    ['the variant', (url) => (url.pathname = url.pathname.replace('original', 'thumbnail'))],
    ['the file', (url) => (url.pathname = `/media/${newId()}/original`)],
  ])('opens nothing once %s was changed', async (_, tamper) => {
    const url = new URL(app.origin + (await upload(PNG, 'x.png', 'image/png')).body.url);
    tamper(url);
    expect((await fetch(url)).status).toBe(403);
  });

  it('needs nobody to be signed in, and opens no other address', async () => {
    const { url, id } = (await upload(PNG, 'x.png', 'image/png')).body;
    expect((await fetchFile(url)).status).toBe(200);
    expect((await fetchFile(`/media/${id}/original`)).status).toBe(403);
    expect((await fetchFile('/media/not-an-id/original?e=1&s=x')).status).toBe(400);
  });
});

describe('a file in a message', () => {
  const send = (id: string, body: object) =>
    paula.ask<{ id: string; code?: string }>('POST', `/conversations/${id}/messages`, body);

  it('reaches the customer with its caption and its name, and the thread shows it', async () => {
    const { who, id } = await newcomer(app, paula);
    const { body: file } = await upload(PDF, 'cotización ñ.pdf', 'application/pdf', { query: `?conversationId=${id}` });
    const view = await reply(paula, id, { type: 'document', mediaId: file.id, caption: 'Su cotización' });
    expect(view).toMatchObject({
      type: 'document',
      text: 'Su cotización',
      media: {
        id: file.id,
        state: 'ready',
        contentType: 'application/pdf',
        fileName: 'cotización ñ.pdf',
        thumbnailUrl: null,
      },
    });
    await app.deliver();
    expect(app.graph.sends(who.waId)).toMatchObject([
      { type: 'document', document: { caption: 'Su cotización', filename: 'cotización ñ.pdf' } },
    ]);
    expect((await threadOf(paula, id)).at(-1)).toMatchObject({ status: 'sent' });
  });

  it('that was stored for another conversation is refused', async () => {
    const [here, there] = [await newcomer(app, paula), await newcomer(app, paula)];
    const { body: file } = await upload(PNG, 'x.png', 'image/png', { query: `?conversationId=${there.id}` });
    const refused = await send(here.id, { type: 'image', mediaId: file.id });
    expect([refused.status, refused.body.code]).toEqual([409, 'media_not_ready']);
    expect((await send(there.id, { type: 'image', mediaId: file.id })).status).toBe(201);
  });

  it('that nobody stored, or that is still being fetched, is refused', async () => {
    const { id } = await newcomer(app, paula);
    const pending = newId();
    await app.sql.rows(`insert into media_asset (id, state, created_at) values ($1, 'pending', $2)`, [
      pending,
      new Date(),
    ]);
    for (const mediaId of [newId(), pending])
      expect((await send(id, { type: 'image', mediaId })).body.code).toBe('media_not_ready');
  });

  it('that the provider would refuse fails with its reason, without a call', async () => {
    const { who, id } = await newcomer(app, paula);
    const { body: file } = await upload(PDF, 'x.pdf', 'application/pdf');
    const view = await reply(paula, id, { type: 'image', mediaId: file.id });
    await app.deliver();
    expect((await threadOf(paula, id)).find((one) => one.id === view.id)).toMatchObject({
      status: 'failed',
      failure: { reason: 'media_rejected', retryable: false },
    });
    expect(app.graph.sends(who.waId)).toEqual([]);
  });

  it('that is gone from the store fails plainly: nothing was sent to anybody', async () => {
    const { who, id } = await newcomer(app, paula);
    const { body: file } = await upload(Buffer.concat([PNG, Buffer.from('perdida')]), 'x.png', 'image/png');
    const view = await reply(paula, id, { type: 'image', mediaId: file.id });
    const [row] = await app.sql.rows<{ hash: string }>('select hash from media_asset where id = $1', [file.id]);
    await app.get(Storage).remove(row?.hash ?? '');
    await app.deliver();
    const shown = (await threadOf(paula, id)).find((one) => one.id === view.id);
    expect(shown).toMatchObject({ status: 'failed', failure: { reason: 'invalid_content', retryable: false } });
    expect(app.graph.sends(who.waId)).toEqual([]);
    expect((await fetchFile(file.url)).status).toBe(404);
  });
});
