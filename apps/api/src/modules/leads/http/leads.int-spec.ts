import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Encryption } from '../../../platform/encryption/encryption.js';
import { Sql } from '../../../platform/database/sql.js';
import { Transaction } from '../../../platform/database/transaction.js';
import { newId } from '../../../platform/ids/uuid.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { createTestApp, type TestApp } from '../../../testing/test-app.js';
import { ApiKeys, AuthHttpModule } from '../../auth/index.js';
import { messageQueued, messageReceived } from '../../conversations/index.js';
import { LinksHttpModule, LinksWorkerModule } from '../../links/index.js';
import { LeadsHttpModule } from '../leads-http.module.js';
import { LeadsWorkerModule } from '../leads-worker.module.js';
import type { LeadEventPage, LeadPage, LeadView, PipelineView } from './lead-view.js';

const [CHANNEL, ADVISOR] = [newId(), newId()];
let host: TestApp;
let sql: Sql;
let bearer: Record<string, string>;

beforeAll(async () => {
  host = await createTestApp([AuthHttpModule, LinksHttpModule, LinksWorkerModule, LeadsHttpModule, LeadsWorkerModule], {
    ROLE: 'all',
  });
  sql = host.get(Sql);
  const { key } = await host.get(ApiKeys, { strict: false }).create('system', { name: 'test', scopes: 'all' });
  bearer = { authorization: `Bearer ${key}` };
  await sql.rows(
    `insert into app_user (id, name, email_sealed, email_index, password_hash, roles, created_at) values ($1, 'Paula', 'x', 'x', 'x', '{advisor}', $2)`,
    [ADVISOR, new Date()],
  );
  await sql.rows(
    `insert into channel (id, kind, name, address, display_address, base_url, credentials, country, sandbox, rate, created_at, updated_at)
     values ($1, 'whatsapp_cloud', 'Ventas', '100200300', '+593 99 000 0001', 'http://x', $2, 'EC', true, 80, $3, $3)`,
    [CHANNEL, host.get(Encryption).encrypt('{}'), new Date()],
  );
});
afterAll(() => host.close());

const call = <T = Record<string, unknown>>(
  method: 'GET' | 'POST' | 'PATCH' | 'PUT',
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
) => host.request<T>({ method, path, ...(body !== undefined && { body }), headers: { ...bearer, ...headers } });

async function conversation(): Promise<{ contactId: string; conversationId: string }> {
  const [contactId, conversationId, at] = [newId(), newId(), new Date()];
  await sql.rows('insert into contact (id, name, created_at, updated_at) values ($1, $2, $3, $3)', [
    contactId,
    'Ana Ruiz',
    at,
  ]);
  await sql.rows(
    `insert into conversation (id, contact_id, channel_id, status, assistant_mode, owner, created_at, activity_at) values ($1, $2, $3, 'open', 'off', 'nobody', $4, $4)`,
    [conversationId, contactId, CHANNEL, at],
  );
  return { contactId, conversationId };
}
const append = <T>(event: Parameters<Outbox['append']>[0], item: T) =>
  host
    .get(Transaction)
    .run(() => host.get(Outbox).append(event as Parameters<typeof Outbox.prototype.append<T>>[0], [item]));
const heard = (where: { contactId: string; conversationId: string }, claimCode: string | null = null) =>
  append(messageReceived, {
    ...where,
    messageId: newId(),
    channelId: CHANNEL,
    channelKind: 'whatsapp_cloud',
    type: 'text',
    opensConversation: true,
    reopens: false,
    claimCode,
    referral: null,
    at: new Date().toISOString(),
  });
const answered = (where: { contactId: string; conversationId: string }) =>
  append(messageQueued, { ...where, messageId: newId(), author: 'advisor', authorId: null, firstReply: true });

