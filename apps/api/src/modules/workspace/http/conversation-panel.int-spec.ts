import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule, Teams } from '../../auth/index.js';
import { ContactIdentification } from '../../contacts/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { insertRow } from '../testing/insert-row.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { ConversationPanelView } from './conversation-panel.view.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const UTM = { source: 'facebook', medium: 'social', campaign: 'villa', content: null, term: null };
let host: TestApp;
let sql: Sql;
let key: Record<string, string>;
let ana: TestPerson;
let luis: TestPerson;
let contact: string;
let channels: string[];

const panel = (id: string, headers = key) =>
  host.request<ConversationPanelView & { code: string; detail: string }>({
    path: `/conversations/${id}/panel`,
    headers,
  });
const others = async (id: string, headers = key): Promise<string[]> =>
  (await panel(id, headers)).body.otherConversations.map((other) => other.id);

const conversation = (over: Record<string, unknown> = {}): Promise<string> =>
  insertRow(sql, 'conversation', {
    contact_id: contact,
    channel_id: channels[0],
    status: 'open',
    assistant_mode: 'off',
    owner: 'nobody',
    created_at: NOW,
    activity_at: NOW,
    ...over,
  });

const lead = (conversationId: string, state: string, over: Record<string, unknown> = {}): Promise<string> =>
  insertRow(sql, 'lead', {
    contact_id: contact,
    conversation_id: conversationId,
    source_kind: 'direct',
    state,
    lost_reason: state === 'lost' ? 'precio' : null,
    enquired_at: NOW,
    activity_at: NOW,
    created_at: NOW,
    updated_at: NOW,
    ...over,
  });

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, WorkspaceHttpModule]);
  sql = host.get(Sql);
  key = (await keyWith(host, 'all')).headers;
  [ana, luis] = [await signedInPerson(host, ['advisor'], 'Ana'), await signedInPerson(host, ['advisor'], 'Luis')];
  channels = [newId(), newId()];
  for (const id of channels)
    await sql.rows(
      `insert into channel (id, kind, name, address, base_url, credentials, country, sandbox, rate, created_at, updated_at) values ($1, 'whatsapp_cloud', 'Ventas', $2, 'http://x', $3, 'EC', true, 80, $4, $4)`,
      [id, id, host.get(Encryption).encrypt('{}'), NOW],
    );
});
beforeEach(async () => {
  const sender = {
    key: 'c',
    channelKind: 'whatsapp_cloud' as const,
    identities: [{ kind: 'bsuid' as const, value: `EC.${newId()}` }],
    name: 'Rosa Vega',
    username: '@rosa',
  };
  contact = (await host.get(ContactIdentification).resolve([sender])).get('c')?.contactId ?? '';
});
afterAll(() => host.close());

