import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StorageModule } from '../../../platform/storage/storage.module.js';
import { newId } from '../../../platform/ids/uuid.js';
import { type HttpContext, startHttp } from '../../../testing/http-context.js';
import { permissionsOf, type Principal } from '../../auth/index.js';
import { ItemEditing } from '../../catalogue/index.js';
import { AiAssistantHttpModule } from '../ai-assistant-http.module.js';
import { Assistant } from '../assistant.facade.js';
import { NEW_DIALOGUE } from '../decide/dialogue-state.js';
import { SuggestionProjection } from '../gateway/suggestion.projection.js';

const ME = newId();
const OTHER = newId();
const AT = new Date('2026-11-20T10:00:00Z');
const principal: Principal = {
  kind: 'user',
  id: ME,
  name: 'Paula',
  roles: ['advisor', 'admin'],
  teamIds: [],
  permissions: new Set([...permissionsOf(['advisor']), 'assistant:manage']),
};

let http: HttpContext;
let channelId: string;
let mine: string;
let theirs: string;

beforeAll(async () => {
  http = await startHttp([StorageModule, AiAssistantHttpModule], principal);
  channelId = newId();
  await http.sql.rows(
    `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'V', '1', 'http://x', 'x', 'EC', true, 80, $2, $2)`,
    [channelId, AT],
  );
  for (const id of [ME, OTHER])
    await http.sql.rows(
      `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, created_at) values ($1::uuid, 'P', 'x', $1::text, 'x', '{advisor}', $2)`,
      [id, AT],
    );
  const items = http.module.get(ItemEditing, { strict: false });
  for (const sku of ['MESA-1', 'MESA-2', 'CEL-1'])
    await items.create('system', {
      kind: 'product',
      sku,
      name: sku === 'CEL-1' ? 'Celular Nova' : `Mesa ${sku}`,
      category: sku.slice(0, 3),
      priceRetail: { amount: 25_900, currency: 'USD' },
      stock: 4,
    });
  mine = await conversation(ME);
  theirs = await conversation(OTHER);
});
afterAll(() => http.close());

async function conversation(assigneeId: string): Promise<string> {
  const [contactId, id] = [newId(), newId()];
  await http.sql.rows('insert into contact (id, created_at, updated_at) values ($1, $2, $2)', [contactId, AT]);
  await http.sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, assignee_id, created_at, activity_at) values ($1, $2, $3, 'open', 'suggest', 'person', $4, $5, $5)`,
    [id, contactId, channelId, assigneeId, AT],
  );
  return id;
}
async function turn(conversationId: string, state = 'suggested'): Promise<string> {
  const id = newId();
  await http.sql.rows(
    `insert into assistant_turn (id, conversation_id, message_ids, state, mode, first_at, due_at, created_at, engine, engine_version, intents, facts, decision, reply, latency)
     values ($1, $2, $3, $4, 'suggest', $5, $5, $5, 'embedded', '1', '[{"intent":"price_query","confidence":0.9},{"intent":"greeting","confidence":0.4}]',
       '[{"id":"01900000-0000-7000-8000-000000000001","sku":"MESA-1","name":"Mesa","version":1}]',
       '{"intent":"price_query","confidence":0.9,"because":"model; asks a price","action":"answer","escalation":null,"quality":"warm"}', 'Cuesta $259', '{"gather":1.25,"answer":2.5}')`,
    [id, conversationId, [newId()], state, AT],
  );
  return id;
}

describe('turns', () => {
  it('explain themselves to whoever may read the conversation', async () => {
    const id = await turn(mine);
    const { status, body } = await http.ask('GET', `/assistant/turns/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      conversationId: mine,
      state: 'suggested',
      intent: 'price_query',
      confidence: 0.9,
      alternatives: [{ intent: 'greeting', confidence: 0.4 }],
      rules: ['model', 'asks a price'],
      action: 'answer',
      sources: [{ kind: 'item', name: 'MESA-1', version: 1 }],
      escalation: null,
      model: 'embedded 1',
      latencyMs: 3.8,
      reply: 'Cuesta $259',
    });
  });

  it('do not exist for others', async () => {
    const id = await turn(theirs);
    expect((await http.ask('GET', `/assistant/turns/${id}`)).status).toBe(404);
    expect((await http.ask('GET', `/assistant/turns?conversationId=${theirs}`)).status).toBe(404);
    expect((await http.ask('POST', `/assistant/turns/${id}/feedback`, { thumb: 'up' })).status).toBe(404);
    expect((await http.ask('GET', `/conversations/${theirs}/qualification`)).status).toBe(404);
  });

  it('are listed from the newest, page by page', async () => {
    const own = await conversation(ME);
    const ids = [await turn(own, 'answered'), await turn(own), await turn(own)];
    const first = await http.ask<{ data: { id: string }[]; nextCursor: string }>(
      'GET',
      `/assistant/turns?conversationId=${own}&limit=2`,
    );
    expect(first.body.data.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
    const rest = await http.ask<{ data: { id: string }[]; nextCursor: null }>(
      'GET',
      `/assistant/turns?conversationId=${own}&limit=2&cursor=${first.body.nextCursor}`,
    );
    expect(rest.body).toMatchObject({ data: [{ id: ids[0] }], nextCursor: null });
    expect(
      (
        await http.ask(
          'GET',
          `/assistant/turns?conversationId=${own}&cursor=${Buffer.from('["x"]').toString('base64url')}`,
        )
      ).status,
    ).toBe(400);
  });

  it('are used or dismissed once, and rated', async () => {
    const id = await turn(mine);
    expect((await http.ask('POST', `/assistant/turns/${id}/use`, {})).status).toBe(204);
    expect(await http.ask('POST', `/assistant/turns/${id}/dismiss`, { reason: 'no' })).toMatchObject({
      status: 409,
      body: { code: 'not_a_suggestion' },
    });
    expect(
      (await http.ask('POST', `/assistant/turns/${id}/feedback`, { thumb: 'down', note: 'otro precio' })).status,
    ).toBe(204);
    expect((await http.ask('GET', `/assistant/turns/${id}`)).body).toMatchObject({
      state: 'used',
      thumb: 'down',
      note: 'otro precio',
    });
    for (const body of [{ thumb: 'sideways' }, { thumb: 'up', note: null }])
      expect((await http.ask('POST', `/assistant/turns/${id}/feedback`, body)).status).toBe(400);
  });

  it('reach panels as suggestions while they are such', async () => {
    const [open, used] = [await turn(mine), await turn(mine, 'used')];
    const told = [open, used].map((turnId, index) => ({
      seq: String(index),
      topic: 'assistant.suggested',
      at: AT,
      data: { turnId, conversationId: mine },
    }));
    expect(await http.module.get(SuggestionProjection, { strict: false }).project(told)).toEqual([
      {
        seq: '0',
        type: 'isac.suggestion',
        at: AT.toISOString(),
        rooms: ['assistant:inbox:all', `assistant:user:${ME}`],
        data: {
          conversationId: mine,
          turn: { id: open, intent: 'price_query', confidence: 0.9, reply: 'Cuesta $259', createdAt: AT.toISOString() },
        },
      },
    ]);
  });
});

