import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ApiClient } from './testing/api-client.js';
import { channelOf, sells } from './testing/catalogue.js';
import { type Conversation, conversations, type Message } from './testing/conversation.js';
import { customerWho, messageWithStatus, newPhone } from './testing/customer.js';
import { tinyPdf } from './testing/files.js';
import { openStage, type Stage } from './testing/stage.js';
import { until } from './testing/until.js';

let stage: Stage;
let system: ApiClient;
let item: { id: string };
beforeAll(async () => {
  stage = await openStage();
  system = await stage.system(
    'conversations:read',
    'conversations:read-all',
    'conversations:write',
    'messages:send',
    'contacts:read',
    'contacts:write',
    'leads:read',
    'leads:read-all',
    'leads:write',
    'links:read',
    'links:write',
    'catalogue:read',
    'catalogue:write',
    'templates:read',
    'assistant:use',
  );
  item = await sells(system, { sku: 'LAP-14', name: 'Laptop Andina 14', amount: 59_900, stock: 6 });
}, 240_000);
afterAll(() => stage?.close(), 30_000);

interface Sent extends Message {
  conversationId: string;
}

describe('another system with a key', () => {
  it('reads conversations, answers the customer, and its words go up to read', async () => {
    const { phone, conversation } = await customerWho(stage, '¿Tienen la laptop?');
    expect((await conversations(system)).map(({ id }) => id)).toContain(conversation.id);
    const sent = await system.send<Sent>(
      'POST',
      `/conversations/${conversation.id}/messages`,
      { type: 'text', text: 'Sí, en dos colores.' },
      { 'idempotency-key': 'key-1' },
    );
    expect(sent.status).toBe(201);
    expect(sent.body.author).toMatchObject({ kind: expect.stringMatching(/key|system|api/) });
    await messageWithStatus(system, sent.body, 'delivered', 'read');
    await stage.provider.open(phone);
    await messageWithStatus(system, sent.body, 'read');
    expect((await stage.provider.accepted(phone)).map(({ type }) => type)).toEqual(['text']);
  });

  it('says a thing once, however often it asks', async () => {
    const { phone, conversation } = await customerWho(stage, 'Hola');
    const ask = (): Promise<{ status: number; body: Sent }> =>
      system.send<Sent>(
        'POST',
        `/conversations/${conversation.id}/messages`,
        { type: 'text', text: 'Una sola vez' },
        { 'idempotency-key': 'key-once' },
      );
    const [first, second] = [await ask(), await ask()];
    expect([first.status, second.body.id]).toEqual([201, first.body.id]);
    await messageWithStatus(system, first.body, 'sent', 'delivered', 'read');
    expect(await stage.provider.accepted(phone)).toHaveLength(1);
  });

  it('sends a file', async () => {
    const { phone, conversation } = await customerWho(stage, '¿La ficha?');
    const file = await system.upload<{ id: string }>(`/media?conversationId=${conversation.id}`, {
      name: 'ficha.pdf',
      type: 'application/pdf',
      bytes: tinyPdf(),
    });
    expect(file.status).toBe(201);
    const sent = await system.send<Sent>(
      'POST',
      `/conversations/${conversation.id}/messages`,
      { type: 'document', mediaId: file.body.id, caption: 'La ficha' },
      { 'idempotency-key': 'key-file' },
    );
    expect(sent.status).toBe(201);
    await messageWithStatus(system, sent.body, 'sent', 'delivered', 'read');
    expect(
      (await stage.provider.screen(phone)).find(
        ({ direction, type }) => direction === 'received' && type === 'document',
      ),
    ).toMatchObject({ text: 'La ficha' });
  });

  it('closes a conversation and finds it closed', async () => {
    const { conversation } = await customerWho(stage, 'Gracias');
    const closed = await system.send<Conversation>('PATCH', `/conversations/${conversation.id}`, {
      status: 'closed',
      closeReason: 'other',
    });
    expect([closed.status, closed.body.status]).toEqual([200, 'closed']);
    expect((await conversations(system, '?status=closed')).map(({ id }) => id)).toContain(conversation.id);
  });

  it('writes contacts, in the one form of a phone, and refuses a second of the same', async () => {
    const phone = newPhone();
    const made = await system.send<{ id: string; phone: string }>('POST', '/contacts', {
      name: 'Ana Salas',
      phone: `+${phone.slice(0, 3)} ${phone.slice(3, 5)} ${phone.slice(5)}`,
      type: 'wholesale',
      tags: ['vip'],
    });
    expect(made.status).toBe(201);
    expect(
      (await system.get<{ identities: { value: string }[]; tags: string[] }>(`/contacts/${made.body.id}`)).body,
    ).toMatchObject({ tags: ['vip'] });
    expect((await system.get(`/contacts/${made.body.id}`)).text).toContain(phone);
    expect((await system.send('POST', '/contacts', { name: 'Otra', phone: `+${phone}` })).status).toBe(409);
    expect((await system.send('POST', '/contacts', { name: 'Mala', phone: '12' })).status).toBe(400);
  });

  it('makes links, reads what became of them, and retires them', async () => {
    const { id: channelId } = await channelOf(stage.admin);
    const made = await system.send<{ data: { id: string; shortUrl: string }[] }>('POST', '/links', {
      itemId: item.id,
      name: 'De otro sistema',
      networks: ['google', 'qr'],
      channelId,
      utm: { campaign: 'otoño' },
    });
    expect(made.status).toBe(201);
    const [first] = made.body.data;
    expect((await system.get<{ utm: { campaign: string } }>(`/links/${first?.id}`)).body.utm.campaign).toMatch(/oto/);
    expect((await system.get(`/links/${first?.id}/stats`)).status).toBe(200);
    const gone = await system.send('DELETE', `/links/${first?.id}`);
    expect(gone.status).toBeLessThan(300);
  });

  it('reads leads by state and network and moves them', async () => {
    const { conversation } = await customerWho(stage, 'Quiero comprar', 'Lead del sistema');
    const lead = await until('the lead', async () => {
      const { data } = (
        await system.get<{ data: { id: string; conversationId: string; state: string }[] }>(
          '/leads?state=new&limit=100',
        )
      ).body;
      return data.find(({ conversationId }) => conversationId === conversation.id);
    });
    const moved = await system.send<{ state: string }>('PATCH', `/leads/${lead.id}`, { state: 'contacted' });
    expect([moved.status, moved.body.state]).toEqual([200, 'contacted']);
  });

  it('keeps the catalogue: changes a price, with the version it read', async () => {
    const read = await system.get<{ version: number }>(`/catalogue/${item.id}`);
    const change = { priceRetail: { amount: 57_900, currency: 'USD' } };
    const stale = await system.send<{ code: string }>('PATCH', `/catalogue/${item.id}`, change, {
      'if-match': `"${read.body.version + 7}"`,
    });
    expect([stale.status, stale.body.code]).toEqual([412, 'stale_version']);
    expect(
      (await system.send('PATCH', `/catalogue/${item.id}`, change, { 'if-match': `"${read.body.version}"` })).status,
    ).toBe(200);
    expect((await system.get<{ priceRetail: { amount: number } }>('/catalogue/LAP-14')).body.priceRetail.amount).toBe(
      57_900,
    );
  });

  it('asks ISAC what it makes of words', async () => {
    const { status, body } = await system.send<{ intent: string; reply: string }>('POST', '/assistant/analyse', {
      text: '¿Cuánto cuesta la Laptop Andina 14?',
    });
    expect([status, body.intent]).toEqual([200, 'price_query']);
    expect(body.reply).toContain('579');
  });

  it('is written into the audit by the name of its key, and is nobody once the key is withdrawn', async () => {
    const made = await stage.admin.send<{ id: string; key: string }>('POST', '/api-keys', {
      name: 'Por poco tiempo',
      scopes: ['conversations:read'],
    });
    const { apiClient } = await import('./testing/api-client.js');
    const brief = apiClient(stage.origin, { authorization: `Bearer ${made.body.key}` });
    expect((await brief.get('/conversations')).status).toBe(200);
    expect((await stage.admin.send('DELETE', `/api-keys/${made.body.id}`)).status).toBe(204);
    expect((await brief.get('/conversations')).status).toBe(401);
    const audit = await stage.admin.get('/audit?limit=100');
    expect(audit.text).toContain(made.body.id);
    expect(audit.text).toContain('"kind":"key"');
    expect(audit.text).not.toContain(made.body.key);
  });
});