describe('the customer column', () => {
  it('tells who they are and how they are reached, never their identifiers', async () => {
    const answer = await panel(await conversation());
    expect(answer.body.contact).toMatchObject({
      id: contact,
      name: 'Rosa Vega',
      username: '@rosa',
      phone: null,
      identities: [{ kind: 'bsuid', channelKind: 'whatsapp_cloud' }],
    });
    expect(answer.text).not.toMatch(/EC\.[0-9a-f]|sealed|hash/);
    expect(answer.body).toMatchObject({
      lead: null,
      origin: null,
      suggestedItems: [],
      otherConversations: [],
      assistant: { qualification: null, lastTurn: null },
    });
  });

  it('shows the open lead of the latest enquiry before any closed one', async () => {
    const id = await conversation();
    const later = { enquired_at: new Date(NOW.getTime() + 60_000) };
    const lost = await lead(id, 'lost', later);
    expect((await panel(id)).body.lead).toMatchObject({ id: lost, state: 'lost' });
    const open = await lead(id, 'qualified');
    expect((await panel(id)).body.lead).toMatchObject({ id: open, state: 'qualified', createdAt: NOW.toISOString() });
  });

  it('says of the lead what it is about and what brought it, as the lead`s own page does', async () => {
    const [item, id] = [newId(), await conversation({ source_network: 'tiktok' })];
    await sql.rows(
      `insert into catalogue_item (id, kind, sku, name, category, price_retail, currency, search_text, created_at, updated_at) values ($1, 'product', $2, 'Moto KX', 'c', 99900, 'USD', '', $3, $3)`,
      [item, item, NOW],
    );
    const told = await lead(id, 'qualified', {
      item_id: item,
      source_kind: 'ad',
      network: 'facebook',
      ad_id: 'ad-77',
      utm: { campaign: 'nov' },
      quality: 'hot',
      quality_by: 'assistant',
      quality_reasons: ['budget'],
      completeness: 80,
      budget_amount: 60_000,
      budget_currency: 'USD',
      city: 'Durán',
    });
    const { body } = await panel(id);
    const about = { id: item, name: 'Moto KX', price: { amount: 99_900, currency: 'USD' } };
    expect(body.lead).toMatchObject({
      id: told,
      item: about,
      source: { kind: 'ad', network: 'facebook', adId: 'ad-77' },
      quality: 'hot',
      qualityReasons: ['budget'],
      completeness: 80,
      budget: { amount: 60_000, currency: 'USD' },
      city: 'Durán',
    });
    expect(body.origin).toEqual({
      network: 'facebook',
      link: null,
      item: about,
      utm: { campaign: 'nov' },
      adId: 'ad-77',
    });
  });

  it('tells where they came from: network, link and item as far as they are known', async () => {
    const [item, link] = [newId(), newId()];
    await sql.rows(
      `insert into catalogue_item (id, kind, sku, name, category, price_retail, currency, search_text, created_at, updated_at) values ($1, 'property', $2, 'Villa', 'c', 1, 'USD', '', $3, $3)`,
      [item, item, NOW],
    );
    await sql.rows(
      `insert into tracked_link (id, slug, item_id, network, name, channel_id, utm, created_at, updated_at) values ($1, $2, $3, 'facebook', 'Villa en Facebook', $4, $5, $6, $6)`,
      [link, link.slice(-7), item, channels[0], UTM, NOW],
    );
    const whole = await conversation({ source_network: 'facebook', source_link_id: link, source_item_id: item });
    expect((await panel(whole)).body.origin).toEqual({
      network: 'facebook',
      link: { id: link, name: 'Villa en Facebook' },
      item: { id: item, name: 'Villa', price: { amount: 1, currency: 'USD' } },
      utm: { source: 'facebook', medium: 'social', campaign: 'villa', content: null, term: null },
      adId: null,
    });
    const gone = await conversation({
      channel_id: channels[1],
      source_network: 'tiktok',
      source_link_id: newId(),
      source_item_id: newId(),
    });
    expect((await panel(gone)).body.origin).toEqual({
      network: 'tiktok',
      link: null,
      item: null,
      utm: null,
      adId: null,
    });
  });

  it('is not there for a conversation that never was, or whose customer was erased', async () => {
    const id = await conversation();
    await sql.rows('update contact set erased_at = now() where id = $1', [contact]);
    const answers = [await panel(id), await panel(newId())];
    expect(answers.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      Array.from({ length: 2 }, () => [404, 'not_found', expect.any(String)]),
    );
    expect(answers[0]?.body.detail).toBe(answers[1]?.body.detail);
    expect((await panel('not-an-id')).status).toBe(400);
  });
});

describe('other threads of the same person', () => {
  it('are listed without this one, whatever their state', async () => {
    const id = await conversation();
    const other = await conversation({ channel_id: channels[1], status: 'follow_up' });
    const old = await conversation({ status: 'closed' });
    expect((await others(id)).sort()).toEqual([other, old].sort());
    expect(await others(other)).toEqual(expect.arrayContaining([id, old]));
  });

  it('are told as the inbox tells them: channel by its name, status, last word, what I have not seen', async () => {
    const id = await conversation();
    const said = { last_message_at: NOW, last_message_preview: 'Sigo interesada', last_message_direction: 'in' };
    const other = await conversation({
      channel_id: channels[1],
      status: 'follow_up',
      inbound_count: 2,
      last_message_id: newId(),
      last_message_author: 'customer',
      last_message_type: 'text',
      ...said,
    });
    expect((await panel(id, ana.headers)).body.otherConversations).toMatchObject([
      {
        id: other,
        channel: { id: channels[1], kind: 'whatsapp_cloud', name: 'Ventas', sandbox: true },
        status: 'follow_up',
        unreadCount: 2,
        lastMessage: { preview: 'Sigo interesada' },
        lastActivityAt: NOW.toISOString(),
      },
    ]);
  });

  it('are shown only as far as the reader may see them', async () => {
    const mine = await conversation({ assignee_id: ana.id });
    const theirs = await conversation({ assignee_id: luis.id, channel_id: channels[1] });
    expect(await others(mine, ana.headers)).toEqual([]);
    expect(await others(mine)).toEqual([theirs]);
    expect((await panel(theirs, ana.headers)).status).toBe(404);
    expect((await panel(mine, luis.headers)).status).toBe(404);
    await sql.rows('update conversation set assignee_id = null where id = $1', [theirs]);
    expect(await others(mine, ana.headers)).toEqual([theirs]);
  });

  it('of a team are its members`, from the moment they belong to it', async () => {
    const { id: teamId } = await host.get(Teams).create('system', `Ventas ${newId()}`, []);
    const id = await conversation({ assignee_id: luis.id, team_id: teamId });
    expect((await panel(id, ana.headers)).status).toBe(404);
    await host.get(Teams).change({ kind: 'key', id: newId(), name: 'ERP', permissions: new Set() }, teamId, undefined, {
      memberIds: [ana.id],
    });
    expect((await panel(id, ana.headers)).status).toBe(200);
  });
});
