import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Sql } from '../../../platform/database/sql.js';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { newId } from '../../../platform/ids/uuid.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { keyWith, signedInPerson, type TestPerson } from '../../../testing/test-people.js';
import { AuthHttpModule, type Permission, PERMISSIONS } from '../../auth/index.js';
import { LeadsHttpModule } from '../../leads/index.js';
import { WhatsappModule } from '../../whatsapp/index.js';
import { insertRow } from '../testing/insert-row.js';
import { WorkspaceHttpModule } from '../workspace-http.module.js';
import type { ConversationPanelView } from './conversation-panel.view.js';

const NOW = new Date('2026-11-20T10:00:00Z');
const LATER = new Date(Date.now() + 86_400_000);
const TOUCHED = { created_at: NOW, updated_at: NOW };
/** What lists show of a person. */
const CARD = ['blocked', 'id', 'language', 'name', 'phone', 'tags', 'type'];
let host: TestApp;
let sql: Sql;
let ana: TestPerson;
let luis: TestPerson;
let seller: TestPerson;
let boss: TestPerson;
let conversation: string;
let lead: string;

const panel = async (headers: Record<string, string>): Promise<ConversationPanelView> =>
  (await host.request<ConversationPanelView>({ path: `/conversations/${conversation}/panel`, headers })).body;
const panelOfKey = async (...scopes: Permission[]) => panel((await keyWith(host, scopes)).headers);
/** Which parts hold something. */
const partsOf = ({ contact, lead: ofLead, origin, suggestedItems, assistant }: ConversationPanelView) => ({
  detail: contact.attributes !== undefined,
  lead: ofLead !== null,
  link: Boolean(origin?.link),
  item: Boolean(origin?.item),
  suggested: suggestedItems.length > 0,
  turn: Boolean(assistant?.lastTurn),
  qualification: Boolean(assistant?.qualification),
});
const NOTHING = {
  detail: false,
  lead: false,
  link: false,
  item: false,
  suggested: false,
  turn: false,
  qualification: false,
};
const EVERYTHING = {
  detail: true,
  lead: true,
  link: true,
  item: true,
  suggested: true,
  turn: true,
  qualification: true,
};

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, WhatsappModule, LeadsHttpModule, WorkspaceHttpModule]);
  sql = host.get(Sql);
  [ana, luis, seller, boss] = [
    await signedInPerson(host, ['advisor'], 'Ana'),
    await signedInPerson(host, ['advisor'], 'Luis'),
    await signedInPerson(host, ['marketing'], 'Mara'),
    await signedInPerson(host, ['supervisor'], 'Jefa'),
  ];
  const contact = await insertRow(sql, 'contact', { name: 'Rosa', attributes: { talla: 'M' }, ...TOUCHED });
  const channel = await insertRow(sql, 'channel', {
    kind: 'whatsapp_cloud',
    name: 'Ventas',
    address: '1',
    base_url: 'http://x',
    credentials: host.get(Encryption).encrypt('{}'),
    country: 'EC',
    sandbox: true,
    rate: 80,
    ...TOUCHED,
  });
  const item = await insertRow(sql, 'catalogue_item', {
    kind: 'product',
    sku: 'MESA-1',
    name: 'Mesa',
    category: 'mesas',
    price_retail: 1,
    currency: 'USD',
    search_text: '',
    ...TOUCHED,
  });
  const link = await insertRow(sql, 'tracked_link', {
    slug: newId().slice(-7),
    item_id: item,
    network: 'facebook',
    name: 'Mesa en Facebook',
    channel_id: channel,
    utm: {},
    ...TOUCHED,
  });
  // Nobody holds the conversation, Luis its lead.
  conversation = await insertRow(sql, 'conversation', {
    contact_id: contact,
    channel_id: channel,
    status: 'open',
    assistant_mode: 'suggest',
    owner: 'nobody',
    source_network: 'facebook',
    source_link_id: link,
    source_item_id: item,
    created_at: NOW,
    activity_at: NOW,
  });
  lead = await insertRow(sql, 'lead', {
    contact_id: contact,
    conversation_id: conversation,
    source_kind: 'direct',
    state: 'qualified',
    assignee_id: luis.id,
    enquired_at: NOW,
    activity_at: NOW,
    ...TOUCHED,
  });
  const state = { slots: { city: 'Quito' }, cart: [], focus: ['MESA-1'], wantsToBuy: true };
  await sql.rows(
    `insert into assistant_qualification (conversation_id, state, quality, completeness, updated_at, expires_at) values ($1, $2, 'warm', 55, $3, $4)`,
    [conversation, JSON.stringify(state), NOW, LATER],
  );
  await insertRow(sql, 'assistant_turn', {
    conversation_id: conversation,
    message_ids: [newId()],
    state: 'suggested',
    mode: 'suggest',
    first_at: NOW,
    due_at: NOW,
    created_at: NOW,
    engine: 'embedded',
    engine_version: '1',
    intents: '[]',
    facts: '[]',
    decision: JSON.stringify({
      intent: 'price_query',
      confidence: 0.9,
      because: 'model',
      action: 'answer',
      escalation: null,
      quality: 'warm',
    }),
    reply: 'Cuesta $1',
    latency: '{}',
  });
});
afterAll(() => host.close());

describe('the parts of the customer column', () => {
  it('are nothing but the card and where they came from for a key that may only read conversations', async () => {
    const told = await panelOfKey('conversations:read');
    expect(partsOf(told)).toEqual(NOTHING);
    expect(Object.keys(told.contact).sort()).toEqual(CARD);
    expect(told).toMatchObject({
      contact: { name: 'Rosa' },
      lead: null,
      origin: { network: 'facebook', link: null, item: null },
      assistant: null,
    });
  });

  it.each<[Permission[], Partial<typeof NOTHING>]>([
    [['contacts:read'], { detail: true }],
    [['leads:read-all'], {}],
    [['leads:read', 'leads:read-all'], { lead: true }],
    [['leads:read'], {}],
    [['links:read'], { link: true }],
    [['catalogue:read'], { item: true }],
    [['assistant:use'], { turn: true, qualification: true }],
    [['assistant:use', 'catalogue:read'], { turn: true, qualification: true, suggested: true, item: true }],
    [[...PERMISSIONS], EVERYTHING],
  ])('are opened to a key by %j: %j', async (scopes, opened) => {
    expect(partsOf(await panelOfKey('conversations:read', ...scopes))).toEqual({ ...NOTHING, ...opened });
  });

  it('show the lead to whom its own page shows it, and to nobody else', async () => {
    for (const [who, status] of [
      [ana, 404],
      [luis, 200],
      [seller, 404],
      [boss, 200],
    ] as const) {
      expect((await host.request({ path: `/leads/${lead}`, headers: who.headers })).status).toBe(status);
      const shown = (await panel(who.headers)).lead?.id ?? null;
      expect(shown).toBe(status === 200 ? lead : null);
    }
  });

  it('tell marketing, who may not use the assistant, nothing of what it thinks', async () => {
    expect(partsOf(await panel(seller.headers))).toEqual({ ...NOTHING, detail: true, link: true, item: true });
    expect(partsOf(await panel(ana.headers))).toEqual({ ...EVERYTHING, lead: false });
  });
});