/** Asks again until it is so; the test's own limit ends it. */
async function until<T>(read: () => Promise<T | undefined | false>): Promise<T> {
  for (;;) {
    const found = await read();
    if (found) return found;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
const leadOf = (contactId: string, so: (lead: LeadView) => boolean = () => true) =>
  until(async () => (await call<LeadPage>('GET', `/leads?contactId=${contactId}`)).body.data.find(so));
async function lead(): Promise<LeadView> {
  const where = await conversation();
  await heard(where);
  return leadOf(where.contactId);
}

it('a click, a message and a reply travel through all listeners to one contacted lead', async () => {
  const { body } = await call<{ data: { id: string; slug: string }[] }>('POST', '/links', {
    name: 'Bio',
    networks: ['instagram'],
    channelId: CHANNEL,
  });
  const [link] = body.data;
  const answer = await fetch(`${host.origin}/l/${link?.slug}`, {
    redirect: 'manual',
    headers: {
      'user-agent': 'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 Safari/604.1',
    },
  });
  const code =
    /ref (\w+)\)/.exec(new URL(answer.headers.get('location') ?? '').searchParams.get('text') ?? '')?.[1] ?? '';
  const anonymous = await until(async () => (await call<LeadPage>('GET', '/leads?anonymous=true')).body.data[0]);
  expect(anonymous).toMatchObject({
    anonymous: true,
    contact: null,
    source: { kind: 'link', network: 'instagram', linkId: link?.id },
  });
  const where = await conversation();
  await heard(where, code);
  await answered(where);
  const found = await leadOf(where.contactId, ({ state }) => state === 'contacted');
  expect(found).toMatchObject({
    id: anonymous.id,
    contact: { name: 'Ana Ruiz' },
    conversationId: where.conversationId,
    source: { linkName: 'Bio', network: 'instagram', utm: { source: 'instagram' } },
  });
  const advisor = await until(async () => {
    const rows = await sql.rows('select user_id, kind, link from notification');
    return rows.length > 0 && rows;
  });
  expect(advisor).toEqual([{ user_id: ADVISOR, kind: 'lead.new', link: `/leads/${found.id}` }]);
  const shown = () =>
    sql.one('select source_network, source_link_id, lead_id, lead_state from conversation where id = $1', [
      where.conversationId,
    ]);
  expect(
    await until(
      async () =>
        ((await shown()) as { lead_state?: string; source_network?: string } | undefined)?.lead_state === 'contacted' &&
        ((await shown()) as { source_network: string | null }).source_network &&
        (await shown()),
    ),
  ).toEqual({
    source_network: 'instagram',
    source_link_id: link?.id,
    lead_id: found.id,
    lead_state: 'contacted',
  });
  const counted = await until(async () => {
    const { totals } = (await call<{ totals: Record<string, number> }>('GET', `/links/${link?.id}`)).body;
    return totals['leads'] === 1 && totals;
  });
  expect(counted).toEqual({ clicks: 1, conversations: 1, leads: 1, won: 0 });
}, 20_000);

describe('PATCH /leads/:id', () => {
  it('moves a lead once for one version, writes the history and the audit', async () => {
    const { id, version } = await lead();
    const moved = await call<LeadView>(
      'PATCH',
      `/leads/${id}`,
      { state: 'qualified', city: 'Quito', quality: 'hot' },
      { 'if-match': `"${version}"` },
    );
    expect([moved.status, moved.body.state, moved.headers.get('etag')]).toEqual([
      200,
      'qualified',
      `"${moved.body.version}"`,
    ]);
    const stale = await call('PATCH', `/leads/${id}`, { state: 'won' }, { 'if-match': `"${version}"` });
    expect([stale.status, stale.body['currentVersion']]).toEqual([412, moved.body.version]);
    const { body } = await call<LeadEventPage>('GET', `/leads/${id}/events`);
    expect(body.data.map((event) => event.kind)).toEqual(['details', 'quality', 'state', 'opened']);
    expect(await sql.rows('select action from audit_entry where target_id = $1 order by action', [id])).toEqual([
      { action: 'lead.details' },
      { action: 'lead.quality' },
      { action: 'lead.state' },
    ]);
  });

  it('asks why a lead was lost, and refuses what cannot be', async () => {
    const { id } = await lead();
    const nameless = await call('PATCH', `/leads/${id}`, { state: 'lost' });
    expect([nameless.status, nameless.body['errors']]).toMatchObject([400, [{ path: '/lostReason' }]]);
    expect(
      (await call<LeadView>('PATCH', `/leads/${id}`, { state: 'lost', lostReason: 'precio' })).body.lostReason,
    ).toBe('precio');
    const refused = await call('PATCH', `/leads/${id}`, { state: 'won' });
    expect([refused.status, refused.body['code']]).toEqual([409, 'lead_state_refused']);
  });

  it.each([
    [{ state: 'gone' }],
    [{ contactId: newId() }],
    [{ budget: { amount: 1.5, currency: 'USD' } }],
    [{ budget: { amount: 1, currency: 'usd' } }],
    [{ city: { $ne: 1 } }],
    [{ assigneeId: newId() }],
  ])('refuses %j', async (body) => {
    const { id, version } = await lead();
    expect((await call('PATCH', `/leads/${id}`, body)).status).toBe(400);
    expect((await call<LeadView>('GET', `/leads/${id}`)).body.version).toBe(version);
  });
});

it('opens a lead by hand, once for a person', async () => {
  const { contactId } = await conversation();
  const made = await call<LeadView>('POST', '/leads', {
    contactId,
    title: 'Visita',
    value: { amount: 500, currency: 'USD' },
  });
  expect([made.status, made.body]).toMatchObject([
    201,
    { source: { kind: 'manual' }, title: 'Visita', value: { amount: 500 }, state: 'new' },
  ]);
  const again = await call('POST', '/leads', { contactId });
  expect([again.status, again.body['leadId']]).toEqual([409, made.body.id]);
  expect((await call('POST', '/leads', { contactId: newId() })).status).toBe(400);
});

it('keeps unclaimed clicks out of the pipeline', async () => {
  const { columns } = (await call<PipelineView>('GET', '/leads/pipeline')).body;
  expect(columns.flatMap((column) => column.leads).filter((one) => one.anonymous)).toEqual([]);
  expect(columns.map((column) => column.state)).toEqual([
    'new',
    'contacted',
    'qualified',
    'negotiating',
    'won',
    'lost',
  ]);
});

it('changes the rule by which new leads find somebody', async () => {
  expect((await call('GET', '/leads/assignment-rule')).body).toEqual({ mode: 'manual' });
  expect((await call('PUT', '/leads/assignment-rule', { mode: 'round_robin' })).body).toEqual({ mode: 'round_robin' });
  expect((await call('PUT', '/leads/assignment-rule', { mode: 'dice' })).status).toBe(400);
});