describe('what is known of an enquiry', () => {
  it('is shown, suggests items, and is forgotten on request', async () => {
    const assistant = http.module.get(Assistant, { strict: false });
    expect((await http.ask('GET', `/conversations/${mine}/qualification`)).body).toEqual({ qualification: null });
    expect(await assistant.suggestedItems(mine, 3)).toEqual([]);
    const state = { ...NEW_DIALOGUE, slots: { name: 'Ana', budget: 300 }, focus: ['MESA-2'], wantsToBuy: true };
    await http.sql.rows(
      `insert into assistant_qualification (conversation_id, state, quality, completeness, updated_at, expires_at) values ($1, $2, 'warm', 55, $3, $4)`,
      [mine, JSON.stringify(state), AT, new Date(Date.now() + 1e6)],
    );
    expect((await http.ask('GET', `/conversations/${mine}/qualification`)).body).toMatchObject({
      qualification: {
        slots: { name: 'Ana', budget: 300 },
        quality: 'warm',
        completeness: 55,
        items: ['MESA-2'],
        wantsToBuy: true,
      },
    });
    expect((await assistant.suggestedItems(mine, 3)).map(({ sku }) => sku)).toEqual(['MESA-2', 'MESA-1']);
    expect((await http.ask('POST', `/conversations/${mine}/qualification/reset`, {})).status).toBe(204);
    expect(await assistant.qualificationOf(mine)).toBeNull();
  });
});

describe('the assistant itself', () => {
  it('says what it makes of a text, and keeps nothing', async () => {
    const before = await http.sql.one('select count(*) from assistant_turn');
    const { status, body } = await http.ask('POST', '/assistant/analyse', {
      text: 'cuánto sale el celular nova? soy Ana',
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      intent: 'price_query',
      language: 'es',
      escalation: null,
      reply: expect.stringContaining('259'),
    });
    expect(await http.sql.one('select count(*) from assistant_turn')).toEqual(before);
    expect((await http.ask('POST', '/assistant/analyse', { text: ' ' })).status).toBe(400);
  });

  it('is set by version', async () => {
    const read = await http.ask('GET', '/assistant/settings');
    expect(read.body).toMatchObject({ enabled: true, qualificationDays: 7, payments: [] });
    const changed = await http.ask(
      'PUT',
      '/assistant/settings',
      { payments: ['efectivo', 'tarjeta'], wholesaleMinQty: 5 },
      { 'if-match': read.headers['etag'] ?? '' },
    );
    expect(changed).toMatchObject({
      status: 200,
      body: { payments: ['efectivo', 'tarjeta'], wholesaleMinQty: 5, qualificationDays: 7, version: 2 },
    });
    expect(
      (await http.ask('PUT', '/assistant/settings', { enabled: false }, { 'if-match': read.headers['etag'] ?? '' }))
        .status,
    ).toBe(412);
    expect((await http.ask('PUT', '/assistant/settings', { qualificationDays: 0 })).status).toBe(400);
  });
});
