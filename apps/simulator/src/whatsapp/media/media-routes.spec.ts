import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { Bench } from '../../testing/bench.js';

const MARIA = '593991112201';
const phoneNumberId = '100200300';
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqPpfDwAEVwIpLGzx7wAAAABJRU5ErkJggg==',
  'base64',
);
const bearer = { authorization: 'Bearer simulator-token' };

let bench: Bench;
let client: WhatsAppClient;
beforeAll(async () => {
  bench = await Bench.start();
  client = new WhatsAppClient({ accessToken: 'simulator-token', baseUrl: bench.url, graphVersion: 'v25.0' });
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

interface About {
  url: string;
  mime_type: string;
  sha256: string;
  file_size: string;
}
const upload = (): Promise<{ id: string }> =>
  client.media.upload({
    phoneNumberId,
    type: 'image/png',
    file: new Blob([PNG], { type: 'image/png' }),
    fileName: 'foto.png',
  });
const about = async (id: string): Promise<About> =>
  (await bench.graph<About>(`/${id}?phone_number_id=${phoneNumberId}`)).body;

describe('media of the business', () => {
  it('goes up, is described and comes down again', async () => {
    const { id } = await upload();
    expect(await about(id)).toEqual({
      messaging_product: 'whatsapp',
      id,
      url: expect.stringContaining(bench.url),
      mime_type: 'image/png',
      sha256: createHash('sha256').update(PNG).digest('hex'),
      file_size: String(PNG.length),
    });
    expect(Buffer.from((await client.media.download({ mediaId: id, auth: 'always' })) as ArrayBuffer)).toEqual(PNG);
    expect((await bench.get('/ledger')).body).toMatchObject({
      entries: [{ type: 'media', id, body: { fileName: 'foto.png', size: PNG.length } }],
    });
  });

  it('is sent by id, and not by an id that is not there', async () => {
    const { id } = await upload();
    await bench.write(MARIA);
    const { messages } = await client.messages.sendImage({ phoneNumberId, to: MARIA, image: { id, caption: 'mira' } });
    const { body } = await bench.get<{ messages: object[] }>(`/phone/customers/${MARIA}/thread`);
    expect(body.messages[1]).toMatchObject({
      id: messages[0]?.id,
      text: 'mira',
      media: { id, mimeType: 'image/png', fileName: 'foto.png' },
    });
    const shown = await fetch(`${bench.url}/phone/customers/${MARIA}/media/${id}`);
    expect([shown.status, shown.headers.get('content-type'), Buffer.from(await shown.arrayBuffer())]).toEqual([
      200,
      'image/png',
      PNG,
    ]);
    await client.media.delete({ mediaId: id });
    await expect(client.messages.sendImage({ phoneNumberId, to: MARIA, image: { id } })).rejects.toMatchObject({
      code: 100,
    });
  });

  it('is handed out for five minutes, to who holds the token', async () => {
    const { url } = await about((await upload()).id);
    expect((await fetch(url)).status).toBe(401);
    expect((await fetch(url, { headers: { authorization: 'Bearer other' } })).status).toBe(401);
    expect((await fetch(url.replace(/mid=\d/, 'mid=9'), { headers: bearer })).status).toBe(404);
    expect((await fetch(url, { headers: bearer })).status).toBe(200);
    await bench.post('/control/clock', { advanceMs: 302_000 });
    expect((await fetch(url, { headers: bearer })).status).toBe(404);
  });

  it.each(['503', 'reset'])('cannot be had while media meets a %s', async (kind) => {
    const { url } = await about((await upload()).id);
    await bench.switches({ fault: { kind, on: 'media', count: 1 } });
    const first = await fetch(url, { headers: bearer }).then(
      ({ status }) => status,
      () => 'cut',
    );
    expect([kind, first]).toEqual([kind, kind === '503' ? 503 : 'cut']);
    expect((await fetch(url, { headers: bearer })).status).toBe(200);
  });

  it.each([
    ['a type WhatsApp does not take', 'image/svg+xml', 'x', 100],
    ['an empty file', 'image/png', '', 131053],
    ['a sticker of a megabyte', 'image/webp', 'x'.repeat(1024 * 1024), 131053],
  ])('is refused when it is %s', async (_name, type, content, code) => {
    await expect(
      client.media.upload({ phoneNumberId, type, file: new Blob([content], { type }), fileName: 'f' }),
    ).rejects.toMatchObject({ code });
  });

  it('needs a form with a file', async () => {
    expect(await bench.graph(`/${phoneNumberId}/media`, {})).toMatchObject({
      status: 400,
      body: { error: { code: 131008 } },
    });
  });
});

describe('media of customers', () => {
  it.each(['image', 'voice', 'audio', 'video', 'document', 'sticker'])(
    '%s arrives with a hash that fits its bytes',
    async (type) => {
      await bench.write(MARIA, { type });
      const [message] = bench.product.messages();
      const carried = message?.[message.type] as { id: string; url: string; sha256: string; mime_type: string };
      const bytes = Buffer.from(await (await fetch(carried.url, { headers: bearer })).arrayBuffer());
      expect(bytes.length).toBeGreaterThan(0);
      expect(createHash('sha256').update(bytes).digest('base64')).toBe(carried.sha256);
      expect(await about(carried.id)).toMatchObject({ mime_type: carried.mime_type, file_size: String(bytes.length) });
    },
  );

  it('is what was put into the form', async () => {
    const form = new FormData();
    form.set('type', 'image');
    form.set('caption', 'mi comprobante');
    form.set('options', '{"duplicate":true}');
    form.set('wait', 'true');
    form.set('file', new Blob([PNG], { type: 'image/png' }), 'recibo.png');
    const answer = await fetch(`${bench.url}/phone/customers/${MARIA}/messages`, { method: 'POST', body: form });
    expect([answer.status, await answer.json()]).toEqual([
      201,
      expect.objectContaining({
        type: 'image',
        text: 'mi comprobante',
        media: expect.objectContaining({ fileName: 'recibo.png' }),
      }),
    ]);
    await bench.product.until(() => bench.product.messages().length === 2);
    expect(bench.product.messages()[1]).toEqual(bench.product.messages()[0]);
    expect(bench.product.messages()[0]).toMatchObject({ image: { caption: 'mi comprobante', mime_type: 'image/png' } });
  });
});
