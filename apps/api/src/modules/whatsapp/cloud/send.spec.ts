import { afterEach, describe, expect, it } from '@jest/globals';
import { type OutboundMessage, ProviderCallError } from '../../channels/index.js';
import {
  startProvider,
  type ProviderAnswer,
  type ProviderRequest,
  type ScriptedProvider,
} from '../../channels/testing/scripted-provider.js';
import { cloudConnection } from './testing/cloud-connection.js';
import { outboundFixture } from './testing/fixtures.js';
import { WhatsappCloudAdapter } from './whatsapp-cloud.adapter.js';

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

async function provider(
  script: (request: ProviderRequest, index: number) => ProviderAnswer | 'hang-up',
): Promise<ScriptedProvider> {
  const started = await startProvider(script);
  closers.push(started.close);
  return started;
}

function adapter(): WhatsappCloudAdapter {
  const made = new WhatsappCloudAdapter();
  closers.unshift(() => made.close());
  return made;
}

const text: OutboundMessage = {
  correlationId: 'attempt-1',
  to: { identities: [], phone: '+5491155501234' },
  content: { type: 'text', text: 'Hola' },
};
const ok: ProviderAnswer = { status: 200, body: outboundFixture('res_ok') };

function fileOf(contentType: string, bytes: Buffer, fileName = 'foto.png'): NonNullable<OutboundMessage['media']> {
  async function* open() {
    yield bytes.subarray(0, 2);
    yield bytes.subarray(2);
  }
  return { contentType, fileName, size: bytes.length, open: () => Promise.resolve(open()) };
}

describe('a message', () => {
  it('is posted once, to the pinned version, with the token', async () => {
    const graph = await provider(() => ok);
    expect(await adapter().send(cloudConnection(`${graph.baseUrl}/graph/`), text)).toEqual({
      kind: 'accepted',
      providerMessageId: 'wamid.HBgNZml4dHVyZS1vdXQtNzc=',
      recipientId: '5491155501234',
    });
    const [request] = graph.requests;
    expect(graph.requests).toHaveLength(1);
    expect(request).toMatchObject({ method: 'POST', url: '/graph/v25.0/441785372345678/messages' });
    expect(request?.headers).toMatchObject({
      authorization: 'Bearer EAAG-secret-token',
      'content-type': 'application/json',
      'user-agent': 'Hilo/1.0',
    });
    expect(JSON.parse(request?.body.toString() ?? '')).toMatchObject({
      to: '+5491155501234',
      biz_opaque_callback_data: 'attempt-1',
      text: { body: 'Hola' },
    });
  });

  it('tells the BSUID it reached, and that Meta holds it back for quality', async () => {
    const graph = await provider((_request, index) => ({
      status: 200,
      body: outboundFixture(index === 0 ? 'res_ok_bsuid' : 'res_ok_template_paced'),
    }));
    const sender = adapter();
    expect(await sender.send(cloudConnection(graph.baseUrl), text)).toMatchObject({
      kind: 'accepted',
      recipientId: 'GB.55667788990011223344',
    });
    expect(await sender.send(cloudConnection(graph.baseUrl), text)).toMatchObject({ kind: 'accepted', paced: true });
  });

  it('that breaks a limit is refused without a call', async () => {
    const graph = await provider(() => ok);
    expect(
      await adapter().send(cloudConnection(graph.baseUrl), { ...text, content: { type: 'text', text: '' } }),
    ).toMatchObject({ kind: 'failed', failure: { code: 'hilo_text_missing' } });
    expect(graph.requests).toHaveLength(0);
  });

  it.each([
    [
      { status: 400, body: outboundFixture('err_131047') },
      { kind: 'failed', failure: { code: '131047', reason: 'window_closed' } },
    ],
    [
      { status: 429, body: 'slow', headers: { 'retry-after': '7' } },
      { kind: 'failed', failure: { class: 'retry_slower', retryAfterMs: 7000 } },
    ],
    [
      { status: 504, body: '<html>' },
      { kind: 'unknown', reason: 'gateway_timeout' },
    ],
    [
      { status: 200, body: { messages: [] } },
      { kind: 'unknown', reason: 'accepted_without_id' },
    ],
    [
      { status: 302, body: '', headers: { location: 'https://evil.example' } },
      { kind: 'failed', failure: { class: 'permanent' } },
    ],
    [
      { status: 200, body: `"${'x'.repeat(5 * 1024 * 1024)}"` },
      { kind: 'unknown', reason: 'answer too large' },
    ],
  ])('answered with %j', async (answer, outcome) => {
    const graph = await provider(() => answer);
    expect(await adapter().send(cloudConnection(graph.baseUrl), text)).toMatchObject(outcome);
  });
});

