import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { WhatsAppClient } from '@kapso/whatsapp-cloud-api';
import { Bench } from '../../testing/bench.js';

const businessAccountId = '900800700';
const request = JSON.parse(
  readFileSync(
    new URL('../../../../api-e2e/fixtures/whatsapp/outbound/req_create_template.json', import.meta.url),
    'utf8',
  ),
);

let bench: Bench;
let client: WhatsAppClient;
beforeAll(async () => {
  bench = await Bench.start();
  client = new WhatsAppClient({ accessToken: 'simulator-token', baseUrl: bench.url, graphVersion: 'v25.0' });
});
beforeEach(() => bench.reset());
afterAll(() => bench.close());

interface Listed {
  data: Record<string, unknown>[];
  paging?: { cursors: { after: string }; next?: string };
}
const list = async (query: string): Promise<Listed> =>
  (await bench.graph<Listed>(`/${businessAccountId}/message_templates${query}`)).body;
const outcome = (): unknown =>
  bench.product.webhooks
    .flatMap(({ changes }) => changes)
    .find(({ field }) => field === 'message_template_status_update')?.value;

describe('message_templates', () => {
  it('are listed by a foreign client, with filters', async () => {
    const { data } = await client.templates.list({ businessAccountId, limit: 3 });
    expect(data).toHaveLength(3);
    const paused = await client.templates.list({ businessAccountId, status: 'PAUSED' });
    expect(paused.data.map(({ name }) => name)).toEqual(['liquidacion_bodega']);
  });

  it('come page by page, `next` only while there is more', async () => {
    const names: unknown[] = [];
    let next: string | undefined =
      `${bench.url}/v25.0/${businessAccountId}/message_templates?fields=name,status&limit=5`;
    let pages = 0;
    while (next !== undefined) {
      const page = (await (
        await fetch(next, { headers: { authorization: 'Bearer simulator-token' } })
      ).json()) as Listed;
      names.push(...page.data.map(({ name }) => name));
      expect(Object.keys(page.data[0] ?? {}).sort()).toEqual(['id', 'name', 'status']);
      next = page.paging?.next;
      pages += 1;
    }
    expect([pages, names.length, new Set(names).size]).toEqual([3, 12, 12]);
  });

  it('carry quality and the reason of a rejection when asked for', async () => {
    const { data } = await list('?fields=name,quality_score,rejected_reason,parameter_format&status=REJECTED');
    expect(data).toEqual([
      {
        id: expect.any(String),
        name: 'oferta_relampago',
        quality_score: { score: 'UNKNOWN', date: 0 },
        rejected_reason: 'INVALID_FORMAT',
        parameter_format: 'POSITIONAL',
      },
    ]);
  });

  it('are reviewed after they were submitted', async () => {
    const submitted = await bench.graph<{ id: string }>(`/${businessAccountId}/message_templates`, request);
    expect(submitted).toMatchObject({ status: 200, body: { status: 'PENDING', category: 'MARKETING' } });
    await bench.product.until(() => outcome() !== undefined);
    expect(outcome()).toEqual({
      event: 'APPROVED',
      message_template_id: Number(submitted.body.id),
      message_template_name: 'seasonal_promotion',
      message_template_language: 'en_US',
      reason: 'NONE',
      message_template_category: 'MARKETING',
    });
    expect(bench.product.webhooks.at(-1)?.json).toMatchObject({
      entry: [{ id: businessAccountId, time: expect.any(Number) }],
    });
    expect((await bench.graph(`/${submitted.body.id}?fields=status`)).body).toEqual({
      id: submitted.body.id,
      status: 'APPROVED',
    });
  });

  it('may be rejected, or wait for somebody to decide', async () => {
    await bench.switches({ templateReview: 'reject' });
    await bench.graph(`/${businessAccountId}/message_templates`, request);
    await bench.product.until(() => outcome() !== undefined);
    expect(outcome()).toMatchObject({
      event: 'REJECTED',
      reason: 'INVALID_FORMAT',
      rejection_info: expect.any(Object),
    });
    await bench.post('/control/templates', { name: 'hola_de_nuevo', status: 'PAUSED' });
    await bench.product.until(() => bench.product.webhooks.length === 2);
    expect((await list('?status=PAUSED')).data.map(({ name }) => name)).toEqual([
      'hola_de_nuevo',
      'liquidacion_bodega',
    ]);
    expect(await bench.post('/control/templates', { name: 'nobody', status: 'PAUSED' })).toMatchObject({ status: 404 });
  });

  it.each([
    ['the same name and language', { ...request, name: 'order_confirmation' }, 100],
    ['a name in capitals', { ...request, name: 'Promo' }, 131009],
    ['an unknown category', { ...request, category: 'FUN' }, 131009],
    ['a variable at the end', { ...request, components: [{ type: 'BODY', text: 'Hola {{1}}' }] }, 100],
    ['no components', { ...request, components: undefined }, 131008],
  ])('are refused with %s', async (_name, body, code) => {
    expect(await bench.graph(`/${businessAccountId}/message_templates`, body)).toMatchObject({
      status: 400,
      body: { error: { code } },
    });
  });

  it('go away by name, once', async () => {
    await client.templates.delete({ businessAccountId, name: 'oferta_do_mes' });
    await expect(client.templates.delete({ businessAccountId, name: 'oferta_do_mes' })).rejects.toMatchObject({
      code: 100,
    });
    expect((await list('?name=oferta_do_mes')).data).toEqual([]);
  });

  it('are reviewed again when edited', async () => {
    await bench.switches({ templateReview: 'manual' });
    const [{ id } = {}] = (await list('?name=hola_de_nuevo')).data;
    expect(
      (await bench.graph(`/${String(id)}`, { components: [{ type: 'BODY', text: 'Hola otra vez' }] })).body,
    ).toEqual({ success: true });
    expect((await bench.graph(`/${String(id)}?fields=status`)).body).toMatchObject({ status: 'PENDING' });
    expect(await bench.graph('/424242', { components: [] })).toMatchObject({ body: { error: { error_subcode: 33 } } });
  });
});