describe('a message with a file', () => {
  const png = Buffer.from('89504e470d0a1a0a', 'hex');
  const image: OutboundMessage = {
    ...text,
    content: { type: 'image', caption: 'x' },
    media: fileOf('image/png', png, 'a"b\r\nc.png'),
  };

  it('uploads it, then sends its id', async () => {
    const graph = await provider((request) =>
      request.url.endsWith('/media') ? { status: 200, body: outboundFixture('res_media_upload') } : ok,
    );
    expect(await adapter().send(cloudConnection(graph.baseUrl), image)).toMatchObject({ kind: 'accepted' });
    const [upload, send] = graph.requests;
    const form = await new Response(new Uint8Array(upload?.body ?? []), {
      headers: { 'content-type': upload?.headers['content-type'] ?? '' },
    }).formData();
    const file = form.get('file') as File;
    expect([form.get('messaging_product'), form.get('type'), file.type, file.name]).toEqual([
      'whatsapp',
      'image/png',
      'image/png',
      'a"b\r\nc.png',
    ]);
    expect(Buffer.from(await file.arrayBuffer())).toEqual(png);
    expect(upload?.headers['content-length']).toBe(String(upload?.body.length));
    expect(JSON.parse(send?.body.toString() ?? '')).toMatchObject({
      type: 'image',
      image: { id: '1037543291543636', caption: 'x' },
    });
  });

  it('may be tried again when the upload was lost, since nothing was sent', async () => {
    const graph = await provider(() => 'hang-up');
    expect(await adapter().send(cloudConnection(graph.baseUrl), image)).toMatchObject({
      kind: 'failed',
      failure: { class: 'retry' },
    });
    expect(graph.requests).toHaveLength(1);
  });

  it.each([
    [fileOf('image/webp', png), 'hilo_media_type'],
    [{ ...fileOf('image/png', png), size: 6 * 1024 * 1024 }, 'hilo_media_too_large'],
  ])('that WhatsApp would refuse is not uploaded', async (media, code) => {
    const graph = await provider(() => ok);
    expect(await adapter().send(cloudConnection(graph.baseUrl), { ...image, media })).toMatchObject({
      kind: 'failed',
      failure: { code, reason: 'media_rejected' },
    });
    expect(graph.requests).toHaveLength(0);
  });
});

describe('the other calls', () => {
  it('mark a message read, and tell in a typed error when it fails', async () => {
    const graph = await provider((_request, index) =>
      index === 0 ? { status: 200, body: { success: true } } : { status: 401, body: outboundFixture('err_190') },
    );
    const caller = adapter();
    await caller.markRead(cloudConnection(graph.baseUrl), 'wamid.HBgNZml4dHVyZS0wMQ==', true);
    expect(JSON.parse(graph.requests[0]?.body.toString() ?? '')).toEqual(outboundFixture('req_mark_read_typing'));
    await expect(caller.markRead(cloudConnection(graph.baseUrl), 'wamid.1', false)).rejects.toThrow(ProviderCallError);
  });

  it('check the number in words', async () => {
    const answers: ProviderAnswer[] = [
      { status: 200, body: { display_phone_number: '+593 99 000 0001', verified_name: 'Tienda' } },
      { status: 401, body: outboundFixture('err_190') },
    ];
    const graph = await provider((_request, index) => answers[index] ?? ok);
    const caller = adapter();
    expect(await caller.check(cloudConnection(graph.baseUrl))).toEqual({
      healthy: true,
      detail: '+593 99 000 0001, Tienda',
    });
    expect(await caller.check(cloudConnection(graph.baseUrl))).toMatchObject({
      healthy: false,
      detail: expect.stringContaining('The access token is not valid any more.'),
    });
    await graph.close();
    expect(await caller.check(cloudConnection(graph.baseUrl))).toEqual({
      healthy: false,
      detail: 'WhatsApp cannot be reached.',
    });
  });

  it('list templates over all pages, and stop when pages go in circles', async () => {
    const page = (id: string, after: string | undefined) => ({
      data: [
        {
          id,
          name: `t${id}`,
          language: 'es',
          status: 'APPROVED',
          category: 'UTILITY',
          parameter_format: 'NAMED',
          components: [{ type: 'BODY' }, 7],
        },
        null,
        {},
      ],
      paging:
        after === undefined ? { cursors: { after: 'end' } } : { cursors: { after }, next: 'https://elsewhere.example' },
    });
    const graph = await provider((_request, index) => ({
      status: 200,
      body: index === 0 ? page('1', 'c2') : page('2', undefined),
    }));
    const templates = await adapter().listTemplates(cloudConnection(graph.baseUrl));
    expect(templates[0]).toEqual({
      providerTemplateId: '1',
      name: 't1',
      language: 'es',
      category: 'UTILITY',
      status: 'APPROVED',
      quality: null,
      rejectedReason: null,
      parameterFormat: 'named',
      components: [{ type: 'BODY' }],
    });
    expect(graph.requests.map(({ url }) => new URL(url, graph.baseUrl).searchParams.get('after'))).toEqual([
      null,
      'c2',
    ]);
    const circles = await provider(() => ({ status: 200, body: page('1', 'same') }));
    expect(await adapter().listTemplates(cloudConnection(circles.baseUrl))).toHaveLength(2);
  });
});
